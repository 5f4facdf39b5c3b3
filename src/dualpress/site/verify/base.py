"""What a rule is, and what it says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from dualpress.site.verify.site import VerifiedSite

__all__ = ["Finding", "Rule"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong with a site.

    Args:
        path: of the file, relative to the site's folder.
        line: in that file, counted from 1.
        rule: the rule's id.
        message: what is wrong: one sentence, no final stop.
        cure: what to do about it.
    """

    path: str
    line: int
    rule: str
    message: str
    cure: str


class Rule(ABC):
    """One thing that has to be right on a site in two languages.

    Attributes:
        id: its name, for people and in settings.
        cause: what is wrong where it finds something, one line.
        cure: what to do about it, one line.
        needs_address: whether nothing can be said while the site's address is not known.
    """

    id: ClassVar[str]
    cause: ClassVar[str]
    cure: ClassVar[str]
    needs_address: ClassVar[bool] = False

    @abstractmethod
    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at a site."""

    def finding(self, path: str, line: int, message: str, *, cure: str | None = None) -> Finding:
        """A finding of this rule."""
        return Finding(path, line, self.id, message, cure or self.cure)
