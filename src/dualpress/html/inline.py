"""A translation to what stands on the page: its text escaped, its tags the source's own.

A translation is text. Only the segment's tags come out of it, each once and
inside the tag that it was inside of; whatever else looks like markup, to a
browser or to a site generator, is escaped, and what cannot be said safely is
refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Set

import regex

from dualpress.article import TAG, Inline, Segment, Slot, Span, plain_text, split_tags
from dualpress.errors import TranslationRefused
from dualpress.html.encoding import can_encode
from dualpress.html.marks import armed, disarmed, find_marks
from dualpress.tags import tag_faults

__all__ = ["bare_tags", "clean_text", "render"]

# What no page shows and HTML does not allow in text: C0 and C1 controls less
# white space, lone surrogates, noncharacters.
_NEVER_SHOWN = regex.compile(r"[\p{Cc}--[\t\n\r\f]]|\p{Cs}|\p{Noncharacter_Code_Point}", regex.V1)
_SEEN = regex.compile(r"[^\p{Z}\p{C}]")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"}
_ESCAPED = re.compile("[&<>\u00a0]")
_QUOTE_ESCAPES = {'"': "&quot;", "'": "&#39;"}


def clean_text(target: str) -> str:
    """A translation as a browser would show it: no control characters, white space collapsed."""
    if not target.isprintable() or "  " in target:
        target = _SPACES.sub(" ", _NEVER_SHOWN.sub("", target))
    return target.strip(" ")


def render(
    segment: Segment, target: str, *, quote: str = "", encoding: str = "utf-8"
) -> tuple[str | Span, ...]:
    """Return what is to stand in the segment's place.

    Args:
        segment: of the page.
        target: its translation, in the notation of PO.
        quote: of an attribute's value, as the page quotes it; empty if it does not.
        encoding: of the page: where there are no character references (JSON,
            YAML), what it cannot hold is escaped.

    Returns:
        New source text, and spans of the page for the segment's own tags.

    Raises:
        TranslationRefused: it is empty, or its tags are not the segment's.
    """
    target = clean_text(target)
    if "<" in segment.source or "<" in target:  # else there are no tags
        faults = tag_faults(segment.source, target)
        if faults:
            raise TranslationRefused(faults[0], key=segment.key)
    parts = list(split_tags(target))
    if not any(_SEEN.search(text) for text, _ in parts):
        raise TranslationRefused("the translation has no text", key=segment.key)
    if segment.slot in (Slot.JSON, Slot.YAML):
        return (_quoted("".join([text for text, _ in parts]), segment, encoding),)
    return tuple(_pieces(segment, parts, quote))


def bare_tags(segment: Segment) -> tuple[Span, ...]:
    """The segment's tags in their order, without any text."""
    inlines = {inline.number: inline for inline in segment.inlines}
    return tuple(_tag_span(inlines, tag) for tag in TAG.finditer(segment.source))


def _pieces(
    segment: Segment, parts: Iterable[tuple[str, re.Match[str] | None]], quote: str
) -> Iterator[str | Span]:
    inlines = {inline.number: inline for inline in segment.inlines}
    bare = segment.slot is Slot.ATTRIBUTE and not quote
    quotes = quote or '"' if segment.slot is Slot.ATTRIBUTE else ""
    yield from ['"'] if bare else []
    for text, tag in parts:
        yield _escape(text, quotes, segment.source)
        if tag is not None:
            yield _tag_span(inlines, tag)
    yield from ['"'] if bare else []


def _tag_span(inlines: dict[int, Inline], tag: re.Match[str]) -> Span:
    inline = inlines[int(tag["g"] or tag["x"])]
    return inline.closing if tag["close"] and inline.closing else inline.opening


def _escape(text: str, quotes: Iterable[str], source: str) -> str:
    escaped = disarmed(_ESCAPED.sub(_written, text), source)
    for quote in quotes:
        escaped = escaped.replace(quote, _QUOTE_ESCAPES[quote])
    return escaped


def _written(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _quoted(text: str, segment: Segment, encoding: str) -> str:
    """A string literal; inside ``<script>`` nothing of it can end the element, or call anything."""
    slot = segment.slot
    # U+0085, U+2028 and U+2029 are line breaks to YAML and old JavaScript.
    unsafe = "\u0085\u2028\u2029" + ("<>&" if slot is Slot.JSON else "")
    called = _new_calls(text, plain_text(segment.source)) if slot is Slot.JSON else frozenset()
    characters = [
        _code(character, slot)
        if index in called or character in unsafe or not can_encode(character, encoding)
        else json.dumps(character, ensure_ascii=False)[1:-1]
        for index, character in enumerate(text)
    ]
    return f'"{"".join(characters)}"'


def _new_calls(text: str, source: str) -> Set[int]:
    """The offsets of what begins or ends a mark in a text, where its source has no such mark."""
    own = {source[slice(*mark.span)] for mark in find_marks(source)}
    spans = [mark.span for mark in find_marks(text) if text[slice(*mark.span)] in own]
    kept = {offset for span in spans for offset in range(*span)}
    return set(armed(text, source)) - kept


def _code(character: str, slot: Slot) -> str:
    if slot is Slot.JSON:
        return json.dumps(character)[1:-1] if ord(character) > 127 else f"\\u{ord(character):04x}"
    # YAML and TOML do not join surrogates.
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
