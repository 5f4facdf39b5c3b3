"""The file that WordPress imports: read again, it gives what was written."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.site.wordpress.wxr_read import WxrReader
from dualpress.site.wordpress.wxr_text import cdata, is_xml
from dualpress.site.wordpress.wxr_write import WxrChannel, WxrPost, WxrTerm, write_wxr

CHANNEL = WxrChannel("The Desk & Co.", "https://blog.example", "en")
POST = WxrPost(
    id=12,
    type="post",
    status="draft",
    title="R &amp; D",
    slug="r-d",
    link="https://blog.example/?p=12&x=1",
    guid="https://blog.example/?p=12",
    author="asha",
    date="2026-11-20 10:00:00",
    date_gmt="2026-11-20 04:30:00",
    body="<p>Text</p>",
)
NAMES = {
    "wp": "http://wordpress.org/export/1.2/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "dc": "http://purl.org/dc/elements/1.1/",
}

# Each may break a file: they are to occur often.
_PIECES = [
    "]]>",
    "]]",
    "<![CDATA[",
    "&#13;",
    *"><&\r\n\t \x00\x08\x0b\x1f\x7f\x85\ufffe\ue000\U0010fffdह",
]
bodies = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.characters(exclude_categories=["Cs"]))
).map("".join)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all examples of a law."""
    return tmp_path_factory.mktemp("wxr")


def parsed(*posts: WxrPost, terms: tuple[WxrTerm, ...] = ()) -> ET.Element:
    data = write_wxr(CHANNEL, ["asha"], terms, posts)
    channel = ET.fromstring(data).find("channel")  # noqa: S314 - what was just written
    assert channel is not None
    return channel


@given(bodies)
def test_a_text_that_xml_can_hold_comes_back_from_a_parser(text: str) -> None:
    kept = "".join(character for character in text if is_xml(character))
    read = ET.fromstring(f"<a>{cdata(text)}</a>")  # noqa: S314 - what was just written
    assert (read.text or "") == kept


@given(text=bodies)
def test_any_body_comes_back_through_an_import(text: str, folder: Path) -> None:
    file = folder / "law.xml"
    file.write_bytes(write_wxr(CHANNEL, [], [], [replace(POST, body=text, excerpt=text)]))
    (item,) = WxrReader(file, frozenset()).items()
    assert item.values["content:encoded"] == text
    assert item.values["excerpt:encoded"] == text


def test_the_importer_finds_what_it_looks_for() -> None:
    channel = parsed(POST)
    item = channel.find("item")
    assert item is not None
    assert channel.findtext("wp:wxr_version", namespaces=NAMES) == "1.2"
    assert channel.findtext("title") == "The Desk & Co."
    assert channel.findtext("wp:author/wp:author_login", namespaces=NAMES) == "asha"
    told = {
        "title": "R &amp; D",
        "link": "https://blog.example/?p=12&x=1",
        "pubDate": "Fri, 20 Nov 2026 04:30:00 +0000",
        "dc:creator": "asha",
        "content:encoded": "<p>Text</p>",
        "wp:post_id": "12",
        "wp:post_date": "2026-11-20 10:00:00",
        "wp:post_name": "r-d",
        "wp:status": "draft",
        "wp:post_type": "post",
    }
    assert {name: item.findtext(name, namespaces=NAMES) for name in told} == told


def test_a_post_without_a_time_has_no_publication_date() -> None:
    item = parsed(replace(POST, date_gmt="0000-00-00 00:00:00")).find("item")
    assert item is not None
    assert item.findtext("pubDate") == ""


def test_categories_come_before_tags_and_those_before_others() -> None:
    terms = (
        WxrTerm(1, "language", "hi", "हिन्दी", description='a:1:{s:2:"en";i:1;}'),
        WxrTerm(2, "post_tag", "navy", "नौसेना"),
        WxrTerm(3, "category", "ports", "बंदरगाह", parent="sea", meta=(("k", "v"),)),
    )
    names = [element.tag.rpartition("}")[2] for element in parsed(terms=terms)]
    assert names[-3:] == ["category", "tag", "term"]


def test_a_term_tells_what_plugins_keep_of_it() -> None:
    term = WxrTerm(3, "category", "ports", "R &amp; D", parent="sea", meta=(("k", "v"),))
    (element,) = parsed(terms=(term,)).findall("wp:category", NAMES)
    told = {"category_nicename": "ports", "category_parent": "sea", "cat_name": "R &amp; D"}
    assert {name: element.findtext(f"wp:{name}", namespaces=NAMES) for name in told} == told
    assert element.findtext("wp:termmeta/wp:meta_value", namespaces=NAMES) == "v"


def test_what_xml_cannot_hold_stands_as_wordpress_writes_it() -> None:
    data = write_wxr(CHANNEL, [], [], [replace(POST, body="a\x0b\r\nb")])
    assert b"<![CDATA[a\x0b\r\nb]]>" in data


def test_the_same_posts_give_the_same_bytes() -> None:
    assert write_wxr(CHANNEL, ["a"], [], [POST]) == write_wxr(CHANNEL, ["a"], [], [POST])


@pytest.mark.parametrize("text", ["", "नदी", "a\tb\r\n", "🙂", "\ufffd"])
def test_xml_can_hold_text(text: str) -> None:
    assert is_xml(text)


@pytest.mark.parametrize("text", ["\x00", "a\x0b", "\ufffe", "\ud800"])
def test_xml_cannot_hold_what_is_no_text(text: str) -> None:
    assert not is_xml(text)
