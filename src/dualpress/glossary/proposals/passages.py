"""What names are looked for in, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dualpress.article import Language, Span, split_tags
from dualpress.glossary.terms import Kind

__all__ = ["Mention", "Passage", "Place", "readable"]

_NO_TEXT = "\ufffc"
"""Unicode's own sign for what is no text: code or a picture parts two words."""


class Place(NamedTuple):
    """Where a sentence stands, as an editor would say it.

    Args:
        article: the article's id.
        block: the number of its block; ``None`` for what is in none (the page's title).
        label: the block and sentence in words: ``paragraph 3 sentence 2``.
    """

    article: str
    block: int | None
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, with its translation if there is one.

    Args:
        place: where it stands.
        language: what it is written in.
        text: what a reader sees, see :func:`readable`.
        target: its translation, likewise; empty where there is none.
        is_reviewed: whether a human confirmed the translation.
        is_heading: whether it stands above text rather than in it: capitals say less there.
    """

    place: Place
    language: Language
    text: str
    target: str = ""
    is_reviewed: bool = False
    is_heading: bool = False


class Mention(NamedTuple):
    """A name where it stands.

    Args:
        name: as it is written there, less a possessive or the plural of an acronym.
        span: where it stands in the text.
        kind: what it is, as far as the words around it tell.
        is_sure: whether it is a name wherever it stands; else it is one only
            where it is found elsewhere, too: a first word has a capital anyway.
    """

    name: str
    span: Span
    kind: Kind | None = None
    is_sure: bool = True


def readable(tagged: str) -> str:
    """A segment as a reader sees it, with U+FFFC where no text stands."""
    pieces = []
    for text, tag in split_tags(tagged):
        pieces.append(text)
        if tag is not None and tag["x"]:
            pieces.append(_NO_TEXT)
    return "".join(pieces)
