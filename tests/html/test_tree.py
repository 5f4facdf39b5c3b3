"""The tree is html5lib's own, BeautifulSoup's is the same, and neither minds depth."""

from collections.abc import Iterator
from typing import Any
from xml.dom import Node as Dom

import html5lib
from bs4.element import PreformattedString, Tag
from hypothesis import given
from hypothesis import strategies as st

from dualpress.html.offsets import parse, parse_tree
from dualpress.html.tree import Node

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


def test_the_tree_is_html5libs_for_every_document(html5lib_documents: list[str]) -> None:
    for document in html5lib_documents:
        assert_same_tree(document)


@given(MARKUP)
def test_the_tree_is_html5libs_for_any_markup(text: str) -> None:
    assert_same_tree(text)


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
