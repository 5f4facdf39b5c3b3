"""Figures and number words in text, one by one, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

import regex

from dualpress.article import Language, Span
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import latin_digits, match_key_of
from dualpress.text.numbers.words import Lexicon, lexicon

__all__ = ["Token", "TokenKind", "tokenize"]


class TokenKind(Enum):
    """What a token can do in a number."""

    FIGURE = auto()
    """Digits, with grouping commas and a decimal point."""
    DOTTED = auto()
    """Digits with several dots or colons: a date, a time, a version."""
    UNIT = auto()
    FRACTION = auto()
    SHIFT = auto()
    SCALE = auto()
    PLURAL = auto()
    HINT = auto()
    """An ordinal, or a word that the other language may write as a number."""
    MONTH = auto()
    CLOCK = auto()


@dataclass(frozen=True, slots=True)
class Token:
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


_GROUPED = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
_TOKEN = regex.compile(
    rf"""
      (?P<dotted>\d+(?:\.\d+){{2,}}|\d{{1,2}}(?::\d{{2}}){{1,2}}(?!\d)(?:\.\d+)?)
    | (?P<exponent>(?<=(?<!\p{{L}})(?:[kcm]?m|कि\.?मी\.?|वर्ग\ मी|मी|मीटर))[23](?!\d))
    | (?P<figure>{_GROUPED}|\d+(?:\.\d+)?[¼½¾⅓⅔⅛]?|(?<=^|\s)\.\d+|[¼½¾⅓⅔⅛])
    | (?P<word>छ:|(?i:[ap]\.m|o['’]clock)|[\p{{L}}\p{{M}}\u200c\u200d]+)
    """,
    regex.VERBOSE,
)
_ROMAN = regex.compile(r"(?=[IVX]{2}|[VX])(X{0,3})(IX|IV|V?I{0,3})")
_VULGAR = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}

# "$5m", "£2.5 bn": letters that are a scale only behind a price.
_PRICE = regex.compile(r"[$£€₹¥]\s?\d[\d,.]*\d?\s?(?=(?P<scale>[kmbKMB])(?!\p{L}))")
_PRICE_SCALES = {"k": Fraction(10**3), "m": Fraction(10**6), "b": Fraction(10**9)}


def tokenize(text: str, language: Language) -> list[Token]:
    """Find all figures and number words outside addresses.

    Args:
        text: plain text.
        language: whose number words are known; figures are read in either.

    Returns:
        The tokens, in order, not overlapping.
    """
    latin = latin_digits(text)
    words = lexicon(language)
    prices = {match.end(): match["scale"].lower() for match in _PRICE.finditer(latin)}
    tokens = []
    for match in _TOKEN.finditer(_without_addresses(latin)):
        letter = prices.get(match.start())
        token = _price_scale(match, letter) if letter else _token(match, words)
        if token is not None:
            tokens.append(token)
    return tokens


def _without_addresses(text: str) -> str:
    chars = list(text)
    for start, end in find_addresses(text):
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def _price_scale(match: regex.Match[str], letter: str) -> Token:
    return Token(TokenKind.SCALE, Span(*match.span()), match[0], _PRICE_SCALES[letter])


def _token(match: regex.Match[str], words: Lexicon) -> Token | None:
    span = Span(*match.span())
    if match["exponent"]:  # km2
        return None
    if match["dotted"]:
        return Token(TokenKind.DOTTED, span, match[0])
    if match["figure"]:
        return Token(TokenKind.FIGURE, span, match[0], _figure(match[0]))
    return _word(match[0], span, words)


def _figure(text: str) -> Fraction:
    digits = text.replace(",", "").rstrip("".join(_VULGAR))
    value = Fraction(digits) if digits else Fraction(0)
    return value + Fraction(*_VULGAR[text[-1]]) if text[-1] in _VULGAR else value


def _word(text: str, span: Span, words: Lexicon) -> Token | None:
    key = match_key_of(text).lower()
    tables = (
        (TokenKind.UNIT, words.units),
        (TokenKind.SCALE, words.scales),
        (TokenKind.PLURAL, words.plurals),
        (TokenKind.FRACTION, words.fractions),
        (TokenKind.SHIFT, words.shifts),
        (TokenKind.MONTH, words.months),
        (TokenKind.HINT, words.hints),
    )
    for kind, table in tables:
        if key in table:
            return Token(kind, span, text, Fraction(table[key]))
    if key in words.clock:
        return Token(TokenKind.CLOCK, span, text)
    return _roman(text, span)


def _roman(text: str, span: Span) -> Token | None:
    match = _ROMAN.fullmatch(text)
    if match is None:
        return None
    ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
    value = 10 * len(match[1]) + (ones | {"IX": 9})[match[2]]
    return Token(TokenKind.HINT, span, text, Fraction(value))
