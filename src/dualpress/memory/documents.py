"""What a memory learns from: the catalogs of articles, lists of phrases, and TMX files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dualpress.memory.pairs import Pair, Reviewed, pairs_of

__all__ = ["Document", "Kind"]


class Kind(StrEnum):
    """What stands behind the pairs of a document."""

    ARTICLE = "article"
    """Sentences that a human confirmed on a page."""

    PHRASES = "phrases"
    """Sentences that are the same wherever they stand, as a human said."""

    TMX = "tmx"
    """Pairs of another memory, from Translation Memory eXchange."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file that the memory learns.

    Args:
        kind: what stands behind its pairs.
        name: the article's id, or the name of the file.
        pairs: reads its pairs; called only if they are not known yet.
        part: which of the article's catalogs; empty for other files.
        digest: changes with the pairs; ``None`` if that is not known.
    """

    kind: Kind
    name: str
    pairs: Callable[[], Iterable[Pair]]
    part: str = ""
    digest: str | None = None

    @classmethod
    def of_catalog(cls, catalog: Reviewed) -> Document:
        """The document of a catalog that was read already."""
        return cls(
            Kind.ARTICLE, catalog.article, lambda: pairs_of(catalog), catalog.target_language
        )

    @property
    def place(self) -> tuple[str, str, str]:
        """What tells it from other documents; a name that is no UTF-8 is written as it can be."""
        name = self.name.encode("utf-8", "backslashreplace").decode()
        return self.kind.value, name, self.part

    def is_in(self, digests: Mapping[tuple[str, str, str], str | None]) -> bool:
        """Whether it is among documents as it is.

        Args:
            digests: of these, by their places.
        """
        return self.digest is not None and digests.get(self.place) == self.digest
