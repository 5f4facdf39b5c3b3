"""``import wordpress``: the posts of an export as files of the project."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError, UsageError
from dualpress.files import write_whole
from dualpress.pipeline.find import article_id
from dualpress.pipeline.posts import MOST_BYTES
from dualpress.pipeline.wordpress.import_plan import ImportPlan, plan_import
from dualpress.pipeline.wordpress.import_report import (
    ImportedPost,
    ImportOrder,
    ImportReport,
    Outcome,
)
from dualpress.pipeline.wordpress.imported_files import ImportedFiles, digest_of_file
from dualpress.progress import NoProgress, Progress
from dualpress.site.own_address import split_url
from dualpress.site.wordpress.fragment import fragment_of
from dualpress.site.wordpress.imported import FIELDS, fragment_from, losses
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownArticle,
    KnownPost,
    WordPressRecord,
    read_record,
    write_record,
)
from dualpress.site.wordpress.survey import Survey, survey_of
from dualpress.site.wordpress.wxr import WxrItem
from dualpress.site.wordpress.wxr_read import WxrReader

__all__ = ["import_wordpress"]

_MEGABYTE = 1_000_000


def import_wordpress(
    project: Project,
    order: ImportOrder,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import the posts and pages of an export.

    The file is read twice: nothing is written of one that is damaged anywhere.
    A file that was changed in the project since it was imported is not overwritten,
    and one of a post that the site no longer has is not removed.

    Args:
        project: that they are for.
        order: what is wanted.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        UsageError: the file is no export of WordPress, is of another site, or has no post of
            a name that was asked for.
        ReadError: the file cannot be read, or is damaged.
        ConfigError: the record of what was imported before cannot be read.
    """
    progress = progress or NoProgress()
    former = read_record(project.root / RECORD_NAME)
    survey = survey_of(_reader(order.file, progress, "Reading the export"))
    _refuse_other_site(survey, former, order)
    files = ImportedFiles(project, former)
    plan = plan_import(survey, files, order, project)
    run = _Import(project, order, survey, files, plan, dry_run=dry_run)
    reader = _reader(order.file, progress, "Writing posts")
    posts: list[ImportedPost] = []
    try:
        posts.extend(run.posts(reader) if plan.paths else ())
    finally:
        # Also where somebody stops it: a file that is not in the record counts as edited here.
        if not dry_run:
            write_record(project.root / RECORD_NAME, run.record(posts), former)
    return ImportReport(
        site=survey.channel.url,
        posts=tuple(posts),
        skipped=dict(plan.skipped),
        translations=len(plan.translations),
        gone=tuple(_gone(survey, files)) if not order.only else (),
        warnings=tuple(plan.warnings),
        failures=(*plan.failures, *run.failures),
    )


