from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.numbers import number_doubts, unit_doubts


def doubts(english: str, hindi: str) -> list[str]:
    found = number_doubts(english, Language.EN, hindi, Language.HI)
    return [doubt.message for doubt in found]


OTHERWISE = [
    ("Eight people were killed", "सात लोग मारे गए", "“Eight” has become “सात”"),
    ("At 10 am", "रात 10 बजे", "“10 am” has become “रात 10 बजे”"),
    ("At ten in the morning", "रात दस बजे", "“ten in the morning” has become “रात दस बजे”"),
    ("At 10:30 a.m.", "रात साढ़े दस बजे", "“10:30 a.m.” has become “रात साढ़े दस बजे”"),
    ("9 am and 9 pm", "सुबह 9 बजे और सुबह 9 बजे", "“9 am” has become “सुबह 9 बजे”"),
    ("it fell to -7.3 percent", "यह 7.3 प्रतिशत हुआ", "The minus of “7.3” is missing"),
    ("at minus 5 degrees", "5 डिग्री पर", "The minus of “5” is missing"),
    ("two-thirds of seats", "एक तिहाई सीटें", "“two-thirds” has become “एक तिहाई”"),
    ("one quarter", "तीन चौथाई", "“one quarter” has become “तीन चौथाई”"),
    ("World War II", "प्रथम विश्व युद्ध", "“World War II” has become “प्रथम विश्व युद्ध”"),
    ("the 9/11 attacks", "11/9 हमले", "“9/11” has become “11/9”"),
]


@pytest.mark.parametrize(("english", "hindi", "message"), OTHERWISE)
def test_what_is_said_otherwise_is_doubted(english: str, hindi: str, message: str) -> None:
    assert doubts(english, hindi) == [message]


SAME = [
    ("Eight people were killed", "आठ लोग मारे गए"),
    ("Eight of the two", "सात और तीन"),
    ("one of them", "वे दो"),
    ("At 10 pm", "रात दस बजे"),
    ("At 5 am", "रात 5 बजे"),
    ("9 am and 9 pm", "सुबह 9 बजे और रात 9 बजे"),
    ("it fell to -7.3 percent", "यह -7.3 प्रतिशत हुआ"),
    ("minus 5 degrees", "शून्य से 5 डिग्री नीचे"),
    ("a loss of 5", "माइनस 5"),
    ("5 -7 people", "5 -7 लोग"),
    ("two-thirds", "दो तिहाई"),
    ("World War II", "द्वितीय विश्व युद्ध"),
    ("First World War", "पहले विश्व युद्ध"),
    ("the 9/11 attacks", "9/11 हमले"),
    ("from 1/2 to 2/1", "2/1 और 1/2"),
]


@pytest.mark.parametrize(("english", "hindi"), SAME)
def test_what_is_the_same_is_not_doubted(english: str, hindi: str) -> None:
    assert doubts(english, hindi) == []


PIECES = st.lists(
    st.sampled_from(
        ["eight", "10 am", "at 10 pm", "-7.3", "two-thirds", "9/11", "World War II", "5 km", "A$5"]
    )
).map(" ; ".join)


@given(PIECES)
def test_a_text_has_no_doubt_about_itself(text: str) -> None:
    assert number_doubts(text, Language.EN, text, Language.EN) == ()
    assert unit_doubts(text, Language.EN, text, Language.EN) == ()


@given(st.text(st.sampled_from("019 -:/$kmap.बजेरातसाढ़ेIworlda"), max_size=30))
def test_any_text_can_be_doubted(text: str) -> None:
    for one, other in ((text, "at 9 pm, -5 km"), ("रात 9 बजे", text)):
        number_doubts(one, Language.EN, other, Language.HI)
        unit_doubts(one, Language.EN, other, Language.HI)
