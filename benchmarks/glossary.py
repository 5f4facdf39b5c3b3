"""How often the shipped glossaries speak over translations that humans made.

    DUALPRESS_SHARED=<folder> python -m benchmarks.glossary
    DUALPRESS_SHARED=<folder> python -m benchmarks.glossary --by-term 40
    DUALPRESS_SHARED=<folder> python -m benchmarks.glossary --list > to-read.tsv
    DUALPRESS_SHARED=<folder> python -m benchmarks.glossary --plant 3000

An alarm is a term that is missing, or written as the glossary forbids; what is only
reported (ambiguous words, a pronoun in a name's place) is none. Not every alarm is a
false one, so two kinds are counted apart: the source's own word left in Latin letters
(``FBI`` in Hindi), which the house writes otherwise, and a word that is nearly the
rendering: a misspelling, or another name (इरान, Austria for Australia). The folder
holds ``corpus/test.*.tsv`` (English, tab, Hindi).

``--plant`` turns it round: from as many sentences a term that stands there is taken
out, or another term of its kind is put in its place, and the table says how much of
that is found.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import (
    Glossary,
    Term,
    TermFinding,
    TermMatch,
    TermProblem,
    check_terms,
    read_glossary,
)
from dualpress.glossary.check import spans_of
from dualpress.glossary.terms import PAGE

_NEARLY = 0.8
_SEED = 1


class Judged(NamedTuple):
    """A sentence with terms, and what the glossary says of its translation."""

    origin: str
    source: str
    target: str
    language: Language
    terms: int
    alarms: list[TermFinding]

    @property
    def left_in_latin(self) -> list[TermFinding]:
        """The alarms about words that stand in the Hindi as in the English."""
        if self.language is Language.HI:
            return []
        target = self.target.casefold()
        return [alarm for alarm in self.alarms if alarm.found.casefold() in target]

    @property
    def nearly_right(self) -> list[TermFinding]:
        """The other alarms where the translation has a word that is like the rendering."""
        rest = (alarm for alarm in self.alarms if alarm not in self.left_in_latin)
        return [alarm for alarm in rest if any(map(self._has_like, alarm.expected))]

    def _has_like(self, rendering: str) -> bool:
        words, count = self.target.split(), len(rendering.split())
        parts = (" ".join(words[start : start + count]) for start in range(len(words)))
        return any(SequenceMatcher(None, rendering, part).ratio() >= _NEARLY for part in parts)


class Plant(NamedTuple):
    """A translation that was spoilt.

    Args:
        source: the sentence.
        target: its translation with a term taken out, or another in its place.
        language: of the source.
        match: the term, in the source.
        is_replaced: whether another term stands there.
    """

    source: str
    target: str
    language: Language
    match: TermMatch
    is_replaced: bool


def main() -> None:
    """Print the table and the terms with most alarms, all alarms, or what was planted."""
    arguments = _arguments()
    glossary = read_glossary(arguments.glossary or shipped_glossaries())
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    if arguments.plant:
        plants = _plants(list(_pairs(corpus)), glossary, arguments.plant)
        sys.stdout.writelines(_found(plants, glossary))
        return
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
    parser.add_argument("--plant", type=int, default=0, help="how many terms to spoil")
    parser.add_argument("--by-term", type=int, default=20, help="how many terms to name")
    parser.add_argument("--glossary", nargs="*", type=Path, help="other CSV files of terms")
    return parser.parse_args()


def _pairs(corpus: Path) -> Iterator[tuple[str, str, str, Language]]:
    """The name of the set, source, target and the language of the source, both ways."""
    for path in sorted(corpus.glob("test.*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]
        for language in Language:
            origin = f"{path.stem.removeprefix('test.')} → {other(language)}"
            for english, hindi in rows:
                texts = (english, hindi) if language is Language.EN else (hindi, english)
                yield origin, *texts, language


def _judged(corpus: Path, glossary: Glossary) -> Iterator[Judged]:
    for origin, source, target, language in _pairs(corpus):
        if terms := _count_terms(source, language, glossary):
            alarms = _alarms_of(source, target, language, glossary)
            yield Judged(origin, source, target, language, terms, alarms)


def _count_terms(source: str, language: Language, glossary: Glossary) -> int:
    """How many different terms the check demands."""
    return len({match.term for match in _demanded(source, language, glossary)})


def _demanded(source: str, language: Language, glossary: Glossary) -> list[TermMatch]:
    matches = glossary.matcher(language).find(source)
    return [match for match in matches if match.term.domain != PAGE and not match.ambiguous]


def _alarms_of(
    source: str, target: str, language: Language, glossary: Glossary
) -> list[TermFinding]:
    findings = check_terms(source, target, language, other(language), glossary)
    return [finding for finding in findings if finding.problem is not TermProblem.AMBIGUOUS]


def _table(judged: list[Judged]) -> Iterator[str]:
    yield f"{'':18} {'terms':>6} {'alarms':>14} {'in Latin':>9} {'nearly':>7} {'the rest':>14}\n"
    for origin in dict.fromkeys(one.origin for one in judged):
        yield _row(origin, [one for one in judged if one.origin == origin])
    yield _row("all", judged)


def _row(origin: str, judged: list[Judged]) -> str:
    terms = sum(one.terms for one in judged)
    alarms = sum(len(one.alarms) for one in judged)
    latin = sum(len(one.left_in_latin) for one in judged)
    nearly = sum(len(one.nearly_right) for one in judged)
    rest = alarms - latin - nearly
    return (
        f"{origin:18} {terms:6} {alarms:6} {alarms / terms:7.2%} {latin:9} {nearly:7} "
        f"{rest:6} {rest / terms:7.2%}\n"
    )


def _plants(
    pairs: list[tuple[str, str, str, Language]], glossary: Glossary, most: int
) -> list[Plant]:
    """Translations that kept all terms, and were spoilt."""
    chance = random.Random(_SEED)  # noqa: S311 - the same plants each time
    chance.shuffle(pairs)
    plants: list[Plant] = []
    for _, source, target, language in pairs:
        demanded = _demanded(source, language, glossary)
        if len(plants) < most and demanded and not _alarms_of(source, target, language, glossary):
            plant = _spoilt(source, target, language, demanded, glossary, chance)
            plants += [plant] if plant.target != target else []
    return plants


def _spoilt(
    source: str,
    target: str,
    language: Language,
    demanded: list[TermMatch],
    glossary: Glossary,
    chance: random.Random,
) -> Plant:
    match = chance.choice(demanded)
    said = {term for found in demanded for term in found.terms}
    rivals = [t for t in glossary if t.kind is match.term.kind and t not in said]
    is_replaced = chance.random() < 0.5 and bool(rivals)
    instead = chance.choice(rivals).headword(other(language)) if is_replaced else ""
    renderings = glossary.accepted_matcher(other(language)).find_all(target)
    end = len(target) + 1
    # From the back; of two that overlap, the one that begins later is part of the other.
    spans = sorted(spans_of(match.terms, renderings), key=lambda span: (-span.end, span.start))
    for span in spans:
        if span.end <= end:
            target = target[: span.start] + instead + target[span.end :]
            end = span.start
    return Plant(source, target, language, match, is_replaced)


def _found(plants: list[Plant], glossary: Glossary) -> Iterator[str]:
    yield f"{'':10} {'planted':>8} {'an error':>16} {'only told':>10} {'not seen':>9}\n"
    for name, is_replaced in (("taken out", False), ("replaced", True)):
        problems = Counter(
            _problem_of(plant, glossary) for plant in plants if plant.is_replaced is is_replaced
        )
        total, errors = problems.total(), problems[TermProblem.MISSING]
        yield (
            f"{name:10} {total:8} {errors:8} {errors / max(1, total):7.2%} "
            f"{problems[TermProblem.AMBIGUOUS]:10} {problems[None]:9}\n"
        )


def _problem_of(plant: Plant, glossary: Glossary) -> TermProblem | None:
    findings = check_terms(
        plant.source, plant.target, plant.language, other(plant.language), glossary
    )
    about: list[Term] = [plant.match.term, *plant.match.others]
    problems = {finding.problem for finding in findings if finding.term in about}
    wanted = (TermProblem.MISSING, TermProblem.AMBIGUOUS)
    return next((problem for problem in wanted if problem in problems), None)


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
