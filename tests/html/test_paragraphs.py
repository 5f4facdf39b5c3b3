"""Where blank lines part paragraphs, and where they are white space."""

import pytest

from dualpress.article import Language
from dualpress.html import read_html

WHOLE = "<!DOCTYPE html><html><body>%s</body></html>"


def blocks(page: str) -> list[str]:
    article = read_html(page, language=Language.EN)
    return [article.source.text[block.span.start : block.span.end] for block in article.blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # a post as WordPress stores it
        ("One\ntwo\n\nThree", ["One\ntwo", "Three"]),
        ("One <b>two</b>\n\n<b>Head</b>\n\nThree", ["One <b>two</b>", "Head", "Three"]),
        ("One\r\n \r\nTwo", ["One", "Two"]),
        ("<blockquote>One.\n\nTwo</blockquote>", ["One.", "Two"]),
        ("<p>One\n\ntwo</p>", ["One\n\ntwo"]),
        # the same in a whole page
        (WHOLE % "<div>One.\n\nA <b>b</b>\n\nc</div>", ["One.", "A <b>b</b>", "c"]),
        (WHOLE % "<article>“One.”\r\n\r\nTwo\n\nthree</article>", ["“One.”", "Two", "three"]),
        (WHOLE % "एक।\n\nदो", []),
        # blank lines between tags, as templates leave them
        (
            WHOLE % "<div>\n\nPosted on\n\n<b>May</b>\n\nby A</div>",
            ["Posted on\n\n<b>May</b>\n\nby A"],
        ),
        (WHOLE % "<div>One.\n\nTwo<p>Three</p></div>", ["One.\n\nTwo", "Three"]),
        (WHOLE % "<p>One.\n\nTwo</p>", ["One.\n\nTwo"]),
        (WHOLE % "<div><span>One.\n\nTwo</span></div>", ["One.\n\nTwo"]),
        (WHOLE % "<div>One.\nTwo</div>", ["One.\nTwo"]),
    ],
)
def test_blocks(page: str, expected: list[str]) -> None:
    assert blocks(page) == expected


def test_a_danda_ends_a_paragraph_too() -> None:
    article = read_html(WHOLE % "<div>एक वाक्य।\n\nशीर्षक\n\nदूसरा</div>", language=Language.HI)
    assert len(article.blocks) == 3
