"""Words of a sentence, and the places between them where a tag may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["is_little", "may_stand", "overlaps", "widened", "with_parts", "words_in"]

# Hyphens, apostrophes and decimal points hold a word together; a closing stop does not.
_WORD = regex.compile(rf"[\p{{L}}\p{{N}}]{WORD_CHAR}*+(?:[-'’.,@/_+&]{WORD_CHAR}++)*+")
_PART = regex.compile(r"[^-]+")
_WORD_CHAR = regex.compile(WORD_CHAR)
_EXTENDS = regex.compile(r"[\p{M}\p{Emoji_Modifier}\u200c\u200d]")

# What says nothing by itself: it never carries a tag alone, and tells nothing of a tag's place.
_LITTLE = {
    Language.EN: frozenset(
        "a an the of in on at to by for from with and or as its his her their is are was were be "
        "been has have had it he she they that this which who not but into than".split()
    ),
    Language.HI: frozenset(
        "ने को का के की से में पर तक द्वारा और व एवं तथा या ही भी तो है हैं था थे थी हो कि जो इस उस यह वह "
        "लिए साथ बाद ओर गया गई गए रहा रही रहे किया हुआ हुई हुए अनुसार".split()
    ),
}


def words_in(text: str, room: Span | None = None) -> list[Span]:
    """The words of a text, or of a part of it, in order; hyphens and apostrophes join."""
    start, end = room or Span(0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def with_parts(text: str) -> list[Span]:
    """The words of a text, and the parts of those with hyphens: ``BLA`` of ``BLA-led``."""
    return [
        span
        for word in words_in(text)
        for span in dict.fromkeys([word, *(Span(*part.span()) for part in _parts(text, word))])
    ]


def _parts(text: str, word: Span) -> Iterator[regex.Match[str]]:
    return _PART.finditer(text, *word)


def is_little(word: str, language: Language) -> bool:
    """Whether it is an article, a postposition or the like, which says nothing by itself."""
    return word.casefold() in _LITTLE[language]


def may_stand(text: str, offset: int) -> bool:
    """Whether a tag there is in no word, and in no character that a reader sees as one."""
    if not 0 < offset < len(text):
        return 0 <= offset <= len(text)
    if _EXTENDS.match(text[offset]) or text[offset - 1] == "\u200d":
        return False
    return not (_WORD_CHAR.match(text[offset - 1]) and _WORD_CHAR.match(text[offset]))


def widened(text: str, span: Span, room: Span) -> Span:
    """The span without cut words: an edge in a word moves out of it, the span growing."""
    start, end = span
    while start > room.start and not may_stand(text, start):
        start -= 1
    while end < room.end and not may_stand(text, end):
        end += 1
    return Span(start, end)


def overlaps(span: Span, taken: Iterable[Span]) -> bool:
    """Whether it shares a character with one of the others, or is an empty place inside one."""
    return any(span.start < other.end and other.start < span.end for other in taken)
