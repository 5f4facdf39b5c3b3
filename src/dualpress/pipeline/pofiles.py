"""The PO files of a project, as files of reviewers: found without reading any post."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language
from dualpress.config import Project
from dualpress.pipeline.find import choose_posts

__all__ = ["PoFile", "find_po_files"]


class PoFile(NamedTuple):
    """A PO file of an article.

    Args:
        article: the article's id.
        path: of the file.
    """

    article: str
    path: Path


def find_po_files(
    project: Project, ids: Sequence[str] = (), to: Language | None = None
) -> list[PoFile]:
    """The PO files of articles.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means every PO file, also of
            an article whose post is gone.
        to: only those of translations into this language.

    Returns:
        The files that are there, in the order of their articles.

    Raises:
        UsageError: there is no such article.
    """
    articles = list(choose_posts(project, ids).chosen) if ids else _articles(project)
    languages = [to] if to else list(Language)
    files = [
        PoFile(name, project.po / name / f"{language.value}.po")
        for name in articles
        for language in languages
    ]
    return [file for file in files if file.path.is_file()]


def _articles(project: Project) -> list[str]:
    """The articles that have a folder of PO files."""
    folders = {path.parent for path in project.po.rglob("*.po") if path.stem in set(Language)}
    names = (folder.relative_to(project.po).as_posix() for folder in folders)
    return sorted(name for name in names if name != ".")
