"""What a file is that is no export of WordPress, told by how it begins."""

from __future__ import annotations

__all__ = ["other_kind"]

_MARKS = {
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"PK\x03\x04": "a zip archive; unpack it first",
    b"\xff\xfe": "a text in UTF-16; save it as UTF-8",
    b"\xfe\xff": "a text in UTF-16; save it as UTF-8",
    b"<\x00": "a text in UTF-16; save it as UTF-8",
    b"\x00<": "a text in UTF-16; save it as UTF-8",
    b"{": "a JSON document",
    b"-- ": "a dump of a database",
}
_HTML = (b"<!doctype html", b"<html")


def other_kind(start: bytes) -> str | None:
    """Say what a file is, by its first bytes; ``None`` where it may be an export."""
    found = next((kind for mark, kind in _MARKS.items() if start.startswith(mark)), None)
    if found:
        return found
    if start.lstrip().lower().startswith(_HTML):
        return "a web page"
    return "a plain text" if start.strip() and b"<" not in start else None
