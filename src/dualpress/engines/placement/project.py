"""From words that stand for each other to the words that a tag goes around."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from dualpress.article import Language, Span
from dualpress.engines.placement.links import Link
from dualpress.engines.placement.words import is_little, overlaps, words_in

__all__ = ["Projection", "project"]


class Projection(NamedTuple):
    """Where the words of a tag went.

    Args:
        span: from the first to the last of them.
        share: how many of the tag's words are known to be there, of those that say something.
        before: words of the tag before the first known one.
        after: words of the tag behind the last known one.
    """

    span: Span
    share: float
    before: int
    after: int


def project(
    tag: Span,
    room: Span,
    links: Sequence[Link],
    source: str,
    language: Language,
    taken: Collection[Span] = (),
) -> Projection | None:
    """Follow the links of a tag's words into the translation.

    Args:
        tag: where its words stand in the source.
        room: where they may stand in the translation.
        links: of the sentence.
        source: the plain source.
        language: its language.
        taken: places of other tags.

    Returns:
        The largest group of words that no word from outside the tag parts; ``None`` without any.
    """
    inside = [link for link in links if tag.holds(link.source) and room.holds(link.target)]
    inside = [link for link in inside if not overlaps(link.target, taken)]
    if not inside:
        return None
    walls = [*taken, *(link.target for link in links if not overlaps(link.source, [tag]))]
    best = max(_groups(inside, walls), key=_weight)
    words = [word for word in words_in(source, tag) if not _is_little(word, source, language)]
    known = [word for word in words if overlaps(word, (link.source for link in best))]
    if not known:
        known = words = words_in(source, tag)
    span = Span(min(link.target.start for link in best), max(link.target.end for link in best))
    first, last = words.index(known[0]), words.index(known[-1])
    return Projection(span, len(known) / len(words), first, len(words) - 1 - last)


def _groups(links: Iterable[Link], walls: Sequence[Span]) -> list[list[Link]]:
    groups: list[list[Link]] = []
    for link in sorted(links, key=lambda link: link.target):
        gap = Span(groups[-1][-1].target.end, link.target.start) if groups else None
        if gap is None or overlaps(gap, walls):
            groups.append([])
        groups[-1].append(link)
    return groups


def _weight(links: Iterable[Link]) -> int:
    """How much of the source's text stands in a group."""
    return sum(link.source.end - link.source.start for link in links)


def _is_little(word: Span, source: str, language: Language) -> bool:
    return is_little(source[slice(*word)], language)
