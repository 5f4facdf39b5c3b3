"""The loops into which neural models fall: the same words again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["LoopCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")

# How often in a row a phrase of so many words must come to be a loop. Twice is
# good Hindi for one word (अलग-अलग, धीरे-धीरे), and slogans say three words twice.
_ROWS = {1: 3, 2: 3, 3: 3, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2}

_FEWEST_WORDS = 2
"""Words of the shortest of these rows that stand in it again."""

_SYLLABLES = regex.compile(r"(?P<unit>(?:(?=\p{L})\X){2,8}?)(?P=unit){3,}")
"""``mainstremainstremainstre``: a piece of a word four times."""

_FEWEST_LETTERS = 6
"""Letters of the shortest of these pieces that stand in the word again."""


class LoopCheck(Check):
    """Phrases that stand several times in a row, unless the source has them so."""

    id = "loop"
    name = "Repetition"
    cause = "The engine repeated itself."
    cure = "Delete the repetition and see whether something of the source is missing."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Find the longest loop."""
        if any(_loops(pair.source_text)):
            return []
        loops = sorted(_loops(pair.target_text), key=lambda span: span.start - span.end)
        text = pair.target_text
        return [
            self.finding(f"“{_shortened(text[start:end])}” repeats itself", Span(start, end))
            for start, end in loops[:1]
        ]


def _loops(text: str) -> Iterator[Span]:
    if _may_repeat(_WORD.findall(text.casefold()), _FEWEST_WORDS):
        yield from _phrases(text)
    if any(_may_repeat(word, _FEWEST_LETTERS) for word in text.split()):
        for match in _SYLLABLES.finditer(text):
            if len(set(match["unit"])) > 1:  # "Noooooo" is a cry
                yield Span(*match.span())


def _may_repeat(parts: Sequence[str], fewest: int) -> bool:
    """Whether enough parts stand again for a loop; in most texts too few do."""
    return len(parts) - len(set(parts)) >= fewest


def _phrases(text: str) -> Iterator[Span]:
    words = [(match[0].casefold(), match.span()) for match in _WORD.finditer(text)]
    keys = [key for key, _ in words]
    for size, least in _ROWS.items():
        is_possible = _may_repeat(keys, size * (least - 1))
        for first, last in _rows(keys, size, least) if is_possible else ():
            yield Span(words[first][1][0], words[last - 1][1][1])


def _rows(words: list[str], size: int, least: int) -> Iterator[tuple[int, int]]:
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


def _is_phrase(words: list[str]) -> bool:
    """Whether it is no row of figures ("0 0 0", "1 1 1")."""
    return any(not word.isnumeric() for word in words)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()}…"
