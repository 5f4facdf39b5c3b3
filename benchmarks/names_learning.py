"""Learning what the letters of a name stand for, from pairs of words.

The weights of :class:`dualpress.text.transliteration.transducer.Transducer` are learned by
stochastic gradient ascent on the likelihood of the right reading among the best ones (AdaGrad),
starting from the order of the tables. The pairs come from the shipped glossaries, from the table
of name parts, and from the names of countries, languages and cities in CLDR (by Babel).
"""

from __future__ import annotations

import csv
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import regex
from babel import Locale

from dualpress.article import Language
from dualpress.text.sounds import likeness
from dualpress.text.transliteration.guess import letters_of
from dualpress.text.transliteration.schwa import mark_silent
from dualpress.text.transliteration.symbols import to_symbols
from dualpress.text.transliteration.tables import name_parts, pieces, prior_weights
from dualpress.text.transliteration.transducer import Reading, Transducer

ROOT = Path(__file__).parents[1]
_ALIKE = 0.7
_RATE, _ROUNDS, _WIDTH = 0.3, 7, 10
_FEWEST_HUNDREDTHS = 15
"""A weight below is not worth its place in the file."""


class Name(NamedTuple):
    """A row of a glossary, by words."""

    english: tuple[str, ...]
    hindi: tuple[str, ...]
    kind: str
    forms: tuple[str, ...]

    @property
    def is_by_sound(self) -> bool:
        """Whether each word is the other language's word by its sound."""
        return len(self.english) == len(self.hindi) and all(
            is_by_sound(*pair) for pair in zip(self.english, self.hindi, strict=True)
        )


class Pair(NamedTuple):
    """One word in both scripts."""

    english: str
    hindi: str


def is_by_sound(english: str, hindi: str) -> bool:
    """Whether two words are one by sound, and no initials or acronym."""
    plain = "." not in english and not english.isupper() and len(letters_of(english)) > 2
    return plain and likeness(english, hindi) >= _ALIKE


def read_names() -> list[Name]:
    """All rows of the shipped glossaries."""
    names = []
    for path in sorted(ROOT.glob("glossaries/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            names += [
                Name(_words(row["en"]), _words(row["hi"]), row["kind"], _list(row["forms_hi"]))
                for row in csv.DictReader(file)
                if row["domain"] != "page"
            ]
    return names


def pairs_of(names: Iterable[Name]) -> list[Pair]:
    """The words of names that are the same by sound, each once."""
    pairs = (
        Pair(english, hindi)
        for name in names
        if len(name.english) == len(name.hindi)
        for english, hindi in zip(name.english, name.hindi, strict=True)
        if is_by_sound(english, hindi)
    )
    return list(dict.fromkeys(pairs))


def pairs_of_parts() -> list[Pair]:
    """The table of name parts."""
    return [
        Pair(english, row.hindi[0])
        for row in name_parts()
        for english in row.english
        if is_by_sound(english, row.hindi[0])
    ]


def pairs_of_cldr() -> list[Pair]:
    """Names of countries, languages and cities in the Unicode CLDR."""
    english, hindi = Locale("en"), Locale("hi")
    told = [
        (str(here[code]), str(there[code]))
        for here, there in (
            (dict(english.territories), dict(hindi.territories)),
            (dict(english.languages), dict(hindi.languages)),
            (_cities(english), _cities(hindi)),
        )
        for code in here
        if code in there
    ]
    return pairs_of(Name(_words(here), _words(there), "place", ()) for here, there in told)


def learn(pairs: Sequence[Pair], source_language: Language) -> dict[str, float]:
    """Learn the weights of one direction."""
    weights = prior_weights(source_language)
    squares: dict[str, float] = defaultdict(lambda: 1.0)
    examples = list(dict.fromkeys(_example(pair, source_language) for pair in pairs))
    for turn in range(_ROUNDS):
        random.Random(turn).shuffle(examples)  # noqa: S311 - not for secrets
        for word, right in examples:
            # A transducer is of the weights as they are.
            transducer = Transducer(pieces(source_language), weights)
            _step(transducer, word, right, weights, squares)
    return weights


def _example(pair: Pair, source_language: Language) -> tuple[str, str]:
    english, hindi = letters_of(pair.english), to_symbols(pair.hindi)
    return (english, hindi) if source_language is Language.EN else (mark_silent(hindi), english)


def _step(
    transducer: Transducer,
    word: str,
    right: str,
    weights: dict[str, float],
    squares: dict[str, float],
) -> None:
    readings = transducer.read(word, width=_WIDTH)
    if all(reading.written != right for reading in readings):
        found = transducer.read(word, only=right, width=4 * _WIDTH)
        if not found:
            return  # the tables have no way from the one to the other
        readings += found
    for feature, slope in _gradient(readings, word, right).items():
        squares[feature] += slope * slope
        weights[feature] = weights.get(feature, 0.0) + _RATE * slope / math.sqrt(squares[feature])


def _gradient(readings: Sequence[Reading], word: str, right: str) -> dict[str, float]:
    """How the likelihood of the right reading grows with each weight."""
    best = max(reading.score for reading in readings)
    likelihoods = [math.exp(reading.score - best) for reading in readings]
    whole = sum(likelihoods)
    slopes: dict[str, float] = defaultdict(float)
    for reading, likelihood in zip(readings, likelihoods, strict=True):
        push = float(reading.written == right) - likelihood / whole
        if abs(push) > 1e-3:
            for feature in reading.features(f"^{word}$"):
                slopes[feature] += push
    return slopes


def pruned(weights: dict[str, float]) -> dict[str, int]:
    """The weights that are written down, in hundredths."""
    hundredths = {feature: round(100 * weight) for feature, weight in weights.items()}
    return {
        feature: weight
        for feature, weight in hundredths.items()
        if abs(weight) >= _FEWEST_HUNDREDTHS or (weight and "|" not in feature)
    }


def lines_of(weights: dict[str, int]) -> Iterator[str]:
    """The file of weights: a line for each group of letters and what it becomes."""
    rows: dict[str, list[str]] = defaultdict(list)
    for feature, weight in sorted(weights.items()):
        own, bar, context = feature.partition("|")
        rows[own].append(f"{bar}{context}={weight}")
    for own, cells in sorted(rows.items()):
        yield "\t".join((own, *cells)) + "\n"


def _cities(locale: Locale) -> dict[str, str]:
    zones = locale.time_zones
    codes = map(str, Locale("hi").time_zones)
    return {
        code: zones.get(code, {}).get("city") or code.rpartition("/")[2].replace("_", " ")
        for code in codes
    }


def _words(text: str) -> tuple[str, ...]:
    return tuple(regex.findall(r"[^\s–-]+", text))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))
