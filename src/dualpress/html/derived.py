"""Texts of the head that repeat the page: found as it is read, rebuilt as it is written.

A page says its headline up to five times and its first sentences up to four:
in ``title``, for search engines, for social networks, in front matter. What
merely repeats is no segment; it is made anew of the segments that it repeats.
"""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

import regex

from dualpress.article import (
    Derived,
    Language,
    Repetition,
    Segment,
    SegmentKey,
    SegmentKind,
    Slot,
    Span,
    escape_tags,
    plain_text,
)
from dualpress.html.excerpt import shortened, without_ellipsis
from dualpress.html.inline import clean_text

__all__ = ["derive", "find_repetition", "is_translated", "rebuilt"]

_OF_HEAD = (SegmentKind.TITLE, SegmentKind.DESCRIPTION)
_EDGE, _BOUND = "\0", "\1"  # no text of a segment has either
_SHORTEST_CUT = 40
"""Characters from which a text that begins as another and just breaks off does so on purpose."""

# What programs change in titles and excerpts that they make: WordPress's
# wptexturize curls the quotation marks of the body and not those of the head.
_FOLDED = {
    **dict.fromkeys("‘’‚‛′`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\ufeff", ""),
    "…": "...",
}
_FOLDED_ASCII = {written: folded for written, folded in _FOLDED.items() if written.isascii()}
_SPACE = r"(?:\s|&nbsp;|&\#160;)"
# Between the headline and the site's name, as it stands in the source.
_SEPARATOR = regex.compile(
    rf"""
    {_SPACE}+
    (?: [-–—~·•«»|:] | &\#(?:45|124|183|171|187|8211|8212|8226|x2[dD]|x201[34]|x7[cC]);
      | &(?:ndash|mdash|laquo|raquo|middot|bull|vert|verbar); )
    {_SPACE}+
    | :{_SPACE}+
    """,
    regex.VERBOSE,
)


def derive(
    segments: Iterable[Segment], text: str, is_text: Callable[[str], bool]
) -> tuple[list[Segment], list[Derived]]:
    """Part the segments of a page from the texts that are rebuilt from them.

    Of a title that is the headline and the site's name, the headline is rebuilt
    and the name is a segment.

    Args:
        segments: all that were found, in reading order.
        text: the source of the page.
        is_text: whether a plain text is to be translated.

    Returns:
        What is to be translated, and what is not, each in reading order.
    """
    sorter = _Sorter(text, is_text)
    titles: list[Segment] = []
    descriptions: list[Segment] = []
    for segment in segments:
        if segment.block is not None or segment.inlines or segment.kind not in _OF_HEAD:
            sorter.keep(segment)
        else:
            (titles if segment.kind is SegmentKind.TITLE else descriptions).append(segment)
    # A bare headline before the one with the site's name; an excerpt after what it is cut from.
    for segment in sorted(titles, key=_length):
        sorter.sort_title(segment)
    for segment in sorted(descriptions, key=_length, reverse=True):
        sorter.sort(segment)
    return (
        sorted(sorter.kept, key=attrgetter("span")),
        sorted(sorter.derived, key=lambda found: found.segment.span),
    )


class _Sorter:
    """Tells what repeats from what does not, one segment after the other.

    Args:
        text: the source of the page.
        is_text: whether a plain text is to be translated.
    """

    def __init__(self, text: str, is_text: Callable[[str], bool]) -> None:
        self._text = text
        self._is_text = is_text
        self._pool = _Pool()
        self.kept: list[Segment] = []
        self.derived: list[Derived] = []

    def keep(self, segment: Segment) -> None:
        """Take a segment for one that repeats nothing."""
        self.kept.append(segment)
        if segment.block is not None or segment.kind in _OF_HEAD:
            self._pool.add(segment)

    def sort(self, segment: Segment) -> None:
        """Keep a segment, or note what it repeats; drop what is none at all."""
        if not self._is_text(plain_text(segment.source)):
            return
        # What has the same key is translated once in any case.
        found = None if segment.key in self._pool else self._find(segment)
        if found is None:
            self.keep(segment)
        else:
            self.derived.append(Derived(segment, found))

    def sort_title(self, segment: Segment) -> None:
        """The same for a title, of which a part may repeat the headline."""
        is_whole = segment.key in self._pool or self._is_whole(segment)
        parts = None if is_whole else self._headline_and_name(segment)
        if parts is None:
            self.sort(segment)
            return
        headline, name = parts
        self.derived.append(headline)
        if self._is_text(plain_text(name.source)):
            self.keep(name)

    def _find(self, segment: Segment) -> Repetition | None:
        return self._pool.find(plain_text(segment.source))

    def _headline_and_name(self, segment: Segment) -> tuple[Derived, Segment] | None:
        """Part a title into a headline that stands elsewhere too and the rest."""
        if not self._has_parts(segment):
            return None
        # Where more than one part stands on the page, the longest is the headline.
        halves = sorted(self._halves(segment.span), key=lambda half: half[0].start - half[0].end)
        for headline, name, is_colon in halves:
            part, rest = self._part(segment, headline), self._part(segment, name)
            # A headline may have a colon of its own.
            if self._is_whole(part) and (not is_colon or self._is_whole(rest)):
                named = replace(rest, label=f"{rest.label}, the site's name")
                found = self._find(part)
                return (Derived(part, found), named) if found else None
        return None

    def _halves(self, span: Span) -> Iterator[tuple[Span, Span, bool]]:
        """Yield each part that a separator leaves of a title, the other, and if it is a colon."""
        for separator in _SEPARATOR.finditer(self._text, *span):
            before, after = Span(span.start, separator.start()), Span(separator.end(), span.end)
            is_colon = separator[0].strip() == ":"
            yield before, after, is_colon
            yield after, before, is_colon

    def _is_whole(self, part: Segment) -> bool:
        """Whether a title, or a part of one, stands on the page by itself."""
        found = self._find(part)
        return found is not None and not found.is_cut

    def _has_parts(self, segment: Segment) -> bool:
        """Whether a part of a title can be told from its source, and replaced."""
        if segment.slot is Slot.ATTRIBUTE and self._text[segment.span.start - 1] not in "\"'":
            return False
        is_plain = segment.slot in (Slot.RAW_TEXT, Slot.ATTRIBUTE)
        return is_plain and self._shown(segment.span) == plain_text(segment.source)

    def _part(self, segment: Segment, span: Span) -> Segment:
        key = SegmentKey(segment.key.context, escape_tags(self._shown(span)))
        return replace(segment, key=key, span=span)

    def _shown(self, span: Span) -> str:
        return clean_text(html.unescape(self._text[span.start : span.end]))


