"""Whether a name stands in a text as whole words; each name is looked for once, in few texts.

A pattern for each name would cost more to compile than all that it is matched with.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from dualpress.text.devanagari import WORD_CHAR

__all__ = ["stands_in"]

_WORD_CHAR = regex.compile(WORD_CHAR)


def stands_in(name: str, text: str, endings: Sequence[str] = ("",)) -> bool:
    """Whether a text has a name that is no part of a longer word.

    Args:
        name: one or more words, in the letters that are looked for.
        text: where.
        endings: with which of these the name may go on.
    """
    start = text.find(name)
    while start >= 0:
        if start == 0 or not _WORD_CHAR.match(text, start - 1):
            end = start + len(name)
            if any(_ends_with(ending, text, end) for ending in endings):
                return True
        start = text.find(name, start + 1)
    return False


def _ends_with(ending: str, text: str, start: int) -> bool:
    return text.startswith(ending, start) and not _WORD_CHAR.match(text, start + len(ending))
