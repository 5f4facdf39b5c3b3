"""Every token knows where it stands, and together they tile the source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Span
from dualpress.html.offsets import Token, TokenKind, parse
from dualpress.spool import Spool

MARKS = """
<b> </b> <p> </> <!-- --> &amp &#10; <br <title> </title> <script> </script> <svg> <![CDATA[ ]]>
<textarea> <plaintext> <template> <table> <tr> क
""".split()
MARKUP = st.lists(
    st.sampled_from([*"<>/!-=\"'& ;\r\n\0[]a", *MARKS, "\r\n", "\U0001f600", "\ud800"]),
    max_size=40,
).map("".join)


def kinds(text: str) -> list[tuple[TokenKind, str]]:
    page = parse(text)
    return [(token.kind, page.raw(token.span)) for token in page.tokens]


def assert_tiles(text: str) -> None:
    position = 0
    for token in parse(text).tokens:
        assert token.span.start == position, token
        position = token.span.end
    assert position == len(text)


def test_tokens_tile_every_html5lib_document(html5lib_documents: list[str]) -> None:
    assert len(html5lib_documents) > 1700
    for document in html5lib_documents:
        assert_tiles(document)
        assert_tiles(document.replace("\n", "\r\n"))


@given(MARKUP)
def test_tokens_tile_any_text(text: str) -> None:
    assert_tiles(text)


@given(MARKUP)
def test_text_tokens_hold_what_stands_in_the_source(text: str) -> None:
    page = parse(text)
    for token in page.tokens:
        raw = page.raw(token.span)
        if token.kind is TokenKind.TEXT and not raw.startswith(("&", "<![CDATA[")):
            shown = raw.replace("\r\n", "\n").replace("\r", "\n")
            assert shown.replace("\0", "\ufffd") == token.data.replace("\0", "\ufffd")


@given(MARKUP)
def test_a_tag_token_is_a_tag(text: str) -> None:
    page = parse(text)
    for token in page.tokens:
        raw = page.raw(token.span)
        if token.kind is TokenKind.START_TAG:
            assert raw.startswith("<" + raw[1 : 1 + len(token.name)])
            assert raw.endswith(">")
        elif token.kind is TokenKind.END_TAG:
            assert raw.startswith("</")
            assert raw.endswith(">")


def test_a_tag_in_a_title_is_text() -> None:
    title = kinds("<title>a<b></title>")[1:-1]
    assert {kind for kind, _ in title} == {TokenKind.TEXT}
    assert "".join(raw for _, raw in title) == "a<b>"


def test_what_the_tokenizer_drops_is_a_gap() -> None:
    assert kinds("a</>b") == [
        (TokenKind.TEXT, "a"),
        (TokenKind.GAP, "</>"),
        (TokenKind.TEXT, "b"),
    ]
    assert kinds("a<b c") == [(TokenKind.TEXT, "a"), (TokenKind.GAP, "<b c")]


def test_crlf_counts_as_two_characters_of_the_source() -> None:
    page = parse("<p>a\r\nb\r\r\nc</p>\r\n<i>")
    assert [page.raw(token.span) for token in page.tokens][-1] == "<i>"
    assert page.line(page.tokens[-1].span.start) == 5


def test_a_reference_is_a_token_of_its_own() -> None:
    page = parse("a&amp;b&#x915;&notanentity")
    assert [token.data for token in page.tokens] == ["a", "&", "b", "क", "¬", "anentity"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("&#" + "9" * 5000 + ";a", ["\ufffd", "a"]),
        ("&#" + "9" * 5000 + "a", ["\ufffd", "a"]),
        ("&#" + "9" * 5000, ["\ufffd"]),
    ],
)
def test_a_reference_may_have_any_number_of_digits(text: str, data: list[str]) -> None:
    assert [token.data for token in parse(text).tokens] == data
    assert_tiles(text)


def test_cdata_is_one_token_with_its_marks() -> None:
    page = parse("<svg><![CDATA[a<b>]]></svg>")
    assert page.raw(page.tokens[1].span) == "<![CDATA[a<b>]]>"
    assert page.tokens[1].data == "a<b>"


def test_start_tags_know_their_elements() -> None:
    page = parse("<table><tr><td>x</table><b>1<p>2</b>3")
    for name in ("table", "tr", "td", "b", "p"):
        token = next(t for t in page.tokens if t.name == name and t.kind is TokenKind.START_TAG)
        assert token.element is not None
        assert token.element.name == name
        assert page.start_tags[id(token.element)] is token


def test_text_knows_the_element_it_stands_in() -> None:
    page = parse("<p>a<b>b</b></p><div>c</div>")
    found = {t.data: t.element.name for t in texts(page.tokens) if t.element is not None}
    assert found == {"a": "p", "b": "b", "c": "div"}


@pytest.mark.parametrize("start", [0, 2])
@pytest.mark.parametrize("text", ["- <p>One", "--" + "<div>" * 1000 + "<p>One"])
def test_a_page_that_was_put_away_is_the_same(text: str, start: int, tmp_path: Path) -> None:
    page = parse(text, start)
    page.text_attributes = frozenset({"data-x"})
    assert page.start_tags[id(page.soup.p)].name == "p"
    with Spool(tmp_path, most=0) as spool:
        again = spool.put(page, 1)()
    assert_tiles(again.text)
    assert [token.span for token in again.tokens] == [token.span for token in page.tokens]
    assert again.start_tags[id(again.soup.p)].name == "p"
    assert (again.text, again.text_attributes) == (text, page.text_attributes)


def test_a_page_may_stand_behind_something_else() -> None:
    page = parse("--<p>One", 2)
    kinds_and_spans = [(token.kind, token.span) for token in page.tokens]
    assert kinds_and_spans == [
        (TokenKind.GAP, Span(0, 2)),
        (TokenKind.START_TAG, Span(2, 5)),
        (TokenKind.TEXT, Span(5, 8)),
    ]


def texts(tokens: list[Token]) -> Iterator[Token]:
    return (token for token in tokens if token.kind is TokenKind.TEXT)


def test_lines_count_every_kind_of_line_end() -> None:
    page = parse("1\n2\r\n3\r4")
    assert [page.line(offset) for offset in range(len(page.text))] == [1, 1, 2, 2, 2, 3, 3, 4]
    assert page.raw(Span(2, 3)) == "2"
