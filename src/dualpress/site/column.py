"""One language of the side-by-side view: the sentences of an article as HTML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dualpress.article import Inline, Segment, Span, split_tags
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.read import page_of
from dualpress.html.tree import Node
from dualpress.site.links import Place
from dualpress.site.shown_text import ShownText
from dualpress.site.view_tags import ViewTags

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["WITHOUT_TEXT", "Column"]

# What changes how words are read, and needs no attribute for that.
_KEPT_TAGS = frozenset("b cite code em i kbd mark q s samp small strong sub sup u var".split())

WITHOUT_TEXT = frozenset("noscript script style template title".split())
"""Elements whose text no reader sees."""


class Column:
    """Writes an article's text in one language.

    Args:
        text: what its pages show.
        place: of the view, as if it were the page in the column's language.

    Attributes:
        tags: where its links and pictures lead.
    """

    def __init__(self, text: ShownText, place: Place) -> None:
        self.tags = ViewTags(text, place)
        self._text = text
        self._is_translation = place.context.language is not text.article.language
        self._page: Page = page_of(text.article)

    def passage(self, segments: Sequence[Segment]) -> Markup:
        """The sentences of a block with what stands between them: a space, a number, a break."""
        from markupsafe import Markup

        parts = [self._sentence(segments[0])]
        for before, segment in pairwise(segments):
            between = Span(before.span.end, segment.span.start)
            parts += [self._kept(between) or Markup(" "), self._sentence(segment)]
        return Markup().join(parts).strip()

    def _sentence(self, segment: Segment) -> Markup:
        from markupsafe import Markup

        if not self._is_translation:
            return self._wrapped(segment, segment.source)
        if segment.key in self._text.joined:
            return Markup()
        target = self._text.translations.get(segment.key)
        if target is not None:
            return self._wrapped(segment, target)
        source = self._wrapped(segment, segment.source)
        return Markup('<span lang="{}">{}</span>').format(self._text.article.language.value, source)

    def _wrapped(self, segment: Segment, tagged: str) -> Markup:
        """A sentence, in the elements that stand around all of it."""
        markup = self._with_tags(segment, tagged)
        for name, tag in self._around(segment.span) if markup else ():
            opening = self._opening(name, tag)
            if opening:
                markup = opening + markup + _closing(name)
        return markup

    def _around(self, span: Span) -> Iterator[tuple[str, Span]]:
        """The elements that a sentence stands in, the innermost first, with their start tags."""
        token = self._page.tokens[bisect_right(self._starts, span.start) - 1]
        node: Node | None = token.node
        if node is not None and token.kind is TokenKind.START_TAG:
            node = node.parent
        while node is not None:
            opening = self._page.node_starts.get(id(node))
            if opening is not None:
                yield node.name, opening.span
            node = node.parent

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._page.tokens]

    def _with_tags(self, segment: Segment, tagged: str) -> Markup:
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
        if not inline.is_pair:
            return self._kept(inline.opening)
        opening = self._opening(inline.name, inline.opening)
        return _closing(inline.name) if is_end and opening else opening

    def _opening(self, name: str, tag: Span) -> Markup:
        """The start tag of what the view has too; empty for all else."""
        from markupsafe import Markup

        if name in _KEPT_TAGS:
            return Markup("<{}>").format(name)
        link = self.tags.link(tag) if name == "a" else None
        return Markup('<a href="{}">').format(link) if link else Markup()

    def _kept(self, span: Span) -> Markup:
        """What a reader sees of source that is no part of a translation."""
        from markupsafe import Markup, escape

        raw = self._page.raw(span)
        if "<" not in raw and "&" not in raw:
            return escape(raw)
        parsed = parse(raw)
        names = {token.name for token in parsed.tokens if token.kind is TokenKind.START_TAG}
        if "br" in names:
            return Markup("<br>")
        if parsed.tokens and parsed.tokens[0].name == "img":
            return self.tags.picture(span)
        texts = (token for token in parsed.tokens if token.kind is TokenKind.TEXT)
        shown = (t.data for t in texts if t.node is not None and t.node.name not in WITHOUT_TEXT)
        return escape("".join(shown))


def _closing(name: str) -> Markup:
    from markupsafe import Markup

    return Markup("</{}>").format(name)
