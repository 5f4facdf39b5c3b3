"""How alike two sources are, and which old sentence became which new one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import regex
from rapidfuzz import fuzz

from dualpress.article import TAG, SegmentKey, plain_text
from dualpress.catalog.entry import Entry

__all__ = ["find_edited", "numbers", "same_meaning"]

LIKE = 60.0
"""From here on two sentences in one place are one sentence, edited.

RapidFuzz's ratio, in percent. Measured on English and Hindi news (the NTREX
and FLORES sets): with one to four words replaced, 99 of 100 sentences are
still as like as this; of two sentences that stand near each other, 2 in 1,000
are, and most of those say the same.
"""

LIKE_IF_SHORT = 75.0
"""The same for headings and the like, where unrelated words reach 65 by chance."""

_SHORT = 20
"""What is short, in characters."""

_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")

# A number with what stands within it: 2.5 and 25, 5:30 and 530, are not the same.
_NUMBER = r"\p{Nd}+(?:[.,:/\-\u2012\u2013\u2212]\p{Nd}+)*"
_NUMBERS = regex.compile(_NUMBER)

# What an edit cannot touch without touching the meaning. "|" is a mathematical
# sign in Unicode and a full stop in typed Hindi.
_TOKEN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}])[\-\u2212](?=\p{{Nd}})|{_NUMBER}|[\p{{L}}\p{{M}}\p{{N}}]+"
    r"|[[\p{Sc}\p{Sm}%‰°?§@&#]--[|]]",
    regex.V1,
)
_DASHES = str.maketrans("\u2012\u2013\u2212", "---")


def same_meaning(old: str, new: str) -> bool:
    """Whether an edit left the meaning of a source as it was beyond doubt.

    So it is where the words, the numbers and the number of each tag are the
    same, whatever became of case, white space, quotation marks and other
    punctuation. A question is another sentence.

    Args:
        old: a source with its tags.
        new: another.
    """
    if old == new:
        return True
    return _tags(old) == _tags(new) and [] != _tokens(old) == _tokens(new)


def numbers(tagged: str) -> list[str]:
    """The numbers of a source in Latin digits, sorted."""
    return sorted(_NUMBERS.findall(_normal(tagged)))


def _tags(tagged: str) -> list[str]:
    return sorted(tag[0] for tag in TAG.finditer(tagged))


def _tokens(tagged: str) -> list[str]:
    return _TOKEN.findall(_normal(tagged))


def _normal(tagged: str) -> str:
    text = _IGNORABLE.sub("", unicodedata.normalize("NFC", plain_text(tagged))).casefold()
    return "".join(map(_latin_digit, text)).translate(_DASHES)


def _latin_digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))


_CERTAIN = 101.0
"""More than any ratio: the very source that a stale translation was approved for."""


class _Sentence(NamedTuple):
    """A sentence that does not stand on both pages.

    Its place is between two sentences that do, or an end of the page (``None``).
    """

    entry: Entry
    text: str
    after: SegmentKey | None
    before: SegmentKey | None

    def likeness(self, new: _Sentence) -> float:
        """0 where it cannot have become the new one, up to 101 where it surely has."""
        if new.entry.key == (self.entry.key.context, self.entry.previous):
            return _CERTAIN
        # One neighbour is enough, since the other may have been moved.
        if self.after != new.after and self.before != new.before:
            return 0
        short = min(len(self.text), len(new.text)) < _SHORT
        return fuzz.ratio(self.text, new.text, score_cutoff=LIKE_IF_SHORT if short else LIKE)


def find_edited(
    old: Sequence[Entry], new: Sequence[Entry], found: Collection[SegmentKey]
) -> dict[SegmentKey, Entry]:
    """Which sentence of the page was which before it was edited.

    Two sentences are one if they are alike and stand in the same place; alike
    alone is not enough, since news has many sentences that differ in a name.
    A source that a stale translation was approved for is certain anywhere.

    Args:
        old: the live entries before, in reading order.
        new: the entries now, in reading order.
        found: those of the new keys that the catalog has already.

    Returns:
        The old entry of each new key that has one; no entry twice.
    """
    kept = {entry.key for entry in old}.intersection(found)
    olds = list(_sentences(old, kept))
    news = [sentence for sentence in _sentences(new, kept) if sentence.entry.key not in found]
    pairs = [
        (likeness, o, n)
        for o, before in enumerate(olds)
        for n, after in enumerate(news)
        if (likeness := before.likeness(after))
    ]
    return {news[n].entry.key: olds[o].entry for o, n in _best(pairs)}


def _sentences(entries: Sequence[Entry], kept: Collection[SegmentKey]) -> Iterator[_Sentence]:
    """All entries but the kept ones."""
    after = _last_kept(entries, kept)
    before = _last_kept(entries[::-1], kept)[::-1]
    for entry, *place in zip(entries, after, before, strict=True):
        if entry.key not in kept:
            yield _Sentence(entry, _normal(entry.source), *place)


def _last_kept(entries: Sequence[Entry], kept: Collection[SegmentKey]) -> list[SegmentKey | None]:
    last: SegmentKey | None = None
    result = []
    for entry in entries:
        last = entry.key if entry.key in kept else last
        result.append(last)
    return result


def _best(pairs: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """The likest pairs, each sentence in one pair only; in reading order where equally like."""
    olds, news = set[int](), set[int]()
    for _, old, new in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if old not in olds and new not in news:
            olds.add(old)
            news.add(new)
            yield old, new
