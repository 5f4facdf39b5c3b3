from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import TAG, Language, other
from dualpress.text.number_style import (
    CurrencyStyle,
    Digits,
    NumberStyle,
    PercentStyle,
    Scales,
    UnitStyle,
    house_style,
)
from dualpress.text.numbers import same_numbers
from dualpress.text.numbers.repair import RepairedNumbers, repair, repair_numbers
from dualpress.text.numbers.repair.task import Task

HINDI = house_style("hi-IN")
ENGLISH = house_style("en-IN")
AMERICAN = house_style("en-US")


def repaired(source: str, target: str, style: NumberStyle) -> RepairedNumbers:
    return repair_numbers(
        source,
        target,
        source_language=other(style.language),
        target_language=style.language,
        style=style,
    )


def hindi(source: str, target: str, style: NumberStyle = HINDI) -> str:
    return repaired(source, target, style).text


def english(source: str, target: str, style: NumberStyle = ENGLISH) -> str:
    return repaired(source, target, style).text


STYLED_HINDI = [
    # Scale words and money.
    ("$4.52 billion", "$4.52 बिलियन", "4.52 अरब डॉलर"),
    ("1.5 million people", "1.5 मिलियन लोग", "15 लाख लोग"),
    ("85 million years", "85 मिलियन वर्ष", "8.5 करोड़ वर्ष"),
    ("four million people", "चार मिलियन लोग", "चालीस लाख लोग"),
    ("12.3456 million people", "12.3456 मिलियन लोग", "12.3456 मिलियन लोग"),
    ("4.2-3.9 million years", "4.2-3.9 मिलियन वर्ष", "42-39 लाख वर्ष"),
    ("9 to 12 million people", "9 से 12 मिलियन लोग", "90 लाख से 1.2 करोड़ लोग"),
    ("5, 6 million people", "5, 6 मिलियन लोग", "5, 6 मिलियन लोग"),
    ("5 trillion dollars", "5 ट्रिलियन डॉलर", "5 ट्रिलियन डॉलर"),
    ("millions of people", "मिलियन लोग", "मिलियन लोग"),
    ("AUD$45 million", "AUD$45 मिलियन डॉलर", "4.5 करोड़ ऑस्ट्रेलियाई डॉलर"),
    ("between ¥2,500 and ¥130,000", "¥2,500 और ¥130,000 के बीच", "2,500 येन और 1,30,000 येन के बीच"),
    ("China paid ¥500", "चीन ने ¥500 दिए", "चीन ने 500 युआन दिए"),
    ("between Rs 500 and Rs 600", "Rs. 500 और Rs 600 के बीच", "500 रुपये और 600 रुपये के बीच"),
    ("it is - $500", "यह है - $५००", "यह है - 500 डॉलर"),
    ("$5 to 6 billion", "$5 से 6 बिलियन", "5 से 6 अरब डॉलर"),
    ("another $1.3 billion", "एक और $ 1.3 बिलियन", "एक और 1.3 अरब डॉलर"),
    ("$5 to $6 million", "$5 से $6 मिलियन", "50 से 60 लाख डॉलर"),
    ("Rs 5 to Rs 6 lakh crore", "Rs 5 से Rs 6 लाख करोड़", "5 से 6 लाख करोड़ रुपये"),
    ("$5, $6 and $7 million", "$5, $6 और $7 मिलियन", "$5, $6 और $7 मिलियन"),
    ("US$5-US$6 million", "US$5-US$6 मिलियन", "50-60 लाख अमेरिकी डॉलर"),
    ("$100,000-$200,000", "$100,000-$200,000", "1,00,000-2,00,000 डॉलर"),
    ("$10–$15 billion", "$10–$15 बिलियन", "10–15 अरब डॉलर"),
    ("0.05 to 6 million people", "0.05 से 6 मिलियन लोग", "50,000 से 60 लाख लोग"),
    ("5 million to 12.3456 million", "5 मिलियन से 12.3456 मिलियन", "5 मिलियन से 12.3456 मिलियन"),
    ("USD/INR 85.5", "USD/INR 85.5", "USD/INR 85.5"),
    ("Rs 1,00,000/- only", "केवल Rs 1,00,000/-", "केवल Rs 1,00,000/-"),
    ("a $5 million-dollar deal", "$5 मिलियन-डॉलर सौदा", "$5 मिलियन-डॉलर सौदा"),
    # Grouping.
    ("1,000,000 people", "1,000,000 लोग", "10,00,000 लोग"),
    ("99,999 people", "99,999 लोग", "99,999 लोग"),
    ("in 2024", "2024 में", "2024 में"),
    # Dates.
    ("on April 17, 2025", "अप्रैल 17, 2025 को", "17 अप्रैल 2025 को"),
    ("on April 17, 2025", "April 17, 2025 को", "17 अप्रैल 2025 को"),
    ("on 17 April", "17 April को", "17 अप्रैल को"),
    ("on April 17-19, 2025", "अप्रैल 17-19, 2025 को", "17-19 अप्रैल 2025 को"),
    ("20 people died in May", "मई 20 लोग मरे", "मई 20 लोग मरे"),
    # The clock.
    ("at 5 pm", "5 pm पर", "शाम 5 बजे"),
    ("at 07:19 a.m. today", "आज 07:19 a.m. पर", "आज सुबह 07:19 बजे"),
    ("10:00-11:00 pm", "10:00-11:00 pm", "रात 10:00-11:00 बजे"),
    ("12 pm", "12 pm", "दोपहर 12 बजे"),
    ("from 9 am to 5 pm", "9am-5pm तक", "सुबह 9 बजे से शाम 5 बजे तक"),
    ("at 5 a.m.", "सुबह 5 a.m. पर", "सुबह 5 बजे"),
    ("at 8 PM", "रात करीब 8 PM", "रात करीब 8 बजे"),
    # Units.
    ("5 km away", "5 km दूर", "5 किमी दूर"),
    ("35mm film", "35mm फ़िल्म", "35 मिमी फ़िल्म"),
    ("70km/h", "70 किमी / एच तक", "70 किमी/घंटा तक"),
    ("19,500 km²", "19,500 km2 में", "19,500 वर्ग किमी में"),
    ("19,500 km²", "19,500 किमी 2 में", "19,500 वर्ग किमी में"),
    ("19,500 km by 2 people", "19,500 किमी 2 लोगों ने", "19,500 किमी 2 लोगों ने"),
    # Ordinals and decades.
    ("the 11th century", "11 वीं सदी", "11वीं सदी"),
    ("the 21st century", "21st सदी", "21वीं सदी"),
    ("in its 3rd edition", "अपने 3rd संस्करण में", "अपने तीसरे संस्करण में"),
    ("the 4th battalion", "4th बटालियन", "चौथी बटालियन"),
    ("This is the 6th round", "यह 6th दौर है", "यह छठा दौर है"),
    ("by the 21st conference", "21st सम्मेलन द्वारा", "21वें सम्मेलन द्वारा"),
    ("the 12th day of war", "युद्ध के 12th दिन", "युद्ध के 12वें दिन"),
    ("the 7th fleet", "7th बेड़े को", "7वें बेड़े को"),
    ("12st 5lb", "12st 5lb", "12st 5lb"),
    # No area, but people.
    ("within 3 km 2 men died", "3 km 2 लोग मरे", "3 किमी 2 लोग मरे"),
    ("5 sq km; in 3 km two died", "5 वर्ग किमी; 3 किमी 2 लोग मरे", "5 वर्ग किमी; 3 किमी 2 लोग मरे"),
    ("the 1990s", "1990s में", "1990 के दशक में"),
    ("The 1990s were hard", "1990s कठिन था", "1990 का दशक कठिन था"),
    # Digits.
    ("In 2024", "२०२४ में", "2024 में"),
    ("the 5th of 12", "१२ में से ५वीं", "12 में से 5वीं"),
]


