"""Values with marks of other programs among their words: ``alt="Map of {{ place }}"``."""

from __future__ import annotations

from itertools import pairwise

from dualpress.article import Inline, Span, escape_tags
from dualpress.html.inline import clean_text
from dualpress.html.marks import find_marks, has_marks, is_broken_off, label_of
from dualpress.html.offsets import parse

__all__ = ["read_value", "without_marks"]


def read_value(raw: str, offset: int, shown: str) -> tuple[str, tuple[Inline, ...]]:
    """Read the text of an attribute.

    Args:
        raw: the source of its value, without quotation marks.
        offset: where it stands in the page.
        shown: its value, references resolved.

    Returns:
        Its text with a standalone tag for each mark, and the tags; no text
        where the value ends inside a mark, as in ``alt="{{ "a" }}"``.
    """
    spans = [mark.span for mark in find_marks(raw)] if has_marks(raw) else []
    if any(map(is_broken_off, _between(raw, spans))):
        return "", ()
    if not spans:
        return escape_tags(clean_text(shown)), ()
    inlines = tuple(
        Inline(number, label_of(raw[start:end]), Span(start + offset, end + offset))
        for number, (start, end) in enumerate(spans, 1)
    )
    words = [escape_tags(_resolved(text)) for text in _between(raw, spans)]
    tagged = "".join(f"{text}<x{number}/>" for number, text in enumerate(words[:-1], 1))
    return clean_text(tagged + words[-1]), inlines


def without_marks(text: str) -> str:
    """What is left of a text, which has no references, without its marks."""
    spans = [mark.span for mark in find_marks(text)] if has_marks(text) else []
    return " ".join(_between(text, spans))


def _between(text: str, spans: list[Span]) -> list[str]:
    bounds = pairwise([Span(0, 0), *spans, Span(len(text), len(text))])
    return [text[before.end : after.start] for before, after in bounds]


def _resolved(raw: str) -> str:
    """A part of an attribute's value, as a browser reads it."""
    quoted = raw.replace('"', "&quot;")
    element = parse(f'<p title="{quoted}">').soup.p
    return str(element["title"]) if element is not None else ""
