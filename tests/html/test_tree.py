"""The tree is html5lib's where that tells SVG from HTML, BeautifulSoup's is the same.

Neither minds depth.
"""

from collections.abc import Iterator
from typing import Any
from xml.dom import Node as Dom

import html5lib
import pytest
from bs4.element import PreformattedString, Tag
from html5lib.constants import namespaces
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dualpress.html.offsets import parse, parse_tree
from dualpress.html.tree import Node

HTML = namespaces["html"]
CONFUSED_BY_HTML5LIB = "<body><table><tr><td><svg><td><foreignObject><span></td>Foo"
TAGS = """
b /b p /p table tr td /table /div select option svg title /title math mi br/ frameset nobr li
script /script textarea pre P/ a:b img body form input ruby rt template
""".split()
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    '<b class="x">',
    '<a href="y">',
    "</a>",
    "<div id='z'>",
    '<img src="a&amp;b" alt="c">',
    "<input a=1 a=2>",
    '<P CLASS="Q" />',
    '<svg xlink:href="u" viewbox="1">',
    "<!-- c -->",
    "<!DOCTYPE html>",
    *("text", "\n", "&amp;", "&#60", "&notit;", "<", "</>", "\0"),
    *("&#8217;", "&#x27;", "&#129;", "&#xD800;", "&nbsp;", "&Tab;", "&AMP;", "&nosuch;"),
    "<b title='&lt;&#8217;&notit;&amp=&copy2;'>",
    " \n\ttext ",
]
SOUP_NAMES = """
table tbody thead tr td caption colgroup col select option svg math mi mtext annotation-xml
foreignObject desc title template html head body ruby rb rt rp frameset p b
""".split()
SOUP = st.lists(
    st.builds(
        "<{}{}{}>".format,
        st.sampled_from(["", "", "/"]),
        st.sampled_from(SOUP_NAMES),
        st.sampled_from(["", "", " encoding=text/html", " type=hidden", "/"]),
    )
    | st.sampled_from(["a", " ", "<![CDATA[x]]>"]),
    max_size=24,
).map("".join)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def ours(node: Node, depth: int = 0) -> Iterator[tuple[object, ...]]:
    for child in merged(node.children):
        if isinstance(child, Node):
            named = child.attributes.items()
            attributes = sorted((name, value) for name, value in named if isinstance(name, str))
            yield depth, child.namespace, child.name, attributes
            yield from ours(child, depth + 1)
        else:
            yield depth, str(child) if type(child) is str else type(child).__name__


def merged(children: list[Node | str]) -> Iterator[Node | str]:
    text = ""
    for child in children:
        if type(child) is str:
            text += child
            continue
        if text:
            yield text
        yield child
        text = ""
    if text:
        yield text


def html5libs(node: Any, depth: int = 0) -> Iterator[tuple[object, ...]]:
    for child in node.childNodes:
        if child.nodeType == Dom.ELEMENT_NODE:
            named = [child.attributes.item(i) for i in range(child.attributes.length)]
            attributes = sorted((a.name, a.value) for a in named if not a.namespaceURI)
            yield depth, child.namespaceURI, child.tagName, attributes
            yield from html5libs(child, depth + 1)
        elif child.nodeType == Dom.TEXT_NODE:
            yield depth, child.data
        else:
            yield depth, "Comment" if child.nodeType == Dom.COMMENT_NODE else "Doctype"


def assert_same_tree(text: str) -> None:
    theirs = html5lib.parse(text, treebuilder="dom")
    theirs.normalize()
    assert list(ours(parse_tree(text))) == list(html5libs(theirs))


def has_html_in_foreign_content(text: str) -> bool:
    """Whether HTML, or an element of a name of HTML's, may stand in SVG or MathML.

    html5lib compares names without namespaces, so that ``</td>`` in an SVG ``desc``
    closes an SVG ``td``. What frames replace is in no tree.
    """
    elements = parse(text).elements[1:]
    foreign = [node for node in elements if node.namespace != HTML]
    return bool(foreign) and (
        "<frameset" in text
        or any(node.parent in foreign for node in elements if node.namespace == HTML)
        or any(node.name not in ("svg", "math", "mi", "title") for node in foreign)
    )


def test_the_tree_is_html5libs_for_every_document(html5lib_documents: list[str]) -> None:
    for document in html5lib_documents:
        if document != CONFUSED_BY_HTML5LIB:
            assert_same_tree(document)


