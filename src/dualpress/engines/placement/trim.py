"""Marks at the edges of a sentence that no engine need see: note numbers, arrows, stars."""

from __future__ import annotations

from typing import NamedTuple

import regex

from dualpress.article import TAG, plain_text

__all__ = ["Trimmed", "trimmed"]

_LETTER = regex.compile(r"\p{L}")
_WORDLESS = regex.compile(r"[^\p{L}\p{N}]*")
# 1, [1], (2), *, †, ↩, at most three digits: a year is no mark.
_NOTE = regex.compile(r"[\[(]?[\p{N}]{1,3}[\])]?|[^\p{L}\p{N}]*")
_STOPPED = regex.compile(r"[.!?…।॥:][\"'”’)\]]*$")


class Trimmed(NamedTuple):
    """A tagged sentence in three; joined, they are the sentence.

    Args:
        before: tags and marks before its words.
        core: what is to be translated.
        after: tags and marks behind its last stop.
    """

    before: str
    core: str
    after: str


def trimmed(tagged: str) -> Trimmed:
    """Set apart what stays as it is at the edges of a sentence.

    Behind the stop that ends the sentence, tags that hold a note mark or no letters; before its
    words, tags that hold signs only. A model would take ``.1`` for a number and lose an arrow.

    Args:
        tagged: the sentence in the notation of PO.

    Returns:
        The three parts; ``core`` is the sentence where it would have no letters else.
    """
    parts = _parts(tagged)
    first, last = 0, len(parts)
    while last > 0 and _is_note(parts, last - 1):
        last -= 1
    while first < last and _is_sign(parts[first]):
        first += 1
    core = "".join(parts[first:last])
    if not _LETTER.search(plain_text(core)):
        return Trimmed("", tagged, "")
    stripped = core.strip(" ")
    begin = core.index(stripped)
    before = "".join(parts[:first]) + core[:begin]
    after = core[begin + len(stripped) :] + "".join(parts[last:])
    return Trimmed(before, stripped, after)


def _parts(tagged: str) -> list[str]:
    """The sentence cut between text and the tags that are in no other, each with all it holds."""
    parts: list[str] = []
    depth = position = start = 0
    for tag in TAG.finditer(tagged):
        if depth == 0:
            parts.append(tagged[position : tag.start()])
            start = tag.start()
        depth += -1 if tag["close"] else bool(tag["g"])
        if depth == 0:
            parts.append(tagged[start : tag.end()])
            position = tag.end()
    return [part for part in (*parts, tagged[position:]) if part]


def _is_note(parts: list[str], index: int) -> bool:
    """Whether it is behind the sentence's stop, and a note mark or a sign."""
    part, before = parts[index], "".join(parts[:index])
    if not TAG.match(part):
        follows_note = index + 1 < len(parts) or index > 0
        return follows_note and not part.strip()
    text = plain_text(part).strip()
    is_glued = not before[-1:].isspace()
    if not _NOTE.fullmatch(text) or (not is_glued and not _WORDLESS.fullmatch(text)):
        return False
    return _STOPPED.search(_without_notes(plain_text(before))) is not None


def _without_notes(text: str) -> str:
    return regex.sub(r"(?<=[.!?…।॥:])(?:\s*(?:\[\p{N}{1,3}\]|\p{N}{1,3}))+$", "", text).rstrip()


def _is_sign(part: str) -> bool:
    text = plain_text(part)
    if not TAG.match(part):
        return not text.strip()
    return bool(text.strip()) and _WORDLESS.fullmatch(text) is not None
