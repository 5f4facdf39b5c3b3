from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.checks import Pair
from dualpress.checks.asking import is_asked_otherwise


def into_hindi(source: str, target: str) -> bool:
    return is_asked_otherwise(Pair(source, target, Language.EN, Language.HI))


def into_english(source: str, target: str) -> bool:
    return is_asked_otherwise(Pair(source, target, Language.HI, Language.EN))


def test_an_indirect_question_needs_its_mark_in_hindi_alone() -> None:
    english, hindi = "He asked when it would end.", "उसने पूछा कि यह कब तक चलेगा?"
    assert into_hindi(english, hindi)
    assert into_english(hindi, english)


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("He said that it would end.", "उसने कहा कि यह कब तक चलेगा?"),  # asks nothing
        ("What he said was clear.", "उसने क्या कहा?"),  # a direct question
        ("I know why. It ended.", "मुझे पता है कि क्यों। यह कब था?"),  # of another sentence
        ("He said who came.", "उसने कहा कि कोई आया?"),
    ],
)
def test_a_direct_question_needs_it_in_both(english: str, hindi: str) -> None:
    assert not into_hindi(english, hindi)
    assert not into_english(hindi, english)


def test_a_question_with_a_danda_asks_by_its_words() -> None:
    assert into_english("खेल किसको पसंद नहीं है।", "Who does not love sports?")
    assert into_english("क्यों न हम चलें।", "Why don’t we go?")
    assert not into_english("किसी को खेल पसंद नहीं है।", "Who does not love sports?")
    assert not into_english("वह कौन है। वह गया।", "Did he go?")


def test_in_hindi_a_question_keeps_its_mark() -> None:
    assert not into_hindi("Who does not love sports?", "खेल किसको पसंद नहीं है।")
