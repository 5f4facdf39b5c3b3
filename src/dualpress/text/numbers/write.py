"""Writing numbers: figures, scale words, months, parts of the day.

Grouping, the names of months and the parts of the day are CLDR's, by way of Babel, which is
imported only where something is written.
"""

from __future__ import annotations

from datetime import time
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache

from dualpress.article import Language
from dualpress.text.number_style import Digits, NumberStyle, Scales
from dualpress.text.numbers.words import spelled_out

__all__ = ["in_house_digits", "month_name", "part_of_day", "write_figure", "write_scaled"]

_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_LATIN = str.maketrans("०१२३४५६७८९", "0123456789")

_PRECISION = 200
"""Digits of the longest number that a text says, with room for its scale words."""

_MOST_DECIMALS = 2
_MOST_OF_A_SCALE = 1000
"""850 अरब is read at a glance, 8,500 करोड़ less well."""

_SCALES = {
    (Language.HI, Scales.INDIAN): (
        (10**12, "लाख करोड़"),
        (10**9, "अरब"),
        (10**7, "करोड़"),
        (10**5, "लाख"),
    ),
    (Language.HI, Scales.WESTERN): (
        (10**12, "ट्रिलियन"),
        (10**9, "बिलियन"),
        (10**6, "मिलियन"),
    ),
    (Language.EN, Scales.INDIAN): ((10**12, "lakh crore"), (10**7, "crore"), (10**5, "lakh")),
    (Language.EN, Scales.WESTERN): (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
    ),
}
_OPEN_ENDED = frozenset({"crore", "lakh crore", "लाख करोड़"})
"""Counted in thousands too: ``45,000 crore``."""


def write_figure(value: Fraction, style: NumberStyle, *, decimals: int = 0) -> str:
    """Write a number in digits, grouped as the style has it.

    Args:
        value: the number; it needs no more decimals than given.
        style: the house style.
        decimals: how many places behind the point are shown.
    """
    from babel.numbers import format_decimal

    whole = "#,##,##0" if style.is_indian_grouping else "#,##0"
    pattern = f"{whole}.{'0' * decimals}" if decimals else whole
    with localcontext(prec=_PRECISION):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return in_house_digits(str(format_decimal(exact, format=pattern, locale="en")), style)


def write_scaled(
    value: Fraction, style: NumberStyle, scales: Scales, *, in_words: bool = False
) -> str | None:
    """Write a large number with a scale word: 4.52 अरब, ``15 lakh``.

    Args:
        value: the number.
        style: the house style.
        scales: Indian or Western words.
        in_words: whether what stands before the scale word is a word too, if there is one.

    Returns:
        ``None`` where no scale word leaves at most two decimals.
    """
    for factor, word in _SCALES[style.language, scales]:
        share = value / factor
        is_handy = share < _MOST_OF_A_SCALE or word in _OPEN_ENDED
        decimals = _decimals(share)
        if share >= 1 and is_handy and decimals is not None:
            if in_words and not decimals and share < 100:
                return f"{spelled_out(int(share), style.language)} {word}"
            return f"{write_figure(share, style, decimals=decimals)} {word}"
    decimals = _decimals(value)
    smallest = _SCALES[style.language, scales][-1][0]
    if value >= smallest or decimals is None:
        return None
    return write_figure(value, style, decimals=decimals)


def in_house_digits(text: str, style: NumberStyle) -> str:
    """Change the digits of a text to those of the style."""
    return text.translate(_DEVANAGARI if style.digits is Digits.DEVANAGARI else _LATIN)


@cache
def month_name(month: int, language: Language) -> str:
    """The full name of a month, 1 to 12."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", locale=str(language))[month])


@cache
def part_of_day(hour: int) -> str | None:
    """What Hindi says before an hour of the 24-hour clock: सुबह, दोपहर, शाम, रात."""
    from babel.dates import get_period_id, get_period_names

    period = get_period_id(time(hour), locale="hi")
    if period == "midnight":
        period = "night1"
    name = get_period_names("abbreviated", context="format", locale="hi").get(period)
    return str(name) if name else None


def _decimals(share: Fraction) -> int | None:
    places = range(_MOST_DECIMALS + 1)
    return next((count for count in places if (share * 10**count).denominator == 1), None)
