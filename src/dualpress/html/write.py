"""An article and its translations to bytes: nothing of the page changes but its text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from dualpress.article import Article, Segment, SegmentKey, Slot, Span, escape_tags, other
from dualpress.errors import TranslationRefused
from dualpress.html.characters import keeps_elements
from dualpress.html.derived import is_translated, rebuilt
from dualpress.html.inline import bare_tags, clean_text, render
from dualpress.html.patches import Patch, apply_patches
from dualpress.html.read import page_of
from dualpress.html.structure import same_structure

__all__ = ["omit", "proven_patches", "text_patches", "write_html"]

_OPEN_REFERENCE = re.compile(r"&#?[0-9A-Za-z]+\Z")
_LONGEST_REFERENCE = 40
_ONLY_TAGS = re.compile(r"(?:<(?!br\b)[^<>]*>)*", re.IGNORECASE)
_FENCES = ("-", "+", "{")  # of front matter
_QUOTES = ("'", '"')
_SPACES = (" ", "\t", "\n", "\r", "\f")


def write_html(article: Article, translations: Mapping[SegmentKey, str]) -> bytes:
    """Return the page with the translations in the place of its segments.

    Args:
        article: as ``read_html`` gave it.
        translations: by key, in the notation of PO; what is not there, or is
            the segment's own source, keeps its bytes.

    Raises:
        TranslationRefused: a translation is empty, has other tags than its
            segment, or would change the page's elements or attributes.
    """
    _, data = _proven(article, translations, ())
    return data


def proven_patches(
    article: Article,
    translations: Mapping[SegmentKey, str],
    joined: Collection[SegmentKey] = (),
) -> list[Patch]:
    """The patches of ``text_patches``, proven to leave the page's elements as they are.

    Args:
        article: as ``read_html`` gave it.
        translations: by key.
        joined: segments whose text a reviewer put into the one above.

    Raises:
        TranslationRefused: as ``write_html``; names the segment where it is one alone.
    """
    patches, _ = _proven(article, translations, joined)
    return patches


def _proven(
    article: Article, translations: Mapping[SegmentKey, str], joined: Collection[SegmentKey]
) -> tuple[list[Patch], bytes]:
    """The patches, and the page with them."""
    placed = list(_placed(article, translations, joined))
    patches = [patch for _, patch in placed]
    data = apply_patches(article.source, patches)
    if not _is_surely_kept(article, placed) and not same_structure(
        page_of(article), data, article.source
    ):
        raise TranslationRefused(
            "the translation would change the page's elements",
            key=_culprit(article, translations, joined),
        )
    return patches, data


def _is_surely_kept(article: Article, placed: Iterable[tuple[Segment, Patch]]) -> bool:
    """Whether patches leave the page's elements as they are, told without parsing it again.

    In other encodings than UTF-8, what they cannot hold is written as a reference; and
    other words may make front matter of what a page begins with, or undo it.
    """
    if article.source.encoding != "utf-8" or article.source.text.startswith(_FENCES):
        return False
    return all(
        keeps_elements(article, segment, patch, _quote_around(article, segment))
        for segment, patch in placed
    )


def text_patches(
    article: Article,
    translations: Mapping[SegmentKey, str],
    joined: Collection[SegmentKey] = (),
) -> Iterator[Patch]:
    """Yield the patches that put translations in the place of their segments.

    What was joined to the sentence above leaves its place. What is derived from
    segments is rebuilt from their translations.

    Args: as for ``proven_patches``.

    Raises:
        TranslationRefused: a translation is empty or has other tags than its segment.
    """
    return (patch for _, patch in _placed(article, translations, joined))


def _placed(
    article: Article, translations: Mapping[SegmentKey, str], joined: Collection[SegmentKey]
) -> Iterator[tuple[Segment, Patch]]:
    """Each patch of ``text_patches`` behind the segment in whose place it puts text."""
    touching = _touching(article)
    for segment in article.segments:
        target = translations.get(segment.key)
        if segment.key in joined:
            omission = omit(segment, article.source.text)
            yield from [(segment, omission)] if omission else []
        elif target is not None and clean_text(target) != clean_text(segment.source):
            patch = _patch(article, segment, target)
            if segment.span in touching:
                patch = replace(patch, pieces=(" ", *patch.pieces))
            yield segment, patch
    language = other(article.language)
    for derived in article.derived:
        if is_translated(derived.repetition, translations):
            text = rebuilt(derived.repetition, translations, language, joined=joined)
            text = escape_tags(text or derived.repetition.text)
            yield derived.segment, _patch(article, derived.segment, text)


def _touching(article: Article) -> set[Span]:
    """Where sentences stand right after another: a danda needs no space, a full stop does."""
    in_blocks = [segment for segment in article.segments if segment.block is not None]
    return {
        after.span
        for before, after in pairwise(in_blocks)
        if before.block == after.block
        and _ONLY_TAGS.fullmatch(article.source.text, before.span.end, after.span.start)
    }


def _patch(article: Article, segment: Segment, target: str) -> Patch:
    quote = _quote_around(article, segment)
    pieces = render(segment, target, quote=quote, encoding=article.source.encoding)
    return Patch(
        segment.span, (";", *pieces) if _follows_open_reference(article, segment) else pieces
    )


def _follows_open_reference(article: Article, segment: Segment) -> bool:
    """Whether a reference without ``;`` stands before it: ``&#160``, then ``5``, is ``&#1605``."""
    start = segment.span.start
    before = article.source.text[max(0, start - _LONGEST_REFERENCE) : start]
    if "&" not in before or segment.slot not in (Slot.TEXT, Slot.RAW_TEXT):
        return False
    return _OPEN_REFERENCE.search(before) is not None


def _quote_around(article: Article, segment: Segment) -> str:
    """The quotation mark around an attribute's value, if it has one.

    A segment may be the first part of a value, or the last.
    """
    if segment.slot is not Slot.ATTRIBUTE:
        return ""
    text, (start, end) = article.source.text, segment.span
    return next((mark for mark in (text[start - 1], text[end : end + 1]) if mark in _QUOTES), "")


def omit(segment: Segment, text: str) -> Patch | None:
    """The patch that leaves a segment's place without text, its elements in place.

    Args:
        segment: of the page.
        text: the source of the page; of the white space on both sides, one is left.

    Returns:
        ``None`` where something must stand: an attribute, a title.
    """
    if segment.slot is not Slot.TEXT:
        return None
    start, end = segment.span
    if text[end : end + 1] in _SPACES:
        while start > 0 and text[start - 1] in _SPACES:
            start -= 1
    return Patch(Span(start, end), bare_tags(segment))


def _culprit(
    article: Article, translations: Mapping[SegmentKey, str], joined: Collection[SegmentKey]
) -> SegmentKey | None:
    """The segment whose translation alone already changes the structure, if there is one.

    Looked for by halves: each look parses the page.
    """
    keys = dict.fromkeys(segment.key for segment in article.segments)
    suspects = [key for key in keys if key in translations or key in joined]
    while suspects:
        half = suspects[: (len(suspects) + 1) // 2]
        some = {key: translations[key] for key in half if key in translations}
        if not _is_harmful(article, some, joined=[key for key in half if key in joined]):
            suspects = suspects[len(half) :]
        elif len(half) == 1:
            return half[0]
        else:
            suspects = half
    return None


def _is_harmful(
    article: Article, translations: Mapping[SegmentKey, str], joined: Collection[SegmentKey]
) -> bool:
    data = apply_patches(article.source, text_patches(article, translations, joined))
    return not same_structure(page_of(article), data, article.source)
