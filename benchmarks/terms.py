"""How many sentences have their terms before and after the glossary is enforced.

    DUALPRESS_SHARED=<folder> python -m benchmarks.terms
    DUALPRESS_SHARED=<folder> python -m benchmarks.terms --system argos --list > to-read.tsv
    DUALPRESS_SHARED=<folder> python -m benchmarks.terms --human --list > to-read.tsv

The translations are what five systems made of FLORES, both ways; with ``--human``, what humans
made of the test sets, where each change is one too many or mends a misspelling. A sentence counts
if the check of terms demands a term of the shipped glossaries. It is right if no term is missing,
and marked if one is missing still. A sentence that was right is enforced too, and must stay as it
is.

The second table gives for each strategy how often it wrote, and how often the words that it wrote
are those of the human translation; if not, the human has another form of the term, or none.

Whether a repair is right is for a reader to say: ``--list`` prints each with its sentence, one a
line of TSV, with an empty first cell for the verdict. A repair is right if the words that were
replaced stood for the term, and the sentence reads no worse around it; what else is wrong with the
sentence does not matter. The shares beside ``STRATEGIES`` were read so.

The folder holds ``corpus/test.*.tsv`` (English, tab, Hindi) and ``corpus/peer.flores_test.*.xz``.
"""

from __future__ import annotations

import argparse
import lzma
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import (
    Enforced,
    Glossary,
    TermProblem,
    TermRepair,
    check_terms,
    enforce,
    read_glossary,
)
from dualpress.glossary.enforcing import STRATEGIES
from dualpress.glossary.terms import PAGE

SYSTEMS = ("argos", "bergamot-tiny", "google", "nllb", "opusmt")
AS_HUMAN, OTHER_FORM, NONE = "as the human", "another form", "no such term"


class Pair(NamedTuple):
    """A sentence, its translation, and a human's."""

    origin: str
    language: Language
    source: str
    target: str
    reference: str


class Outcome(NamedTuple):
    """What became of the translation of a sentence with terms."""

    pair: Pair
    was_right: bool
    enforced: Enforced
    is_right: bool


def main() -> None:
    """Print the tables, or all repairs."""
    arguments = _arguments()
    glossary = read_glossary(shipped_glossaries())
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    pairs = _human(corpus) if arguments.human else _machine(corpus, arguments.system)
    outcomes = [outcome for pair in pairs if (outcome := _outcome(pair, glossary))]
    if arguments.list:
        sys.stdout.writelines(_list(outcomes))
        return
    sys.stdout.writelines(_table(outcomes))
    sys.stdout.writelines(_by_strategy(outcomes, glossary))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--system", nargs="*", default=SYSTEMS, help="whose translations to take")
    parser.add_argument("--human", action="store_true", help="take translations by humans")
    parser.add_argument("--list", action="store_true", help="print every repair, as lines of TSV")
    return parser.parse_args()


def _machine(corpus: Path, systems: Iterable[str]) -> Iterator[Pair]:
    rows = _rows(corpus / "test.flores_test.tsv")
    for system in systems:
        for language in Language:
            path = corpus / f"peer.flores_test.{system}.{other(language)}.xz"
            made = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
            for (english, hindi), target in zip(rows, made, strict=False):
                texts = (english, hindi) if language is Language.EN else (hindi, english)
                yield Pair(f"{system} → {other(language)}", language, texts[0], target, texts[1])


def _human(corpus: Path) -> Iterator[Pair]:
    for path in sorted(corpus.glob("test.*.tsv")):
        for language in Language:
            origin = f"{path.stem.removeprefix('test.')} → {other(language)}"
            for english, hindi in _rows(path):
                texts = (english, hindi) if language is Language.EN else (hindi, english)
                yield Pair(origin, language, texts[0], texts[1], texts[1])


def _rows(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line]


def _outcome(pair: Pair, glossary: Glossary) -> Outcome | None:
    matches = glossary.matcher(pair.language).find(pair.source)
    if all(match.ambiguous or match.term.domain == PAGE for match in matches):
        return None
    enforced = enforce(
        pair.source,
        [pair.target],
        glossary,
        source_language=pair.language,
        target_language=other(pair.language),
    )
    before, after = (_is_right(pair, text, glossary) for text in (pair.target, enforced.text))
    return Outcome(pair, before, enforced, after)


def _is_right(pair: Pair, text: str, glossary: Glossary) -> bool:
    findings = check_terms(pair.source, text, pair.language, other(pair.language), glossary)
    return all(finding.problem is TermProblem.AMBIGUOUS for finding in findings)


def _table(outcomes: list[Outcome]) -> Iterator[str]:
    yield f"{'':20} sentences  right before   right after  repairs  marked  touched without need\n"
    for origin in dict.fromkeys(one.pair.origin for one in outcomes):
        yield _row(origin, [one for one in outcomes if one.pair.origin == origin])


def _row(origin: str, outcomes: list[Outcome]) -> str:
    count = len(outcomes)
    before = sum(one.was_right for one in outcomes)
    after = sum(one.is_right for one in outcomes)
    repairs = sum(len(one.enforced.repairs) for one in outcomes)
    marked = sum(bool(one.enforced.marks) and not one.is_right for one in outcomes)
    touched = sum(one.was_right and one.enforced.changed for one in outcomes)
    return (
        f"{origin:20} {count:9} {before:6} {before / count:6.1%} {after:6} {after / count:6.1%} "
        f"{repairs:8} {marked:7} {touched:13}\n"
    )


def _by_strategy(outcomes: Iterable[Outcome], glossary: Glossary) -> Iterator[str]:
    counts: Counter[tuple[str, str]] = Counter()
    for one in outcomes:
        for repair in one.enforced.repairs:
            counts[repair.strategy, _beside_the_human(one, repair, glossary)] += 1
    kinds = (AS_HUMAN, OTHER_FORM, NONE)
    yield f"\n{'':22} repairs  {'  '.join(kinds)}  read as right\n"
    for strategy, share in STRATEGIES:
        found = [counts[strategy.__name__, kind] for kind in kinds]
        columns = "".join(
            f"{count:{len(kind) + 2}}" for count, kind in zip(found, kinds, strict=True)
        )
        read = "not read" if share is None else f"{share:.0%}"
        yield f"{strategy.__name__:22} {sum(found):7}{columns} {read:>14}\n"


def _beside_the_human(outcome: Outcome, repair: TermRepair, glossary: Glossary) -> str:
    pair = outcome.pair
    if repair.after in pair.reference:
        return AS_HUMAN
    found = glossary.accepted_matcher(other(pair.language)).find_all(repair.after)
    terms = {term for match in found for term in match.terms}
    theirs = glossary.accepted_matcher(other(pair.language)).find_all(pair.reference)
    has_form = any(not terms.isdisjoint(match.terms) for match in theirs)
    return OTHER_FORM if has_form else NONE


def _list(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for one in outcomes:
        pair, text = one.pair, one.enforced.text
        for repair in one.enforced.repairs:
            words = (repair.strategy, repair.before, repair.after)
            yield "\t".join(("", pair.origin, *words, pair.source, text, pair.reference)) + "\n"


if __name__ == "__main__":
    main()
