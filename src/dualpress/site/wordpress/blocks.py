"""Texts that a block of WordPress says twice: in its element, and in the comment before it.

The editor makes a block's element anew from the comment, and calls a block
invalid whose element says something else.
https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dualpress.article import Article, SegmentKey, SegmentKind, Source, Span, plain_text
from dualpress.html.inline import clean_text
from dualpress.html.literals import Literal, find_json_strings
from dualpress.html.offsets import TokenKind
from dualpress.html.patches import Patch, apply_patches
from dualpress.html.read import page_of

__all__ = ["BlockComment", "block_comment", "block_patches", "is_text_key"]

_OPENING = re.compile(r"<!--\s+wp:(?P<name>(?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)\s+(?=\{)")
_ESCAPES = {
    r"\\": r"\u005c",  # first: the next character is not escaped by the second of them
    "--": r"\u002d\u002d",
    "<": r"\u003c",
    ">": r"\u003e",
    "&": r"\u0026",
    r"\"": r"\u0022",
}
"""What WordPress writes otherwise than JSON, so that no comment ends early."""

_FARTHEST = 2**18
"""Where the end of a block is looked for: a body may be made to delay whoever reads it."""

_LABEL_KEY = re.compile(r".*(?:alt|title|label|caption|text|description|placeholder)", re.I)
_TEXT_KEY = re.compile(
    r"(?:json)?(?:question|answer|name|text|description)|(?:title|content|summary)", re.IGNORECASE
)
"""What plugins call texts: the others may be settings whose value is a word (``left``)."""


@dataclass(frozen=True, slots=True)
class BlockComment:
    """A comment that opens a block.

    Args:
        name: of the block; WordPress's own have no part before a slash.
        strings: its settings and texts.
        span: of the comment.
        is_whole: whether the block has no element: WordPress makes it of the comment.
    """

    name: str
    strings: Sequence[Literal]
    span: Span
    is_whole: bool


def block_comment(text: str, comment: Span) -> BlockComment | None:
    """The block that a comment opens; ``None`` where it opens none that has settings."""
    opening = _OPENING.match(text, *comment)
    if opening is None:
        return None
    start = opening.end()
    try:
        # Of the comment alone, for a body may have thousands.
        strings, _ = find_json_strings(text[start : comment.end])
    except ValueError:
        return None
    moved = [
        one._replace(span=Span(one.span.start + start, one.span.end + start)) for one in strings
    ]
    is_whole = text.endswith("/-->", 0, comment.end)
    return BlockComment(opening["name"], moved, comment, is_whole)


def block_patches(
    article: Article, translations: Mapping[SegmentKey, str], changes: Sequence[Patch]
) -> Iterator[Patch]:
    """The patches that let comments of blocks say what their elements say.

    Args:
        article: a post, as it was read.
        translations: of its segments, in the notation of PO.
        changes: the patches that translate the elements.
    """
    if not changes:
        return
    text = article.source.text
    labels = dict(_labels(article, translations))
    for token in page_of(article).tokens:
        block = block_comment(text, token.span) if token.kind is TokenKind.COMMENT else None
        if block is not None and not block.is_whole:
            yield from _patches(block, text, labels, changes)


def _patches(
    block: BlockComment, text: str, labels: Mapping[str, str], changes: Sequence[Patch]
) -> Iterator[Patch]:
    for literal in block.strings:
        said = _label(literal, labels) or _element_text(literal, block, text, changes)
        if said is not None and said != literal.value:
            yield Patch.replace(literal.span, _written(said))


def _labels(article: Article, translations: Mapping[SegmentKey, str]) -> Iterator[tuple[str, str]]:
    """The texts of attributes that are translated, and their translations."""
    for segment in article.segments:
        translation = translations.get(segment.key)
        if segment.kind is SegmentKind.ATTRIBUTE and translation is not None:
            yield plain_text(segment.source), clean_text(plain_text(translation))


def is_text_key(path: tuple[str | int, ...]) -> bool:
    """Whether what a block keeps under some keys is text, by what plugins call texts."""
    key = next((key for key in reversed(path) if isinstance(key, str)), "")
    return bool(_TEXT_KEY.fullmatch(key) or _LABEL_KEY.fullmatch(key))


def _label(literal: Literal, labels: Mapping[str, str]) -> str | None:
    """The translation of what an attribute of the block's element says too."""
    key = literal.path[-1]
    if len(literal.path) != 1 or not _LABEL_KEY.fullmatch(str(key)):
        return None
    return labels.get(clean_text(literal.value))


def _element_text(
    literal: Literal, block: BlockComment, text: str, changes: Sequence[Patch]
) -> str | None:
    """The translation of what stands, to the byte, as an element's content in the block."""
    keys = [key for key in literal.path if isinstance(key, str)]
    if not literal.value or not keys or not _TEXT_KEY.fullmatch(keys[-1]):
        return None
    begin = block.span.end
    end = text.find(f"<!-- /wp:{block.name} ", begin, begin + _FARTHEST)
    start = text.find(f">{literal.value}<", begin, max(end, 0))
    if start < 0:
        return None
    span = Span(start + 1, start + 1 + len(literal.value))
    return _changed(text, span, changes)


def _changed(text: str, span: Span, changes: Sequence[Patch]) -> str:
    """A part of the text with the changes that lie in it."""
    part = text[span.start : span.end]
    inside = [_moved(patch, -span.start) for patch in changes if span.holds(patch.span)]
    source = Source(part.encode("utf-8", "surrogatepass"), part, "utf-8")
    return apply_patches(source, inside).decode("utf-8", "surrogatepass")


def _moved(patch: Patch, by: int) -> Patch:
    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    pieces = tuple(moved(piece) if isinstance(piece, Span) else piece for piece in patch.pieces)
    return Patch(moved(patch.span), pieces)


def _written(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    for plain, escaped in _ESCAPES.items():
        written = written.replace(plain, escaped)
    return written
