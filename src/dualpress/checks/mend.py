"""Mending what a check can mend by itself."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.article import Span, escape_tags, split_tags
from dualpress.checks.base import Finding, Pair

__all__ = ["mended"]


def mended(pair: Pair, findings: Iterable[Finding], *, reviewed: bool = False) -> str:
    """Write what the findings say is to be written.

    Args:
        pair: the segment and its translation.
        findings: of that pair; those without a replacement are left alone, and so
            are those that overlap an earlier one or a tag.
        reviewed: whether to mend a translation that a human confirmed. A
            reviewer's word is not changed unless somebody asks for it.

    Returns:
        The translation with its tags; unchanged where nothing can be mended.
    """
    if pair.status.is_confirmed and not reviewed:
        return pair.target
    edits = _edits(findings)
    pieces, offset = [], 0
    for text, tag in split_tags(pair.target):
        pieces.append(escape_tags(_edited(text, offset, edits)))
        offset += len(text)
        pieces.append(tag[0] if tag else "")
    return "".join(pieces)


def _edits(findings: Iterable[Finding]) -> list[tuple[Span, str]]:
    """What to write where, in order, not overlapping."""
    edits: list[tuple[Span, str]] = []
    found = ((f.span, f.replacement) for f in findings if f.span and f.replacement is not None)
    for span, replacement in sorted(found):
        if not edits or edits[-1][0].end <= span.start:
            edits.append((span, replacement))
    return edits


def _edited(text: str, offset: int, edits: list[tuple[Span, str]]) -> str:
    """A run of text between tags, with the edits that lie inside it; ``offset`` is its place."""
    pieces, position = [], 0
    for span, replacement in edits:
        start, end = span.start - offset, span.end - offset
        if position <= start and end <= len(text):
            pieces += [text[position:start], replacement]
            position = end
    return "".join([*pieces, text[position:]])
