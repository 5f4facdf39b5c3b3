"""The numbers of a text and its translation, each read in the light of the other."""

from __future__ import annotations

from fractions import Fraction

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END
from dualpress.text.numbers.assemble import DEMANDED_WORDS_FROM
from dualpress.text.numbers.find import find_numbers
from dualpress.text.numbers.number import Number, NumberKind

__all__ = ["find_in_both", "speaks_of_arabs"]

_ARABS = regex.compile(r"\bArab(?:s|ia|ians?|ic)?\b", regex.IGNORECASE)
_ARAB_SCALE = regex.compile(rf"(?<=[\p{{L}}\p{{M}}\p{{Nd}}])\s?अरब{WORD_END}\Z")
_COUNTED = regex.compile(r"\s(?:अमेरिकी\s)?(?:डॉलर|डालर|रुप|रूप|यूरो|पाउंड|युआन|येन|टन|घन|बैरल|साल|वर्ष)")
"""What comes in milliards, and is no Arab."""

_SPACED = regex.compile(r"\p{Nd}{1,3}(?: [1-9१-९]\p{Nd}{2})+")
_FEWEST_SPACED = 5
_DIGITS = regex.compile(r"\p{Nd}+")
_ARAB = Fraction(10**9)


def find_in_both(
    source: str, source_language: Language, target: str, target_language: Language
) -> tuple[list[Number], list[Number]]:
    """Find the numbers of a text and of its translation.

    Two things need both. अरब is the scale and the people: 22 अरब शहर are ``22 Arab cities``
    where the English speaks of Arabs and not of 22 billion. ``5 300`` is one number or two.

    Args:
        source: plain text.
        source_language: its language.
        target: its translation, plain text.
        target_language: the language of that.
    """
    ours, theirs = find_numbers(source, source_language), find_numbers(target, target_language)
    if not ours and not theirs:
        return ours, theirs
    ours, theirs = _parted(source, ours, theirs), _parted(target, theirs, ours)
    if source_language is target_language or not speaks_of_arabs(source, target):
        return ours, theirs
    if source_language is Language.HI:
        return _without_arabs(source, ours, theirs), theirs
    return ours, _without_arabs(target, theirs, ours)


def speaks_of_arabs(source: str, target: str) -> bool:
    """Whether one of the two says ``Arab`` and the other अरब."""
    if "अरब" not in source and "अरब" not in target:
        return False
    return any(_ARABS.search(text) for text in (source, target))


def _parted(text: str, numbers: list[Number], others: list[Number]) -> list[Number]:
    """The numbers of a text, with ``5 300`` as two if the other text has one of the two."""
    if not any(_is_spaced(text, number.span) for number in numbers):
        return numbers
    values = _values(others)
    return [part for number in numbers for part in _parts(text, number, values)]


def _is_spaced(text: str, span: Span) -> bool:
    # Asked of every number, and few are as long as the shortest.
    return span.end - span.start >= _FEWEST_SPACED and bool(_SPACED.fullmatch(text, *span))


def _parts(text: str, number: Number, others: frozenset[Fraction]) -> list[Number]:
    start, end = number.span
    if number.value in others or not _is_spaced(text, number.span):
        return [number]
    parts = [
        number._replace(value=Fraction(match[0]), span=Span(*match.span()))
        for match in _DIGITS.finditer(text, start, end)
    ]
    return parts if any(part.value in others for part in parts) else [number]


def _values(numbers: list[Number]) -> frozenset[Fraction]:
    return frozenset().union(*(number.values for number in numbers))


def _without_arabs(hindi: str, numbers: list[Number], english: list[Number]) -> list[Number]:
    values = _values(english)
    return [_counting_arabs(hindi, number, values) for number in numbers]


def _counting_arabs(hindi: str, number: Number, english: frozenset[Fraction]) -> Number:
    """22 अरब as 22, unless the English has the billions or the Hindi what comes in them."""
    start, end = number.span
    word = _ARAB_SCALE.search(hindi, start, end)
    if (
        word is None
        or number.scale % _ARAB
        or number.value in english
        or _COUNTED.match(hindi, end)
    ):
        return number
    is_figure = number.kind is NumberKind.FIGURE
    value = number.value / _ARAB
    required = number.required and (is_figure or value >= DEMANDED_WORDS_FROM)
    span = Span(start, word.start())
    return number._replace(value=value, span=span, scale=number.scale / _ARAB, required=required)
