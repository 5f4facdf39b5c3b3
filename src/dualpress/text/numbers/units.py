"""What a number counts: percent, currencies and measures, as both languages write them.

All patterns are for text in NFD, where a nukta may be missing.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.text.devanagari import WORD_START

__all__ = [
    "CURRENCY_BEFORE",
    "NOTHING_COUNTED",
    "UNITS",
    "Unit",
    "counted",
    "is_yuan",
    "may_count",
    "named",
]


class Unit(NamedTuple):
    """A unit: its kind, and how each language writes it, as patterns."""

    kind: str
    sign: str
    english: str
    hindi: str


UNITS = {
    "percent": Unit(
        "share", "%", r"per\s?cent(?:age)?(?:\s+points?)?|pct",
        "प्रतिशत|फ\u093c?ी?सदी?|फ\u093c?ी सदी|सैकड\u093c?ा|परसेंट|पर्सेंट",
    ),
    "dollar": Unit("money", r"\$", r"dollars?|USD|bucks?", "डॉलर(?:ों)?|डालर|यूएसडी"),
    "rupee": Unit(
        "money", "₹", r"rupees?|Rs\.?|INR|PKR", "र[ुू]प(?:य[ेाो]|ए|ये)ं?|रु\\.?|रू\\.?|पीकेआर|आईएनआर"
    ),
    "pound": Unit("money", "£", r"pounds?|GBP|quid|lbs?", "पा?[उौ](?:ं|ण्)ड|पाउंड्स|जीबीपी"),
    "euro": Unit("money", "€", r"euros?|EUR", "यूरो"),
    "yuan": Unit("money", "", r"yuan|RMB|renminbi", "युआन|रेनमिनबी"),
    "yen": Unit("money", "¥", r"yen|JPY", "येन"),
    "kilometre": Unit(
        "length", "", r"kilomet(?:re|er)s?|kms?|kmph|kph|km/h", "किलोमीटर|कि\\.?\\s?मी\\.?"
    ),
    "mile": Unit("length", "", r"miles?|mph|mi(?![\s-]?\p{Nd})", "मील(?:ों)?|माइल्स?"),
    "kilogram": Unit(
        "weight", "", r"kilograms?|kilogrammes?|kilos?|kgs?", "किलो(?:ग्राम)?|कि\\.?\\s?ग्रा\\.?"
    ),
    "tonne": Unit("weight", "", r"(?:metric\s+)?ton(?:ne)?s?|MT(?!-)", "टन(?:ों)?"),
    "foot": Unit("length", "", r"feet|foot|ft\.?", "फ\u093c?[ुी]ट"),
}  # fmt: skip

_SCALE = (
    "(?:hundred|thousand|lakhs?|crores?|million|billion|trillion|(?:bn|mn|m|k)(?![a-z])|सौ|हज\u093c?ार|लाख|करोड\u093c"
    "|अरब|खरब|मिलियन|बिलियन|ट्रिलियन)"
)
CURRENCY_BEFORE = r"(?:(?:[A-Z]{1,3}\s?)?[$£€₹¥]|(?:Rs\.?|रु\.|USD|GBP|EUR|JPY|INR|PKR|AUD|CAD)\s?)"
"""What stands before an amount, as a pattern: ``$``, ``US$``, ``Rs.``"""

NOTHING_COUNTED = (
    r"(?=\s*(?:\Z|[.,;:!?।)\]”’])|\s(?:में|से|तक|का|की|के|को|पर|है|हैं|था|थी|थे|और|या|तथा|क्षेत्र"
    r"|of|in|and|or|to|is|was|were|are|from|with|by|on|at|for|that|area)(?![\p{L}\p{M}]))"
)
"""What follows a number behind a length where it is its power, and counts nothing: 5 किमी 2 में."""

_QUALIFIER = (
    r"(?:US|U\.S\.|Indian|Pakistani|Canadian|Australian|square|sq\.?|nautical"
    "|अमेरिकी|अमरीकी|भारतीय|पाकिस्तानी|वर्ग|समुद्री|नॉटिकल)"
)
_NUMBER = r"(?<![\p{L}\p{N}])\p{Nd}[\p{Nd},.]*"
_END = r"(?![\p{L}\p{M}])"
_SIGNS = regex.compile("[%$₹£€¥]")


def may_count(text: str, language: Language) -> bool:
    """Whether a text has any unit beside a figure, or a sign; most sentences have none.

    Asked once, it spares a search for each of the units.

    Args:
        text: in NFD.
        language: whose words for units are known.
    """
    return bool(_SIGNS.search(text) or _any_counted(language).search(text))


@cache
def _any_counted(language: Language) -> regex.Pattern[str]:
    """All of :func:`counted` but the signs, as one pattern that begins with a digit."""
    is_english = language is Language.EN
    words = "|".join(unit.english if is_english else unit.hindi for unit in UNITS.values())
    after = rf"[\p{{Nd}},.]*(?:[\s-]*{_SCALE})*[\s-]*(?:{_QUALIFIER}\s+)?(?:{words}){_END}"
    before = rf"(?<={WORD_START}(?:{words})\s?\p{{Nd}})"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])\p{{Nd}}(?:{before}|{after})", regex.IGNORECASE)


@cache
def counted(name: str, language: Language) -> regex.Pattern[str]:
    """A pattern of a unit beside a figure, as one language writes it."""
    unit = UNITS[name]
    words = unit.english if language is Language.EN else unit.hindi
    after = rf"{_NUMBER}(?:[\s-]*{_SCALE})*[\s-]*(?:{_QUALIFIER}\s+)?(?:{words}){_END}"
    before = rf"{WORD_START}(?:{words})\s?{_NUMBER}"
    sign = rf"|{unit.sign}\s?\p{{Nd}}[\p{{Nd}},.]*|{_NUMBER}\s?{unit.sign}" if unit.sign else ""
    return regex.compile(f"{after}|{before}{sign}", regex.IGNORECASE)


@cache
def named(name: str) -> regex.Pattern[str]:
    """A pattern of a unit anywhere, in either language: Hindi keeps ``km`` too."""
    unit = UNITS[name]
    sign = f"|{unit.sign}" if unit.sign else ""
    words = rf"{unit.english}|{unit.hindi}"
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{words}){_END}{sign}", regex.IGNORECASE)


_CHINESE = regex.compile(
    r"(?<!\p{L})(?:yuan|renminbi|RMB|CNY|China|Chinese|Beijing)(?!\p{L})|चीन|युआन", regex.IGNORECASE
)


def is_yuan(text: str) -> bool:
    """Whether the sign ¥ in a text is the yuan's: it is the yen's elsewhere than in China."""
    return "¥" in text and _CHINESE.search(text) is not None
