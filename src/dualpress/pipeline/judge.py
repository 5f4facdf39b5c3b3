"""What the checks say of a translation, and what that means for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from dualpress.article import (
    Language,
    Publish,
    Segment,
    SegmentKey,
    SegmentKind,
    Status,
    TagPlace,
    other,
)
from dualpress.catalog import Catalog, Entry, rendered_source
from dualpress.checks import (
    Finding,
    Pair,
    Severity,
    check_named,
    mended,
    run_article_checks,
    run_checks,
    waived,
)
from dualpress.config import Project
from dualpress.estimation import LOW, Estimator
from dualpress.glossary import Glossary, check_terms, list_terms
from dualpress.pipeline.desk import Work
from dualpress.states import SegmentState, segment_state

__all__ = ["Comparison", "Judge", "Verdict"]

Comparison: TypeAlias = dict[tuple[str, SegmentKey], list[Finding]]
"""What is wrong with translations beside each other, by article and segment."""

MOST_NOTES = 4
"""Lines of ``#.`` that a reviewer reads; PO editors show few more."""

REMEMBERED = 4096
"""Pairs: those of the articles that are at work at once."""

_AT_HAND = 512
"""Pairs with their words and sentences: those of one article, whose checks follow each other."""

_TERMS = 6
"""Terms that fit on a line of these."""


class Verdict(NamedTuple):
    """What is wrong with a translation.

    Args:
        findings: errors first, without those that are waived.
        waived: how many a reviewer let pass.
    """

    findings: list[Finding]
    waived: int


class Judge:
    """Runs the checks of a project.

    Args:
        project: which checks, and the house style.
        remembered: of how many pairs it remembers the findings.
    """

    def __init__(self, project: Project, remembered: int = REMEMBERED) -> None:
        self._config = project.config
        self._disabled = frozenset(project.config.checks.disabled)
        self._pair = lru_cache(min(remembered, _AT_HAND))(self._asked)
        self._found = lru_cache(remembered)(self._checked)
        self._compared: tuple[Catalog, Comparison] | None = None
        self._estimator = Estimator()

    @property
    def publish(self) -> Publish:
        """Which articles the project publishes."""
        return self._config.publish

    def state(self, entry: Entry, work: Work) -> SegmentState:
        """What the table of states asks of an entry."""
        errors = _errors_of(self._all(entry, work))
        are_waived = not errors or not _errors_of(self.findings(entry, work, {}))
        return segment_state(entry, has_error=bool(errors), waived=are_waived)

    def errors(self, entry: Entry, work: Work) -> list[Finding]:
        """The findings of severity error that no reviewer waived."""
        # What is wrong beside other translations is a warning.
        return _errors_of(self.findings(entry, work, {}))

    def findings(
        self, entry: Entry, work: Work, compared: Comparison | None = None
    ) -> list[Finding]:
        """What is wrong with a translation and not waived, errors first.

        Args:
            entry: the translation.
            work: its article.
            compared: what :meth:`compare` says of it among several articles;
                without it, its own article is compared with itself.
        """
        return self.verdict(entry, work, compared).findings

    def verdict(self, entry: Entry, work: Work, compared: Comparison | None = None) -> Verdict:
        """The same, and how many findings a reviewer waived."""
        found = [*self._all(entry, work), *self._beside_others(entry, work, compared)]
        if not found:  # nearly always
            return Verdict([], 0)
        accepted = waived(entry.comments)
        left = [finding for finding in found if finding.check not in accepted]
        return Verdict(left, len(found) - len(left))

    def pair(self, entry: Entry, work: Work) -> Pair:
        """A translation and its source, as the checks see them."""
        return self._pair(_question(entry, work))

    def compare(self, works: Iterable[Work]) -> Comparison:
        """What is wrong with the translations of articles only beside each other.

        Returns:
            The findings, by article and segment.
        """
        entries = [(work, entry) for work in works for entry in work.catalog.entries]
        pairs = [self._pair(_question(entry, work)) for work, entry in entries]
        found: Comparison = {}
        for one in run_article_checks(pairs, disabled=self._disabled):
            work, entry = entries[one.index]
            found.setdefault((work.post.id, entry.key), []).append(one.finding)
        return found

    def _beside_others(
        self, entry: Entry, work: Work, compared: Comparison | None
    ) -> list[Finding]:
        if compared is None:
            if self._compared is None or self._compared[0] is not work.catalog:
                self._compared = work.catalog, self.compare([work])
            compared = self._compared[1]
        return compared.get((work.post.id, entry.key), [])

    def cure(self, finding: Finding) -> str:
        """What to do about a finding, one line."""
        return check_named(finding.check).cure

    def mend(self, work: Work, before: Catalog) -> Catalog:
        """The catalog with its new drafts mended where a check knows what is to be written.

        Args:
            work: with the drafts.
            before: its catalog without them; what was drafted then may be a reviewer's by now.
        """
        # A copy of the source is in the other language, by whose rules it is right.
        entries = (
            self._mended(entry, work)
            if _is_new_draft(entry, before) and entry.target != entry.source
            else entry
            for entry in work.catalog.entries
        )
        return replace(work.catalog, entries=tuple(entries))

    def rate(self, work: Work, before: Catalog) -> Catalog:
        """The catalog with how good its new drafts probably are.

        Args:
            work: with the drafts, as :meth:`mend` left them.
            before: its catalog without them.
        """
        entries = (
            self._rated(entry, work) if _is_new_draft(entry, before) else entry
            for entry in work.catalog.entries
        )
        return replace(work.catalog, entries=tuple(entries))

    def _rated(self, entry: Entry, work: Work) -> Entry:
        if entry.origin is None:
            return entry
        question = _question(entry, work)
        found = self._found_in(entry, question)
        confidence = self._estimator.confidence(self._pair(question), found)
        return replace(entry, origin=replace(entry.origin, confidence=confidence))

    def _mended(self, entry: Entry, work: Work) -> Entry:
        question = _question(entry, work)
        target = mended(self._pair(question), self._found_in(entry, question))
        if target == entry.target and entry.origin and entry.origin.draft == target:  # as most
            return entry
        # What was drafted is what a human is given: the rest is theirs.
        return replace(
            entry, target=target, origin=entry.origin and replace(entry.origin, draft=target)
        )

    def annotate(self, work: Work) -> Catalog:
        """The catalog with comments that tell the reviewer what to look at."""
        entries = tuple(
            replace(entry, notes=tuple(self._notes(entry, work))) for entry in work.catalog.entries
        )
        return replace(work.catalog, entries=entries)

    def _notes(self, entry: Entry, work: Work) -> list[str]:
        """Findings first; what a segment is, and its tags, always have their lines."""
        found = [f"{f.severity.value}: {f.check}: {f.message}" for f in self.findings(entry, work)]
        room = max(1, MOST_NOTES - len(entry.notes))
        told = [*found[:room], *entry.notes]
        more = [*self._terms(entry, work)]
        if entry.status is Status.DRAFT and entry.origin is not None:
            more += [*entry.origin.notes, *_doubts(entry.origin.confidence)]
        return [*told, *more[: max(0, MOST_NOTES - len(told))]]

    def _terms(self, entry: Entry, work: Work) -> Iterator[str]:
        """What the glossary says of the words of a sentence that nobody confirmed."""
        if entry.status.is_confirmed:
            return
        catalog = work.catalog
        terms = list_terms(
            entry.source, catalog.source_language, catalog.target_language, work.glossary
        )
        if terms:
            yield f"terms: {'; '.join(f'{words} = {written}' for words, written in terms[:_TERMS])}"

    def _all(self, entry: Entry, work: Work) -> list[Finding]:
        return self._found_in(entry, _question(entry, work))

    def _found_in(self, entry: Entry, question: _Question) -> list[Finding]:
        return [] if entry.joins else self._found(question)

    def _checked(self, question: _Question) -> list[Finding]:
        return run_checks(self._pair(question), disabled=self._disabled)

    def _asked(self, question: _Question) -> Pair:
        language = question.source_language
        return Pair(
            source=question.source,
            target=question.target,
            source_language=language,
            target_language=other(language),
            kind=question.kind,
            status=question.status,
            sentence_end=self._config.hindi.sentence_end,
            terms=check_terms(
                question.source, question.target, language, other(language), question.glossary
            ),
            places=question.places,
            elements=dict(question.elements),
        )


