"""Sentences for trials: ordinary news, with room for one to four placeholders.

They stand in ``carriers.tsv``, each with a human translation: two for every number of
placeholders at the start, in the middle and at the end, in both languages. ``{1:India}`` is a
place, with the word that stands there where no placeholder does: a country or a city that every
engine knows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import regex

from dualpress.article import Language

__all__ = ["Carrier", "Position", "fill", "load_carriers", "words_of"]

Position = Literal["start", "middle", "end"]

_PLACE = regex.compile(r"\{(?P<number>[1-4]):(?P<word>[^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Carrier:
    """A sentence with places for placeholders.

    Args:
        position: where they stand: the first at the start, the last at the end, or neither.
        source: the sentence.
        target: its human translation, with the same places.
    """

    position: Position
    source: str
    target: str

    @property
    def count(self) -> int:
        """How many placeholders it has room for."""
        return len(words_of(self.source))


def load_carriers(source: Language) -> list[Carrier]:
    """The sentences that are written in a language."""
    text = files("dualpress.engines.survival").joinpath("carriers.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_carrier(row) for row in rows if row["language"] == source]


def fill(text: str, words: Sequence[str]) -> str:
    """A sentence with these words in its places, by their numbers."""
    return _PLACE.sub(lambda place: words[int(place["number"]) - 1], text)


def words_of(text: str) -> list[str]:
    """The ordinary words of a sentence's places, by their numbers."""
    return [word for _, word in sorted(_places(text))]


def _places(text: str) -> Iterator[tuple[int, str]]:
    return ((int(place["number"]), place["word"]) for place in _PLACE.finditer(text))


def _carrier(row: dict[str, str]) -> Carrier:
    position: dict[str, Position] = {"start": "start", "middle": "middle", "end": "end"}
    return Carrier(position[row["position"]], row["source"], row["target"])
