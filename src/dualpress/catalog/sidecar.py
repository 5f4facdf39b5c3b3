"""What a PO file cannot hold, beside it: where each draft came from.

PO tools drop comments and flags that they do not know. So the origins stand
in ``<lang>.json`` beside ``<lang>.po``, and nothing depends on them: a file
that is lost, broken or newer than this program costs no translation.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dualpress.article import Origin, SegmentKey, TagPlace
from dualpress.catalog.entry import Entry
from dualpress.files import write_whole

__all__ = ["Origins", "read_sidecar", "sidecar_path", "write_sidecar"]

SCHEMA = 1

Origins = dict[str, Origin]
"""Origins by the digest of the segment that they were made from."""


def sidecar_path(path: Path) -> Path:
    """Where the sidecar of this PO file stands."""
    return path.with_suffix(".json")


def source_digest(key: SegmentKey) -> str:
    """SHA-256 of a segment; context and source are joined as in MO files, by EOT."""
    text = key.source if key.context is None else f"{key.context}\4{key.source}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_sidecar(path: Path) -> tuple[Origins, tuple[str, ...]]:
    """The origins that stand beside a PO file.

    Args:
        path: the PO file.

    Returns:
        The origins, none where they cannot be read; and warnings, a sentence each.
    """
    sidecar = sidecar_path(path)
    try:
        data = json.loads(sidecar.read_bytes())
        if data["schema"] != SCHEMA:
            return {}, (f"{sidecar} is of another version of dualpress and is not used.",)
        return {digest: _origin(value) for digest, value in data["segments"].items()}, ()
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}, (f"{sidecar} cannot be read and is not used; no translation is lost.",)


def _origin(value: dict[str, Any]) -> Origin:
    engine, model, score = value["engine"], value.get("model"), value.get("score")
    notes, tags = value.get("notes", []), value.get("tags", {})
    draft, confidence = value.get("draft"), value.get("confidence")
    if not isinstance(engine, str) or not all(isinstance(x, str | None) for x in (model, draft)):
        raise TypeError("engine, model and draft are texts")
    if isinstance(score, bool) or not isinstance(score, int | float | None):
        raise TypeError("a score is a number")
    if not isinstance(notes, list) or not all(isinstance(note, str) for note in notes):
        raise TypeError("notes are texts")
    places = tuple(TagPlace(int(number), _share(share)) for number, share in tags.items())
    sure = None if confidence is None else _share(confidence)
    terms = _terms(value.get("terms"))
    return Origin(engine, model, score, tuple(notes), places, draft, sure, terms)


def _terms(value: Any) -> dict[str, str] | None:
    if value is None:  # of an older dualpress, or made without the glossary
        return None
    if not isinstance(value, dict) or not all(isinstance(digest, str) for digest in value.values()):
        raise TypeError("terms have digests")
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError("a confidence is a number from 0 to 1")
    return float(value)


def write_sidecar(path: Path, entries: Iterable[Entry]) -> None:
    """Write the origins of these entries beside a PO file.

    Nothing is written where nothing would change, nor over the sidecar of a
    newer dualpress.

    Args:
        path: the PO file.
        entries: in the order of the file.

    Raises:
        WriteError: it cannot be written.
    """
    sidecar = sidecar_path(path)
    segments = {source_digest(entry.key): _value(entry.origin) for entry in entries if entry.origin}
    data = json.dumps({"schema": SCHEMA, "segments": segments}, ensure_ascii=False, indent=1)
    old = _bytes(sidecar)
    new = f"{data}\n".encode("utf-8", "replace")
    if new != old and (segments or old) and not _is_newer(old):
        write_whole(sidecar, new)


def _value(origin: Origin) -> dict[str, Any]:
    value = {
        "engine": origin.engine,
        "model": origin.model,
        "score": origin.score,
        "confidence": origin.confidence,
        "notes": list(origin.notes),
        "tags": {str(place.number): place.confidence for place in origin.tags},
        "draft": origin.draft,
    }
    told = {name: part for name, part in value.items() if part not in (None, [], {})}
    # That a sentence has no term is known too.
    return told if origin.terms is None else {**told, "terms": dict(origin.terms)}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_newer(data: bytes) -> bool:
    try:
        return bool(json.loads(data)["schema"] > SCHEMA)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
