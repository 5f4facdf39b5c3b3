"""The segments of a page, in reading order: its runs, its attributes, its head."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import regex

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
from dualpress.html.json_ld import article_texts, find_json_ld
from dualpress.html.literals import FrontMatter, Literal
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import Policy, Regions, kind_of
from dualpress.html.runs import Run, find_runs
from dualpress.html.tree import Node
from dualpress.html.values import read_value, without_marks
from dualpress.text.addresses import is_address

__all__ = ["Extractor", "is_translatable_attribute"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_START_TAG = TokenKind.START_TAG
_TITLE, _CAPTION, _ATTRIBUTE = SegmentKind.TITLE, SegmentKind.CAPTION, SegmentKind.ATTRIBUTE
_TEXT, _RAW_TEXT = Slot.TEXT, Slot.RAW_TEXT

SentenceSpans = Callable[[str], Sequence[tuple[int, int]]]

_ATTRIBUTES = frozenset("alt aria-description aria-label label placeholder summary title".split())
_META = frozenset(
    "description keywords og:title og:description og:image:alt og:site_name "
    "twitter:title twitter:description twitter:image:alt".split()
)
_LABELS = _ATTRIBUTES | {"content", "value"}
_LETTER = regex.compile(r"\p{L}")
# A first word of letters and signs alone, which is no address.
_BEGINS_WITH_WORD = re.compile(r"[A-Za-z\u0904-\u0939][A-Za-z\u0900-\u0963]*(?:\s|\Z)")
# As machines write a point in time.
_TIMESTAMP = regex.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?", regex.IGNORECASE)
# What cameras and telephones call a picture, and editors leave as its description.
_FILE_NAME = regex.compile(
    r"[\w()%+-]+\.(?:avif|gif|jpe?g|pdf|png|svg|webp)|(?:dsc[nf]?|img|pxl|vid)[_-]?\d\w*",
    regex.IGNORECASE,
)
_MARKS = "()[]<>{}.,;:|–—-“”‘’\"'।"


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
        self._annotations: dict[int, tuple[str | None, str | None]] = {}
        self._is_annotated = "data-translate-" in page.text.lower()
        self._with_block: set[int] = set()
        self.blocks: list[Block] = []

    def segments(self, front_matter: FrontMatter | None) -> list[Segment]:
        """All segments, in no order; fills ``blocks``."""
        found = [*self._fields(front_matter)]
        for run in find_runs(self._page, self._regions):
            found += self._block(run)
        found += self._json_ld()
        for token in self._page.tokens:
            element = token.node
            if token.kind is not _START_TAG or element is None or not element.attributes:
                continue
            named = self._regions.named_attributes(element)
            if (named or _is_labelled(element)) and not self._regions.is_switched_off(token):
                found += self._attributes(token, element, named)
        return found

    def _block(self, run: Run) -> list[Segment]:
        kind = _CAPTION if run.is_caption else kind_of(run.element)
        # A title is one line to every program that shows it.
        sentence_spans = _one_span if kind is _TITLE else self._sentence_spans
        pieces = [
            piece
            for piece in cut_sentences(run.items, self._page.text, sentence_spans)
            if self._may_be_text(plain_text(piece.source), kind)
        ]
        if not pieces:
            return []
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        number = self._number_block(kind, span, run.element)
        label = self._label(kind, run.element)
        labels = [label]
        if len(pieces) > 1:
            labels = [f"{label} sentence {index + 1}" for index in range(len(pieces))]
        context, comment = self._annotated(run.element)
        return [
            Segment(
                SegmentKey(context, piece.source),
                kind,
                label,
                piece.span,
                self._page.line(piece.span.start),
                _RAW_TEXT if kind is _TITLE else _TEXT,
                number,
                piece.inlines,
                comment,
            )
            for piece, label in zip(pieces, labels, strict=True)
        ]

    def _own_tag(self, element: Node | None) -> Span | None:
        """The start tag of a block's element, for the first block that stands in it."""
        token = self._page.node_starts.get(id(element))
        if token is None or id(element) in self._with_block or token.name in ("body", "html"):
            return None
        self._with_block.add(id(element))
        return token.span

    def _number_block(self, kind: SegmentKind, span: Span, element: Node | None) -> int | None:
        """Note a block; the page's title and the title of a drawing are none."""
        if kind is _TITLE or kind is _ATTRIBUTE:
            return None
        number = len(self.blocks) + 1
        self.blocks.append(Block(number, kind, span, self._own_tag(element)))
        return number

    def _label(self, kind: SegmentKind, element: Node | None) -> str:
        if kind is _TITLE:
            return kind.value
        if kind is _ATTRIBUTE and element is not None:
            return f"{element.name} of <svg>"
        self._counts[kind] += 1
        return f"{kind} {self._counts[kind]}"

    def is_text(self, text: str) -> bool:
        """Whether a plain text has words, and not in the language to translate into."""
        return _has_words(text) and not self._is_foreign(text)

    def _may_be_text(self, text: str, kind: SegmentKind) -> bool:
        """Whether it is text, or a title that may be so in part: beside a foreign name."""
        return _has_words(text) if kind is _TITLE else self.is_text(text)

    def _attributes(self, token: Token, element: Node, named: frozenset[str]) -> Iterator[Segment]:
        if not self._regions.has_text_attributes(element):
            return
        for attribute in find_attributes(self._page.raw(token.span), token.start):
            if attribute.value is None:
                continue
            kind = _attribute_kind(element.name, attribute.name, element.attributes)
            if kind is None and attribute.name in named and "http-equiv" not in element.attributes:
                kind = SegmentKind.ATTRIBUTE
            if kind is not None:
                yield from self._attribute(element, attribute, attribute.value, kind)

    def _attribute(
        self, element: Node, attribute: Attribute, value: Span, kind: SegmentKind
    ) -> Iterator[Segment]:
        attributes = element.attributes
        shown = attributes.get(attribute.name, "")
        source, inlines = read_value(self._page.raw(value), value.start, shown)
        if not self._may_be_text(plain_text(source), kind):
            return
        context, comment = self._annotated(element)
        name = attributes.get("name") or attributes.get("property") or attribute.name
        what = f"{name} of the page" if element.name == "meta" else f"{attribute.name} text"
        yield Segment(
            key=SegmentKey(context, source),
            kind=kind,
            label=what if element.name == "meta" else f"{what} of <{element.name}>",
            span=value,
            line=self._page.line(value.start),
            slot=Slot.ATTRIBUTE,
            inlines=inlines,
            comment=comment,
        )

    def _json_ld(self) -> Iterator[Segment]:
        for script, literals in find_json_ld(self._page):
            if not self._regions.is_switched_off(script):
                for literal in article_texts(literals):
                    yield from self._literal(literal, f"{literal.path[-1]} for search engines")

    def _annotated(self, element: Node | None) -> tuple[str | None, str | None]:
        """``data-translate-context`` and ``data-translate-comment``, inherited."""
        if not self._is_annotated:
            return None, None
        path: list[Node] = []
        while element is not None and id(element) not in self._annotations:
            path.append(element)
            element = element.parent
        context, comment = self._annotations[id(element)] if element is not None else (None, None)
        for node in reversed(path):
            context = _text_of(node, "data-translate-context") or context
            comment = _text_of(node, "data-translate-comment") or comment
            self._annotations[id(node)] = (context, comment)
        return context, comment

    def _fields(self, front_matter: FrontMatter | None) -> Iterator[Segment]:
        for literal in front_matter.literals if front_matter else ():
            if literal.path[0] in self._policy.fields:
                yield from self._literal(literal, f"{literal.path[0]} of the post")

    def _literal(self, literal: Literal, label: str) -> Iterator[Segment]:
        text = clean_text(_resolved(literal.value) if literal.slot is Slot.JSON else literal.value)
        if self.is_text(without_marks(text)):
            is_title = literal.path[-1] in ("title", "headline", "name")
            yield Segment(
                key=SegmentKey(None, escape_tags(text)),
                kind=SegmentKind.TITLE if is_title else SegmentKind.DESCRIPTION,
                label=label,
                span=literal.span,
                line=self._page.line(literal.span.start),
                slot=literal.slot,
            )


