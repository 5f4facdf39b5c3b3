"""``manifest.json``: which pages are a pair, for site generators and other tools.

Its shape is ``schemas/manifest.schema.json``; ``schema`` is raised whenever
a reader of the former shape would misread the new one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from dualpress.article import Language, Status
from dualpress.site.model import Site, SiteArticle

__all__ = ["MANIFEST", "READABLE", "SCHEMA_VERSION", "manifest", "manifest_schema"]

MANIFEST = PurePosixPath("manifest.json")
"""Where it stands in the output folder."""

SCHEMA_VERSION = 2

READABLE = frozenset({1, 2})
"""The versions whose pages are told in the same way, but for what later ones add."""


def manifest(site: Site, pages: Mapping[PurePosixPath, bytes]) -> bytes:
    """Write the manifest of a site.

    Args:
        site: what is published.
        pages: the bytes of all its articles' pages, by path.

    Returns:
        JSON in UTF-8, articles by id: the same site gives the same bytes.
    """
    document = {
        "schema": SCHEMA_VERSION,
        "base_url": site.settings.base_url,
        "pairs": [
            _pair(site, article, pages)
            for article in sorted(site.articles, key=lambda article: article.id)
            if article.versions
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def manifest_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the manifest."""
    source = files("dualpress.site").joinpath("schemas", "manifest.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return schema


def _pair(
    site: Site, article: SiteArticle, pages: Mapping[PurePosixPath, bytes]
) -> dict[str, object]:
    return {
        "id": article.id,
        "source_language": article.source_language.value,
        "date": article.date.isoformat() if article.date else None,
        "versions": {
            language.value: _version(site, article, language, pages)
            for language in Language
            if language in article.versions
        },
    }


def _version(
    site: Site,
    article: SiteArticle,
    language: Language,
    pages: Mapping[PurePosixPath, bytes],
) -> dict[str, object]:
    version = article.versions[language]
    context = site.page(article, language)
    data = pages[context.path] if site.is_written(article, language) else None
    return {
        "path": context.path.as_posix() if data is not None else None,
        "url": context.url,
        "alternates": context.alternates,
        "title": version.title,
        "sha256": hashlib.sha256(data).hexdigest() if data is not None else None,
        "indexable": version.indexable,
        "modified": version.modified.isoformat() if version.modified else None,
        "segments": {
            status.value: version.counts[status] for status in Status if version.counts.get(status)
        },
    }
