from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.numbers import NumberKind, find_numbers
from dualpress.text.numbers.words import lexicon


def values(text: str, language: Language) -> list[float]:
    return [float(number.value) for number in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2024, 12 people died.", [2024, 12]),
        ("1,000,000 and 10,00,000 and 1,00,00,000", [10**6, 10**6, 10**7]),
        ("2.5, .5, ½ and 5½", [2.5, 0.5, 0.5, 5.5]),
        ("1.5 million, 2-billion-dollar, 3 trillion", [1.5e6, 2e9, 3e12]),
        ("$5m, £1.2bn, €3 k, but 5 m wide", [5e6, 1.2e9, 3000, 5]),
        ("10 lakh crore or 5 crores", [1e13, 5e7]),
        ("twenty-five, thirty, twenty-fourth", [25, 30, 24]),
        ("two hundred and five, nineteen hundred ninety-eight", [205, 1998]),
        ("one million two hundred thousand", [1_200_000]),
        ("1.7 million four years ago", [1.7e6, 4]),
        ("half a million, two and a half million, seven and a half", [5e5, 2.5e6, 7.5]),
        ("a dozen, two dozen", [12, 24]),
        ("dozens of, hundreds of thousands, millions", []),
        ("a pair of twins", [2, 2]),
        ("28.8.2010 and 28/8/2010 and 2010-08-28", [28, 8, 2010, 28, 8, 2010, 2010, 8, 28]),
        ("v1.2.3", [1, 2, 3]),
        ("10:30 and 4:41.30", [10, 30, 4, 41.3]),
        ("the 21st F-16 at 160km/h over 5 km2", [21, 16, 160, 5]),
        ("https://example.com/2024 by a1@example.com in 3", [3]),
        ("World War II, Shaheen-III", [2, 3]),
        ("12 000 km, 1\u202f200\u00a0000 people", [12000, 1_200_000]),
        ("May 12 300 people, F-16 300 jets, 2024 500 men", [5, 12, 300, 16, 300, 2024, 500]),
        ("2/3, 1 1/2, 9/11, 28/8", [2 / 3, 1.5, 9, 11, 28, 8]),
        ("5 km 2 people, 5 km 2, 5 km 2 of it", [5, 2, 5, 5]),
        ("$.50", [0.5]),
        ("0530 hours, at 0500, 1200 GMT, 1200 hours", [5, 30, 5, 0, 12, 0, 1200]),
        ("August 2010", [8, 2010]),
    ],
)
def test_reads_english(text: str, expected: list[float]) -> None:
    assert values(text, Language.EN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("२०२४ में १२ लोग मारे गए।", [2024, 12]),
        ("10,00,000 यानी दस लाख", [10**6, 10**6]),
        ("साढ़े तीन लाख, सवा दो करोड़, पौने दो सौ", [350000, 2.25e7, 175]),
        ("सवा लाख, डेढ़ लाख, ढाई हजार, आधा", [125000, 150000, 2500, 0.5]),
        ("1.5 लाख करोड़, हज़ार करोड़", [1.5e12, 1e10]),
        ("125 लाख करोड़, 45,000 करोड़", [125e12, 45_000e7]),
        ("दो हज़ार पाँच सौ करोड़", [2500e7]),
        ("एक लाख बीस हजार, 2 लाख 50 हज़ार", [120000, 250000]),
        ("2 अरब, 3 खरब, 4 मिलियन, 5 बिलियन", [2e9, 3e11, 4e6, 5e9]),
        ("22 अरब देशों के 5 अरब लोग", [22, 5e9]),
        ("लाखों, करोड़ों, हज़ारों, सैकड़ों", []),
        ("छः, छ:, छह, छै", [6, 6, 6, 6]),
        ("पाँच, पांच, पंद्रह, पन्द्रह", [5, 5, 15, 15]),
        ("पहला, दूसरी, छठे, पचपनवाँ, दोनों", [1, 2, 6, 55, 2]),
        ("10.30 बजे, साढ़े दस बजे, 5 बजे", [10, 30, 10, 30, 5]),
        ("21वीं सदी का $3.6bn", [21, 100, 3.6e9]),
        ("28 अगस्त 2010, सितम्बर", [28, 8, 2010, 9]),
        ("सवा, साढ़े", []),
        ("3136 मिमी2 और 19,500 किमी 2 में, आगामी 3 को", [3136, 19500, 3]),
        ("ल&#39;ओयापॉक 5", [5]),
        ("3 किमी 2 लोग, 3 किमी 2 में", [3, 2, 3]),
        ("पौन सौ, पौना", [75, 0.75]),
        ("0530 बजे", [5, 30]),
    ],
)
def test_reads_hindi(text: str, expected: list[float]) -> None:
    assert values(text, Language.HI) == expected


