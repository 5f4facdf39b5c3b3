"""Whether a translation keeps the terms of its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dualpress.article import TAG, Language, Span
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.terms import ReadAs, Term

__all__ = ["TermFinding", "TermProblem", "check_terms", "introductions", "spans_of"]

_MOST_TOLD = 4


class TermProblem(StrEnum):
    """What may be wrong with a term in a translation."""

    MISSING = "missing"
    """None of its renderings is there."""

    FORBIDDEN = "forbidden"
    """A rendering is there that the glossary forbids."""

    AMBIGUOUS = "ambiguous"
    """None of its renderings is there, but the source may mean another word."""


@dataclass(frozen=True, slots=True)
class TermFinding:
    """One term of the source that the target does not keep.

    Args:
        problem: what is wrong.
        term: the row.
        found: the words it is about, as they stand in their text.
        span: where they stand: in the target if forbidden, else in the source.
        expected: the renderings that would do, the one to write first.
    """

    problem: TermProblem
    term: Term
    found: str
    span: Span
    expected: tuple[str, ...]

    @property
    def message(self) -> str:
        """One sentence for a reviewer, without a final stop."""
        wanted, *rest = (f"“{rendering}”" for rendering in self.expected[:_MOST_TOLD])
        also = f" (or {', '.join(rest)})" if rest else ""
        if self.problem is TermProblem.FORBIDDEN:
            return f"“{self.found}” is not to be used, write {wanted}{also}"
        if self.problem is TermProblem.AMBIGUOUS:
            return f"“{self.found}” may be {wanted}{also}"
        return f"“{self.found}” is not translated as {wanted}{also}"


def check_terms(
    source: str,
    target: str,
    source_language: Language,
    target_language: Language,
    glossary: Glossary,
) -> list[TermFinding]:
    """Check that the terms of a source sentence are in its translation.

    A term is demanded once, however often the source has it: a sentence may
    say it again as अपना, उसका or not at all. Any form of any row that the
    source's words may stand for will do.

    Args:
        source: the source segment, with or without inline tags.
        target: its translation.
        source_language: the language of ``source``.
        target_language: the language of ``target``.
        glossary: the terms.

    Returns:
        The findings in the order of the source; none of an empty target.
    """
    if not target.strip():
        return []
    matches = glossary.matcher(source_language).find(source)
    introduced = introductions(source, matches)
    renderings = glossary.matcher(target_language).find_all(target)
    wrong = glossary.forbidden_matcher(target_language).find_all(target)
    findings = []
    for match in _first_of_each(matches):
        expected = _expected(match, target_language)
        spans = spans_of(match.terms, renderings)
        full_name = introduced.get(match.term)
        if not (spans - spans_of(full_name.terms, renderings) if full_name else spans):
            problem = TermProblem.AMBIGUOUS if match.ambiguous else TermProblem.MISSING
            found = source[match.span.start : match.span.end]
            findings.append(TermFinding(problem, match.term, found, match.span, expected))
        for span in sorted(spans_of((match.term,), wrong)):
            if not match.ambiguous and not any(_is_within(span, accepted) for accepted in spans):
                found = target[span.start : span.end]
                forbidden = TermProblem.FORBIDDEN
                findings.append(TermFinding(forbidden, match.term, found, span, expected))
    return findings


def spans_of(terms: Iterable[Term], matches: Iterable[TermMatch]) -> set[Span]:
    """Where any of some terms is found."""
    wanted = set(terms)
    return {match.span for match in matches if not wanted.isdisjoint(match.terms)}


def introductions(source: str, matches: Iterable[TermMatch]) -> dict[Term, TermMatch]:
    """Acronyms that the source introduces: ``Baloch Liberation Army (BLA)``.

    Args:
        source: the source segment.
        matches: its terms, in order.

    Returns:
        The acronym to the match of the full name before it. Acronyms that
        the other language writes by the full name are left out.
    """
    pairs = {}
    for name, acronym in pairwise(matches):
        between = TAG.sub("", source[name.span.end : acronym.span.start]).strip()
        after = TAG.sub("", source[acronym.span.end :]).lstrip()
        is_expanded = acronym.term.read_as is ReadAs.EXPAND
        if between == "(" and after.startswith(")") and not is_expanded:
            pairs[acronym.term] = name
    return pairs


def _first_of_each(matches: Iterable[TermMatch]) -> list[TermMatch]:
    first: dict[Term, TermMatch] = {}
    for match in matches:
        first.setdefault(match.term, match)
    return list(first.values())


def _expected(match: TermMatch, language: Language) -> tuple[str, ...]:
    headwords = [term.headword(language) for term in match.terms]
    forms = [form for term in match.terms for form in term.forms(language)]
    return tuple(dict.fromkeys(headwords + forms))


def _is_within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
