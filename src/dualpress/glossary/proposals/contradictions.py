"""Renderings that reviewers write and the glossary does not have."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeAlias

from dualpress.article import Language, other
from dualpress.glossary.check import TermProblem, check_terms
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.cooccurrence import CommonPhrases
from dualpress.glossary.proposals.passages import Passage, Place
from dualpress.glossary.terms import Term
from dualpress.text.devanagari import key_of

__all__ = ["Contradiction", "find_contradictions"]


class Contradiction(NamedTuple):
    """What reviewers write where a row has something else.

    Args:
        term: the row.
        language: of what they write.
        written: what they write.
        places: where.
        kept: in how many sentences they write it as the row has it.
    """

    term: Term
    language: Language
    written: str
    places: tuple[Place, ...]
    kept: int


_Rendered: TypeAlias = tuple[Term, Language]
"""A row, and the language that it is translated into."""


class _Uses(NamedTuple):
    """Where a term stands, by the numbers of the sentences.

    Args:
        kept: those that have it as its row does.
        missing: those that do not.
        different: the hashes of the latter's texts.
    """

    kept: array[int]
    missing: array[int]
    different: set[int]


def find_contradictions(
    passages: Iterable[Passage], glossary: Glossary, *, at_least: int = 3
) -> list[Contradiction]:
    """Find terms for which reviewers write again and again what their row does not have.

    Args:
        passages: sentences; those that nobody reviewed count for nothing. They are gone
            through several times, and none is held but those that lack such terms.
        glossary: the rows.
        at_least: in how many different sentences.

    Returns:
        The most frequent first.
    """
    terms = {
        rendered: uses
        for rendered, uses in _by_term(passages, glossary).items()
        if len(uses.different) >= at_least
    }
    missing = _taken(passages, {number for uses in terms.values() for number in uses.missing})
    lacking = {
        rendered: [missing[number] for number in uses.missing] for rendered, uses in terms.items()
    }
    written = {rendered: _heard_in(rendered, those) for rendered, those in lacking.items()}
    unheard = {rendered: uses for rendered, uses in terms.items() if not written[rendered]}
    for rendered, phrase in _common(passages, unheard, lacking).items():
        written[rendered] = {phrase: lacking[rendered]} if phrase else {}
    found = [
        Contradiction(term, language, text, tuple(one.place for one in those), len(uses.kept))
        for (term, language), uses in terms.items()
        for text, those in written[term, language].items()
        if len({one.text for one in those}) >= at_least
    ]
    return sorted(found, key=lambda one: (-len(one.places), one.term.en, one.written))


def _by_term(passages: Iterable[Passage], glossary: Glossary) -> dict[_Rendered, _Uses]:
    terms: dict[_Rendered, _Uses] = defaultdict(lambda: _Uses(array("L"), array("L"), set()))
    for number, passage in enumerate(passages):
        if not (passage.is_reviewed and passage.target):
            continue
        here, there = passage.language, other(passage.language)
        findings = check_terms(passage.text, passage.target, here, there, glossary)
        missing = {one.term for one in findings if one.problem is TermProblem.MISSING}
        for match in glossary.matcher(here).find(passage.text):
            uses = terms[match.term, there]
            (uses.missing if match.term in missing else uses.kept).append(number)
            if match.term in missing:
                uses.different.add(hash(passage.text))
    return terms


def _taken(passages: Iterable[Passage], numbers: AbstractSet[int]) -> dict[int, Passage]:
    """The passages of these numbers."""
    every = enumerate(passages if numbers else ())
    return {number: passage for number, passage in every if number in numbers}


def _heard_in(rendered: _Rendered, passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """What they write that sounds like the term or its rendering."""
    written: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if text := _heard(*rendered, passage):
            written[text].append(passage)
    return written


def _common(
    passages: Iterable[Passage],
    terms: Mapping[_Rendered, _Uses],
    lacking: Mapping[_Rendered, Sequence[Passage]],
) -> dict[_Rendered, str | None]:
    """What all have that lack a term, and none that has it as its row does."""
    common = {one: CommonPhrases(passage.target for passage in lacking[one]) for one in terms}
    having: dict[int, list[CommonPhrases]] = defaultdict(list)
    for rendered, uses in terms.items():
        for number in dict.fromkeys(uses.kept):
            having[number].append(common[rendered])
    for number, passage in enumerate(passages if having else ()):
        for phrases in having.get(number, ()):
            phrases.exclude(passage.target)
    return {rendered: phrases.longest for rendered, phrases in common.items()}


def _heard(term: Term, language: Language, passage: Passage) -> str | None:
    known = {key_of(form) for form in term.accepted(language)}
    for form in term.forms(other(language)):
        found = find_rendering(form, passage.target)
        if found is not None and key_of(found.text) not in known:
            return found.text
    return None
