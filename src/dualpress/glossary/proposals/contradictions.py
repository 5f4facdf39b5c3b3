"""Renderings that reviewers write and the glossary does not have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.glossary.check import TermProblem, check_terms
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.cooccurrence import common_phrase
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


class _Uses(NamedTuple):
    kept: list[Passage]
    missing: list[Passage]


def find_contradictions(
    passages: Sequence[Passage], glossary: Glossary, *, at_least: int = 3
) -> list[Contradiction]:
    """Find terms for which reviewers write again and again what their row does not have.

    Args:
        passages: sentences; those that nobody reviewed count for nothing.
        glossary: the rows.
        at_least: in how many different sentences.

    Returns:
        The most frequent first.
    """
    found = [
        contradiction
        for (term, language), uses in _by_term(passages, glossary).items()
        if len({one.text for one in uses.missing}) >= at_least
        for contradiction in _contradictions(term, language, uses, at_least)
    ]
    return sorted(found, key=lambda one: (-len(one.places), one.term.en, one.written))


def _by_term(passages: Sequence[Passage], glossary: Glossary) -> dict[tuple[Term, Language], _Uses]:
    terms: dict[tuple[Term, Language], _Uses] = defaultdict(lambda: _Uses([], []))
    for passage in passages:
        if not (passage.is_reviewed and passage.target):
            continue
        here, there = passage.language, other(passage.language)
        findings = check_terms(passage.text, passage.target, here, there, glossary)
        missing = {one.term for one in findings if one.problem is TermProblem.MISSING}
        for match in glossary.matcher(here).find(passage.text):
            uses = terms[match.term, there]
            (uses.missing if match.term in missing else uses.kept).append(passage)
    return terms


def _contradictions(
    term: Term, language: Language, uses: _Uses, at_least: int
) -> list[Contradiction]:
    """What they write: what sounds like the term or its rendering, else what all of them have."""
    written: dict[str, list[Passage]] = defaultdict(list)
    for passage in uses.missing:
        if text := _heard(term, language, passage):
            written[text].append(passage)
    if not written:
        phrase = common_phrase(
            [one.target for one in uses.missing], [one.target for one in uses.kept]
        )
        written = {phrase: uses.missing} if phrase else {}
    return [
        Contradiction(term, language, text, tuple(one.place for one in those), len(uses.kept))
        for text, those in written.items()
        if len({one.text for one in those}) >= at_least
    ]


def _heard(term: Term, language: Language, passage: Passage) -> str | None:
    known = {key_of(form) for form in term.accepted(language)}
    for form in term.forms(other(language)):
        found = find_rendering(form, passage.target)
        if found is not None and key_of(found.text) not in known:
            return found.text
    return None
