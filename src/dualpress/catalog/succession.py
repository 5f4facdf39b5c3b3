"""Which old sentences became which new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from dualpress.article import SegmentKey
from dualpress.catalog.approved import SECOND_PART, SPLIT, approved_in, boundary_of
from dualpress.catalog.entry import Entry
from dualpress.catalog.likeness import comparable, likeness
from dualpress.states import Approved

__all__ = ["Succession", "find_successions"]

LIKE_TOGETHER = 80.0
"""From here on two sentences are one that was split, or was joined of them.

Of 96,000 times that two sentences of the NTREX and FLORES sets were held
against a third near them, they were as like as this once, and said the same.
"""

_CERTAIN = 101.0
"""More than any ratio: the very source that a translation was approved for."""

_LEAST_SHARE = 0.6
"""Of the longer text's length, that the shorter one has where they are that alike."""

_NEAR = 50
"""How far an edited sentence is looked for, in sentences from where it would be
if none came or went. It bounds the work on a post that was rewritten as a whole."""


@dataclass(frozen=True, slots=True)
class Succession:
    """Old sentences and what became of them: one and one, one and two, or two and one.

    Args:
        olds: the entries before, as they followed each other.
        news: the keys now, as they follow each other.
    """

    olds: tuple[Entry, ...]
    news: tuple[SegmentKey, ...]


class _Sentence(NamedTuple):
    """A sentence that does not stand on both pages.

    Its place is between two sentences that do, or an end of the page (``None``).

    Args:
        entry: of the sentence.
        approved: what a human approved for it.
        text: what it is compared by.
        number: its number on its page.
        after: the last sentence before it that stands on both pages.
        before: the first one after it.
        from_start: how many sentences lie between it and ``after``.
        from_end: how many lie between it and ``before``.
    """

    entry: Entry
    approved: Approved | None
    text: str
    number: int
    after: SegmentKey | None
    before: SegmentKey | None
    from_start: int
    from_end: int


class _Candidate(NamedTuple):
    likeness: float
    olds: tuple[int, ...]
    news: tuple[int, ...]


def find_successions(
    old: Sequence[Entry], new: Sequence[Entry], found: Collection[SegmentKey]
) -> list[Succession]:
    """Which sentences of the page were which before they were edited.

    Sentences are the same if they are alike and stand in the same place;
    alike alone is not enough, since news has many sentences that differ in a
    name. A source that a translation was approved for is certain anywhere.

    Args:
        old: the live entries before, in reading order.
        new: the entries now, in reading order.
        found: those of the new keys that the catalog has already.

    Returns:
        What became of what, likest first; no sentence twice.
    """
    if all(entry.key in found for entry in new):
        return []
    kept = {entry.key for entry in old}.intersection(found)
    olds = {one.number: one for one in _sentences(old, kept)}
    if not olds:  # as of a new article
        return []
    every = {one.number: one for one in _sentences(new, kept)}
    news = {index: one for index, one in every.items() if one.entry.key not in found}
    candidates = [*_restored(olds, news), *_alike(olds, news)]
    return [
        Succession(
            tuple(olds[number].entry for number in candidate.olds),
            tuple(news[number].entry.key for number in candidate.news),
        )
        for candidate in _best(candidates)
    ]


def _sentences(entries: Sequence[Entry], kept: Collection[SegmentKey]) -> Iterator[_Sentence]:
    """All entries but the kept ones."""
    after = _last_kept(entries, kept)
    before = _last_kept(entries[::-1], kept)[::-1]
    places = enumerate(zip(entries, after, before, strict=True))
    for index, (entry, (above, from_start), (below, from_end)) in places:
        if entry.key not in kept:
            text = comparable(entry.source)
            approved = approved_in(entry)
            yield _Sentence(entry, approved, text, index, above, below, from_start, from_end)


def _last_kept(
    entries: Sequence[Entry], kept: Collection[SegmentKey]
) -> list[tuple[SegmentKey | None, int]]:
    """The last kept sentence before each one, and how many lie between."""
    last: SegmentKey | None = None
    distance = 0
    result = []
    for entry in entries:
        result.append((last, distance))
        last, distance = (entry.key, 0) if entry.key in kept else (last, distance + 1)
    return result


