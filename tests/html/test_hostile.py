"""Odd pages and hostile translations: the parser is the standard's, and no text becomes more."""

import itertools
import json
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import html5lib
import pytest
import yaml
from html5lib.constants import namespaces
from hypothesis import assume, given
from hypothesis import strategies as st

from dualpress.article import Language, SegmentKey, plain_text
from dualpress.errors import TranslationRefused
from dualpress.html import read_html, write_html
from dualpress.html.inline import clean_text
from dualpress.html.offsets import parse, parse_tree
from dualpress.html.tree import Node, elements_of

NAMES = (
    "p div b a span nobr h1 li ul dl dt table tr td th tbody caption colgroup col select option "
    "optgroup button form textarea title head body html frameset frame noframes iframe noembed "
    "noscript template svg math mi mtext annotation-xml foreignObject desc style script plaintext "
    "xmp pre listing ruby rb rt rp rtc br img hr isindex image main details object marquee my-el "
    "o:p"
).split()
PIECES = (
    "a|One. Two.| |\n|\r|\r\n|\0|&amp;|&lt;b>|&#13;|&#0;|&#x80;|&notit;|&not|&|<|>|<3|क ख।|\ufeff"
    "|\x0c|\x01|\ufffe|\u2028|<!-->|<!--->|<!-- a --!>|<!--a--|<![CDATA[x]]>|<?php echo 1; ?>"
    "|<!DOCTYPE x>|<!doctype html>|</>|</ x>|<!x>|</br>|</p>|{{ x }}|[gallery]|[tip]|[/tip]"
    "|<%= x %>"
).split("|")
ATTRIBUTES = (
    '|| title=x y| title=\'a b\' title=c| alt="c&amp;d" | title=a/ | translate=no| TITLE="F\r\nb"'
    '| title="a\0b"| encoding=text/html| type=hidden| title=|title|/| =x title=y| a="b"alt="c"'
).split("|")


@st.composite
def odd_pages(draw: st.DrawFn) -> str:
    """Tags in wrong places, cut off or unknown, and what else a tokenizer meets."""
    start_tags = st.builds("<{}{}>".format, st.sampled_from(NAMES), st.sampled_from(ATTRIBUTES))
    end_tags = st.builds("</{}>".format, st.sampled_from(NAMES))
    piece = start_tags | end_tags | st.sampled_from(PIECES)
    return "".join(draw(st.lists(piece, max_size=16)))


@given(odd_pages())
def test_the_tree_is_that_of_html5lib(page: str) -> None:
    # html5lib takes `<svg><html>` for its own `html` at these, and fails or never ends.
    assume(not _has_html_in_foreign_content(page))
    expected = html5lib.parse(page, treebuilder="dom")
    assert list(_nodes(parse_tree(page))) == list(_dom_nodes(expected))


@given(odd_pages())
def test_the_tokens_tile_an_odd_page(page: str) -> None:
    position = 0
    for token in parse(page).tokens:
        assert token.span.start == position
        position = token.span.end
    assert position == len(page)


@given(odd_pages())
def test_an_odd_page_comes_back_byte_for_byte(page: str) -> None:
    article = read_html(page)
    same = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, {}) == write_html(article, same) == page.encode()


HOSTILE = (
    "</p><script>|</title><b>|\" onerror=\"x|' onerror='x|` onerror=x|<!-- x|-->|]]>|\u202e x"
    '|क\u2066|x\\|x\\"|x: y # z|- a|---|--- foo: 1 ---|\\|>|%TAG|@x|*a|&a b|!x|? x|null|123|true'
    "|{a: b}|[a]|#c|a #c|+++|\"\"\"|'''|${x}|&amp;lt;g1>|\x85 x|\u2028x|\ufeffx|\U0001f600|e\u0301"
    "|&copy|&#60;b>|=x|/|x/"
).split("|")
FRONT_MATTER: dict[str, tuple[str, Callable[[str], object]]] = {
    "plain YAML": ("---\ntitle: Hello there\nx: 1\n---\n", yaml.safe_load),
    "quoted YAML": ("---\ntitle: 'Hello there' # c\nx: 1\n---\n", yaml.safe_load),
    "folded YAML": ("---\ntitle: >\n  Hello\n  there\nx: 1\n---\n", yaml.safe_load),
    "literal YAML": ("---\ntitle: |-\n  Hello\n  there\nx: 1\n---\n", yaml.safe_load),
    "YAML in braces": ("---\n{title: Hello there, x: 1}\n---\n", yaml.safe_load),
    "YAML on two lines": ("---\ntitle: Hello\n  there\nx: 1\n---\n", yaml.safe_load),
    "explicit key": ("---\n? title\n: Hello there\nx: 1\n---\n", yaml.safe_load),
    "TOML": ('+++\ntitle = "Hello there"\nx = 1\n+++\n', tomllib.loads),
    "literal TOML": ("+++\ntitle = 'Hello there'\nx = 1\n+++\n", tomllib.loads),
    "long TOML": ('+++\ntitle = """\nHello \\\n there"""\nx = 1\n+++\n', tomllib.loads),
    "JSON": ('{"title": "Hello there", "x": 1}\n', json.loads),
}


