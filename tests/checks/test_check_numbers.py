from __future__ import annotations

from verdicts import fails, found, passes, warns

from dualpress.article import Language

CHECK = "numbers"


def test_equal_values_pass() -> None:
    passes(CHECK, "In 2024, 12 people died.", "२०२४ में १२ लोग मारे गए।")
    passes(CHECK, "1,000,000 people", "10,00,000 लोग")
    passes(CHECK, "10 lakh rupees", "दस लाख रुपये")
    passes(CHECK, "1.5 million", "15 लाख")
    passes(CHECK, "2 billion", "2 अरब")
    passes(CHECK, "on <g1>28 August</g1> 2010", "<g1>28 अगस्त</g1> 2010 को")
    passes(CHECK, "One of them left.", "उनमें से एक गया।")
    passes(CHECK, "Thousands left.", "हज़ारों गए।")
    passes(CHECK, "साढ़े तीन लाख लोग", "350,000 people", to=Language.EN)


def test_other_values_fail() -> None:
    fails(CHECK, "12 people died", "15 लोग मारे गए", about="“12” is missing")
    fails(CHECK, "12 people died", "15 लोग मारे गए", about="“15” is not in the source")
    fails(CHECK, "2,200 km", "220 किमी")
    fails(CHECK, "1.5 million", "1.5 लाख")
    fails(CHECK, "5%", "प्रतिशत")
    fails(CHECK, "in 1998", "1989 में")
    fails(CHECK, "last year", "2023 में")
    fails(CHECK, "twenty-five", "बीस")
    fails(CHECK, "दो करोड़ लोग", "two million people", to=Language.EN)


def test_what_is_in_doubt_is_warned_of() -> None:
    warns(CHECK, "Eight people died", "सात लोग मरे", about="“Eight” has become “सात”")
    warns(CHECK, "At 10 am", "रात 10 बजे", about="“10 am” has become “रात 10 बजे”")
    warns(CHECK, "World War II", "प्रथम विश्व युद्ध")
    warns(CHECK, "-7.3 percent", "7.3 प्रतिशत", about="The minus of “7.3” is missing")


def test_span_of_what_is_too_much_is_in_the_text_without_tags() -> None:
    (finding,) = found(CHECK, "he left", "<g1>वह</g1> 5 गया")
    assert finding.span == (3, 4)


def test_codes_and_powers_are_no_numbers() -> None:
    passes(CHECK, "India's", "भारत&#39;का")
    passes(CHECK, "3,850 km²", "3,850 किमी 2")


def test_a_number_word_in_a_name_may_be_written_by_its_sound() -> None:
    passes(CHECK, "the chhappan bhog", "छप्पन भोग")
    passes(CHECK, "छप्पन भोग", "the Chhappan Bhog", to=Language.EN)
    fails(CHECK, "छप्पन लोग", "the people", to=Language.EN)


def test_a_list_number_is_warned_of() -> None:
    warns(CHECK, "24. He left.", "वह गया।", about="“24” is missing")
    warns(CHECK, "He left.", "3) वह गया।", about="“3” is not in the source")
    fails(CHECK, "24 men left.", "लोग गए।")
