"""Patterns of what may stand behind a number, asked where its first word may begin that."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

__all__ = ["match_behind"]

_NEXT = regex.compile(r"[\s-]*+\S*+")
_REMEMBERED = 1 << 13
"""Words behind numbers: most come again, and a pattern of all units is dear."""


def match_behind(pattern: regex.Pattern[str], rest: str) -> regex.Match[str] | None:
    """Match what stands behind a number.

    Args:
        pattern: of text in NFD.
        rest: what stands there, in any form.
    """
    following = _NEXT.match(rest)
    if following is None or not _may_begin(pattern, following[0]):
        return None
    return pattern.match(unicodedata.normalize("NFD", rest))


@lru_cache(_REMEMBERED)
def _may_begin(pattern: regex.Pattern[str], following: str) -> bool:
    """Whether a match may begin with the nearest word, and the gap before it."""
    return pattern.match(unicodedata.normalize("NFD", following), partial=True) is not None
