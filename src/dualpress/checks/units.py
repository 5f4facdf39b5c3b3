"""Percent, currencies and measures: what a number counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_START

__all__ = ["UnitsCheck"]


class _Unit(NamedTuple):
    """A unit: its kind, and how each language writes it, as patterns."""

    kind: str
    sign: str
    english: str
    hindi: str


# In NFD: a nukta may be missing.
_UNITS = {
    "percent": _Unit(
        "share", "%", r"per\s?cent(?:age)?(?:\s+points?)?|pct",
        "प्रतिशत|फ\u093c?ी?सदी?|परसेंट|पर्सेंट",
    ),
    "dollar": _Unit("money", r"\$", r"dollars?|USD|bucks?", "डॉलर(?:ों)?|डालर"),
    "rupee": _Unit(
        "money", "₹", r"rupees?|Rs\.?|INR|PKR", "र[ुू]प(?:य[ेाो]|ए|ये)ं?|रु\\.?|रू\\.?"
    ),
    "pound": _Unit("money", "£", r"pounds?|GBP|quid|lbs?", "पा?[उौ](?:ं|ण्)ड|पाउंड्स"),
    "euro": _Unit("money", "€", r"euros?|EUR", "यूरो"),
    "yuan": _Unit("money", "", r"yuan|RMB|renminbi", "युआन|रेनमिनबी"),
    "yen": _Unit("money", "¥", r"yen|JPY", "येन"),
    "kilometre": _Unit(
        "length", "", r"kilomet(?:re|er)s?|kms?|kmph|kph|km/h", "किलोमीटर|कि\\.?\\s?मी\\.?"
    ),
    "mile": _Unit("length", "", r"miles?|mph|mi", "मील(?:ों)?|माइल्स?"),
    "kilogram": _Unit(
        "weight", "", r"kilograms?|kilogrammes?|kilos?|kgs?", "किलो(?:ग्राम)?|कि\\.?\\s?ग्रा\\.?"
    ),
    "tonne": _Unit("weight", "", r"(?:metric\s+)?ton(?:ne)?s?|MT", "टन(?:ों)?"),
    "foot": _Unit("length", "", r"feet|foot|ft\.?", "फ\u093c?[ुी]ट"),
}  # fmt: skip

_SCALE = (
    "(?:hundred|thousand|lakhs?|crores?|million|billion|trillion|(?:bn|mn|m|k)(?![a-z])|सौ|हज\u093c?ार|लाख|करोड\u093c"
    "|अरब|खरब|मिलियन|बिलियन|ट्रिलियन)"
)
_QUALIFIER = (
    r"(?:US|U\.S\.|Indian|Pakistani|Canadian|Australian|square|sq\.?|nautical"
    "|अमेरिकी|अमरीकी|भारतीय|पाकिस्तानी|वर्ग|समुद्री|नॉटिकल)"
)
_NUMBER = r"(?<![\p{L}\p{N}])\p{Nd}[\p{Nd},.]*"
_END = r"(?![\p{L}\p{M}])"


def _counted(unit: _Unit, words: str) -> regex.Pattern[str]:
    """The unit beside a figure."""
    after = rf"{_NUMBER}(?:[\s-]*{_SCALE})*[\s-]*(?:{_QUALIFIER}\s+)?(?:{words}){_END}"
    before = rf"{WORD_START}(?:{words})\s?{_NUMBER}"
    sign = rf"|{unit.sign}\s?\p{{Nd}}[\p{{Nd}},.]*|{_NUMBER}\s?{unit.sign}" if unit.sign else ""
    return regex.compile(f"{after}|{before}{sign}", regex.IGNORECASE)


def _named(unit: _Unit) -> regex.Pattern[str]:
    """The unit anywhere, in either language: Hindi keeps ``km`` too."""
    sign = f"|{unit.sign}" if unit.sign else ""
    words = rf"{unit.english}|{unit.hindi}"
    return regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{words}){_END}{sign}", regex.IGNORECASE)


_COUNTED = {
    language: {
        name: _counted(unit, unit.english if language is Language.EN else unit.hindi)
        for name, unit in _UNITS.items()
    }
    for language in Language
}
_NAMED = {name: _named(unit) for name, unit in _UNITS.items()}
_FIGURE = regex.compile(r"\p{Nd}")


class UnitsCheck(Check):
    """A dollar is no rupee, and 12 percent is not 12."""

    id = "units"
    name = "Units"
    cause = "A percent sign, a currency or a measure is missing or is another one."
    cure = "Write the unit of the source; convert nothing."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the units beside figures."""
        if not _FIGURE.search(pair.source_text):
            return
        added = {_UNITS[name].kind: name for name in _added(pair)}
        for name, found in _lost(pair):
            if other_name := added.get(_UNITS[name].kind):
                yield self.finding(f"The {name} of the source (“{found}”) is now a {other_name}")
            else:
                message = f"The {name} of the source (“{found}”) is missing"
                yield self.finding(message, severity=Severity.WARNING)


def _lost(pair: Pair) -> Iterator[tuple[str, str]]:
    source, target = _decomposed(pair.source_text), _decomposed(pair.target_text)
    for name, pattern in _COUNTED[pair.source_language].items():
        found = pattern.search(source)
        if found and not _NAMED[name].search(target):
            yield name, found[0]


def _added(pair: Pair) -> Iterator[str]:
    source, target = _decomposed(pair.source_text), _decomposed(pair.target_text)
    for name, pattern in _COUNTED[pair.target_language].items():
        if pattern.search(target) and not _NAMED[name].search(source):
            yield name


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
