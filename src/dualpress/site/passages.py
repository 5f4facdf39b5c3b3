"""The text of an article, block by block, in both of its languages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from dualpress.article import Article, Inline, Segment, SegmentKey, SegmentKind, Span, split_tags
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.read import page_of
from dualpress.html.tree import Node

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Passage", "find_passages"]

# What changes how words are read, and needs no attribute for that.
_KEPT_TAGS = frozenset("b cite code em i kbd mark q s samp small strong sub sup u var".split())
_WITHOUT_TEXT = frozenset("noscript script style template title".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# What stands beside an article on its page.
_BESIDE = frozenset("aside dialog footer nav".split())
_BESIDE_ROLES = frozenset("banner complementary contentinfo navigation search".split())
_BREAK = re.compile(r"<br\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article.

    Args:
        number: that it has on both pages (``data-dp``).
        level: of a heading; 0 for what is none.
        is_item: whether it is an item of a list.
        source: its text as the author wrote it.
        target: its text on the translated page.
    """

    number: int
    level: int
    is_item: bool
    source: Markup
    target: Markup


def find_passages(
    article: Article, translations: Mapping[SegmentKey, str], joined: Collection[SegmentKey]
) -> Iterator[Passage]:
    """Yield the blocks of an article in reading order, but for menus and margins.

    Args:
        article: as it was read.
        translations: what the translated page shows of its segments; of others
            it shows the source.
        joined: segments whose text stands in the sentence above.
    """
    return _Passages(article, translations, joined).find()


class _Passages:
    def __init__(
        self,
        article: Article,
        translations: Mapping[SegmentKey, str],
        joined: Collection[SegmentKey],
    ) -> None:
        self._article = article
        self._translations = translations
        self._joined = joined
        self._page: Page = page_of(article)

    def find(self) -> Iterator[Passage]:
        blocks = {block.number: block for block in self._article.blocks}
        inside = [segment for segment in self._article.segments if segment.block in blocks]
        for number, group in groupby(inside, attrgetter("block")):
            elements = list(self._elements_around(blocks[number].span))
            segments = list(group)
            if any(map(_is_beside, elements)):
                continue
            yield Passage(
                number=number,
                level=next((_HEADINGS[e.name] for e in elements if e.name in _HEADINGS), 0),
                is_item=blocks[number].kind is SegmentKind.ITEM,
                source=self._text(segments, [self._sentence(s, s.source) for s in segments]),
                target=self._text(segments, [self._translated(s) for s in segments]),
            )

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._page.tokens]

    def _elements_around(self, span: Span) -> Iterator[Node]:
        """The elements that a block stands in, the innermost first."""
        node = self._page.tokens[bisect_right(self._starts, span.start) - 1].node
        while node is not None:
            yield node
            node = node.parent

    def _text(self, segments: Sequence[Segment], sentences: Sequence[Markup]) -> Markup:
        """The sentences of a block with what stands between them: a space, a number, a break."""
        from markupsafe import Markup

        parts = [sentences[0]]
        for (before, segment), sentence in zip(pairwise(segments), sentences[1:], strict=True):
            between = Span(before.span.end, segment.span.start)
            parts += [self._kept(between) or Markup(" "), sentence]
        return Markup().join(parts).strip()

    def _translated(self, segment: Segment) -> Markup:
        from markupsafe import Markup

        if segment.key in self._joined:
            return Markup()
        target = self._translations.get(segment.key)
        if target is not None:
            return self._sentence(segment, target)
        source = self._sentence(segment, segment.source)
        return Markup('<span lang="{}">{}</span>').format(self._article.language.value, source)

    def _sentence(self, segment: Segment, tagged: str) -> Markup:
        """A sentence in the notation of PO as HTML."""
        from markupsafe import Markup, escape

        inlines = {inline.number: inline for inline in segment.inlines}
        parts: list[Markup] = []
        for text, tag in split_tags(tagged):
            parts.append(escape(text))
            if tag is not None:
                number = int(tag["g"] or tag["x"])
                parts.append(self._tag(inlines[number], is_end=bool(tag["close"])))
        return Markup().join(parts)

    def _tag(self, inline: Inline, *, is_end: bool) -> Markup:
        from markupsafe import Markup

        if not inline.is_pair:
            return self._kept(inline.opening)
        is_kept = inline.name in _KEPT_TAGS
        return Markup("<{}{}>").format("/" if is_end else "", inline.name) if is_kept else Markup()

    def _kept(self, span: Span) -> Markup:
        """What a reader sees of source that is no part of a translation."""
        from markupsafe import Markup, escape

        raw = self._page.raw(span)
        if _BREAK.search(raw):
            return Markup("<br>")
        if "<" not in raw and "&" not in raw:
            return escape(raw)
        texts = (token for token in parse(raw).tokens if token.kind is TokenKind.TEXT)
        shown = (t.data for t in texts if t.node is not None and t.node.name not in _WITHOUT_TEXT)
        return escape("".join(shown))


def _is_beside(element: Node) -> bool:
    return element.name in _BESIDE or element.attributes.get("role") in _BESIDE_ROLES
