"""The PO files of a project, as files of reviewers: found without reading any post."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language
from dualpress.config import Project
from dualpress.pipeline.find import choose_posts

__all__ = ["PoFile", "find_po_files", "po_files_among"]


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
    found = _of_articles(project, ids) if ids else po_files_among(_files(project), project)
    return [
        file
        for file in found
        if to in (None, Language(file.path.stem)) and os.path.isfile(file.path)  # noqa: PTH113 - of ten thousand
    ]


def po_files_among(files: Iterable[str], project: Project) -> Iterator[PoFile]:
    """The PO files of articles, as :func:`find_po_files` gives them, of files that are known.

    Args:
        files: that stand in the project's folder of PO files.
        project: whose articles they are.
    """
    top = f"{project.po}{os.sep}"
    places = {f"{language.value}.po": place for place, language in enumerate(Language)}
    found = []
    for file in files:
        folder, _, name = file.removeprefix(top).rpartition(os.sep)
        if folder and name in places:
            found.append((folder.replace(os.sep, "/"), places[name], file))
    return (PoFile(article, Path(file)) for article, _, file in sorted(found))


def _of_articles(project: Project, ids: Sequence[str]) -> Iterator[PoFile]:
    """The PO files that articles may have."""
    for name in choose_posts(project, ids).chosen:
        for language in Language:
            yield PoFile(name, Path(f"{project.po}/{name}/{language.value}.po"))


def _files(project: Project) -> Iterator[str]:
    """All that stands in the folder of PO files."""
    for place, _, names in os.walk(project.po):
        yield from (os.path.join(place, name) for name in names)  # noqa: PTH118 - slow
