"""The files of the project that came from WordPress, wherever an editor has moved them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from dualpress.config import Project
from dualpress.errors import ReadError
from dualpress.file_names import folded
from dualpress.files import reason
from dualpress.html.literals import FrontMatterError, find_front_matter
from dualpress.pipeline.find import ENDINGS, article_id
from dualpress.pipeline.posts import MOST_BYTES
from dualpress.site.wordpress.fragment import original_of
from dualpress.site.wordpress.record import KnownPost, WordPressRecord

__all__ = ["ImportedFiles", "digest_of_file"]


class ImportedFiles:
    """Knows which file a post of WordPress is.

    Args:
        project: whose files they are.
        record: what was imported before.

    Attributes:
        record: the same, with the articles of moved files under their new ids.
    """

    def __init__(self, project: Project, record: WordPressRecord) -> None:
        self._posts = project.posts
        self._all = {article_id(file, project.posts): file for file in _search(project.posts)}
        self.record = record
        self._articles = dict(self._recorded())
        for number, article in self._found():
            former = self._articles.get(number)
            if former is None or former not in self._all:
                self._articles[number] = article
                self.record = self.record.rename(former, article) if former else self.record

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the posts that were imported before."""
        return frozenset(self._articles)

    def path(self, number: int) -> Path | None:
        """Where a post's file stands, or stood last; ``None`` where it never had one."""
        article = self._articles.get(number)
        if article is None:
            return None
        return self._all.get(article) or self._posts / f"{article}.html"

    def known(self, number: int) -> KnownPost | None:
        """What the record says of a post."""
        article = self._articles.get(number)
        return self.record.original(article) if article else None

    def taken(self) -> set[str]:
        """The names that no further file may have, without ending, as ``folded`` gives them."""
        return {folded(name) for name in (*self._all, *self._articles.values())}

    def _recorded(self) -> Iterator[tuple[int, str]]:
        for article, known in self.record.articles.items():
            if known.original is not None:
                yield known.original.post, article

    def _found(self) -> Iterator[tuple[int, str]]:
        """The posts in files that the record does not know."""
        listed = set(self._articles.values())
        for article, file in self._all.items():
            if article not in listed and (number := _number_in(file)):
                yield number, article


def digest_of_file(path: Path) -> str | None:
    """The SHA-256 of a file, in hexadecimal; ``None`` where there is none.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadError(f"the file cannot be read: {reason(error)}", path=path) from error


def _search(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in ENDINGS)


def _number_in(file: Path) -> int | None:
    """The number of the post that a file says that it is."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        front_matter = find_front_matter(file.read_text(encoding="utf-8-sig", errors="replace"))
        original = original_of(front_matter.metadata) if front_matter else None
    except (OSError, FrontMatterError, ReadError):
        return None
    return original.id if original else None
