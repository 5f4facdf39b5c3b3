from __future__ import annotations

import pytest

from dualpress.text.addresses import find_addresses, is_address


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("See https://example.com/a.b?c=d#e.", ["https://example.com/a.b?c=d#e"]),
        ("(www.example.org/x_(y))", ["www.example.org/x_(y)"]),
        ("Mail press.desk@example.co.in, now", ["press.desk@example.co.in"]),
        ("mailto:a@b.org और example.com।", ["mailto:a@b.org", "example.com"]),
        ("“https://example.com/हिन्दी”।", ["https://example.com/हिन्दी"]),
        ("https://a.in/b।https://c.in/d", ["https://a.in/b", "https://c.in/d"]),
        ("example.com/a, b", ["example.com/a"]),
        ("Use Node.js 2.5 at U.S.-Pakistan v1.2", []),
        ("वह गया.वह आया.in", []),
        ("Visit Booking.Company", []),
        ("@user and #tag", []),
    ],
)
def test_finds_addresses(text: str, addresses: list[str]) -> None:
    assert [text[start:end] for start, end in find_addresses(text)] == addresses


@pytest.mark.parametrize(
    "text", ["WWW.EXAMPLE.ORG", "Http://a", "www.(b)", "a@b.In", "Go.IN/", "x.uk"]
)
def test_an_address_is_one_in_any_case(text: str) -> None:
    assert find_addresses(text)


@pytest.mark.parametrize(
    "word",
    [
        "https://example.org/a|b",
        "www.example.org",
        "press@example.co.in",
        "mailto:a@b.org",
        "A@B.C",
    ],
)
def test_a_word_may_be_an_address(word: str) -> None:
    assert is_address(word)


@pytest.mark.parametrize(
    "word", ["example.org", "Scroll.in", "@user", "a@b", "https://", "U.S.", ""]
)
def test_a_word_is_no_address(word: str) -> None:
    assert not is_address(word)
