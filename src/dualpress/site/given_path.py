"""Paths of a site that authors write: in front matter and in the settings."""

from __future__ import annotations

from urllib.parse import unquote

import regex

__all__ = ["given_path"]

# https://url.spec.whatwg.org/#path-percent-encode-set, and what no server is asked for
_NOT_IN_PATH = regex.compile(r'[\p{C}\\"<>^`{|}--\u200c\u200d]', regex.VERSION1)
_STRAY_PERCENT = regex.compile(r"%(?![0-9A-Fa-f]{2})")


def given_path(text: str) -> str:
    """Read a path of a site as an author wrote it.

    Args:
        text: with or without a slash at its start, percent-encoded or not.

    Returns:
        The path, decoded, from the site's address on.

    Raises:
        ValueError: it is none; the message ends a sentence about it.
    """
    if text.startswith("//"):
        raise ValueError("is an address of another server: one slash begins a path")
    if "?" in text or "#" in text:
        raise ValueError("has a ? or # part, which is no part of a page's address")
    if _STRAY_PERCENT.search(text):
        raise ValueError("has a % that encodes nothing: a percent sign itself is written %25")
    path = unquote(text.removeprefix("/"), errors="surrogateescape")
    if _NOT_IN_PATH.search(_without_lone_bytes(path)):
        raise ValueError("has a character that no path has")
    parts = path.removesuffix("/").split("/")
    if path and any(part in ("", ".", "..") for part in parts):
        raise ValueError("has an empty part, . or .. between its slashes")
    return path


def _without_lone_bytes(path: str) -> str:
    """A path without the bytes that are no UTF-8, which old file names may hold."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "ignore")
