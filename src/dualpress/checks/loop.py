"""The loops into which neural models fall: the same words again and again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from operator import eq

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.traits import Trait
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["LoopCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")

# How often in a row a phrase of so many words must come to be a loop. Twice is
# good Hindi for one word (अलग-अलग, धीरे-धीरे), and slogans say three words twice.
_ROWS = {1: 3, 2: 3, 3: 3, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2}

_FEWEST_AGAIN = 2
"""Words of the shortest of these loops that stand in the text before."""

_SYLLABLES = regex.compile(r"(?P<unit>(?:(?=\p{L})\X){2,8}?)(?P=unit){3,}")
"""``mainstremainstremainstre``: a piece of a word four times."""

_FEWEST_LETTERS = 6
"""Letters of the shortest of these pieces that stand in the word again."""

_SHORTEST = 8
"""Letters of the shortest word that has such a piece four times."""


class LoopCheck(Check):
    """Phrases that stand several times in a row, unless the source has them so."""

    id = "loop"
    name = "Repetition"
    cause = "The engine repeated itself."
    cure = "Delete the repetition and see whether something of the source is missing."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Find the longest loop."""
        text = pair.target_text
        if not _may_loop(pair.target_words, pair.target_traits):
            return []
        loops = sorted(_loops(text, pair.target_words), key=lambda span: span.start - span.end)
        # Asked last: few translations have a loop, and no other source need be read.
        if not loops or any(_loops(pair.source_text, pair.source_words)):
            return []
        return [
            self.finding(f"“{_shortened(text[start:end])}” repeats itself", Span(start, end))
            for start, end in loops[:1]
        ]


def _may_loop(words: Sequence[str], traits: Container[Trait]) -> bool:
    """Whether enough words or letters stand again; in most texts too few do."""
    return "repetition" in traits or len(words) - len(set(words)) >= _FEWEST_AGAIN


def _loops(text: str, words: Sequence[str]) -> Iterator[Span]:
    yield from _phrases(text, words)
    longer = (word for word in text.split() if len(word) >= _SHORTEST)
    if any(_may_repeat(word, _FEWEST_LETTERS) for word in longer):
        for match in _SYLLABLES.finditer(text):
            if len(set(match["unit"])) > 1:  # "Noooooo" is a cry
                yield Span(*match.span())


def _may_repeat(word: str, fewest: int) -> bool:
    """Whether enough letters stand again for a loop; in most words too few do."""
    return len(word) - len(set(word)) >= fewest


def _phrases(text: str, words: Sequence[str]) -> Iterator[Span]:
    if len(words) - len(set(words)) < _FEWEST_AGAIN:
        return
    sizes = [size for size, least in _ROWS.items() if _may_be_row(words, size, least)]
    if not sizes:
        return
    spans = [match.span() for match in _WORD.finditer(text)]
    for size in sizes:
        for first, last in _rows(words, size, _ROWS[size]):
            yield Span(spans[first][0], spans[last - 1][1])


def _may_be_row(words: Sequence[str], size: int, least: int) -> bool:
    """Whether enough words stand again ``size`` words later; in most texts too few do."""
    again: int = sum(map(eq, words, words[size:]))
    return again >= size * (least - 1)


def _rows(words: Sequence[str], size: int, least: int) -> Iterator[tuple[int, int]]:
    """Where a phrase of ``size`` words stands at least ``least`` times in a row."""
    start = 0
    for i in range(len(words) + 1):
        repeats = size <= i < len(words) and words[i] == words[i - size]
        if repeats:
            continue
        # words[start:i] is periodic: each word equals the one ``size`` before it.
        if i - start >= size * least and _is_phrase(words[start:i]):
            yield start, i
        start = max(0, i - size + 1)


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether it is no row of figures ("0 0 0", "1 1 1")."""
    return any(not word.isnumeric() for word in words)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()}…"
