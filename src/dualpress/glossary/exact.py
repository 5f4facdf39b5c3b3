"""Segments that as a whole are one glossary term: headings, cells, menu entries."""

from __future__ import annotations

import regex

from dualpress.article import TAG, Language, other
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.renderings import rendering_of
from dualpress.glossary.terms import PAGE, Kind

__all__ = ["translate_exact"]

# What may stand around the term: tags, a colon, brackets, arrows of a menu.
_SIGNS = ":-–—…|«»←→()[]"
_AROUND = rf"(?:</?g[1-9][0-9]*>|<x[1-9][0-9]*/>|[\s{regex.escape(_SIGNS)}])*"
_BEGINNING = rf"(?P<before>{_AROUND})(?:(?P<count>[0-9][0-9.,]*)\s+)?"
_SEGMENT = regex.compile(rf"{_BEGINNING}(?P<words>\S.*?)(?P<after>{_AROUND})", regex.DOTALL)
_BARE_END = regex.compile(rf"{_BEGINNING}(?P<words>\S.*)(?P<after>)", regex.DOTALL)
"""The same for a segment that ends with none of these, as most do: it need not look for where."""

_STOPS = {Language.EN: ".", Language.HI: "।"}


def translate_exact(source: str, glossary: Glossary, *, source_language: Language) -> str | None:
    """Translate a segment that is one glossary term and nothing else.

    Tags and a colon around the term are kept, and so is a number before a
    word of the page (``3 min read``). A full stop becomes that of the other language.

    Args:
        source: the segment, with or without inline tags.
        glossary: the terms.
        source_language: the language of ``source``.

    Returns:
        The translation; ``None`` if the segment is no term, or one that could
        be written in more than one way.
    """
    end = source[-1:]
    may_end_around = end.isspace() or end in _SIGNS or end == ">"
    segment = (_SEGMENT if may_end_around else _BARE_END).fullmatch(source)
    if segment is None:
        return None
    stop = _STOPS[source_language]
    words = segment["words"]
    rendering = _rendering(words, segment["count"], glossary, source_language)
    if rendering is None and words.endswith(stop):
        words = words.removesuffix(stop)
        rendering = _rendering(words, segment["count"], glossary, source_language)
        rendering = rendering and rendering + _STOPS[other(source_language)]
    return rendering and f"{segment['before']}{rendering}{segment['after']}"


def _rendering(words: str, count: str | None, glossary: Glossary, language: Language) -> str | None:
    matcher = glossary.matcher(language)
    match = _whole(words, matcher.find(words)) if matcher.may_be_whole(words) else None
    if match is None or (count and match.term.domain != PAGE):
        return None
    rendering = rendering_of(match, language)
    if rendering is None or count:
        return rendering and f"{count} {rendering}"
    if match.term.kind in (Kind.TERM, Kind.TITLE):
        # A heading or a cell begins with a capital where its language has them.
        return rendering[:1].upper() + rendering[1:]
    return rendering


def _whole(words: str, matches: list[TermMatch]) -> TermMatch | None:
    is_whole = len(matches) == 1 and matches[0].span == (0, len(words))
    return matches[0] if is_whole and not TAG.search(words) else None
