"""Placeholders: what stands for a term while its sentence is translated, and how it comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_CHAR, WORD_END, WORD_START

__all__ = [
    "SCHEMES",
    "FixedScheme",
    "PatternScheme",
    "Rendered",
    "Scheme",
    "Token",
    "find_token",
]

_POOL = 8
"""Placeholders of a kind: a sentence takes those that it does not have itself."""


class Rendered(NamedTuple):
    """A term of a sentence: its words there, and what must stand for them in the translation."""

    words: str
    rendering: str


class Token(NamedTuple):
    """One placeholder: what the engine is given, and what it must give back for that."""

    written: str
    read: str


class Scheme(Protocol):
    """A kind of placeholder."""

    @property
    def name(self) -> str:
        """What it is called in tables."""
        ...

    def tokens(
        self, terms: Sequence[Rendered], text: str, source: Language, *, skip: int = 0
    ) -> tuple[Token, ...] | None:
        """A placeholder for each term.

        Args:
            terms: what they stand for.
            text: the sentence that they are put into.
            source: its language.
            skip: how many of the kind to leave out, for a second trial with others.

        Returns:
            ``None`` where the kind has not so many that the sentence itself lacks.
        """
        ...


@dataclass(frozen=True, slots=True)
class FixedScheme:
    """Placeholders that have nothing to do with their terms.

    Args:
        name: see :class:`Scheme`.
        forms: the same placeholders in either language.
    """

    name: str
    forms: Mapping[Language, Sequence[str]]

    def tokens(
        self, terms: Sequence[Rendered], text: str, source: Language, *, skip: int = 0
    ) -> tuple[Token, ...] | None:
        """See :meth:`Scheme.tokens`."""
        target = Language.EN if source is Language.HI else Language.HI
        pairs = zip(self.forms[source], self.forms[target], strict=True)
        free = [Token(*pair) for pair in pairs if pair[0] not in text][skip:]
        return tuple(free[: len(terms)]) if len(free) >= len(terms) else None


@dataclass(frozen=True, slots=True)
class PatternScheme:
    """Placeholders that tell the engine what to write, and are read as just that.

    Args:
        name: see :class:`Scheme`.
        pattern: with ``{target}`` for the rendering and, where wanted, ``{source}`` for the
            words of the sentence.
    """

    name: str
    pattern: str

    def tokens(
        self, terms: Sequence[Rendered], text: str, source: Language, *, skip: int = 0
    ) -> tuple[Token, ...] | None:
        """See :meth:`Scheme.tokens`; every term has one, and none is left out."""
        return tuple(Token(self._written(term), term.rendering) for term in terms)

    def _written(self, term: Rendered) -> str:
        # Not str.format: a pattern may have other braces.
        return self.pattern.replace("{source}", term.words).replace("{target}", term.rendering)


def find_token(text: str, read: str) -> list[Span]:
    """Where a placeholder stands in a translation, as it was and as a word of its own."""
    before = WORD_START if _BEGINS_WORD.match(read) else ""
    after = WORD_END if _ENDS_WORD.search(read) else ""
    # 7001 is not in 7,001 either, nor in 7001.5.
    if read.isdigit():
        before, after = rf"{before}(?<![0-9][.,])", rf"{after}(?![.,][0-9])"
    found = regex.finditer(f"{before}{regex.escape(read)}{after}", text)
    return [Span(*match.span()) for match in found]


_BEGINS_WORD = regex.compile(WORD_CHAR)
_ENDS_WORD = regex.compile(rf"{WORD_CHAR}$")


def _numbered(pattern: str, numbers: Sequence[int] = range(1, _POOL + 1)) -> FixedScheme:
    """The same in both languages; named as its first placeholder."""
    forms = [pattern.format(number) for number in numbers]
    return FixedScheme(forms[0], dict.fromkeys(Language, forms))


# Surnames that newspapers spell in one way in each language.
_SURNAMES = {
    Language.EN: "Kulkarni Deshpande Chaturvedi Malhotra Bhardwaj Trivedi Tripathi Jaiswal".split(),
    Language.HI: "कुलकर्णी देशपांडे चतुर्वेदी मल्होत्रा भारद्वाज त्रिवेदी त्रिपाठी जायसवाल".split(),
}
# No years, no round numbers, nothing that a sentence is likely to count.
_NUMBERS = (7001, 7043, 7109, 7213, 7307, 7411, 7507, 7603)

SCHEMES: tuple[Scheme, ...] = (
    _numbered("X{}"),
    _numbered("[X{}]"),
    _numbered("ZQ{}"),
    _numbered("#{}#"),
    _numbered("{}", _NUMBERS),
    FixedScheme("a surname", _SURNAMES),
    PatternScheme("the rendering", "{target}"),
)
"""All kinds that are tried, apart from tags that a model was taught."""
