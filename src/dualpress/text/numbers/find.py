"""Numbers and their values, read from figures and words of either language."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END
from dualpress.text.numbers.assemble import assemble
from dualpress.text.numbers.context import either_century, in_context
from dualpress.text.numbers.meanings import Token, TokenKind
from dualpress.text.numbers.number import Number, NumberKind
from dualpress.text.numbers.tokens import tokenize

__all__ = ["find_numbers"]

_MILITARY = regex.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")
_MILITARY_DIGITS = 4
_ZONE = regex.compile(rf"\s?(?:GMT|UTC|IST|PKT|PST|Zulu|बजे|जीएमटी|यूटीसी){WORD_END}")
_HOURS = regex.compile(rf"[\s-]?(?:hours|hrs|घंटे){WORD_END}")
_CLUES_OF_A_TIME = 2
_AT = regex.compile(
    r"(?:^|\s)(?:at|by|from|to|till|until|since|around|about)\s\Z", regex.IGNORECASE
)
_HOUR_AND_MINUTE = regex.compile(r"(\d{1,2})\.(\d{2})")
_BETWEEN_COLONS = regex.compile(r"[^:]+")
_BETWEEN_STOPS = regex.compile(r"[^.]+")

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_FIGURE, _CLOCK = TokenKind.FIGURE, TokenKind.CLOCK

_REMEMBERED = 1 << 11
"""Texts whose numbers are kept: half a dozen questions are asked of a sentence and of its
translation, those of some articles at a time."""


def find_numbers(text: str, language: Language) -> list[Number]:
    """Find the numbers of a text.

    Figures are read in Latin and Devanagari digits, with Indian or Western
    grouping; scale words, number words and fractions of ``language`` are put
    together (साढ़े तीन लाख is 350000). Vague plurals (लाखों, ``dozens of``) are no
    numbers, nor is anything inside a URL or e-mail address.

    Args:
        text: plain text.
        language: the language of its words.

    Returns:
        The numbers in order. Signs are not read: a minus is often a dash.
    """
    return list(_found(text, language))


@lru_cache(maxsize=_REMEMBERED)
def _found(text: str, language: Language) -> tuple[Number, ...]:
    tokens = tokenize(text, language)
    if not tokens:
        return ()
    numbers: list[Number] = []
    position = 0
    while position < len(tokens):
        found, position = _read(text, tokens, position)
        numbers.extend(found)
    return tuple(in_context(text, numbers))


def _read(text: str, tokens: list[Token], position: int) -> tuple[list[Number], int]:
    """The numbers that begin at a token, and where to go on."""
    token = tokens[position]
    if token.kind is not _FIGURE and (read := _BY_THEMSELVES.get(token.kind)):
        return read(token), position + 1
    if military := _military_time(text, token):
        return military, position + 1
    number, following = assemble(text, tokens, position)
    if number is None:
        return [], following
    if _is_clock(text, number, tokens[following : following + 1]):
        return _clock_time(text, number), following + 1
    return [number], following


def _dotted(token: Token) -> list[Number]:
    """A date, time or version: its parts are numbers of their own."""
    part_of = _BETWEEN_COLONS if ":" in token.text else _BETWEEN_STOPS
    parts = [
        (Fraction(part[0]), Span(token.span.start + part.start(), token.span.start + part.end()))
        for part in part_of.finditer(token.text)
    ]
    if ":" in token.text:
        return [_hour(*parts[0]), *(_minute(*part) for part in parts[1:])]
    numbers = [Number(value, span, NumberKind.FIGURE, required=True) for value, span in parts]
    if len(numbers) == 3 and numbers[2].value < 100:  # 28.8.10
        numbers[2] = numbers[2]._replace(also=either_century(numbers[2].value))
    return numbers


def _month(token: Token) -> list[Number]:
    return [Number(token.value, token.span, NumberKind.MONTH)]


def _hint(token: Token) -> list[Number]:
    is_decade = token.text.lower().endswith("ties")  # "the nineties"
    also = frozenset({1900 + token.value}) if is_decade else frozenset()
    return [Number(token.value, token.span, NumberKind.HINT, also=also)]


def _share(token: Token) -> list[Number]:
    """``2/3``: a fraction, which may be said in two words, or the fifth of August."""
    parts = frozenset(Fraction(part) for part in token.text.split("/"))
    return [Number(token.value, token.span, NumberKind.FIGURE, also=parts)]


_BY_THEMSELVES = {
    TokenKind.DOTTED: _dotted,
    TokenKind.MONTH: _month,
    TokenKind.HINT: _hint,
    TokenKind.SHARE: _share,
}
"""What makes numbers of a token, whatever stands beside it."""


def _military_time(text: str, token: Token) -> list[Number]:
    """``0530 hours``, ``1200 GMT``; 1200 hours may be as many as that."""
    is_long = token.kind is _FIGURE and len(token.text) == _MILITARY_DIGITS
    written = _MILITARY.fullmatch(token.text) if is_long else None
    if written is None:
        return []
    start, end = token.span
    is_zone, is_hours = _behind_time(text[end : end + 1] + text[end + 1 :].partition(" ")[0])
    if not is_zone:
        clues = [is_hours, token.text[0] == "0"]
        if any(clues):  # most are years
            clues.append(_AT.search(text[max(0, start - 8) : start]) is not None)
        if sum(clues) < _CLUES_OF_A_TIME:
            return []
    hour = _hour(Fraction(written["hour"]), token.span)
    return [hour, _minute(Fraction(written["minute"]), token.span)]


@lru_cache(maxsize=_REMEMBERED)
def _behind_time(word: str) -> tuple[bool, bool]:
    """Whether the word behind a figure, with what parts the two, is a zone, and whether hours."""
    return _ZONE.match(word) is not None, _HOURS.match(word) is not None


def _is_clock(text: str, number: Number, following: list[Token]) -> bool:
    if not following or following[0].kind is not _CLOCK or number.value >= 25:
        return False
    return not text[number.span.end : following[0].span.start].strip()


def _clock_time(text: str, number: Number) -> list[Number]:
    """``10.30 बजे``, ``5 pm``, साढ़े दस बजे: an hour, and a minute if it names one."""
    written = _HOUR_AND_MINUTE.fullmatch(text[slice(*number.span)])
    hour = Fraction(written[1] if written else int(number.value))
    minute = Fraction(written[2] if written else number.value % 1 * 60)
    demanded = number.required
    numbers = [_hour(hour, number.span)._replace(required=demanded)]
    if minute:
        numbers.append(_minute(minute, number.span)._replace(required=demanded))
    return numbers


def _hour(hour: Fraction, span: Span) -> Number:
    also = frozenset({hour % 12, hour % 12 + 12} - {hour})
    return Number(hour, span, NumberKind.TIME, required=True, also=also)


def _minute(minute: Fraction, span: Span) -> Number:
    return Number(minute, span, NumberKind.TIME, required=minute != 0)
