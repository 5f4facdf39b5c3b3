"""Where an entry of a pack comes from, written into its ``msgctxt``.

``river#3f1c9a02`` is a sentence of the article ``river``; ``3f1c9a02`` are the
first digits of the SHA-256 of what stood there. A context of its own goes on
behind a colon: ``river#3f1c9a02:name of a ship``. Every PO tool keeps
``msgctxt``, since it is half of the key of an entry; what stands in comments
and in the header is kept by some.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import regex

from dualpress.article import SegmentKey, Status
from dualpress.catalog import Entry

__all__ = ["Origin", "origin_of", "words_digest"]

# An article's id holds neither white space nor "#".
_CONTEXT = regex.compile(
    r"(?P<article>[^\s#]+)#(?P<digest>[0-9a-f]{8})(?::(?P<context>.*))?", regex.DOTALL
)


class Origin(NamedTuple):
    """Where an entry of a pack comes from.

    Args:
        article: the id of the article that it was taken from.
        digest: of what stood there, see :func:`words_digest`.
        key: of the entry there.
    """

    article: str
    digest: str
    key: SegmentKey

    def packed(self) -> SegmentKey:
        """The key of the entry in the pack."""
        own = "" if self.key.context is None else f":{self.key.context}"
        return SegmentKey(f"{self.article}#{self.digest}{own}", self.key.source)


def origin_of(key: SegmentKey) -> Origin | None:
    """Where an entry of a pack comes from; ``None`` where its context does not say."""
    match = _CONTEXT.fullmatch(key.context or "")
    if match is None:
        return None
    return Origin(match["article"], match["digest"], SegmentKey(match["context"], key.source))


def words_digest(entry: Entry) -> str:
    """A digest of a translation and of whether a human confirmed it.

    The previous source is no part of it: many tools drop that.
    """
    if entry.status is Status.UNTRANSLATED:
        return _digest("")
    is_fuzzy = entry.status in (Status.DRAFT, Status.STALE)
    return _digest(f"{'fuzzy' if is_fuzzy else ''}\0{entry.target}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
