import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.text.transliteration import romanize


@pytest.mark.parametrize(
    ("hindi", "latin"),
    [
        ("तीस्ता पर वार्ता बिना समझौते के समाप्त", "tista par varta bina samjhaute ke samapt"),
        ("नदी और समुद्र", "nadi aur samudra"),
        ("संसद में विधेयक पेश किया", "sansad mein vidheyak pesh kiya"),
        ("भारत-चीन सीमा विवाद", "bharat-chin sima vivad"),
        ("झारखंड में चुनाव", "jharkhand mein chunav"),
        ("ज़मीन पर लड़ाई", "zamin par larai"),
        ("राज्य, मित्र, शुक्ल और तत्व", "rajya, mitra, shukla aur tatva"),
        ("विरुद्ध अध्यक्ष", "viruddh adhyaksh"),
        ("ग्वादर के विश्वास की वापसी", "gwadar ke vishwas ki vapsi"),
        ("ज्ञान विज्ञान", "gyan vigyan"),
        ("मुंबई का संबंध", "mumbai ka sambandh"),
        ("बीएलए और बीवी", "bla aur bivi"),
        ("क्या 5 लाख NATO सैनिक हैं?", "kya 5 lakh NATO sainik hain?"),
        ("न", "na"),
    ],
)
def test_hindi_is_written_by_its_sound(hindi: str, latin: str) -> None:
    assert romanize(hindi) == latin


@given(st.text(st.characters(min_codepoint=0x900, max_codepoint=0x963)))
def test_no_letter_of_hindi_stays(text: str) -> None:
    left = romanize(text)
    assert not any("\u0905" <= character <= "\u0939" for character in left)
