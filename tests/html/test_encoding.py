"""Pages are decoded as a browser decodes them, and come back byte for byte."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Span
from dualpress.html.encoding import decode, decode_like, encoder, slicer

LATE = "<head><!--" + "x" * 1024 + "-->"
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


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset=koi8-r>",
        "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>",
        "<meta name=a><meta charset=nonsense><meta charset='koi8-r'/>",
    ],
)
def test_a_late_declaration_in_the_head_counts(declaration: str) -> None:
    decoded = decode(f"{LATE}{declaration}<p>Привет".encode("koi8-r"))
    assert decoded.source.encoding == "koi8-r"
    assert decoded.source.text.endswith("Привет")
    assert decoded.contradiction is None


@pytest.mark.parametrize(
    "text",
    [
        "<script>'<meta charset=koi8-r>'</script>",
        "<!-- <meta charset=koi8-r> -->",
        "<p>a<meta charset=koi8-r>",
        "<meta name=charset content=koi8-r>",
    ],
)
def test_what_only_looks_like_a_late_declaration_does_not_count(text: str) -> None:
    assert decode(f"{LATE}{text}".encode() + b"caf\xe9").source.encoding == "windows-1252"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>', "utf-8"),
        ('<META CHARSET="UTF-8">', "utf-8"),
        ('<html prefix="og: https://ogp.me/ns#"><meta charset="utf-8" />', "utf-8"),
        ('<!-- <meta charset="utf-8"> --><meta charset="koi8-r">', "koi8-r"),
        ('<html title="<meta charset=koi8-r>"><meta charset="utf-8">', "utf-8"),
        ('<meta charset="koi8-r"><meta charset="utf-8">', "koi8-r"),
        (f'<meta name="a">{" " * 1020}<meta charset="utf-8">', "utf-8"),
    ],
)
def test_the_first_declaration_counts(head: str, name: str) -> None:
    page = f"{head}<p>Привет".encode(name)
    assert decode(page).source.encoding == name
    assert decode(page).source.text.endswith("Привет")


def test_a_late_declaration_that_the_bytes_contradict_is_told() -> None:
    contradiction = decode(f"{LATE}<meta charset=koi8-r>{HINDI}".encode()).contradiction
    assert contradiction == "the page declares koi8-r, but its bytes are UTF-8"


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


@pytest.mark.parametrize(
    "name", ["utf-8", "windows-1252", "windows-1255", "shift_jis", "gbk", "big5", "euc-kr"]
)
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
    assert encoder("windows-1252")("aक") == b"a&#2325;"
    assert encoder("utf-8")("aक") == "aक".encode()


@given(st.text(st.characters(codec=None, max_codepoint=0x10FFFF)))
def test_bytes_decode_as_those_of_the_text_did(text: str) -> None:
    source = decode(text).source
    assert decode_like(source, source.data[len(source.bom) :]) == source.text


@given(st.binary(max_size=60))
def test_bytes_decode_as_those_of_the_page_did(page: bytes) -> None:
    source = decode(page).source
    assert decode_like(source, page[len(source.bom) :]) == source.text


OPEN_BYTES = b"\x81\x8d\x8f\x90\x9d"


def test_bytes_that_windows_1252_leaves_open_are_controls() -> None:
    decoded = decode(b"<meta charset=latin1>" + OPEN_BYTES)
    assert decoded.source.text.endswith("\x81\x8d\x8f\x90\x9d")
    assert decoded.contradiction is None


def test_bytes_that_windows_1252_leaves_open_are_encoded_as_they_were() -> None:
    source = decode(b"caf\xe9 " + OPEN_BYTES).source
    assert slicer(source)(Span(5, 10)) == OPEN_BYTES
    assert encoder("windows-1252")("\x81é") == b"\x81\xe9"


# The end of https://encoding.spec.whatwg.org/index-windows-1253.txt: D2 and FF are no characters.
def test_what_the_encoding_standard_leaves_open_is_told_and_comes_back() -> None:
    page = b"<meta charset=windows-1253>\x81\xd2\xff\xfe"
    decoded = decode(page)
    assert decoded.contradiction is not None
    assert "0xD2 on line 1" in decoded.contradiction
    assert decoded.source.text.endswith("\x81\udcd2\udcff\u03ce")
    assert slicer(decoded.source)(Span(0, len(decoded.source.text))) == page