@pytest.mark.parametrize(("source", "target", "expected"), STYLED_HINDI)
def test_hindi_is_written_by_house_style(source: str, target: str, expected: str) -> None:
    assert hindi(source, target) == expected


STYLED_ENGLISH = [
    ("4.52 अरब डॉलर", "4.52 billion dollars", "$4.52 billion"),
    ("500 करोड़ रुपये", "500 crore rupees", "Rs 500 crore"),
    ("500 करोड़ रुपये", "5 billion rupees", "Rs 500 crore"),
    ("10 लाख लोग", "1 million people", "10 lakh people"),
    ("40 करोड़ डॉलर", "400 million dollars", "$400 million"),
    ("37 करोड़ यूरो", "€37 crore", "€370 million"),
    ("5 मिलियन लोग", "5 million people", "5 million people"),
    ("1,00,000 लोग", "100,000 people", "1,00,000 people"),
    ("5 से 10 डॉलर", "5 to 10 dollars", "5 to 10 dollars"),
    ("17 अप्रैल 2025 को", "on April 17, 2025, he", "on 17 April 2025, he"),
    ("17 अप्रैल को", "on the 17th of April", "on 17 April"),
    ("10 - 11 अप्रैल को", "on the 10 - 11 th of April", "on 10 - 11 April"),
    ("3 मई और 17 अप्रैल", "the 3rd of May, and April 17", "3 May, and 17 April"),
    ("15 अगस्त 1940 को", "On 15th August 1940", "On 15 August 1940"),
    ("1990 के दशक में", "in the decade of 1990", "in the 1990s"),
    ("1980 के दशक में", "in the 1980's", "in the 1980s"),
    ("2010 का भूकंप", "2010's earthquake", "2010's earthquake"),
    ("21वीं सदी", "the 21th century", "the 21st century"),
    ("111वाँ दिन", "the 111st day", "the 111th day"),
    ("वजन 12 स्टोन 5 पाउंड", "weighs 12st 5lb", "weighs 12st 5lb"),
    ("18 मार्च का पत्र", "a March 18 letter", "an 18 March letter"),
    ("5 अगस्त का पत्र", "An August 5 letter", "A 5 August letter"),
    ("6 अक्टूबर 1789 को", "on the 6th October 1789", "on 6 October 1789"),
    ("17 अप्रैल का हमला", "the 17th April attack", "the 17th April attack"),
    ("20/23 मार्च 1940", "March 20/23, 1940", "March 20/23, 1940"),
    ("1 मई–3 मई 2025", "May 1–May 3, 2025", "May 1–May 3, 2025"),
    ("20, 21 मार्च", "March 20, 21", "March 20, 21"),
    ("5 और 17 अप्रैल", "April 5 and 17", "April 5 and 17"),
    ("17 अप्रैल से 19 अप्रैल", "April 17 to April 19", "17 April to 19 April"),
    ("17 से 19 अप्रैल", "April 17 to April 19", "April 17 to April 19"),
    ("17 अप्रैल 2025 और 5 लोग", "April 17, 2025, and 5 men", "17 April 2025, and 5 men"),
]


