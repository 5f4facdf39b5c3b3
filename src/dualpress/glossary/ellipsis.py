"""Terms that share a word: उत्तर और दक्षिण कोरिया are North Korea and South Korea."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from dualpress.article import Language
from dualpress.glossary.tokens import tokenise

__all__ = ["is_coordinated"]

_AND = {
    Language.EN: frozenset("and or".split()),
    Language.HI: frozenset("और तथा एवं व या".split()),
}
_MOST_BETWEEN = 4
"""Words from the end of the one to the word that both share."""

_TEXTS_KEPT, _FORMS_KEPT = 2**6, 2**12
"""Texts and forms whose keys are kept: a translation is asked about each term that it lacks."""


def is_coordinated(text: str, forms: Iterable[str], language: Language) -> bool:
    """Whether a text has a term of several words whose last word it shares with another.

    Args:
        text: a translation.
        forms: what the term may be called.
        language: of the translation.
    """
    keys = _words_of(text)
    if _AND[language].isdisjoint(keys):
        return False
    return any(_stands(keys, _keys_of(form), language) for form in forms)


@lru_cache(maxsize=_TEXTS_KEPT)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(text) if token.is_word)


@lru_cache(maxsize=_FORMS_KEPT)
def _keys_of(form: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(form))


def _stands(keys: Sequence[str], form: Sequence[str], language: Language) -> bool:
    if len(form) < 2:
        return False
    own, shared = form[:-1], form[-1]
    return any(
        keys[start : start + len(own)] == own
        and keys[end : end + 1]
        and keys[end] in _AND[language]
        and _has(keys[end + 2 : end + 1 + _MOST_BETWEEN], shared, language)
        for start in range(len(keys))
        for end in [start + len(own)]
    )


def _has(keys: Sequence[str], shared: str, language: Language) -> bool:
    plurals = (shared, f"{shared}s") if language is Language.EN else (shared,)
    return any(key in plurals for key in keys)
