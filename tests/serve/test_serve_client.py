from __future__ import annotations

import html5lib
import pytest

from dualpress.serve.client import ASSETS, Client, asset, missing_page

CLIENT = Client("http://127.0.0.1:8000", "c0ffee", {"https://x/?a&b": "/"}, preview=False)
SCRIPT = (
    '<script defer src="http://127.0.0.1:8000/__dualpress/client.js" '
    'data-content="c0ffee" data-click="alt" '
    'data-addresses="{&quot;https://x/?a&amp;b&quot;: &quot;/&quot;}"></script>'
)


def test_the_script_stands_behind_the_page_as_it_is() -> None:
    page = b"<!DOCTYPE html>\r\n<p>caf\xe9 \xff</html>\n"
    assert CLIENT.add_to(page) == page + SCRIPT.encode()


@pytest.mark.parametrize(
    ("encoding", "bom"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]
)
def test_a_page_in_utf_16_gets_it_in_utf_16(encoding: str, bom: bytes) -> None:
    page = bom + "<p>नदी".encode(encoding)
    assert CLIENT.add_to(page).decode("utf-16") == f"<p>नदी{SCRIPT}"


def test_the_preview_asks_for_a_plain_click() -> None:
    assert b'data-click="plain"' in Client("http://x", "c", {}, preview=True).add_to(b"")


def test_nothing_of_a_request_becomes_markup() -> None:
    page = missing_page('/<script>"&', '/"<b>/').decode()
    assert "<code>/&lt;script&gt;&quot;&amp;</code>" in page
    assert '<a href="/&quot;&lt;b&gt;/">' in page


def test_the_missing_page_is_sound() -> None:
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(missing_page("/x", "/").decode())


@pytest.mark.parametrize("name", ASSETS)
def test_the_assets_are_ascii(name: str) -> None:
    assert asset(name).isascii()


def test_the_script_makes_nothing_that_a_strict_policy_refuses() -> None:
    script = asset("client.js").decode()
    refused = ("innerHTML", "insertAdjacentHTML", "document.write", "eval(", ".style", "cssText")
    assert not [word for word in refused if word in script]