@pytest.mark.parametrize("syntax", FRONT_MATTER)
def test_a_string_of_front_matter_is_what_was_translated(syntax: str) -> None:
    page, loads = FRONT_MATTER[syntax]
    article = read_html(f"{page}<p>1</p>", language=Language.EN)
    (segment,) = article.segments
    for target in HOSTILE:
        written = write_html(article, {segment.key: target}).decode()
        body = written.removesuffix("<p>1</p>").strip("-+\n")
        assert loads(body) == {"title": plain_text(clean_text(target)), "x": 1}


@pytest.mark.parametrize(
    "page",
    [
        "<p>Hello there</p>",
        "<title>Hello there</title>",
        '<img alt="Hello there">',
        "<img alt='Hello there'>",
        "<img alt=Hello>",
        "<img alt=Hello/>",
        "<img alt = Hello class=b>",
        '<script type="application/ld+json">{"@type":"Article","name":"Hello"}</script>',
    ],
)
def test_the_elements_as_html5lib_sees_them_stay(page: str) -> None:
    article = read_html(page, language=Language.EN)
    (segment,) = article.segments
    for target in HOSTILE:
        written = write_html(article, {segment.key: target}).decode()
        before, after = (html5lib.parse(html, treebuilder="dom") for html in (page, written))
        assert _elements(after) == _elements(before)


@pytest.mark.parametrize(
    "target",
    [
        "{<g1>{ x }</g1>} a",
        "{<g1></g1>{ x }}",
        "[gallery <g1>x</g1>]",
        "[caption <g1>id=1]</g1>[/caption]",
        "{% <g1>x</g1> %}",
        "[[gallery <g1>x</g1>]]",
        "[my toc='1'] <g1>x</g1>",
        "[tip]a<g1>b</g1>[/tip]",
        "[toc/] <g1>x</g1>",
    ],
)
def test_no_mark_is_made_around_or_across_a_tag(target: str) -> None:
    article = read_html("<p>Hello <b>there</b> now</p>", language=Language.EN)
    (segment,) = article.segments
    again = read_html(write_html(article, {segment.key: target}), language=Language.EN)
    assert [found.source for found in again.segments] == [target]


@pytest.mark.parametrize(
    "text",
    [
        'The minister said [in Urdu] that talks [see Appendix A/B] would "resume [sic]".',
        "[UPDATE 4:30 pm] The road has reopened.",
        "[Photo credit: Reuters]",
        '[Editor\'s note: the name "Quetta" was misspelt.]',
        "Turnout was 34 [per cent] in 2018 [1], column [a].",
        "The court cited [2019] SCMR 1234 and [1992] 2 SCR 12.",
        "[Source: https://example.org/a?b=c]",
        "[Follow @coast_news for more]",
        "A sample [n=34] of [p<0.05, n=34].",
        '"[I]t is over," he said.',
        "The law [Section 144 = ban on gatherings] was imposed.",
        "[Tweet: 4 May] [Video: watch the speech] [Audio of the speech]",
        "The terms {state} and {non-state} differ, and {1, 2, 3}.",
        "He typed }} and {{ by mistake, or {#metoo}, or {%} or <%.",
        "The [row] over the [section] and the [tab] in [columns] went on [code].",
    ],
)
def test_brackets_and_braces_of_ordinary_prose_are_text(text: str) -> None:
    escaped = text.replace("<", "&lt;")
    found = [segment.source for segment in read_html(f"<p>{escaped}</p>").segments]
    assert " ".join(found) == text


