"""The beginning of a text ends with a sentence, or else with a word."""

import pytest

from dualpress.article import Language
from dualpress.html.excerpt import shortened, without_ellipsis


@pytest.mark.parametrize("ending", ["…", " …", "...", " [...]", " [&hellip;]", "[ … ]"])
def test_an_ellipsis_is_taken_off(ending: str) -> None:
    assert without_ellipsis("two ships" + ending.replace("&hellip;", "…")) == "two ships"


@pytest.mark.parametrize("text", ["two ships.", "two ships. .", "[two ships]"])
def test_other_endings_are_not(text: str) -> None:
    assert without_ellipsis(text) == text


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("One two three four.", 30, "One two three four."),
        ("One two three four.", 19, "One two three four."),
        ("One two three four.", 16, "One two three…"),
        ("One two three four.", 13, "One two three…"),
        ("One two three four.", 12, "One two…"),
        ("One two, three four.", 10, "One two…"),
        ("One two – three four.", 12, "One two…"),
        ("One two. Three four.", 12, "One two."),
        ("One. Two three four five six.", 24, "One. Two three four five…"),
        ("Onetwothree", 5, "Onetw…"),
    ],
)
def test_english(text: str, most: int, shown: str) -> None:
    assert shortened(text, "x" * most, Language.EN) == shown


def test_hindi_is_counted_as_it_is_read() -> None:
    text = "क्षेत्रीय स्थिति गंभीर है।"  # 5 + 3 + 3 + 1 letters as a reader counts, and the danda
    assert shortened(text, "x" * 9, Language.HI) == "क्षेत्रीय स्थिति…"
    assert shortened(text, "x" * 20, Language.HI) == text
