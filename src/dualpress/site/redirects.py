"""``redirects.json``: which addresses of the site lead elsewhere now, and which are gone.

Static hosts have as many notations for redirects as there are hosts; this
list is for the script or template that writes that of one's own. Its shape is
``schemas/redirects.schema.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any, NamedTuple

__all__ = ["REDIRECTS", "Redirect", "redirects", "redirects_schema"]

REDIRECTS = PurePosixPath("redirects.json")
"""Where it stands in the output folder."""

_SCHEMA = 1
_MOVED, _GONE = 301, 410  # RFC 9110, 15.4.2 and 15.5.11


class Redirect(NamedTuple):
    """An address at which there is no page any more.

    Args:
        source: its path from the root of the site's server, or the whole
            address where that is another server's.
        target: where its readers are sent; ``None`` where it is gone.
    """

    source: str
    target: str | None


def redirects(found: Iterable[Redirect]) -> bytes:
    """Write the list: JSON in UTF-8, in the order given."""
    document = {"schema": _SCHEMA, "redirects": [_entry(redirect) for redirect in found]}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def redirects_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the list."""
    source = files("dualpress.site").joinpath("schemas", "redirects.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return schema


def _entry(redirect: Redirect) -> dict[str, object]:
    if redirect.target is None:
        return {"from": redirect.source, "status": _GONE}
    return {"from": redirect.source, "to": redirect.target, "status": _MOVED}
