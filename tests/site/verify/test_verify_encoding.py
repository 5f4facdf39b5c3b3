from __future__ import annotations

import codecs
import gzip

import pytest

from dualpress.site.verify.encoding import charset_of, decode_page
from dualpress.site.verify.packed import TooLargeError, unpack

TEXT = "<title>नदी</title>"
META = "<meta charset={}>"


@pytest.mark.parametrize(
    ("data", "served"),
    [
        (TEXT.encode(), "utf-8"),
        ((META.format("utf-8") + TEXT).encode(), ""),
        ((META.format("UTF8") + TEXT).encode(), "UTF-8"),
        ((META.format("utf-16") + TEXT).encode(), ""),
        ((f"<!--{'x' * 2000}-->" + META.format("utf-8") + TEXT).encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), ""),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16le"), ""),
        ((META.format("windows-1252") + "café").encode("latin-1"), ""),
        ((META.format("iso-8859-1") + "café").encode("latin-1"), "windows-1252"),
        (META.format("utf-8").encode() + b"plain", "iso-8859-1"),
        (b"plain", ""),
    ],
)
def test_what_is_declared_and_true_is_no_fault(data: bytes, served: str) -> None:
    assert decode_page(data, served).encoding.fault is None


@pytest.mark.parametrize(
    ("data", "served", "told"),
    [
        (TEXT.encode(), "", "does not declare"),
        ((META.format("windows-1252") + TEXT).encode(), "", "its letters are in utf-8"),
        ((META.format("utf-8") + "\n" + "café").encode("latin-1"), "", "on line 2"),
        ((META.format("utf8mb4") + TEXT).encode(), "", "no encoding that browsers know"),
        ((META.format("utf-8") + TEXT).encode(), "ISO-8859-1", "The server says"),
        (codecs.BOM_UTF8 + TEXT.encode(), "latin1", "The server says"),
        (("<body>" + META.format("utf-8") + TEXT).encode(), "", "does not declare"),
        (("<!--" + META.format("utf-8") + "-->" + TEXT).encode(), "", "does not declare"),
    ],
)
def test_what_contradicts_the_letters_is_a_fault(data: bytes, served: str, told: str) -> None:
    fault = decode_page(data, served).encoding.fault
    assert fault is not None
    assert told in fault


def test_what_is_utf8_is_read_as_that_whatever_it_declares() -> None:
    assert decode_page((META.format("windows-1252") + TEXT).encode()).text.endswith(TEXT)


def test_the_first_declaration_counts_with_its_line() -> None:
    legacy = '<meta http-equiv=Content-Type content="text/html; Charset = windows-1252">'
    declared = decode_page(f"<html>\n{legacy}{META.format('utf-8')}".encode()).encoding.declared
    assert declared == ("windows-1252", 2)


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html", ""),
        ("text/html;charset=utf-8", "utf-8"),
        ('text/html; CHARSET="utf-8"; x=y', "utf-8"),
    ],
)
def test_the_charset_of_a_content_type(content_type: str, charset: str) -> None:
    assert charset_of(content_type) == charset


def test_what_is_packed_in_more_than_one_piece_is_whole() -> None:
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b") + bytes(512), 2) == b"ab"


@pytest.mark.parametrize("largest", [0, 98, 198])
def test_no_more_is_unpacked_than_allowed(largest: int) -> None:
    with pytest.raises(TooLargeError):
        unpack(gzip.compress(bytes(99)) + gzip.compress(bytes(100)), largest)


@pytest.mark.parametrize(
    "data", [b"x", gzip.compress(b"abc", mtime=0)[:-4], gzip.compress(b"abc", mtime=0) + b"x"]
)
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"unpacked"):
        unpack(data, 1000)
