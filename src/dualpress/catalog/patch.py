"""Numbers of an edited source, put into the translation that was approved before the edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

import regex

from dualpress.article import TAG, Language, Span, other, plain_text
from dualpress.catalog.numerals import Numeral, read_numeral
from dualpress.states import Approved
from dualpress.text.numbers import Number, NumberKind, find_numbers, same_numbers

__all__ = ["Patch", "patch_numbers"]

# "12th" and 12वीं change with their number, "F-16" and "B52" are names, and "a 12-day" may
# become "an 11-day". A tag within a word is none to it.
_BEFORE = regex.compile(r"[\p{L}\p{M}\u200c\u200d][-\u2010\u2011]?$|(?<!\p{L})[Aa]n?\s$")
_AFTER = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]")

_FIGURE = regex.compile(r"\p{Nd}[\p{Nd}.,]*(?<=\p{Nd})")

# With one, the words around a number change: "1 person", "0 casualties".
_SINGULAR = (0, 1)


class Patch(NamedTuple):
    """An approved translation with other numbers in it.

    Args:
        target: the translation.
        changes: old and new, as they are written there.
    """

    target: str
    changes: tuple[tuple[str, str], ...]


class _Figure(NamedTuple):
    """A number with where it stands in a tagged text and how it is written."""

    number: Number
    numeral: Numeral | None
    text: str

    @property
    def value(self) -> Fraction:
        return self.number.value

    @property
    def span(self) -> Span:
        return self.number.span


def patch_numbers(approved: Approved, source: str, language: Language) -> Patch | None:
    """Put the new numbers of a source into the translation approved for the old one.

    That is certain only where the sources differ in numbers written with
    digits and in nothing else, and each number that changed stands once in
    the old source and once in the translation, by value, in a form that can
    hold the new one: the same digits and grouping, and a scale word (लाख) only
    if the new number has two decimals of it at most. Times of day are not
    (शाम 5 बजे is रात 9 बजे four hours later), nor ordinals, nor names with numbers.

    Args:
        approved: what a human approved.
        source: the sentence now, with its tags.
        language: of the sources.

    Returns:
        ``None`` where it is not certain.
    """
    if _FIGURE.sub("", approved.source) != _FIGURE.sub("", source):
        return None  # the rest is slow, and few edits come to it
    old, new = _figures(approved.source, language), _figures(source, language)
    if not _differ_in_numbers_alone(approved.source, old, source, new):
        return None
    theirs = _figures(approved.target, other(language))
    patches: list[tuple[Span, str]] = []
    for before, after in zip(old, new, strict=True):
        if before.text == after.text:
            continue
        if not (_is_certain(before, approved.source, old) and _is_certain(after, source, new)):
            return None
        place = _place(before, theirs, approved.target)
        text = place and _rewritten(place, after)
        if place is None or text is None:
            return None
        patches.append((place.span, text))
    return _patched(approved, source, sorted(patches), language) if patches else None


def _figures(tagged: str, language: Language) -> list[_Figure]:
    # Tags become spaces, so that the spans are those of the tagged text.
    text = TAG.sub(lambda tag: " " * len(tag[0]), tagged)
    return [
        _Figure(number, _numeral(number, tagged[slice(*number.span)]), tagged[slice(*number.span)])
        for number in find_numbers(text, language)
    ]


def _numeral(number: Number, text: str) -> Numeral | None:
    if number.kind is not NumberKind.FIGURE or number.also:
        return None
    return read_numeral(text, number.scale, number.value)


def _differ_in_numbers_alone(
    old: str, olds: Sequence[_Figure], new: str, news: Sequence[_Figure]
) -> bool:
    return len(olds) == len(news) and list(_gaps(old, olds)) == list(_gaps(new, news))


def _gaps(text: str, figures: Sequence[_Figure]) -> Iterator[str]:
    """What stands between the numbers."""
    position = 0
    for figure in figures:
        yield text[position : figure.span.start]
        position = figure.span.end
    yield text[position:]


def _is_certain(figure: _Figure, text: str, among: Sequence[_Figure]) -> bool:
    """Whether it is plain that this number, and no other, is the one that changed."""
    if figure.numeral is None or figure.value in _SINGULAR:
        return False
    is_alone = sum(figure.value in one.number.values for one in among) == 1
    return is_alone and _stands_alone(figure.span, text)


def _stands_alone(span: Span, text: str) -> bool:
    before, after = TAG.sub("", text[: span.start]), TAG.sub("", text[span.end :])
    return not (_BEFORE.search(before) or _AFTER.match(after))


def _place(figure: _Figure, theirs: Sequence[_Figure], target: str) -> _Figure | None:
    """The one number of the translation that renders a number of the source."""
    found = [one for one in theirs if not one.number.values.isdisjoint(figure.number.values)]
    if len(found) != 1:
        return None
    return found[0] if _is_certain(found[0], target, theirs) else None


def _rewritten(place: _Figure, after: _Figure) -> str | None:
    if place.numeral is None or after.numeral is None:
        return None
    return place.numeral.rewritten(after.value, after.numeral)


def _patched(
    approved: Approved, source: str, patches: Sequence[tuple[Span, str]], language: Language
) -> Patch | None:
    target = approved.target
    for span, text in reversed(patches):
        target = target[: span.start] + text + target[span.end :]
    before = _mismatches(approved.source, approved.target, language)
    if _mismatches(source, target, language) != before:
        return None
    changes = ((approved.target[slice(*span)], text) for span, text in patches)
    return Patch(target, tuple(changes))


def _mismatches(source: str, target: str, language: Language) -> list[str]:
    """The numbers that stand on one side only, as they are written."""
    mismatches = same_numbers(plain_text(source), language, plain_text(target), other(language))
    return [mismatch.text for mismatch in mismatches]
