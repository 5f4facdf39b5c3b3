"""JSON from a site, which may be anything."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["json_of"]


def json_of(data: bytes) -> Any:
    """What a document holds; ``None`` where it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
