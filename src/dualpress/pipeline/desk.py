"""What all commands work with: the project, its glossary, its posts and their catalogs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from dualpress.article import Segment, SegmentKey
from dualpress.catalog import Catalog, entries_of, merge, read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, GlossaryError, ReadError, WorkError
from dualpress.glossary import Glossary, read_glossary
from dualpress.pipeline.find import article_id
from dualpress.pipeline.posts import Post, read_post

__all__ = ["ARTICLE_GLOSSARY", "Desk", "Work", "post_of", "relined"]

ARTICLE_GLOSSARY = "glossary.csv"
"""An article's own glossary, beside its PO file."""

# Systems but Windows let names of files hold line ends, and bytes that are no UTF-8.
_NOT_IN_PO = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")

_NOTHING: frozenset[str] = frozenset()
"""One for all articles, of which each would have one of its own."""


@dataclass(frozen=True)
class Work:
    """A post and its catalog, brought to the page as it is now.

    Args:
        post: as it was read.
        catalog: merged with the page; perhaps not yet written.
        read: the catalog as the PO file has it; ``None`` where there is none.
        po: the PO file.
        glossary: the project's terms, and the article's own over them.
    """

    post: Post
    catalog: Catalog
    read: Catalog | None
    po: Path
    glossary: Glossary

    @cached_property
    def segments(self) -> Mapping[SegmentKey, Segment]:
        """Each segment where it stands first on the page."""
        return {segment.key: segment for segment in reversed(self.post.article.segments)}

    @property
    def is_rewritten(self) -> bool:
        """Whether the catalog stands in the PO file, with other bytes than were read."""
        before = self.read.digest if self.read is not None else None
        return self.catalog.digest not in (None, before)

    def with_catalog(self, catalog: Catalog) -> Work:
        """The same with another catalog."""
        return replace(self, catalog=catalog)


class Desk:
    """Reads what the commands work on; what cannot be worked on is told, and the rest goes on.

    Args:
        project: whose articles they are.
        glossary: the terms of the project, where they have been read.

    Attributes:
        glossary: the terms of the project.
        failures: what went wrong, in the order of the work.
        failed: the ids of the articles that it went wrong with, and their posts.
        matched: of each post that was read, by its id, the selectors of the
            configuration that match something there.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
        GlossaryError: a file or row of the project's glossary is wrong.
    """

    def __init__(self, project: Project, glossary: Glossary | None = None) -> None:
        self.project = project
        self.glossary = read_glossary(project.glossary_paths()) if glossary is None else glossary
        self.failures: list[DualpressError] = []
        self.failed: dict[str, Path] = {}
        self.matched: dict[str, frozenset[str]] = {}

    def open(self, posts: Mapping[str, Path]) -> Iterator[Work]:
        """Read posts and their catalogs, one after the other."""
        for name, path in posts.items():
            try:
                post = read_post(name, path, self.project)
                self.matched[name] = post.article.matched or _NOTHING
                work = self._work(post)
            except WorkError as error:
                self.fail(name, path, error)
            else:
                yield work

    def fail(self, name: str, path: Path, error: WorkError) -> None:
        """Note that an article cannot be worked on in this run."""
        self.failures.append(error)
        self.failed[name] = path

    def _work(self, post: Post) -> Work:
        po = self.project.po / post.id / f"{post.target.value}.po"
        read = read_catalog(po, article=post.id) if po.exists() else None
        self._refuse_other_direction(post)
        if read is not None:
            self._refuse_other_post(post, read)
        catalog = read or Catalog(post.id, post.source, post.target)
        article = post.article
        page = entries_of(article.segments, self._name(post.path), article.derived)
        glossary = self._glossary_of(post.id)
        merged, _ = merge(catalog, page, glossary)
        return Work(post, merged, read, po, glossary)

    def _glossary_of(self, article: str) -> Glossary:
        """The terms of an article.

        Raises:
            WorkError: a row of its own glossary is wrong; others can be worked on.
        """
        path = self.project.po / article / ARTICLE_GLOSSARY
        if not path.is_file():
            return self.glossary
        try:
            return read_glossary([path], self.glossary)
        except GlossaryError as error:
            raise WorkError(
                error.cause, path=error.path, line=error.line, hint=error.hint
            ) from error

    def _refuse_other_direction(self, post: Post) -> None:
        """Reviewed words must not be left behind when a post is taken for the other language."""
        other_way = self.project.po / post.id / f"{post.source.value}.po"
        if other_way.exists():
            language = post.source.english_name
            raise ReadError(
                f"the post is in {language}, but {self._name(other_way)} translates it into "
                f"{language}",
                path=post.path,
                hint="If the post is in another language now, move the PO file away",
            )

    def _refuse_other_post(self, post: Post, catalog: Catalog) -> None:
        """Two posts of one name from outside the posts folder must not share a PO file."""
        folder = self.project.posts
        named = post_of(catalog, self.project)
        if post.path.is_relative_to(folder) or named is None:
            return
        is_same_id = article_id(named, folder) == post.id
        if is_same_id and named.is_file() and not named.samefile(post.path):
            raise ReadError(
                f"its article would be “{post.id}”, which is that of {named}",
                path=post.path,
                hint="Rename one of the two posts",
            )

    def _name(self, path: Path) -> str:
        """How PO files and messages name a file: from the project's folder, with ``/``."""
        try:
            name = Path(os.path.relpath(path, self.project.root)).as_posix()
        except ValueError:  # on another drive of Windows
            name = path.name
        return _NOT_IN_PO.sub("?", name)


def post_of(catalog: Catalog, project: Project) -> Path | None:
    """The post whose sentences a catalog holds, as its references name it."""
    files = (reference.file for entry in catalog.entries for reference in entry.references)
    named = next(files, None)
    return Path(os.path.normpath(project.root / named)) if named else None


def relined(catalog: Catalog, po: Path) -> Catalog:
    """The catalog with the lines of its PO file as it is now."""
    try:
        lines = {entry.key: entry.line for entry in read_catalog(po).entries}
    except CatalogError:
        return catalog
    entries = (replace(entry, line=lines.get(entry.key)) for entry in catalog.entries)
    return replace(catalog, entries=tuple(entries))
