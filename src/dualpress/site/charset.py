"""What a page says of its own encoding.

A page that says nothing is read in what the server says, or in what the reader's
system is set to: there English looks as it should, and Hindi does not.
"""

from __future__ import annotations

from bs4.element import Tag

from dualpress.article import Source
from dualpress.html.literals import find_front_matter
from dualpress.html.offsets import Token, TokenKind
from dualpress.site.edits import HTML_SPACE, Edits

__all__ = ["declare_charset"]


def declare_charset(edits: Edits, source: Source) -> None:
    """Let a page that declares no encoding declare its own.

    At the start of the head, since browsers look for it in the first 1024 bytes:
    https://html.spec.whatwg.org/multipage/semantics.html#charset

    Args:
        edits: of the page.
        source: what it was read from; its encoding is what the page is written in.
    """
    if source.bom or any(_declares(meta) for _, meta in edits.start_tags("meta")):
        return
    offset = _head_start(edits, source)
    newline = "\r\n" if "\r\n" in source.text else "\n"
    is_alone = source.text[offset : offset + 1] in ("\r", "\n")
    markup = f'<meta charset="{source.encoding}">'
    edits.insert(offset, f"{newline}{markup}" if is_alone else markup)


def _declares(meta: Tag) -> bool:
    if meta.get("charset") is not None:
        return True
    is_type = str(meta.get("http-equiv", "")).strip().lower() == "content-type"
    return is_type and "charset" in str(meta.get("content", "")).lower()


def _head_start(edits: Edits, source: Source) -> int:
    """Behind the start tag of the head or, without one, before the first content."""
    found = find_front_matter(source.text)
    start = found.end if found else 0
    for token in edits.page.tokens:
        if token.span.end <= start:
            continue
        if not _comes_before_head(token):
            return token.span.start
        start = token.span.end
        if token.name == "head":
            break
    return start


def _comes_before_head(token: Token) -> bool:
    if token.kind is TokenKind.START_TAG:
        return token.name in ("html", "head")
    if token.kind is TokenKind.TEXT:
        return not token.data.strip(HTML_SPACE)
    return token.kind in (TokenKind.DOCTYPE, TokenKind.COMMENT)
