"""Which articles changed files are of."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dualpress.config import Project
from dualpress.pipeline.find import ENDINGS, article_id
from dualpress.pipeline.incremental.database import Row
from dualpress.pipeline.incremental.note import Note, View
from dualpress.pipeline.report import ArticleReport

__all__ = ["Changed", "owners", "owns"]


@dataclass(frozen=True, slots=True)
class Changed:
    """Some articles that have changed since the last run, or their terms, and nothing else has.

    Args:
        posts: of them, by their ids, in the order of these.
        notes: on what that run made of them, likewise.
        rows: of what was noted of them then, likewise.
    """

    posts: Mapping[str, Path]
    notes: Mapping[str, Note]
    rows: Mapping[str, Row]

    @property
    def views(self) -> dict[str, View]:
        """What the pages of others saw of them then, by their ids."""
        return {name: row.view for name, row in self.rows.items()}


def owners(files: Iterable[str], project: Project) -> Iterator[tuple[str, str]]:
    """Tell which article each file would be of, by its place; :func:`owns` says whether it is.

    Args:
        files: of the folders of posts and of PO files.
        project: that they are of.

    Yields:
        Each file, and the id; nothing of a file of the posts folder that is named like no post.
    """
    for file in files:
        if file.startswith(f"{project.po}{os.sep}"):
            inside = file[len(str(project.po)) + 1 :].replace(os.sep, "/")
            yield file, inside.rpartition("/")[0]
        elif os.path.splitext(file)[1].lower() in ENDINGS:  # noqa: PTH122 - as all here
            yield file, article_id(Path(file), project.posts)


def owns(report: ArticleReport, files: Collection[str]) -> bool:
    """Whether files are an article's own: its post, or beside its PO file.

    Args:
        report: what a run told of the article.
        files: their paths.
    """
    post, folder = str(report.path), str(report.po.parent)
    return all(file == post or file.rpartition(os.sep)[0] == folder for file in files)