class _Question(NamedTuple):
    """All of an entry that the findings depend on."""

    source: str
    target: str
    source_language: Language
    kind: SegmentKind
    status: Status
    glossary: Glossary
    places: tuple[TagPlace, ...] = ()
    elements: tuple[tuple[int, str], ...] = ()


def _errors_of(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def _is_new_draft(entry: Entry, before: Catalog) -> bool:
    """Whether a machine made it just now; what the memory has are a reviewer's words."""
    old = before.find(entry.key)
    is_new = old is None or old.origin is not entry.origin
    by_machine = entry.origin is not None and entry.origin.engine not in ("memory", "glossary")
    return entry.status is Status.DRAFT and is_new and by_machine


def _doubts(confidence: float | None) -> Iterator[str]:
    """What a reviewer is told of a draft that is probably bad."""
    if confidence is not None and confidence < LOW:
        yield f"low confidence: of 100 drafts like this one, {confidence * 100:.0f} were good"


def _question(entry: Entry, work: Work) -> _Question:
    segment = work.segments.get(entry.key)
    return _Question(
        # A stale translation is held against the source that it says.
        source=rendered_source(entry),
        target=entry.target,
        source_language=work.catalog.source_language,
        kind=segment.kind if segment else SegmentKind.PARAGRAPH,
        status=entry.status,
        glossary=work.glossary,
        places=entry.origin.tags if entry.origin else (),
        elements=_elements(entry, segment),
    )


def _elements(entry: Entry, segment: Segment | None) -> tuple[tuple[int, str], ...]:
    """The tags of an entry with their elements; only of a draft, where they may be told."""
    if segment is None or entry.status is not Status.DRAFT:
        return ()
    if entry.origin is None or not entry.origin.tags:
        return ()
    return tuple((inline.number, inline.name) for inline in segment.inlines)
