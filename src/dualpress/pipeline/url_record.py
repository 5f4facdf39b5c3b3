"""``dualpress.urls.json``: at which paths pages were published, so that these stay or lead on.

It stands beside ``dualpress.toml`` and belongs into version control with it,
for the output folder is often made anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.files import write_whole

__all__ = ["Pages", "Published", "UrlRecord", "read_record", "write_record"]

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Published:
    """Where a page was published.

    Args:
        path: of its URL, decoded, from the address of its language on.
        slug: that was made for it; ``None`` where the author gave one, or the
            path needs none.
        before: the paths at which it once was, the last one first.
    """

    path: str
    slug: str | None = None
    before: tuple[str, ...] = ()

    def moved(self, path: str, slug: str | None) -> Published:
        """The same page at a path."""
        before = (self.path, *self.before) if path != self.path else self.before
        return Published(path, slug, tuple(old for old in dict.fromkeys(before) if old != path))


Pages = Mapping[Language, Published]
"""The pages of an article."""


@dataclass(frozen=True, slots=True)
class UrlRecord:
    """The pages of all articles that were ever published.

    Args:
        pages: by the articles' ids.
    """

    pages: Mapping[str, Pages] = field(default_factory=dict)

    def find(self, article: str, language: Language) -> Published | None:
        """Where an article's page was last published, if it was."""
        return self.pages.get(article, {}).get(language)

    def publish(self, articles: Mapping[str, Pages]) -> UrlRecord:
        """The record with pages as they are published now; what it knows of others stays."""
        updated = {name: self._updated(name, pages) for name, pages in articles.items() if pages}
        return UrlRecord({**self.pages, **updated})

    def _updated(self, article: str, pages: Pages) -> Pages:
        known = dict(self.pages.get(article, {}))
        for language, page in pages.items():
            before = known.get(language)
            known[language] = before.moved(page.path, page.slug) if before else page
        return known

    def rename(self, old: str, new: str) -> UrlRecord:
        """The record with the pages of an article under its new id."""
        if old not in self.pages:
            return self
        pages = {name: own for name, own in self.pages.items() if name != old}
        return UrlRecord({**pages, new: self.pages[old]}).publish({new: self.pages.get(new, {})})


def read_record(path: Path) -> UrlRecord:
    """Read the record of a project; a file that is not there records nothing.

    Raises:
        ConfigError: it cannot be read. To go on without it would break the
            addresses that readers and search engines know.
    """
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise ConfigError(
                "the record of addresses is of another version of dualpress",
                path=path,
                hint="Use that version, or a newer one",
            )
        return UrlRecord({name: _pages(own) for name, own in data["pages"].items()})
    except FileNotFoundError:
        return UrlRecord()
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(
            "the record of addresses cannot be read",
            path=path,
            hint="Mend it (version control may have marked a conflict), or restore it",
        ) from error


def write_record(path: Path, record: UrlRecord, former: UrlRecord) -> None:
    """Write a record if it differs from the former one.

    Raises:
        WriteError: it cannot be written.
    """
    if record.pages != former.pages:
        write_whole(path, _document(record))


def _document(record: UrlRecord) -> bytes:
    pages = {
        name: {language.value: _value(own[language]) for language in Language if language in own}
        for name, own in sorted(record.pages.items())
    }
    text = json.dumps({"schema": SCHEMA, "pages": pages}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "surrogateescape")


def _pages(told: Mapping[str, Any]) -> Pages:
    return {Language(code): _published(value) for code, value in told.items()}


def _published(told: Mapping[str, Any]) -> Published:
    path, slug, before = told["path"], told.get("slug"), told.get("before", [])
    texts = [path, *before] if slug is None else [path, slug, *before]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("paths and slugs are texts")
    return Published(path, slug, tuple(before))


def _value(page: Published) -> dict[str, Any]:
    value = {"path": page.path, "slug": page.slug, "before": list(page.before)}
    return {name: part for name, part in value.items() if part not in (None, [])}
