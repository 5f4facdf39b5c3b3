"""What numbers mean beside their neighbours: ``5 to 6 million``, ``1998-99``, ``the '90s``."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import regex

from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.numbers.number import Number, NumberKind
from dualpress.text.numbers.units import CURRENCY_BEFORE

__all__ = ["either_century", "in_context"]

_SHARED_SCALE = regex.compile(
    rf"\s*(?:-|–|—|,|/|to|or|and|से|या|और|एवं|व|से लेकर)\s*{CURRENCY_BEFORE}?\s*"
)
_ANOTHER = regex.compile(rf"एक\s+और{WORD_END}")
_DECADE = regex.compile(r"['’]?s(?!\p{L})|[\s-]*(?:के|वाले)?\s*दशक")
_PLURALS, _IN_HINDI = ("s", "'", "’"), "दशक"
"""What decades begin with behind their number, or have; few texts do."""

_YEAR_RANGE = regex.compile(r"\s?[-–—/]\s?")
_YEAR_TOO = regex.compile(r"\s?(?:,|and|or|to|और|या|से|तथा)\s['’]?")
_SHORT_YEAR = regex.compile(rf"(?:{WORD_START}(?:सन्?|साल|वर्ष)\s|['’])\Z")
_LETTER_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "b": 10**9}
_LETTER_SCALE = regex.compile(r"(?i:k|m|bn?)(?!\p{L}|[²³23])")
_THIRDS = frozenset("⅓⅔")
_IN_FIGURES = NumberKind.FIGURE  # before Python 3.12 a member of an enum is slow to reach
_NO_VALUES: frozenset[Fraction] = frozenset()
_COUNTING = (NumberKind.FIGURE, NumberKind.WORDS)

# Sayings that name a number and mean none.
_SAYING = regex.compile(
    rf"{WORD_START}(?:(?:छत्तीस|36)\sका\sआ[ंँ]क(?:ड\u093c?|\u095c)[ाे]|उन्नीस[\s-]बीस|सोलह\sआने"
    rf"|24\s?[/x×]\s?7|चौबीसों|fifty-fifty|50[-/]50|catch[-\s](?:22|twenty-two)){WORD_END}",
    regex.IGNORECASE,
)


_MOST_DIGITS = 2
"""Digits of the figures in them."""

_SAID = ("36", "छत्तीस", "उन्नीस", "सोलह", "24", "चौबीसों", "fifty-", "50", "catch")
"""What no saying is without."""


def in_context(text: str, numbers: list[Number]) -> list[Number]:
    """Add what numbers may also mean beside their neighbours and signs.

    Args:
        text: the text.
        numbers: its numbers, each read by itself.

    Returns:
        The same numbers, in order.
    """
    sayings = _sayings(text) if any(map(_may_be_said, numbers)) else []
    numbers = [_alone(text, number, sayings) for number in numbers]
    if len(numbers) == 1:
        return numbers
    _share_scales(text, numbers)
    for i, (number, following) in enumerate(pairwise(numbers)):
        year = _second_year(text, number, following)
        if year is not None:
            numbers[i + 1] = following._replace(also=following.also | {year})
    return numbers


def _may_be_said(number: Number) -> bool:
    """Whether a saying may have it: none has a figure of more than two digits."""
    return number.span.end - number.span.start <= _MOST_DIGITS or number.kind is not _IN_FIGURES


def _sayings(text: str) -> list[tuple[int, int]]:
    if not any(map(text.lower().__contains__, _SAID)):
        return []
    return [match.span() for match in _SAYING.finditer(text)]


def _share_scales(text: str, numbers: list[Number]) -> None:
    """``5, 6 and 7 million``: the first two may be millions too."""
    if all(number.scale == 1 for number in numbers):  # nearly always
        return
    scale = Fraction(1)
    for i in range(len(numbers) - 2, -1, -1):
        number, following = numbers[i], numbers[i + 1]
        gap = text[number.span.end : following.span.start]
        scale = following.scale if following.scale > 1 else scale
        is_small = number.scale == 1 and number.value < 1000 and number.kind in _COUNTING
        is_near = is_small and scale > 1 and _SHARED_SCALE.fullmatch(gap)
        if is_near and not _ANOTHER.match(text, number.span.start):
            also = number.also | {number.value * scale}
            numbers[i] = number._replace(also=also, may_share_scale=True)
        else:
            scale = Fraction(1)


def _second_year(text: str, number: Number, following: Number) -> Fraction | None:
    """``1998-99``, 1965 और 71."""
    gap = text[number.span.end : following.span.start]
    is_listed = following.span.end - following.span.start == 2 and _YEAR_TOO.fullmatch(gap)
    if not (_YEAR_RANGE.fullmatch(gap) or is_listed):
        return None
    if not (1000 <= number.value <= 2100 and following.value < 100):
        return None
    year = number.value // 100 * 100 + following.value
    return year if year > number.value else year + 100  # "1999-00"


def _alone(text: str, number: Number, sayings: list[tuple[int, int]]) -> Number:
    """What a number says by itself and the signs beside it."""
    start, end = number.span
    if sayings and any(begin <= start and end <= finish for begin, finish in sayings):
        return number._replace(required=False)
    if number.kind is not _IN_FIGURES:
        return number
    also = _short_year(text, number) | _lettered(text, number)
    if text[end - 1] in _THIRDS:
        also |= {round(number.value, places) for places in (0, 1, 2)}
    return number._replace(also=number.also | also) if also else number


def _short_year(text: str, number: Number) -> frozenset[Fraction]:
    """``the '90s`` may be written as ``1990 के दशक``, सन् 65 as ``1965``."""
    start, end = number.span
    may_be_decade = text[end : end + 1] in _PLURALS or _IN_HINDI in text
    is_decade = may_be_decade and _DECADE.match(text, end)
    is_year = end - start == 2 and _SHORT_YEAR.search(text[max(0, start - 8) : start])
    # Asked last: to compare fractions is dear.
    if not (is_decade or is_year) or number.value >= 100 or number.scale != 1:
        return _NO_VALUES
    return frozenset({1900 + number.value}) if is_decade else either_century(number.value)


def _lettered(text: str, number: Number) -> frozenset[Fraction]:
    """``20k troops``; 5m may be metres."""
    end = number.span.end
    letter = _LETTER_SCALE.match(text, end) if text[end : end + 1].isalpha() else None
    if letter is None or number.scale != 1:
        return _NO_VALUES
    return frozenset({number.value * _LETTER_SCALES[letter[0].lower()]})


def either_century(two_digits: Fraction) -> frozenset[Fraction]:
    """The years that two digits may stand for."""
    return frozenset({1900 + two_digits, 2000 + two_digits})
