"""Whether two texts in two languages name the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from dualpress.article import Language
from dualpress.text.numbers.find import find_numbers
from dualpress.text.numbers.number import Number

__all__ = ["Mismatch", "same_numbers"]


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


def same_numbers(
    source: str, source_language: Language, target: str, target_language: Language
) -> list[Mismatch]:
    """Compare the numbers of a text and its translation by value.

    Each number is paired with one of equal value on the other side, however it
    is written. Numbers that a translator may drop or add (``one``, months,
    minute 00) are paired where they can be and never demanded. Neither is the
    repetition of a number: "24 August 2021 to 5 September 2021".

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.

    Returns:
        What found no partner: the missing in the order of the source, then
        what is too much in the order of the target.
    """
    ours = find_numbers(source, source_language)
    theirs = find_numbers(target, target_language)
    lonely, surplus = _unpaired(ours, theirs)
    missing = [Mismatch(number, True, source[slice(*number.span)]) for number in lonely]
    extra = [Mismatch(number, False, target[slice(*number.span)]) for number in surplus]
    return missing + extra


def _unpaired(ours: list[Number], theirs: list[Number]) -> tuple[list[Number], list[Number]]:
    """The required numbers of both sides that no number of the other can stand for."""
    here, there = _values(ours), _values(theirs)
    for agree in _AGREEMENTS:
        ours, theirs = _without_pairs(ours, theirs, agree)
    return (
        [number for number in ours if number.required and number.value not in there],
        [number for number in theirs if number.required and number.value not in here],
    )


def _values(numbers: list[Number]) -> frozenset[Fraction]:
    return frozenset(number.value for number in numbers)


_AGREEMENTS: tuple[Callable[[Number, Number], bool], ...] = (
    lambda one, two: one.required and two.required and one.value == two.value,
    lambda one, two: one.value == two.value,
    lambda one, two: not one.values.isdisjoint(two.values),
)
"""From the surest to the loosest: a figure is paired with a figure before a word."""


def _without_pairs(
    ours: list[Number], theirs: list[Number], agree: Callable[[Number, Number], bool]
) -> tuple[list[Number], list[Number]]:
    left, rest = [], list(theirs)
    for number in ours:
        partner = next((other for other in rest if agree(number, other)), None)
        if partner is None:
            left.append(number)
        else:
            rest.remove(partner)
    return left, rest
