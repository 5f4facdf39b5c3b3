"""The unit beside a number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_START
from dualpress.text.numbers.behind import match_behind
from dualpress.text.numbers.units import UNITS, Unit

__all__ = ["unit_after", "unit_beside"]

_BESIDE = UNITS | {"metre": Unit("length", "", r"met(?:re|er)s?|m", r"मीटर|मी\.?")}
"""Metres too: ``m`` is enough to tell two units apart, but not to demand one."""

_NEAR = 40
"""Characters behind a number within which its unit ends."""

_NEAR_BEFORE = 16
"""Characters before a number within which a currency begins: ``renminbi``, रेनमिनबी."""

_REMEMBERED = 1 << 12
"""Words before numbers of which is kept what they may be: most come again."""

_QUALIFIER = r"(?:(?:US|U\.S\.|square|sq\.?|अमेरिकी|अमरीकी|ऑस्ट्रेलियाई|कनाडाई|वर्ग|समुद्री|नॉटिकल)\s+)?"


def unit_after(text: str, position: int) -> tuple[str, Span] | None:
    """The unit behind a number: its name, and where it stands.

    Args:
        text: the text.
        position: where the number ends.
    """
    rest = text[position : position + _NEAR]
    match = match_behind(_behind(), rest)
    if match is None or match.lastgroup is None:
        return None
    start, end = (_place(rest, place) for place in match.span(match.lastgroup))
    return match.lastgroup, Span(position + start, position + end)


def unit_beside(text: str, span: Span) -> str | None:
    """The name of the unit behind a number, or of the sign before it; ``None`` without one."""
    found = unit_after(text, span.end)
    if found is not None:
        return found[0]
    before = text[max(0, span.start - _NEAR_BEFORE) : span.start]
    # No name of money has a space within it.
    return _unit_at_end(before[max(0, before.rfind(" ", 0, len(before.rstrip()))) :])


@lru_cache(_REMEMBERED)
def _unit_at_end(ahead: str) -> str | None:
    """The unit that the nearest word before a number is, with the spaces beside it."""
    match = _before().search(unicodedata.normalize("NFD", ahead))
    return match.lastgroup if match else None


@cache
def _behind() -> regex.Pattern[str]:
    """What stands behind a number, with a group for each unit; the first that fits is the one."""
    units = "|".join(_written(name, unit) for name, unit in _BESIDE.items())
    return regex.compile(rf"[\s-]*{_QUALIFIER}(?:{units})", regex.IGNORECASE)


def _written(name: str, unit: Unit) -> str:
    sign = f"|{unit.sign}" if unit.sign else ""
    return rf"(?P<{name}>(?:{unit.english}|{unit.hindi})(?![\p{{L}}\p{{M}}]){sign})"


@cache
def _before() -> regex.Pattern[str]:
    """What stands before a number, with a group for each unit: a sign, or the name of money."""
    units = "|".join(
        rf"(?P<{name}>{pattern})" for name, unit in _BESIDE.items() for pattern in _leading(unit)
    )
    return regex.compile(rf"(?:{units})\s?\Z", regex.IGNORECASE)


def _leading(unit: Unit) -> Iterator[str]:
    if unit.kind == "money":
        yield rf"{WORD_START}(?:{unit.english}|{unit.hindi})\s?"
    if unit.sign:
        yield unit.sign


def _place(text: str, decomposed: int) -> int:
    """The offset in a text of an offset in its NFD."""
    length = 0
    for offset, char in enumerate(text):
        if length >= decomposed:
            return offset
        length += len(unicodedata.normalize("NFD", char))
    return len(text)
