"""What can be asked of a translated page; each check computes its verdict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from benchmarks.html_peers.case import Case, Outcome, Seen
from benchmarks.html_peers.pages import decode, first_difference, parts, texts
from benchmarks.html_peers.stub import MARK, take_back, translate

__all__ = [
    "Comparison",
    "Kept",
    "NotSent",
    "SameElements",
    "SameTags",
    "Sent",
    "SentOnce",
    "Shown",
    "faults",
    "one_line",
]

_TAG = re.compile(r"""<!--.*?-->|<[!/a-zA-Z](?:"[^"]*"|'[^']*'|[^'">])*>""", re.DOTALL)
_LONG = 60


class Comparison:
    """A page beside what a tool made of it.

    Args:
        case: the page.
        outcome: of a tool that did give a page.
    """

    def __init__(self, case: Case, outcome: Outcome) -> None:
        self.source = decode(case.source)
        self.raw = decode(outcome.output or b"")
        self.restored = take_back(self.raw)
        self.units = outcome.units

    @cached_property
    def texts(self) -> str:
        """What a reader may be shown of the translated page."""
        return texts(self.raw)


@dataclass(frozen=True, slots=True)
class SameElements:
    """Once the marks are taken back, html5lib sees the source page."""

    @property
    def wish(self) -> str:
        """What is asked."""
        return "elements, attributes, comments and words stay as they are"

    def fault(self, seen: Seen) -> str | None:
        """The first part that differs."""
        expected, found = parts(take_back(seen.source)), parts(seen.restored)
        difference = first_difference(expected, found)
        if difference is None:
            return None
        one, two = (f"`{_short(part)}`" if part else "nothing" for part in difference)
        return f"the page has {two} in the place of {one}"


@dataclass(frozen=True, slots=True)
class SameTags:
    """Tags and comments are those of the source, byte for byte."""

    @property
    def wish(self) -> str:
        """What is asked."""
        return "each tag is written as it was"

    def fault(self, seen: Seen) -> str | None:
        """The first tag that is written in another way."""
        found = _TAG.findall(seen.restored)
        for index, tag in enumerate(_TAG.findall(seen.source)):
            if found[index : index + 1] != [tag]:
                return f"`{_short(tag)}` is not written as it was"
        return None


@dataclass(frozen=True, slots=True)
class Kept:
    """A piece of the source stands in the output, as often and untranslated."""

    piece: str

    @property
    def wish(self) -> str:
        """What is asked."""
        return f"`{one_line(self.piece)}` stays"

    def fault(self, seen: Seen) -> str | None:
        """Whether it is gone or changed."""
        if seen.raw.count(self.piece) == seen.source.count(self.piece):
            return None
        return f"`{_short(self.piece)}` did not stay"


@dataclass(frozen=True, slots=True)
class Sent:
    """A text is sent for translation whole, as one unit."""

    text: str
    or_text: str = ""

    @property
    def wish(self) -> str:
        """What is asked."""
        return f"the engine gets “{self.text}” whole"

    def fault(self, seen: Seen) -> str | None:
        """What was sent instead."""
        if any(unit.strip() in (self.text, self.or_text or self.text) for unit in seen.units):
            return None
        sent = ", ".join(f"“{_short(unit.strip())}”" for unit in seen.units if unit.strip())
        return f"the engine got {sent or 'nothing'}"


@dataclass(frozen=True, slots=True)
class SentOnce:
    """A text that stands on the page twice is one unit."""

    text: str

    @property
    def wish(self) -> str:
        """What is asked."""
        return f"“{self.text}” is one entry"

    def fault(self, seen: Seen) -> str | None:
        """How often it was sent."""
        count = seen.units.count(self.text)
        return None if count == 1 else f"it is {count} entries"


@dataclass(frozen=True, slots=True)
class NotSent:
    """A text is not sent for translation, alone or within another."""

    text: str

    @property
    def wish(self) -> str:
        """What is asked."""
        return f"“{self.text}” is not sent for translation"

    def fault(self, seen: Seen) -> str | None:
        """Whether it was."""
        is_sent = any(self.text in unit for unit in seen.units)
        return f"“{_short(self.text)}” was sent for translation" if is_sent else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A text is shown translated."""

    text: str

    @property
    def wish(self) -> str:
        """What is asked."""
        return f"“{one_line(self.text)}” is translated"

    def fault(self, seen: Seen) -> str | None:
        """Whether it is not."""
        # The danda stands only where a unit ends: both ways are translations.
        wanted = translate(self.text).rstrip(".।")
        return None if wanted in seen.texts else f"“{_short(self.text)}” is not translated"


def faults(case: Case, outcome: Outcome) -> list[str]:
    """What is wrong with a tool's outcome; nothing where the case passes."""
    if outcome.output is None:
        return [outcome.error or "no page came out"]
    if MARK in case.text:
        raise ValueError(f"{case.name}: the page contains the stub's mark")
    seen = Comparison(case, outcome)
    found = (check.fault(seen) for check in (*case.checks, SameElements()))
    return [fault for fault in found if fault is not None]


def one_line(text: str, line_end: str = " ⏎ ") -> str:
    """Text with what cannot be seen made visible, its line ends written as told."""
    shown = text.replace("\xa0", "⍽").replace("\r", "␍").replace("\x00", "␀")
    return line_end.join(line.strip() for line in shown.strip("\n").split("\n"))


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"
