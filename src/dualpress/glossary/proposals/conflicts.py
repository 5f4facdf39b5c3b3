"""One name written in two ways in one article: the classic slip of a newsroom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.passages import Passage, Place
from dualpress.glossary.proposals.spellings import are_alike
from dualpress.glossary.proposals.suggestion import Suggestion
from dualpress.glossary.proposals.whole_words import stands_in
from dualpress.text.devanagari import key_of

__all__ = ["Conflict", "find_conflicts"]

_ENDINGS = ("", "s")

_Written = dict[str, list[Place]]
"""How a name is written, each way with its places."""


class Conflict(NamedTuple):
    """A name that one article writes in more than one way.

    Args:
        article: the article's id.
        name: as the glossary or the most of the texts have it.
        language: in which it is written in two ways.
        written: each way with its places, the more usual first.
    """

    article: str
    name: str
    language: Language
    written: tuple[tuple[str, tuple[Place, ...]], ...]


def find_conflicts(
    passages: Iterable[Passage], names: Sequence[Suggestion], glossary: Glossary
) -> Iterator[Conflict]:
    """Find names that one article writes in two ways.

    Args:
        passages: the sentences, those of one article together.
        names: those that the glossary does not have.
        glossary: the others.
    """
    named: dict[str, list[Suggestion]] = defaultdict(list)
    for name in names:
        for article in name.articles:
            named[article].append(name)
    for article, together in groupby(passages, key=_article):
        sentences = list(together)
        for name in named.pop(article, ()):
            yield from _of_name(article, name, sentences)
        yield from _of_terms(article, sentences, glossary)


def _article(passage: Passage) -> str:
    return passage.place.article


def _of_name(article: str, name: Suggestion, passages: Sequence[Passage]) -> Iterator[Conflict]:
    found = [
        (spelling, passage)
        for spelling, _ in name.spellings
        for passage in _with_spelling(spelling, passages)
    ]
    if len(found) < 2:
        return  # most names, and what stands once is written in one way
    spelled: _Written = defaultdict(list)
    rendered: _Written = defaultdict(list)
    for spelling, passage in found:
        spelled[spelling].append(passage.place)
        if passage.target and (rendering := find_rendering(spelling, passage.target)):
            rendered[rendering.text].append(passage.place)
    yield from _conflict(article, name.name, name.language, spelled)
    yield from _conflict(article, name.name, other(name.language), _of_one_length(rendered))


def _with_spelling(name: str, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that have a name in this spelling, or more than one of it."""
    return [passage for passage in passages if stands_in(name, passage.text, _ENDINGS)]


def _of_one_length(written: _Written) -> _Written:
    """Less what has other words around the name than most have."""
    lengths = [len(text.split()) for text, places in written.items() for _ in places]
    usual = max(lengths, key=lengths.count, default=0)
    return {text: places for text, places in written.items() if len(text.split()) == usual}


def _of_terms(article: str, passages: Sequence[Passage], glossary: Glossary) -> Iterator[Conflict]:
    """Terms whose row allows two spellings: Baloch and Baluch."""
    found: dict[tuple[str, Language], _Written] = defaultdict(lambda: defaultdict(list))
    for passage in passages:
        texts = {passage.language: passage.text, other(passage.language): passage.target}
        for language, text in texts.items():
            for match in glossary.matcher(language).find(text):
                if not match.inflected and not match.ambiguous:
                    found[match.term.en, language][match.form].append(passage.place)
    for (name, language), written in found.items():
        yield from _conflict(article, name, language, written)


def _conflict(article: str, name: str, language: Language, written: _Written) -> Iterator[Conflict]:
    ways = sorted(written.items(), key=lambda way: (-len(way[1]), way[0]))
    usual = ways[0][0] if ways else ""
    differing = [way for way in ways[1:] if _differ(usual, way[0])]
    if differing:
        told = tuple((text, tuple(places)) for text, places in (ways[0], *differing))
        yield Conflict(article, name, language, told)


def _differ(usual: str, text: str) -> bool:
    return key_of(usual) != key_of(text) and are_alike(usual, text)
