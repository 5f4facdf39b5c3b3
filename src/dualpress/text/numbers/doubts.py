"""What is likely to be wrong about numbers whose values agree, or which may come and go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from dualpress.article import Language, Span
from dualpress.text.numbers.compare import Pairing, compare
from dualpress.text.numbers.halves import Hour, find_hours, swapped_halves
from dualpress.text.numbers.number import Number, NumberKind
from dualpress.text.numbers.phrases import Phrase, other_phrases
from dualpress.text.numbers.quantities import lost_signs, other_dollars, swapped_units

__all__ = ["Doubt", "number_doubts", "unit_doubts"]

_Said: TypeAlias = Number | Hour | Phrase

_REMEMBERED = 1 << 10
"""Translations whose doubts are kept: those of some articles are put right in a row, and then
checked in a row."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a reviewer should look at.

    Args:
        message: what it is, one sentence without its stop.
        span: where it stands in the translation, if it is there.
        unit: the name of the unit that is another one now, if that is what it is about.
    """

    message: str
    span: Span | None = None
    unit: str | None = None


@lru_cache(maxsize=_REMEMBERED)
def number_doubts(
    source: str, source_language: Language, target: str, target_language: Language
) -> tuple[Doubt, ...]:
    """Compare what :func:`same_numbers` does not demand.

    A small number in words, where each side has just one that the other lacks; the half of
    the day; a minus; ``two-thirds``, ``World War II`` and ``9/11``.

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.
    """
    ours, theirs, pairing = compare(source, source_language, target, target_language)
    hours = find_hours(source, source_language)
    others = find_hours(target, target_language) if hours else []
    became: Iterable[tuple[_Said, _Said]] = chain(
        _other_words(pairing, ours, theirs),
        swapped_halves(hours, others),
        other_phrases(source, target),
    )
    doubts = [
        _became(source[slice(*one.span)], target[slice(*two.span)], two.span) for one, two in became
    ]
    for number in lost_signs(source, target, pairing.pairs):
        doubts.append(Doubt(f"The minus of “{source[slice(*number.span)]}” is missing"))
    return tuple(doubts)


@lru_cache(maxsize=_REMEMBERED)
def unit_doubts(
    source: str, source_language: Language, target: str, target_language: Language
) -> tuple[Doubt, ...]:
    """Compare the units beside equal numbers, and the countries of dollars.

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.
    """
    pairing = compare(source, source_language, target, target_language).pairing
    doubts = [
        Doubt(
            f"The {one.unit} of the source (“{one.written}”) is now a {one.other}",
            one.span,
            one.unit,
        )
        for one in swapped_units(source, target, pairing.pairs)
    ]
    dollars = other_dollars(source, target)
    if dollars is not None:
        doubts.append(Doubt(f"The {dollars[0]} dollar of the source is now a {dollars[1]} one"))
    return tuple(doubts)


def _became(before: str, after: str, span: Span) -> Doubt:
    return Doubt(f"“{before}” has become “{after}”", span)


def _other_words(
    pairing: Pairing, ours: Sequence[Number], theirs: Sequence[Number]
) -> Iterator[tuple[Number, Number]]:
    """``Eight people`` and सात लोग: one word alone on each side."""
    if not pairing.lonely or not pairing.surplus:
        return
    lonely, surplus = _words(pairing.lonely, theirs), _words(pairing.surplus, ours)
    if len(lonely) == len(surplus) == 1:
        yield lonely[0], surplus[0]


def _words(numbers: tuple[Number, ...], others: Sequence[Number]) -> list[Number]:
    """Small numbers in words that the other side has in no form."""
    small = [
        number
        for number in numbers
        if number.kind is NumberKind.WORDS
        and not number.required
        and number.value >= _FEWEST
        and number.value.denominator == 1
        and number.scale == 1
    ]
    if not small:  # nearly always, and the values of many fractions are dear
        return []
    values = frozenset().union(*(other.values for other in others))
    return [number for number in small if number.value not in values]


_FEWEST = 2
"""One may be an article."""
