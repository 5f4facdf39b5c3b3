"""Names and acronyms that both languages write by their sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.text.devanagari import key_of
from dualpress.text.sounds import likeness, likest, spelled


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Gwadar", "ग्वादर"), ("Musharraf", "मुशर्रफ़"), ("Chabahar", "चाबहार"), ("Facebook", "फ़ेसबुक"),
        ("George", "जॉर्ज"), ("Institute", "इंस्टीट्यूट"), ("Iran", "ईरान"), ("Rehman", "रहमान"),
        ("Washington", "वाशिंगटन"), ("Colombo", "कोलंबो"), ("Kargil", "कारगिल"),
        ("Phoenix", "फ़ीनिक्स"),
    ],
)  # fmt: skip
def test_a_name_sounds_alike_in_both_languages(english: str, hindi: str) -> None:
    assert likeness(english, hindi) >= 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gwadar", "कराची"),
        ("river", "सेना"),
        ("a", "अ"),
        ("Gwadar", "Gwadar"),
        ("", "क"),
        ("it", "तो"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert likeness(one, other) < 0.75


WORDS = st.sampled_from(
    "Gwadar ग्वादर Ravi रवि राव रविशंकर Iran ईरान it तो अ ए आ क x kk कक Ghaghra घाघरा".split()
)


@given(WORDS, st.lists(WORDS, max_size=6))
def test_the_likest_of_some_words_is_the_first_of_those_that_are_most_alike(
    word: str, others: list[str]
) -> None:
    scores = [likeness(word, other) for other in others]
    best = max(scores, default=0.0)
    assert likest(word, others) == (best, scores.index(best) if best else 0)


def test_an_acronym_is_spelled_by_the_names_of_its_letters() -> None:
    assert spelled("DRDO") == key_of("डीआरडीओ")
    assert spelled("U.S.") == key_of("यूएस")
    assert spelled("IMF") == key_of("आईएमएफ़")
    assert spelled("Navy") is None
    assert spelled("A") is None
