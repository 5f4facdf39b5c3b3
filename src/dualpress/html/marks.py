"""Find the marks of other programs in a text: WordPress's shortcodes, template marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from dualpress.article import Span
from dualpress.html.paragraphs import BLANK_LINE
from dualpress.html.shortcodes import (
    are_shortcodes,
    armed_brackets,
    brackets_of,
    closed_names,
    read_shortcode,
)
from dualpress.html.signs import Mark, MarkKind, Role, Sign
from dualpress.html.templates import read_template_mark

__all__ = [
    "Place",
    "armed",
    "disarmed",
    "find_marks",
    "has_marks",
    "is_broken_off",
    "label_of",
    "outermost",
]

_LONGEST_LABEL = 40
_OPENING = re.compile(r"[\[{<]")
# What opens or closes a template mark, or may do so together with what stands beside the text.
_ARMED = re.compile(r"\{(?=[{%#]|\Z)|(?:(?<=[}%#])|\A)\}")
_BROKEN_OFF = re.compile(r"\{[{%]|<%|<\?(?:php|=)")
_HAS_OPENING = re.compile(r"\[[\[/A-Za-z]|\{[{%#]|<%|<\?(?:php|=)")


class Place(NamedTuple):
    """A stretch of source in which marks may begin.

    Args:
        start: of the stretch.
        end: before which a mark begins.
        limit: that no mark reaches beyond.
        is_led: whether words stand before it in its block.
        is_followed: whether words stand behind it.
        has_paragraphs: whether blank lines part it.
    """

    start: int
    end: int
    limit: int
    is_led: bool = False
    is_followed: bool = False
    has_paragraphs: bool = False


def has_marks(text: str) -> bool:
    """Whether a text has what could begin a mark; quick."""
    return _HAS_OPENING.search(text) is not None


def is_broken_off(text: str) -> bool:
    """Whether a template mark begins in a text without marks, and does not end there."""
    return _BROKEN_OFF.search(text) is not None


def find_marks(text: str, places: Iterable[Place] | None = None) -> list[Mark]:
    """Find the marks in a text, in its order; none overlaps another.

    Args:
        text: source text, character references and all.
        places: where marks may begin, in order; by default anywhere.
    """
    where = [Place(0, len(text), len(text))] if places is None else list(places)
    signs = list(_signs(text, where))
    return list(outermost(_marks(signs, _pairs(signs))))


def armed(text: str, known: str) -> list[int]:
    """Where a text has what another program would take for a mark, or for half of one.

    Args:
        text: of a page.
        known: a text of the page, in which there are no marks.

    Returns:
        The offsets of the characters that make it one, in order.
    """
    if "[" not in text and "{" not in text and "}" not in text:
        return []
    braces = [match.start() for match in _ARMED.finditer(text)]
    return sorted([*braces, *armed_brackets(text, known)])


def disarmed(text: str, known: str) -> str:
    """Write a text so that no program finds a mark in it, and a browser shows the same.

    Args:
        text: source text of a page, ``<`` and ``>`` written as references.
        known: a text of the page, in which there are no marks.
    """
    pieces: list[str] = []
    position = 0
    for offset in armed(text, known):
        pieces += (text[position:offset], f"&#{ord(text[offset])};")
        position = offset + 1
    return "".join([*pieces, text[position:]])


def label_of(mark: str) -> str:
    """The source of a mark as a reviewer is told of it: on one line, and not too long."""
    line = " ".join(mark.split())
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1] + "…"


def _signs(text: str, places: list[Place]) -> Iterator[Sign]:
    closed = {name for place in places for name in closed_names(text, *place[:2])}
    position = 0
    for place in places:
        start, end, limit = place.start, place.end, place.limit
        alone = _alone(text, place)
        position = max(position, start)
        while opening := _OPENING.search(text, position, end):
            at = opening.start()
            if opening[0] == "[":
                sign = read_shortcode(text, at, limit, closed, is_alone=at in alone)
            else:
                sign = read_template_mark(text, at, limit)
            position = sign.span.end if sign else at + 1
            if sign:
                yield sign


def _alone(text: str, place: Place) -> set[int]:
    """The brackets of a place that fill their paragraphs."""
    if "[" not in text[place.start : place.end]:
        return set()
    blank_lines = BLANK_LINE.finditer(text, place.start, place.end)
    gaps = [match.span() for match in blank_lines if place.has_paragraphs]
    bounds = list(pairwise([(place.start, place.start), *gaps, (place.end, place.end)]))
    parts = [Span(before[1], after[0]) for before, after in bounds]
    first = 1 if place.is_led else 0
    last = len(parts) - 1 if place.is_followed else len(parts)
    return {
        offset
        for start, end in parts[first:last]
        if are_shortcodes(text[start:end])
        for offset in brackets_of(text, start, end)
    }


def _pairs(signs: list[Sign]) -> dict[int, int]:
    """The index of the sign that closes each sign that is closed."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for index, sign in enumerate(signs):
        if sign.role is Role.OPEN:
            opened[sign.name].append(index)
        elif sign.role is Role.CLOSE and opened[sign.name]:
            pairs[opened[sign.name].pop()] = index
    return pairs


def _marks(signs: list[Sign], pairs: dict[int, int]) -> Iterator[Mark]:
    closing = set(pairs.values())
    for index, sign in enumerate(signs):
        if index in pairs and sign.whole is not None:
            span = Span(sign.span.start, signs[pairs[index]].span.end)
            yield Mark(span, sign.name, sign.whole)
        elif index in pairs and sign.alone is not MarkKind.PART:
            yield Mark(sign.span, sign.name, MarkKind.OPEN)
        elif index in closing and sign.alone is not MarkKind.PART:
            yield Mark(sign.span, sign.name, MarkKind.CLOSE)
        else:
            yield Mark(sign.span, sign.name, sign.alone)


def outermost(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks, in order, without those inside of another."""
    end = 0
    for mark in marks:
        if mark.span.start >= end:
            end = mark.span.end
            yield mark
