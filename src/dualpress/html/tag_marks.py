"""Tags and comments that end earlier to a browser than to the program that their marks are for.

``<a href="{{< relref "b.md" >}}">`` ends for a parser at the first ``>``, and
``}}">`` is text to it. A site generator replaces the mark first, so that the
tag ends where its author closed it.
"""

from __future__ import annotations

import re

from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.templates import read_template_mark

__all__ = ["end_as_written"]

_OPENING = re.compile(r"\{[{%#]|<(?:%|\?(?:php|=))")
_IN_TAG = re.compile(r"""=\s*["']|[{<>"']""")


def end_as_written(page: Page, token: Token, limit: int) -> int:
    """Where a tag or a comment ends to its author.

    Args:
        page: that it stands in.
        token: a tag or a comment.
        limit: that no mark in it reaches beyond, PHP's aside.

    Returns:
        The end of the token, or an offset behind it: of the ``>`` that closes
        the tag, or if there is none, of the last mark that begins in it.
    """
    text = page.text
    if _OPENING.search(text, token.start, token.end) is None:
        return token.end
    if token.kind is not TokenKind.COMMENT:
        return _end_of_tag(text, token, limit)
    return _end_of_comment(text, token, limit)


def _end_of_comment(text: str, token: Token, limit: int) -> int:
    """To a parser ``<?php … >`` is a comment too; PHP goes on to its ``?>``."""
    end = position = token.start
    while opening := _OPENING.search(text, position, token.end):
        position = end = _end_of_mark(text, opening.start(), limit) or end
        position = max(position, opening.end())
    return max(end, token.end)


def _end_of_tag(text: str, token: Token, limit: int) -> int:
    end, position, quote = token.end, token.start + 1, ""
    while sign := _IN_TAG.search(text, position, max(limit, end)):
        position = sign.end()
        mark, found = sign[0][-1], sign.start()
        mark_end = _end_of_mark(text, found, limit) if mark in "{<" else None
        if mark_end is not None:
            position = mark_end
            end = max(end, mark_end if found < token.end else 0)
        elif mark == "<":
            break
        elif mark == ">" and not quote:
            return max(position, token.end)
        elif mark == quote:
            quote = ""
        elif not quote and len(sign[0]) > 1:
            quote = mark
    return end


def _end_of_mark(text: str, start: int, limit: int) -> int | None:
    is_php = text.startswith("<?", start)
    mark = read_template_mark(text, start, len(text) if is_php else limit)
    return mark.span.end if mark is not None else None
