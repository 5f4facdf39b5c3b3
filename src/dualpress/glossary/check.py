"""Whether a translation keeps the terms of its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from dualpress.article import Language, Span, plain_text
from dualpress.glossary.ellipsis import is_coordinated
from dualpress.glossary.full_names import is_in_misspelt_name
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.pronouns import has_pronoun_instead
from dualpress.glossary.terms import PAGE, Kind, ReadAs, Term

__all__ = ["TermFinding", "TermProblem", "check_terms", "introductions", "list_terms", "spans_of"]

_MOST_TOLD = 4

_PEOPLE = (Kind.PERSON, Kind.TITLE)


class TermProblem(StrEnum):
    """What may be wrong with a term in a translation."""

    MISSING = "missing"
    """None of its renderings is there."""

    FORBIDDEN = "forbidden"
    """A rendering is there that the glossary forbids."""

    AMBIGUOUS = "ambiguous"
    """None of its renderings is there, but the source may mean another word, or
    a pronoun stands for it."""


@dataclass(frozen=True, slots=True)
class TermFinding:
    """One term of the source that the target does not keep.

    Args:
        problem: what is wrong.
        term: the row.
        found: the words it is about, as they stand in their text.
        span: where they stand: in the target if forbidden, else in the source.
        expected: the renderings that would do, the one to write first.
        has_pronoun: whether the target seems to say “he” or “she” instead.
    """

    problem: TermProblem
    term: Term
    found: str
    span: Span
    expected: tuple[str, ...]
    has_pronoun: bool = False

    @property
    def message(self) -> str:
        """One sentence for a reviewer, without a final stop."""
        wanted, *rest = (f"“{rendering}”" for rendering in self.expected[:_MOST_TOLD])
        also = f" (or {', '.join(rest)})" if rest else ""
        if self.problem is TermProblem.FORBIDDEN:
            return f"“{self.found}” is not to be used, write {wanted}{also}"
        if self.has_pronoun:
            return f"“{self.found}” has become a pronoun, and would be {wanted}{also}"
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
    if not matches:  # then nothing is looked for in the translation
        return []
    pair = _compared(source, target, target_language, matches, glossary)
    return [
        finding
        for match in _first_of_each(pair.matches)
        for finding in (*_missing(match, pair), *_forbidden(match, pair))
    ]


class _Pair(NamedTuple):
    """A sentence and its translation, and the terms of both."""

    source: str
    target: str
    target_language: Language
    matches: list[TermMatch]
    introduced: dict[Term, TermMatch]
    renderings: list[TermMatch]
    forbidden: list[TermMatch]


def _compared(
    source: str,
    target: str,
    target_language: Language,
    matches: list[TermMatch],
    glossary: Glossary,
) -> _Pair:
    is_forbidding = any(match.term.forbidden for match in matches)
    return _Pair(
        source,
        target,
        target_language,
        matches,
        introductions(source, matches),
        glossary.accepted_matcher(target_language).find_all(target),
        glossary.forbidden_matcher(target_language).find_all(target) if is_forbidding else [],
    )


def _missing(match: TermMatch, pair: _Pair) -> list[TermFinding]:
    """The finding that no rendering of a term is there, if none is."""
    if _rendered(match, pair) or _is_coordinated(match, pair):
        return []
    has_pronoun = not match.ambiguous and _is_pronoun_instead(match, pair)
    is_unsure = match.ambiguous or has_pronoun
    problem = TermProblem.AMBIGUOUS if is_unsure else TermProblem.MISSING
    found = plain_text(pair.source[slice(*match.span)])
    expected = _expected_of(match, pair)
    return [TermFinding(problem, match.term, found, match.span, expected, has_pronoun)]


def _forbidden(match: TermMatch, pair: _Pair) -> list[TermFinding]:
    """The findings of what must not stand for a term."""
    spans = spans_of((match.term,), pair.forbidden)
    if match.ambiguous or not spans:
        return []
    others = [one.terms for one in pair.matches if one.term != match.term]
    accepted = _rendered(match, pair).union(*(spans_of(one, pair.renderings) for one in others))
    return [
        TermFinding(
            TermProblem.FORBIDDEN,
            match.term,
            plain_text(pair.target[slice(*span)]),
            span,
            _expected_of(match, pair),
        )
        for span in sorted(spans)
        if not _is_within(span, accepted)
    ]


def _rendered(match: TermMatch, pair: _Pair) -> set[Span]:
    """Where the translation has a term as it should."""
    spans = {
        span
        for span in spans_of(match.terms, pair.renderings)
        if not (_is_in_other(match, span, pair) or _is_half_wrong(match, span, pair))
    }
    full_name = pair.introduced.get(match.term)
    if full_name is None:
        return spans
    beside = _beside(spans, spans_of(full_name.terms, pair.renderings))
    # English may leave out the full name, and have the acronym alone.
    is_english = pair.target_language is Language.EN
    alone = {span for span in spans if is_english and " " not in pair.target[slice(*span)]}
    return beside | alone


def _is_in_other(match: TermMatch, span: Span, pair: _Pair) -> bool:
    """Whether a term is only a part of another of its kind: the Vice President, South Sudan."""
    return any(
        found.term.kind is match.term.kind is not Kind.TERM
        and found.span != span
        and _is_within(span, [found.span])
        and _is_another(found, pair)
        for found in pair.renderings
    )


def _is_coordinated(match: TermMatch, pair: _Pair) -> bool:
    """Whether the term shares its last word with another one of the source."""
    forms = (form for term in match.terms for form in term.accepted(pair.target_language))
    return len(pair.matches) > 1 and is_coordinated(pair.target, forms, pair.target_language)


def _is_half_wrong(match: TermMatch, span: Span, pair: _Pair) -> bool:
    """Whether the source has a person's whole name, and of its rendering a part is right."""
    length = match.form.count(" ")
    if match.term.kind is not Kind.PERSON or pair.target[slice(*span)].count(" ") >= length:
        return False
    return is_in_misspelt_name(pair.target, span, match.term.forms(pair.target_language))


def _is_another(found: TermMatch, pair: _Pair) -> bool:
    """Whether a term of the translation is none of the source's."""
    said = {term for match in pair.matches for term in match.terms}
    return said.isdisjoint(found.terms)


def _is_pronoun_instead(match: TermMatch, pair: _Pair) -> bool:
    """Whether a pronoun seems to stand for a person or an office, and no other name."""
    if match.term.kind not in _PEOPLE:
        return False
    has_another = any(
        found.term.kind in _PEOPLE and not found.ambiguous and _is_another(found, pair)
        for found in pair.renderings
    )
    return not has_another and has_pronoun_instead(
        pair.source, match.span, pair.target, pair.target_language
    )


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
        term = acronym.term
        if term.kind is not Kind.ACRONYM or term.read_as is ReadAs.EXPAND:
            continue
        between = plain_text(source[name.span.end : acronym.span.start]).strip()
        after = plain_text(source[acronym.span.end :]).lstrip()
        if between == "(" and after.startswith(")"):
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


def _expected_of(match: TermMatch, pair: _Pair) -> tuple[str, ...]:
    is_introduced = match.term in pair.introduced
    return _expected(match, pair.target_language, is_introduced=is_introduced)


def _is_within(inner: Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= inner.start and inner.end <= span.end for span in spans)
