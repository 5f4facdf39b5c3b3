"""``manifest.json``: which pages are a pair, for site generators and other tools.

Its shape is ``schemas/manifest.schema.json``; ``schema`` is raised whenever
a reader of the former shape would misread the new one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from pydantic_core import to_json

from dualpress.article import Language, Status
from dualpress.large_json import Layout
from dualpress.site.model import Site, SiteArticle

__all__ = [
    "LAYOUT",
    "MANIFEST",
    "READABLE",
    "SCHEMA_VERSION",
    "manifest",
    "manifest_schema",
    "pair_text",
]

MANIFEST = PurePosixPath("manifest.json")
"""Where it stands in the output folder."""

SCHEMA_VERSION = 2

READABLE = frozenset({1, 2})
"""The versions whose pages are told in the same way, but for what later ones add."""

LAYOUT = Layout(opening=b'  "pairs": [', indent=b"    ")
"""How :func:`manifest` lays it out."""


def manifest(
    site: Site,
    digests: Mapping[PurePosixPath, str],
    known: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[bytes]:
    """Write the manifest of a site, piece by piece: of a large archive it has tens of megabytes.

    Args:
        site: what is published.
        digests: the SHA-256 of all its articles' pages, by path.
        known: what :func:`pair_text` says of some articles, by their ids.

    Yields:
        JSON in UTF-8, articles by id: the same site gives the same bytes.
    """
    base = json.dumps(site.settings.base_url, ensure_ascii=False)
    yield f'{{\n  "schema": {SCHEMA_VERSION},\n  "base_url": {base},\n  "pairs": ['.encode()
    is_first = True
    for article in sorted(site.articles, key=lambda article: article.id):
        if article.versions:
            yield b"\n    " if is_first else b",\n    "
            yield known.get(article.id) or pair_text(site, article, digests)
            is_first = False
    yield b"]\n}\n" if is_first else b"\n  ]\n}\n"


def pair_text(site: Site, article: SiteArticle, digests: Mapping[PurePosixPath, str]) -> bytes:
    """What the manifest says of an article, in the place where it stands there.

    Args:
        site: only its settings have a say.
        article: with a version that is published.
        digests: the SHA-256 of its pages, by path.

    Returns:
        JSON in UTF-8, indented.
    """
    # Python's own encoder is ten times as slow where it indents.
    return to_json(_pair(site, article, digests), indent=2).replace(b"\n", b"\n    ")


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