def _resolved(text: str) -> str:
    """What plugins mean that write character references into JSON; markup stays as it is."""
    resolved = html.unescape(text)
    return text if set("<&").intersection(resolved) else resolved


def _has_words(text: str) -> bool:
    if _BEGINS_WITH_WORD.match(text):
        return True
    if not _LETTER.search(text):
        return False
    words = (word.strip(_MARKS) for word in text.split())
    return any(word and (word.isalpha() or not _is_no_word(word)) for word in words)


def _is_no_word(word: str) -> bool:
    return is_address(word) or any(
        pattern.fullmatch(word) is not None for pattern in (_TIMESTAMP, _FILE_NAME)
    )


def _one_span(text: str) -> list[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [(start, end)] if start < end else []


def _is_labelled(element: Node) -> bool:
    """Whether it has an attribute that may be text; that of most pictures is empty."""
    attributes = element.attributes
    return any(attributes[name] for name in _LABELS.intersection(attributes))


def is_translatable_attribute(element: str, name: str, attributes: Mapping[Any, Any]) -> bool:
    """Whether an attribute holds text for a reader.

    Args:
        element: the name of its element.
        name: of the attribute, in lower case.
        attributes: all of its element.
    """
    return _attribute_kind(element, name, attributes) is not None


def _attribute_kind(element: str, name: str, attributes: Mapping[Any, Any]) -> SegmentKind | None:
    """What an attribute's text is on the page; ``None`` if it is no text."""
    if name == "content" and element == "meta":
        label = str(attributes.get("name") or attributes.get("property") or "").lower()
        if label not in _META:
            return None
        return SegmentKind.TITLE if label.endswith("title") else SegmentKind.DESCRIPTION
    if name == "value" and element == "input":
        is_button = str(attributes.get("type", "")).lower() in ("submit", "button", "reset")
        return SegmentKind.CONTROL if is_button else None
    # The title of a `link` names a feed or a set of style sheets, which no page shows.
    return SegmentKind.ATTRIBUTE if name in _ATTRIBUTES and element != "link" else None


def _text_of(element: Node, name: str) -> str | None:
    return clean_text(element.attributes.get(name, "")) or None
