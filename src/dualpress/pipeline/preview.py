"""``review preview``: a page on which each sentence names its PO entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dualpress.article import Segment, Status
from dualpress.catalog import Entry, count_statuses
from dualpress.config import Project
from dualpress.errors import UsageError
from dualpress.files import write_whole
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.wording import next_step
from dualpress.site.preview import (
    Preview,
    PreviewBlock,
    PreviewFinding,
    PreviewSentence,
    render_preview,
)

__all__ = ["PreviewReport", "preview"]


@dataclass(frozen=True)
class PreviewReport:
    """What ``review preview`` wrote.

    Args:
        article: the article's id.
        page: the file.
        counts: how many distinct segments are in which state.
    """

    article: str
    page: Path
    counts: Mapping[Status, int]


def preview(
    project: Project, name: str, *, output: Path | None = None, dry_run: bool = False
) -> PreviewReport:
    """Make a page that shows an article beside its translation.

    Args:
        project: whose article it is.
        name: its id, or the path of its post or PO file.
        output: the file; without it, one in the project's state folder.
        dry_run: write nothing.

    Raises:
        UsageError: there is no such article, or ``output`` is no name of a page.
        WorkError: the article cannot be read.
        WriteError: the page cannot be written.
    """
    desk = Desk(project)
    judge = Judge(project)
    works = list(desk.open(choose_posts(project, [name]).chosen))
    if desk.failures:
        raise desk.failures[0]
    (work,) = works
    page = output or _default_page(work, project)
    _refuse_other_files(page)
    entries = work.catalog.entries
    counts = count_statuses(entries)
    if not dry_run:
        text = render_preview(_preview(work, judge, project, counts))
        write_whole(page, text.encode("utf-8", "replace"), durable=False)
    return PreviewReport(work.post.id, page, counts)


def _default_page(work: Work, project: Project) -> Path:
    return project.state / "preview" / work.post.id / f"{work.post.target.value}.html"


def _refuse_other_files(page: Path) -> None:
    """Refuse to write a page over what is none, such as a post's PO file."""
    if page.suffix.lower() not in (".html", ".htm"):
        raise UsageError("the preview is a page", path=page, hint="Let its name end in .html")


def _preview(work: Work, judge: Judge, project: Project, counts: Mapping[Status, int]) -> Preview:
    errors = sum(bool(judge.errors(entry, work)) for entry in work.catalog.entries)
    place = _place(work, project)
    return Preview(
        article=work.post.id,
        title=work.post.article.title,
        source=work.post.source,
        target=work.post.target,
        blocks=tuple(_blocks(work, judge, place)),
        summary=f"To do: {next_step(counts, errors, place, work.post.id)}.",
    )


def _place(work: Work, project: Project) -> str:
    po = work.po
    return (po.relative_to(project.root) if po.is_relative_to(project.root) else po).as_posix()


def _blocks(work: Work, judge: Judge, place: str) -> Iterator[PreviewBlock]:
    entries = {entry.key: entry for entry in work.catalog.entries}
    for _, segments in groupby(_shown_once(work), lambda segment: segment.block):
        sentences = (
            _sentence(segment, entries[segment.key], work, judge, place) for segment in segments
        )
        yield PreviewBlock(tuple(sentences))


def _shown_once(work: Work) -> Iterator[Segment]:
    """The segments of the page; of the head and of attributes only what the text does not say."""
    segments = work.post.article.segments
    said = {segment.key for segment in segments if segment.block is not None}
    for segment in segments:
        if segment.block is not None or segment.key not in said:
            said.add(segment.key)
            yield segment


def _sentence(
    segment: Segment, entry: Entry, work: Work, judge: Judge, place: str
) -> PreviewSentence:
    is_in_file = work.read is not None and work.read.find(entry.key) is not None
    return PreviewSentence(
        label=segment.label,
        place=f"{place}:{entry.line}" if is_in_file and entry.line else place,
        source=entry.source,
        target="" if entry.joins else entry.target,
        status=entry.status,
        previous=entry.previous,
        findings=tuple(
            PreviewFinding(finding.severity.value, finding.check, finding.message)
            for finding in judge.findings(entry, work)
        ),
        comments=entry.comments,
    )