def test_span_covers_the_whole_number() -> None:
    text = "लगभग साढ़े तीन लाख लोग"
    assert [text[slice(*n.span)] for n in find_numbers(text, Language.HI)] == ["साढ़े तीन लाख"]


def test_number_before_a_range_may_share_its_scale() -> None:
    five, _ = find_numbers("5 to 6 million", Language.EN)
    assert five.also == {Fraction(5_000_000)}


def test_second_year_of_a_range_may_be_written_out() -> None:
    _, second = find_numbers("1998-99", Language.EN)
    assert second.also == {Fraction(1999)}


def test_decade_may_be_written_short() -> None:
    assert find_numbers("the '90s", Language.EN)[0].also == {Fraction(1990)}
    assert find_numbers("90 के दशक", Language.HI)[0].also == {Fraction(1990)}


def test_two_digits_behind_a_year_or_the_word_for_it_may_be_one() -> None:
    assert Fraction(1971) in find_numbers("1965 और 71", Language.HI)[1].also
    assert Fraction(1965) in find_numbers("सन् 65 में", Language.HI)[0].also
    assert Fraction(2000) in find_numbers("1999-00", Language.HI)[1].also


def test_each_number_of_a_list_may_share_its_scale() -> None:
    numbers = find_numbers("$5, $6 and $7 million", Language.EN)
    assert [number.may_share_scale for number in numbers] == [True, True, False]
    assert numbers[0].also == {Fraction(5_000_000)}


def test_letter_behind_a_figure_may_be_a_scale() -> None:
    assert find_numbers("20k troops", Language.EN)[0].also == {Fraction(20_000)}
    assert find_numbers("5G", Language.EN)[0].also == frozenset()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("उनमें छत्तीस का आंकड़ा है", Language.HI),
        ("उन्नीस-बीस का फ़र्क", Language.HI),
        ("सोलह आने सच", Language.HI),
        ("24/7, fifty-fifty, a catch-22", Language.EN),
    ],
)
def test_sayings_demand_no_number(text: str, language: Language) -> None:
    assert not any(number.required for number in find_numbers(text, language))


@pytest.mark.parametrize("text", ["9" * 5000, "1." + "9" * 5000, "1.1." + "9" * 5000])
def test_endless_digits_are_no_number(text: str) -> None:
    assert find_numbers(text, Language.EN) == []


def test_hour_may_be_written_in_the_other_clock() -> None:
    assert find_numbers("5 p.m.", Language.EN)[0].also == {Fraction(17)}


def test_small_words_months_and_hints_are_not_demanded() -> None:
    text = "one of both in May at 10:00, first, a dozen"
    assert [n.value for n in find_numbers(text, Language.EN) if n.required] == [10]


def test_figures_and_large_words_are_demanded() -> None:
    numbers = find_numbers("5 of twenty", Language.EN)
    assert [(n.kind, n.required) for n in numbers] == [
        (NumberKind.FIGURE, True),
        (NumberKind.WORDS, True),
    ]


@pytest.mark.parametrize("language", Language)
def test_all_words_below_a_hundred_are_known(language: Language) -> None:
    known = set(lexicon(language).units.values())
    expected = set(range(100)) if language is Language.HI else {*range(20), *range(20, 100, 10)}
    assert known == expected


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("उनतीस", 29),
        ("उनतालीस", 39),
        ("उनचास", 49),
        ("उनसठ", 59),
        ("उनहत्तर", 69),
        ("उन्यासी", 79),
        ("नवासी", 89),
        ("निन्यानवे", 99),
        ("छियालीस", 46),
        ("छियासठ", 66),
        ("छियासी", 86),
        ("पचासी", 85),
        ("पैंसठ", 65),
        ("सड़सठ", 67),
    ],
)
def test_hindi_words_that_are_easily_confused(word: str, value: int) -> None:
    assert values(word, Language.HI) == [value]


def indian(value: int) -> str:
    head, tail = divmod(value, 1000)
    if not head:
        return str(value)
    groups = [f"{tail:03}"]
    while head > 99:
        head, two = divmod(head, 100)
        groups.insert(0, f"{two:02}")
    return ",".join([str(head), *groups])


@given(st.integers(0, 10**12))
def test_grouping_does_not_change_the_value(value: int) -> None:
    devanagari = str(value).translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    for written in (str(value), f"{value:,}", indian(value), devanagari):
        assert values(f"यह {written} है।", Language.HI) == [value]


@given(st.text(st.sampled_from("0129,.:-/½ १लाखसौदोmillion'sand"), max_size=25))
def test_any_text_has_ordered_numbers_within_it(text: str) -> None:
    for language in Language:
        position = 0
        for number in find_numbers(text, language):
            assert position <= number.span.start < number.span.end <= len(text)
            position = number.span.start
