"""Devanagari as one symbol a sound, and which inherent vowels are silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.text.devanagari import key_of
from dualpress.text.transliteration.schwa import mark_silent
from dualpress.text.transliteration.symbols import from_symbols, to_symbols

_CONSONANTS = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
_SIGNS = "ािीुूेैोौॉ"


@pytest.mark.parametrize(
    ("word", "symbols"),
    [
        ("ग्वादर", "गवआदअर"),
        ("हिन्दी", "हइंदई"),
        ("आईएनएस", "आईएनअएस"),
        ("चंद्र", "चअंदर"),
        ("पाँच", "पआंच"),
    ],
)
def test_every_vowel_is_one_symbol(word: str, symbols: str) -> None:
    assert to_symbols(word) == symbols


@pytest.mark.parametrize("word", ["फ़ैज़", "गढ़", "म्यांमार", "लक्ष्मी", "ऋषि", "ऑर्बन", "ज़ियाउर"])
def test_symbols_are_written_as_the_word_they_were_made_of(word: str) -> None:
    assert from_symbols(to_symbols(word)) == word


@given(st.from_regex(rf"([{_CONSONANTS}](्[{_CONSONANTS}])?[{_SIGNS}]?ं?){{1,6}}", fullmatch=True))
def test_no_sound_is_lost(word: str) -> None:
    assert key_of(from_symbols(to_symbols(word))) == key_of(word)


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("कमल", "कअमअलə"), ("जयपुर", "जअयəपउरə"), ("चंद्र", "चअंदरअ"), ("नेहरू", "नएहəरऊ"),
        ("दिल्ली", "दइललई"), ("न", "नअ"), ("", ""), ("अमृतसर", "अमऋतəसअरə"),
    ],
)  # fmt: skip
def test_inherent_vowels_fall_silent(word: str, spoken: str) -> None:
    assert mark_silent(to_symbols(word)) == spoken
