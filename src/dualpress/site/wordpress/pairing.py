"""How a plugin for languages is told, in a WXR file, what belongs together.

It knows posts by their numbers, so the originals are in the file too. WordPress's
importer knows a post that is there already by its title, date and type, writes it no
second time, and puts its number in the place of the file's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from dualpress.article import Language
from dualpress.site.wordpress.wxr_write import Meta, WxrTerm

__all__ = ["Marks", "Pairing"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is put on a post.

    Args:
        terms: that it gets.
        meta: likewise.
    """

    terms: tuple[WxrTerm, ...] = ()
    meta: Meta = ()


class Pairing(Protocol):
    """What a plugin is told of one file's posts and terms."""

    @property
    def terms(self) -> Iterator[WxrTerm]:
        """The plugin's own terms, for all that was linked."""

    def link_posts(
        self, numbers: Mapping[Language, int], source: Language, key: str
    ) -> Mapping[Language, Marks]:
        """Link a post and its translation.

        Args:
            numbers: of both in the file.
            source: the language of the original.
            key: what tells this pair from all others, the same in each export.
        """

    def link_terms(
        self, terms: Mapping[Language, WxrTerm], source: Language
    ) -> Mapping[Language, WxrTerm]:
        """Link a category or a tag and its translation.

        Args:
            terms: both, or the translation alone.
            source: the language of the original.

        Returns:
            The terms, with what is put on them.
        """
