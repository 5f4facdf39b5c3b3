"""How often the shipped glossaries speak over translations that humans made.

    DUALPRESS_SHARED=<folder> python benchmarks/glossary.py
    DUALPRESS_SHARED=<folder> python benchmarks/glossary.py --by-term 40
    DUALPRESS_SHARED=<folder> python benchmarks/glossary.py --list > to-read.tsv

An alarm is a sentence in which a term is missing, or written as the glossary forbids;
terms that are marked ambiguous are only reported, and are none. Not every alarm is a
false one: where the translator left the source's own word in Latin letters (``FBI``
in Hindi), the house writes it otherwise. Such sentences are counted apart. The folder
holds ``corpus/test.*.tsv`` (English, tab, Hindi).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import Glossary, TermFinding, TermProblem, check_terms, read_glossary
from dualpress.glossary.terms import PAGE


class Judged(NamedTuple):
    """A sentence with terms, and what the glossary says of its translation."""

    origin: str
    source: str
    target: str
    language: Language
    terms: int
    alarms: list[TermFinding]

    @property
    def is_left_in_latin(self) -> bool:
        """Whether all alarms are about words that stand in the Hindi as in the English."""
        return self.language is Language.EN and all(
            alarm.found.casefold() in self.target.casefold() for alarm in self.alarms
        )


def main() -> None:
    """Print the table, the terms with most alarms, or all alarms."""
    arguments = _arguments()
    glossary = read_glossary(arguments.glossary or shipped_glossaries())
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    judged = list(_judged(corpus, glossary))
    if arguments.list:
        sys.stdout.writelines(_alarms(judged))
        return
    sys.stdout.write(f"{len(glossary)} terms\n\n")
    sys.stdout.writelines(_table(judged))
    sys.stdout.writelines(_by_term(judged, arguments.by_term))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every alarm, as lines of TSV")
    parser.add_argument("--by-term", type=int, default=20, help="how many terms to name")
    parser.add_argument("--glossary", nargs="*", type=Path, help="other CSV files of terms")
    return parser.parse_args()


def _judged(corpus: Path, glossary: Glossary) -> Iterator[Judged]:
    for path in sorted(corpus.glob("test.*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
        for language in Language:
            origin = f"{path.stem.removeprefix('test.')} → {other(language)}"
            for english, hindi in rows:
                texts = (english, hindi) if language is Language.EN else (hindi, english)
                if terms := _count_terms(texts[0], language, glossary):
                    alarms = _alarms_of(*texts, language, glossary)
                    yield Judged(origin, *texts, language, terms, alarms)


def _count_terms(source: str, language: Language, glossary: Glossary) -> int:
    """How many different terms the check demands."""
    matches = glossary.matcher(language).find(source)
    demanded = (match for match in matches if match.term.domain != PAGE and not match.ambiguous)
    return len({match.term for match in demanded})


def _alarms_of(
    source: str, target: str, language: Language, glossary: Glossary
) -> list[TermFinding]:
    findings = check_terms(source, target, language, other(language), glossary)
    return [finding for finding in findings if finding.problem is not TermProblem.AMBIGUOUS]


def _table(judged: list[Judged]) -> Iterator[str]:
    yield f"{'':18} sentences  with an alarm  left in Latin    terms  alarms\n"
    for origin in dict.fromkeys(one.origin for one in judged):
        yield _row(origin, [one for one in judged if one.origin == origin])
    yield _row("all", judged)


def _row(origin: str, judged: list[Judged]) -> str:
    alarmed = [one for one in judged if one.alarms]
    latin = sum(one.is_left_in_latin for one in alarmed)
    terms = sum(one.terms for one in judged)
    alarms = sum(len(one.alarms) for one in judged)
    return (
        f"{origin:18} {len(judged):9} {len(alarmed):6} {len(alarmed) / len(judged):7.2%} "
        f"{latin:14} {terms:8} {alarms:4} {alarms / terms:6.2%}\n"
    )


def _by_term(judged: Iterable[Judged], most: int) -> Iterator[str]:
    alarms = Counter(
        (alarm.term.headword(one.language), one.language) for one in judged for alarm in one.alarms
    )
    yield f"\n{'alarms':>6}  term\n"
    for (headword, language), count in alarms.most_common(most):
        yield f"{count:6}  {headword} → {other(language)}\n"


def _alarms(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        for alarm in one.alarms:
            cells = (one.origin, alarm.problem, alarm.message, one.source, one.target)
            yield "\t".join(cells) + "\n"


if __name__ == "__main__":
    main()
