"""How much of the work one run takes on: the rest is for the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dualpress.html.encoding import decode
from dualpress.html.literals import FrontMatterError, find_front_matter
from dualpress.pipeline.posts import changed_in, changed_on

__all__ = ["Budget", "Limits", "changed_since"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds one run of ``translate``; ``None`` bounds nothing.

    Args:
        articles: in which something waits to be drafted.
        since: the day on which a post must have been changed, or later.
        minutes: after which no article is begun any more.
        jobs: processor cores that the machine may use.
    """

    articles: int | None = None
    since: date | None = None
    minutes: float | None = None
    jobs: int | None = None


class Budget:
    """What a run may still begin; what it has begun, it finishes.

    Args:
        limits: of the run, which begins now.
        clock: tells seconds that pass.

    Attributes:
        stopped_by: the limit that was reached, ``articles`` or ``minutes``; else ``None``.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.stopped_by: str | None = None
        self._clock = clock
        self._articles = limits.articles
        self._end = None if limits.minutes is None else clock() + 60 * limits.minutes

    def takes(self, *, waits: bool) -> bool:
        """Whether an article may be begun; to be asked once for each, in their order.

        After the first that may not, none may: an article that is left out
        would else be overtaken night by night.

        Args:
            waits: whether something in it is to be drafted; else it does not count.
        """
        if self.stopped_by is None:
            self.stopped_by = self._reached(waits=waits)
        if self.stopped_by is None and waits and self._articles is not None:
            self._articles -= 1
        return self.stopped_by is None

    def _reached(self, *, waits: bool) -> str | None:
        if self._end is not None and self._clock() >= self._end:
            return "minutes"
        return "articles" if waits and self._articles == 0 else None


def changed_since(posts: Mapping[str, Path], day: date | None) -> dict[str, Path]:
    """The posts that were changed on a day or later, by their front matter or else their files.

    Only their front matter is looked at. One that cannot be read is among
    them, so that whoever opens it tells why.

    Args:
        posts: by the ids of their articles.
        day: ``None`` for all.
    """
    if day is None:
        return dict(posts)
    return {name: path for name, path in posts.items() if not _is_older(path, day)}


def _is_older(path: Path, day: date) -> bool:
    with suppress(OSError, FrontMatterError):
        front_matter = find_front_matter(decode(path.read_bytes()).source.text)
        changed = changed_in(front_matter.metadata) if front_matter else None
        return changed_on(changed, path) < day
    return False
