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

__all__ = ["MANIFEST", "SCHEMA_VERSION", "manifest", "manifest_schema"]

MANIFEST = PurePosixPath("manifest.json")
"""Where it stands in the output folder."""

SCHEMA_VERSION = 1


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
    path = article.path(language)
    return {
        "path": path.as_posix(),
        "url": site.page(article, language).url,
        "title": version.title,
        "sha256": hashlib.sha256(pages[path]).hexdigest(),
        "indexable": version.indexable,
        "segments": {
            status.value: version.counts[status] for status in Status if version.counts.get(status)
        },
    }
