"""Whether a word is an everyday one, and so no misspelling of a name: बाद is not बगदाद.

The lists beside this file were written by hand: the words that one meets in any text. They have
each word as a dictionary has it; of its endings the regular ones are known here.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from dualpress.article import Language
from dualpress.text.devanagari import key_of

__all__ = ["is_everyday"]

_FILE = "everyday.{}.txt"

_Endings = tuple[tuple[str, tuple[str, ...]], ...]

# An ending, and what a dictionary has instead of it.
_HINDI: _Endings = (
    ("ियों", ("ी", "ि")), ("ियां", ("ी", "ि")), ("ियो", ("ी",)), ("ुओं", ("ू", "ु")), ("ओं", ("",)),
    ("एं", ("",)), ("यों", ("",)), ("ों", ("", "ा")), ("ें", ("", "ना")), ("ो", ("", "ा", "ना")),
    ("े", ("ा", "ना", "")), ("ी", ("ा", "ना", "")), ("ीं", ("ा", "ना")), ("ा", ("ना", "")),
    ("ता", ("ना",)), ("ते", ("ना",)), ("ती", ("ना",)), ("तीं", ("ना",)), ("ने", ("ना",)),
    ("नी", ("ना",)), ("कर", ("ना",)), ("के", ("ना",)), ("या", ("ना",)), ("ये", ("ना",)),
    ("यी", ("ना",)), ("ए", ("ना",)), ("ई", ("ना",)), ("ओ", ("ना",)), ("ऊं", ("ना",)),
    ("ूं", ("ना",)), ("एगा", ("ना",)), ("एगी", ("ना",)), ("एंगे", ("ना",)), ("ेगा", ("ना",)),
    ("ेगी", ("ना",)), ("ेंगे", ("ना",)), ("ंगे", ("ना",)), ("ंगी", ("ना",)), ("ूंगा", ("ना",)),
    ("िए", ("ना",)), ("ाया", ("ना",)), ("ाई", ("ना",)), ("ाए", ("ना",)), ("वाना", ("ना",)),
    ("", ("ना", "ा")),
)  # fmt: skip
_ENGLISH: _Endings = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)),
    ("ing", ("", "e")), ("ly", ("",)), ("ily", ("y",)), ("er", ("", "e")), ("ier", ("y",)),
    ("ers", ("", "e")), ("est", ("", "e")), ("ness", ("",)), ("'s", ("",)),
    ("nned", ("n",)), ("pped", ("p",)), ("tted", ("t",)),
)  # fmt: skip
_ENDINGS = {Language.HI: _HINDI, Language.EN: _ENGLISH}


def is_everyday(word: str, language: Language) -> bool:
    """Whether a word, in whichever form, is one that any text may have.

    Args:
        word: one word, in any case.
        language: its language.
    """
    key = key_of(word)
    known = _words(language)
    return key in known or any(
        key.removesuffix(ending) + instead in known
        for ending, endings in _ENDINGS[language]
        if key.endswith(ending)
        for instead in endings
    )


@lru_cache(maxsize=2)
def _words(language: Language) -> frozenset[str]:
    text = files(__package__).joinpath(_FILE.format(language)).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(key_of(word) for line in lines for word in line.split())
