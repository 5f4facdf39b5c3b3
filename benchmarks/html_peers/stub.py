"""The stub engine: a translation that can be recognised and taken back.

Every word gets a mark before its first letter, and a full stop at the end
becomes a danda. So what a tool did besides translating is what is left when
the marks are taken away. This module runs in the environment of each tool:
nothing but the standard library is imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["DANDA", "MARK", "take_back", "translate", "translate_tagged"]

MARK = "ळ"
"""A Devanagari letter that no case contains; no legacy Western encoding has it."""
DANDA = "।"

_REFERENCE = re.compile(r"&#(?:([0-9]+)|x([0-9a-f]+));", re.IGNORECASE)
_NO_MARKUP = re.compile(r"(?!)")
_CLOSING = "\"'”’»)]"


def translate(text: str) -> str:
    """Translate plain text."""
    return translate_tagged(text, _NO_MARKUP, _NO_MARKUP)


def translate_tagged(text: str, markup: re.Pattern[str], parting: re.Pattern[str]) -> str:
    """Translate text around its tags, as a translator would who keeps them.

    Args:
        text: with its tags.
        markup: what is a tag or a character reference.
        parting: which of these part words (``<br>``); the others may stand in one.
    """
    pieces = list(_pieces(text, markup))
    marked = _mark_words(pieces, parting)
    ends = [index for index, (piece, is_text) in enumerate(pieces) if is_text and piece.strip()]
    if ends:
        marked[ends[-1]] = _with_danda(marked[ends[-1]])
    return "".join(marked)


def take_back(text: str) -> str:
    """Undo a translation, but for the danda: full stops and dandas both become full stops."""
    return _REFERENCE.sub(_dereferenced, text).replace(MARK, "").replace(DANDA, ".")


def _dereferenced(reference: re.Match[str]) -> str:
    """The stub's own characters, where an encoding has no other way to write them."""
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    return chr(number) if number in (ord(MARK), ord(DANDA)) else reference[0]


def _pieces(text: str, markup: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """Cut text at its markup; each piece with whether it is text."""
    position = 0
    for match in markup.finditer(text):
        yield text[position : match.start()], True
        yield match[0], False
        position = match.end()
    yield text[position:], True


def _mark_words(pieces: list[tuple[str, bool]], parting: re.Pattern[str]) -> list[str]:
    """Mark each word once, also where tags stand in it."""
    result: list[str] = []
    is_marked = False
    for piece, is_text in pieces:
        if not is_text:
            is_marked = is_marked and not parting.fullmatch(piece)
            result.append(piece)
            continue
        characters: list[str] = []
        for character in piece:
            if character.isspace():
                is_marked = False
            elif character.isalpha() and not is_marked:
                is_marked = True
                characters.append(MARK)
            characters.append(character)
        result.append("".join(characters))
    return result


def _with_danda(text: str) -> str:
    body = text.rstrip()
    core = body.rstrip(_CLOSING)
    return core[:-1] + DANDA + text[len(core) :] if core.endswith(".") else text
