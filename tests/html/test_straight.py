"""Tokens that nest as they should: the same tree and tokens as html5lib's rules give."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.html.offsets import Page, parse
from dualpress.html.straight import Straight
from dualpress.html.tree import Node

NAMES = (
    "p div ul ol dl li dd dt h1 h2 section blockquote figure a b i em code font nobr span sub q "
    "label br img wbr hr pre textarea table tr td caption button form object select option svg "
    "foreignObject math mi title script style template body html head frameset center menu x-y"
).split()
PIECES = (
    *(f"<{name}>" for name in NAMES),
    *(f"</{name}>" for name in NAMES),
    '<a href="/x">',
    '<p class="a" class="b">',
    "<p/>",
    "<br/>",
    "</br>",
    "<B>",
    "<!-- c -->",
    "<!DOCTYPE html>",
    "One two",
    " ",
    "\n",
    "\r\n",
    "\0",
    "<",
    "&amp;",
    "&nbsp;",
    "&#32;",
    "&#128;",
    "&NotEqualTilde;",
    "&amp",
    "&x;",
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def tree(page: Page) -> Iterator[object]:
    """Each node of the tree; the pieces of a text as one."""
    for node in page.elements:
        children: list[object] = []
        for child in node.children:
            if isinstance(child, Node):
                children.append(page.elements.index(child))
            elif type(child) is str and children and isinstance(children[-1], str):
                children[-1] += child
            else:
                children.append(str(child))
        yield node.name, node.namespace, node.attributes, children


def tokens(page: Page) -> list[object]:
    places: dict[int, int] = {id(node): index for index, node in enumerate(page.elements)}
    return [
        (token.kind, token.span, token.name, token.data, places.get(id(token.node)))
        for token in page.tokens
    ]


def by_html5lib_alone(markup: str) -> Page:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Straight, "run", lambda self, position: position)
        return parse(markup)


def assert_same(markup: str) -> None:
    straight, alone = parse(markup), by_html5lib_alone(markup)
    assert list(tree(straight)) == list(tree(alone))
    assert tokens(straight) == tokens(alone)


@pytest.mark.parametrize(
    "markup",
    [
        "x<p>One<p>two",
        "x<p>One<div>two</div>",
        "x<h1>One<h2>two</h2>",
        "x<ul><li>One<li>two</ul>",
        "x<ul><li><div><li>One",
        "x<dl><dt>One<dd>two</dl>",
        "x<a>One<a>two</a>",
        "x<b><p>One</b>two</p>three",
        "x<p><b>One</p><p>two",
        "x<b><b><b><b>One</b></b></b></b><p>two",
        "x<p><b><b><b><b>One</p>two",
        "x<p><u><b><b><b><b></b></b></b></b>One</p>two",
        "x<b><i></b>One</i>two",
        "x<pre>\nOne</pre>",
        "x<pre><b>\nOne</b></pre><pre>\ntwo",
        "x<textarea>\n<p>One</textarea>",
        "x<svg><foreignObject><p>One</p>two</foreignObject></svg>three",
        "x<svg><title>One</title><p>two",
        "x<math><mi><b>One</b>two</mi></math>",
        "x<table><td><p>One</td></table><p>two",
        "x<b><table>One<td>two</table>three</b>",
        "x<object><b></object>One",
        "x<plaintext><p>One</p>",
        "<p> </p><frameset>",
        "x<br/>One</br><img>two",
        "x</p>One",
        "x<span></p>One</span>",
        "x&#128;&#0;&amp&x;<p>One",
    ],
)
def test_what_is_more_than_nesting(markup: str) -> None:
    assert_same(markup)


@example('x<section><p class="a" class="b">One <em>two</em> &amp; <br/>three</p>\r\n</section>')
@given(MARKUP)
def test_any_page(markup: str) -> None:
    assert_same(markup)


@given(MARKUP)
def test_any_body_with_text(markup: str) -> None:
    assert_same(f"<!DOCTYPE html><html><body>x{markup}")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>One &amp; <b>two</b>, <a href='/x'>three</a></p>",
        "<ul>\n<li>One</li>\n<li>two<br>three</li>\n</ul>",
        "<dl><dt>One</dt><dd>two</dd></dl>",
        "<h1>One <span>two</span></h1>",
    ],
)
def test_what_nests_is_left_to_nobody(markup: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ends: list[int] = []
    run = Straight.run

    def noted(self: Straight, position: int) -> int:
        ends.append(run(self, position))
        return ends[-1]

    monkeypatch.setattr(Straight, "run", noted)
    page = f"<body>{markup}".replace("'", '"')
    parse(page)
    assert set(ends) == {len(page)}
