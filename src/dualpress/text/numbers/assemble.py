"""One number out of its tokens: ``twenty-five``, साढ़े तीन लाख, ``1 million 200 thousand``."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

import regex

from dualpress.article import Span
from dualpress.text.numbers.meanings import Token, TokenKind
from dualpress.text.numbers.number import Number, NumberKind

__all__ = ["DEMANDED_WORDS_FROM", "assemble"]

DEMANDED_WORDS_FROM = 13
"""Smaller numbers in words are often no numbers: ``one`` of them, दो टूक."""

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_FIGURE = TokenKind.FIGURE
_IN_FIGURES, _IN_WORDS = NumberKind.FIGURE, NumberKind.WORDS

_RAW = (TokenKind.FIGURE, TokenKind.UNIT, TokenKind.FRACTION)
_SCALES = (TokenKind.SCALE, TokenKind.PLURAL)
_COUNTS = (TokenKind.FIGURE, TokenKind.UNIT)
_GO_ON = (TokenKind.UNIT, TokenKind.FRACTION, *_SCALES, TokenKind.HINT)
"""What may go on with a number that a figure or a counting word has begun."""

_NEAR = regex.compile(r"[\s-]*")
_AND = regex.compile(r"[\s-]*and[\s-]+(?:an?[\s-]+)?")
_ARTICLE = regex.compile(r"[\s-]*(?:an?[\s-]+)?")


@dataclass(slots=True)
class _Group:
    """A part of a number: what is to be multiplied, or was (``closed``)."""

    value: Fraction
    closed: bool = False


@dataclass(slots=True)
class _Parts:
    """A number as it is put together, from left to right."""

    groups: list[_Group] = field(default_factory=list)
    shift: Fraction | None = None
    scale: Fraction = Fraction(1)
    tokens: list[Token] = field(default_factory=list)
    is_bare: bool = False

    @property
    def last(self) -> Token | None:
        return self.tokens[-1] if self.tokens else None


def assemble(text: str, tokens: list[Token], start: int) -> tuple[Number | None, int]:
    """Put a number together from the tokens that belong to it.

    Args:
        text: the text that the tokens stand in.
        tokens: all tokens of the text.
        start: which token to begin with.

    Returns:
        The number, or ``None`` where that token begins none, and the index of
        the first token that is no part of it.
    """
    if _is_whole(tokens, start):
        return _whole(tokens[start]), start + 1
    parts = _Parts()
    position = start
    while position < len(tokens) and _take(parts, text, tokens, position):
        position += 1
    if parts.shift is not None and parts.tokens:  # a shift with nothing behind it
        position -= 1
        parts.tokens.pop()
    if not parts.groups:
        return None, max(position, start + 1)
    return _number(parts), position


def _is_whole(tokens: list[Token], position: int) -> bool:
    """Whether a token is a number by itself for what its neighbour is, as most are."""
    if tokens[position].kind not in _COUNTS:
        return False
    following = tokens[position + 1].kind if position + 1 < len(tokens) else None
    return following not in _GO_ON


def _whole(token: Token) -> Number:
    if token.kind is _FIGURE:
        return Number(token.value, token.span, _IN_FIGURES, required=True)
    is_demanded = token.value >= DEMANDED_WORDS_FROM
    return Number(token.value, token.span, _IN_WORDS, is_demanded)


def _take(parts: _Parts, text: str, tokens: list[Token], position: int) -> bool:
    """Add a token to the number, if it can belong to it."""
    token = tokens[position]
    gap = text[parts.last.span.end : token.span.start] if parts.last else ""
    if token.kind in _RAW:
        taken = _take_raw(parts, gap, token, tokens[position + 1 : position + 2])
    elif token.kind in _SCALES:
        taken = _take_scale(parts, gap, token)
    elif token.kind is TokenKind.SHIFT:
        taken = _take_shift(parts, gap, token)
    elif token.kind is TokenKind.HINT and gap == "-" and parts.groups:
        taken = _take_ordinal(parts, token)
    else:
        taken = False
    if taken:
        parts.tokens.append(token)
    return taken


def _take_raw(parts: _Parts, gap: str, token: Token, following: list[Token]) -> bool:
    if parts.shift is not None:
        return _NEAR.fullmatch(gap) is not None and _push_shifted(parts, token)
    if not parts.groups:
        parts.groups.append(_Group(token.value))
        return True
    top = parts.groups[-1]
    if top.closed:
        if not _may_follow_scale(parts, gap, token, following):
            return False
        parts.groups.append(_Group(token.value))
        return True
    if _completes_tens(top, parts.last, gap, token) or _adds_half(gap, token):
        top.value += token.value
        return True
    return False


def _push_shifted(parts: _Parts, token: Token) -> bool:
    parts.groups.append(_Group(token.value + (parts.shift or 0)))
    parts.shift = None
    return True


def _may_follow_scale(parts: _Parts, gap: str, token: Token, following: list[Token]) -> bool:
    """Whether a number goes on behind a scale word: "two hundred five", "2 लाख 50 हज़ार"."""
    if token.value >= parts.scale or token.kind is TokenKind.FRACTION:
        return False
    if any(part.kind is TokenKind.FIGURE for part in (*parts.tokens, token)) or parts.scale > 1000:
        # "1.7 million four years ago": only a smaller scale shows that it goes on.
        goes_on = bool(following) and following[0].kind is TokenKind.SCALE
        return goes_on and following[0].value < parts.scale and bool(_NEAR.fullmatch(gap))
    return bool(_NEAR.fullmatch(gap) or _AND.fullmatch(gap))


def _completes_tens(top: _Group, last: Token | None, gap: str, token: Token) -> bool:
    """English ``twenty-five``; Hindi has one word for each number below a hundred."""
    if last is None or last.kind is not TokenKind.UNIT or token.kind is not TokenKind.UNIT:
        return False
    is_tens = 20 <= top.value <= 90 and top.value % 10 == 0 and last.text.isascii()
    return is_tens and 1 <= token.value <= 9 and bool(_NEAR.fullmatch(gap))


def _take_ordinal(parts: _Parts, token: Token) -> bool:
    """English ``twenty-fourth``."""
    top = parts.groups[-1]
    if not (20 <= top.value <= 90 and 1 <= token.value <= 9):
        return False
    top.value += token.value
    top.closed = True
    return True


def _adds_half(gap: str, token: Token) -> bool:
    return token.kind is TokenKind.FRACTION and bool(_AND.fullmatch(gap))


def _take_scale(parts: _Parts, gap: str, token: Token) -> bool:
    if not parts.tokens:
        parts.is_bare = True
        return token.kind is TokenKind.SCALE and _close(parts, Fraction(1), token)
    after_fraction = parts.tokens[-1].kind is TokenKind.FRACTION
    if not (_ARTICLE if after_fraction else _NEAR).fullmatch(gap):
        return False
    if parts.shift is not None:
        shift, parts.shift = parts.shift, None
        return _close(parts, 1 + shift, token)
    groups = parts.groups
    last = parts.tokens[-1]
    multiplies = last.kind in _SCALES and last.value < token.value  # 125 लाख करोड़
    if groups[-1].closed and groups[-1].value >= token.value and not multiplies:
        return False
    value = groups.pop().value
    while groups and groups[-1].value < token.value:
        value += groups.pop().value
    return _close(parts, value, token)


def _close(parts: _Parts, value: Fraction, token: Token) -> bool:
    follows_scale = bool(parts.tokens) and parts.tokens[-1].kind in _SCALES
    parts.scale = token.value * (parts.scale if follows_scale else 1)
    parts.groups.append(_Group(value * token.value, closed=True))
    return True


def _take_shift(parts: _Parts, gap: str, token: Token) -> bool:
    if parts.tokens and not (parts.groups[-1:] and parts.groups[-1].closed):
        return False
    if parts.tokens and not _NEAR.fullmatch(gap):
        return False
    parts.shift = token.value
    return True


def _number(parts: _Parts) -> Number:
    first, *others = (group.value for group in parts.groups)
    value = sum(others, first)
    has_figures = any(token.kind is TokenKind.FIGURE for token in parts.tokens)
    is_ordinal = parts.tokens[-1].kind is TokenKind.HINT
    is_demanded = has_figures or (
        not parts.is_bare and not is_ordinal and value >= DEMANDED_WORDS_FROM
    )
    span = Span(parts.tokens[0].span.start, parts.tokens[-1].span.end)
    kind = NumberKind.FIGURE if has_figures else NumberKind.WORDS
    return Number(value, span, kind, is_demanded, scale=parts.scale)
