"""What another glossary may change, and what it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, other, plain_text
from dualpress.glossary import Case, Glossary, Kind, Term, check_terms, list_terms
from dualpress.glossary.changes import Changes
from dualpress.glossary.vocabulary import Vocabulary

EN, HI = Language.EN, Language.HI

DELHI = Term("Delhi", "दिल्ली", Kind.PLACE)
TREATY = Term("Indus Treaty", "सिंधु संधि", forms_en=("treaty of the Indus",))
ROWS = [DELHI, TREATY, Term("radar", "रडार")]


def concerns(before: Sequence[Term], after: Sequence[Term], *texts: str) -> bool:
    return Changes(before, after).may_concern(Vocabulary().words(texts))


def test_the_same_rows_concern_no_text() -> None:
    assert not concerns(ROWS, list(ROWS), "The radar near Delhi", "दिल्ली के पास")


@pytest.mark.parametrize(
    "text",
    [
        "Two radars were built.",
        "The radar's range",
        "RADAR",
        "a <g1>ra</g1>dar",
        "रडार की सीमा",
    ],
)
def test_a_row_that_goes_concerns_texts_with_its_words(text: str) -> None:
    assert concerns(ROWS, ROWS[:2], "", text)
    assert concerns(ROWS[:2], ROWS, text)


def test_initials_are_found_without_their_stops() -> None:
    assert concerns([], [Term("S. Jaishankar", "एस. जयशंकर", Kind.PERSON)], "S Jaishankar said so")


def test_it_concerns_no_others() -> None:
    assert not concerns(ROWS, ROWS[:2], "The treaty of the Indus was signed in Delhi.", "नई दिल्ली")


def test_of_a_form_all_words_must_be_there() -> None:
    before = [DELHI]
    assert not concerns(before, [DELHI, TREATY], "The Versailles Treaty", "संधि")
    assert concerns(before, [DELHI, TREATY], "A treaty on the Indus, and of the Ganges")


@pytest.mark.parametrize(
    "change",
    [
        {"hi": "नई दिल्ली"},
        {"forbidden": ("देहली",)},
        {"accepted_hi": ("राजधानी",)},
        {"kind": Kind.ORG},
        {"ambiguous": frozenset({EN})},
        {"preferred": True},
    ],
)
def test_any_cell_counts(change: dict[str, object]) -> None:
    after = [replace(DELHI, **change), *ROWS[1:]]  # type: ignore[arg-type]
    assert concerns(ROWS, after, "In Delhi it rained.")


@pytest.mark.parametrize("words", ["देहली में", "राजधानी में"])
def test_what_is_looked_for_in_translations_alone_counts(words: str) -> None:
    after = [replace(DELHI, forbidden=("देहली",), accepted_hi=("राजधानी",))]
    assert concerns([DELHI], after, "", words)


def test_where_a_row_stands_in_its_file_does_not_count() -> None:
    moved = [replace(term, path=Path("own.csv"), line=7) for term in ROWS]
    assert not concerns(ROWS, moved, "The radar near Delhi")


def test_the_order_of_rows_that_share_no_form_does_not_count() -> None:
    assert not concerns(ROWS, ROWS[::-1], "The radar near Delhi, the Indus Treaty")


def test_the_order_of_rows_that_share_a_form_does() -> None:
    rows = [*ROWS, Term("N. Delhi", "दिल्ली शहर", forms_en=("Delhi",))]
    assert concerns(rows, rows[::-1], "The radar near Delhi")
    assert not concerns(rows, rows[::-1], "The radar")


def test_a_row_that_stands_twice_does() -> None:
    assert concerns(ROWS, [*ROWS, DELHI], "Delhi")


_EN = (
    "Ram",
    "US",
    "U.S.",
    "A. Q. Khan",
    "AQ Khan",
    "treaty",
    "Delhi Treaty",
    "Delhi",
    "Ram's",
    "%",
)
_HI = ("राम", "अमेरिका", "अमेरिकी", "ए. क्यू. खान", "संधि", "दिल्ली संधि", "दिल्ली", "हिन्दी", "हिंदी")


def some(forms: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(forms), max_size=2, unique=True).map(tuple)


terms = st.builds(
    Term,
    en=st.sampled_from(_EN),
    hi=st.sampled_from(_HI),
    kind=st.sampled_from(Kind),
    forms_en=some(_EN),
    forms_hi=some(_HI),
    accepted_en=some(_EN),
    accepted_hi=some(_HI),
    case=st.sampled_from(Case),
    forbidden=some((*_EN, *_HI)),
    preferred=st.booleans(),
    ambiguous=st.sets(st.sampled_from(Language)).map(frozenset),
)
_PIECES = [
    *(*_EN, *_HI, "Rams", "treaties", "DELHI", "he", "वह", "(", ")", "the", "और"),
    *(" ", " ", " ", "-", "<g1>", "</g1>", "<x2/>", "’s", "'s", ".", "।", "&lt;", "\u00ad", "/"),
]
texts = st.lists(st.sampled_from(_PIECES), max_size=10).map("".join)


def told(source: str, target: str, glossary: Glossary) -> object:
    """All that a glossary says of a sentence and its translation."""
    return [
        (
            check_terms(source, target, language, other(language), glossary),
            list_terms(source, language, other(language), glossary),
            [
                matcher(language).find_all(text)
                for matcher in (
                    glossary.matcher,
                    glossary.accepted_matcher,
                    glossary.forbidden_matcher,
                )
                for text in (source, target, plain_text(source), plain_text(target))
            ],
        )
        for language in Language
    ]


@given(st.data(), st.lists(terms, max_size=4, unique=True), texts, texts)
def test_where_anything_else_is_told_it_concerns_the_text(
    data: st.DataObject, before: list[Term], source: str, target: str
) -> None:
    rows = data.draw(st.lists(terms, max_size=2), label="new rows")
    after = data.draw(
        st.permutations([*before, *rows]).flatmap(lambda all: st.just(all[: len(before)])),
        label="after",
    )
    if told(source, target, Glossary(before)) != told(source, target, Glossary(after)):
        assert concerns(before, after, source, target)
