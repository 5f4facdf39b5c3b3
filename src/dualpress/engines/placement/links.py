"""Which words of a translation certainly stand for which words of its source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dualpress.article import Language, Span
from dualpress.engines.placement.evidence import Evidence
from dualpress.engines.placement.words import is_little, overlaps, with_parts, words_in
from dualpress.glossary.check import spans_of
from dualpress.text.devanagari import key_of
from dualpress.text.numbers import NumberKind, find_numbers
from dualpress.text.sounds import likeness, spelled

__all__ = ["Link", "find_links"]

_ALIKE = 0.75
"""Likeness of sound from which two words are taken for one name."""


_REMEMBERED = 64
"""Texts whose words are kept: a sentence and its translation are asked for some times in a row."""

_ARTICLES = {"The": "द", "द": "The"}


class Link(NamedTuple):
    """Words of both sides that stand for each other.

    Args:
        source: where they stand in the source.
        target: where they stand in the translation.
        strength: what of two links that contradict each other is kept.
    """

    source: Span
    target: Span
    strength: float


def find_links(
    source: str, target: str, evidence: Evidence, tags: Collection[Span] = ()
) -> list[Link]:
    """Find the words that stand for each other beyond doubt.

    The same word, numbers of one value, terms of the glossary, acronyms letter by letter, and
    names by their sound. Where several are possible, the surest and nearest is taken, so that no
    word stands for two.

    Args:
        source: plain text.
        target: its translation, plain text.
        evidence: of the two languages.
        tags: what the tags of the source hold; no link reaches over the edge of one.

    Returns:
        The links, in the order of the source.
    """
    kept: list[Link] = []
    edges = {edge for tag in tags for edge in tag}
    found = (link for find in _FINDERS for link in find(source, target, evidence))
    whole = (link for link in found if not any(_is_inside(edge, link.source) for edge in edges))
    for link in sorted(whole, key=lambda link: (-link.strength, _distance(link, source, target))):
        if not overlaps(link.source, (other.source for other in kept)) and not overlaps(
            link.target, (other.target for other in kept)
        ):
            kept.append(link)
    return sorted(kept)


def _is_inside(offset: int, span: Span) -> bool:
    return span.start < offset < span.end


def _distance(link: Link, source: str, target: str) -> float:
    """How far the two stand apart, each seen as a share of its sentence."""
    return abs(link.source.start / (len(source) or 1) - link.target.start / (len(target) or 1))


def _terms(source: str, target: str, evidence: Evidence) -> Iterator[Link]:
    renderings = evidence.glossary.matcher(evidence.target_language).find_all(target)
    for match in evidence.glossary.matcher(evidence.source_language).find(source):
        for span in spans_of(match.terms, renderings):
            yield Link(match.span, span, 3.0 + len(target[slice(*span)]) / 1000)


def _numbers(source: str, target: str, evidence: Evidence) -> Iterator[Link]:
    theirs = find_numbers(target, evidence.target_language)
    for ours in find_numbers(source, evidence.source_language):
        for other in theirs:
            if ours.value == other.value:
                figures = (ours.kind, other.kind) == (NumberKind.FIGURE, NumberKind.FIGURE)
                # The figure of COVID-19 stands for the whole word.
                here, there = _in_words(ours.span, source), _in_words(other.span, target)
                yield Link(here, there, 2.5 if figures else 1.5)


def _in_words(span: Span, text: str) -> Span:
    words = [word for word in words_in(text) if overlaps(word, [span])]
    return Span(words[0].start, words[-1].end) if words else span


class _Word(NamedTuple):
    """A word of either side, with what it is compared by.

    Args:
        span: where it stands.
        text: as it is written.
        key: equal for spellings that count as one.
        bare: the key without stops.
        letters: the key of an acronym as Hindi spells it; ``None`` for any other word.
        is_little: whether it says nothing by itself.
    """

    span: Span
    text: str
    key: str
    bare: str
    letters: str | None
    is_little: bool


def _words(source: str, target: str, evidence: Evidence) -> Iterator[Link]:
    here, there = evidence.source_language, evidence.target_language
    yield from _pairs(_read(source, here), _read(target, there), _strength)
    # Part of a word with hyphens must be the same: too many short words sound alike.
    yield from _pairs(_read_parts(source, here), _read_parts(target, there), _sameness)


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, language: Language) -> tuple[_Word, ...]:
    return tuple(_word(span, text, language) for span in words_in(text))


@lru_cache(maxsize=_REMEMBERED)
def _read_parts(text: str, language: Language) -> tuple[_Word, ...]:
    if "-" not in text:
        return _read(text, language)
    return tuple(_word(span, text, language) for span in with_parts(text))


def _word(span: Span, text: str, language: Language) -> _Word:
    word = text[slice(*span)]
    key = key_of(word)
    bare = key_of(word.replace(".", "")) if "." in word else key
    return _Word(span, word, key, bare, spelled(word), is_little(word, language))


def _pairs(
    ours: Sequence[_Word], theirs: Sequence[_Word], strength_of: Callable[[_Word, _Word], float]
) -> Iterator[Link]:
    telling = [other for other in theirs if not other.is_little]
    for word in ours:
        others = telling if not word.is_little else ()
        for other in theirs if word.text in _ARTICLES else others:
            if _is_article(word, other):
                yield Link(word.span, other.span, 0.5)
            elif word.is_little or other.is_little:
                continue
            elif strength := strength_of(word, other):
                yield Link(word.span, other.span, strength)


def _is_article(word: _Word, other: _Word) -> bool:
    """``The`` of a newspaper's or a ship's name, which Hindi writes too."""
    return word.text in _ARTICLES and other.text == _ARTICLES[word.text]


def _strength(word: _Word, other: _Word) -> float:
    if same := _sameness(word, other):
        return same
    alike = likeness(word.text, other.text)
    return alike if alike >= _ALIKE else 0.0


def _sameness(word: _Word, other: _Word) -> float:
    if word.key == other.key:
        return 2.0
    is_spelled = other.bare == word.letters or word.bare == other.letters
    return 1.9 if is_spelled else 0.0


_FINDERS: tuple[Callable[[str, str, Evidence], Iterator[Link]], ...] = (_terms, _numbers, _words)
