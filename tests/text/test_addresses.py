from __future__ import annotations

import pytest

from dualpress.text.addresses import find_addresses


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