def _restored(olds: Mapping[int, _Sentence], news: Mapping[int, _Sentence]) -> Iterator[_Candidate]:
    """Sentences that are again what they were when approved."""
    numbers = {sentence.entry.key: number for number, sentence in news.items()}
    for old, sentence in olds.items():
        if sentence.approved is not None:
            key = SegmentKey(sentence.entry.key.context, sentence.approved.source)
            if key in numbers:
                yield _Candidate(_CERTAIN, (old,), (numbers[key],))


def _alike(olds: Mapping[int, _Sentence], news: Mapping[int, _Sentence]) -> Iterator[_Candidate]:
    by_place = _by_place(news)
    for old, before in olds.items():
        for new in _near(before, by_place):
            after = news[new]
            if like := likeness(before.text, after.text):
                yield _Candidate(like, (old,), (new,))
            yield from _boundaries((before, olds.get(old + 1)), (after, news.get(new + 1)))


def _boundaries(
    olds: tuple[_Sentence, _Sentence | None], news: tuple[_Sentence, _Sentence | None]
) -> Iterator[_Candidate]:
    """Whether the first of some was split into two, or joined of two; what was approved alone."""
    (before, before_next), (after, after_next) = olds, news
    if after_next and _is_whole(before) and (like := _like_both(before, after, after_next)):
        yield _Candidate(like, (before.number,), (after.number, after_next.number))
    may_join = before_next is not None and _may_join(before, before_next)
    if before_next and may_join and (like := _like_both(after, before, before_next)):
        yield _Candidate(like, (before.number, before_next.number), (after.number,))


def _is_whole(sentence: _Sentence) -> bool:
    """Whether what was approved was this sentence and nothing besides."""
    is_part = boundary_of(sentence.entry) in (SPLIT, SECOND_PART)
    return sentence.approved is not None and not is_part


def _may_join(first: _Sentence, second: _Sentence) -> bool:
    boundaries = boundary_of(first.entry), boundary_of(second.entry)
    return boundaries == (SPLIT, SECOND_PART) or (_is_whole(first) and _is_whole(second))


_Place = tuple[bool, SegmentKey | None, int]


def _by_place(sentences: Mapping[int, _Sentence]) -> dict[_Place, int]:
    """The sentences by how far they stand behind, and before, one that stands on both pages."""
    places: dict[_Place, int] = {}
    for number, one in sentences.items():
        places[True, one.after, one.from_start] = number
        places[False, one.before, one.from_end] = number
    return places


def _near(sentence: _Sentence, by_place: Mapping[_Place, int]) -> list[int]:
    """The sentences that may be this one in its place, in reading order.

    One neighbour is enough, since the other may have been moved.
    """
    anchors = (
        (True, sentence.after, sentence.from_start),
        (False, sentence.before, sentence.from_end),
    )
    found = {
        by_place.get((is_behind, key, distance))
        for is_behind, key, middle in anchors
        for distance in range(max(0, middle - _NEAR), middle + _NEAR + 1)
    }
    return sorted(number for number in found if number is not None)


def _like_both(whole: _Sentence, first: _Sentence, second: _Sentence) -> float:
    """How alike a sentence is to two that follow each other; 0 where it is not enough."""
    contexts = {one.entry.key.context for one in (whole, first, second)}
    lengths = sorted([len(whole.text), len(first.text) + len(second.text)])
    # The ratio of texts of so different lengths is smaller than what is asked.
    if len(contexts) > 1 or lengths[0] < _LEAST_SHARE * lengths[1]:
        return 0
    return fuzz.ratio(whole.text, f"{first.text} {second.text}", score_cutoff=LIKE_TOGETHER)


def _best(candidates: Iterable[_Candidate]) -> Iterator[_Candidate]:
    """The likest, each sentence in one only; in reading order where equally like."""
    olds, news = set[int](), set[int]()
    for candidate in sorted(candidates, key=_rank):
        if olds.isdisjoint(candidate.olds) and news.isdisjoint(candidate.news):
            olds.update(candidate.olds)
            news.update(candidate.news)
            yield candidate


def _rank(candidate: _Candidate) -> tuple[float, int, tuple[int, ...], tuple[int, ...]]:
    count = len(candidate.olds) + len(candidate.news)
    return -candidate.likeness, count, candidate.olds, candidate.news
