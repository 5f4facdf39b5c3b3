"""The segments of a page, in reading order: its runs, its attributes, its head."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import regex
from bs4.element import Tag

from dualpress.article import (
    Block,
    Segment,
    SegmentKey,
    SegmentKind,
    Slot,
    Span,
    escape_tags,
    plain_text,
)
from dualpress.html.attributes import Attribute, find_attributes
from dualpress.html.flow import cut_sentences
from dualpress.html.inline import clean_text
from dualpress.html.literals import FrontMatter, Literal, find_json_strings
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import Policy, Regions, kind_of
from dualpress.html.runs import Run, find_runs

__all__ = ["Extractor", "is_translatable_attribute"]

SentenceSpans = Callable[[str], Sequence[tuple[int, int]]]

_ATTRIBUTES = frozenset("alt aria-description aria-label label placeholder summary title".split())
_META = frozenset(
    "description keywords og:title og:description og:image:alt og:site_name "
    "twitter:title twitter:description twitter:image:alt".split()
)
_JSON_LD_KEYS = frozenset({"headline", "alternativeHeadline", "description", "name"})
_ARTICLE_TYPES = frozenset(
    "Article AnalysisNewsArticle BlogPosting NewsArticle OpinionNewsArticle Report "
    "ScholarlyArticle SocialMediaPosting TechArticle WebPage".split()
)
_WITHOUT_LETTERS = regex.compile(r"[^\p{L}]*")
_NO_WORD = regex.compile(
    # an address, or a point in time as machines write it
    r"(?:\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?|[a-z][a-z0-9+.-]*://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    regex.IGNORECASE,
)


class Extractor:
    """Finds the segments and blocks of one page.

    Args:
        page: the parsed page.
        policy: what is text.
        regions: the same for this page.
        sentence_spans: where the sentences of a plain text stand.
        is_foreign: whether a text is already in the language to translate into.
    """

    def __init__(
        self,
        page: Page,
        policy: Policy,
        regions: Regions,
        *,
        sentence_spans: SentenceSpans,
        is_foreign: Callable[[str], bool],
    ) -> None:
        self._page = page
        self._policy = policy
        self._regions = regions
        self._sentence_spans = _one_span if policy.whole_blocks else sentence_spans
        self._is_foreign = is_foreign
        self._counts: Counter[SegmentKind] = Counter()
        self._used_tags: set[Span] = set()
        self.blocks: list[Block] = []

    def segments(self, front_matter: FrontMatter | None) -> Iterator[Segment]:
        """Yield all segments, in no order; fills ``blocks``."""
        yield from self._fields(front_matter)
        for run in find_runs(self._page, self._regions):
            yield from self._block(run)
        for index, token in enumerate(self._page.tokens):
            if token.kind is TokenKind.START_TAG and token.element is not None:
                yield from self._attributes(token, token.element)
                if _is_json_ld(token.element):
                    yield from self._json_ld(index)

    def _block(self, run: Run) -> Iterator[Segment]:
        pieces = [
            piece
            for piece in cut_sentences(run.items, self._page.text, self._sentence_spans)
            if self._is_text(plain_text(piece.source))
        ]
        if not pieces:
            return
        kind = kind_of(run.element)
        slot = Slot.TEXT
        number: int | None = None
        if kind is SegmentKind.TITLE:
            slot = Slot.RAW_TEXT
        else:
            number = len(self.blocks) + 1
            span = Span(pieces[0].span.start, pieces[-1].span.end)
            self.blocks.append(Block(number, kind, span, self._own_tag(run.element)))
        label = self._label(kind)
        context, comment = _annotations(run.element)
        for index, piece in enumerate(pieces, 1):
            yield Segment(
                key=SegmentKey(context, piece.source),
                kind=kind,
                label=f"{label} sentence {index}" if len(pieces) > 1 else label,
                span=piece.span,
                line=self._page.line(piece.span.start),
                slot=slot,
                block=number,
                inlines=piece.inlines,
                comment=comment,
            )

    def _own_tag(self, element: Tag | None) -> Span | None:
        """The start tag of a block's element, for the first block that stands in it."""
        token = self._page.start_tags.get(id(element))
        if token is None or token.span in self._used_tags or token.name in ("body", "html"):
            return None
        self._used_tags.add(token.span)
        return token.span

    def _label(self, kind: SegmentKind) -> str:
        if kind is SegmentKind.TITLE:
            return kind.value
        self._counts[kind] += 1
        return f"{kind.value} {self._counts[kind]}"

    def _is_text(self, text: str) -> bool:
        if _WITHOUT_LETTERS.fullmatch(text) or self._is_foreign(text):
            return False
        return not all(_NO_WORD.fullmatch(word) for word in text.split())

    def _attributes(self, token: Token, element: Tag) -> Iterator[Segment]:
        if not self._regions.is_text(element):
            return
        for attribute in find_attributes(self._page.raw(token.span), token.span.start):
            if attribute.value is None:
                continue
            kind = _attribute_kind(element, attribute.name)
            if kind is not None:
                yield from self._attribute(element, attribute, attribute.value, kind)

    def _attribute(
        self, element: Tag, attribute: Attribute, value: Span, kind: SegmentKind
    ) -> Iterator[Segment]:
        text = clean_text(str(element.get(attribute.name, "")))
        if not self._is_text(text):
            return
        context, comment = _annotations(element)
        name = element.get("name") or element.get("property")
        what = f"{name} of the page" if element.name == "meta" else f"{attribute.name} text"
        yield Segment(
            key=SegmentKey(context, escape_tags(text)),
            kind=kind,
            label=what if element.name == "meta" else f"{what} of <{element.name}>",
            span=value,
            line=self._page.line(value.start),
            slot=Slot.ATTRIBUTE,
            comment=comment,
        )

    def _json_ld(self, index: int) -> Iterator[Segment]:
        tokens = self._page.tokens
        following = tokens[index + 1 : index + 2]
        if not following or following[0].kind is not TokenKind.TEXT:
            return
        start = following[0].span.start
        try:
            literals, _ = find_json_strings(self._page.text, start)
        except (ValueError, RecursionError):
            return  # what no search engine can read either is left as it is
        types = {
            literal.path[:-1]
            for literal in literals
            if literal.value in _ARTICLE_TYPES and _names_type(literal)
        }
        for literal in literals:
            if literal.path and literal.path[-1] in _JSON_LD_KEYS and literal.path[:-1] in types:
                yield from self._literal(literal, f"{literal.path[-1]} for search engines")

    def _fields(self, front_matter: FrontMatter | None) -> Iterator[Segment]:
        for literal in front_matter.literals if front_matter else ():
            if literal.path[0] in self._policy.fields:
                yield from self._literal(literal, f"{literal.path[0]} of the post")

    def _literal(self, literal: Literal, label: str) -> Iterator[Segment]:
        text = clean_text(literal.value)
        if self._is_text(text):
            is_title = literal.path[-1] in ("title", "headline", "name")
            yield Segment(
                key=SegmentKey(None, escape_tags(text)),
                kind=SegmentKind.TITLE if is_title else SegmentKind.DESCRIPTION,
                label=label,
                span=literal.span,
                line=self._page.line(literal.span.start),
                slot=literal.slot,
            )


