from __future__ import annotations

import math

import pytest

from dualpress.article import Language
from dualpress.checks import Finding, Pair, Severity
from dualpress.estimation.features import features
from dualpress.estimation.letters import LetterModel, count_letters

LETTERS = {
    Language.EN: LetterModel(count_letters(["the", "river", "rose"])),
    Language.HI: LetterModel(count_letters(["नदी", "बढ़", "गई"])),
}
ERROR = Finding("numbers", Severity.ERROR, "A number is missing")
WARNING = Finding("quotes", Severity.WARNING, "A quotation mark is missing")


def of(source: str, target: str, *findings: Finding) -> dict[str, float]:
    return features(Pair(source, target, Language.EN, Language.HI), findings, LETTERS)


def test_the_length_of_the_source_is_in_words() -> None:
    assert of("The river rose.", "नदी बढ़ गई।")["source words"] == pytest.approx(math.log(3))


def test_marks_of_the_source_are_counted_by_its_words() -> None:
    assert of("The river, it rose.", "नदी")["source marks"] == pytest.approx(2 / 4)


def test_letters_of_neither_script_are_odd() -> None:
    assert of("Łódź नदी ab", "नदी")["source odd letters"] == pytest.approx(3 / 11)


def test_a_draft_is_short_only_beyond_what_good_ones_are() -> None:
    assert of("abcde", "अबचद")["shorter"] == 0
    assert of("abcdefghij", "अब")["shorter"] == pytest.approx(math.log(5) - 0.25)


def test_the_words_of_both_sides_are_compared() -> None:
    assert of("a b", "अ ब च द")["words differ"] == pytest.approx(math.log(2))


def test_words_left_in_the_script_of_the_source() -> None:
    found = of("The river rose", "नदी River rise गई")
    assert found["target left words"] == pytest.approx(2 / 4)
    assert found["target copied words"] == pytest.approx(1 / 4)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("quotation marks", "the “river” rose up"),
        ("commas", "the,river, rose up"),
        ("colons", "the: river; rose up"),
        ("dashes", "the - river – rose"),
    ],
)
def test_marks_that_stand_on_one_side_only(name: str, source: str) -> None:
    scale = math.sqrt(len(source.split()))
    assert of(source, "नदी")[f"other {name}"] == pytest.approx(2 / scale)
    assert of(source, source)[f"other {name}"] == 0


def test_findings_are_counted_by_their_severity_up_to_three() -> None:
    found = of("a", "अ", ERROR, *[WARNING] * 5)
    assert (found["errors"], found["warnings"]) == (1, 3)


def test_the_least_usual_words_count() -> None:
    plain = of("the river rose", "नदी बढ़ गई")
    strange = of("the river xqzw", "नदी बढ़ ठङझ")
    assert strange["source worst words"] < plain["source worst words"]
    assert strange["target worst words"] < plain["target worst words"]


def test_how_often_a_usual_word_stands_there_changes_nothing() -> None:
    once, often = of("a", "नदी ठङझ बढ़"), of("a", "नदी नदी नदी ठङझ ठङझ ठङझ बढ़")
    assert once["target worst words"] == often["target worst words"]
