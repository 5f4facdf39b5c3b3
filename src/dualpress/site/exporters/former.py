"""What was exported before, for articles that wait again or cannot be worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from dualpress.article import Language, Publish
from dualpress.site.exporters.base import Exporter
from dualpress.site.exporters.front_matter import split_front_matter
from dualpress.site.exporters.values import TRANSLATED_FROM, TRANSLATION
from dualpress.site.model import NoticeKind
from dualpress.site.output import Output
from dualpress.spool import Kept, held

__all__ = ["FormerExport"]


class FormerExport:
    """The content files that dualpress wrote into a site before.

    Args:
        output: the folder of the site.
        exporter: that wrote them.
        publish: which articles are published: a translation that no human
            approved stays only where all are.
        put_away: keeps the bytes of a file until they are asked for.
    """

    def __init__(
        self,
        output: Output,
        exporter: Exporter,
        publish: Publish,
        put_away: Callable[[bytes], Kept[bytes]] = held,
    ) -> None:
        self._folder = output.root
        self._exporter = exporter
        self._publish = publish
        self._put_away = put_away
        self._media: dict[PurePosixPath, Kept[bytes] | None] = {}
        # All that is known to be written by dualpress would go if nothing were wanted.
        self._own = frozenset(output.plan({}).removed)

    def page(self, article_id: str, language: Language) -> Kept[bytes] | None:
        """A content file that may stay as it is."""
        data = self._read(self._exporter.file(article_id, language))
        if data is None:
            return None
        is_draft = _values(data).get(TRANSLATION) == NoticeKind.DRAFT
        return None if is_draft and self._publish is Publish.REVIEWED else self._put_away(data)

    def source_language(self, article_id: str) -> Language | None:
        """The language that an article was written in, if it was exported."""
        for language in Language:
            data = self._read(self._exporter.file(article_id, language))
            if data is not None:
                source = str(_values(data).get(TRANSLATED_FROM, language.value))
                return Language(source) if source in tuple(Language) else None
        return None

    def media_of(self, pages: Iterable[Kept[bytes]]) -> Iterator[tuple[PurePosixPath, Kept[bytes]]]:
        """The pictures and other files that such pages show, each read once."""
        text = b"\n".join(page() for page in pages).decode("utf-8", "replace")
        for path in sorted(self._own):
            if not path.is_relative_to(self._exporter.root):
                continue
            url = quote(path.relative_to(self._exporter.root).as_posix(), safe="/~")
            data = self._read_media(path) if url in text else None
            if data is not None:
                yield path, data

    def _read_media(self, path: PurePosixPath) -> Kept[bytes] | None:
        if path not in self._media:
            data = self._read(path)
            self._media[path] = None if data is None else self._put_away(data)
        return self._media[path]

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
