"""The catalog of one article in one language: what a PO file holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from dualpress.article import Language, SegmentKey
from dualpress.catalog.entry import Entry

__all__ = ["Catalog"]


@dataclass(frozen=True)
class Catalog:
    """All translations of one article into one language.

    Args:
        article: the article's id.
        source_language: what the article is written in.
        target_language: what it is translated into.
        entries: one for each distinct segment of the page, in reading order.
        obsolete: what the page no longer has.
        header: the fields of the PO header, in the file's order.
        header_comments: the comment lines above the header.
        newline: how the file ends its lines, LF or CRLF.
        digest: SHA-256 of the file as it was read; ``None`` for a catalog
            that no file holds yet.
        warnings: what an editor should know of the file, one sentence each.

    Raises:
        ValueError: two entries have one key; no PO tool reads such a file.
    """

    article: str
    source_language: Language
    target_language: Language
    entries: tuple[Entry, ...] = ()
    obsolete: tuple[Entry, ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    header_comments: tuple[str, ...] = ()
    newline: str = "\n"
    digest: str | None = field(default=None, compare=False)
    warnings: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if len(self._index) != len(self.entries) + len(self.obsolete):
            raise ValueError(f"two entries of {self.article} have one key")

    @cached_property
    def _index(self) -> dict[SegmentKey, Entry]:
        return {entry.key: entry for entry in (*self.entries, *self.obsolete)}

    def find(self, key: SegmentKey) -> Entry | None:
        """The entry of this key, obsolete ones included."""
        return self._index.get(key)
