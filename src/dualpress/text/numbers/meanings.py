"""Number words, one by one: units, scales, months, ordinals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import NamedTuple, TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import match_key_of
from dualpress.text.numbers.words import lexicon

__all__ = ["WORD", "Token", "TokenKind", "word_reader"]

WORD = regex.compile(r"छ:|(?i:[ap]\.m|o['’]clock)|[\p{L}\p{M}\u200c\u200d]+")
"""One word; what it means is not said."""

_ROMAN = regex.compile(r"(?=[IVX]{2}|[VX])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = "IVX"
_REMEMBERED = 1 << 14
"""Texts say most of their words again, and to ask for the meaning of one is dear."""


class TokenKind(Enum):
    """What a token can do in a number."""

    FIGURE = auto()
    """Digits, with grouping commas and a decimal point."""
    DOTTED = auto()
    """Digits with several dots or colons: a date, a time, a version."""
    SHARE = auto()
    """One number above another: ``2/3``, ``1 1/2``."""
    UNIT = auto()
    FRACTION = auto()
    SHIFT = auto()
    SCALE = auto()
    PLURAL = auto()
    HINT = auto()
    """An ordinal, or a word that the other language may write as a number."""
    MONTH = auto()
    CLOCK = auto()


class Token(NamedTuple):
    """One figure or number word.

    Args:
        kind: what it can do.
        span: where it stands.
        text: the token with Latin digits.
        value: what it is worth; zero for ``DOTTED`` and ``CLOCK``.
    """

    kind: TokenKind
    span: Span
    text: str
    value: Fraction = Fraction(0)


_Meaning: TypeAlias = tuple[TokenKind | None, Fraction]
"""What a word is and what it is worth; no kind for a word of no number, as most are."""

_NO_MEANING: _Meaning = (None, Fraction(0))


@cache
def word_reader(language: Language) -> Callable[[str], tuple[Token, ...]]:
    """A function that finds the number words in a piece of text, at places in that piece.

    What stands between two spaces is asked for as a whole, which costs a fraction of finding
    each word, and nearly always there is none.
    """
    return lru_cache(maxsize=_REMEMBERED)(partial(_read, meanings=_meanings(language)))


def _read(piece: str, meanings: Mapping[str, _Meaning]) -> tuple[Token, ...]:
    if piece.isdecimal():  # a figure has no word
        return ()
    meant = [_meaning(word, meanings) for word in WORD.findall(piece)]
    if meant.count(_NO_MEANING) == len(meant):  # as nearly all
        return ()
    return tuple(
        Token(kind, Span(*match.span()), match[0], value)
        for match, (kind, value) in zip(WORD.finditer(piece), meant, strict=True)
        if kind is not None
    )


def _meaning(word: str, meanings: Mapping[str, _Meaning]) -> _Meaning:
    key = word.lower() if word.isascii() else match_key_of(word).lower()
    return meanings.get(key) or (_roman(word) if word[0] in _ROMAN_DIGITS else _NO_MEANING)


@cache
def _meanings(language: Language) -> Mapping[str, _Meaning]:
    """The number words of a language; of two meanings of a word the one that goes first here."""
    words = lexicon(language)
    tables = (
        (TokenKind.UNIT, words.units),
        (TokenKind.SCALE, words.scales),
        (TokenKind.PLURAL, words.plurals),
        (TokenKind.FRACTION, words.fractions),
        (TokenKind.SHIFT, words.shifts),
        (TokenKind.MONTH, words.months),
        (TokenKind.HINT, words.hints),
        (TokenKind.CLOCK, dict.fromkeys(words.clock, 0)),
    )
    meanings: dict[str, _Meaning] = {}
    for kind, table in tables:
        for word, value in table.items():
            meanings.setdefault(word, (kind, Fraction(value)))
    return meanings


def _roman(text: str) -> _Meaning:
    match = _ROMAN.fullmatch(text) if text.isascii() else None
    if match is None:
        return _NO_MEANING
    ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
    value = 10 * len(match[1]) + (ones | {"IX": 9})[match[2]]
    return TokenKind.HINT, Fraction(value)
