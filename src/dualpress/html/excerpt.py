"""The beginning of a text, as a description or a list shows it."""

from __future__ import annotations

from itertools import takewhile

import regex

from dualpress.article import Language
from dualpress.text.sentences import sentence_spans

__all__ = ["shortened", "without_ellipsis"]

# WordPress ends what it cuts with `[…]`, others with points.
_ELLIPSIS = regex.compile(r"\s*(?:\[\s*(?:…|\.{2,})\s*\]|…|\.{3,})\s*$")
_LOOSE_END = regex.compile(r"[\s,;:(\[“‘\"'–—-]+$")
_CLUSTER = regex.compile(r"\X")
_ENOUGH = 0.5
"""The share of the length from which whole sentences are better than more with a cut."""


def without_ellipsis(text: str) -> str:
    """A text that breaks off without the points that say so."""
    return _ELLIPSIS.sub("", text)


def shortened(text: str, model: str, language: Language) -> str:
    """The beginning of a text, about as long as another that breaks off.

    It ends with a sentence, or else with a word and an ellipsis.

    Args:
        text: plain.
        model: whose length is the most; counted in what readers see as one
            letter (Unicode's grapheme clusters), as a Hindi syllable is.
        language: of ``text``.
    """
    most = len(_CLUSTER.findall(model))
    letters = list(_CLUSTER.finditer(text))
    if len(letters) <= most:
        return text
    room = letters[most].start()
    ends = [span.end for span in sentence_spans(text, language)]
    fitting = list(takewhile(lambda end: end <= room, ends))
    if fitting and fitting[-1] >= room * _ENOUGH:
        return text[: fitting[-1]]
    return f"{_LOOSE_END.sub('', _whole_words(text[: room + 1]))}…"


def _whole_words(text: str) -> str:
    """A text without its last word, of which a part may be missing."""
    words, _, _ = text.rpartition(" ")
    return words or text[:-1]
