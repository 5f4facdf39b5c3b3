"""What the checks say of a translation, and what that means for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dualpress.article import Publish, SegmentKey, SegmentKind, Status
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
        self._known: dict[tuple[SegmentKey, str], list[Finding]] = {}

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
        check = check_named(finding.check)
        return check.cure if check else ""

    def annotate(self, work: Work) -> Catalog:
        """The catalog with comments that tell the reviewer what to look at."""
        entries = tuple(
            replace(entry, notes=tuple(self._notes(entry, work))[:MOST_NOTES])
            for entry in work.catalog.entries
        )
        return replace(work.catalog, entries=entries)

    def _notes(self, entry: Entry, work: Work) -> Iterator[str]:
        for finding in self.findings(entry, work):
            yield f"{finding.severity.value}: {finding.check}: {finding.message}"
        yield from entry.notes
        if entry.status is Status.DRAFT and entry.origin is not None:
            yield from entry.origin.notes

    def _errors(self, entry: Entry, work: Work) -> list[Finding]:
        return [f for f in self._all(entry, work) if f.severity is Severity.ERROR]

    def _all(self, entry: Entry, work: Work) -> list[Finding]:
        if entry.joins:
            return []
        key = (entry.key, entry.target)
        if key not in self._known:
            pair = self._pair(entry, work)
            self._known[key] = run_checks(pair, disabled=frozenset(self._config.checks.disabled))
        return self._known[key]

    def _pair(self, entry: Entry, work: Work) -> Pair:
        catalog = work.catalog
        # A stale translation is held against the source that it was approved for.
        source = entry.previous or entry.source
        return Pair(
            source=source,
            target=entry.target,
            source_language=catalog.source_language,
            target_language=catalog.target_language,
            kind=_kind(entry, work),
            status=entry.status,
            sentence_end=self._config.hindi.sentence_end,
            terms=check_terms(
                source,
                entry.target,
                catalog.source_language,
                catalog.target_language,
                self._glossary,
            ),
        )


def _kind(entry: Entry, work: Work) -> SegmentKind:
    """What the entry's segment is where it stands first."""
    kinds = (s.kind for s in work.post.article.segments if s.key == entry.key)
    return next(kinds, SegmentKind.PARAGRAPH)
