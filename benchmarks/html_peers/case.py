"""What a case asks, and what a tool did with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dualpress.article import Language

__all__ = ["TOOLS", "Case", "Check", "Outcome", "Seen"]

TOOLS = ("translatehtml", "libretranslate", "html2po", "po4a", "dualpress")
"""The tools, in the order of the table's columns."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool made of a page.

    Args:
        output: the translated page; ``None`` where there is none.
        units: the texts that it sent for translation, without tags.
        error: why there is no page.
    """

    output: bytes | None = None
    units: tuple[str, ...] = ()
    error: str | None = None


class Seen(Protocol):
    """A page beside its translation, as the checks look at them."""

    @property
    def units(self) -> tuple[str, ...]:
        """The texts sent for translation."""

    @property
    def raw(self) -> str:
        """The translated page, decoded."""

    @property
    def restored(self) -> str:
        """The same with the stub's marks taken back."""

    @property
    def source(self) -> str:
        """The page itself, decoded, read the same way."""

    @property
    def texts(self) -> str:
        """What a reader may be shown of the translated page: its text and its attributes."""


class Check(Protocol):
    """One thing that is asked of a translated page."""

    @property
    def wish(self) -> str:
        """What is asked, as a clause for a reader."""

    def fault(self, seen: Seen) -> str | None:
        """What is wrong, in few words; ``None`` if nothing is."""


@dataclass(frozen=True, slots=True)
class Case:
    """A small page with one oddity.

    Args:
        name: as a heading.
        source: the page.
        checks: what is asked of it, besides that its elements stay.
        encoding: of the page.
        language: that it is written in.
        plain: the text of its one paragraph, where a tool that has a mode for
            plain text is asked for that.
        spared: tools that the case does not apply to, each with the reason.
        notes: what a tool's documentation says on it.
    """

    name: str
    source: bytes
    checks: tuple[Check, ...]
    encoding: str = "utf-8"
    language: Language = Language.EN
    plain: str | None = None
    spared: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page, decoded."""
        return self.source.decode(self.encoding)
