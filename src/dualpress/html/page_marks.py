"""The marks of other programs in the text of a page, and which of them are whole.

A mark with a tag in it (``{{< figure src="<b>" >}}``) is no piece of one text:
to the parser it is several. Nothing of such a mark is translated, and it parts
the text, so that nothing is moved into it. A tag with a mark in it takes in
the text up to where its author closed it, and what stands in WordPress's
shortcode block is a mark as a whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from dualpress.article import Span
from dualpress.html.marks import Place, find_marks, has_marks, outermost
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import is_inline
from dualpress.html.shortcodes import CAPTIONS, are_shortcodes
from dualpress.html.signs import Mark, MarkKind
from dualpress.html.tag_marks import end_as_written

__all__ = ["PageMarks"]

_BLOCK = re.compile(r"\s*(?P<closing>/?)wp:shortcode\b")
_SPAN, _START = attrgetter("span"), attrgetter("span.start")


class PageMarks:
    """The marks of a page.

    Args:
        page: that they stand in.
        shown: those of its texts that are text to a reader.
        bodies: ``id(node)`` of the elements in which blank lines part paragraphs.
    """

    def __init__(self, page: Page, shown: Iterable[Token], bodies: Collection[int] = ()) -> None:
        self._marks: list[Mark] = []
        if has_marks(page.text):
            ids = {id(token) for token in shown}
            self._marks = list(_whole_or_in_parts(_all_marks(page, ids, bodies), page.tokens, ids))
        self._ends = [mark.span.end for mark in self._marks]
        self._tag_ends = dict(mark.span for mark in self._marks)
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

    def whole_tag(self, token: Token) -> Span:
        """Where a tag or a comment stands, with the text that it takes in for a mark in it."""
        return Span(token.start, self._tag_ends.get(token.start, token.end))

    def is_caption(self, offset: int) -> bool:
        """Whether an offset stands between ``[caption]`` and ``[/caption]``."""
        index = bisect_right(self._caption_starts, offset) - 1
        return index >= 0 and offset < self._captions[index].end


def _all_marks(page: Page, shown: set[int], bodies: Collection[int]) -> list[Mark]:
    """The marks of a page in order, and the tags that take in text for the sake of a mark."""
    flows = [flow for flow in _flows(page, shown) if _may_have_marks(page, flow)]
    kept = [*_shortcode_blocks(page), *_long_tags(page, flows, shown)]
    taken = list(outermost(sorted(kept, key=_SPAN)))
    places = [p for flow in flows for p in _places(page, flow, shown, taken, bodies)]
    return list(outermost(sorted([*taken, *find_marks(page.text, places)], key=_SPAN)))


def _flows(page: Page, shown: set[int]) -> Iterator[list[Token]]:
    """Yield what no tag parts: texts and inline tags, behind what parted them from the last."""
    flow: list[Token] = []
    for token in page.tokens:
        # Where `{{<figure>}}` is written without a space, its name is a tag.
        goes_on = (
            id(token) in shown or _is_inline(token) or page.text.endswith("{{", 0, token.start)
        )
        if flow and not goes_on:
            yield flow
            flow = []
        flow.append(token)
    yield flow


def _may_have_marks(page: Page, flow: list[Token]) -> bool:
    return bool(flow) and has_marks(page.text[flow[0].start : flow[-1].end])


def _shortcode_blocks(page: Page) -> Iterator[Mark]:
    """Yield what stands between ``<!-- wp:shortcode -->`` and ``<!-- /wp:shortcode -->``."""
    start: int | None = None
    for token in page.tokens:
        block = _BLOCK.match(token.data) if token.kind is TokenKind.COMMENT else None
        if block is None:
            continue
        if not block["closing"]:
            start = token.end
        elif start is not None:
            if start < token.start:
                yield Mark(Span(start, token.start), "", MarkKind.PART)
            start = None


def _long_tags(page: Page, flows: list[list[Token]], shown: set[int]) -> Iterator[Mark]:
    """Yield the tags and comments that go on behind their end, for a mark that begins in them."""
    position = 0
    for flow in flows:
        for token in flow:
            if id(token) in shown or token.kind is TokenKind.TEXT or token.start < position:
                continue
            position = end_as_written(page, token, flow[-1].end)
            if position > token.end:
                yield Mark(Span(token.start, position), "", MarkKind.PART)


def _places(
    page: Page, flow: list[Token], shown: set[int], taken: list[Mark], bodies: Collection[int]
) -> Iterator[Place]:
    """Yield the texts of a flow in which marks may begin, each to reach as far as its flow."""
    speaks = [id(token) in shown and not are_shortcodes(page.raw(token.span)) for token in flow]
    before = _spoken_before(flow, speaks)
    after = _spoken_before(flow[::-1], speaks[::-1])[::-1]
    for token, is_led, is_followed in zip(flow, before, after, strict=True):
        # The `<` of `<%` is a text alone.
        if id(token) not in shown or not has_marks(page.text[token.start : token.end + 1]):
            continue
        index = bisect_right(taken, token.start, key=_START) - 1
        start = max(token.start, taken[index].span.end if index >= 0 else 0)
        if start < token.end:
            has_paragraphs = id(token.node) in bodies
            yield Place(start, token.end, flow[-1].end, is_led, is_followed, has_paragraphs)


def _spoken_before(flow: list[Token], speaks: list[bool]) -> list[bool]:
    """Whether words stand before each token of a flow, on its line."""
    found: list[bool] = []
    is_spoken = False
    for token, is_speaking in zip(flow, speaks, strict=True):
        found.append(is_spoken)
        is_spoken = (is_spoken or is_speaking) and token.name != "br"
    return found


def _is_inline(token: Token) -> bool:
    is_tag = token.kind in (TokenKind.START_TAG, TokenKind.END_TAG)
    return token.kind is TokenKind.COMMENT or (is_tag and is_inline(token.name))


def _whole_or_in_parts(marks: list[Mark], tokens: list[Token], shown: set[int]) -> Iterator[Mark]:
    """Yield each mark that stands in texts alone, and of others the parts that are text.

    A tag may stand at the beginning of a mark, where it takes in the rest.
    """
    ends = [token.end for token in tokens]
    starts = [token.start for token in tokens]
    for mark in marks if tokens else ():
        held = tokens[bisect_right(ends, mark.span.start) : bisect_left(starts, mark.span.end)]
        is_tag = held[0].start == mark.span.start and held[0].kind is not TokenKind.TEXT
        texts = held[1:] if is_tag else held
        if all(id(token) in shown and token.node is texts[0].node for token in texts):
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
