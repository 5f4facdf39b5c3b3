"""Pronouns that stand for people: a translator may write “he” for a name or an office."""

from __future__ import annotations

from dualpress.article import Language, Span, other
from dualpress.glossary.tokens import Token, tokenise

__all__ = ["has_pronoun_instead"]

# Who does something, in the third person: Hindi says अपना for “his”, and leaves out much else.
_PRONOUNS = {
    Language.EN: frozenset("he she him".split()),
    Language.HI: frozenset("उन्होंने उन्होने इन्होंने उसने वह वे वो".split()),
}
_ARTICLES = frozenset("a an the".split())


def has_pronoun_instead(source: str, span: Span, target: str, target_language: Language) -> bool:
    """Whether a translation may have a pronoun for some words of its source.

    It has more pronouns of the third person than the source, and the words
    are no part of a longer name: nobody writes “he” for the Captain in
    “Captain Halkett”.

    Args:
        source: the source segment, with or without inline tags.
        span: the words, in ``source``.
        target: the translation.
        target_language: the language of ``target``.
    """
    source_language = other(target_language)
    words = tokenise(source)
    if source_language is Language.EN and _is_in_name(words, span):
        return False
    return _count(tokenise(target), target_language) > _count(words, source_language)


def _is_in_name(tokens: list[Token], span: Span) -> bool:
    """Whether a capitalised word stands directly before or behind some words."""
    before = [token for token in tokens if token.span.end <= span.start][-1:]
    after = [token for token in tokens if token.span.start >= span.end][:1]
    beside = [token.text for token in before + after if token.is_word]
    return any(word[:1].isupper() and word.casefold() not in _ARTICLES for word in beside)


def _count(tokens: list[Token], language: Language) -> int:
    return sum(token.text.casefold() in _PRONOUNS[language] for token in tokens)
