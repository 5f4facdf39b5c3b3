"""What sentences have in common that share nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from dualpress.glossary.proposals.hindi_words import POSTPOSITIONS, is_small
from dualpress.glossary.proposals.ordinary import is_frequent
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["common_phrase", "is_telling", "phrases"]

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


def common_phrase(
    texts: Sequence[str],
    others: Sequence[str] = (),
    *,
    fewest: int = _FEWEST_SENTENCES,
    most_words: int = _MOST_WORDS,
) -> str | None:
    """The longest run of words that all of some different sentences have.

    Args:
        texts: the sentences.
        others: sentences that must not have it.
        fewest: how many different sentences are enough.
        most_words: how long it may be.

    Returns:
        ``None`` where there are too few sentences, or they have nothing in common.
    """
    different = list(dict.fromkeys(texts))
    if len(different) < fewest:
        return None
    common = set.intersection(*map(phrases, different))
    short = [phrase for phrase in common if len(phrase.split()) <= most_words]
    free = [phrase for phrase in short if not any(phrase in other for other in others)]
    return max(free, key=lambda phrase: (len(phrase), phrase), default=None)
