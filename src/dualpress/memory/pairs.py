"""From a catalog to the pairs of a translation memory, for both directions."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple, Protocol

from dualpress.article import TAG, Language, Status
from dualpress.translation import Translation, is_blank, misfit

__all__ = [
    "NO_CONTEXT",
    "Context",
    "Pair",
    "Reviewed",
    "both_ways",
    "contexts",
    "key_form",
    "pairs_of",
    "phrases_of",
]

EDGE = ""
"""The neighbour of a first or last sentence."""


class Reviewed(Protocol):
    """What the memory reads of a catalog."""

    @property
    def article(self) -> str:
        """The article's id."""

    @property
    def source_language(self) -> Language:
        """What the article is written in."""

    @property
    def target_language(self) -> Language:
        """What it is translated into."""

    @property
    def entries(self) -> Sequence[Translation]:
        """In reading order."""


class Context(NamedTuple):
    """What stands around a sentence.

    Args:
        previous: the source before it; empty at the start of the page, ``None``
            where it is not known.
        next: the source after it, likewise.
        given: the context that the page or an editor gave (``msgctxt``).
    """

    previous: str | None = EDGE
    next: str | None = EDGE
    given: str | None = None

    @property
    def is_telling(self) -> bool:
        """Whether a sentence in the same context is the same sentence.

        A page of one sentence has no neighbours that could confirm anything.
        """
        return None not in self[:2] and self[:2] != (EDGE, EDGE)


NO_CONTEXT = Context(None, None)
"""Of a pair that stands on no page."""


class Pair(NamedTuple):
    """A source with a confirmed target, for one direction."""

    source_language: Language
    target_language: Language
    source: str
    target: str
    context: Context


def contexts(entries: Sequence[Translation]) -> list[Context]:
    """The context of each entry of a catalog, as the memory knows it."""
    sources = [key_form(entry.source) for entry in entries]
    return [
        Context(*around, entry.key.context)
        for around, entry in zip(_neighbours(sources), entries, strict=True)
    ]


def key_form(text: str) -> str:
    """The form in which texts are compared: NFC."""
    return unicodedata.normalize("NFC", text)


def pairs_of(catalog: Reviewed) -> Iterator[Pair]:
    """All pairs that a human confirmed and that could stand on a page.

    Each comes for both directions. On the way back its tags are numbered as
    they follow each other there, as a page in that language would number them.
    """
    languages = (catalog.source_language, catalog.target_language)
    confirmed = [_is_confirmed(entry) for entry in catalog.entries]
    placed = zip(catalog.entries, contexts(catalog.entries), strict=True)
    for entry, context in compress(placed, confirmed):
        yield Pair(*languages, key_form(entry.source), entry.target, context)
    # The sentence above says what a joined one would say: no text stands there.
    standing = [
        (entry, _turned(entry.source, entry.target) if is_confirmed else None)
        for entry, is_confirmed in zip(catalog.entries, confirmed, strict=True)
        if entry.status is not Status.JOINED
    ]
    sources = [key_form(turned[0]) if turned else None for _, turned in standing]
    for (entry, turned), around in zip(standing, _neighbours(sources), strict=True):
        if turned:
            context = Context(*around, entry.key.context)
            yield Pair(*languages[::-1], key_form(turned[0]), turned[1], context)


def phrases_of(catalog: Reviewed) -> Iterator[Pair]:
    """The confirmed pairs of a list of phrases, where neighbours mean nothing."""
    for pair in pairs_of(catalog):
        yield pair._replace(context=NO_CONTEXT._replace(given=pair.context.given))


def both_ways(
    source_language: Language, target_language: Language, source: str, target: str
) -> Iterator[Pair]:
    """The pairs of two segments that are translations of each other and stand on no page.

    Args:
        source_language: what the source is written in.
        target_language: what the target is written in.
        source: with its tags, numbered as they follow each other.
        target: with the same tags.

    Returns:
        One pair a direction; none where the two do not fit each other.
    """
    if misfit(source, target) is None and not is_blank(source):
        yield Pair(source_language, target_language, key_form(source), target, NO_CONTEXT)
        back, forth = _turned(source, target)
        yield Pair(target_language, source_language, key_form(back), forth, NO_CONTEXT)


def _is_confirmed(entry: Translation) -> bool:
    return entry.status is Status.REVIEWED and misfit(entry.source, entry.target) is None


def _neighbours(sources: Sequence[str | None]) -> Iterator[tuple[str | None, str | None]]:
    framed = [EDGE, *sources, EDGE]
    return zip(framed, framed[2:], strict=False)


def _turned(source: str, target: str) -> tuple[str, str]:
    """Target and source, their tags numbered in the order of the target."""
    if "<" not in target:  # nor in the source, whose tags it has
        return target, source
    numbers: dict[str, int] = {}
    for tag in TAG.finditer(target):
        numbers.setdefault(tag["g"] or tag["x"], len(numbers) + 1)
    return _renumbered(target, numbers), _renumbered(source, numbers)


def _renumbered(tagged: str, numbers: dict[str, int]) -> str:
    return TAG.sub(
        lambda tag: (
            f"<{tag['close']}g{numbers[tag['g']]}>" if tag["g"] else f"<x{numbers[tag['x']]}/>"
        ),
        tagged,
    )
