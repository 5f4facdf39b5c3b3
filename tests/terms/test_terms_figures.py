"""What dualpress makes of the drafts: terms right or marked, and no word worse than before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pytest
from terms_data import sentences
from terms_floors import FLOORS
from terms_run import Figures, Outcome, count, run

from dualpress.article import Language, other, plain_text
from dualpress.translation import misfit

Results: TypeAlias = Mapping[Language, list[Outcome]]

PROMISED = 85
"""The share of terms that are right in the draft, whatever the floors say."""

ALL = {language: sentences(language) for language in Language}

both = pytest.mark.parametrize("language", list(Language))


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """What becomes of the sentences."""
    return run(tmp_path_factory.mktemp("terms"), ALL)


@pytest.fixture(scope="module")
def without_glossary(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """What becomes of them where nothing is known of terms."""
    return run(tmp_path_factory.mktemp("without"), ALL, has_glossary=False)


@pytest.fixture(scope="module")
def figures(drafted: Results) -> dict[Language, Figures]:
    return {language: count(found, other(language)) for language, found in drafted.items()}


@both
def test_a_wrong_term_is_marked(language: Language, figures: dict[Language, Figures]) -> None:
    found = figures[language]
    assert set(found.unmarked) <= FLOORS[language].unmarked, found


@both
def test_terms_are_right(language: Language, figures: dict[Language, Figures]) -> None:
    found = figures[language]
    assert found.share_right >= max(PROMISED, FLOORS[language].right), found


@both
def test_no_right_term_is_made_wrong(language: Language, figures: dict[Language, Figures]) -> None:
    found = figures[language]
    assert found.broken == [], found


@both
def test_right_terms_are_seldom_marked(
    language: Language, figures: dict[Language, Figures]
) -> None:
    found = figures[language]
    assert found.share_false_marks <= FLOORS[language].false_marks, found


@both
def test_a_wrong_number_is_marked(language: Language, figures: dict[Language, Figures]) -> None:
    found = figures[language]
    assert found.numbers_unmarked == [], found


@both
def test_right_numbers_are_not_marked(language: Language, figures: dict[Language, Figures]) -> None:
    found = figures[language]
    assert set(found.numbers_false) <= FLOORS[language].numbers_false, found


@both
def test_the_drafts_are_liker_the_references(
    language: Language, figures: dict[Language, Figures]
) -> None:
    found = figures[language]
    assert found.chrf - found.chrf_plain >= FLOORS[language].chrf_gain, found


@both
def test_sentences_without_need_are_not_touched(
    language: Language, drafted: Results, without_glossary: Results
) -> None:
    touched = [
        one.sentence.id
        for one, alone in zip(drafted[language], without_glossary[language], strict=True)
        if not any(label.term for label in one.sentence.labels)
        and plain_text(one.target) != plain_text(alone.target)
    ]
    assert touched == []


@both
def test_tags_are_those_of_the_source(language: Language, drafted: Results) -> None:
    for one in drafted[language]:
        assert misfit(one.sentence.source, one.target) is None, one
