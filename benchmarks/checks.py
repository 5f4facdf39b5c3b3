"""How often the checks speak, over human translations and over machine output.

    DUALPRESS_SHARED=<folder> python benchmarks/checks.py
    DUALPRESS_SHARED=<folder> python benchmarks/checks.py --sample 200 --seed 1 > to-read.tsv

Of human translations nearly none may have an error. Of machine output a sample of
the errors is to be read by a human, who says how many are right. The folder holds
``corpus/test.*.tsv`` (English, tab, Hindi) and ``corpus/peer.flores_test.*.xz``.
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.checks import Finding, Pair, Severity, run_checks
from dualpress.glossary import Glossary, check_terms, read_glossary

_SYSTEMS = ("argos", "bergamot-tiny", "google", "nllb", "opusmt")
_REFERENCE = "flores_test"


class Judged(NamedTuple):
    """A pair, where it comes from, and what the checks say of it."""

    origin: str
    pair: Pair
    findings: list[Finding]


def main() -> None:
    """Print the tables, or a sample of the errors of machine output."""
    arguments = _arguments()
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    glossary = read_glossary(arguments.glossary)
    human = _judged(_human_pairs(corpus), glossary)
    machine = _judged(_machine_pairs(corpus), glossary)
    if arguments.sample:
        sys.stdout.writelines(_sample(human if arguments.human else machine, arguments))
        return
    start = time.perf_counter()
    for title, judged in (("Human translations", human), ("Machine output", machine)):
        sys.stdout.write(_table(title, list(judged)))
    sys.stdout.write(f"\n{time.perf_counter() - start:.0f} s\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, help="print so many findings, spread evenly")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--severity", default="error", choices=list(Severity), type=Severity)
    parser.add_argument("--check", help="a sample of this check alone")
    parser.add_argument("--human", action="store_true", help="a sample of human translations")
    parser.add_argument("--glossary", nargs="*", default=(), type=Path, help="CSV files of terms")
    return parser.parse_args()


def _human_pairs(corpus: Path) -> Iterator[tuple[str, Pair]]:
    for path in sorted(corpus.glob("test.*.tsv")):
        for english, hindi in _rows(path):
            for into in Language:
                yield f"{path.stem.removeprefix('test.')} → {into}", _pair(english, hindi, into)


def _machine_pairs(corpus: Path) -> Iterator[tuple[str, Pair]]:
    rows = list(_rows(corpus / f"test.{_REFERENCE}.tsv"))
    for system in _SYSTEMS:
        for into in Language:
            lines = _lines(corpus / f"peer.{_REFERENCE}.{system}.{into}.xz")
            for (english, hindi), line in zip(rows, lines, strict=True):
                texts = (line, hindi) if into is Language.EN else (english, line)
                yield f"{system} → {into}", _pair(*texts, into)


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            english, hindi = line.split("\t")
            yield english, hindi


def _lines(path: Path) -> list[str]:
    return lzma.decompress(path.read_bytes()).decode("utf-8").rstrip("\n").split("\n")


def _pair(english: str, hindi: str, into: Language) -> Pair:
    texts = (english, hindi) if into is Language.HI else (hindi, english)
    return Pair(*texts, other(into), into)


def _judged(pairs: Iterable[tuple[str, Pair]], glossary: Glossary) -> Iterator[Judged]:
    for origin, pair in pairs:
        yield Judged(origin, pair, run_checks(_with_terms(pair, glossary)))


def _with_terms(pair: Pair, glossary: Glossary) -> Pair:
    languages = pair.source_language, pair.target_language
    found = check_terms(pair.source, pair.target, *languages, glossary) if glossary else ()
    return Pair(pair.source, pair.target, *languages, terms=found)


def _table(title: str, judged: list[Judged]) -> str:
    """How many pairs of each origin have findings, and how many findings each check has."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.origin].append(one)
    rows = [_row(origin, group) for origin, group in (*groups.items(), ("all", judged))]
    lines = [f"\n{title:24} pairs  with error  with warning", *rows, *_by_check(judged)]
    return "\n".join(lines) + "\n"


def _row(origin: str, judged: list[Judged]) -> str:
    shares = [
        sum(any(f.severity is severity for f in one.findings) for one in judged) / len(judged)
        for severity in Severity
    ]
    return f"{origin:24} {len(judged):5} {shares[0]:11.2%} {shares[1]:13.2%}"


def _by_check(judged: list[Judged]) -> Iterator[str]:
    found = {(i, f.check, f.severity) for i, one in enumerate(judged) for f in one.findings}
    counts = Counter((check, severity) for _, check, severity in found)
    yield f"\n{'pairs by check':24} {'errors':>8} {'warnings':>9}"
    for check in sorted({check for check, _ in counts}):
        errors, warnings = (counts[check, severity] for severity in Severity)
        yield f"{check:24} {errors:8} {warnings:9}"


def _sample(judged: Iterable[Judged], arguments: argparse.Namespace) -> Iterator[str]:
    """Findings drawn evenly from all origins and checks, as lines of a TSV file."""
    groups: dict[tuple[str, str], list[tuple[Judged, Finding]]] = defaultdict(list)
    for one in judged:
        for finding in one.findings:
            if finding.severity is arguments.severity and arguments.check in (None, finding.check):
                groups[finding.check, one.origin].append((one, finding))
    draw = random.Random(arguments.seed)  # noqa: S311
    for group in groups.values():
        draw.shuffle(group)
    rounds = zip_longest(*(groups[key] for key in sorted(groups)))
    chosen = [found for around in rounds for found in around if found][: arguments.sample]
    for one, finding in chosen:
        texts = (one.pair.source, one.pair.target)
        yield "\t".join((finding.check, one.origin, finding.message, *texts)) + "\n"


if __name__ == "__main__":
    main()
