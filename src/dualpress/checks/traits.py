"""What a text has anything of, told by its pieces, so that most checks need not look at it.

What stands between two spaces is asked once what it has, and texts say most of theirs again: to
ask for the pieces of a sentence takes a fraction of scanning it for one of these things. Its words
are told along with that.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeAlias

import regex

from dualpress.text.addresses import may_have_address
from dualpress.text.devanagari import DEVANAGARI, WORD_CHAR

__all__ = ["Look", "Trait", "look_at", "traits_of"]

Trait: TypeAlias = Literal[
    "acronym",
    "address",
    "bracket",
    "broken letter",
    "control",
    "cyrillic",
    "debris",
    "devanagari",
    "digit",
    "greek",
    "indic or arabic",
    "invisible",
    "joiner",
    "latin",
    "letter",
    "no normal form",
    "not devanagari",
    "not latin",
    "other digit",
    "quote",
    "repetition",
    "sign",
    "space",
]
"""Something that the texts of some checks need; where a check looks at more than a piece, what no
fault is without."""

_REMEMBERED, _CHARACTERS_KEPT = 1 << 15, 1 << 10
"""Pieces, and characters of those that are not plain."""

VOWEL_SIGN: Final = r"[\u093a\u093b\u093e-\u094c\u094e\u094f]"
"""A sign of Devanagari for a vowel, as a pattern."""

QUOTE: Final = r"[\"“”„«»]|''|``"
"""A double quotation mark of any shape, as a pattern."""

_OF_CHARACTER: dict[Trait, regex.Pattern[str]] = {
    "bracket": regex.compile(r"[()\[\]{}]"),
    "control": regex.compile(r"[\p{Cc}\u202a\u202b\u202d\u202e\ufffd]"),
    "cyrillic": regex.compile(r"\p{Cyrillic}"),
    "devanagari": regex.compile(r"(?=\p{L})\p{Deva}"),
    "digit": regex.compile(r"\p{Nd}"),
    "greek": regex.compile(r"[\p{Greek}--[µμΩ]]", regex.V1),  # the signs of micro and ohm
    "indic or arabic": regex.compile(
        r"[\p{Bengali}\p{Gujarati}\p{Gurmukhi}\p{Tamil}\p{Telugu}\p{Arabic}]"
    ),
    "invisible": regex.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\u2066-\u2069]"),
    "joiner": regex.compile(r"[\u200c\u200d]"),
    "latin": regex.compile(r"\p{Latin}"),
    "letter": regex.compile(r"[\p{L}\p{M}]"),
    "not devanagari": regex.compile(r"[[\p{L}\p{M}]--\p{Deva}]", regex.V1),
    "not latin": regex.compile(r"[[\p{L}\p{M}]--\p{Latin}]", regex.V1),
    "other digit": regex.compile(r"[\p{Nd}--[0-9]]", regex.V1),
    "sign": regex.compile(DEVANAGARI),
}
"""What tells a trait in a single character."""

_OF_SEVERAL: dict[Trait, regex.Pattern[str]] = {
    "acronym": regex.compile(r"\p{Lu}\.?\p{Lu}"),
    "broken letter": regex.compile(
        rf"[अआएओ]{VOWEL_SIGN}|(?<![\p{{L}}\p{{M}}])[\u0900-\u0903\u093c\u093e-\u094d]"
        rf"|{VOWEL_SIGN}{{2}}|\u094d[\u093a-\u094f]|[\u0901\u0902]{{2}}|\u093c{{2}}"
    ),
    "debris": regex.compile(r"(?i:[&<\[⁇▁｟｠ÃàâïÂ]|@@|\?\?)"),
    "quote": regex.compile(QUOTE),
    # Beside a space, and where one may be missing; a piece of nothing is between two.
    "space": regex.compile(r"^(?:[।॥,)\]”]|$)|\u00a0|[।॥,](?=[\p{L}\p{N}])|[(\[“‘]$"),
}
"""What tells one in several of them, in a piece as well as in the text."""

_ANY_OF_SEVERAL = regex.compile("|".join(one.pattern for one in _OF_SEVERAL.values()))

# Nearly all pieces: a word or a figure and perhaps a mark, with nothing else to be told of it.
_PLAIN = regex.compile(
    r"""
      (?P<latin>[A-Z]?[a-z]+)[,.]?
    | (?P<devanagari>(?:[\u0905-\u0914][\u0901\u0902]?
        |(?:[कखगजडढफ]\u093c|[\u0915-\u0939])(?:\u094d|[\u093e-\u094c]?[\u0901\u0902]?))+)[,।]?
    | (?P<digit>[0-9]+)[,.।]?
    """,
    regex.VERBOSE,
)
_OF_PLAIN: dict[str, frozenset[Trait]] = {
    "latin": frozenset(("latin", "letter", "not devanagari")),
    "devanagari": frozenset(("devanagari", "letter", "not latin", "sign")),
    "digit": frozenset(("digit",)),
}

_WORD = regex.compile(rf"{WORD_CHAR}+")

_NOTHING: frozenset[Trait] = frozenset()

_FEWEST_LETTERS = 6
"""Letters of a word that stand in it again, where a piece of it may come four times."""


class Look(NamedTuple):
    """What is seen of a text at once.

    Args:
        traits: what it has anything of.
        words: its words in order, case folded.
    """

    traits: frozenset[Trait]
    words: tuple[str, ...]


def look_at(text: str) -> Look:
    """What a text has anything of, and its words."""
    traits, words = zip(*map(_of_piece, text.split(" ")), strict=True)
    return Look(_NOTHING.union(*set(traits)), tuple(chain.from_iterable(words)))


def traits_of(text: str) -> frozenset[Trait]:
    """What a text has anything of."""
    return look_at(text).traits


@lru_cache(maxsize=_REMEMBERED)
def _of_piece(piece: str) -> Look:
    plain = _PLAIN.fullmatch(piece)
    if plain:
        kind = plain.lastgroup or ""
        traits, words = _OF_PLAIN[kind], (plain[kind].casefold(),)
    else:
        traits, words = _of_odd_piece(piece), tuple(_WORD.findall(piece.casefold()))
    repeats = len(piece) - len(set(piece)) >= _FEWEST_LETTERS
    return Look(traits | {"repetition"} if repeats else traits, words)


def _of_odd_piece(piece: str) -> frozenset[Trait]:
    traits: set[Trait] = set()
    if _ANY_OF_SEVERAL.search(piece):
        traits.update(trait for trait, one in _OF_SEVERAL.items() if one.search(piece))
    traits.update(*map(_of_character, piece))
    if may_have_address(piece):
        traits.add("address")
    if not unicodedata.is_normalized("NFC", piece):
        traits.add("no normal form")
    return frozenset(traits)


@lru_cache(maxsize=_CHARACTERS_KEPT)
def _of_character(character: str) -> frozenset[Trait]:
    return frozenset(trait for trait, one in _OF_CHARACTER.items() if one.match(character))