def _one_span(text: str) -> list[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [(start, end)] if start < end else []


def _names_type(literal: Literal) -> bool:
    """Whether a string is the ``@type`` of an object, or in its list of types."""
    return literal.path[-1:] == ("@type",)


def _is_json_ld(element: Tag) -> bool:
    return element.name == "script" and element.get("type") == "application/ld+json"


def is_translatable_attribute(element: Tag, name: str) -> bool:
    """Whether an attribute of an element holds text for a reader."""
    return _attribute_kind(element, name) is not None


def _attribute_kind(element: Tag, name: str) -> SegmentKind | None:
    """What an attribute's text is on the page; ``None`` if it is no text."""
    if name == "content" and element.name == "meta":
        label = str(element.get("name") or element.get("property") or "").lower()
        if label not in _META:
            return None
        return SegmentKind.TITLE if label.endswith("title") else SegmentKind.DESCRIPTION
    if name == "value" and element.name == "input":
        is_button = str(element.get("type", "")).lower() in ("submit", "button", "reset")
        return SegmentKind.CONTROL if is_button else None
    return SegmentKind.ATTRIBUTE if name in _ATTRIBUTES else None


def _annotations(element: Tag | None) -> tuple[str | None, str | None]:
    """``data-translate-context`` and ``data-translate-comment``, inherited."""
    context: str | None = None
    comment: str | None = None
    while element is not None:
        context = context or _text_of(element, "data-translate-context")
        comment = comment or _text_of(element, "data-translate-comment")
        element = element.parent
    return context, comment


def _text_of(element: Tag, name: str) -> str | None:
    value = element.get(name)
    return clean_text(value) or None if isinstance(value, str) else None
