"""Weighing what the letters of a word may stand for."""

from hypothesis import given
from hypothesis import strategies as st

from dualpress.text.transliteration.features import END, START, Step, features_of_letters
from dualpress.text.transliteration.transducer import Transducer

PIECES = {"a": ("A", ""), "b": ("B",), "ab": ("X",), "c": ("C", "K")}


def test_all_ways_to_cut_and_write_a_word_are_found() -> None:
    found = {reading.written for reading in Transducer(PIECES, {}).read("abc")}
    assert found == {"ABC", "ABK", "BC", "BK", "XC", "XK"}


def test_the_best_goes_first() -> None:
    readings = Transducer(PIECES, {"ab>X": 2.0, "c>K": 1.0, "a>A": 0.5}).read("abc")
    assert [reading.written for reading in readings[:3]] == ["XK", "XC", "ABK"]


def test_a_weight_may_belong_to_what_stands_beside() -> None:
    transducer = Transducer(PIECES, {"c>K|<b": 1.0})
    assert transducer.read("bc")[0].written == "BK"
    assert transducer.read("ac")[0].score == 0.0


def test_a_weight_may_belong_to_what_was_written_before() -> None:
    assert Transducer(PIECES, {"c>K|X": 1.0}).read("abc")[0].written == "XK"


def test_only_what_must_come_out() -> None:
    transducer = Transducer(PIECES, {"ab>X": 2.0})
    assert [reading.written for reading in transducer.read("abc", only="BC")] == ["BC"]
    assert transducer.read("abc", only="Z") == []


def test_a_word_with_an_unknown_letter_cannot_be_read() -> None:
    assert Transducer(PIECES, {}).read("abd") == []


def test_pieces_may_be_bound_to_the_ends_of_a_word() -> None:
    transducer = Transducer({**PIECES, "ab$": ("E",), "^ab": ("S",)}, {"ab$>E": 1.0, "^ab>S": 1.0})
    assert transducer.read("cab")[0].written in ("CE", "KE")
    assert transducer.read("abc")[0].written in ("SC", "SK")


def test_a_step_knows_its_neighbours_and_the_shape_behind_it() -> None:
    features = features_of_letters(f"{START}cabab{END}", Step(2, 3, "A"))
    assert {"a>A", "a>A|<c", "a>A|>b", "a>A|>ba", "a>A|~CVC", "a>A|<^c"} <= set(features)


@given(st.text("abc", min_size=1, max_size=8))
def test_the_features_of_a_reading_make_its_score(word: str) -> None:
    weights = {"a>A": 0.5, "b>B|<a": 0.25, "c>K": -0.5, "A:B": 1.0, "c>C|B": 0.125}
    for reading in Transducer(PIECES, weights).read(word):
        features = reading.features(f"{START}{word}{END}")
        assert reading.score == sum(weights.get(feature, 0.0) for feature in features)


def test_of_equally_good_readings_the_one_that_is_found_first_goes_first() -> None:
    assert [reading.written for reading in Transducer(PIECES, {}).read("cc")] == [
        "CC",
        "KC",
        "CK",
        "KK",
    ]


def test_what_must_come_out_comes_out_though_others_are_worth_more() -> None:
    transducer = Transducer(PIECES, {"c>C": 9.0})
    assert [one.written for one in transducer.read("ccc", only="KKK", width=1)] == ["KKK"]
