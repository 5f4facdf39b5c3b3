"""``check``: what is wrong with translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from dualpress.article import Status
from dualpress.catalog import Entry, has_numbers_put_in, write_catalog
from dualpress.checks import Finding, Severity, SideBySide
from dualpress.config import Project
from dualpress.errors import WorkError
from dualpress.pipeline.article_status import warnings_of
from dualpress.pipeline.beside import Beside, Place, place_of
from dualpress.pipeline.desk import Desk, Work, relined
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.incremental import relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.report import CheckReport, FileFinding
from dualpress.pipeline.selectors import unmatched_selectors
from dualpress.spool import Spool

__all__ = ["check"]


def check(
    project: Project, ids: Sequence[str] = (), *, update: bool = False, dry_run: bool = False
) -> CheckReport:
    """Check the translations of articles.

    Of each article only what was found stays in memory, and what is compared
    with the others' is put away.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means all.
        update: also bring the comments in the PO files up to date.
        dry_run: only tell which PO files that would change.

    Raises:
        SetupError: there is no such article, or the project cannot be read.
        WriteError: the disk is full.
    """
    desk = Desk(project)
    judge = Judge(project)
    written: list[Path] = []
    warnings: list[str] = []
    posts = choose_posts(project, ids)
    with relieved(), Spool(project.state) as spool:
        compared = SideBySide(frozenset(project.config.checks.disabled))
        inspection = _Inspection(judge, compared, Beside(spool))
        for work in desk.open(posts.chosen):
            if update and _update(work, judge, desk, dry_run=dry_run):
                written.append(work.po)
                work = work.with_catalog(relined(work.catalog, work.po))
            warnings.extend(warnings_of(work))
            inspection.add(work)
        inspection.compare()
    warnings.extend(unmatched_selectors(project, posts.all, desk.matched))
    return CheckReport(
        findings=inspection.findings,
        failures=tuple(desk.failures),
        waived=inspection.waived,
        written=tuple(written),
        warnings=tuple(warnings),
    )


class _Inspection:
    """What is found in articles, one after the other, and then between them.

    Args:
        judge: of translations.
        compared: takes what is to be told of them beside each other.
        beside: keeps them for that.

    Attributes:
        waived: how many findings reviewers let pass.
    """

    def __init__(self, judge: Judge, compared: SideBySide, beside: Beside) -> None:
        self._judge = judge
        self._compared = compared
        self._beside = beside
        self._found: list[tuple[int, FileFinding]] = []
        self.waived = 0

    def add(self, work: Work) -> None:
        """Look at an article.

        Raises:
            WriteError: the disk is full.
        """
        pairs = [self._judge.pair(entry, work) for entry in work.catalog.entries]
        for index, entry in enumerate(work.catalog.entries, len(self._beside)):
            self._found += ((index, found) for found in self._alone(entry, work))
        for pair in pairs:
            self._compared.add(pair)
        self._beside.add(pairs, work)

    def compare(self) -> None:
        """Look at the translations of all articles beside each other."""
        for one in self._compared.findings(self._beside):
            place = self._beside.place(one.index)
            if one.finding.check in place.accepted:
                self.waived += 1
            else:
                self._found.append((one.index, self._told(one.finding, place)))

    @property
    def findings(self) -> tuple[FileFinding, ...]:
        """Those of each translation together, in the order of the files and their lines."""
        return tuple(found for _, found in sorted(self._found, key=itemgetter(0)))

    def _alone(self, entry: Entry, work: Work) -> Iterator[FileFinding]:
        """What is wrong with a translation, whatever the others are."""
        if entry.status is Status.STALE:
            yield _stale(entry, work)
        verdict = self._judge.verdict(entry, work, {})
        self.waived += verdict.waived
        for finding in verdict.findings:
            yield self._told(finding, place_of(entry, work))

    def _told(self, finding: Finding, place: Place) -> FileFinding:
        return FileFinding(
            path=place.path,
            line=place.line,
            article=place.article,
            check=finding.check,
            severity=finding.severity,
            message=finding.message,
            cure=self._judge.cure(finding),
        )


def _stale(entry: Entry, work: Work) -> FileFinding:
    return FileFinding(
        path=work.po,
        line=entry.line or 0,
        article=work.post.id,
        check="stale",
        severity=Severity.WARNING,
        message=f"The source was edited since the review: it was “{entry.previous}”",
        cure=_cure_of_stale(entry, work),
    )


def _cure_of_stale(entry: Entry, work: Work) -> str:
    if has_numbers_put_in(entry):
        return "The new numbers were put in: review it again in the PO file"
    return f"Review it again; where the meaning is the same: dualpress unchanged {work.post.id}"


def _update(work: Work, judge: Judge, desk: Desk, *, dry_run: bool) -> bool:
    """Write the comments of a PO file anew; tells whether that changed it, or would."""
    if work.read is None:
        return False
    if dry_run:
        return judge.annotate(work) != work.read
    try:
        before = work.po.read_bytes()
        write_catalog(judge.annotate(work), work.po, created=work.post.changed)
        return work.po.read_bytes() != before
    except WorkError as error:
        desk.failures.append(error)
        return False
