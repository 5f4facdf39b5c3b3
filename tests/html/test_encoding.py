"""Pages are decoded as a browser decodes them, and come back byte for byte."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Span
from dualpress.html.encoding import decode, encode_replacement, slicer

HINDI = "नमस्ते — “हाँ”"


def test_utf8_is_recognised_without_a_declaration() -> None:
    assert decode(HINDI.encode()).source.encoding == "utf-8"
    assert decode(HINDI.encode()).source.text == HINDI


@pytest.mark.parametrize(
    ("bom", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    ],
)
def test_a_byte_order_mark_wins(bom: bytes, codec: str, name: str) -> None:
    page = bom + f"<meta charset=latin1>{HINDI}".encode(codec)
    source = decode(page).source
    assert (source.encoding, source.bom) == (name, bom)
    assert source.text.endswith(HINDI)


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="iso-8859-1">',
        "<META CHARSET=latin1>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">',
    ],
)
def test_latin_1_means_windows_1252(declaration: str) -> None:
    source = decode(f"{declaration}caf\xe9 \u201cx\u201d".encode("cp1252")).source
    assert source.encoding == "windows-1252"
    assert source.text.endswith("café “x”")


def test_undeclared_bytes_that_are_no_utf8_are_windows_1252() -> None:
    assert decode(b"caf\xe9").source.text == "café"


def test_a_declared_utf16_that_is_none_is_utf8() -> None:
    assert decode(b'<meta charset="utf-16">a').source.encoding == "utf-8"


@pytest.mark.parametrize("name", ["hz-gb-2312", "iso-2022-kr", "replacement"])
def test_what_browsers_refuse_to_read_is_told(name: str) -> None:
    decoded = decode(f"<meta charset={name}>{HINDI}".encode())
    assert decoded.source.text.endswith(HINDI)
    assert decoded.contradiction == "the page declares an encoding that browsers refuse to read"


def test_x_user_defined_means_windows_1252() -> None:
    assert decode(b"<meta charset=x-user-defined>caf\xe9").source.text.endswith("café")


def test_a_contradiction_is_told_with_line_and_byte() -> None:
    contradiction = decode(b'<meta charset="utf-8">\n\ncaf\xe9').contradiction
    assert contradiction is not None
    assert "0xE9 on line 3" in contradiction


def test_utf8_bytes_declared_as_latin_1_are_told() -> None:
    contradiction = decode(f'<meta charset="latin1">{HINDI}'.encode()).contradiction
    assert contradiction == "the page declares windows-1252, but its bytes are UTF-8"


def test_no_contradiction_where_there_is_none() -> None:
    assert decode(f'<meta charset="utf-8">{HINDI}'.encode()).contradiction is None
    assert decode(b'<meta charset="latin1">plain').contradiction is None


@pytest.mark.parametrize("name", ["utf-8", "windows-1252", "shift_jis", "gbk", "big5", "euc-kr"])
@given(body=st.binary(max_size=60))
def test_slices_give_the_bytes_back(name: str, body: bytes) -> None:
    page = f"<meta charset={name}>".encode() + body
    source = decode(page).source
    cut = slicer(source)
    middle = len(source.text) // 2
    assert cut(Span(0, middle)) + cut(Span(middle, len(source.text))) == page


@given(st.text(st.characters(codec=None, max_codepoint=0x10FFFF)))
def test_text_gives_its_bytes_back(text: str) -> None:
    source = decode(text).source
    assert source.bom + slicer(source)(Span(0, len(source.text))) == source.data


def test_what_an_encoding_lacks_becomes_a_reference() -> None:
    assert encode_replacement("aक", "windows-1252") == b"a&#2325;"
    assert encode_replacement("aक", "utf-8") == "aक".encode()
