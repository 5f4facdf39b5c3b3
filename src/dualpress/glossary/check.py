"""Whether a translation keeps the terms of its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from dualpress.article import Language, Span, plain_text
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.terms import PAGE, Kind, ReadAs, Term

__all__ = ["TermFinding", "TermProblem", "check_terms", "introductions", "list_terms", "spans_of"]

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
    found = glossary.matcher(source_language).find(source)
    # How a menu is worded is no matter of fact.
    matches = [match for match in found if match.term.domain != PAGE]
    introduced = introductions(source, matches)
    renderings = glossary.matcher(target_language).find_all(target)
    findings = []
    for match in _first_of_each(matches):
        full_name = introduced.get(match.term)
        expected = _expected(match, target_language, is_introduced=full_name is not None)
        spans = spans_of(match.terms, renderings)
        if full_name:
            spans = _beside(spans, spans_of(full_name.terms, renderings))
        if not spans:
            problem = TermProblem.AMBIGUOUS if match.ambiguous else TermProblem.MISSING
            findings.append(_finding(problem, match.term, source, match.span, expected))
        if match.term.forbidden and not match.ambiguous:
            wrong = glossary.forbidden_matcher(target_language).find_all(target)
            wrong_spans = sorted(spans_of((match.term,), wrong))
            findings += (
                _finding(TermProblem.FORBIDDEN, match.term, target, span, expected)
                for span in wrong_spans
                if not _is_within(span, spans)
            )
    return findings


def list_terms(
    source: str, source_language: Language, target_language: Language, glossary: Glossary
) -> list[tuple[str, str]]:
    """The terms of a source sentence, for whoever translates it.

    Args:
        source: the source segment, with or without inline tags.
        source_language: the language of ``source``.
        target_language: the language that it is translated into.
        glossary: the terms.

    Returns:
        The words of the source, each once, with the rendering to write. What
        may be another word is left out.
    """
    found = glossary.matcher(source_language).find(source)
    matches = [m for m in found if m.term.domain != PAGE and not m.ambiguous]
    introduced = introductions(source, matches)
    return [
        (
            plain_text(source[slice(*match.span)]),
            _expected(match, target_language, is_introduced=match.term in introduced)[0],
        )
        for match in _first_of_each(matches)
    ]


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
        between = plain_text(source[name.span.end : acronym.span.start]).strip()
        after = plain_text(source[acronym.span.end :]).lstrip()
        term = acronym.term
        is_written = term.kind is Kind.ACRONYM and term.read_as is not ReadAs.EXPAND
        if is_written and between == "(" and after.startswith(")"):
            pairs[term] = name
    return pairs


def _beside(acronym: set[Span], full_name: set[Span]) -> set[Span]:
    """Where an acronym stands, beside its full name if that is there too."""
    if not full_name:
        return acronym
    return {
        span
        for span in acronym
        if any(span.end <= name.start or name.end <= span.start for name in full_name)
    }


def _first_of_each(matches: Iterable[TermMatch]) -> list[TermMatch]:
    first: dict[Term, TermMatch] = {}
    for match in matches:
        first.setdefault(match.term, match)
    return list(first.values())


def _expected(match: TermMatch, language: Language, *, is_introduced: bool) -> tuple[str, ...]:
    renderings = [term.headword(language) for term in match.terms]
    if is_introduced and match.term.first_use and language is Language.HI:
        renderings.insert(0, match.term.first_use)
    renderings += (form for term in match.terms for form in term.forms(language))
    return tuple(dict.fromkeys(renderings))


def _finding(
    problem: TermProblem, term: Term, text: str, span: Span, expected: tuple[str, ...]
) -> TermFinding:
    return TermFinding(problem, term, plain_text(text[span.start : span.end]), span, expected)


def _is_within(inner: Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in spans)
