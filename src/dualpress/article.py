"""The shared words: what every room means by article, block, segment and status.

Nothing here knows of HTML, PO or an engine. Offsets are character offsets
into ``Article.source.text``; a span is half open, ``(start, end)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

__all__ = [
    "TAG",
    "Article",
    "Block",
    "Candidate",
    "Derived",
    "Inline",
    "Language",
    "Order",
    "Origin",
    "Publish",
    "Repetition",
    "Segment",
    "SegmentKey",
    "SegmentKind",
    "Slot",
    "Source",
    "Span",
    "Status",
    "TagPlace",
    "escape_tags",
    "other",
    "plain_text",
    "split_tags",
    "unescape_tags",
]


class Language(StrEnum):
    """The two languages, by their BCP 47 codes."""

    EN = "en"
    HI = "hi"

    @property
    def english_name(self) -> str:
        """What messages call it."""
        return "English" if self is Language.EN else "Hindi"


def other(language: Language) -> Language:
    """The language that ``language`` is translated into."""
    return Language.HI if language is Language.EN else Language.EN


class Span(NamedTuple):
    """A half-open range of character offsets."""

    start: int
    end: int

    def holds(self, inner: Span) -> bool:
        """Whether another range lies in this one, ends included."""
        return self.start <= inner.start and inner.end <= self.end


class SegmentKey(NamedTuple):
    """What identifies a segment in every catalog: PO's msgctxt and msgid.

    ``context`` is ``None`` unless the page or an editor gives one.
    """

    context: str | None
    source: str


class SegmentKind(StrEnum):
    """What a segment is on its page, as a reviewer would call it."""

    TITLE = "page title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    QUOTE = "quotation"
    CONTROL = "button or menu"
    ATTRIBUTE = "attribute"
    DESCRIPTION = "description"


class Slot(StrEnum):
    """The syntax of the place where a segment stands, hence how it is escaped."""

    TEXT = "text"
    RAW_TEXT = "raw text"
    """``title`` and ``textarea``: character references, but no tags."""
    ATTRIBUTE = "attribute"
    JSON = "json"
    YAML = "yaml"


class Status(StrEnum):
    """How far a segment is; the table of states is in ``dualpress.states``."""

    UNTRANSLATED = "untranslated"
    """No translation: an empty ``msgstr``."""

    DRAFT = "draft"
    """A translation that no human confirmed: ``fuzzy``."""

    REVIEWED = "reviewed"
    """A human confirmed it: a ``msgstr`` without ``fuzzy``."""

    STALE = "stale"
    """Reviewed, then the source was edited: ``fuzzy`` with ``#|``."""

    JOINED = "joined"
    """The reviewer put it into the sentence above: ``msgstr "^"``."""

    OBSOLETE = "obsolete"
    """No longer on the page: ``#~``."""

    @property
    def is_confirmed(self) -> bool:
        """Whether a human stands behind what is shown."""
        return self in _CONFIRMED


# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_CONFIRMED = (Status.REVIEWED, Status.JOINED)


class Publish(StrEnum):
    """Which articles a build publishes."""

    REVIEWED = "reviewed"
    """Only articles whose every segment a human confirmed."""

    ALL = "all"
    """All; what no human confirmed carries a notice and ``noindex``."""


class Order(StrEnum):
    """In which order a reviewer is given what waits."""

    PLACE = "place"
    """As the articles and their pages have it."""

    CONFIDENCE = "confidence"
    """What is probably worst comes first."""


