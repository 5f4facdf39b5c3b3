import pytest

from dualpress.html.encoding import decode
from dualpress.html.offsets import parse
from dualpress.html.patches import apply_patches
from dualpress.site.edits import Edits, span_of


def edited(text: str, *steps: tuple[str, str]) -> str:
    """A page after calls of an ``Edits`` method with one argument."""
    edits = Edits(parse(text))
    for method, argument in steps:
        getattr(edits, method)(argument)
    return apply_patches(decode(text).source, edits.patches()).decode()


def with_attribute(text: str, name: str, value: str) -> str:
    edits = Edits(parse(text))
    token, _ = next(edits.start_tags("p"))
    edits.set_attribute(token, name, value)
    return apply_patches(decode(text).source, edits.patches()).decode()


@pytest.mark.parametrize(
    ("text", "selector", "found"),
    [
        ("<div><nav>a</nav></div>", "nav", "<nav>a</nav>"),
        ("<div id=x><div>a</div>b</div>c", "#x", "<div id=x><div>a</div>b</div>"),
        ("<ul><li>a<li>b</ul>", "li", "<li>a"),
        ("<ul><li>a<li>b</ul>c", "li:last-child", "<li>b"),
        ("<p>a<div>b</div>", "p", "<p>a"),
        ("<p>a <img src=x> b</p>", "img", "<img src=x>"),
        ("<body><nav>a</body></html>", "nav", "<nav>a"),
        ("<body><nav>a", "nav", "<nav>a"),
        ("<NAV>a</NAV >b", "nav", "<NAV>a</NAV >"),
    ],
)
def test_the_span_of_an_element(text: str, selector: str, found: str) -> None:
    page = parse(text)
    element = page.soup.select_one(selector)
    assert element is not None
    span = span_of(page, element)
    assert span is not None
    assert page.raw(span) == found


def test_an_element_that_the_source_does_not_write_has_no_span() -> None:
    page = parse("<table><tr><td>a</table>")
    body = page.soup.tbody
    assert body is not None
    assert span_of(page, body) is None


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><head><title>a</title></head><body class=b>c</body></html>",
        "<!DOCTYPE html><title>a</title><p>c",
        "<!DOCTYPE html><title>a</title>\n<body>c",
        "<html><head><title>a</title></head><p>c</p>",
        "<html>\r\n<head>\r\n<title>a</title>\r\n</head>\r\n<body>\r\nc",
        "<!DOCTYPE html>&emsp;c",
        "c<body class=late>d",
        "<!DOCTYPE html><html></html>",
    ],
)
def test_additions_land_in_the_head_and_at_the_start_of_the_body(text: str) -> None:
    page = parse(
        edited(text, ("add_to_head", "<link rel=x>"), ("add_to_body", "<nav>n</nav>"))
    ).soup
    assert page.head is not None
    assert page.body is not None
    assert page.head.find("link") is not None
    first = next(node for node in page.body.contents if str(node).strip())
    assert str(first) == "<nav>n</nav>"


def test_additions_stand_in_the_order_given_on_lines_of_their_own() -> None:
    text = "<html><head>\n</head><body>\n<p>a</p>"
    added = edited(text, ("add_to_head", "<meta a>"), ("add_to_head", "<meta b>"))
    assert added == "<html><head>\n<meta a>\n<meta b>\n</head><body>\n<p>a</p>"


def test_additions_take_the_line_ends_of_the_page() -> None:
    added = edited("<head>\r\n</head>\r\n<body>\r\n<p>a", ("add_to_body", "<nav></nav>"))
    assert added == "<head>\r\n</head>\r\n<body>\r\n<nav></nav>\r\n<p>a"


def test_a_page_of_frames_gets_nothing_into_its_body() -> None:
    text = "<html><head></head><frameset><frame></frameset></html>"
    assert edited(text, ("add_to_body", "<nav></nav>")) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>", '<p lang="a&amp;&quot;b">'),
        ("<P Lang='x' id=y>", "<P Lang='a&amp;&quot;b' id=y>"),
        ('<p id=y lang="x">', '<p id=y lang="a&amp;&quot;b">'),
        ("<p lang=x>", '<p lang="a&amp;&quot;b">'),
        ("<p lang>", '<p lang="a&amp;&quot;b">'),
        ("<p lang=x lang=z>", '<p lang="a&amp;&quot;b" lang=z>'),
    ],
)
def test_an_attribute_is_set_in_its_own_quotes(text: str, expected: str) -> None:
    assert with_attribute(text, "lang", 'a&"b') == expected
