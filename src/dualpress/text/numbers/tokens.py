"""Figures and number words in text, one by one, before they are put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import latin_digits, match_key_of
from dualpress.text.numbers.units import NOTHING_COUNTED
from dualpress.text.numbers.words import lexicon

__all__ = ["Token", "TokenKind", "tokenize"]


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
# "12 000" by the SI; a plain space may as well part a day or a code from a number.
_SHORT_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
_SPACED = (
    r"(?:(?<![\p{L}\p{M}\p{N}][-.,:/]?|\d\ )[1-9]\d{0,2}(?:[\u00a0\u202f]\d{3})+"
    rf"|(?<![\p{{L}}\p{{M}}\p{{N}}][-.,:/]?|\d\ |(?i:{_SHORT_MONTHS})[a-z]*\.?\ )"
    r"[1-9]\d{0,2}(?:\ \d{3})+)(?![\d,]|[\u00a0\u202f\ ]\d)(?:\.\d+)?"
)
_POWER = r"[23](?!\d)"
_BELOW = {above: "|".join(str(below) for below in range(above + 1, 11)) for above in range(1, 10)}
_SHARE = (
    r"(?<![\d/.,-])(?:(?P<whole>\d{1,3})\ )?(?P<fraction>"
    + "|".join(f"{above}/(?:{below})" for above, below in _BELOW.items())
    + r")(?![/.,-]?\d)"
)
_SHORT = r"[kcm]?m|कि\.?मी\.?|मिमी|सेमी|वर्ग\ मी|मी|मीटर"
_LENGTH = rf"(?:{_SHORT}|(?:km|किमी|मी|मीटर|met(?:re|er)s)\s)"
_NOTHING_COUNTED = NOTHING_COUNTED.replace(" ", r"\ ")
_TOKEN = regex.compile(
    rf"""
      (?P<word>छ:|(?i:[ap]\.m|o['’]clock)|[\p{{L}}\p{{M}}\u200c\u200d]+)
    | (?P<dotted>\d+(?:\.\d+){{2,}}|\d{{1,2}}(?::\d{{2}}){{1,2}}(?!\d)(?:\.\d+)?)
    | (?P<exponent>(?=[23])(?<=(?<![\p{{L}}\p{{M}}]){_LENGTH}){_POWER}
        (?:(?<!\s.)|{_NOTHING_COUNTED}))
    | (?P<share>(?=\d){_SHARE})
    | (?P<figure>(?=\d){_SPACED}|{_GROUPED}|\d+(?:\.\d+)?[¼½¾⅓⅔⅛]?|(?<=^|[\s$£€₹¥])\.\d+|[¼½¾⅓⅔⅛])
    """,
    regex.VERBOSE,
)
_DIGITS = regex.compile(r"\d+")
_GROUPING = regex.compile(r"[,\s]")
_CHARACTER = regex.compile(r"&#x?[0-9a-fA-F]+;")
_ROMAN = regex.compile(r"(?=[IVX]{2}|[VX])(X{0,3})(IX|IV|V?I{0,3})")
_MOST_DIGITS = 60
"""What is longer is no number that a text says."""
_VULGAR = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}

_Meaning: TypeAlias = Callable[[str], tuple[TokenKind | None, Fraction]]

# 22 अरब देश are Arab states, and no billions.
_ARAB = regex.compile(r"\s(?:देश|राज्य|राष्ट्र|मुल्क|नेता|शासक|लीग|जगत|प्रायद्वीप|स्प्रिंग|बसंत|अमीरात)")

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
    prices = {match.end(): match["scale"].lower() for match in _PRICE.finditer(latin)}
    meaning = _meanings(language)
    tokens = []
    for match in _TOKEN.finditer(_without_addresses(latin)):
        token: Token | None
        if prices and (letter := prices.get(match.start())):
            token = _price_scale(match, letter)
        elif match.lastgroup == "word":
            kind, value = meaning(match[0])
            token = _word(match, kind, value) if kind else None  # as of most words
        else:
            token = _figure_token(match)
        if token is not None:
            tokens.append(token)
    return tokens


def _without_addresses(text: str) -> str:
    """The text with blanks for what has digits and no numbers: URLs, ``&#39;``."""
    references = [match.span() for match in _CHARACTER.finditer(text)] if "&#" in text else []
    for start, end in (*find_addresses(text), *references):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _price_scale(match: regex.Match[str], letter: str) -> Token:
    return Token(TokenKind.SCALE, Span(*match.span()), match[0], _PRICE_SCALES[letter])


def _word(match: regex.Match[str], kind: TokenKind, value: Fraction) -> Token | None:
    if match[0] == "अरब" and _ARAB.match(match.string, match.end()):
        return None
    return Token(kind, Span(*match.span()), match[0], value)


def _figure_token(match: regex.Match[str]) -> Token | None:
    group = match.lastgroup
    if group == "exponent":  # km2
        return None
    span = Span(*match.span())
    if max(map(len, _DIGITS.findall(match[0])), default=0) > _MOST_DIGITS:
        return None
    if group == "dotted":
        return Token(TokenKind.DOTTED, span, match[0])
    if group == "share":
        return _share(match, span)
    return Token(TokenKind.FIGURE, span, match[0], _figure(match[0]))


def _share(match: regex.Match[str], span: Span) -> Token:
    """``2/3``, ``1 1/2``."""
    value = Fraction(match["whole"] or 0) + Fraction(match["fraction"])
    return Token(TokenKind.SHARE, span, match["fraction"], value)


def _figure(text: str) -> Fraction:
    digits = _GROUPING.sub("", text).rstrip("".join(_VULGAR))
    value = Fraction(int(digits) if digits.isdecimal() else digits or 0)
    return value + Fraction(*_VULGAR[text[-1]]) if text[-1] in _VULGAR else value


@cache
def _meanings(language: Language) -> _Meaning:
    """:func:`_meaning` in a language; a text says most of its words again, and a key is dear."""
    return lru_cache(maxsize=1 << 14)(partial(_meaning, language=language))


def _meaning(word: str, language: Language) -> tuple[TokenKind | None, Fraction]:
    """What a word is in a number, and what it is worth; no kind for any other word."""
    key = word.lower() if word.isascii() else match_key_of(word).lower()
    words = lexicon(language)
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
            return kind, Fraction(table[key])
    if key in words.clock:
        return TokenKind.CLOCK, Fraction(0)
    return _roman(word)


def _roman(text: str) -> tuple[TokenKind | None, Fraction]:
    match = _ROMAN.fullmatch(text)
    if match is None:
        return None, Fraction(0)
    ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
    value = 10 * len(match[1]) + (ones | {"IX": 9})[match[2]]
    return TokenKind.HINT, Fraction(value)
