"""What all commands work with: the project, its glossary, its posts and their catalogs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from dualpress.catalog import Catalog, entries_of, merge, read_catalog
from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError, WorkError
from dualpress.glossary import Glossary, read_glossary
from dualpress.pipeline.posts import Post, read_post

__all__ = ["Desk", "Work"]


@dataclass(frozen=True, slots=True)
class Work:
    """A post and its catalog, brought to the page as it is now.

    Args:
        post: as it was read.
        catalog: merged with the page; perhaps not yet written.
        read: the catalog as the PO file has it; ``None`` where there is none.
        po: the PO file.
    """

    post: Post
    catalog: Catalog
    read: Catalog | None
    po: Path

    def with_catalog(self, catalog: Catalog) -> Work:
        """The same with another catalog."""
        return replace(self, catalog=catalog)


class Desk:
    """Reads what the commands work on; what cannot be read is told, and the rest goes on.

    Args:
        project: whose articles they are.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.failures: list[DualpressError] = []

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the project.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        return read_glossary(self.project.glossary_paths())

    def open(self, posts: dict[str, Path]) -> Iterator[Work]:
        """Read posts and their catalogs, one after the other."""
        for name, path in posts.items():
            try:
                yield self._work(read_post(name, path, self.project))
            except WorkError as error:
                self.failures.append(error)

    def _work(self, post: Post) -> Work:
        po = self.project.po / post.id / f"{post.target.value}.po"
        read = read_catalog(po, article=post.id) if po.exists() else None
        self._refuse_other_direction(post)
        catalog = read or Catalog(post.id, post.source, post.target)
        page = entries_of(post.article.segments, self._name(post.path))
        merged, _ = merge(catalog, page)
        return Work(post, merged, read, po)

    def _refuse_other_direction(self, post: Post) -> None:
        """Reviewed words must not be left behind when a post is taken for the other language."""
        other_way = self.project.po / post.id / f"{post.source.value}.po"
        if other_way.exists():
            raise ReadError(
                f"the post is read as {post.source.value}, but {other_way} translates it "
                f"into {post.source.value}",
                path=post.path,
                hint="If the post is in another language now, move that file away first",
            )

    def _name(self, path: Path) -> str:
        """How PO files name a post: from the project's folder, with ``/``."""
        root = self.project.root
        return (path.relative_to(root) if path.is_relative_to(root) else Path(path.name)).as_posix()
