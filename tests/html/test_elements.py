"""Elements that no list of inline ones names: custom ones, and HTML inside of drawings."""

import pytest

from dualpress.article import Language
from dualpress.html import read_html


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # in the midst of a text a custom element is inline, as to a browser
        ("<p>One <my-tip>two</my-tip> three</p>", ["One <g1>two</g1> three"]),
        ("<p>One <b><my-tip>two</my-tip></b> three</p>", ["One <g1><g2>two</g2></g1> three"]),
        ("<p>One <a-b><c-d>two</c-d></a-b> three</p>", ["One <g1><g2>two</g2></g1> three"]),
        ("<p>One <my-icon></my-icon> two</p>", ["One <g1></g1> two"]),
        ("<p><my-tip>One.</my-tip> Two.</p>", ["One.", "Two."]),
        # where it holds all the text, or a block, it is one itself
        ("<div><my-card>One</my-card> <my-card>two</my-card></div>", ["One", "two"]),
        ("<div>One <my-card><p>two</p></my-card> three</div>", ["One", "two", "three"]),
        ("<a-b><c-d>One</c-d><c-d>two</c-d></a-b>", ["One", "two"]),
        ("<div><b><my-card>One</my-card><my-card>two</my-card></b></div>", ["One", "two"]),
        ("<p>One <my-card>two</p><p>three</my-card></p>", ["One", "two", "three"]),
        # an end tag of `br` is a line break
        ("<p>One</br>two</p>", ["One <x1/>two"]),
        ("<p>One</br></br>two</p>", ["One", "two"]),
        # Microsoft Word's are inline
        ("<p>In <st1:City>Pune</st1:City> now.<o:p></o:p></p>", ["In <g1>Pune</g1> now."]),
        ("<p><span style='mso-list:Ignore'>a.<i> </i></span>One.</p>", ["One."]),
        # HTML inside of a drawing is text; its labels are, and its shapes' are not
        ("<svg><g><foreignObject><p>One</p></foreignObject></g><text>two</text></svg>", ["One"]),
        ("<p>A <svg><foreignObject>b</foreignObject></svg> c</p>", ["A <x1/> c", "b"]),
        ("<svg translate=no><title>a</title><foreignObject>b</foreignObject></svg>", []),
        ("<code><svg><foreignObject>a</foreignObject></svg></code>", []),
    ],
)
def test_sources(page: str, expected: list[str]) -> None:
    article = read_html(page, language=Language.EN)
    assert [segment.source for segment in article.segments] == expected


def test_a_custom_element_that_is_a_block_has_its_own_tag() -> None:
    article = read_html("<div><my-card id=x>One</my-card></div>", language=Language.EN)
    (block,) = article.blocks
    assert block.tag is not None
    assert article.source.text[block.tag.start : block.tag.end] == "<my-card id=x>"
