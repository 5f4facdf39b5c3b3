"""Paragraphs of blank lines as elements: editors other than WordPress's know no others.

WordPress makes them as it shows a post (``wpautop``):
https://developer.wordpress.org/reference/functions/wpautop/
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dualpress.article import Span
from dualpress.html.attributes import find_attributes
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.paragraphs import BLANK_LINE
from dualpress.site.references import parse_reference

__all__ = ["loose_references", "with_paragraphs"]

# What may stand in no paragraph: https://html.spec.whatwg.org/#the-p-element
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav noscript ol p pre script search "
    "section style summary table ul video audio iframe object".split()
)
_VOID = frozenset(("hr",))
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_BREAK_ABOVE = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)
_REFERENCES = ("href", "src")


def with_paragraphs(body: str, *, breaks: bool) -> str:
    """Put text that stands between blank lines, and in no block, into paragraphs.

    Args:
        body: of an article, without block comments of WordPress.
        breaks: whether a single line end is one to readers too, as in WordPress's
            classic editor.
    """
    pieces, end = [], 0
    for run in _runs(parse(body), len(body)):
        pieces += [body[end : run.start], _paragraphs(body[run.start : run.end], breaks=breaks)]
        end = run.end
    return "".join([*pieces, body[end:]])


def loose_references(body: str) -> Iterator[str]:
    """Yield the addresses of links and pictures that mean something beside the post alone."""
    for token in parse(body).tokens:
        if token.kind is not TokenKind.START_TAG:
            continue
        for attribute in find_attributes(body[token.start : token.end], token.start):
            if attribute.name in _REFERENCES and attribute.value is not None:
                named = html.unescape(body[attribute.value.start : attribute.value.end])
                if parse_reference(named) is not None:
                    yield named


def _runs(page: Page, end: int) -> Iterator[Span]:
    """Where text stands in no block."""
    start, depth = 0, 0
    for token in page.tokens:
        if token.name not in _BLOCKS:
            continue
        if token.kind is TokenKind.START_TAG:
            if depth == 0:
                yield Span(start, token.start)
            depth += token.name not in _VOID
        elif token.kind is TokenKind.END_TAG:
            # A tag without a partner ends nothing.
            depth = max(0, depth - 1)
        start = token.end
    if depth == 0:
        yield Span(start, end)


def _paragraphs(run: str, *, breaks: bool) -> str:
    pieces, end = [], 0
    for found in (*BLANK_LINE.finditer(run), None):
        stop = found.start() if found else len(run)
        pieces.append(_paragraph(run[end:stop], breaks=breaks))
        if found:
            pieces.append(found[0])
            end = found.end()
    return "".join(pieces)


def _paragraph(piece: str, *, breaks: bool) -> str:
    text = piece.strip()
    if not text or (text.startswith("<!--") and text.endswith("-->") and text.count("<!--") == 1):
        return piece
    before, after = piece[: piece.index(text)], piece[piece.index(text) + len(text) :]
    return f"{before}<p>{_with_breaks(text) if breaks else text}</p>{after}"


def _with_breaks(text: str) -> str:
    pieces, end, is_in_tag = [], 0, False
    for found in _LINE_END.finditer(text):
        line = text[end : found.start()]
        opening, closing = line.rfind("<"), line.rfind(">")
        is_in_tag = opening > closing if opening != closing else is_in_tag
        # A line that ends with an element for it has its break.
        is_ended = is_in_tag or _BREAK_ABOVE.search(line)
        pieces += [line, found[0] if is_ended else "<br>\n"]
        end = found.end()
    return "".join([*pieces, text[end:]])
