"""The record of a project's WordPress while a run writes to it."""

from __future__ import annotations

from pathlib import Path

from dualpress.article import Language
from dualpress.pipeline.wordpress.translated import TranslatedPost
from dualpress.site.wordpress.record import KnownPost, WordPressRecord, write_record

__all__ = ["Book"]


class Book:
    """Knows which posts are whose, and writes down what is new at once.

    Args:
        path: of the record.
        former: as it stands there.
        record: the same, of the site that is written to.
        dry_run: write nothing.
    """

    def __init__(
        self, path: Path, former: WordPressRecord, record: WordPressRecord, *, dry_run: bool
    ) -> None:
        self._path = path
        self._written = former
        self._record = record
        self._dry_run = dry_run

    def known(self, translated: TranslatedPost) -> KnownPost | None:
        """What it says of a translation."""
        return self._record.translation(translated.id, translated.target_language)

    def remember(self, translated: TranslatedPost, post: KnownPost) -> None:
        """Write down what a translation is.

        Raises:
            WriteError: the record cannot be written.
        """
        self._record = self._record.with_translation(
            translated.id, translated.target_language, post
        )
        if not self._dry_run:
            write_record(self._path, self._record, self._written)
            self._written = self._record

    def others(self, translated: TranslatedPost) -> frozenset[int]:
        """The posts that are known to be anything but this translation."""
        known = self.known(translated)
        return frozenset(
            post.post
            for article in self._record.articles.values()
            for post in (article.original, *article.translations.values())
            if post is not None and post != known
        )

    def translation_of(self, original: int, language: Language) -> int | None:
        """The translation of a post, if it is recorded."""
        for article in self._record.articles.values():
            if article.original is not None and article.original.post == original:
                found = article.translations.get(language)
                return found.post if found else None
        return None
