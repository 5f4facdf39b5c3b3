"""What is served now, and telling those who wait when that changes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from threading import Condition

from dualpress.config import Project
from dualpress.errors import DualpressError
from dualpress.pipeline import ArticleReport

__all__ = ["Live", "Shown", "new_content"]


def new_content() -> str:
    """A name for the site's content as it is now; no run of the server gives it again."""
    return secrets.token_hex(8)


@dataclass(frozen=True)
class Shown:
    """What a browser is shown.

    Args:
        project: whose output folder is served: as it was at the last build that went well.
        articles: by the paths of their pages, relative to the output folder.
        problems: of the last build.
        content: a name that changes when a file of the site does.
    """

    project: Project
    articles: Mapping[PurePosixPath, ArticleReport] = field(default_factory=dict)
    problems: tuple[DualpressError, ...] = ()
    content: str = field(default_factory=new_content)


class Live:
    """What is shown now; one thread builds, and many read and wait.

    Args:
        shown: at first.
    """

    def __init__(self, shown: Shown) -> None:
        self._shown = shown
        self._changed = Condition()
        self._is_closed = False

    @property
    def now(self) -> Shown:
        """What is shown now."""
        return self._shown

    @property
    def is_closed(self) -> bool:
        """Whether nothing new will come."""
        return self._is_closed

    def show(self, shown: Shown) -> None:
        """Show something else from now on."""
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def after(self, seen: Shown, timeout: float) -> Shown | None:
        """Wait for what is shown after something.

        Args:
            seen: what the caller knows.
            timeout: how long to wait, in seconds.

        Returns:
            The newest; ``None`` where that is ``seen`` still.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._shown is not seen, timeout)
            return None if self._shown is seen else self._shown
