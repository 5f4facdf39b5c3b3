from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.number_style import Digits, NumberStyle, Scales, house_style
from dualpress.text.numbers import find_numbers
from dualpress.text.numbers.words import spelled_out
from dualpress.text.numbers.write import (
    in_house_digits,
    month_name,
    part_of_day,
    write_figure,
    write_scaled,
)

HINDI = house_style("hi-IN")
ENGLISH = house_style("en-GB")


@pytest.mark.parametrize(
    ("value", "indian", "western"),
    [
        (999, "999", "999"),
        (99_999, "99,999", "99,999"),
        (1_000_000, "10,00,000", "1,000,000"),
        (123_456_789, "12,34,56,789", "123,456,789"),
    ],
)
def test_figures_are_grouped(value: int, indian: str, western: str) -> None:
    assert write_figure(Fraction(value), HINDI) == indian
    assert write_figure(Fraction(value), ENGLISH) == western


def test_figures_have_the_decimals_that_are_asked_for() -> None:
    assert write_figure(Fraction(7, 2), HINDI, decimals=2) == "3.50"


@pytest.mark.parametrize(
    ("value", "scales", "written"),
    [
        (4_520_000_000, Scales.INDIAN, "4.52 अरब"),
        (1_500_000, Scales.INDIAN, "15 लाख"),
        (85_000_000, Scales.INDIAN, "8.5 करोड़"),
        (5 * 10**12, Scales.INDIAN, "5 लाख करोड़"),
        (50_000, Scales.INDIAN, "50,000"),
        (12_345_600, Scales.INDIAN, None),
        (1_500_000, Scales.WESTERN, "1.5 मिलियन"),
        (150_000, Scales.WESTERN, "1,50,000"),
    ],
)
def test_large_numbers_have_scale_words(value: int, scales: Scales, written: str | None) -> None:
    assert write_scaled(Fraction(value), HINDI, scales) == written


def test_small_shares_may_be_words() -> None:
    assert write_scaled(Fraction(4_000_000), HINDI, Scales.INDIAN, in_words=True) == "चालीस लाख"
    assert write_scaled(Fraction(450_000), HINDI, Scales.INDIAN, in_words=True) == "4.5 लाख"


def test_digits_are_those_of_the_house() -> None:
    assert in_house_digits("२०25", HINDI) == "2025"
    assert in_house_digits("2025", replace(HINDI, digits=Digits.DEVANAGARI)) == "२०२५"


def test_months_are_named() -> None:
    assert month_name(4, Language.HI) == "अप्रैल"
    assert month_name(4, Language.EN) == "April"


@pytest.mark.parametrize(
    ("hour", "part"), [(0, "रात"), (3, "रात"), (5, "सुबह"), (12, "दोपहर"), (17, "शाम"), (22, "रात")]
)
def test_hours_have_a_part_of_the_day(hour: int, part: str) -> None:
    assert part_of_day(hour) == part


@pytest.mark.parametrize("language", Language)
def test_words_below_a_hundred_are_read_as_they_are_written(language: Language) -> None:
    for value in range(100):
        [number] = find_numbers(spelled_out(value, language), language)
        assert number.value == value


STYLES = st.sampled_from([HINDI, house_style("en-IN"), ENGLISH])
FAMILIES = st.sampled_from([Scales.INDIAN, Scales.WESTERN])


@given(st.integers(1, 10**15), STYLES, FAMILIES, st.booleans())
def test_what_is_written_has_the_value(
    value: int, style: NumberStyle, scales: Scales, in_words: bool
) -> None:
    written = write_scaled(Fraction(value), style, scales, in_words=in_words)
    if written is not None:
        assert [one.value for one in find_numbers(written, style.language)] == [value]
