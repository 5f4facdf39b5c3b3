"""Where exactly a tag begins and ends: marks, brackets and quotes as in the source."""

from __future__ import annotations

import regex

from dualpress.article import Span
from dualpress.engines.placement.sentence import Case
from dualpress.engines.placement.words import overlaps, widened

__all__ = ["dressed"]

_LEADING = regex.compile(r"^[^\p{L}\p{M}\p{N}\s]+")
_TRAILING = regex.compile(r"[^\p{L}\p{M}\p{N}\s]+$")
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("‘", "’"), ("«", "»"))
_SAME = {".": "।", "।": "।", "॥": "।", '"': "“", "”": "“", "'": "‘", "’": "‘"}
"""Marks that the two languages, or two typists, write for one another."""


def dressed(case: Case, span: Span) -> Span:
    """The place with the marks that the tag holds in the source, and no cut word or bracket.

    Args:
        case: the tag.
        span: the words that it goes around.
    """
    words = case.sentence.source[slice(*case.tag.span)].strip()
    start, end = _with_marks(case, span, _marks(_LEADING, words), _marks(_TRAILING, words))
    whole = _with_brackets(case, Span(start, end))
    for place in (whole, Span(start, end)):
        place = widened(case.sentence.target, place, case.room)
        if not overlaps(place, case.taken):
            return place
    return span


def _marks(pattern: regex.Pattern[str], words: str) -> frozenset[str]:
    found = pattern.search(words)
    return frozenset(map(_kind, found[0])) if found else frozenset()


def _kind(mark: str) -> str:
    return _SAME.get(mark, mark)


def _with_marks(case: Case, span: Span, left: frozenset[str], right: frozenset[str]) -> Span:
    target, room = case.sentence.target, case.room
    start, end = span
    while start > room.start and _kind(target[start - 1]) in left:
        start -= 1
    while end < room.end and _kind(target[end]) in right:
        end += 1
    return Span(start, end)


def _with_brackets(case: Case, span: Span) -> Span:
    """The other bracket too, where one of a pair is inside and the other is right beside."""
    target, room = case.sentence.target, case.room
    start, end = span
    for opening, closing in _BRACKETS:
        text = target[start:end]
        surplus = text.count(opening) - text.count(closing)
        if surplus > 0 and end < room.end and target[end] == closing:
            end += 1
        elif surplus < 0 and start > room.start and target[start - 1] == opening:
            start -= 1
    return Span(start, end)
