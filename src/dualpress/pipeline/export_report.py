"""What ``export`` is asked for, and what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dualpress.article import Language
from dualpress.errors import DualpressError

__all__ = ["ExportOrder", "ExportReport", "ExportedArticle"]


@dataclass(frozen=True)
class ExportOrder:
    """What to export, and where to.

    Args:
        generator: the name of an exporter.
        folder: of the site; its own files are never touched. ``None``: a
            folder in the project.
        articles: the folder in it that articles go to; ``None`` for the
            generator's own.
        only_translations: leave out the versions in the language that articles
            were written in, for a site that has them; so does the setting
            ``site.only``.
        show_marks: let template marks in the text of posts be shown, not run.
    """

    generator: str
    folder: Path | None = None
    articles: PurePosixPath | None = None
    only_translations: bool = False
    show_marks: bool = False


@dataclass(frozen=True)
class ExportedArticle:
    """What became of one article.

    Args:
        id: of the article.
        source: the language that it is written in.
        target: the language that it is translated into.
        key: what its versions are paired by.
        files: the content files of its pages.
        held: why there is no new translation; ``None`` where there is one.
        needs_key: whether the original, which the site has, must be given the key.
        warnings: what an editor should know, one sentence each.
    """

    id: str
    source: Language
    target: Language
    key: str
    files: tuple[Path, ...]
    held: str | None
    needs_key: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportReport:
    """What ``export`` did.

    Args:
        generator: that it was for.
        folder: of the site.
        key: what the pairing key is called in front matter; ``None`` where the
            generator needs none.
        articles: in the order of their ids.
        failures: what could not be done; the rest was.
        warnings: of the run, one sentence each.
        written: files that were written, or would be in a dry run.
        removed: files of articles that are gone, likewise.
    """

    generator: str
    folder: Path
    key: str | None
    articles: tuple[ExportedArticle, ...]
    failures: tuple[DualpressError, ...] = ()
    warnings: tuple[str, ...] = ()
    written: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
