"""Which line breaks part paragraphs."""

import pytest

from dualpress.article import Language
from dualpress.html import read_html


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # in a sentence, and between two
        ("<p>One<br>two</p>", ["One <x1/>two"]),
        ("<p>One.<br>Two.</p>", ["One.", "Two."]),
        # two in a row
        ("<p>One<br> <br>Two</p>", ["One", "Two"]),
        ("<p>One<br><!-- a --><br><b>Two</b></p>", ["One", "Two"]),
        ("<p><br>One<br>two</p>", ["One <x1/>two"]),
        # around a line in bold type that is a heading
        ("<p><b>One</b><br>Two three.</p>", ["One", "Two three."]),
        ("<p><span><strong>One</strong> <br></span>Two</p>", ["One", "Two"]),
        ("<p>One<br><b>Two</b><br>“Three”</p>", ["One", "Two", "“Three”"]),
        ("<p><b>One<br></b>Two</p>", ["One", "Two"]),
        # in bold type, but no heading
        ("<p><b>One</b><br>two</p>", ["<g1>One</g1> <x2/>two"]),
        ("<p><b>One</b><br><b>Two</b></p>", ["<g1>One</g1> <x2/><g3>Two</g3>"]),
        ("<p>One <b>two</b><br>Three</p>", ["One <g1>two</g1> <x2/>Three"]),
        ("<p><b>One</b> two<br>Three</p>", ["<g1>One</g1> two <x2/>Three"]),
        ("<p>One<br><b>Two</b></p>", ["One <x1/><g2>Two</g2>"]),
        ("<p><b><code>a</code></b><br>Two</p>", ["Two"]),
    ],
)
def test_sources(page: str, expected: list[str]) -> None:
    article = read_html(page, language=Language.EN)
    assert [segment.source for segment in article.segments] == expected


def test_a_line_in_bold_type_is_a_heading_in_hindi_too() -> None:
    article = read_html("<p><b>शीर्षक</b><br>पाठ यहाँ है।</p>", language=Language.HI)
    assert [segment.source for segment in article.segments] == ["शीर्षक", "पाठ यहाँ है।"]
