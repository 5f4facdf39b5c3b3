"""What a sentence says that another, edited from it, does not."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import regex

from dualpress.article import Language, plain_text
from dualpress.glossary import Glossary, Term
from dualpress.glossary.tokens import tokenise
from dualpress.memory import Difference, Fact, difference
from dualpress.text.numbers import NumberKind, find_numbers

__all__ = ["contradicts"]

_MINUS = regex.compile(r"(?<![\p{L}\p{M}\p{N}])[-\u2212](?=\p{Nd})")
_UNIT = regex.compile(r"[\p{Sc}%‰°]")


def contradicts(
    old: str, new: str, language: Language, glossary: Glossary, translation: str
) -> bool:
    """Whether an old sentence says something that the new one does not.

    A number, a name or a term that the new one lacks, or another number of
    denials or questions. What the new one has besides is no contradiction:
    who reads the old one reads less, and nothing wrong.

    Args:
        old: a source with its tags.
        new: what it was edited to.
        language: of both.
        glossary: whose terms are names.
        translation: of the old one; tells the names of a Hindi source.
    """
    found = difference(old, new, language, glossary, translation)
    return (
        not found.facts.isdisjoint((Fact.NEGATION, Fact.QUESTION))
        or (Fact.NUMBER in found.facts and _lost_number(old, new, language))
        or (Fact.NAME in found.facts and _lost_term(old, new, language, glossary))
        or (Fact.NAME in found.facts and _lost_name(found, new, language, glossary, translation))
        or _minuses(old) > _minuses(new)
    )


def _minuses(tagged: str) -> int:
    return len(_MINUS.findall(plain_text(tagged)))


def _lost_number(old: str, new: str, language: Language) -> bool:
    return bool(_numbers(old, language) - _numbers(new, language))


def _numbers(tagged: str, language: Language) -> Counter[tuple[Fraction, bool] | str]:
    """Values, months apart from other numbers, and the signs of what they count."""
    text = plain_text(tagged)
    counts: Counter[tuple[Fraction, bool] | str] = Counter(_UNIT.findall(text))
    for number in find_numbers(text, language):
        counts[number.value, number.kind is NumberKind.MONTH] += 1
    return counts


def _lost_term(old: str, new: str, language: Language, glossary: Glossary) -> bool:
    return bool(_terms(old, language, glossary) - _terms(new, language, glossary))


def _terms(tagged: str, language: Language, glossary: Glossary) -> set[Term]:
    found = glossary.matcher(language).find(plain_text(tagged))
    return {term for match in found for term in match.terms}


def _lost_name(
    found: Difference, new: str, language: Language, glossary: Glossary, translation: str
) -> bool:
    """Whether a word that is a name is gone; one that moved is not."""
    kept = {token.key for token in tokenise(plain_text(new))}
    lost = (
        token.text
        for change in found.changes
        for token in tokenise(change.old)
        if token.key not in kept
    )
    return any(
        Fact.NAME in difference(word, "", language, glossary, translation).facts for word in lost
    )