def find_repetition(segments: Iterable[Segment], text: str) -> Repetition | None:
    """Find a text among a page's segments.

    Args:
        segments: in reading order.
        text: plain; it may break off, as an excerpt does.
    """
    pool = _Pool()
    for segment in segments:
        pool.add(segment)
    return pool.find(text)


def is_translated(repetition: Repetition, translations: Mapping[SegmentKey, str]) -> bool:
    """Whether any of the segments that are repeated reads otherwise than its source."""
    return any(
        clean_text(translations.get(key, key.source)) != clean_text(key.source)
        for key in repetition.keys
    )


def rebuilt(
    repetition: Repetition,
    translations: Mapping[SegmentKey, str],
    language: Language,
    *,
    joined: Collection[SegmentKey] = (),
) -> str:
    """What a repetition reads with the translations of what it repeats.

    Args:
        repetition: of a page's segments.
        translations: of those, in the notation of PO; what has none stays as it is.
        language: that they are in.
        joined: segments whose text a reviewer put into the one above.

    Returns:
        Plain text; empty where all of it went into a sentence that is not repeated.
    """
    parts = [translations.get(key, key.source) for key in repetition.keys if key not in joined]
    whole = clean_text(" ".join(plain_text(part) for part in parts))
    return shortened(whole, repetition.text, language) if repetition.is_cut else whole


def _length(segment: Segment) -> int:
    """How long a text is, less the points that say that it breaks off."""
    return len(without_ellipsis(plain_text(segment.source)))


class _Pool:
    """The texts of some segments as one, to find others in.

    White space is left out and quotation marks are made equal, so that it does
    not matter where a program broke or curled something.
    """

    def __init__(self) -> None:
        self._text = ""
        self._added: list[Segment] = []
        self._known: set[SegmentKey] = set()
        self._keys: list[SegmentKey] = []
        self._starts: dict[int, int] = {}
        self._ends: list[int] = []

    def __contains__(self, key: SegmentKey) -> bool:
        return key in self._known

    def add(self, segment: Segment) -> None:
        """Put a text behind the others; what is no block makes no sentence with them."""
        self._added.append(segment)
        self._known.add(segment.key)

    def _joined(self) -> str:
        """All texts as one; what was added since the last time is folded at once."""
        texts = _BOUND.join([plain_text(segment.source) for segment in self._added])
        pieces = [self._text]
        length = len(self._text)
        for segment, piece in zip(self._added, _folded(texts).split(_BOUND), strict=False):
            if segment.block is None:
                pieces.append(_EDGE)
                length += 1
            self._starts.setdefault(length, len(self._keys))
            self._keys.append(segment.key)
            pieces.append(piece)
            length += len(piece)
            self._ends.append(length)
        self._added.clear()
        self._text = "".join(pieces)
        return self._text

    def find(self, text: str) -> Repetition | None:
        """Find what a text repeats: whole segments, or else their beginning."""
        return self._find(text, text) or self._find(text, without_ellipsis(text))

    def _find(self, text: str, searched: str) -> Repetition | None:
        wanted = _folded(searched)
        cut = None
        text_of_all = self._joined()
        at = text_of_all.find(wanted) if wanted else -1
        while at >= 0:
            first = self._starts.get(at)
            if first is not None:
                last = bisect_left(self._ends, at + len(wanted))
                keys = tuple(self._keys[first : last + 1])
                if self._ends[last] == at + len(wanted):
                    return Repetition(keys, text)
                cut = cut or Repetition(keys, text, is_cut=True)
            at = text_of_all.find(wanted, at + 1)
        says_so = searched != text
        return cut if says_so or len(searched) >= _SHORTEST_CUT else None


def _folded(text: str) -> str:
    # Over a long text, many times faster than one look at each character of it.
    for written, folded in _FOLDED_ASCII.items() if text.isascii() else _FOLDED.items():
        text = text.replace(written, folded)
    return "".join(text.split())