@pytest.mark.parametrize(("source", "target", "expected"), STYLED_ENGLISH)
def test_english_is_written_by_house_style(source: str, target: str, expected: str) -> None:
    assert english(source, target) == expected


def test_american_english_puts_the_month_first() -> None:
    assert english("17 अप्रैल 2025 को", "on 17 April 2025", AMERICAN) == "on April 17, 2025"


def test_american_english_counts_in_millions() -> None:
    assert english("10 लाख लोग", "10 lakh people", AMERICAN) == "1 million people"


def test_a_house_may_have_devanagari_digits() -> None:
    style = replace(HINDI, digits=Digits.DEVANAGARI)
    assert hindi("In 2024, an F-16", "2024 में एक F-16", style) == "२०२४ में एक F-16"


def test_a_house_may_keep_what_the_engine_wrote() -> None:
    style = replace(HINDI, scales=Scales.KEEP, currency=CurrencyStyle.KEEP)
    assert hindi("$4.52 billion", "$4.52 बिलियन", style) == "$4.52 बिलियन"


@pytest.mark.parametrize(
    ("style", "percent", "expected"),
    [
        (HINDI, PercentStyle.WORD, "5 प्रतिशत"),
        (HINDI, PercentStyle.SIGN, "5%"),
        (HINDI, PercentStyle.KEEP, "5 %"),
        (ENGLISH, PercentStyle.WORD, "5 per cent"),
        (AMERICAN, PercentStyle.WORD, "5 percent"),
    ],
)
def test_shares_are_written_by_house_style(
    style: NumberStyle, percent: PercentStyle, expected: str
) -> None:
    assert repaired("5%", "5 %", replace(style, percent=percent)).text == expected


