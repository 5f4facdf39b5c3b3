"""Whether two texts in two languages name the same numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.text.numbers.both import find_in_both
from dualpress.text.numbers.number import Number, NumberKind, is_equal
from dualpress.text.sounds import likeness

__all__ = ["Compared", "Mismatch", "Pairing", "compare", "pair_numbers", "same_numbers"]

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SAME_SOUND = 0.85

_REMEMBERED = 1 << 10
"""Translations whose numbers are kept: those of some articles are put right in a row, and then
checked in a row."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A number that stands on one side only.

    Args:
        number: the number; its span is in the text where it stands.
        is_missing: whether the target lacks it; else the target has it too much.
        text: the number as it is written.
    """

    number: Number
    is_missing: bool
    text: str


class Pairing(NamedTuple):
    """The numbers of a text and its translation, side by side.

    Args:
        pairs: numbers that stand for each other.
        lonely: those of the text that found no partner.
        surplus: those of the translation that found none.
    """

    pairs: tuple[tuple[Number, Number], ...]
    lonely: tuple[Number, ...]
    surplus: tuple[Number, ...]


class Compared(NamedTuple):
    """The numbers of a text and of its translation.

    Args:
        ours: those of the text.
        theirs: those of the translation.
        pairing: the same side by side.
    """

    ours: Sequence[Number]
    theirs: Sequence[Number]
    pairing: Pairing


_NO_NUMBERS = Compared((), (), Pairing((), (), ()))


@lru_cache(maxsize=_REMEMBERED)
def compare(
    source: str, source_language: Language, target: str, target_language: Language
) -> Compared:
    """Find the numbers of a text and its translation, and pair them.

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.
    """
    ours, theirs = find_in_both(source, source_language, target, target_language)
    if not ours and not theirs:
        return _NO_NUMBERS
    return Compared(tuple(ours), tuple(theirs), pair_numbers(ours, theirs))


def same_numbers(
    source: str, source_language: Language, target: str, target_language: Language
) -> list[Mismatch]:
    """Compare the numbers of a text and its translation by value.

    Each number is paired with one of equal value on the other side, however it
    is written. Numbers that a translator may drop or add (``one``, months,
    minute 00) are paired where they can be and never demanded. Neither is the
    repetition of a number: "24 August 2021 to 5 September 2021", nor a number word
    that the other side writes by its sound: छप्पन भोग, ``Chhappan Bhog``.

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.

    Returns:
        What found no partner: the missing in the order of the source, then
        what is too much in the order of the target.
    """
    ours, theirs, pairing = compare(source, source_language, target, target_language)
    if not pairing.lonely and not pairing.surplus:
        return []
    missing = _demanded(pairing.lonely, theirs, source, target)
    extra = _demanded(pairing.surplus, ours, target, source)
    return [
        *(Mismatch(number, True, source[slice(*number.span)]) for number in missing),
        *(Mismatch(number, False, target[slice(*number.span)]) for number in extra),
    ]


def pair_numbers(ours: list[Number], theirs: list[Number]) -> Pairing:
    """Pair the numbers of two texts, the surest pairs first.

    Args:
        ours: the numbers of a text.
        theirs: those of its translation.
    """
    if _agree_in_order(ours, theirs):  # as nearly always
        return Pairing(tuple(zip(ours, theirs, strict=True)), (), ())
    pairs: list[tuple[Number, Number]] = []
    for agree in _AGREEMENTS:
        if not ours or not theirs:
            break
        found = _pairs(ours, theirs, agree)
        if not found:
            continue
        pairs += found
        ours = _without(ours, [one for one, _ in found])
        theirs = _without(theirs, [two for _, two in found])
    return Pairing(tuple(pairs), tuple(ours), tuple(theirs))


def _demanded(
    left: tuple[Number, ...], others: Sequence[Number], text: str, other_text: str
) -> list[Number]:
    """Of the numbers without a partner those that the other side lacks indeed."""
    required = [number for number in left if number.required]
    if not required:
        return []
    values = {other.value for other in others}
    return [
        number
        for number in required
        if number.value not in values and not _is_name(number, text, others, other_text)
    ]


def _is_name(number: Number, text: str, others: Sequence[Number], other_text: str) -> bool:
    """Whether a number word is a name that the other side spells: no number of its own."""
    if number.kind is not NumberKind.WORDS:
        return False
    written = text[slice(*number.span)]
    numbers = {other_text[slice(*other.span)] for other in others}
    words = (word for word in _WORD.findall(other_text) if word not in numbers)
    return any(likeness(written, word) >= _SAME_SOUND for word in words)


_AGREEMENTS: tuple[Callable[[Number, Number], bool], ...] = (
    lambda one, two: one.required and two.required and is_equal(one, two),
    lambda one, two: one.value == two.value,
    lambda one, two: _may_be_equal(one, two),
)
"""From the surest to the loosest: a figure is paired with a figure before a word."""


def _may_be_equal(one: Number, two: Number) -> bool:
    """Whether a value that one may have is one that the other may have."""
    if not one.also and not two.also:  # as of most, and sets of fractions are dear
        return one.value == two.value
    return not one.values.isdisjoint(two.values)


def _agree_in_order(ours: list[Number], theirs: list[Number]) -> bool:
    """Whether each number has its surest partner in the same place of the other text."""
    if len(ours) != len(theirs):
        return False
    return all(map(_AGREEMENTS[0], ours, theirs))


def _pairs(
    ours: list[Number], theirs: list[Number], agree: Callable[[Number, Number], bool]
) -> list[tuple[Number, Number]]:
    pairs, rest = [], list(theirs)
    for number in ours:
        partner = next((other for other in rest if agree(number, other)), None)
        if partner is not None:
            rest.remove(partner)
            pairs.append((number, partner))
    return pairs


def _without(numbers: list[Number], taken: list[Number]) -> list[Number]:
    gone = set(map(id, taken))  # of a number itself the hash is dear
    return [number for number in numbers if id(number) not in gone]
