"""What sentences have in common that share nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.glossary.proposals.hindi_words import POSTPOSITIONS, is_small
from dualpress.glossary.proposals.ordinary import is_frequent
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["CommonPhrases", "is_telling", "phrases"]

_WORD = regex.compile(rf"{WORD_CHAR}+(?:[-.’']{WORD_CHAR}+)*")
_MOST_WORDS = 5
_FEWEST_SENTENCES = 2


def phrases(text: str) -> set[str]:
    """The runs of up to five words of a text that begin and end with a telling word."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    found = set()
    for first, (word, start, _) in enumerate(words):
        if not is_telling(word):
            continue
        for last, _, end in words[first : first + _MOST_WORDS]:
            inner = text[start:end]
            if regex.search(r"[^\p{L}\p{M}\p{N}\s\u200c\u200d.’'-]", inner):
                break
            if is_telling(last):
                found.add(" ".join(inner.split()))
    return found


def is_telling(word: str) -> bool:
    """Whether a word says something by itself, in either language."""
    is_function_word = word in POSTPOSITIONS or is_small(word) or is_frequent(word)
    return not is_function_word and any(map(str.isalpha, word))


class CommonPhrases:
    """The runs of words that all of some different sentences have.

    Args:
        texts: the sentences.
        fewest: how many different sentences are enough.
        most_words: how long a run may be.
    """

    def __init__(
        self,
        texts: Iterable[str],
        *,
        fewest: int = _FEWEST_SENTENCES,
        most_words: int = _MOST_WORDS,
    ) -> None:
        different = list(dict.fromkeys(texts))
        common = set[str]()
        if len(different) >= fewest:
            common = set.intersection(*map(phrases, different))
        self._free = [phrase for phrase in common if len(phrase.split()) <= most_words]

    def exclude(self, other: str) -> None:
        """Leave out those that a further sentence has, too."""
        if self._free:
            self._free = [phrase for phrase in self._free if phrase not in other]

    @property
    def longest(self) -> str | None:
        """The longest; ``None`` where there are too few sentences, or they have none."""
        return max(self._free, key=lambda phrase: (len(phrase), phrase), default=None)
