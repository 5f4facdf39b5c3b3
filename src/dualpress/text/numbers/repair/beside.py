"""The unit beside a number."""

from __future__ import annotations

import unicodedata
from functools import cache

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_START
from dualpress.text.numbers.units import UNITS, Unit

__all__ = ["unit_after", "unit_beside"]

_BESIDE = UNITS | {"metre": Unit("length", "", r"met(?:re|er)s?|m", r"मीटर|मी\.?")}
"""Metres too: ``m`` is enough to tell two units apart, but not to demand one."""

_NEAR = 40
"""Characters within which a unit ends."""

_QUALIFIER = r"(?:(?:US|U\.S\.|square|sq\.?|अमेरिकी|अमरीकी|ऑस्ट्रेलियाई|कनाडाई|वर्ग|समुद्री|नॉटिकल)\s+)?"


def unit_after(text: str, position: int) -> tuple[str, Span] | None:
    """The unit behind a number: its name, and where it stands.

    Args:
        text: the text.
        position: where the number ends.
    """
    rest = text[position : position + _NEAR]
    decomposed = unicodedata.normalize("NFD", rest)
    for name in _BESIDE:
        match = _after(name).match(decomposed)
        if match is not None:
            start, end = (_place(rest, place) for place in match.span("unit"))
            return name, Span(position + start, position + end)
    return None


def unit_beside(text: str, span: Span) -> str | None:
    """The name of the unit behind a number, or of the sign before it; ``None`` without one."""
    found = unit_after(text, span.end)
    if found is not None:
        return found[0]
    before = unicodedata.normalize("NFD", text[max(0, span.start - _NEAR) : span.start])
    return next((name for name in _BESIDE if _before(name).search(before)), None)


@cache
def _after(name: str) -> regex.Pattern[str]:
    unit = _BESIDE[name]
    sign = f"|{unit.sign}" if unit.sign else ""
    return regex.compile(
        rf"[\s-]*{_QUALIFIER}(?P<unit>(?:{unit.english}|{unit.hindi})(?![\p{{L}}\p{{M}}]){sign})",
        regex.IGNORECASE,
    )


@cache
def _before(name: str) -> regex.Pattern[str]:
    unit = _BESIDE[name]
    sign = f"|{unit.sign}" if unit.sign else ""
    words = rf"{WORD_START}(?:{unit.english}|{unit.hindi})\s?"
    money = f"(?:{words}{sign})" if unit.kind == "money" else (unit.sign or r"(?!)")
    return regex.compile(rf"{money}\s?\Z", regex.IGNORECASE)


def _place(text: str, decomposed: int) -> int:
    """The offset in a text of an offset in its NFD."""
    length = 0
    for offset, char in enumerate(text):
        if length >= decomposed:
            return offset
        length += len(unicodedata.normalize("NFD", char))
    return len(text)
