"""Attributes stand where the HTML standard's tokenizer finds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.html.attributes import find_attributes
from dualpress.html.offsets import TokenKind, parse


def found(tag: str) -> list[tuple[str, str | None, str]]:
    return [
        (a.name, tag[a.value.start : a.value.end] if a.value else None, a.quote)
        for a in find_attributes(tag)
    ]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("<p>", []),
        ('<p a="1">', [("a", "1", '"')]),
        ("<p a='1' B=2>", [("a", "1", "'"), ("b", "2", "")]),
        ("<p a>", [("a", None, "")]),
        ("<p a = '1'/>", [("a", "1", "'")]),
        ('<p a="">', [("a", "", '"')]),
        ('<p a="1"b="2">', [("a", "1", '"'), ("b", "2", '"')]),
        ("<p a=1 a=2>", [("a", "1", "")]),
        ("<p a=b/c>", [("a", "b/c", "")]),
        ("<p/a/b>", [("a", None, ""), ("b", None, "")]),
        ("<p =a=1>", [("=a", "1", "")]),
        ("<p a=>", [("a", None, "")]),
        ('<p\n title="x > y"\n>', [("title", "x > y", '"')]),
        ("<p a='\"'>", [("a", '"', "'")]),
        ('<p "a">', [('"a"', None, "")]),
        ("<p a=\x0b'1'>", [("a", "\x0b'1'", "")]),
        ("<p\x0ba='1' b='2'>", [("b", "2", "'")]),
    ],
)
def test_finds(tag: str, attributes: list[tuple[str, str | None, str]]) -> None:
    assert found(tag) == attributes


def test_offsets_are_the_page_s() -> None:
    (attribute,) = find_attributes("<p a='1'>", 10)
    assert attribute.span == (13, 18)
    assert attribute.value == (16, 17)


@given(st.text(st.sampled_from("ab=\"' />\n\t\f\x0b"), max_size=20))
def test_agrees_with_the_parser_on_any_start_tag(inside: str) -> None:
    page = parse(f"<div {inside}>")
    token = page.tokens[0]
    if token.kind is TokenKind.START_TAG and token.element is not None:
        names = [attribute.name for attribute in find_attributes(page.raw(token.span))]
        assert names == list(token.element.attrs)
