import unicodedata

import pytest

from dualpress.article import Language
from dualpress.text.numbers.units import UNITS, counted, may_count

TEXTS = [
    "It cost Rs. 500 crore and 12 per cent more.",
    "It is 40 km long, weighs 3 tonnes and cost $5 million.",
    "A euro 20 note, 5 lbs, 60 mph and 7 feet.",
    "इसकी लंबाई 40 किलोमीटर है और लागत 500 करोड़ रुपये।",
    "12 प्रतिशत, ३ टन, रु. 500, 5 अमेरिकी डॉलर और 7 फ़ुट।",
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", UNITS)
def test_a_text_that_counts_a_unit_may_count_one(name: str, text: str, language: Language) -> None:
    text = unicodedata.normalize("NFD", text)
    if counted(name, language).search(text):
        assert may_count(text, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["It took 40 days.", "40 दिन लगे।", "The pound fell."])
def test_a_text_without_a_unit_beside_a_figure_counts_none(text: str, language: Language) -> None:
    assert not may_count(unicodedata.normalize("NFD", text), language)
