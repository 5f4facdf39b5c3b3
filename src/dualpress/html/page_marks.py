"""The marks of other programs in the text of a page, and which of them are whole.

A mark with a tag in it (``{{< figure src="<b>" >}}``) is no piece of one text:
to the parser it is several. Nothing of such a mark is translated, and it parts
the text, so that nothing is moved into it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice

from dualpress.article import Span
from dualpress.html.marks import Place, find_marks, has_marks
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import is_inline
from dualpress.html.shortcodes import CAPTIONS
from dualpress.html.signs import Mark, MarkKind

__all__ = ["PageMarks"]


class PageMarks:
    """The marks of a page.

    Args:
        page: that they stand in.
        shown: those of its texts that are text to a reader.
    """

    def __init__(self, page: Page, shown: Iterable[Token]) -> None:
        self._marks: list[Mark] = []
        if has_marks(page.text):
            ids = {id(token) for token in shown}
            found = find_marks(page.text, _places(page, ids))
            self._marks = list(_whole_or_in_parts(found, page.tokens, ids))
        self._ends = [mark.span.end for mark in self._marks]
        self._captions = list(_captions(page.text, self._marks))
        self._caption_starts = [span.start for span in self._captions]

    def __bool__(self) -> bool:
        return bool(self._marks)

    def cut(self, span: Span) -> Iterator[Span | Mark]:
        """Yield the marks of a text, and what is left of it between them.

        A mark that reaches over several texts belongs to the first.
        """
        position, end = span
        index = bisect_right(self._ends, position)
        while index < len(self._marks) and self._marks[index].span.start < end:
            mark = self._marks[index]
            if position < mark.span.start:
                yield Span(position, mark.span.start)
            if span.start <= mark.span.start:
                yield mark
            position = mark.span.end
            index += 1
        if position < end:
            yield Span(position, end)

    def is_caption(self, offset: int) -> bool:
        """Whether an offset stands between ``[caption]`` and ``[/caption]``."""
        index = bisect_right(self._caption_starts, offset) - 1
        return index >= 0 and offset < self._captions[index].end


def _places(page: Page, shown: set[int]) -> Iterator[Place]:
    """Yield the texts with a sign of a mark, each to reach as far as its sentence may."""
    limit = 0
    for index, token in enumerate(page.tokens):
        if id(token) not in shown:
            continue
        if has_marks(page.text[token.start : token.end + 1]):  # the `<` of `<%` is a text alone
            if token.start >= limit:
                limit = _end_of_sentence(page, index, shown)
            yield Place(token.start, token.end, limit)


def _end_of_sentence(page: Page, index: int, shown: set[int]) -> int:
    """Where what a text stands in ends, which no tag parts."""
    end = page.tokens[index].end
    for token in islice(page.tokens, index + 1, None):
        # Where `{{<figure>}}` is written without a space, its name is a tag.
        if not (
            id(token) in shown or _is_inline(token) or page.text.endswith("{{", 0, token.start)
        ):
            break
        end = token.end
    return end


def _is_inline(token: Token) -> bool:
    is_tag = token.kind in (TokenKind.START_TAG, TokenKind.END_TAG)
    return token.kind is TokenKind.COMMENT or (is_tag and is_inline(token.name))


def _whole_or_in_parts(marks: list[Mark], tokens: list[Token], shown: set[int]) -> Iterator[Mark]:
    """Yield each mark that stands in texts alone, and of others the parts that are text."""
    ends = [token.end for token in tokens]
    starts = [token.start for token in tokens]
    for mark in marks if tokens else ():
        held = tokens[bisect_right(ends, mark.span.start) : bisect_left(starts, mark.span.end)]
        if all(id(token) in shown and token.node is held[0].node for token in held):
            yield mark
            continue
        for start, end in (token.span for token in held if id(token) in shown):
            span = Span(max(start, mark.span.start), min(end, mark.span.end))
            yield Mark(span, mark.name, MarkKind.PART)


def _captions(text: str, marks: list[Mark]) -> Iterator[Span]:
    """Yield what stands between each opening caption mark and the closing one after it."""
    start: int | None = None
    for mark in (mark for mark in marks if mark.name in CAPTIONS):
        if not text.startswith("[/", mark.span.start):
            start = mark.span.end
        elif start is not None:
            yield Span(start, mark.span.start)
            start = None
