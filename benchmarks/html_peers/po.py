"""Filling PO files of other tools, whose ``msgid`` holds HTML."""

from __future__ import annotations

import html
import re
from pathlib import Path

import polib
from benchmarks.html_peers.stub import translate_tagged

__all__ = ["fill", "translate_markup"]

_MARKUP = re.compile(r"<!--.*?-->|<[!/a-zA-Z][^>]*>|&#?\w+;?", re.DOTALL)
_PARTING = re.compile(r"<(?!/|wbr\b)[^>]*/>|<(?:br|hr|img|input)\b[^>]*>|&nbsp;|&#160;", re.I)
_TAG = re.compile(r"<!--.*?-->|<[!/a-zA-Z][^>]*>", re.DOTALL)


def translate_markup(source: str) -> str:
    """Translate HTML as a careful translator: tags and character references stay."""
    return translate_tagged(source, _MARKUP, _PARTING)


def fill(path: Path) -> tuple[str, ...]:
    """Translate each entry of a PO file by the stub, in place.

    Returns:
        The texts of its entries without their tags.
    """
    catalog = polib.pofile(str(path), wrapwidth=0)
    for entry in catalog:
        entry.msgstr = translate_markup(entry.msgid)
    # po4a refuses a catalog that does not say its encoding.
    catalog.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    catalog.metadata_is_fuzzy = False
    catalog.save()
    return tuple(_plain(entry.msgid) for entry in catalog)


def _plain(source: str) -> str:
    text = _PARTING.sub(lambda match: " " if match[0].startswith("<") else match[0], source)
    return re.sub(r"[ \t\n]+", " ", html.unescape(_TAG.sub("", text))).strip()
