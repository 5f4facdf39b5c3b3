"""How a term is written in the other language, where there is one way to write it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from dualpress.article import Language
from dualpress.glossary.match import TermMatch
from dualpress.glossary.terms import PAGE, Kind, Term
from dualpress.text.devanagari import key_of

__all__ = ["folded", "is_plural", "is_spelling", "rendering_of"]

_ALIKE = 85
"""Of two spellings of one word, in percent of their letters."""


def rendering_of(match: TermMatch, language: Language) -> str | None:
    """The one way to write a term in the other language, if there is one.

    Args:
        match: a match in text of ``language``.
        language: the language that is translated from.

    Returns:
        The headword; ``None`` where the words are ambiguous, are an inflected
        or attributive form, or stand for terms that are written differently.
    """
    named = [term for term in match.terms if term.headword(language) == match.form]
    spelled = [term for term in match.terms if is_spelling(match.form, term.headword(language))]
    any_form = match.term.kind is Kind.ACRONYM or match.term.domain == PAGE
    if match.ambiguous or not (named or spelled or any_form or _is_initials(match)):
        return None
    rivals = named or spelled or list(match.terms)
    preferred = [term for term in rivals if term.preferred]
    headwords = {_other_headword(term, language) for term in preferred or rivals}
    return headwords.pop() if len(headwords) == 1 else None


def is_plural(match: TermMatch) -> bool:
    """Whether English words are the plural of a row's headword: ``warheads``, ``Houthis``."""
    return match.inflected or match.form in (f"{match.term.en}s", f"{match.term.en}es")


def is_spelling(form: str, headword: str) -> bool:
    """Whether two words are one, spelled in two ways: ``Chişinău``, ``denuclearization``.

    A difference at the end alone is none of spelling: अमेरिकी, ``Iranian``.
    """
    one, other = folded(form), folded(headword)
    if one == other:
        return True
    is_same_end = one[-2:] == other[-2:]
    return is_same_end and len(one) == len(other) and fuzz.ratio(one, other) >= _ALIKE


@lru_cache(maxsize=2**16)
def folded(text: str) -> str:
    """Text as a key under which capitals, accents and spellings of Hindi are equal."""
    decomposed = unicodedata.normalize("NFD", key_of(text))
    return "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")


def _is_initials(match: TermMatch) -> bool:
    """Whether the words are initials of a full name: ``WWII``."""
    return match.form.isupper() and match.form.isalpha() and len(match.form) > len("US")


def _other_headword(term: Term, language: Language) -> str:
    return term.hi if language is Language.EN else term.en
