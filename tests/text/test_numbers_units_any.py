import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.numbers.units import UNITS, counted, counted_units

PIECES = st.sampled_from(
    "Rs. ₹ $ US$ % £ 500 12 1,000 ३ 5.5 per cent percent points km km/h miles mi MT kg lbs pounds "
    "feet ft. tonnes metric dollars US Indian square crore million k m bn euro yen yuan for of , - "
    "प्रतिशत फ़ीसदी डॉलर अमेरिकी रुपये रु. पाउंड यूरो युआन किलोमीटर कि.मी. मील किलो टन फ़ुट वर्ग लाख "
    "करोड़ हज़ार का".split()
)
FIGURES = st.sampled_from(["500", "12", "1,000", "३", "5.5"])
GAPS = st.sampled_from([" ", " ", "", "-", "\u00a0"])
TEXTS = st.lists(st.tuples(FIGURES | PIECES, GAPS), min_size=2, max_size=9).map(
    lambda parts: unicodedata.normalize("NFD", "".join(piece + gap for piece, gap in parts))
)


@given(TEXTS, st.sampled_from(Language))
@example("a tonne 12 percent dearer", Language.EN)
@example("Rs. 5 km", Language.EN)
@example("it is 500 km away", Language.EN)
@example("in metric tons 5 of it", Language.EN)
@example("of 1,000 million nautical miles", Language.EN)
@example("वह 5करोड\u093cरुपये का", Language.HI)
@example("लगभग कि. मी. 5 का", Language.HI)
def test_one_scan_finds_what_a_search_for_each_unit_finds(text: str, language: Language) -> None:
    each = {name: counted(name, language).search(text) for name in UNITS}
    wanted = [(name, found[0]) for name, found in each.items() if found]
    assert list(counted_units(text, language)) == wanted


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["It took 40 days.", "40 दिन लगे।", "The pound fell."])
def test_a_text_without_a_unit_beside_a_figure_counts_none(text: str, language: Language) -> None:
    assert not list(counted_units(unicodedata.normalize("NFD", text), language))