class _Import:
    """Writes the posts of one export.

    Args:
        project: that they are for.
        order: what is wanted.
        survey: of the export.
        files: the project has.
        plan: what is to be done.
        dry_run: write nothing.

    Attributes:
        failures: the posts that could not be written.
    """

    def __init__(
        self,
        project: Project,
        order: ImportOrder,
        survey: Survey,
        files: ImportedFiles,
        plan: ImportPlan,
        *,
        dry_run: bool,
    ) -> None:
        self._project = project
        self._order = order
        self._survey = survey
        self._files = files
        self._plan = plan
        self._dry_run = dry_run
        self._known: dict[str, KnownPost] = {}
        self.failures: list[DualpressError] = []

    def posts(self, reader: WxrReader) -> Iterator[ImportedPost]:
        """Write the posts that are wanted, and tell what became of each."""
        left = dict(self._plan.paths)
        for item in reader.items():
            path = left.pop(item.id, None) if item.type in ("post", "page") else None
            if path is not None:
                try:
                    yield self._post(item, path)
                except DualpressError as error:
                    self.failures.append(error)

    def record(self, posts: Sequence[ImportedPost]) -> WordPressRecord:
        """The record of what the project has now."""
        record = self._files.record
        articles = dict(record.articles)
        names = {post.number: post.id for post in posts}
        for name, known in self._known.items():
            articles[name] = replace(articles.get(name, KnownArticle()), original=known)
        for number, told in self._plan.translations.items():
            if told.original in names:
                name = names[told.original]
                own = articles[name]
                before = own.translations.get(told.language)
                there = self._translation(number, before)
                articles[name] = replace(
                    own, translations={**own.translations, told.language: there}
                )
        site = self._survey.channel.url or record.site
        terms = self._survey.terms or record.terms
        return WordPressRecord(site or None, articles, terms)

    def _translation(self, number: int, before: KnownPost | None) -> KnownPost:
        """A translation that the site has; what dualpress sent of it stays known."""
        entry = self._survey.entries[number]
        if before and before.post == number:
            return replace(before, link=entry.link, status=entry.status)
        return KnownPost(number, entry.link, entry.status)

    def _post(self, item: WxrItem, path: Path) -> ImportedPost:
        fragment = fragment_from(item, self._survey.facts)
        data = fragment_of(fragment)
        if len(data) > MOST_BYTES:
            cause = (
                f"the post “{fragment.text.title}” has more than 16 MiB, the most for an article"
            )
            raise ReadError(cause, path=self._order.file, line=item.line)
        digest = hashlib.sha256(data).hexdigest()
        known = self._files.known(item.id)
        outcome = self._outcome(path, digest, known)
        if outcome in (Outcome.NEW, Outcome.UPDATED) and not self._dry_run:
            # Without waiting for the disk: the export has it still.
            write_whole(path, data, durable=False)
        is_ours = outcome in (Outcome.KEPT, Outcome.REMOVED)
        seen = known.digest if is_ours and known else digest
        name = article_id(path, self._project.posts)
        original = fragment.original
        self._known[name] = KnownPost(item.id, original.link, original.status, seen)
        return ImportedPost(
            id=name,
            number=item.id,
            title=fragment.text.title,
            status=original.status,
            path=path,
            outcome=outcome,
            warnings=tuple(losses(item, fragment)),
        )

    def _outcome(self, path: Path, digest: str, known: KnownPost | None) -> Outcome:
        """What becomes of a post, by its file as it is, was and would be."""
        now = digest_of_file(path)
        if now is None:
            is_unwanted = known is not None and not self._order.force
            return Outcome.REMOVED if is_unwanted else Outcome.NEW
        if now == digest:
            return Outcome.UNCHANGED
        if self._order.force or (known is not None and now == known.digest):
            return Outcome.UPDATED
        is_same_there = known is not None and digest == known.digest
        return Outcome.UNCHANGED if is_same_there else Outcome.KEPT


def _refuse_other_site(survey: Survey, record: WordPressRecord, order: ImportOrder) -> None:
    """Let no other site's posts overwrite this one's: their numbers are the same."""
    here, there = record.site, survey.channel.url
    if here and there and _place(here) != _place(there) and not order.force:
        raise UsageError(
            f"the export is of {there}, and the project's posts are of {here}",
            path=order.file,
            hint=f"Make a project of its own for it; if the site has moved, write its new address "
            f"into {RECORD_NAME}",
        )


def _place(url: str) -> tuple[str, str]:
    """What two addresses of one site have in common."""
    _, host, path, _ = split_url(url)
    return host.removeprefix("www."), path.rstrip("/")


def _gone(survey: Survey, files: ImportedFiles) -> Iterator[Path]:
    """The files of posts that the export of a whole site has no longer."""
    if survey.is_whole:
        for number in sorted(files.numbers):
            entry = survey.entries.get(number)
            path = files.path(number)
            if (entry is None or not entry.is_live) and path is not None and path.is_file():
                yield path


def _reader(path: Path, progress: Progress, stage: str) -> WxrReader:
    """A reader of an export that tells how many megabytes of it are read."""
    shown = -1

    def count(done: int, total: int) -> None:
        nonlocal shown
        if shown < 0 and total >= _MEGABYTE:
            progress.start(f"{stage}, MB", total // _MEGABYTE)
            shown = 0
        if 0 <= shown < done // _MEGABYTE:
            progress.advance(done // _MEGABYTE - shown)
            shown = done // _MEGABYTE

    return WxrReader(path, FIELDS, count)
