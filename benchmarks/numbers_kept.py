"""How well numbers are read, compared, repaired and written.

    DUALPRESS_SHARED=<folder> python benchmarks/numbers_kept.py
    DUALPRESS_SHARED=<folder> python benchmarks/numbers_kept.py --list argos --into hi

Three tables. *Human translations*: how often the check of numbers has an error there, where
nearly none may have one. *Planted errors*: of the human pairs without one, every third gets a
digit changed, or a scale word taken for the next; how many of these the check finds. *Machine
output*: sentences with a number whose values are right before repair and after, how many were
repaired and restyled, and how many carry a mark. A text is restyled where it changes without
a word to the reviewer.

``--list`` prints every change with what the reviewer is told, to be read against source and
reference by a human. The folder holds ``corpus/test.*.tsv`` (English, tab, Hindi) and
``corpus/peer.flores_test.*.xz``.
"""

from __future__ import annotations

import argparse
import lzma
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.checks import Pair, Severity
from dualpress.checks.numbers import NumbersCheck
from dualpress.text.number_style import house_style
from dualpress.text.numbers import NumberKind, find_numbers, same_numbers
from dualpress.text.numbers.repair import RepairedNumbers, repair_numbers

_SYSTEMS = ("argos", "bergamot-tiny", "google", "nllb", "opusmt")
_REFERENCE = "flores_test"
_STYLES = {Language.EN: house_style("en-IN"), Language.HI: house_style("hi-IN")}
_EVERY = 3
_CHECK = NumbersCheck()
_OTHER_SCALE = {
    "million": "billion", "billion": "million", "thousand": "million", "lakh": "crore",
    "crore": "lakh", "लाख": "करोड़", "करोड़": "लाख", "अरब": "करोड़", "मिलियन": "बिलियन",
    "बिलियन": "मिलियन", "हज़ार": "लाख", "हजार": "लाख",
}  # fmt: skip


class Line(NamedTuple):
    """A sentence, what a machine made of it, and what a human did."""

    source: str
    target: str
    reference: str
    repaired: RepairedNumbers


def main() -> None:
    """Print the tables, or the repairs of one system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", choices=_SYSTEMS, help="print the changes of this system")
    parser.add_argument("--into", type=Language, choices=list(Language), default=Language.HI)
    arguments = parser.parse_args()
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    if arguments.list:
        sys.stdout.writelines(_changes(_lines(corpus, arguments.list, arguments.into)))
        return
    start = time.perf_counter()
    for table in (_humans(corpus), _planted(corpus), _machines(corpus)):
        sys.stdout.write("\n".join([*table, "", ""]))
    sys.stdout.write(f"{time.perf_counter() - start:.0f} s\n")


def _humans(corpus: Path) -> Iterator[str]:
    yield f"{'human translations':20}{'pairs':>8}{'errors':>8}{'share':>9}"
    pairs = errors = 0
    for path in sorted(corpus.glob("test.*.tsv")):
        found = [_has_error(*row) for row in _rows(path)]
        yield f"{path.stem[5:]:20}{len(found):8}{sum(found):8}{sum(found) / len(found):9.2%}"
        pairs, errors = pairs + len(found), errors + sum(found)
    yield f"{'all':20}{pairs:8}{errors:8}{errors / pairs:9.2%}"


def _has_error(english: str, hindi: str) -> bool:
    pair = Pair(english, hindi, Language.EN, Language.HI)
    return any(finding.severity is Severity.ERROR for finding in _CHECK.run(pair))


def _planted(corpus: Path) -> Iterator[str]:
    yield f"{'planted errors':20}{'planted':>8}{'found':>8}{'share':>9}"
    counts: Counter[tuple[str, bool]] = Counter()
    rows = [row for path in sorted(corpus.glob("test.*.tsv")) for row in _rows(path)]
    for english, hindi in [row for row in rows if not _has_error(*row)][::_EVERY]:
        for kind, changed in (("digit", _digit(hindi)), ("scale word", _scale(hindi))):
            if changed is not None:
                counts[kind, _has_error(english, changed)] += 1
    for kind in ("digit", "scale word"):
        found, missed = counts[kind, True], counts[kind, False]
        yield f"{kind:20}{found + missed:8}{found:8}{found / (found + missed):9.2%}"


def _digit(hindi: str) -> str | None:
    """The first figure of a text with another last digit."""
    figures = (one for one in find_numbers(hindi, Language.HI) if one.kind is NumberKind.FIGURE)
    number = next((one for one in figures if one.required and one.scale == 1), None)
    if number is None or not hindi[number.span.end - 1].isdigit():
        return None
    last = hindi[number.span.end - 1]
    return f"{hindi[: number.span.end - 1]}{(int(last) + 3) % 10}{hindi[number.span.end :]}"


def _scale(hindi: str) -> str | None:
    """A text with another scale word behind its first large number."""
    for number in find_numbers(hindi, Language.HI):
        written = hindi[slice(*number.span)]
        if number.required and number.scale >= Fraction(1000):
            for word, wrong in _OTHER_SCALE.items():
                if written.endswith(word):
                    end = number.span.end
                    return f"{hindi[: end - len(word)]}{wrong}{hindi[end:]}"
    return None


def _machines(corpus: Path) -> Iterator[str]:
    heads = ("numbers", "right", "after", "repaired", "restyled", "marked")
    yield f"{'machine output':20}" + "".join(f"{head:>9}" for head in heads)
    for system in _SYSTEMS:
        for into in Language:
            yield f"{f'{system} → {into}':20}" + _counts(_lines(corpus, system, into), into)


def _counts(lines: Iterator[Line], into: Language) -> str:
    counts: Counter[str] = Counter()
    for line in lines:
        if not any(one.required for one in find_numbers(line.source, other(into))):
            continue
        told = line.repaired.marks
        is_changed = line.repaired.text != line.target
        counts["numbers"] += 1
        counts["right"] += _is_right(line.source, line.target, into)
        counts["after"] += _is_right(line.source, line.repaired.text, into)
        counts["repaired"] += is_changed and bool(told)
        counts["restyled"] += is_changed and not told
        counts["marked"] += bool(told)
    columns = ("numbers", "right", "after", "repaired", "restyled", "marked")
    return "".join(f"{counts[column]:9}" for column in columns)


def _is_right(source: str, target: str, into: Language) -> bool:
    return not same_numbers(source, other(into), target, into)


def _changes(lines: Iterator[Line]) -> Iterator[str]:
    for line in lines:
        if line.repaired.text != line.target or line.repaired.marks:
            yield f"S {line.source}\n- {line.target}\n+ {line.repaired.text}\nR {line.reference}\n"
            yield from (f"! {mark}\n" for mark in line.repaired.marks)
            yield "\n"


def _lines(corpus: Path, system: str, into: Language) -> Iterator[Line]:
    path = corpus / f"peer.{_REFERENCE}.{system}.{into}.xz"
    targets = lzma.decompress(path.read_bytes()).decode().split("\n")
    for row, target in zip(_rows(corpus / f"test.{_REFERENCE}.tsv"), targets, strict=False):
        source, reference = row if into is Language.HI else row[::-1]
        repaired = repair_numbers(
            source,
            target,
            source_language=other(into),
            target_language=into,
            style=_STYLES[into],
        )
        yield Line(source, target, reference, repaired)


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").split("\n"):
        if line:
            english, hindi, *_ = line.split("\t")
            yield english, hindi


if __name__ == "__main__":
    main()