@given(MARKUP)
def test_the_tree_is_html5libs_for_any_markup(text: str) -> None:
    assume(not has_html_in_foreign_content(text))
    assert_same_tree(text)


def test_an_end_tag_in_foreign_content_closes_no_element_of_html() -> None:
    # What html5lib-tests say of it, in namespace-sensitivity.dat.
    body = next(node for node in parse(CONFUSED_BY_HTML5LIB).elements if node.name == "body")
    text, table = body.children
    assert text == "Foo"
    assert isinstance(table, Node)
    assert table.name == "table"


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><math><thead><html></table>",
        "<table><svg><html>",
        "<table><tr><math><html>",
        "<table><colgroup><svg><html>",
        "<table><tbody><svg><html><desc><tr/>",
        "<table><svg><colgroup><desc encoding=text/html><select><thead type=hidden>",
        "<ruby><math><html><mtext><select><table>",
    ],
)
def test_an_element_of_svg_or_mathml_is_not_taken_for_one_of_html(text: str) -> None:
    named = [(node.namespace == HTML, node.name) for node in parse(text).elements]
    assert (True, "html") in named
    assert any(is_html is False and name in ("html", "colgroup") for is_html, name in named[1:])


@settings(max_examples=300)
@given(SOUP)
def test_every_text_parses(text: str) -> None:
    assert parse(text).tokens == [] or parse(text).tokens[-1].end == len(text)


def test_names_of_svg_are_as_written_once_the_tree_is_built() -> None:
    page = parse("<svg><a/><linearGradient/><foreignObject><p>")
    names = [node.name for node in page.elements if node.namespace != HTML][1:]
    assert names == ["svg", "a", "linearGradient", "foreignObject"]


@given(MARKUP)
def test_the_soup_is_the_tree(text: str) -> None:
    page = parse(text)
    stack: list[tuple[Node, Tag]] = [(page.root, page.soup)]
    for node, tag in stack:
        assert node.tag is tag
        children = list(merged(node.children))
        assert len(children) == len(tag.contents)
        for child, element in zip(children, tag.contents, strict=True):
            assert element.parent is tag
            if isinstance(child, Node) and isinstance(element, Tag):
                assert (child.name, child.namespace) == (element.name, element.namespace)
                stack.append((child, element))
            else:
                assert str(child) == str(element)


@given(MARKUP)
def test_a_search_finds_every_element(text: str) -> None:
    soup = parse(text).soup
    walked: list[Tag] = []
    stack: list[Tag] = [soup]
    while stack:
        tag = stack.pop()
        walked.append(tag)
        stack += [child for child in reversed(tag.contents) if isinstance(child, Tag)]
    assert list(map(id, soup.find_all(True))) == list(map(id, walked[1:]))


@given(MARKUP)
def test_elements_and_text_stand_in_the_order_of_the_page(text: str) -> None:
    page = parse(text)
    assert [id(node.tag) for node in page.elements[1:]] == list(map(id, page.soup.find_all(True)))
    assert page.root.text() == page.soup.get_text()


def test_the_scope_of_an_element_is_html5libs() -> None:
    for scope in ("object", "button", "table><td", "svg><foreignObject", "select", "ul"):
        for name in ("p", "li", "nobr", "button", "h1", "select", "td", "ruby"):
            assert_same_tree(f"<{name}>a<{scope}>b<{name}>c</{name}>d</{name}><p>e")


def test_a_page_may_nest_as_deep_as_it_likes() -> None:
    # Time by the square would show: html5lib asks of all open elements whether one is a `p`.
    depth = 30_000
    node = parse_tree("<div>" * depth + "a").children[0]
    while isinstance(node, Node):
        depth -= node.name == "div"
        node = node.children[-1]
    assert (depth, node) == (0, "a")


def test_equal_formatting_elements_are_reopened_three_times_at_most() -> None:
    soup = parse("<p><b>a" * 9).soup
    assert len(soup.find_all("p")[-1].find_all("b")) == 4


def test_comments_and_doctypes_are_no_text() -> None:
    soup = parse("<!DOCTYPE html><p>a<!-- b -->c</p>").soup
    assert soup.get_text() == "ac"
    assert isinstance(soup.contents[0], PreformattedString)


def test_what_frames_replace_is_in_no_tree() -> None:
    page = parse("<p></p><frameset><frame>")
    assert page.tokens[0].element is None
    assert page.soup.find("p") is None
