"""The drafts are wrong as often, and in the ways, that a small offline engine was counted to be."""

from __future__ import annotations

from collections import Counter

import pytest
from terms_data import OF_TERMS, Fault, sentences
from terms_judge import has_words, kind_of, wrong_terms

from dualpress.article import Language, other

both = pytest.mark.parametrize("language", list(Language))

WRONG_BY_KIND = {
    Language.EN: {
        "title": (1, 25),
        "term": (27, 255),
        "place": (21, 318),
        "acronym": (23, 87),
        "person": (4, 19),
        "org": (6, 20),
        "weapon": (4, 19),
    },
    Language.HI: {
        "title": (1, 35),
        "term": (12, 230),
        "place": (22, 318),
        "acronym": (1, 20),
        "person": (3, 19),
        "org": (3, 25),
        "weapon": (2, 20),
    },
}
"""Wrong terms and all terms by the kind of their row, in the output of an engine; see README.md."""


@both
def test_each_has_one_to_four_different_drafts(language: Language) -> None:
    counts = [(len(one.drafts), len(set(one.drafts))) for one in sentences(language)]
    assert all(1 <= many == different <= 4 for many, different in counts)
    assert sum(many > 1 for many, _ in counts) > 150


@both
def test_labels_name_what_stands_in_the_draft(language: Language) -> None:
    wrong = [
        (one.id, label)
        for one in sentences(language)
        for label in one.labels
        if label.words and not has_words(label.words, one.drafts[0])
    ]
    assert wrong == []


@both
def test_the_judge_and_the_labels_agree(language: Language) -> None:
    for one in sentences(language):
        labelled = {label.term for label in one.labels if label.fault in OF_TERMS}
        assert set(wrong_terms(one.drafts[0], one, other(language))) == labelled, one.id


@both
def test_as_many_terms_are_wrong_as_were_counted(language: Language) -> None:
    wrong_of = WRONG_BY_KIND[language]
    kinds = [kind_of(term) for one in sentences(language) for term in one.terms]
    expected = sum(wrong / of for wrong, of in (wrong_of[kind] for kind in kinds))
    wrong = sum(label.fault in OF_TERMS for one in sentences(language) for label in one.labels)
    assert abs(wrong - expected) / len(kinds) < 0.01


@both
def test_every_kind_of_fault_is_there(language: Language) -> None:
    counts = Counter(label.fault for one in sentences(language) for label in one.labels)
    # The engine leaves Latin words in Hindi; it leaves no Devanagari in English.
    absent = {Fault.HOMOGRAPH} if language is Language.EN else {Fault.LATIN, Fault.HALF}
    assert set(counts) == set(Fault) - absent


@both
def test_another_draft_is_seldom_the_cure(language: Language) -> None:
    target = other(language)
    wrong = [one for one in sentences(language) if wrong_terms(one.drafts[0], one, target)]
    cured = [one for one in wrong if not all(wrong_terms(text, one, target) for text in one.drafts)]
    assert 0 < len(cured) <= len(wrong) / 4
