"""What was exported before, for articles that wait again or cannot be worked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from dualpress.article import Language, Publish
from dualpress.site.exporters.base import Exporter
from dualpress.site.exporters.front_matter import split_front_matter
from dualpress.site.exporters.values import TRANSLATED_FROM, TRANSLATION
from dualpress.site.model import NoticeKind
from dualpress.site.output import Output

__all__ = ["FormerExport"]


class FormerExport:
    """The content files that dualpress wrote into a site before.

    Args:
        output: the folder of the site.
        exporter: that wrote them.
        publish: which articles are published: a translation that no human
            approved stays only where all are.
    """

    def __init__(self, output: Output, exporter: Exporter, publish: Publish) -> None:
        self._folder = output.root
        self._exporter = exporter
        self._publish = publish
        # All that is known to be written by dualpress would go if nothing were wanted.
        self._own = frozenset(output.plan({}).removed)

    def page(self, article_id: str, language: Language) -> bytes | None:
        """A content file that may stay as it is."""
        data = self._read(self._exporter.file(article_id, language))
        if data is None:
            return None
        is_draft = _values(data).get(TRANSLATION) == NoticeKind.DRAFT
        return None if is_draft and self._publish is Publish.REVIEWED else data

    def source_language(self, article_id: str) -> Language | None:
        """The language that an article was written in, if it was exported."""
        for language in Language:
            data = self._read(self._exporter.file(article_id, language))
            if data is not None:
                source = str(_values(data).get(TRANSLATED_FROM, language.value))
                return Language(source) if source in tuple(Language) else None
        return None

    def media_of(self, pages: Iterable[bytes]) -> Iterator[tuple[PurePosixPath, bytes]]:
        """The pictures and other files that such pages show."""
        text = b"\n".join(pages).decode("utf-8", "replace")
        for path in sorted(self._own):
            if not path.is_relative_to(self._exporter.root):
                continue
            url = quote(path.relative_to(self._exporter.root).as_posix(), safe="/~")
            data = self._read(path) if url in text else None
            if data is not None:
                yield path, data

    def _read(self, path: PurePosixPath) -> bytes | None:
        try:
            return (self._folder / path).read_bytes() if path in self._own else None
        except OSError:
            return None


def _values(data: bytes) -> dict[str, object]:
    """What the front matter of a content file says; nothing where it cannot be read."""
    try:
        found, _ = split_front_matter(data.decode("utf-8", "replace"))
    except ValueError:
        return {}
    return dict(found.values) if found else {}
