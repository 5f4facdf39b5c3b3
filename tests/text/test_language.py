from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.language import detect_language, script_share

HINDI = (
    "रक्षा मंत्रालय ने बताया कि सेना ने शनिवार को पंजाब के एक केंद्र से मिसाइल का परीक्षण किया। "
    "अधिकारियों के अनुसार यह मिसाइल दो हज़ार किलोमीटर दूर तक जा सकती है और इसके बाद भी कई परीक्षण होंगे। "
    "विपक्ष के नेताओं ने सरकार से इस पर चर्चा की मांग की है।"
)
ENGLISH = (
    "The ministry said on Saturday that the army had tested a missile from a centre in Punjab. "
    "Officials say that it can fly two thousand kilometres and that further tests will follow. "
    "Leaders of the opposition have asked the government for a debate."
)
MARATHI = (
    "पुणे शहरात काल झालेल्या मुसळधार पावसामुळे अनेक भागांत पाणी साचले आणि वाहतुकीची मोठी कोंडी झाली. "
    "महापालिकेने नागरिकांना घराबाहेर न पडण्याचे आवाहन केले आहे. शाळांना सुट्टी जाहीर करण्यात आली असून "
    "प्रशासन परिस्थितीवर लक्ष ठेवून आहे."
)
NEPALI = (
    "काठमाडौं उपत्यकामा हिजो भएको वर्षाका कारण धेरै ठाउँमा पानी जमेको छ र यातायात अवरुद्ध भएको छ। "
    "महानगरपालिकाले नागरिकहरूलाई घरबाहिर ननिस्कन आग्रह गरेको छ। विद्यालयहरू बन्द गरिएका छन् र प्रशासनले "
    "स्थितिको अनुगमन गरिरहेको बताएको छ।"
)
FRENCH = (
    "Le gouvernement a annoncé hier que les nouvelles mesures seront appliquées dès la semaine "
    "prochaine dans toutes les régions du pays. Les syndicats ont déjà fait savoir qu'ils "
    "s'opposeraient à cette réforme et appellent à une grève générale."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (HINDI, Language.HI),
        (ENGLISH, Language.EN),
        ("दिल्ली", Language.HI),
        ("OK", Language.EN),
        ("भारत ने DRDO की मिसाइल का परीक्षण ओडिशा के तट से किया।", Language.HI),
        ("देखें https://example.com/a-very-long-address/of-latin-letters/only", Language.HI),
    ],
)
def test_tells_the_language_by_the_letters(text: str, language: Language) -> None:
    detection = detect_language(text)
    assert detection is not None
    assert (detection.language, detection.certain) == (language, True)


@pytest.mark.parametrize(
    ("text", "name"), [(MARATHI, "Marathi"), (NEPALI, "Nepali"), (FRENCH, "French")]
)
def test_refuses_a_third_language(text: str, name: str) -> None:
    detection = detect_language(text)
    assert detection is not None
    assert (detection.certain, detection.looks_like) == (False, name)


def test_short_text_is_never_refused() -> None:
    detection = detect_language(FRENCH[:150])
    assert detection is not None
    assert detection.certain


@pytest.mark.parametrize(
    ("text", "name"), [(HINDI, None), (ENGLISH, None), (MARATHI, "Marathi"), (FRENCH, "French")]
)
def test_long_text_is_told_by_pieces_of_it(text: str, name: str | None) -> None:
    short, long = detect_language(text), detect_language(text * 200)
    assert short is not None
    assert long is not None
    assert (long.language, long.certain, long.looks_like) == (
        short.language,
        short.certain,
        name,
    )


def test_all_of_a_long_text_counts() -> None:
    detection = detect_language(ENGLISH * 100 + HINDI * 100)
    assert detection is not None
    assert detection.share < 0.75
    assert not detection.certain


@pytest.mark.parametrize("text", ["1 2 3 " * 300 + "ꭓ", "ⱥ " * 300])
def test_letters_that_langdetect_does_not_know_are_no_third_language(text: str) -> None:
    detection = detect_language(text)
    assert detection is not None
    assert detection.looks_like is None


def test_text_of_both_languages_is_uncertain() -> None:
    detection = detect_language("He said: नमस्ते दुनिया")
    assert detection is not None
    assert not detection.certain


def test_answer_is_the_same_each_time() -> None:
    assert len({detect_language(MARATHI + HINDI) for _ in range(5)}) == 1


@pytest.mark.parametrize("text", ["", "2024 – 5%", "😀", "Привет", "https://example.com"])
def test_text_without_letters_of_either_has_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_share_of_a_script() -> None:
    assert script_share("भारत NATO", Language.HI) == pytest.approx(1 / 2)
    assert script_share("भारत NATO", Language.EN) == pytest.approx(1 / 2)
    assert script_share("नमन NATO UN", Language.HI) == pytest.approx(1 / 3)
    assert script_share("Мир", Language.EN) == 0
    assert script_share("2024", Language.EN) is None


@pytest.mark.parametrize("text", ["Ⅳ", "Ⅳ, 2024"])
def test_roman_numerals_alone_are_of_no_language(text: str) -> None:
    assert detect_language(text) is None


@given(st.text(st.sampled_from("aZ1 éñªⅷक्ि९औйℵ"), max_size=30))
def test_the_share_is_that_of_all_letters(text: str) -> None:
    detection = detect_language(text)
    shares = [script_share(text, language) or 0 for language in Language]
    assert (detection.share if detection else 0) == max(shares)
