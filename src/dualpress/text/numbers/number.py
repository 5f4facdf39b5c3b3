"""What a number in text is."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from dualpress.article import Span

__all__ = ["Number", "NumberKind", "is_equal"]


class NumberKind(StrEnum):
    """How a number is written, hence how much it says."""

    FIGURE = "figure"
    """With digits: ``12``, ``1.5 million``, ``3 लाख``."""

    WORDS = "words"
    """In words: ``twenty-five``, साढ़े तीन लाख."""

    TIME = "time"
    """An hour or minute of the clock."""

    MONTH = "month"
    """A month's name; its value is its number in the year."""

    HINT = "hint"
    """A word that the other language may write as a number: ``both``, पहला, ``II``."""


class Number(NamedTuple):
    """A number in text.

    Args:
        value: what it is worth, exactly.
        span: where it stands.
        kind: how it is written.
        required: whether a translation must show it.
        also: other values that a translation may rightly show instead
            (22 o'clock for 10, 1990 for "the '90s").
        scale: what its last scale words multiply by; 1 without any.
        may_share_scale: whether a scale word behind a later number may count for it too:
            the 5 of "5 to 6 million".
    """

    value: Fraction
    span: Span
    kind: NumberKind
    required: bool = False
    also: frozenset[Fraction] = frozenset()
    scale: Fraction = Fraction(1)
    may_share_scale: bool = False

    @property
    def values(self) -> frozenset[Fraction]:
        """Its value and the others that may stand for it."""
        return self.also | {self.value}


def is_equal(one: Number, other: Number) -> bool:
    """Whether two numbers have one value."""
    # Figures of the same digits have one object, and to compare fractions is dear.
    return one.value is other.value or one.value == other.value
