"""What dualpress's own files tell of a site: its address, its pairs, its redirects.

They are hints: a site without them is verified all the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["MANIFEST_NAME", "REDIRECTS_NAME", "Manifest", "read_manifest", "read_redirects"]

MANIFEST_NAME = "manifest.json"
REDIRECTS_NAME = "redirects.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``manifest.json`` tells.

    Args:
        base_url: the address of the site's folder; ``None`` where the publisher
            set none.
        pairs: the paths of the pages of each article that has more than one.
    """

    base_url: str | None = None
    pairs: tuple[tuple[str, ...], ...] = ()


def read_manifest(data: bytes) -> Manifest | None:
    """Read a manifest of any schema; ``None`` for what is not dualpress's."""
    document = _json(data)
    if not isinstance(document, dict) or not {"base_url", "pairs"} <= document.keys():
        return None
    base_url = document.get("base_url")
    pairs = (tuple(_paths(pair)) for pair in _items(document.get("pairs")))
    return Manifest(
        base_url if isinstance(base_url, str) else None,
        tuple(paths for paths in pairs if len(paths) > 1),
    )


def read_redirects(data: bytes) -> Mapping[str, str | None]:
    """Read a list of redirects.

    Returns:
        By the address or path that was: where it leads now; ``None`` where
        the page is gone. What is no such list tells of none.
    """
    document = _json(data)
    if isinstance(document, dict) and isinstance(document.get("redirects"), list):
        document = document["redirects"]
    return dict(_redirects(document)) if isinstance(document, list) else {}


def _redirects(items: list[Any]) -> Iterator[tuple[str, str | None]]:
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("from"), str):
            target = item.get("to")
            yield item["from"], target if isinstance(target, str) else None


def _paths(pair: Any) -> Iterator[str]:
    versions = pair.get("versions") if isinstance(pair, dict) else None
    for version in versions.values() if isinstance(versions, dict) else ():
        if isinstance(version, dict) and isinstance(version.get("path"), str):
            yield version["path"]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
