"""Figures and number words in text, one by one, before they are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from operator import attrgetter

import regex

from dualpress.article import Language, Span
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import latin_digits
from dualpress.text.numbers.meanings import WORD, Token, TokenKind, word_reader
from dualpress.text.numbers.units import NOTHING_COUNTED

__all__ = ["tokenize"]


_GROUPED = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
# "12 000" by the SI; a plain space may as well part a day or a code from a number.
_SHORT_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
_SPACED = (
    r"(?:(?<![\p{L}\p{M}\p{N}][-.,:/]?|\d\ )[1-9]\d{0,2}(?:[\u00a0\u202f]\d{3})+"
    rf"|(?<![\p{{L}}\p{{M}}\p{{N}}][-.,:/]?|\d\ |(?i:{_SHORT_MONTHS})[a-z]*\.?\ )"
    r"[1-9]\d{0,2}(?:\ \d{3})+)(?![\d,]|[\u00a0\u202f\ ]\d)(?:\.\d+)?"
)
_POWERS = ("2", "3")
_POWER = rf"[{''.join(_POWERS)}](?!\d)"
_BELOW = {above: "|".join(str(below) for below in range(above + 1, 11)) for above in range(1, 10)}
_SHARE = (
    r"(?<![\d/.,-])(?:(?P<whole>\d{1,3})\ )?(?P<fraction>"
    + "|".join(f"{above}/(?:{below})" for above, below in _BELOW.items())
    + r")(?![/.,-]?\d)"
)
_SHORT = r"[kcm]?m|कि\.?मी\.?|मिमी|सेमी|वर्ग\ मी|मी|मीटर"
_LENGTH = rf"(?:{_SHORT}|(?:km|किमी|मी|मीटर|met(?:re|er)s)\s)"
_NOTHING_COUNTED = NOTHING_COUNTED.replace(" ", r"\ ")
_FIGURE = regex.compile(
    rf"""
      (?P<plain>(?!{_POWER})\d+(?![¼½¾⅓⅔⅛]|[\s.,:/]?\d))  # as most are: it could be no other
    | (?P<dotted>\d+(?:\.\d+){{2,}}|\d{{1,2}}(?::\d{{2}}){{1,2}}(?!\d)(?:\.\d+)?)
    | (?P<exponent>(?=[23])(?<=(?<![\p{{L}}\p{{M}}]){_LENGTH}){_POWER}
        (?:(?<!\s.)|{_NOTHING_COUNTED}))
    | (?P<share>(?=\d){_SHARE})
    | (?P<figure>(?=\d){_SPACED}|{_GROUPED}|\d+(?:\.\d+)?[¼½¾⅓⅔⅛]?|(?<=^|[\s$£€₹¥])\.\d+|[¼½¾⅓⅔⅛])
    """,
    regex.VERBOSE,
)
_DIGITS = regex.compile(r"\d+")
_ANY_FIGURE = regex.compile(r"\p{N}")  # what no figure is without
_GROUPING = regex.compile(r"[,\s]")
_CHARACTER = regex.compile(r"&#x?[0-9a-fA-F]+;")
_MOST_DIGITS = 60
"""What is longer is no number that a text says."""
_VULGAR = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}

# 22 अरब देश are Arab states, and no billions.
_ARAB = regex.compile(r"\s(?:देश|राज्य|राष्ट्र|मुल्क|नेता|शासक|लीग|जगत|प्रायद्वीप|स्प्रिंग|बसंत|अमीरात)")

# "$5m", "£2.5 bn": letters that are a scale only behind a price.
_CURRENCIES = "$£€₹¥"
_PRICE = regex.compile(rf"[{_CURRENCIES}]\s?\d[\d,.]*\d?\s?(?=(?P<scale>[kmbKMB])(?!\p{{L}}))")
_PRICE_SCALES = {"k": Fraction(10**3), "m": Fraction(10**6), "b": Fraction(10**9)}

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_FIGURE_KIND = TokenKind.FIGURE


def tokenize(text: str, language: Language) -> list[Token]:
    """Find all figures and number words outside addresses.

    Args:
        text: plain text.
        language: whose number words are known; figures are read in either.

    Returns:
        The tokens, in order, not overlapping.
    """
    read = word_reader(language)
    figure = _ANY_FIGURE.search(text)
    if figure and not text.isascii():
        text = latin_digits(text)
    pieces = set(filter(read, text.split(" ")))
    if figure is None and not pieces:
        return []  # as of most sentences
    bare = _without_addresses(text)
    if bare != text:
        pieces = set(filter(read, bare.split(" ")))
    tokens = list(_words(bare, pieces, read)) if pieces else []
    if figure:
        tokens += [*_price_scales(bare), *_figures(bare, figure.start())]
    if len(tokens) > 1:
        tokens.sort(key=attrgetter("span"))
    return tokens


def _words(
    text: str, pieces: Iterable[str], read: Callable[[str], tuple[Token, ...]]
) -> Iterator[Token]:
    """The number words of a text, which has them in some pieces; those of like ones together."""
    spaced = f" {text} "
    for piece in pieces:
        start = spaced.find(f" {piece} ")
        while start >= 0:  # where the piece begins in the text
            yield from _moved(text, read(piece), start)
            start = spaced.find(f" {piece} ", start + 1)


def _moved(text: str, words: tuple[Token, ...], offset: int) -> Iterator[Token]:
    for kind, (start, end), word, value in words:
        span = Span(offset + start, offset + end)
        if word != "अरब" or not _ARAB.match(text, span.end):
            yield Token(kind, span, word, value)


def _price_scales(text: str) -> Iterator[Token]:
    if not any(map(text.__contains__, _CURRENCIES)):
        return
    for match in _PRICE.finditer(text):
        if word := WORD.match(text, match.end()):
            value = _PRICE_SCALES[match["scale"].lower()]
            yield Token(TokenKind.SCALE, Span(*word.span()), word[0], value)


def _figures(text: str, first: int) -> Iterator[Token]:
    """The figures of a text, whose first digit is at ``first``."""
    if lone := _lone_figure(text, first):
        yield lone
        return
    # A point may stand before it, and nothing else of a figure.
    for match in _FIGURE.finditer(text, max(0, first - 1)):
        if token := _figure_token(match):
            yield token


def _lone_figure(text: str, first: int) -> Token | None:
    """The figure of a text that has no other, as most that have one: it needs no dear pattern."""
    match = _DIGITS.match(text, first)
    if match is None or match[0] in _POWERS or len(match[0]) > _MOST_DIGITS:
        return None
    if text[first - 1 : first] == "." or _ANY_FIGURE.search(text, match.end()):
        return None
    return Token(_FIGURE_KIND, Span(*match.span()), match[0], _whole_number(match[0]))


def _without_addresses(text: str) -> str:
    """The text with blanks for what has digits and no numbers: URLs, ``&#39;``."""
    references = [match.span() for match in _CHARACTER.finditer(text)] if "&#" in text else []
    for start, end in (*find_addresses(text), *references):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _figure_token(match: regex.Match[str]) -> Token | None:
    group, written = match.lastgroup, match[0]
    span = Span(*match.span())
    if group == "plain" and len(written) <= _MOST_DIGITS:
        return Token(_FIGURE_KIND, span, written, _whole_number(written))
    if group == "exponent":  # km2
        return None
    if len(written) > _MOST_DIGITS and _is_endless(written):
        return None
    if group == "dotted":
        return Token(TokenKind.DOTTED, span, written)
    if group == "share":
        return _share(match, span)
    return Token(TokenKind.FIGURE, span, written, _figure(written))


@lru_cache(maxsize=1 << 10)  # a fraction is dear to make, and both texts have most figures
def _whole_number(digits: str) -> Fraction:
    return Fraction(int(digits))


def _is_endless(figure: str) -> bool:
    return max(map(len, _DIGITS.findall(figure))) > _MOST_DIGITS


def _share(match: regex.Match[str], span: Span) -> Token:
    """``2/3``, ``1 1/2``."""
    value = Fraction(match["whole"] or 0) + Fraction(match["fraction"])
    return Token(TokenKind.SHARE, span, match["fraction"], value)


def _figure(text: str) -> Fraction:
    digits = _GROUPING.sub("", text).rstrip("".join(_VULGAR))
    value = Fraction(int(digits) if digits.isdecimal() else digits or 0)
    return value + Fraction(*_VULGAR[text[-1]]) if text[-1] in _VULGAR else value
