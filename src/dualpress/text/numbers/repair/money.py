"""Money: the name behind the amount in Hindi, the sign before it in English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END
from dualpress.text.number_style import CurrencyStyle
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.units import is_yuan

__all__ = ["write_money"]


_NAMES = {
    "$": "डॉलर", "US$": "अमेरिकी डॉलर",
    "USD": "अमेरिकी डॉलर",
    "AUD": "ऑस्ट्रेलियाई डॉलर",
    "A$": "ऑस्ट्रेलियाई डॉलर",
    "C$": "कनाडाई डॉलर",
    "CAD": "कनाडाई डॉलर",
    "£": "पाउंड", "GBP": "पाउंड",
    "€": "यूरो", "EUR": "यूरो",
    "¥": "येन", "JPY": "येन",
    "₹": "रुपये", "Rs": "रुपये",
    "INR": "भारतीय रुपये",
    "PKR": "पाकिस्तानी रुपये",
}  # fmt: skip
_TWO_CURRENCIES = "¥"
"""The sign of the yen and of the yuan: what else the source says decides."""

_FIGURE = r"\p{Nd}+(?:,\p{Nd}+)*(?:\.\p{Nd}+)?"
_HINDI_SCALE = (
    "(?:सौ|ह(?:ज\u093c?|\u095b)ार|लाख|करो(?:ड\u093c?|\u095c)|अरब|खरब|मिलियन|बिलियन|ट्रिलियन)"
)
_ENGLISH_SCALE = "(?:hundred|thousand|lakh|crore|million|billion|trillion)"
_HINDI_MONEY = (
    r"(?:अमेरिकी\s|ऑस्ट्रेलियाई\s|कनाडाई\s)?"
    r"(?P<money>डॉलर|डालर|पाउंड|यूरो|येन|युआन|रुपये|रुपए|रुपयों|रूपये)"
)
_SPELLINGS = {"डालर": "डॉलर", "रुपए": "रुपये", "रुपयों": "रुपये", "रूपये": "रुपये"}
_PREFIX = (
    r"(?P<prefix>(?:(?P<code>US|AUD?|C(?:AD)?|A)\s?)?(?P<sign>[$£€¥₹])"
    r"|(?:USD|GBP|EUR|JPY|INR|PKR|Rs\.?))"
)
_AGAIN = r"(?:(?P=prefix)\s?)?"
_UP_TO = rf"\s?[-–]\s?{_AGAIN}{_FIGURE}|\s(?:से|to)\s{_AGAIN}{_FIGURE}(?=\s{_HINDI_SCALE})"
_PREFIXED = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{M}}\p{{Nd}}/]|\p{{Nd}}\s?[-–]\s?|(?:Rs|USD|GBP|EUR|JPY|INR|PKR)\.?\s|[$£€¥₹]\s?)
    {_PREFIX}\s?
    (?>(?P<amount>{_FIGURE}(?:{_UP_TO})?(?:\s{_HINDI_SCALE})*))
    (?:\s{_HINDI_MONEY}{WORD_END})?+
    {WORD_END}
    (?!\s?[-–]\s?[$£€¥₹\p{{L}}\p{{Nd}}]|/|\s(?:से|या|to)\s\p{{Nd}}|\sके\sदशक|[.,:]?\p{{Nd}})
    """,
    regex.VERBOSE,
)
_NAMED = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{M}}\p{{Nd}}$£€¥₹.,/-])
    (?<!(?:and|to|or|from|between|[-–])\s)(?<!(?:Rs|US|\p{{Sc}})\.?\s?)
    (?P<amount>{_FIGURE}(?:\s{_ENGLISH_SCALE})*)
    \s(?P<name>(?:US\s)?dollars|euros|rupees)
    \b(?!\s(?:and|to|or)\s\p{{Nd}}|['’-])
    """,
    regex.VERBOSE,
)
_SIGNS = {"dollars": "$", "US dollars": "US$", "euros": "€", "rupees": "Rs "}


def write_money(task: Task) -> Iterator[Edit]:
    """Write amounts of money in the style of the house."""
    style = task.style.currency
    if task.is_into_hindi and style is CurrencyStyle.NAME:
        yield from _with_names(task)
    elif not task.is_into_hindi and style is CurrencyStyle.SIGN:
        yield from _with_signs(task)


def _with_names(task: Task) -> Iterator[Edit]:
    """``$4.52`` अरब → 4.52 अरब डॉलर."""
    for match in _PREFIXED.finditer(task.target):
        if _shares_scale_outside(task, *match.span()):
            continue
        name = _hindi_name(match, task.source)
        money = _SPELLINGS.get(match["money"], match["money"])
        if name is not None and money in (None, name.rpartition(" ")[2]):
            amount = regex.sub(rf"{regex.escape(match['prefix'])}\s?", "", match["amount"])
            yield Edit(Span(*match.span()), f"{amount} {name}")


def _shares_scale_outside(task: Task, start: int, end: int) -> bool:
    """Whether only one of two amounts is meant that have one scale word: $5, $6 और $7 मिलियन."""
    return any(
        low.may_share_scale and (start <= low.span.start < end) != (start <= high.span.start < end)
        for low, high in pairwise(task.theirs)
    )


def _hindi_name(match: regex.Match[str], source: str) -> str | None:
    prefix = regex.sub(r"[\s.]", "", match["prefix"])
    if prefix == _TWO_CURRENCIES and is_yuan(source):
        return "युआन"
    code = match["code"]
    return _NAMES.get(prefix) or (_NAMES.get(code) if code and match["sign"] == "$" else None)


def _with_signs(task: Task) -> Iterator[Edit]:
    """``4.52 billion dollars`` → ``$4.52 billion``."""
    for match in _NAMED.finditer(task.target):
        yield Edit(Span(*match.span()), f"{_SIGNS[match['name']]}{match['amount']}")