def test_percentage_points_keep_their_word() -> None:
    style = replace(HINDI, percent=PercentStyle.SIGN)
    assert hindi("5 percentage points", "5 प्रतिशत अंक", style) == "5 प्रतिशत अंक"


def test_a_house_may_write_units_out() -> None:
    style = replace(HINDI, units=UnitStyle.LONG)
    assert hindi("5 km away", "5 km दूर", style) == "5 किलोमीटर दूर"


WRONG = [
    (HINDI, "3 million people", "3 लाख लोग", "30 लाख लोग"),
    (HINDI, "three million people", "तीन लाख लोग", "तीस लाख लोग"),
    (HINDI, "85 million years", "85 वर्ष", "8.5 करोड़ वर्ष"),
    (HINDI, "In 1884 he", "18884 में वह", "1884 में वह"),
    (HINDI, "the 2.4 GHz band", "24 बैंड", "2.4 बैंड"),
    (HINDI, "In 2,025 cases", "2,205 मामलों में", "2,025 मामलों में"),
    (HINDI, "eighty percent of them", "उनमें से आठ प्रतिशत", "उनमें से अस्सी प्रतिशत"),
    (HINDI, "rest for 10–60 minutes", "1060 मिनट आराम", "10–60 मिनट आराम"),
    (HINDI, "it is 29¾ inches", "यह 293⁄4 इंच है", "यह 29¾ इंच है"),
    (HINDI, "491 miles away", "491 किलोमीटर दूर", "491 मील दूर"),
    (HINDI, "$45 million for it", "इसके लिए 45 मिलियन", "इसके लिए 4.5 करोड़ डॉलर"),
    (HINDI, "34 per cent agree", "34 सहमत हैं", "34 प्रतिशत सहमत हैं"),
    (HINDI, "on 17 August", "17 सितंबर को", "17 अगस्त को"),
    (HINDI, "at 10:08 p.m. on Monday", "सोमवार को 10:08 बजे", "सोमवार को रात 10:08 बजे"),
    (ENGLISH, "बीस लाख साल", "twenty million years", "twenty lakh years"),
    (ENGLISH, "1000 डॉलर का जुर्माना", "a fine of $100", "a fine of $1000"),
    (ENGLISH, "सुबह 8:30 बजे शुरू", "began at 8:30 pm", "began at 8:30 am"),
    (ENGLISH, "सुबह दस बजे शुरू", "began at 10 pm", "began at 10 am"),
]


@pytest.mark.parametrize(("style", "source", "target", "expected"), WRONG)
def test_what_is_wrong_is_put_right_and_told(
    style: NumberStyle, source: str, target: str, expected: str
) -> None:
    result = repaired(source, target, style)
    assert result.text == expected
    assert len(result.marks) == 1


