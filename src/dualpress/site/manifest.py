"""``manifest.json``: which pages are a pair, for site generators and other tools.

Its shape is ``schemas/manifest.schema.json``; ``schema`` is raised whenever
a reader of the former shape would misread the new one.
"""

from __future__ import annotations

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


def manifest(site: Site, digests: Mapping[PurePosixPath, str]) -> bytes:
    """Write the manifest of a site.

    Args:
        site: what is published.
        digests: the SHA-256 of all its articles' pages, by path.

    Returns:
        JSON in UTF-8, articles by id: the same site gives the same bytes.
    """
    document = {
        "schema": SCHEMA_VERSION,
        "base_url": site.settings.base_url,
        "pairs": [
            _pair(site, article, digests)
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
    site: Site, article: SiteArticle, digests: Mapping[PurePosixPath, str]
) -> dict[str, object]:
    return {
        "id": article.id,
        "source_language": article.source_language.value,
        "date": article.date.isoformat() if article.date else None,
        "versions": {
            language.value: _version(site, article, language, digests)
            for language in Language
            if language in article.versions
        },
    }


def _version(
    site: Site,
    article: SiteArticle,
    language: Language,
    digests: Mapping[PurePosixPath, str],
) -> dict[str, object]:
    version = article.versions[language]
    context = site.page(article, language)
    is_written = site.is_written(article, language)
    return {
        "path": context.path.as_posix() if is_written else None,
        "url": context.url,
        "alternates": context.alternates,
        "title": version.title,
        "sha256": digests[context.path] if is_written else None,
        "indexable": version.indexable,
        "modified": version.modified.isoformat() if version.modified else None,
        "segments": {
            status.value: version.counts[status] for status in Status if version.counts.get(status)
        },
    }
