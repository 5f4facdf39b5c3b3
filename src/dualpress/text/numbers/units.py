"""What a number counts: percent, currencies and measures, as both languages write them.

All patterns are for text in NFD, where a nukta may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
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
    "counted_units",
    "is_yuan",
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
_COUNTING = regex.compile(r"(?<![\p{L}\p{N}])\p{Nd}[\p{Nd},.]*+(?=(?P<behind>[\s-]*+\S*+))")
"""A figure, and the word behind it."""

_NEIGHBOURS_KEPT = 1 << 12
_OF_SIGN = {unit.sign.removeprefix("\\"): name for name, unit in UNITS.items() if unit.sign}


def counted_units(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The units beside figures in a text: their names, and how the first of each is written.

    Args:
        text: in NFD.
        language: whose words for units are known.

    Yields:
        Each unit once, in the order of :data:`UNITS`.
    """
    names = _names_beside_figures(text, language)
    for name in UNITS if names else ():
        if name in names and (found := counted(name, language).search(text)):
            yield name, found[0]


def _names_beside_figures(text: str, language: Language) -> set[str]:
    """The units that may be counted, found in one scan; most sentences have none."""
    names = {name for sign, name in _OF_SIGN.items() if sign in text}
    if not _may_count(text, language):  # as nearly all, and the pattern is dear
        return names
    for match in _any_counted(language).finditer(text):
        if match.lastgroup is None:  # a figure alone
            continue
        names.update(name for name, written in match.groupdict().items() if written)
    return names


def _may_count(text: str, language: Language) -> bool:
    """Whether a word beside a figure may be one of a unit; few are, and most come again."""
    may_precede, may_follow = _beside(language)
    for figure in _COUNTING.finditer(text):
        start = figure.start()
        ahead = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
        if may_follow(figure["behind"]) or (ahead and may_precede(ahead)):
            return True
    return False


@cache
def _beside(language: Language) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """Whether what stands right before a figure, and right behind one, may be of a unit.

    Both are given the nearest word, with the space between, and answer for whatever is beyond.
    """
    words = _words(language)
    before = regex.compile(rf"(?r){_before(words)}", regex.IGNORECASE)
    after = regex.compile(_after(words), regex.IGNORECASE)
    kept = lru_cache(maxsize=_NEIGHBOURS_KEPT)
    return (
        kept(lambda ahead: before.match(ahead, partial=True) is not None),
        kept(lambda behind: after.match(behind, partial=True) is not None),
    )


@cache
def _any_counted(language: Language) -> regex.Pattern[str]:
    """All of :func:`counted` but the signs, as one pattern that begins with a digit."""
    words = _words(language)
    # A figure may have a unit on each side: "a tonne 12 percent dearer".
    both = rf"(?:(?<={_before(words)}\p{{Nd}})|)(?:(?=[\p{{Nd}},.]*+{_after(words)})|)"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])\p{{Nd}}{both}", regex.IGNORECASE)


def _words(language: Language) -> str:
    """A pattern of the words for all units, each a group of its name."""
    is_english = language is Language.EN
    return "|".join(
        f"(?P<{name}>{unit.english if is_english else unit.hindi})" for name, unit in UNITS.items()
    )


def _before(words: str) -> str:
    """A pattern of a unit right before a figure."""
    return rf"{WORD_START}(?:{words})\s?+"


def _after(words: str) -> str:
    """A pattern of a unit right behind a figure."""
    # Possessive, since what follows begins with a letter and what precedes ends with none of these.
    gap = r"[\s-]*+"
    return rf"(?:{gap}{_SCALE})*{gap}(?:{_QUALIFIER}\s+)?(?:{words}){_END}"


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
