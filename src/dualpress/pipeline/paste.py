"""``paste``: a translation as files and a page to copy from, for editors without an import."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from dualpress.article import Language
from dualpress.config import Project
from dualpress.errors import DualpressError, WorkError
from dualpress.html.marks import find_marks
from dualpress.html.read import page_of
from dualpress.pipeline.wordpress.translated import TranslatedPost, translated_posts
from dualpress.progress import Progress
from dualpress.site.output import Output
from dualpress.site.pages import is_fragment
from dualpress.site.paste import PAGE, Paste, paste_files
from dualpress.site.paste_paragraphs import loose_references, with_paragraphs

__all__ = ["PasteList", "PasteReport", "Pasteable", "list_pasteable", "paste"]

_LIST = PurePosixPath(".dualpress-paste.json")
_BLOCK_COMMENT = "<!-- wp:"


@dataclass(frozen=True, slots=True)
class Pasteable:
    """An article of which there is a translation to paste.

    Args:
        id: of the article.
        title: of the translation.
        source: the language that it was written in.
        target: the language of the translation.
    """

    id: str
    title: str
    source: Language
    target: Language


@dataclass(frozen=True, slots=True)
class PasteList:
    """What can be pasted.

    Args:
        articles: in the order of their ids.
        held: why others wait, by their ids.
        failures: the articles that cannot be read, or that would break.
    """

    articles: tuple[Pasteable, ...]
    held: Mapping[str, str]
    failures: tuple[DualpressError, ...] = ()


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What was laid out for pasting.

    Args:
        article: that it is.
        folder: where it stands.
        page: that copies each of its parts.
        written: files that are new or changed, or would be in a dry run.
        removed: files that are no longer wanted, likewise.
        warnings: what an editor should know, one sentence each.
        failures: what went wrong beside it.
    """

    article: Pasteable
    folder: Path
    page: Path
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[DualpressError, ...] = ()


def list_pasteable(
    project: Project, *, dry_run: bool = False, progress: Progress | None = None
) -> PasteList:
    """Say which translations a build would publish, and which wait.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no article.
    """
    posts = translated_posts(project, from_wordpress=False, dry_run=dry_run, progress=progress)
    articles = tuple(_pasteable(post) for post in posts)
    return PasteList(articles, posts.held, posts.failures)


def paste(
    project: Project,
    name: str,
    folder: Path | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> PasteReport:
    """Lay out a translation to be copied into an editor.

    Args:
        project: with its configuration.
        name: the id of an article, or the path of its post.
        folder: where to; ``None`` for ``paste/ID`` in the project.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no such article.
        WorkError: the article waits for its reviewer, or cannot be read.
        WriteError: what dualpress did not write is in the way.
    """
    posts = translated_posts(
        project, (name,), from_wordpress=False, dry_run=dry_run, progress=progress
    )
    made = next(iter(list(posts)), None)
    if made is None:
        raise _why_not(posts.held, posts.failures, name)
    folder = folder or project.root / "paste" / made.id
    paper = _paper(made)
    output = Output(folder, _LIST)
    files = paste_files(paper)
    done = output.plan(files) if dry_run else output.write(files)
    return PasteReport(
        article=_pasteable(made),
        folder=folder,
        page=folder / PAGE,
        written=tuple(folder / path for path in done.written),
        removed=tuple(folder / path for path in done.removed),
        warnings=tuple(paper.warnings),
        failures=(*posts.failures, *done.failures),
    )


def _pasteable(post: TranslatedPost) -> Pasteable:
    return Pasteable(post.id, post.target.title, post.source_language, post.target_language)


def _why_not(
    held: Mapping[str, str], failures: tuple[DualpressError, ...], name: str
) -> DualpressError:
    if failures:
        return failures[0]
    reason = next(iter(held.values()), "it has no translation")
    article = next(iter(held), name)
    return WorkError(
        f"the article “{article}” waits: {reason}",
        hint=f"See what is left with: dualpress status {article}",
    )


def _paper(post: TranslatedPost) -> Paste:
    """The article as any editor takes it: an element for each paragraph."""
    body = post.target.body
    page = page_of(post.edition.work.post.article)
    if is_fragment(page) and _BLOCK_COMMENT not in body:
        body = with_paragraphs(body, breaks=post.original is not None)
    warnings = (*post.warnings, *_warnings(body))
    return Paste(post.id, post.target_language, replace(post.target, body=body), warnings)


def _warnings(body: str) -> Iterator[str]:
    """What of a body means something on its own site only."""
    loose = dict.fromkeys(loose_references(body))
    if loose:
        yield f"links and pictures with addresses that only work on its own site: {_some(loose)}"
    marks = (body[mark.span.start : mark.span.end] for mark in find_marks(body))
    codes = dict.fromkeys(mark for mark in marks if mark.startswith("["))
    if codes:
        yield f"only WordPress knows its shortcodes, others show them as text: {_some(codes)}"


def _some(found: Mapping[str, None], most: int = 3) -> str:
    more = len(found) - most
    return ", ".join(list(found)[:most]) + (f" and {more} more" if more > 0 else "")
