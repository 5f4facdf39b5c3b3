"""The sentences are what they are said to be, and their references are right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from terms_data import sentences
from terms_judge import wrong_terms

from dualpress.article import Language, other, plain_text
from dualpress.checks import Pair, run_checks
from dualpress.glossary import Glossary, TermProblem, check_terms, read_glossary
from dualpress.translation import misfit

ROOT = Path(__file__).parents[2]

LEAST = {
    Language.EN: """
        start 80 middle 80 end 60 possessive 15 plural 15 hyphen 8 attributive 10 around 10
        inside 6 dotted 4 quotes 6 brackets 8 first-use 6 later-use 20 caps 3 homograph 6
        honorific 6 number 60 money 12 date 10
    """.split(),
    Language.HI: """
        start 80 middle 80 possessive 40 oblique 60 plural 6 hyphen 2 attributive 8 around 10
        inside 5 quotes 6 brackets 5 first-use 5 later-use 15 homograph 10 honorific 6
        number 60 money 12 date 6
    """.split(),
}
"""How many sentences there are for each thing that is tested, at least."""

both = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_glossary(sorted((ROOT / "glossaries").glob("*.csv")))


@both
def test_there_are_two_hundred_different_ones(language: Language) -> None:
    found = sentences(language)
    assert len(found) == len({plain_text(one.source) for one in found}) == 200


@both
def test_terms_stand_in_every_place_and_form(language: Language) -> None:
    counts = Counter(test for one in sentences(language) for test in one.tests)
    words = iter(LEAST[language])
    least = zip(words, words, strict=True)
    assert {test: counts[test] for test, many in least if counts[test] < int(many)} == {}


@both
def test_sentences_have_none_to_six_terms(language: Language) -> None:
    counts = Counter(len(one.terms) for one in sentences(language))
    assert set(range(7)) <= set(counts)
    assert sum(counts[many] for many in range(3, 7)) >= 60


@both
def test_references_have_the_tags_of_their_sources(language: Language) -> None:
    assert [one.id for one in sentences(language) if misfit(one.source, one.reference)] == []


@both
def test_references_satisfy_the_glossary(language: Language, glossary: Glossary) -> None:
    found = [
        f"{one.id}: {finding.message}"
        for one in sentences(language)
        for finding in check_terms(one.source, one.reference, language, other(language), glossary)
        if finding.problem is not TermProblem.AMBIGUOUS
    ]
    assert found == []


@both
def test_references_have_the_numbers_of_their_sources(language: Language) -> None:
    found = [
        f"{one.id}: {finding.message}"
        for one in sentences(language)
        for finding in run_checks(Pair(one.source, one.reference, language, other(language)))
        if finding.check == "numbers"
    ]
    assert found == []


@both
def test_the_judge_finds_the_terms_of_references(language: Language) -> None:
    wrong = {
        one.id: wrong_terms(one.reference, one, other(language)) for one in sentences(language)
    }
    assert {id: terms for id, terms in wrong.items() if terms} == {}


@both
def test_the_terms_are_found_in_the_sources(language: Language, glossary: Glossary) -> None:
    matcher = glossary.matcher(language)
    missed = {}
    for one in sentences(language):
        found = {row.en for match in matcher.find(one.source) for row in match.terms}
        if not found >= set(one.terms):
            missed[one.id] = set(one.terms) - found
    assert missed == {}


@both
def test_words_that_only_look_like_terms_are_left(language: Language, glossary: Glossary) -> None:
    matcher = glossary.matcher(language)
    taken = {}
    for one in sentences(language):
        if "homograph" in one.tests:
            found = [match for match in matcher.find(one.source) if not match.ambiguous]
            more = [
                match.term.en
                for match in found
                if {row.en for row in match.terms}.isdisjoint(one.terms)
            ]
            if more:
                taken[one.id] = more
    assert taken == {}
