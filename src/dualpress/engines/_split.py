"""Cuts a sentence that is too long for a model where it does the least harm."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

__all__ = ["split_long"]

_CUTS = (
    # After a mark that ends a clause or a sentence; quotes and brackets close before the cut.
    regex.compile(r"""[.!?;:।॥—–]["'”’)\]]*\s+"""),
    regex.compile(r"""[,،]["'”’)\]]*\s+"""),
    regex.compile(r"\s+"),
    # Not between any two characters: a Devanagari syllable is several of them.
    regex.compile(r"\X"),
)
"""Places after which to cut, best first; the last one is for text without any spaces."""


def split_long(text: str, limit: int, length: Callable[[str], int]) -> list[str]:
    """Cuts text into parts that are short enough.

    Args:
        text: one sentence.
        limit: how long a part may be.
        length: measures a part, in whatever the limit counts.

    Returns:
        The parts; joined, they are the text again. A part is longer than the limit only where
        it is a single character as a reader sees one (a grapheme cluster).
    """
    if length(text) <= limit:
        return [text]
    cut = _best_cut(text)
    if cut is None:
        return [text]
    return [*split_long(text[:cut], limit, length), *split_long(text[cut:], limit, length)]


def _best_cut(text: str) -> int | None:
    """The place nearest to the middle among the best kind that is found.

    Nearest to the middle, for two even halves translate better than a long rest and a scrap. A
    good place near an end is worth less than a poorer one in the middle half.
    """
    middle = len(text) / 2
    for pattern in _CUTS:
        places = [place for place in _places(pattern, text) if abs(place - middle) <= middle / 2]
        if places:
            return min(places, key=lambda place: abs(place - middle))
    return min(_places(_CUTS[-1], text), key=lambda place: abs(place - middle), default=None)


def _places(pattern: regex.Pattern[str], text: str) -> Iterator[int]:
    for match in pattern.finditer(text):
        if 0 < match.end() < len(text):
            yield match.end()
