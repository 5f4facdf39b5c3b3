"""Names in English text, by their capitals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex

from dualpress.article import Span
from dualpress.glossary.match import Matcher, TermMatch
from dualpress.glossary.proposals.ordinary import (
    DIRECTIONS,
    NO_NAMES,
    ORGANISATIONS,
    PLACES,
    RANKS,
    SHIPS,
    TITLES,
    Vocabulary,
    is_frequent,
)
from dualpress.glossary.proposals.passages import Mention, Passage
from dualpress.glossary.proposals.runs import (
    Word,
    is_acronym,
    is_organisation,
    runs_of,
    without_small,
    words_of,
)
from dualpress.glossary.terms import Kind

__all__ = ["EnglishNames"]

_INITIALS = regex.compile(r"(?:\p{Lu}\.\s?)+\p{Lu}?")
_CONTRACTION = regex.compile(r".*['’](?:m|ve|ll|re|d|t)", regex.IGNORECASE)
_ROMAN = regex.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
_SPEECH = regex.compile(
    r"\s+(?:has\s+|had\s+)?(?:said|says|told|added|argued|claimed|warned|wrote)\b"
)
_IN = regex.compile(r"\b(?:in|at|near|outside|around)\s+$")
_ORDINAL = regex.compile(r"(?<![\p{L}\p{N}.,-])\p{N}{1,4}(?:st|nd|rd|th)\s$")
_BEGIN_PLACES = DIRECTIONS | frozenset("Abu Dera Hong Kuala Los New Phnom San Santa Tel".split())
_UNITS = frozenset("AM PM AD BC CE BCE OK KM KG MW GW TV USD INR PKR EUR II III IV".split())
_BEFORE = (Kind.TITLE, Kind.TERM, Kind.PLACE, Kind.ACRONYM, Kind.ORG, Kind.KEEP)
_BEHIND = (Kind.TITLE, Kind.TERM, Kind.WEAPON)
"""Known terms that stand beside names and are no part of them; "Rapid Vienna" is one name."""

_DOTTED = 4
"""From U.N. on stops are left out; A. is an initial."""

_SMALL = frozenset(
    "a after against an and are as at between by for from in into is of off on or over than that "
    "the to under vs with".split()
)
"""Words without a capital in any heading."""

_HEADING_SHARE = 0.7
_TEXT_SHARE = 0.99
"""Of the longer words of a heading in capitals so many have one; of a run-in head, all."""


class EnglishNames:
    """Finds names that a glossary does not have.

    Args:
        known: finds the terms of the glossary.
        vocabulary: the everyday words.
    """

    def __init__(self, known: Matcher, vocabulary: Vocabulary) -> None:
        self._known = known
        self._vocabulary = vocabulary

    def find(self, passage: Passage) -> Iterator[Mention]:
        """The names of a sentence that no row covers."""
        text = passage.text
        if _is_all_capitals(text):
            return
        words = words_of(text)
        is_title = _is_title_case(words, is_heading=passage.is_heading)
        known = self._known.find(text)
        for run in runs_of(words, text):
            yield from self._mentions(run, text, known, is_title=is_title)

    def knows(self, name: str) -> bool:
        """Whether the glossary has a name, or all of its words."""
        known = self._known.find(name)
        return all(_in(word, known) for word in words_of(name))

    def _mentions(
        self, run: Sequence[Word], text: str, known: Sequence[TermMatch], *, is_title: bool
    ) -> Iterator[Mention]:
        run, is_titled = self._trimmed(run, known)
        for part in _parts(run):
            if not part or self._is_none(part, known):
                continue
            is_sure = self._is_sure(part, is_title=is_title)
            kind = Kind.PERSON if is_titled and len(part) == len(run) else _kind(part, text)
            span = _span(part, text)
            yield Mention(_name(part, text[slice(*span)]), span, kind, is_sure)

    def _trimmed(
        self, run: Sequence[Word], known: Sequence[TermMatch]
    ) -> tuple[Sequence[Word], bool]:
        """A run less the titles, places and everyday words before and behind the name."""
        is_first_word = not run[0].is_strong and self._vocabulary.is_ordinary(run[0].text)
        if len(run) > 1 and (is_first_word or run[0].text in ("The", "A", "An")):
            run = without_small(run[1:])
        if is_organisation(run):
            return _without(run, lambda word: _in(word, known, (Kind.TITLE,))), False

        last = max((at for at, word in enumerate(run[:-1]) if word.text in RANKS), default=-1)

        def is_before(word: Word) -> bool:
            is_title = word in run[: last + 1] or _is_title(word)
            return is_title or word.text in NO_NAMES or _in(word, known, _BEFORE) is not None

        def is_behind(word: Word) -> bool:
            return word.text in NO_NAMES or _in(word, known, _BEHIND) is not None

        rest = _without(run, is_before, is_behind)
        is_titled = any(_is_title(w) or _in(w, known, (Kind.TITLE,)) for w in run if w not in rest)
        return rest, is_titled

    def _is_none(self, part: Sequence[Word], known: Sequence[TermMatch]) -> bool:
        """Whether the words are known, or are no name."""
        if all(not word.is_capital or _in(word, known) for word in part):
            return True
        if len(part) > 1:
            return (
                all(
                    not word.is_capital or word.text in NO_NAMES or _is_title(word) for word in part
                )
                or _CONTRACTION.fullmatch(part[0].text) is not None
            )
        (word,) = part
        text = word.text if len(word.text) < _DOTTED else word.text.replace(".", "")
        if _CONTRACTION.fullmatch(text) or _is_title(word):
            return True
        if is_acronym(text):
            return text in _UNITS or _ROMAN.fullmatch(text) is not None
        return (
            text in NO_NAMES
            or text in DIRECTIONS
            or len(text) < 3
            or _INITIALS.fullmatch(text) is not None
            or text.isupper()
            or self._vocabulary.is_ordinary(text)
        )

    def _is_sure(self, part: Sequence[Word], *, is_title: bool) -> bool:
        if is_title:
            # A byline has capitals throughout; so it is one if none of its words is a word.
            words = [word.text for word in part if word.is_capital]
            return len(words) > 1 and not any(map(self._is_of_headings, words))
        if len(part) > 1:
            # "The Treaty That Expires": the capitals of a heading that is quoted.
            return is_organisation(part) or not any(
                is_frequent(word.text) for word in part[1:] if word.is_capital
            )
        return part[0].is_strong or is_acronym(part[0].text)

    def _is_of_headings(self, word: str) -> bool:
        return word in TITLES or self._vocabulary.is_telling(word)


def _parts(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """A run, with acronyms at its ends for themselves: ``PMDA``, ``Chairman Ali``."""
    if len(run) > 1 and run[0].text not in SHIPS and not is_organisation(run[-1:]):
        if is_acronym(run[0].text) and not _ROMAN.fullmatch(run[0].text):
            yield run[:1]
            run = without_small(run[1:])
        elif is_acronym(run[-1].text) and not _ROMAN.fullmatch(run[-1].text):
            yield run[-1:]
            run = without_small(run[:-1])
    yield run


def _is_title(word: Word) -> bool:
    return word.text.removesuffix(".") in TITLES


def _in(
    word: Word, known: Sequence[TermMatch], kinds: tuple[Kind, ...] | None = None
) -> TermMatch | None:
    """The known term that a word belongs to; of these kinds, if any are given."""
    start, end = word.span
    for match in known:
        if match.span.start < end and start < match.span.end:
            is_whole = match.span.start <= start and end <= match.span.end
            is_whole = is_whole or "-" in word.text
            if is_whole and (kinds is None or match.term.kind in kinds):
                return match
    return None


def _without(
    run: Sequence[Word],
    is_other: Callable[[Word], object],
    is_behind: Callable[[Word], object] | None = None,
) -> Sequence[Word]:
    """A run less such words at its ends, or all of it where nothing else is in it."""
    start, end = 0, len(run)
    while start < end and (not run[start].is_capital or is_other(run[start])):
        start += 1
    while start < end and (not run[end - 1].is_capital or (is_behind or is_other)(run[end - 1])):
        end -= 1
    return run[start:end] or run


def _span(part: Sequence[Word], text: str) -> Span:
    """Where a name stands, with the number that tells a brigade or a street from others."""
    start, end = part[0].span.start, part[-1].span.end
    number = _ORDINAL.search(text[:start]) if is_organisation(part) else None
    return Span(number.start() if number else start, end)


def _name(part: Sequence[Word], written: str) -> str:
    return _undotted(part[0].text) if written == part[0].text else " ".join(written.split())


def _undotted(word: str) -> str:
    return word.replace(".", "") if word.isupper() else word


def _kind(part: Sequence[Word], text: str) -> Kind | None:
    words = [word.text for word in part]
    if len(words) == 1 and is_acronym(_undotted(words[0])):
        return Kind.ACRONYM
    if any(word in ORGANISATIONS for word in words):
        return Kind.ORG
    if any(word in PLACES for word in words):
        return Kind.PLACE
    if any(map(_INITIALS.fullmatch, words)):
        return Kind.PERSON
    if len(words) == 1:  # Tehran says things, too
        return Kind.PLACE if _IN.search(text[: part[0].span.start]) else None
    speaks = words[0] not in _BEGIN_PLACES and _SPEECH.match(text, part[-1].span.end)
    return Kind.PERSON if speaks else None


def _is_all_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(map(str.isupper, letters)) > _HEADING_SHARE * len(letters)


def _is_title_case(words: Sequence[Word], *, is_heading: bool) -> bool:
    """Whether so many words have a capital that capitals tell nothing."""
    longer = [word for word in words[1:] if word.is_capital or word.text not in _SMALL]
    capitals = sum(word.is_capital for word in longer)
    return capitals > (_HEADING_SHARE if is_heading else _TEXT_SHARE) * len(longer) or not longer
