"""Whole words in the text of a translation: where they stand, and others in their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from itertools import chain
from typing import NamedTuple

import regex

from dualpress.article import TAG, escape_tags, unescape_tags
from dualpress.text.devanagari import WORD_CHAR, WORD_END, WORD_START

__all__ = ["Place", "around", "find_words", "put_words", "word_pattern"]

# Unicode composes none of these in any normal form, and keyboards type them all the same.
_COMPOSED = {unicodedata.normalize("NFD", chr(code)): chr(code) for code in range(0x958, 0x960)}

_CLUSTER = regex.compile(r"\X")

_NO_TEXT = "\ufffc"
"""Unicode's own sign for what is no text: a line break or picture parts two words."""


class Place(NamedTuple):
    """Where a word stands in a translation.

    Args:
        piece: which piece of text between the tags, counted from 0.
        start: where in that piece, unescaped.
        end: where it ends there.
    """

    piece: int
    start: int
    end: int


def word_pattern(words: str) -> regex.Pattern[str]:
    """A pattern that finds words as they stand, whole, and in any normal form of Unicode.

    A limit is asked for only where the words begin or end with a letter or
    digit: a danda has none.

    Args:
        words: one or more, with what stands between them.
    """
    start = WORD_START if regex.match(WORD_CHAR, words) else ""
    end = WORD_END if regex.search(rf"{WORD_CHAR}\Z", words) else ""
    return regex.compile(start + "".join(map(_spellings, _CLUSTER.findall(words))) + end)


def _spellings(cluster: str) -> str:
    """The pattern of a letter with its signs, composed or not."""
    decomposed = unicodedata.normalize("NFD", cluster)
    composed = decomposed
    for letter, single in _COMPOSED.items():
        composed = composed.replace(letter, single)
    forms = {cluster, decomposed, composed, unicodedata.normalize("NFC", cluster)}
    return f"(?:{'|'.join(sorted(map(regex.escape, forms)))})"


def find_words(tagged: str, pattern: regex.Pattern[str]) -> list[Place]:
    """Where words stand in the text of a translation.

    Tags are no text, and a word goes on behind one that has text in it:
    ``<g1>नदी</g1>यों`` has no word नदी. What is cut by a tag is not found.

    Args:
        tagged: the translation with its tags.
        pattern: from :func:`word_pattern`.

    Returns:
        The places, in the order of the text.
    """
    places: list[Place] = []
    pieces = _texts(tagged)
    tags = [*_pieces(tagged)[1::2], ""]
    joints = [_NO_TEXT if tag.startswith("<x") else "" for tag in tags]
    whole = "".join(chain.from_iterable(zip(pieces, joints, strict=True)))
    matches = [match.span() for match in pattern.finditer(whole)]
    offset = 0
    for number, (text, joint) in enumerate(zip(pieces, joints, strict=True)):
        until = offset + len(text)
        places += [
            Place(number, start - offset, end - offset)
            for start, end in matches
            if offset <= start and end <= until
        ]
        offset = until + len(joint)
    return places


def put_words(tagged: str, places: Collection[Place], words: str) -> str:
    """A translation with other words in some places.

    Args:
        tagged: the translation with its tags.
        places: from :func:`find_words`.
        words: plain text; what looks like a tag in it becomes none.
    """
    pieces = _pieces(tagged)
    texts = _texts(tagged)
    for place in sorted(places, reverse=True):
        text = texts[place.piece]
        texts[place.piece] = text[: place.start] + words + text[place.end :]
    for number in {place.piece for place in places}:
        pieces[2 * number] = escape_tags(texts[number])
    return "".join(pieces)


def around(tagged: str, place: Place) -> tuple[str, str, str]:
    """What stands before a place, there, and after it."""
    pieces, text = _pieces(tagged), _texts(tagged)[place.piece]
    at = 2 * place.piece
    before = "".join(pieces[:at]) + escape_tags(text[: place.start])
    after = escape_tags(text[place.end :]) + "".join(pieces[at + 1 :])
    return before, escape_tags(text[place.start : place.end]), after


def _pieces(tagged: str) -> list[str]:
    """Text, tag, text, tag … text, each as it is written."""
    pieces: list[str] = []
    position = 0
    for tag in TAG.finditer(tagged):
        pieces += [tagged[position : tag.start()], tag[0]]
        position = tag.end()
    return [*pieces, tagged[position:]]


def _texts(tagged: str) -> list[str]:
    """The texts between the tags, as a reader sees them."""
    return [unescape_tags(text) for text in _pieces(tagged)[::2]]
