"""Reads reviewed sentence pairs from PO files."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

LANGUAGES = {"en": "English", "hi": "Hindi"}

# The msgstr of a segment whose translation stands in the segment above it.
_JOINED = "^"
_INLINE_TAG = re.compile(r"</?g\d+>|<x\d+/>")


@dataclass(frozen=True, slots=True)
class Direction:
    """From which language code to which."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


DIRECTIONS = (Direction("en", "hi"), Direction("hi", "en"))


@dataclass(frozen=True, slots=True)
class Pair:
    """One sentence and its translation, as plain text."""

    source: str
    target: str


def read_pairs(po_dir: Path, direction: Direction) -> list[Pair]:
    """Reads every reviewed pair below a folder, whichever side was written first.

    Args:
        po_dir: holds ``<article-id>/<lang>.po``, where ``<lang>`` is the language of the msgstr.
        direction: which side becomes the source.

    Returns:
        One pair per source sentence, ordered by file and place in it. Of several translations of
        one sentence the first is kept: a model can give only one.
    """
    pairs: dict[str, Pair] = {}
    for path in sorted(po_dir.rglob("*.po")):
        if path.stem not in LANGUAGES:
            continue
        for msgid, msgstr in _reviewed(polib.pofile(str(path), encoding="utf-8")):
            sides = (msgid, msgstr) if path.stem == direction.target else (msgstr, msgid)
            pair = Pair(*map(plain_text, sides))
            if pair.source and pair.target:
                pairs.setdefault(pair.source, pair)
    return list(pairs.values())


def plain_text(segment: str) -> str:
    """Returns a segment without its inline tags, in NFC, with single spaces."""
    text = _INLINE_TAG.sub("", segment)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _reviewed(entries: Iterable[polib.POEntry]) -> Iterator[tuple[str, str]]:
    """Yields source and translation of the entries that a reviewer has passed."""
    for entry in entries:
        if entry.obsolete or entry.fuzzy or entry.msgstr.strip() in ("", _JOINED):
            continue
        yield entry.msgid, entry.msgstr
