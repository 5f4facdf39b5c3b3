"""The tables of this package: what letters stand for, parts of names, and learned weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from dualpress.article import Language
from dualpress.text.devanagari import key_of
from dualpress.text.transliteration.features import END, START
from dualpress.text.transliteration.schwa import SILENT
from dualpress.text.transliteration.symbols import INHERENT, is_consonant, single, to_symbols

__all__ = [
    "NamePart",
    "Parts",
    "Weights",
    "known_parts",
    "name_parts",
    "pieces",
    "prior_weights",
    "read_weights",
    "weights",
]

_DATA = "dualpress.text.transliteration"
_SCALE = 100
_SILENT_LATER = 3
"""Places by which a letter comes later for a vowel that the rules call silent, and is said."""

# What is known before anything is learned: a later place in a table counts against a rendering, and
# each letter of an ending for it.
_PER_PLACE = 0.9
_PER_LETTER = 0.6

Weights = Mapping[str, float]
Parts = Mapping[str, tuple[str, ...]]


class NamePart(NamedTuple):
    """Spellings of one part of a name, in each language the usual first."""

    english: tuple[str, ...]
    hindi: tuple[str, ...]


@lru_cache(maxsize=2)
def pieces(source_language: Language) -> Mapping[str, tuple[str, ...]]:
    """What the pieces of a word may be written as, the likeliest first.

    Args:
        source_language: of the word; English in small letters, Hindi in symbols.

    Returns:
        Pieces, as :class:`.Transducer` takes them.
    """
    return _latin_pieces() if source_language is Language.EN else _hindi_pieces()


def prior_weights(source_language: Language) -> dict[str, float]:
    """What is known of the pieces before anything is learned: the order of the tables."""
    known = {}
    for piece, renderings in pieces(source_language).items():
        affix = piece.startswith(START) or piece.endswith(END)
        worth = _PER_LETTER * (len(piece) - 1) if affix else 0.0
        for place, written in enumerate(renderings):
            known[f"{piece}>{written}"] = worth - _PER_PLACE * place**0.7
    return known


@lru_cache(maxsize=2)
def weights(source_language: Language) -> Weights:
    """What ``benchmarks/names.py --write`` has learned from the shipped glossaries."""
    return read_weights(_rows(f"weights.{source_language}.tsv"))


def read_weights(rows: Iterable[list[str]]) -> dict[str, float]:
    """Read the weights of features.

    Args:
        rows: what the features of a row have in common, then the rest of each and its weight in
            hundredths (``|<a=-20``).

    Returns:
        The weights by the names of their features.
    """
    read = {}
    for own, *others in rows:
        for cell in others:
            context, _, hundredths = cell.rpartition("=")
            read[own + context] = int(hundredths) / _SCALE
    return read


@lru_cache(maxsize=2)
def known_parts(source_language: Language) -> Parts:
    """Parts of names that are looked up, by their key (:func:`.key_of`), the usual first."""
    found: dict[str, dict[str, None]] = {}
    for part in name_parts():
        sources, targets = part if source_language is Language.EN else reversed(part)
        for source in sources:
            found.setdefault(key_of(source), {}).update(dict.fromkeys(targets))
    return {key: tuple(renderings) for key, renderings in found.items()}


def name_parts() -> Iterator[NamePart]:
    """The table of name parts, row by row."""
    for english, hindi in _rows("parts.tsv"):
        yield NamePart(tuple(english.split(" ")), tuple(hindi.split(" ")))


def _latin_pieces() -> dict[str, tuple[str, ...]]:
    found = {letters: tuple(_with_silent(sounds)) for letters, sounds in _sounds()}
    for affix, renderings in _rows("endings.tsv"):
        letters = affix.lower()
        piece = letters[1:] + END if affix.startswith("-") else START + letters[:-1]
        found[piece] = tuple(map(to_symbols, renderings.split(" ")))
    return found


def _with_silent(sounds: list[str]) -> Iterator[str]:
    """The sounds, then each that ends in a consonant with a vowel that is only written."""
    yield from sounds
    yield from (sound + INHERENT for sound in sounds if sound and is_consonant(sound[-1]))


def _hindi_pieces() -> dict[str, tuple[str, ...]]:
    """The table of sounds turned round; what Latin letters are silent cannot be known."""
    places: dict[str, dict[str, int]] = {INHERENT: {"": 5}, SILENT: {"": 0, "a": 1}}
    for letters, sounds in _sounds():
        for place, sound in enumerate(filter(None, sounds)):
            places.setdefault(sound, {}).setdefault(letters, place)
            if is_consonant(sound[-1]):
                places.setdefault(sound + SILENT, {}).setdefault(letters, place)
                later = place + _SILENT_LATER
                places.setdefault(sound + INHERENT, {}).setdefault(letters, later)
    return {sound: tuple(sorted(by, key=lambda one: by[one])) for sound, by in places.items()}


def _sounds() -> Iterator[tuple[str, list[str]]]:
    for letters, sounds in _rows("sounds.tsv"):
        yield letters, ["" if sound == "-" else single(sound) for sound in sounds.split(" ")]


def _rows(name: str) -> Iterator[list[str]]:
    text = files(_DATA).joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
