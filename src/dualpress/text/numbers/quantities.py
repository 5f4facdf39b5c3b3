"""What a number counts or measures, told more finely than the checks of units alone do.

Units are compared only beside numbers that stand for each other, so that words as common as
``day`` and घंटा can be told apart without a demand that a translation has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.numbers.behind import match_behind
from dualpress.text.numbers.number import Number, is_equal

__all__ = ["Swapped", "lost_signs", "other_dollars", "swapped_units"]


class Swapped(NamedTuple):
    """A unit of a text, and what the translation has in its place.

    Args:
        unit: the name of the unit.
        other: the name of the other.
        written: the number and its unit in the text.
        span: where the number of the translation stands.
    """

    unit: str
    other: str
    written: str
    span: Span


# In NFD; of two units that begin alike the longer goes first.
_UNITS = {
    "nautical mile": (
        "length",
        r"nautical\smiles?|nmi|समुद्री\sमील(?:ों)?|(?:नॉटिकल|नौटिकल)\s(?:मील|माइल)(?:ों)?",
    ),
    "kilometre": ("length", "kilomet(?:re|er)s?|kms?|किलोमीटर(?:ों)?|किमी|कि\\.मी\\.?"),
    "centimetre": ("length", "centimet(?:re|er)s?|cms?|सेंटीमीटर|सेमी"),
    "millimetre": ("length", "millimet(?:re|er)s?|mm|मिलीमीटर|मिमी"),
    "metre": ("length", "met(?:re|er)s?|मीटर(?:ों)?"),
    "mile": ("length", "miles?|मील(?:ों)?"),
    "foot": ("length", "feet|foot|ft|फ\u093c?[ुी]ट"),
    "inch": ("length", "inch(?:es)?|इंच(?:ों)?"),
    "kiloton": ("yield", "kilotons?|kilotonnes?|kt|किलोटन"),
    "megaton": ("yield", "megatons?|megatonnes?|मेगाटन"),
    "tonne": ("weight", r"(?:metric\s)?ton(?:ne)?s?|(?:मीट्रिक\s)?टन(?:ों)?"),
    "kilogram": ("weight", "kilogram(?:me)?s?|kilos?|kgs?|किलोग्राम|किग्रा|किलो"),
    "gram": ("weight", "gram(?:me)?s?|ग्राम"),
    "kilowatt": ("power", "kilowatts?|kW|किलोवाट|किलोवॉट"),
    "megawatt": ("power", "megawatts?|MW|मेगावाट|मेगावॉट"),
    "gigawatt": ("power", "gigawatts?|GW|गीगावाट|गीगावॉट"),
    "second": ("time", "seconds?|secs?|सेक(?:ं|े[ंन])ड(?:ों)?"),
    "minute": ("time", "minutes?|mins?|मिनट(?:ों)?"),
    "hour": ("time", "hours?|hrs?|घ(?:ंट|ण्ट)(?:ा|े|ों)"),
    "day": ("time", "days?|दिन(?:ों)?|दिवसीय"),
    "week": ("time", "weeks?|सप्ताह(?:ों)?|हफ\u093c?्त(?:ा|े|ों)"),
    "month": ("time", "months?|मही(?:ना|ने|नों)|माह"),
    "year": ("time", "years?|साल(?:ों)?|वर्ष(?:ों|ीय)?|बरस"),
}  # fmt: skip
_SQUARE = r"(?:square|sq\.?|वर्ग|cubic|घन)"
_FARTHEST = 40
"""Characters behind a number within which its unit ends."""

_DOLLARS = {
    "US": r"US\s?\$|USD|U\.S\.\sdollars?|US\sdollars?|American\sdollars?|अमेरिकी\sडॉलर|अमरीकी\sडॉलर",
    "Australian": r"AU?\$|AUD|Australian\sdollars?|ऑस्ट्रेलियाई\sडॉलर|आस्ट्रेलियाई\sडॉलर",
    "Canadian": r"C\$|CAD|Canadian\sdollars?|कनाडाई\sडॉलर|कैनेडियन\sडॉलर",
    "Hong Kong": r"HK\$|HKD|Hong\sKong\sdollars?|हांगकांग\sडॉलर|हॉन्गकॉन्ग\sडॉलर",
    "Singapore": r"S\$|SGD|Singapore\sdollars?|सिंगापुर(?:ी)?\sडॉलर",
    "New Zealand": r"NZ\$|NZD|New\sZealand\sdollars?|न्यूज\u093c?ीलैंड\sडॉलर",
}  # fmt: skip
# What none of these is without; most sentences have none.
_ANY_DOLLAR = ("$", "dollar", "डॉलर", "USD", "AUD", "CAD", "HKD", "SGD", "NZD")

_MINUS_BEFORE = regex.compile(
    r"(?:(?:^|(?<![\p{N}\p{Pd}])[\s(])[-−][$£€₹]?|(?<!\p{L})minus\s|माइनस\s|ऋणात्मक\s)\p{Nd}\Z",
    regex.IGNORECASE,
)
_MINUS = ("-", "−", "minus", "माइनस", "ऋणात्मक")
_NEGATIVE = regex.compile(
    r"[-−–‑—]\s?[$£€₹]?\p{Nd}|minus|negative|below|fell|fall|drop|down|declin|decreas|shr[aiu]nk|contract|los[st]|less|deficit"
    r"|माइनस|ऋण|नकारात्मक|शून्य\sसे|नीचे|गिर|घट|घाट|कम|नुकसान|मंदी",
    regex.IGNORECASE,
)


def swapped_units(
    source: str, target: str, pairs: tuple[tuple[Number, Number], ...]
) -> Iterator[Swapped]:
    """The units that another of their kind has taken the place of: 48 hours, 48 दिन.

    Args:
        source: a text.
        target: its translation.
        pairs: the numbers that stand for each other.
    """
    units = [(one, two, _unit(source, one)) for one, two in pairs]
    for one, two, unit in units:
        other = _unit(target, two) if unit is not None and is_equal(one, two) else None
        if unit is None or other is None or unit == other:
            continue
        said = {unit for ours, _, unit in units if ours.value == one.value}
        if other not in said and _kind(unit) == _kind(other):
            written = source[one.span.start : one.span.end]
            yield Swapped(unit, other, written, two.span)


def other_dollars(source: str, target: str) -> tuple[str, str] | None:
    """The countries of the dollars in two texts, where each names one and they differ."""
    if not all(any(map(text.__contains__, _ANY_DOLLAR)) for text in (source, target)):
        return None
    here, there = (
        [name for name in _DOLLARS if _dollar(name).search(text)] for text in (source, target)
    )
    return (here[0], there[0]) if len(here) == len(there) == 1 and here != there else None


def lost_signs(
    source: str, target: str, pairs: tuple[tuple[Number, Number], ...]
) -> Iterator[Number]:
    """The numbers below zero whose translation says that in no way."""
    if not any(map(source.lower().__contains__, _MINUS)):
        return
    for one, _ in pairs:
        before = source[max(0, one.span.start - 12) : one.span.start + 1]
        if _MINUS_BEFORE.search(before) and not _NEGATIVE.search(target):
            yield one


def _unit(text: str, number: Number) -> str | None:
    match = match_behind(_behind(), text[number.span.end : number.span.end + _FARTHEST])
    if match is None or match.lastgroup is None:
        return None
    return ("square " if match["square"] else "") + match.lastgroup.replace("_", " ")


def _kind(unit: str) -> str:
    name = unit.removeprefix("square ")
    return ("square " if name != unit else "") + _UNITS[name][0]


@cache
def _behind() -> regex.Pattern[str]:
    words = "|".join(
        f"(?P<{name.replace(' ', '_')}>{words})" for name, (_, words) in _UNITS.items()
    )
    return regex.compile(rf"[\s-]?(?P<square>{_SQUARE}\s)?(?:{words}){WORD_END}", regex.IGNORECASE)


@cache
def _dollar(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"{WORD_START}(?:{_DOLLARS[name]})")
