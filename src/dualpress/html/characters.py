"""Whether a patch exchanges characters of its page and nothing else, told without parsing it.

Of characters, tree construction asks whether they are white space, and whether
they come where formatting elements wait to be opened anew or where no text may
stand. A patch that leaves the tags in their order leaves the elements as they are
if text stays where text was; on a page without errors, wherever its text is.

https://html.spec.whatwg.org/multipage/parsing.html#tree-construction
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from html5lib.constants import formattingElements

from dualpress.article import Article, Segment, Slot, Span
from dualpress.html.inline import bare_tags
from dualpress.html.patches import Patch
from dualpress.html.read import page_of
from dualpress.html.straight import is_phrase

__all__ = ["keeps_elements"]

_OPENING = re.compile(r"<([a-z][a-z0-9]*+)[^<]*\Z", re.DOTALL)
_BEFORE_VALUE = re.compile(
    r"""
    <(?P<name>[a-z][a-z0-9]*+)
    (?:[ \t\n\f\r]++ [a-z][a-z0-9:_-]*+ (?:="[^"<]*+"|='[^'<]*+'|=[^\s"'<=>`/]++)?)*?
    # Of these two, the parser asks what they say.
    [ \t\n\f\r]++ (?!type=|encoding=)[a-z][a-z0-9:_-]*+=["']
    """,
    re.VERBOSE,
)
_FORMATTING = frozenset(name for _, name in formattingElements)
# A space that does not break is no white space to the parser.
_REFERENCE = re.compile(r"&(?!nbsp;)#?[0-9A-Za-z]*;?")
_SPACES = " \t\n\r\f"
_WORDS = "x"
# Behind these, a letter would be the name of a tag.
_OPENS_TAG = ("<", "/", "!", "?")


def keeps_elements(article: Article, segment: Segment, patch: Patch, quote: str) -> bool:
    """Whether a patch surely leaves the page's elements and attributes as they are.

    Args:
        article: as ``read_html`` gave it.
        segment: of the article.
        patch: that puts a translation in the segment's place.
        quote: of an attribute's value, as the page quotes it; empty if it does not.

    Returns:
        ``False`` where only parsing the page again can tell.
    """
    if segment.slot is Slot.ATTRIBUTE:
        is_plain = bool(quote) and not _is_of_formatting(article, patch.span)
        return is_plain and _has_none_of("\"'\0", patch)
    if segment.slot is Slot.JSON:
        return _is_script_alone(_raw(article, patch.span)) and _has_none_of("<\0", patch)
    if segment.slot is Slot.YAML or _stands_in_tag(article, patch.span):
        return False
    tags = bare_tags(segment) if segment.inlines else ()
    new = list(_new_texts(patch, tags))
    if len(new) <= len(tags):
        return False
    old = list(_old_texts(article, patch.span, tags))
    return _are_alike(old, new) or (_may_move(article, tags) and _have_words(old, new))


def _is_of_formatting(article: Article, span: Span) -> bool:
    """Whether an attribute may be a formatting element's, of which three equal ones may be open."""
    text = article.source.text
    tag = text.rfind("<", 0, span.start)
    opening = _BEFORE_VALUE.fullmatch(text, tag, span.start) if tag >= 0 else None
    return opening is None or opening["name"] in _FORMATTING


def _is_script_alone(literal: str) -> bool:
    """Whether a string in a script has no part in where that ends: ``<!--`` or ``-->``."""
    return "<" not in literal and ">" not in literal


def _has_none_of(characters: str, patch: Patch) -> bool:
    """Whether a patch is text that lacks some characters."""
    return all(
        isinstance(piece, str) and not any(one in piece for one in characters)
        for piece in patch.pieces
    )


def _raw(article: Article, span: Span) -> str:
    return article.source.text[span.start : span.end]


def _stands_in_tag(article: Article, span: Span) -> bool:
    """Whether what begins there might be read on from what stands before it."""
    return span.start == 0 or article.source.text[span.start - 1] in _OPENS_TAG


def _old_texts(article: Article, span: Span, tags: Sequence[Span]) -> Iterator[str]:
    """The source before, between and behind the tags of a segment."""
    start = span.start
    for tag in tags:
        yield _raw(article, Span(start, tag.start))
        start = tag.end
    yield _raw(article, Span(start, span.end))


def _new_texts(patch: Patch, tags: Sequence[Span]) -> Iterator[str]:
    """What a patch puts before, between and behind the tags; fewer if it has not their order."""
    text, rest = "", iter(tags)
    for piece in patch.pieces:
        if isinstance(piece, str):
            text += piece
        elif piece == next(rest, None):
            yield text
            text = ""
        else:
            return
    yield text


def _are_alike(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether there are words where there were, white space where it was, and nothing else."""
    kinds = list(map(_kind, old))
    return None not in kinds and kinds == list(map(_kind, new))


def _may_move(article: Article, tags: Sequence[Span]) -> bool:
    """Whether text may stand before a tag as well as behind it.

    So it is where no element waits to be opened anew, which a page without errors
    has none of, and where tags, too, end the head.
    """
    return page_of(article).is_sound and all(_is_phrase(_raw(article, tag)) for tag in tags)


def _is_phrase(tag: str) -> bool:
    """Whether it is an end tag, or opens what stands in text."""
    opening = _OPENING.match(tag)
    return is_phrase(opening[1]) if opening else tag.startswith("</")


def _have_words(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two rows of texts both say something, and hold no tag of their own."""
    return all(_WORDS in kinds and None not in kinds for kinds in (_kinds(old), _kinds(new)))


def _kinds(texts: Sequence[str]) -> set[str | None]:
    return set(map(_kind, texts))


def _kind(text: str) -> str | None:
    """How tree construction sees a text between two tags.

    Returns:
        Empty where there is none, a space for white space, a letter for words; ``None``
        for what is more than text, or is white space that is written as a reference.
    """
    if "<" in text or "\0" in text:
        return None
    plain = _REFERENCE.sub("", text) if "&" in text else text
    if plain.strip(_SPACES):
        return _WORDS
    return text and " " if plain == text else None
