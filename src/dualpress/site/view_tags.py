"""Links and pictures of a page as its side-by-side view has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bs4.element import Tag

from dualpress.article import Segment, SegmentKind, Span
from dualpress.html.offsets import Page, parse
from dualpress.html.read import page_of
from dualpress.site.edits import Edits
from dualpress.site.links import Place, rebase_links
from dualpress.site.own_address import split_url
from dualpress.site.shown_text import ShownText

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["ViewTags"]

_LEADING_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
"""Of links that lead somewhere; a script of a page does not run in its view."""

_UNSEEN_SIZES = frozenset({"0", "1"})
"""Of pictures that count readers."""


class ViewTags:
    """Finds where the tags of a page lead from its side-by-side view.

    Args:
        text: what its pages show.
        place: of the view, as if it were the page in one of its languages.

    Attributes:
        media: the files of the posts folder that its pictures and links need.
    """

    def __init__(self, text: ShownText, place: Place) -> None:
        self._text = text
        self._place = place
        self._page: Page = page_of(text.article)
        edits = Edits(self._page)
        self.media = rebase_links(edits, place)
        self._patches = sorted(edits.patches(), key=lambda patch: patch.span.start)

    def link(self, tag: Span) -> str | None:
        """Where a link leads, by its start tag; ``None`` where that is nowhere."""
        link = self._attributes(tag).get("href", "").strip()
        if not link or split_url(link)[0] not in _LEADING_SCHEMES:
            return None
        if link.startswith("#"):  # what it leads to stands on the page alone
            context = self._place.context
            return context.link(self._place.article.path(context.language)) + link
        return self._resolved(link)

    def picture(self, tag: Span) -> Markup:
        """A picture, by its start tag; empty where there is nothing to see."""
        from markupsafe import Markup

        told = _as_loaded(self._attributes(tag))
        if "src" not in told or {told.get("width"), told.get("height")} & _UNSEEN_SIZES:
            return Markup()
        told["src"] = self._resolved(told["src"])
        told["alt"] = self._alternative(tag, told.get("alt", ""))
        names = ("src", "srcset", "sizes", "width", "height", "alt")
        shown = (Markup(' {}="{}"').format(name, told[name]) for name in names if name in told)
        return Markup("<img{}>").format(Markup().join(shown))

    def _resolved(self, url: str) -> str:
        """An address of the page, which may say what its addresses are relative to."""
        return urljoin(self._base, url) if self._base else url

    @cached_property
    def _base(self) -> str:
        base = self._page.soup.find("base", href=True)
        return str(base["href"]) if isinstance(base, Tag) else ""

    def _attributes(self, tag: Span) -> dict[str, str]:
        """What a start tag says, its addresses as they are to stand in the view."""
        source = "".join(self._rebased(tag))
        node = next((token.node for token in parse(source).tokens if token.node), None)
        return dict(node.attributes) if node else {}

    def _rebased(self, tag: Span) -> Iterator[str]:
        position = tag.start
        first = bisect_left(self._patches, tag.start, key=lambda patch: patch.span.start)
        for patch in self._patches[first:]:
            if patch.span.end > tag.end:
                break
            yield self._page.text[position : patch.span.start]
            yield from map(str, patch.pieces)
            position = patch.span.end
        yield self._page.text[position : tag.end]

    def _alternative(self, tag: Span, source: str) -> str:
        """What is said in place of a picture, translated where it is in the translated page."""
        if self._place.context.language is self._text.article.language:
            return source
        for segment in self._attribute_texts:
            if tag.start <= segment.span.start < tag.end and segment.source == source.strip():
                return self._text.translations.get(segment.key, source)
        return source

    @cached_property
    def _attribute_texts(self) -> list[Segment]:
        segments = self._text.article.segments
        return [segment for segment in segments if segment.kind is SegmentKind.ATTRIBUTE]


def _as_loaded(told: Mapping[str, str]) -> dict[str, str]:
    """A picture's attributes; from others where a script is to load it later (“lazy loading”)."""
    shown = dict(told)
    is_placeholder = not told.get("src") or split_url(told["src"])[0] == "data"
    for name in ("src", "srcset"):
        if is_placeholder and told.get(f"data-{name}"):
            shown[name] = told[f"data-{name}"]
    return {name: value for name, value in shown.items() if value or name not in ("src", "srcset")}
