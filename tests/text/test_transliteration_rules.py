"""Names of one or more words, in both directions."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.devanagari import is_devanagari, key_of
from dualpress.text.transliteration import transliterate
from dualpress.text.transliteration.guess import MOST, Guess, Guesser, by_rules
from dualpress.text.transliteration.rules import render
from dualpress.text.transliteration.symbols import from_symbols, to_symbols
from dualpress.text.transliteration.tables import known_parts, name_parts, pieces, weights


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Sanjay Mukherjee", "संजय मुखर्जी"), ("A. P. J. Qureshi", "ए. पी. जे. कुरैशी"),
        ("A.K. Singh", "ए. के. सिंह"), ("Mohammed bin Nawaz", "मोहम्मद बिन नवाज़"),
        ("al-Hassan", "अल-हसन"), ("Khan’s", "खान"), ("Zia-ul-Haq", "ज़िया-उल-हक"),
        ("JF-17", "जेएफ़-17"), ("BLA", "बीएलए"), ("John Smith Jr.", "जॉन स्मिथ जूनियर"),
        ("Mahmoud", "महमूद"), ("MAHMOUD", "महमूद"),
    ],
)  # fmt: skip
def test_what_the_tables_know_is_written_as_newspapers_do(english: str, hindi: str) -> None:
    assert transliterate(english, Language.EN)[0] == hindi


@pytest.mark.parametrize(
    ("hindi", "english"),
    [
        ("शर्मा", "Sharma"), ("राजेश चौधरी", "Rajesh Chaudhary"), ("ए. के. खान", "A. K. Khan"),
        ("बीएलए", "BLA"), ("मोहम्मद बिन नवाज", "Mohammad bin Nawaz"), ("एफ-16", "F-16"),
    ],
)  # fmt: skip
def test_and_back_with_capitals(hindi: str, english: str) -> None:
    assert transliterate(hindi, Language.HI)[0] == english


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Rahimabad", "ाबाद"), ("Kalinovsky", "स्की"), ("Devgarh", "गढ़"),
        ("Rostenburg", "बर्ग"), ("Nazaristan", "स्तान"), ("Birampur", "पुर"),
    ],
)  # fmt: skip
def test_endings_of_names_are_known(english: str, hindi: str) -> None:
    assert transliterate(english, Language.EN)[0].endswith(hindi)


@pytest.mark.parametrize(
    ("hindi", "english"), [("कमलपुर", "Kamalpur"), ("रामगढ़", "Ramgarh"), ("मणिशंकर", "Manishankar")]
)
def test_silent_vowels_are_not_written_in_english(hindi: str, english: str) -> None:
    assert transliterate(hindi, Language.HI)[0] == english


def test_readings_that_are_written_alike_are_one() -> None:
    found = [guess.text for guess in by_rules().by_sound("Olympics", Language.EN)]
    assert len(found) == len(set(found)) == MOST


def test_both_a_dental_and_a_retroflex_are_offered() -> None:
    offered = transliterate("Talmont", Language.EN)
    assert any("त" in text for text in offered)
    assert any("ट" in text for text in offered)


@pytest.mark.parametrize("text", ["", "  ", "1990", "—", "'"])
def test_what_has_no_letter_has_no_rendering(text: str) -> None:
    assert transliterate(text, Language.EN) == ()


@pytest.mark.parametrize("word", ["Владимир", "李"])
def test_what_cannot_be_read_stays(word: str) -> None:
    assert transliterate(f"{word} Khan", Language.EN)[0] == f"{word} खान"


def test_accents_are_read_as_their_letters() -> None:
    assert transliterate("Thérèsa", Language.EN) == transliterate("Theresa", Language.EN)


def test_the_best_words_make_the_best_name() -> None:
    def of_word(word: str, _: Language) -> list[Guess]:
        return [Guess(word, 0.0), Guess(word.upper(), -1.0 if word == "a" else -3.0)]

    assert render("a b", Language.EN, of_word) == ("a b", "A b", "a B", "A B")


def test_parts_that_are_known_go_before_what_is_guessed() -> None:
    guesser = Guesser(
        {Language.EN: {"khan": ("खां",)}, Language.HI: {}}, {key: {} for key in Language}
    )
    first, second, *_ = guesser("Khan", Language.EN)
    assert first == Guess("खां", 0.0)
    assert second.worth < -3.0


@given(st.text(st.characters(codec="latin-1"), max_size=30))
def test_any_text_gives_different_renderings_and_few(text: str) -> None:
    found = transliterate(text, Language.EN)
    assert len(found) == len(set(found)) <= MOST


@given(st.from_regex(r"[A-Za-z]{2,10}", fullmatch=True))
def test_plain_words_become_devanagari_and_nothing_else(word: str) -> None:
    for text in transliterate(word, Language.EN):
        assert unicodedata.is_normalized("NFC", text)
        assert all(is_devanagari(char) or char in ". " for char in text)


@given(st.from_regex(r"[\u0905-\u0939\u093e-\u094d]{1,8}", fullmatch=True))
def test_no_devanagari_is_left_in_an_english_name(word: str) -> None:
    for text in transliterate(word, Language.HI):
        assert text == word or not any(map(is_devanagari, text))


def test_no_spelling_stands_in_two_rows_of_the_table() -> None:
    spellings = [spelling.casefold() for part in name_parts() for spelling in part.english]
    assert len(spellings) == len(set(spellings))


def test_the_hindi_of_the_tables_is_well_formed() -> None:
    hindi = [spelling for part in name_parts() for spelling in part.hindi]
    written = [from_symbols(to_symbols(spelling)) for spelling in hindi]
    pairs = zip(hindi, written, strict=True)
    assert [
        one for one, other in pairs if key_of(one) not in (key_of(other), f"{key_of(other)}.")
    ] == []


@pytest.mark.parametrize("language", list(Language))
def test_weights_are_of_pieces_that_there_are(language: Language) -> None:
    owned = {f"{piece}>{written}" for piece, all_ in pieces(language).items() for written in all_}
    named = {feature.partition("|")[0] for feature in weights(language) if ">" in feature}
    assert named - owned - {"^>", "$>"} == set()
    assert named
    assert known_parts(language)


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Brighton", "ब्राइटन"), ("Leighton", "लेटन"), ("Paddington", "पैडिंगटन"), ("Nushki", "नुश्की"),
        ("Rangers", "रेंजर्स"), ("Toyota", "टोयोटा"), ("Kavanaugh", "कैवनॉ"), ("Mengal", "मेंगल"),
        ("Dissanayake", "दिसानायके"), ("Senanayake", "सेनानायके"), ("Müller", "म्यूलर"),
        ("Atatürk", "अतातुर्क"),
    ],
)  # fmt: skip
def test_names_of_the_news(english: str, hindi: str) -> None:
    assert transliterate(english, Language.EN)[0] == hindi


def test_an_umlaut_is_read_in_either_normal_form() -> None:
    composed = transliterate("Krüger", Language.EN)
    assert composed == transliterate(unicodedata.normalize("NFD", "Krüger"), Language.EN)
    assert composed != transliterate("Kruger", Language.EN)
