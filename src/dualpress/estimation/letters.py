"""How usual the spelling of a word is: a model of letters, by Witten and Bell's interpolation.

Witten and Bell, "The zero-frequency problem" (IEEE Transactions on Information Theory, 1991):
the longer the run of letters that was seen, the more it says, and the shorter ones stand in for
what it has not seen. A name, a foreign word, a misspelling or a run of debris is unusual; the words
of a plain sentence are not.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from dualpress.article import Language

__all__ = ["ORDER", "LetterModel", "count_letters", "read_letters"]

ORDER = 4
"""Letters in a run. Five are little better and make the tables twice as large."""

_EDGE = " "
_WORDS_KEPT = 2**14
"""Words whose figures are kept: of six words of news five were met before."""

_RUNS_KEPT = 2**14
"""Runs of letters whose figures are kept: the words that were not met are made of them."""

_UNIFORM = 1 / 200
"""The share of a letter before anything was seen."""


class LetterModel:
    """Says how usual the spelling of a word is.

    Args:
        counts: how often each run of one to :data:`ORDER` letters was seen in text; a space
            stands for the edge of a word.
    """

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._seen: defaultdict[str, int] = defaultdict(int)
        for run, count in counts.items():
            self._seen[run[:-1]] += count
        self._kinds = Counter(run[:-1] for run in counts)
        self._usual = lru_cache(_WORDS_KEPT)(self._mean)
        self._of_run = lru_cache(_RUNS_KEPT)(self._log)

    def usual(self, word: str) -> float:
        """The mean log-probability of a word's letters and its end; 0 is certainty.

        Args:
            word: not empty, as :func:`.keys_of` writes it.
        """
        return self._usual(word)

    def _mean(self, word: str) -> float:
        text = f"{_EDGE}{word}{_EDGE}"
        ends = range(2, len(text) + 1)
        return sum(self._of_run(text[max(0, end - ORDER) : end]) for end in ends) / len(ends)

    def _log(self, run: str) -> float:
        """The log-probability of the last letter of a run after those before it."""
        share = _UNIFORM
        for start in range(len(run) - 1, -1, -1):
            before = run[start:-1]
            seen = self._seen.get(before)
            if not seen:
                break
            kinds = self._kinds[before]
            share = (self._counts.get(run[start:], 0) + kinds * share) / (seen + kinds)
        return math.log(share)


def count_letters(words: Iterable[str]) -> Counter[str]:
    """Count the runs of letters of words, for a :class:`LetterModel`.

    Args:
        words: each as often as it stands in the text.
    """
    counts: Counter[str] = Counter()
    for word, times in Counter(words).items():
        text = f"{_EDGE}{word}{_EDGE}"
        for length in range(1, ORDER + 1):
            for start in range(len(text) - length + 1):
                counts[text[start : start + length]] += times
    return counts


@lru_cache(maxsize=len(Language))
def read_letters(language: Language) -> LetterModel:
    """The model that ``benchmarks/estimation.py --fit`` made from text in a language."""
    data = files("dualpress.estimation").joinpath("data", f"letters.{language}.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(data).decode().splitlines())
    return LetterModel({run: int(count) for run, count in rows})
