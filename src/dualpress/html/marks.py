"""Find the marks of other programs in a text: WordPress's shortcodes, template marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dualpress.article import Span
from dualpress.html.shortcodes import closed_names, disarmed_brackets, read_shortcode
from dualpress.html.signs import Mark, MarkKind, Role, Sign
from dualpress.html.templates import read_template_mark

__all__ = ["Place", "disarmed", "find_marks", "has_marks", "label_of"]

_LONGEST_LABEL = 40
_OPENING = re.compile(r"[\[{<]")
# What opens or closes a template mark, or may do so together with what stands beside the text.
_ARMED = re.compile(r"\{(?=[{%#]|\Z)|(?:(?<=[}%#])|\A)\}")
_HAS_OPENING = re.compile(r"\[[\[/A-Za-z]|\{[{%#]|<%")


class Place(NamedTuple):
    """A stretch of source in which marks may begin.

    Args:
        start: of the stretch.
        end: before which a mark begins.
        limit: that no mark reaches beyond.
    """

    start: int
    end: int
    limit: int


def has_marks(text: str) -> bool:
    """Whether a text has what could begin a mark; quick."""
    return _HAS_OPENING.search(text) is not None


def find_marks(text: str, places: Iterable[Place] | None = None) -> list[Mark]:
    """Find the marks in a text, in its order; none overlaps another.

    Args:
        text: source text, character references and all.
        places: where marks may begin, in order; by default anywhere.
    """
    where = [Place(0, len(text), len(text))] if places is None else list(places)
    signs = list(_signs(text, where))
    return list(_outermost(_marks(signs, _pairs(signs))))


def disarmed(text: str, known: str) -> str:
    """Write a text so that no program finds a mark in it, and a browser shows the same.

    Args:
        text: source text of a page, ``<`` and ``>`` written as references.
        known: a text of the page, in which there are no marks.
    """
    if "[" not in text and "{" not in text and "}" not in text:
        return text
    braces = _ARMED.sub(lambda match: f"&#{ord(match[0])};", text)
    return disarmed_brackets(braces, known)


def label_of(mark: str) -> str:
    """The source of a mark as a reviewer is told of it: on one line, and not too long."""
    line = " ".join(mark.split())
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1] + "…"


def _signs(text: str, places: list[Place]) -> Iterator[Sign]:
    closed = {name for start, end, _ in places for name in closed_names(text, start, end)}
    position = 0
    for start, end, limit in places:
        position = max(position, start)
        while opening := _OPENING.search(text, position, end):
            at = opening.start()
            if opening[0] == "[":
                sign = read_shortcode(text, at, limit, closed)
            else:
                sign = read_template_mark(text, at, limit)
            position = sign.span.end if sign else at + 1
            if sign:
                yield sign


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


def _outermost(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Leave out what stands inside of another."""
    end = 0
    for mark in marks:
        if mark.span.start >= end:
            end = mark.span.end
            yield mark