IN_DOUBT = [
    (HINDI, "he hit 70 runs", "उन्होंने पारी खेली", "The number “70” is missing"),
    (HINDI, "last year", "वर्ष 1956 में", "The number “1956” is not in the source"),
    (HINDI, "12 people died", "15 लोग मरे", "The number “12” is missing"),
    (HINDI, "3,980 miles", "3, 1980 मील", "The number “3,980” is missing"),
    (HINDI, "his M16 rifle", "उसकी 2016 राइफ़ल", "The number “16” is missing"),
    (HINDI, "12,000 km or 12", "12 000 या 000 किमी", "The number “12” is missing"),
    (
        HINDI,
        "the 21st amendment bill",
        "21st संशोधन विधेयक को",
        "“21st” needs a Hindi ending: वां, वें or वीं",
    ),
    (HINDI, "at 9 am and 9 pm", "9 बजे और 9 बजे", "“9 am” and “9 pm” are not told apart"),
    (HINDI, "from 8 am to 8 pm", "8 बजे से 8 बजे", "“8 am” and “8 pm” are not told apart"),
    (HINDI, "at 11 pm", "सुबह 11 pm", "“सुबह 11 pm” names two halves of the day"),
    (HINDI, "At 10 am", "रात 10 बजे", "“10 am” has become “रात 10 बजे”"),
    (HINDI, "Eight men died", "सात लोग मरे", "“Eight” has become “सात”"),
    (HINDI, "within 48 hours", "48 दिन में", "The hour of the source (“48”) is now a day"),
    (ENGLISH, "15 अरब मंत्री", "15 ministers", "The number “15 अरब” is missing"),
    (ENGLISH, "शाम 5 बजे से 7 बजे तक", "from 5 am to 7 am", "“शाम 5 बजे” has become “5 am”"),
    (ENGLISH, "सुबह 5 बजे और शाम 5 बजे", "5 am and 5 am", "“सुबह 5 बजे” has become “5 am”"),
    (HINDI, "the 21st chapter", "21st प्रसंग", "“21st” needs a Hindi ending: वां, वें or वीं"),
    (
        ENGLISH,
        "सोमवार 10:08 बजे",
        "Monday at 10:08 pm",
        "The source does not say whether “10:08 pm” is before or after noon",
    ),
]


@pytest.mark.parametrize(("style", "source", "target", "mark"), IN_DOUBT)
def test_what_is_in_doubt_is_only_told(
    style: NumberStyle, source: str, target: str, mark: str
) -> None:
    result = repaired(source, target, style)
    assert result.text == target
    assert mark in result.marks


RIGHT = [
    ("The F-16 and M1A2 fired S-400 in 5 km", "F-16 और M1A2 ने 5 किमी में S-400 दागे"),
    ("UN resolution 1267 of 1999", "1999 का यूएन प्रस्ताव 1267"),
    ("see https://example.com/1,000,000 for 5 km", "https://example.com/1,000,000 पर 5 किमी"),
    ("10 lakh crore rupees", "10 लाख करोड़ रुपये"),
    ("both of the two", "दोनों"),
    ("the thousands of 2019–20", "2019–20 के हज़ारों"),
    ("at 10:30", "10:30 बजे"),
    ("in Canada", "कनाडा में"),
    ("15 Arab ministers", "15 अरब मंत्री"),
    ("12 000 km away", "12,000 किमी दूर"),
    ("12,000 km away", "12 000 किमी दूर"),
    ("5 percent", "5 फी सदी"),
    ("In Sector 5 100 houses burned", "सेक्टर 5 में 100 घर जले"),
    ("5 percent", "5 सैकड़ा"),
    ("USD 50", "50 यूएसडी"),
    ("PKR 50", "50 पीकेआर"),
    ("HK$50", "50 हांगकांग"),
    ("", ""),
]


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_is_right_is_not_touched(source: str, target: str) -> None:
    assert repaired(source, target, HINDI) == RepairedNumbers(target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("22 अरब मंत्रियों ने बैठक की।", "22 Arab ministers met."),
        ("22 अरब और अफ्रीकी देश", "22 Arab and African countries"),
        ("सोमवार रात 8 बजे और मंगलवार सुबह 8 बजे", "8 pm on Monday and 8 am on Tuesday"),
        ("सुबह 5 बजे और शाम 5 बजे", "5 am and 5 pm"),
    ],
)
def test_what_is_right_in_english_is_not_touched(source: str, target: str) -> None:
    assert repaired(source, target, ENGLISH) == RepairedNumbers(target)


