"""What a run notes of the rows under which a translation is made."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.glossary import Case, Gender, Glossary, Kind, ReadAs, Term
from dualpress.glossary.digests import digested_rendering, term_digests

XI = Term("Xi Jinping", "शी चिनफिंग", Kind.PERSON, accepted_hi=("शी",))
SOURCE = "Xi Jinping came to <g1>Delhi</g1>."

UNTOLD = {
    "note": "the house chooses",
    "as_of": "2026",
    "path": Path("terms.csv"),
    "line": 7,
    "domain": "people",
    "case": Case.SENSITIVE,
    "honorific": True,
    "forms_en": ("President Xi",),
    "accepted_en": ("Xi",),
}
"""What changes no translation of the sentence into Hindi."""

TOLD = {
    "hi": "शी जिनपिंग",
    "kind": Kind.TERM,
    "forms_hi": ("शी जिनपिंग",),
    "accepted_hi": ("शी", "जिनपिंग"),
    "forbidden": ("क्सी",),
    "read_as": ReadAs.OWN,
    "first_use": "शी चिनफिंग (शी)",
    "gender": Gender.MASCULINE,
    "preferred": True,
    "ambiguous": frozenset({Language.EN}),
}


def digests(*terms: Term, source: str = SOURCE) -> dict[str, str]:
    return term_digests(source, Glossary(terms), Language.EN)


def test_each_form_that_a_sentence_holds_is_told_with_what_is_to_be_written() -> None:
    found = digests(XI, Term("Delhi", "दिल्ली", Kind.PLACE), Term("Agra", "आगरा", Kind.PLACE))
    assert list(found) == ["Xi Jinping", "Delhi"]
    assert [digested_rendering(one) for one in found.values()] == ["शी चिनफिंग", "दिल्ली"]


def test_a_sentence_without_terms_has_none() -> None:
    assert digests(XI, source="Nobody came.") == {}


@pytest.mark.parametrize("name", UNTOLD)
def test_what_changes_no_translation_is_no_part_of_it(name: str) -> None:
    changes: dict[str, Any] = {name: UNTOLD[name]}
    assert digests(replace(XI, **changes)) == digests(XI)


@pytest.mark.parametrize("name", TOLD)
def test_what_changes_a_translation_is(name: str) -> None:
    changes: dict[str, Any] = {name: TOLD[name]}
    assert digests(replace(XI, **changes)) != digests(XI)


def test_each_column_is_told_or_known_to_change_nothing() -> None:
    assert {"en"} | TOLD.keys() | UNTOLD.keys() == {field.name for field in fields(Term)}


def test_a_further_row_for_the_same_words_is_told() -> None:
    assert digests(XI, replace(XI, hi="शी", kind=Kind.TITLE)) != digests(XI)


def test_where_there_is_no_one_way_to_write_it_no_words_are_told() -> None:
    (digest,) = digests(replace(XI, ambiguous=frozenset({Language.EN}))).values()
    assert digested_rendering(digest) == ""


def test_it_is_the_same_on_every_machine() -> None:
    assert digests(XI) == {"Xi Jinping": "6075a33e शी चिनफिंग"}
