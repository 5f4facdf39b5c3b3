"""Latin words that stand in a Hindi sentence by right: of a title, a gloss, a scientific name."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["latin_names"]

_WORD = r"[\p{Latin}\d][\p{Latin}\p{M}\d]*(?:['’-][\p{Latin}\d]+)*"
_RUN = regex.compile(rf"{WORD_START}{_WORD}(?:\s+(?:{_WORD}|&))+{WORD_END}")
_QUOTED = regex.compile(r"(?<=[\"'“‘«])\p{Lu}[^\"“”‘«»\p{Deva}]*?(?=[\"”»]|['’](?!\p{L}))")
_PLAIN_WORD = regex.compile(rf"{WORD_START}\p{{Ll}}{{2,}}{WORD_END}")

# Closed classes of words, which titles keep in lower case; the particles of names too.
_ARTICLES = frozenset(("a", "an", "the"))
_JOINING = frozenset(("and", "or"))
_PREPOSITIONS = frozenset("as at by for from in into of on over per to vs with".split())
_PARTICLES = frozenset(
    "al bin bint da de del der des di do dos du e el et ibn la le und van von y".split()
)
_SMALL = _ARTICLES | _JOINING | _PREPOSITIONS | _PARTICLES
_OBJECTS = frozenset(("it", "me", "you", "us", "him", "her", "them"))

# The English of a term after the Hindi: प्राणिकता (primality).
_GLOSS = regex.compile(
    r"(?<=\p{Deva}[\"'”’»]*\s?)\(\s*(?P<term>[^()\p{Deva}]*\p{Latin}[^()\p{Deva}]*?)\s*\)"
)
# The second word of a scientific name is in lower case: “Y. pestis” (ICZN, article 28).
_SPECIES = regex.compile(rf"(?<![\p{{L}}\p{{M}}.])\p{{Lu}}\.\s?\p{{Ll}}{{3,}}{WORD_END}")
_CITED = regex.compile(rf"{WORD_START}et\s+al(?=\.)")


def latin_names(target: str, source: str) -> list[Span]:
    """Find the Latin text of a Hindi translation whose lower-case words are not left over.

    That is a title or name as its author wrote it (“Game of Thrones”), the English of a term in
    brackets that the source does not have, a species, and “et al.”

    Args:
        target: the Hindi text, without tags.
        source: the English text, without tags.
    """
    return [
        *(Span(*match.span()) for match in _CITED.finditer(target)),
        *_titles(target, source),
        *_glosses(target, source),
        *_species(target, source),
    ]


def _titles(target: str, source: str) -> Iterator[Span]:
    for match in _RUN.finditer(target):
        words = match[0].split()
        if _is_title(words) and not _is_list(words) and _names(match[0], source):
            yield Span(*match.span())
    for match in _QUOTED.finditer(target):
        if _is_title(match[0].split()) and _names(match[0], source):
            yield Span(*match.span())


def _is_title(words: list[str]) -> bool:
    """Whether only closed-class words are in lower case, and none but a pronoun ends it."""
    *inner, last = words
    return (
        words[0][0].isupper()
        and (not last[0].islower() or last in _OBJECTS)
        and sum(word[0].isupper() for word in words) > 1
        and all(word in _SMALL for word in inner if word[0].islower())
    )


def _is_list(words: list[str]) -> bool:
    """Whether it may be two names, “BLA and Google”, or begin a sentence: “In the Punjab”."""
    joins = {word for word in words if word[0].islower()} - _ARTICLES
    return words[0].lower() in _PREPOSITIONS or (bool(joins) and joins <= _JOINING)


def _names(run: str, source: str) -> bool:
    """Whether the source has it among words in lower case: a headline's capitals tell nothing."""
    found = _find(run, source)
    if found is None:
        return False
    others = source[: found.start] + source[found.end :]
    return any(match[0] not in _SMALL for match in _PLAIN_WORD.finditer(others))


def _glosses(target: str, source: str) -> Iterator[Span]:
    for match in _GLOSS.finditer(target):
        found = _find(match["term"], source)
        if found is not None and not source[: found.start].rstrip().endswith("("):
            yield Span(*match.span("term"))


def _species(target: str, source: str) -> Iterator[Span]:
    for match in _SPECIES.finditer(target):
        if _find(match[0], source) is not None:
            yield Span(*match.span())


def _find(words: str, text: str) -> Span | None:
    pattern = rf"{WORD_START}{regex.escape(words)}{WORD_END}"
    match = regex.search(pattern, text, regex.IGNORECASE)
    return Span(*match.span()) if match else None
