"""Names and acronyms that both languages write by their sound."""

import pytest

from dualpress.text.devanagari import key_of
from dualpress.text.sounds import likeness, spelled


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


def test_an_acronym_is_spelled_by_the_names_of_its_letters() -> None:
    assert spelled("DRDO") == key_of("डीआरडीओ")
    assert spelled("U.S.") == key_of("यूएस")
    assert spelled("IMF") == key_of("आईएमएफ़")
    assert spelled("Navy") is None
    assert spelled("A") is None
