"""What the checks say of a translation, and what that means for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dualpress.article import Language, Publish, SegmentKind, Status, other
from dualpress.catalog import Catalog, Entry
from dualpress.checks import Finding, Pair, Severity, check_named, run_checks, waived
from dualpress.config import Project
from dualpress.glossary import Glossary, check_terms
from dualpress.pipeline.desk import Work
from dualpress.states import SegmentState, segment_state

__all__ = ["Judge"]

MOST_NOTES = 4
"""Lines of ``#.`` that a reviewer reads; PO editors show few more."""


class Judge:
    """Runs the checks of a project.

    Args:
        project: which checks, and the house style.
        glossary: its terms.
    """

    def __init__(self, project: Project, glossary: Glossary) -> None:
        self._config = project.config
        self._glossary = glossary
        self._disabled = frozenset(project.config.checks.disabled)
        self._known: dict[_Question, list[Finding]] = {}

    @property
    def publish(self) -> Publish:
        """Which articles the project publishes."""
        return self._config.publish

    def state(self, entry: Entry, work: Work) -> SegmentState:
        """What the table of states asks of an entry."""
        return segment_state(
            entry,
            has_error=bool(self._errors(entry, work)),
            waived=not self.errors(entry, work),
        )

    def errors(self, entry: Entry, work: Work) -> list[Finding]:
        """The findings of severity error that no reviewer waived."""
        return [f for f in self.findings(entry, work) if f.severity is Severity.ERROR]

    def findings(self, entry: Entry, work: Work) -> list[Finding]:
        """What is wrong with a translation and not waived, errors first."""
        accepted = waived(entry.comments)
        return [f for f in self._all(entry, work) if f.check not in accepted]

    def waived(self, entry: Entry, work: Work) -> int:
        """How many findings a reviewer waived."""
        return len(self._all(entry, work)) - len(self.findings(entry, work))

    def cure(self, finding: Finding) -> str:
        """What to do about a finding, one line."""
        return check_named(finding.check).cure

    def annotate(self, work: Work) -> Catalog:
        """The catalog with comments that tell the reviewer what to look at."""
        entries = tuple(
            replace(entry, notes=tuple(self._notes(entry, work))) for entry in work.catalog.entries
        )
        return replace(work.catalog, entries=entries)

    def _notes(self, entry: Entry, work: Work) -> Iterator[str]:
        """Findings first; what a segment is, and its tags, always have their lines."""
        found = [f"{f.severity.value}: {f.check}: {f.message}" for f in self.findings(entry, work)]
        room = max(1, MOST_NOTES - len(entry.notes))
        told = [*found[:room], *entry.notes]
        yield from told
        if entry.status is Status.DRAFT and entry.origin is not None:
            yield from entry.origin.notes[: max(0, MOST_NOTES - len(told))]

    def _errors(self, entry: Entry, work: Work) -> list[Finding]:
        return [f for f in self._all(entry, work) if f.severity is Severity.ERROR]

    def _all(self, entry: Entry, work: Work) -> list[Finding]:
        if entry.joins:
            return []
        question = _question(entry, work)
        if question not in self._known:
            pair = self._pair(question)
            self._known[question] = run_checks(pair, disabled=self._disabled)
        return self._known[question]

    def _pair(self, question: _Question) -> Pair:
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
                question.source, question.target, language, other(language), self._glossary
            ),
        )


class _Question(NamedTuple):
    """All of an entry that the findings depend on."""

    source: str
    target: str
    source_language: Language
    kind: SegmentKind
    status: Status


def _question(entry: Entry, work: Work) -> _Question:
    return _Question(
        # A stale translation is held against the source that it was approved for.
        source=entry.previous or entry.source,
        target=entry.target,
        source_language=work.catalog.source_language,
        kind=work.kinds.get(entry.key, SegmentKind.PARAGRAPH),
        status=entry.status,
    )
