"""The inline elements of a TMX segment, and the tags of PO in their place.

TMX 1.4b, "Content Markup": ``bpt`` and ``ept`` with the same ``i`` enclose
text, ``hi`` does so by itself, ``ph`` stands alone; what they hold is code of
another format. ``x`` says which element of the translation is which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dualpress.article import escape_tags
from dualpress.tags import tag_faults

__all__ = ["Mark", "SegmentParts", "with_tags"]

_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements whose text is no text of the segment."""

_SPACE = re.compile(r"[ \t\r\n]+")


class Mark(NamedTuple):
    """Where an inline element begins or ends, or stands."""

    kind: str
    """``g`` of one that encloses text, ``x`` of one that stands alone."""

    name: str
    """The same for the same element of the translation."""

    is_end: bool = False


class SegmentParts:
    """Gathers what is in a segment, from the events of an XML parser."""

    def __init__(self) -> None:
        self._parts: list[str | Mark] = []
        self._within: list[str] = []
        self._names: dict[str, str] = {}
        self._highlights: list[str] = []
        self._counts: Counter[str] = Counter()

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if not self._is_in_code():
            self._mark(element, attributes)
        self._within.append(element)

    def end(self, element: str) -> None:
        """An element ends."""
        self._within.pop()
        if element == "hi" and not self._is_in_code():
            self._parts.append(Mark("g", self._highlights.pop(), is_end=True))

    def text(self, text: str) -> None:
        """Character data."""
        if not self._is_in_code():
            self._parts.append(text)

    def parts(self) -> list[str | Mark]:
        """Text, and marks that have what they need: no beginning without an end."""
        marks = Counter(part[:2] for part in self._parts if isinstance(part, Mark))
        paired = {mark for mark, count in marks.items() if count == (2 if mark[0] == "g" else 1)}
        return [part for part in self._parts if isinstance(part, str) or part[:2] in paired]

    def _is_in_code(self) -> bool:
        return not _CODE.isdisjoint(self._within)

    def _mark(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "bpt":
            number = attributes.get("i", "")
            self._names[number] = self._name(element, attributes, f"i{number}")
            self._parts.append(Mark("g", self._names[number]))
        elif element == "ept":
            number = attributes.get("i", "")
            self._parts.append(Mark("g", self._names.get(number, number), is_end=True))
        elif element == "hi":
            self._highlights.append(self._name(element, attributes))
            self._parts.append(Mark("g", self._highlights[-1]))
        elif element == "ph":
            self._parts.append(Mark("x", self._name(element, attributes)))

    def _name(self, element: str, attributes: Mapping[str, str], otherwise: str = "") -> str:
        """What ``x`` says; else what else tells, or the place among its like."""
        self._counts[element] += 1
        own = attributes.get("x") or otherwise or f"no. {self._counts[element]}"
        return f"{element} {own}"


def with_tags(source: Iterable[str | Mark], target: Iterable[str | Mark]) -> tuple[str, str]:
    """A segment and its translation in the notation of PO.

    Where the elements of the two are not the same, each within the same, both
    are plain text.

    Args:
        source: the parts of the segment (``SegmentParts.parts``).
        target: those of the translation.
    """
    source, target = list(source), list(target)
    numbers: dict[tuple[str, str], int] = {}
    for part in source:
        if isinstance(part, Mark):
            numbers.setdefault(part[:2], len(numbers) + 1)
    ours, theirs = _written(source, numbers), _written(target, numbers)
    marks = {part[:2] for part in target if isinstance(part, Mark)}
    # Compared with itself, a source tells whether its own tags cross.
    if marks == numbers.keys() and not tag_faults(ours, ours) and not tag_faults(ours, theirs):
        return ours, theirs
    return _written(source, {}), _written(target, {})


def _written(parts: Iterable[str | Mark], numbers: Mapping[tuple[str, str], int]) -> str:
    """The text with the tags that have numbers, white space as HTML shows it."""
    pieces = [""]
    for part in parts:
        if isinstance(part, str):
            pieces[-1] += part
        elif number := numbers.get(part[:2]):
            pieces += [_tag(part, number), ""]
    # Text stands at the even places; only all of it between two tags shows what looks like one.
    pieces[::2] = [escape_tags(text) for text in pieces[::2]]
    return _SPACE.sub(" ", "".join(pieces)).strip(" ")


def _tag(mark: Mark, number: int) -> str:
    if mark.kind == "x":
        return f"<x{number}/>"
    return f"</g{number}>" if mark.is_end else f"<g{number}>"
