from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.numbers import find_numbers, same_numbers
from dualpress.text.numbers.compare import _AGREEMENTS, _pairs, pair_numbers


def difference(english: str, hindi: str) -> list[tuple[str, str]]:
    found = same_numbers(english, Language.EN, hindi, Language.HI)
    return [("missing" if m.is_missing else "extra", m.text) for m in found]


SAME = [
    ("In 2024, 12 people died.", "२०२४ में १२ लोग मारे गए।"),
    ("1,000,000 people", "10,00,000 लोग"),
    ("1.5 million people", "15 लाख लोग"),
    ("2 billion dollars", "200 करोड़ डॉलर"),
    ("350,000 rupees", "साढ़े तीन लाख रुपये"),
    ("twenty soldiers", "20 सैनिक"),
    ("12 soldiers", "बारह सैनिक"),
    ("one of the two", "उनमें से एक"),
    ("both leaders", "दो नेता"),
    ("28.8.2010", "28 अगस्त 2010"),
    ("28.8.10", "28 अगस्त 2010"),
    ("at 10:30 p.m.", "रात 10.30 बजे"),
    ("at 10:00", "10 बजे"),
    ("at 22:00", "रात 10 बजे"),
    ("the 1990s", "1990 के दशक"),
    ("the 1990s", "90 के दशक"),
    ("the '90s", "1990 के दशक"),
    ("in the nineties", "90 के दशक में"),
    ("5 to 6 million", "50 से 60 लाख"),
    ("1998-99", "1998-1999"),
    ("World War II", "दूसरा विश्व युद्ध"),
    ("Ghauri II", "गौरी-2"),
    ("the 1st test", "पहला परीक्षण"),
    ("from 2021 to May 2021", "2021 में मई तक"),
    ("half a million", "5 लाख"),
    ("thousands of people", "हज़ारों लोग"),
    ("an F-16 at 5%", "एक एफ-16, 5 प्रतिशत पर"),
    ("the Chhappan Bhog", "छप्पन भोग"),
    ("22 Arab ministers", "22 अरब मंत्री"),
    ("two Arab citizens", "दो अरब नागरिक"),
    ("5 million Arabs", "50 लाख अरब"),
    ("20 African and Arab cities", "20 अरब और अफ़्रीकी शहर"),
    ("Saudi Arabia gave $5 billion", "सऊदी अरब ने 5 अरब डॉलर दिए"),
    ("at 0530 hours", "सुबह 5:30 बजे"),
    ("in 1965 and 1971", "1965 और 71 में"),
    ("two-thirds", "2/3"),
    ("1 1/2 years", "डेढ़ साल"),
    ("on 5/8", "5 अगस्त को"),
    ("33⅓ percent", "33.33 प्रतिशत"),
    ("5m people", "50 लाख लोग"),
    ("12 000 km", "12,000 किमी"),
]

DIFFERENT = [
    ("12 people died", "15 लोग मारे गए", [("missing", "12"), ("extra", "15")]),
    ("1.5 million", "1.5 लाख", [("missing", "1.5 million"), ("extra", "1.5 लाख")]),
    ("in 2024", "वर्ष में", [("missing", "2024")]),
    ("last year", "वर्ष 2023 में", [("extra", "2023")]),
    ("28.8.2010", "28 सितंबर 2010", [("missing", "8")]),
    ("at 5 p.m.", "शाम 6 बजे", [("missing", "5"), ("extra", "6")]),
    ("the 1990s", "1980 का दशक", [("missing", "1990"), ("extra", "1980")]),
    ("299,200 people", "299 और 200", [("missing", "299,200"), ("extra", "299"), ("extra", "200")]),
    ("twenty-five people", "लोग", [("missing", "twenty-five")]),
    ("eighty percent", "आठ प्रतिशत", [("missing", "eighty")]),
    ("Saudi Arabia gave $5", "सऊदी अरब ने 5 अरब डॉलर दिए", [("missing", "5"), ("extra", "5 अरब")]),
    ("15 Arab cities", "51 अरब शहर", [("missing", "15"), ("extra", "51")]),
]


@pytest.mark.parametrize(("english", "hindi"), SAME)
def test_numbers_are_the_same(english: str, hindi: str) -> None:
    assert difference(english, hindi) == []


@pytest.mark.parametrize(("english", "hindi", "expected"), DIFFERENT)
def test_numbers_differ(english: str, hindi: str, expected: list[tuple[str, str]]) -> None:
    assert difference(english, hindi) == expected


def test_works_from_hindi_to_english() -> None:
    found = same_numbers("डेढ़ लाख", Language.HI, "150,000 of 5", Language.EN)
    assert [(m.is_missing, m.text) for m in found] == [(False, "5")]


NUMBERED = st.lists(
    st.sampled_from(["12", "1.5 million", "in", "2024", "twenty", "10:30", "the 1990s", "5 to 6"])
).map(" ".join)


@given(NUMBERED)
def test_a_text_names_the_numbers_of_itself(text: str) -> None:
    assert same_numbers(text, Language.EN, text, Language.EN) == []


@given(NUMBERED, NUMBERED)
def test_both_directions_find_the_same(one: str, two: str) -> None:
    forward = same_numbers(one, Language.EN, two, Language.EN)
    back = same_numbers(two, Language.EN, one, Language.EN)
    assert sorted((m.text, m.is_missing) for m in forward) == sorted(
        (m.text, not m.is_missing) for m in back
    )


@pytest.mark.skipif("DUALPRESS_SHARED" not in os.environ, reason="DUALPRESS_SHARED is not set")
@pytest.mark.parametrize("name", ["flores_dev", "ntrex"])
def test_human_translations_are_seldom_flagged(name: str) -> None:
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus", f"test.{name}.tsv")
    pairs = [line.split("\t") for line in corpus.read_text("utf-8").split("\n") if line]
    flagged = sum(bool(difference(english, hindi)) for english, hindi in pairs)
    assert flagged < 0.015 * len(pairs)


@given(st.lists(st.sampled_from(["12", "12", "15 lakh", "twenty-one", "three"]), max_size=5))
def test_numbers_that_agree_in_order_are_paired_as_a_search_pairs_them(written: list[str]) -> None:
    ours = find_numbers("; ".join(written), Language.EN)
    theirs = find_numbers(", then ".join(written), Language.EN)
    pairs = [pair for pair in pair_numbers(ours, theirs).pairs if all(one.required for one in pair)]
    assert sorted(pairs) == sorted(_pairs(ours, theirs, _AGREEMENTS[0]))