@pytest.mark.parametrize("encoding", ["shift_jis", "euc-jp", "big5", "gbk", "euc-kr"])
def test_an_encoding_of_two_bytes_a_letter_stays_whole(encoding: str) -> None:
    page = f"<meta charset={encoding}><p>日本 Hello <b>日</b>. 本</p>".encode(encoding)
    article = read_html(page, language=Language.EN)
    key = article.segments[0].key
    written = write_html(article, {key: key.source.replace("Hello", "नमस्ते 日")})
    greeting = "".join(f"&#{ord(character)};" for character in "नमस्ते")
    expected = page.decode(encoding).replace("Hello", f"{greeting} 日")
    assert written.decode(encoding) == expected


def test_a_lone_surrogate_in_an_attribute_refuses_no_translation() -> None:
    page = '<p title="x\ud800y">Hello <b id="\udc80z">there</b></p>'
    article = read_html(page, language=Language.EN)
    key = next(segment.key for segment in article.segments if "Hello" in segment.source)
    written = write_html(article, {key: "नमस्ते <g1>there</g1>"})
    assert written == page.replace("Hello", "नमस्ते").encode("utf-8", "surrogatepass")


def test_a_title_has_no_cdata_section() -> None:
    article = read_html("<title><![CDATA[Port closed]]></title>", language=Language.EN)
    (segment,) = article.segments
    assert segment.source == "<![CDATA[Port closed]]>"
    written = write_html(article, {segment.key: "/title onload=x"})
    assert written == b"<title>/title onload=x</title>"


def test_a_cdata_section_of_a_drawing_is_kept() -> None:
    page = "<svg><title><![CDATA[kept]]>Port closed</title></svg>"
    assert [found.source for found in read_html(page).segments] == ["Port closed"]


def test_tags_out_of_their_relation_are_refused_by_name() -> None:
    article = read_html("<p>a <b>b <i>c</i></b> <u>d</u></p>", language=Language.EN)
    (segment,) = article.segments
    for target in map("".join, itertools.permutations(["<g1>x</g1>", "<g2>y</g2>", "<g3>z</g3>"])):
        with pytest.raises(TranslationRefused) as refused:
            write_html(article, {segment.key: target})
        assert refused.value.key == SegmentKey(None, "a <g1>b <g2>c</g2></g1> <g3>d</g3>")


def _nodes(node: Node, depth: int = 0) -> Iterator[tuple[object, ...]]:
    """A tree of this project: depth, name and attributes of elements, text, comments."""
    for is_text, group in itertools.groupby(node.children, key=lambda child: type(child) is str):
        pieces = list(group)
        if is_text:
            yield depth, "".join(map(str, pieces))
            continue
        for piece in pieces:
            if not isinstance(piece, Node):
                yield depth, type(piece).__name__.lower(), str(piece).partition(" ")[0]
                continue
            attributes = {_name(name): value for name, value in piece.attributes.items()}
            yield depth, piece.namespace, piece.name, attributes
            yield from _nodes(piece, depth + 1)


def _has_html_in_foreign_content(page: str) -> bool:
    """Whether SVG or MathML may hold an element that html5lib takes for HTML's, or one of HTML's.

    What frames replace is in no tree.
    """
    if "<svg" not in page and "<math" not in page:
        return False
    elements = elements_of(parse_tree(page))[1:]
    foreign = [node for node in elements if node.namespace != namespaces["html"]]
    return "<frameset" in page or any(
        node.name not in ("svg", "math") or any(isinstance(child, Node) for child in node.children)
        for node in foreign
    )


def _name(name: str | tuple[str | None, str, str]) -> str:
    return name if isinstance(name, str) else ":".join(part for part in name[:2] if part)


def _dom_nodes(node: Any, depth: int = 0) -> Iterator[tuple[object, ...]]:
    """The same of a tree of the standard library's."""
    for is_text, group in itertools.groupby(
        node.childNodes, key=lambda child: child.nodeType == child.TEXT_NODE
    ):
        pieces = list(group)
        if is_text:
            yield depth, "".join(piece.data for piece in pieces)
            continue
        for piece in pieces:
            if piece.nodeType == piece.COMMENT_NODE:
                yield depth, "comment", piece.data.partition(" ")[0]
            elif piece.nodeType == piece.DOCUMENT_TYPE_NODE:
                yield depth, "doctype", piece.name or ""
            else:
                yield depth, piece.namespaceURI, piece.tagName, dict(piece.attributes.items())
                yield from _dom_nodes(piece, depth + 1)


def _elements(document: Any) -> list[tuple[str, list[str]]]:
    found = document.getElementsByTagName("*")
    return [(element.tagName, sorted(element.attributes.keys())) for element in found]
