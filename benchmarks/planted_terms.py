"""How often a term that was spoilt in a human translation is brought back as it was.

    DUALPRESS_SHARED=<folder> python -m benchmarks.planted_terms
    DUALPRESS_SHARED=<folder> python -m benchmarks.planted_terms --list > to-read.tsv

Machine output seldom has a case for each strategy. Here every sentence of the test sets that has
the headword of a term once is spoilt in each way that machines do it: the source's word is left,
also without its capitals; a vowel is written otherwise; an acronym is spelled with spaces, or
with dots; the row's forbidden words are put. Then the glossary is enforced. The sentence is then
as it was, or otherwise, which is wrong unless the human wrote another form (a singular for a
plural), or marked, or it passes the check of terms as it is (``U. N.``).

The folder holds ``corpus/test.*.tsv`` (English, tab, Hindi).
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import regex

from dualpress.article import Language, other
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import Glossary, Kind, TermMatch, check_terms, enforce, read_glossary
from dualpress.text.devanagari import WORD_END, WORD_START

AS_IT_WAS, OTHERWISE, MARKED, PASSES = "as it was", "otherwise", "marked", "passes"

_VOWELS = {"ि": "ी", "ी": "ि", "ु": "ू", "ू": "ु", "े": "ै", "ै": "े", "ो": "ौ", "ौ": "ो"}
_LATIN_VOWELS = {"a": "e", "e": "a", "i": "e", "o": "a", "u": "oo"}
_LETTER_NAME = regex.compile(
    "डब्ल्यू|क्यू|एक्स|एफ़|एफ|एच|एल|एम|एन|एस|आई|आर|वाई|बी|सी|डी|जी|जे|के|पी|टी|यू|वी|ए|ई|ओ"
)


class Case(NamedTuple):
    """A sentence with a term that is there once, as its headword."""

    language: Language
    source: str
    target: str
    words: str
    start: int
    match: TermMatch


def main() -> None:
    """Print the table, or all that came back otherwise."""
    glossary = read_glossary(shipped_glossaries())
    counts: Counter[tuple[str, str, str]] = Counter()
    for way, case, spoilt in _planted(glossary):
        result = _enforced(spoilt, case, glossary)
        outcome = _judged(result, spoilt, case, glossary)
        counts[other(case.language), way, outcome] += 1
        if "--list" in sys.argv and outcome == OTHERWISE:
            cells = (way, case.words, case.source, spoilt, result, case.target)
            sys.stdout.write("\t".join(cells) + "\n")
    if "--list" not in sys.argv:
        sys.stdout.writelines(_table(counts))


def _judged(result: str, spoilt: str, case: Case, glossary: Glossary) -> str:
    if result == case.target:
        return AS_IT_WAS
    if result != spoilt:
        return OTHERWISE
    languages = case.language, other(case.language)
    return MARKED if check_terms(case.source, spoilt, *languages, glossary) else PASSES


def _planted(glossary: Glossary) -> Iterator[tuple[str, Case, str]]:
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus")
    for path in sorted(corpus.glob("test.*.tsv")):
        for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
            english, hindi = line.split("\t")[:2]
            for language in Language:
                texts = (english, hindi) if language is Language.EN else (hindi, english)
                for case in _cases(*texts, language, glossary):
                    for way, spoil in _WAYS.items():
                        words = spoil(case)
                        if words and words != case.words:
                            yield way, case, _with(case, words)


def _cases(source: str, target: str, language: Language, glossary: Glossary) -> Iterator[Case]:
    if check_terms(source, target, language, other(language), glossary):
        return
    found = glossary.matcher(language).find(source)
    for match in found:
        words = match.term.headword(other(language))
        is_once = [one.term for one in found].count(match.term) == 1
        places = list(regex.finditer(WORD_START + regex.escape(words) + WORD_END, target))
        if is_once and not match.ambiguous and len(places) == 1:
            case = Case(language, source, target, words, places[0].start(), match)
            if check_terms(source, _with(case, "—"), language, other(language), glossary):
                yield case


def _with(case: Case, words: str) -> str:
    return case.target[: case.start] + words + case.target[case.start + len(case.words) :]


def _enforced(spoilt: str, case: Case, glossary: Glossary) -> str:
    return enforce(
        case.source,
        [spoilt],
        glossary,
        source_language=case.language,
        target_language=other(case.language),
    ).text


def _left(case: Case) -> str | None:
    return case.source[slice(*case.match.span)]


def _left_in_small_letters(case: Case) -> str | None:
    words = case.source[slice(*case.match.span)].lower()
    return words if case.language is Language.EN and len(words) > len("us") else None


def _misspelt(case: Case) -> str | None:
    """The last vowel within the last long word written otherwise."""
    if case.match.term.kind is Kind.ACRONYM or len(case.words) < len("ग्वादर"):
        return None
    vowels = _VOWELS if case.language is Language.EN else _LATIN_VOWELS
    for i in range(len(case.words) - 2, 0, -1):
        if case.words[i] in vowels:
            return case.words[:i] + vowels[case.words[i]] + case.words[i + 1 :]
    return None


def _spaced(case: Case, mark: str = " ") -> str | None:
    if case.match.term.kind is not Kind.ACRONYM:
        return None
    pattern = r"\p{Lu}" if case.language is Language.HI else _LETTER_NAME.pattern
    letters = regex.findall(pattern, case.words)
    return mark.join(letters) if "".join(letters) == case.words else None


def _dotted(case: Case) -> str | None:
    return _spaced(case, ". ")


def _forbidden(case: Case) -> str | None:
    hindi = regex.compile(r"\p{Deva}")
    wanted = case.language is Language.EN
    return next(
        (form for form in case.match.term.forbidden if bool(hindi.search(form)) == wanted), None
    )


_WAYS: dict[str, Callable[[Case], str | None]] = {
    "left": _left,
    "left, small letters": _left_in_small_letters,
    "misspelt": _misspelt,
    "letters with spaces": _spaced,
    "letters with dots": _dotted,
    "forbidden words": _forbidden,
}


def _table(counts: Counter[tuple[str, str, str]]) -> Iterator[str]:
    outcomes = (AS_IT_WAS, OTHERWISE, MARKED, PASSES)
    yield f"{'':25}{'  '.join(outcomes)}  right of written\n"
    for language in Language:
        for way in _WAYS:
            found = [counts[language, way, outcome] for outcome in outcomes]
            if sum(found):
                share = f"{found[0] / sum(found[:2]):.1%}" if sum(found[:2]) else "–"
                pairs = zip(found, outcomes, strict=True)
                columns = "".join(f"{count:{len(outcome) + 2}}" for count, outcome in pairs)
                yield f"→ {language} {way:18}{columns}{share:>18}\n"


if __name__ == "__main__":
    main()