@dataclass(frozen=True, slots=True)
class Inline:
    """One inline tag of a segment, written ``<g1>…</g1>`` or ``<x2/>``.

    Args:
        number: counted from 1 in the order of the source.
        name: the element's name, for the reviewer (``a``, ``strong``, ``br``).
        opening: where the start tag, or the whole standalone piece, stands.
        closing: where the end tag stands; ``None`` for a standalone piece.
    """

    number: int
    name: str
    opening: Span
    closing: Span | None = None

    @property
    def is_pair(self) -> bool:
        """Whether it encloses text."""
        return self.closing is not None


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a page, or one whole short text (a heading, an ``alt``).

    Args:
        key: context and source; the source has its tags as ``<g1>…</g1>``.
        kind: what it is on the page.
        label: where it is, for a reviewer (``paragraph 3 sentence 2``).
        span: where it stands in ``Article.source.text``.
        line: the line of the source file, counted from 1.
        slot: how what stands there is escaped.
        block: the number of its block; ``None`` for what is no block of the
            page (the head, attributes, front matter).
        inlines: its tags, in the order of their numbers.
        comment: what the author says to the reviewer (``data-translate-comment``).
    """

    key: SegmentKey
    kind: SegmentKind
    label: str
    span: Span
    line: int
    slot: Slot = Slot.TEXT
    block: int | None = None
    inlines: tuple[Inline, ...] = ()
    comment: str | None = None

    @property
    def source(self) -> str:
        """The source text with its tags."""
        return self.key.source


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a text repeats of its page.

    Args:
        keys: of the segments whose texts it is, one after the other.
        text: what it says, plain.
        is_cut: whether it breaks off in the last of them.
    """

    keys: tuple[SegmentKey, ...]
    text: str
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A place of the page whose text repeats other segments and is rebuilt from them.

    Args:
        segment: what it would be as a segment of its own.
        repetition: what it repeats.
    """

    segment: Segment
    repetition: Repetition


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that a reader sees as one: a paragraph, a heading, a cell.

    Args:
        number: counted from 1 in reading order; the same on both pages.
        kind: what it is.
        span: from its first text to its last.
        tag: the start tag of the element that it fills, if no other block
            stands before it in that element.
    """

    number: int
    kind: SegmentKind
    span: Span
    tag: Span | None


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it was found.

    Args:
        data: its bytes.
        text: the same decoded, nothing normalised: re-encoding gives ``data``
            wherever the bytes were valid.
        encoding: the WHATWG name of its encoding (``utf-8``, ``windows-1252``).
        bom: the byte order mark it began with; not part of ``text``.
    """

    data: bytes
    text: str
    encoding: str
    bom: bytes = b""


@dataclass(frozen=True, slots=True)
class Article:
    """A page read as an article.

    Args:
        source: the page as it was found.
        language: the language that it is written in.
        segments: in reading order; the same key may occur more than once.
        derived: places whose text is made of these; in reading order.
        blocks: in reading order.
        metadata: the front matter, parsed; empty where there is none.
        title: what to call it in lists.
        warnings: what an editor should know, one sentence each.
        encoding_fault: how its bytes contradict the encoding that it declares;
            its text is then not to be trusted.
        matched: the CSS selectors of the policy that match something on it.
        page: the parsed page; belongs to ``dualpress.html``, which alone looks inside.
    """

    source: Source
    language: Language
    segments: tuple[Segment, ...]
    derived: tuple[Derived, ...]
    blocks: tuple[Block, ...]
    metadata: dict[str, Any]
    title: str
    warnings: tuple[str, ...]
    encoding_fault: str | None
    matched: frozenset[str]
    page: object


class TagPlace(NamedTuple):
    """How sure the place of an inline tag in a draft is.

    ``confidence`` is the share of tags, from 0 to 1, that were right where they were placed in
    the same way.
    """

    number: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft came from; kept beside the PO, never needed to be right.

    Args:
        engine: ``argos``, ``memory``, ``glossary`` …
        model: name and version of the model, where there is one.
        score: mean log-probability per token, where the engine gives one.
        notes: what a reviewer should know (a guard that fired, a term that was repaired).
        tags: how sure the places of its inline tags are, where a machine's words got them.
        draft: what was drafted, with tags, so that a reviewer's corrections can be seen.
        confidence: the share, from 0 to 1, of drafts like this one that people found good.
        terms: under which rows of the glossary it was made: a digest of what they said, by the
            form of each that the source has; ``None`` where that is not known.
    """

    engine: str
    model: str | None = None
    score: float | None = None
    notes: tuple[str, ...] = ()
    tags: tuple[TagPlace, ...] = ()
    draft: str | None = field(default=None, compare=False)
    confidence: float | None = None
    terms: Mapping[str, str] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed translation of one segment, with tags, not yet reviewed."""

    target: str
    origin: Origin
    confirmed: bool = False
    """Whether it stands for a human's word (a reviewed entry of the memory, in context)."""


TAG = re.compile(r"<(?P<close>/?)g(?P<g>[1-9][0-9]*)>|<x(?P<x>[1-9][0-9]*)/>")
"""An inline tag in the notation of msgid and msgstr (docs/po-format.md)."""

_LOOKS_LIKE_TAG = re.compile(r"<(?=/?[gx][0-9]+\s*/?>)")
_LOOKS_LIKE_ESCAPE = re.compile(r"&(?=(?:amp;)*lt;)")
_ESCAPE = re.compile(r"&((?:amp;)*)lt;")


def escape_tags(text: str) -> str:
    """Write text so that nothing in it reads as an inline tag.

    Only text that looks like a tag (``<g1>``, ``</g1>``, ``<x2/>``), or like
    the escape itself (``&lt;``, ``&amp;lt;`` …), is changed.
    """
    if "&" in text:
        text = _LOOKS_LIKE_ESCAPE.sub("&amp;", text)
    return _LOOKS_LIKE_TAG.sub("&lt;", text) if "<" in text else text


def unescape_tags(text: str) -> str:
    """The inverse of :func:`escape_tags`."""
    return _ESCAPE.sub(_unescape, text) if "lt;" in text else text


def _unescape(match: re.Match[str]) -> str:
    amps = match[1]
    return f"&{amps.removeprefix('amp;')}lt;" if amps else "<"


def split_tags(tagged: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield ``(text, tag)`` pairs of a tagged string, text unescaped.

    Each pair is the text before a tag and that tag's match; the last pair is
    the rest of the text with ``None``.
    """
    position = 0
    for match in TAG.finditer(tagged):
        yield unescape_tags(tagged[position : match.start()]), match
        position = match.end()
    yield unescape_tags(tagged[position:]), None


def plain_text(tagged: str) -> str:
    """A tagged string without its tags: what a reader sees."""
    if "<" not in tagged:
        return unescape_tags(tagged)
    if "lt;" not in tagged:  # so that nothing is written as an escape
        return TAG.sub("", tagged)
    return "".join(text for text, _ in split_tags(tagged))
