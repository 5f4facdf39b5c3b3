"""What dualpress's own ``manifest.json`` tells of a site: its address, and its pairs.

It is a hint: a site without one is verified all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dualpress.article import Language
from dualpress.site.verify.json_data import json_of
from dualpress.site.verify.site import Version

__all__ = ["MANIFEST_NAME", "Manifest", "read_manifest"]

MANIFEST_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` tells.

    Args:
        base_url: the address of the site's folder; ``None`` where the publisher
            set none.
        pairs: the paths of the pages of each article that has more than one.
        outside: by the path of a page, its version that is published elsewhere.
    """

    base_url: str | None = None
    pairs: tuple[tuple[str, ...], ...] = ()
    outside: Mapping[str, Version] = field(default_factory=dict)


def read_manifest(data: bytes) -> Manifest | None:
    """Read a manifest of any schema; ``None`` for what is not dualpress's."""
    document = json_of(data)
    if not isinstance(document, dict) or not {"base_url", "pairs"} <= document.keys():
        return None
    base_url = document.get("base_url")
    pairs = document.get("pairs")
    versions = [_versions(pair) for pair in pairs] if isinstance(pairs, list) else []
    together = (tuple(_paths(pair)) for pair in versions)
    return Manifest(
        base_url if isinstance(base_url, str) else None,
        tuple(paths for paths in together if len(paths) > 1),
        dict(apart for pair in versions for apart in _outside(pair)),
    )


def _versions(pair: Any) -> dict[Language, dict[str, Any]]:
    """What a manifest says of the versions of one article."""
    versions = pair.get("versions") if isinstance(pair, dict) else None
    if not isinstance(versions, dict):
        return {}
    found = {language: versions.get(language.value) for language in Language}
    return {language: said for language, said in found.items() if isinstance(said, dict)}


def _paths(versions: Mapping[Language, Mapping[str, Any]]) -> Iterator[str]:
    for version in versions.values():
        if isinstance(version.get("path"), str):
            yield version["path"]


def _outside(versions: Mapping[Language, Mapping[str, Any]]) -> Iterator[tuple[str, Version]]:
    """The page of an article whose other version is published and has no file here."""
    for language, version in versions.items():
        url = version.get("url")
        if version.get("path") is None and isinstance(url, str):
            is_listed = version.get("indexable") is not False
            for path in _paths(versions):
                yield path, Version(language, url, None, is_listed)