def test_both_hours_of_a_range_are_put_right() -> None:
    assert hindi("from 9 am to 5 pm", "9 बजे से 5 बजे") == "सुबह 9 बजे से शाम 5 बजे"
    assert english("दोपहर 2 बजे से रात 8 बजे", "from 2 am to 8 am") == "from 2 pm to 8 pm"


def test_endless_figures_are_left() -> None:
    digits = "9" * 5000
    assert hindi(f"{digits}th", f"{digits}th और {digits}st सदी") == f"{digits}th और {digits}st सदी"
    grouped = "1" + ",000" * 19
    assert hindi(grouped, grouped).replace(",", "") == "1" + "000" * 19


def test_tags_around_a_number_stay() -> None:
    text = hindi("a <g1>1.5 million</g1> people<x2/>", "<g1>1.5 मिलियन</g1> लोग<x2/>")
    assert text == "<g1>15 लाख</g1> लोग<x2/>"


def test_a_number_across_a_tag_is_left() -> None:
    target = "<g1>1.5</g1> मिलियन लोग"
    assert hindi("<g1>1.5</g1> million people", target) == target


def test_a_style_of_the_other_language_is_refused() -> None:
    with pytest.raises(ValueError, match="style"):
        repair_numbers(
            "5", "5", source_language=Language.EN, target_language=Language.HI, style=ENGLISH
        )


PIECES = st.lists(
    st.sampled_from(
        "1.5 मिलियन|मिलियन|$5|से|6|-|F-16|<g1>|</g1>|<x2/>|2024|अगस्त 5|1,000,000|5 pm|11 वीं|"
        "km2|%|तीन लाख|1060|12 000|$5 से $6|9am-5pm|शाम 5 बजे|22 अरब|Arab|https://a.in/5|million|20|dollars|1990s|Rs|बजे|3.9|और|,".split(
            "|"
        )
    ),
    max_size=9,
).map(" ".join)


@given(PIECES, PIECES, st.sampled_from([HINDI, ENGLISH, AMERICAN]))
def test_no_repair_makes_a_number_wrong_or_touches_a_tag(
    source: str, target: str, style: NumberStyle
) -> None:
    def wrong(text: str) -> set[tuple[bool, object]]:
        plain = TAG.sub("", source), TAG.sub("", text)
        found = same_numbers(plain[0], other(style.language), plain[1], style.language)
        return {(one.is_missing, one.number.value) for one in found}

    text = repaired(source, target, style).text
    assert wrong(text) <= wrong(target)
    assert [tag[0] for tag in TAG.finditer(text)] == [tag[0] for tag in TAG.finditer(target)]
    for code in ("F-16", "https://a.in/5"):
        assert text.count(code) == target.count(code)


PHRASES = st.lists(st.sampled_from([(english, hindi) for english, hindi, _ in STYLED_HINDI]))


@given(PHRASES)
def test_a_restyled_text_needs_no_restyling(phrases: list[tuple[str, str]]) -> None:
    source = "; ".join(english for english, _ in phrases)
    once = hindi(source, "; ".join(target for _, target in phrases))
    assert hindi(source, once) == once


WORDS = (
    "three five eighty million lakh percent dollars km 17 August 2021 9 am 1990s 21st March ten "
    "तीन पाँच अस्सी लाख मिलियन प्रतिशत डॉलर किमी अगस्त सुबह नौ बजे दशक वीं $ % अरब"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=8),
    st.lists(st.sampled_from([word for word in WORDS if not any(map(str.isdigit, word))])),
    st.sampled_from([HINDI, ENGLISH, AMERICAN]),
)
def test_the_rules_that_are_passed_over_without_figures_change_nothing_there(
    source: list[str], target: list[str], style: NumberStyle
) -> None:
    task = Task(" ".join(source), " ".join(target), other(style.language), style)
    passed_over = [rule for rule in repair._RULES if rule not in repair._OF_WORDS]

    assert not task.has_figures
    assert [edit for rule in passed_over for edit in rule(task)] == []
