"""Terms that share a word: उत्तर और दक्षिण कोरिया are North Korea and South Korea."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualpress.article import Language
from dualpress.glossary.tokens import Token, tokenise

__all__ = ["is_coordinated"]

_AND = {
    Language.EN: frozenset("and or".split()),
    Language.HI: frozenset("और तथा एवं व या".split()),
}
_MOST_BETWEEN = 4
"""Words from the end of the one to the word that both share."""


def is_coordinated(text: str, forms: Iterable[str], language: Language) -> bool:
    """Whether a text has a term of several words whose last word it shares with another.

    Args:
        text: a translation.
        forms: what the term may be called.
        language: of the translation.
    """
    tokens = [token for token in tokenise(text) if token.is_word]
    return any(_stands(tokens, [token.key for token in tokenise(form)], language) for form in forms)


def _stands(tokens: Sequence[Token], form: Sequence[str], language: Language) -> bool:
    if len(form) < 2:
        return False
    *own, shared = form
    keys = [token.key for token in tokens]
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
