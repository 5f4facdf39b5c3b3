"""The house style of numbers in one language.

What a region's readers expect by default is CLDR's: the grouping of its decimal pattern
(``#,##,##0.###`` or ``#,##0.###``) and the order of its long date.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dualpress.article import Language

if TYPE_CHECKING:
    from babel import Locale

__all__ = [
    "CurrencyStyle",
    "Digits",
    "NumberStyle",
    "PercentStyle",
    "Scales",
    "UnitStyle",
    "house_style",
]

_AMERICAN = frozenset({"US", "CA", "PH", "PR"})
"""Regions that write ``percent`` and ``kilometer``."""

_SOUTH_ASIAN = frozenset({"BD", "IN", "LK", "NP", "PK"})
"""Regions whose English counts in lakh and crore."""


class Digits(StrEnum):
    """Which digits a text has."""

    LATIN = "latin"
    DEVANAGARI = "devanagari"


class Scales(StrEnum):
    """In which words large numbers are counted."""

    INDIAN = "indian"
    """``lakh``, ``crore``; लाख, करोड़, अरब."""

    WESTERN = "western"
    """``million``, ``billion``; मिलियन, बिलियन."""

    SOURCE = "source"
    """In those of the source, as far as the language has them."""

    KEEP = "keep"
    """In those that the translation has."""


class CurrencyStyle(StrEnum):
    """How an amount of money is written."""

    NAME = "name"
    """4.52 अरब डॉलर, ``500 rupees``."""

    SIGN = "sign"
    """``$4.52 billion``, ``Rs 500``."""

    KEEP = "keep"


class PercentStyle(StrEnum):
    """How a share is written."""

    WORD = "word"
    SIGN = "sign"
    KEEP = "keep"


class UnitStyle(StrEnum):
    """How Hindi writes a unit that the engine left in Latin letters."""

    SHORT = "short"
    """5 किमी."""

    LONG = "long"
    """5 किलोमीटर."""


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How numbers are written in one language.

    Args:
        language: the language.
        digits: Latin or Devanagari; English has Latin ones always.
        is_indian_grouping: ``10,00,000`` and not ``1,000,000``.
        scales: the words of large numbers.
        currency: the sign before an amount or the name behind it.
        percent: ``%`` or the word.
        units: the short or the long name of a unit.
        month_first: ``April 17, 2025`` and not ``17 April 2025``.
        is_american: ``percent`` and ``kilometers``, not ``per cent`` and ``kilometres``.
    """

    language: Language
    digits: Digits = Digits.LATIN
    is_indian_grouping: bool = True
    scales: Scales = Scales.INDIAN
    currency: CurrencyStyle = CurrencyStyle.NAME
    percent: PercentStyle = PercentStyle.KEEP
    units: UnitStyle = UnitStyle.SHORT
    month_first: bool = False
    is_american: bool = False


@cache
def house_style(region: str) -> NumberStyle:
    """The style that readers in a region expect, before a house sets anything.

    Args:
        region: a BCP 47 tag of English or Hindi, such as ``en-IN``; where CLDR does not know
            the region, its language alone counts.
    """
    locale = _locale(region)
    language = Language(locale.language)
    is_hindi = language is Language.HI
    territory = region.rpartition("-")[2].upper()
    is_indian = "##,##" in locale.decimal_formats[None].pattern
    scales = Scales.SOURCE if territory in _SOUTH_ASIAN else Scales.WESTERN
    return NumberStyle(
        language,
        is_indian_grouping=is_indian,
        scales=Scales.INDIAN if is_hindi else scales,
        currency=CurrencyStyle.NAME if is_hindi else CurrencyStyle.SIGN,
        month_first=locale.date_formats["long"].pattern.startswith("MMM"),
        is_american=territory in _AMERICAN,
    )


def _locale(region: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(region, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(region.partition("-")[0])
