"""The slugs of WordPress: read as a person reads them, and made safe as the names of files.

WordPress keeps a slug percent-encoded in lower case, and cuts it to the width of a
column of its database, if need be inside of a letter. What an export says is never
trusted as a path: it may name a folder above, a device of Windows, or nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from urllib.parse import unquote_to_bytes

import regex

from dualpress.file_names import flaw_of, folded

__all__ = ["file_stem", "readable_slug"]

LONGEST = 100
"""Characters of a file's name; Windows has 260 for the whole path."""

MOST_BYTES = 180
"""Bytes of the same: most file systems have 255 for a name, and pages add to it."""

_NOT_IN_NAME = regex.compile(r"[^\p{L}\p{M}\p{N}._-]+")
_GRAPHEME = regex.compile(r"\X")


def readable_slug(slug: str) -> str:
    """A slug with its letters in the place of percent signs, in NFC.

    A letter of which an encoded slug has not all bytes is left out.
    """
    decoded = unquote_to_bytes(slug).decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", decoded)


def file_stem(name: str, number: int, taken: Collection[str]) -> str:
    """The name of a post's file, without ending: its slug, and its number where that is needed.

    Args:
        name: the slug, readable; or a title where WordPress has none yet.
        number: of the post in WordPress.
        taken: names that other files have, as ``folded`` gives them.

    Returns:
        Letters of any script, figures, ``.``, ``_`` and ``-``; never a device of
        Windows, hidden, or longer than a file system takes.
    """
    stem = _shortened(_NOT_IN_NAME.sub("-", unicodedata.normalize("NFC", name))).strip("-._ ")
    if not stem:
        stem = f"post-{number}"
    if flaw_of(stem) or folded(stem) in taken:
        stem = f"{stem.replace('.', '-')}-{number}"
    return stem


def _shortened(name: str) -> str:
    """The graphemes of a name that fit."""
    kept, size = [], 0
    for grapheme in _GRAPHEME.findall(name)[:LONGEST]:
        size += len(grapheme.encode())
        if size > MOST_BYTES:
            break
        kept.append(grapheme)
    return "".join(kept)
