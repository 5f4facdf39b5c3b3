"""Which words of a translation certainly stand for which words of its source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from dualpress.article import Span
from dualpress.engines.placement.evidence import Evidence
from dualpress.engines.placement.words import is_little, overlaps, with_parts, words_in
from dualpress.glossary.check import spans_of
from dualpress.text.devanagari import key_of
from dualpress.text.numbers import NumberKind, find_numbers
from dualpress.text.sounds import likeness, spelled

__all__ = ["Link", "find_links"]

_ALIKE = 0.75
"""Likeness of sound from which two words are taken for one name."""


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


def _words(source: str, target: str, evidence: Evidence) -> Iterator[Link]:
    ours, theirs = words_in(source), words_in(target)
    yield from _pairs(source, ours, target, theirs, evidence, _strength)
    # Part of a word with hyphens must be the same: too many short words sound alike.
    parts = with_parts(source), with_parts(target)
    yield from _pairs(source, parts[0], target, parts[1], evidence, _sameness)


def _pairs(
    source: str,
    ours: Sequence[Span],
    target: str,
    theirs: Sequence[Span],
    evidence: Evidence,
    strength_of: Callable[[str, str], float],
) -> Iterator[Link]:
    others = [(span, target[slice(*span)]) for span in theirs]
    for here in ours:
        word = source[slice(*here)]
        is_vague = is_little(word, evidence.source_language)
        for span, other in others:
            if _is_article(word, other):
                yield Link(here, span, 0.5)
            elif is_vague or is_little(other, evidence.target_language):
                continue
            elif strength := strength_of(word, other):
                yield Link(here, span, strength)


def _is_article(word: str, other: str) -> bool:
    """``The`` of a newspaper's or a ship's name, which Hindi writes too."""
    return {word, other} == {"The", "द"}


def _strength(word: str, other: str) -> float:
    if same := _sameness(word, other):
        return same
    alike = likeness(word, other)
    return alike if alike >= _ALIKE else 0.0


def _sameness(word: str, other: str) -> float:
    if key_of(word) == key_of(other):
        return 2.0
    return 1.9 if _is_spelled(word, other) or _is_spelled(other, word) else 0.0


def _is_spelled(acronym: str, word: str) -> bool:
    letters = spelled(acronym)
    return letters is not None and letters == key_of(word.replace(".", ""))


_FINDERS: tuple[Callable[[str, str, Evidence], Iterator[Link]], ...] = (_terms, _numbers, _words)
