from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wxr_support import category, item, wxr

from dualpress.errors import DualpressError, ReadError, UsageError
from dualpress.site.wordpress.wxr import Channel, ItemTerm, WxrItem, WxrTerm
from dualpress.site.wordpress.wxr_events import MOST_CHARACTERS
from dualpress.site.wordpress.wxr_read import WxrReader
from dualpress.site.wordpress.xml_text import XmlText, restored


def read(data: bytes | str, folder: Path) -> list[WxrItem]:
    return list(reader(data, folder).items())


def reader(data: bytes | str, folder: Path) -> WxrReader:
    path = folder / "export.xml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return WxrReader(path, frozenset(["wanted"]))


def test_an_item_is_read(tmp_path: Path) -> None:
    terms = (("category", "news", "News &amp; views"),)
    [found] = read(wxr(item(7, "Body", terms=terms, meta={"wanted": "1"})), tmp_path)
    assert (found.id, found.type, found.status) == (7, "post", "publish")
    assert found.values["content:encoded"] == "Body"
    assert found.terms == [ItemTerm("category", "news", "News &amp; views")]
    assert found.fields == {"wanted": "1"}


def test_a_field_that_nobody_wants_is_not_kept(tmp_path: Path) -> None:
    [found] = read(wxr(item(meta={"_edit_last": "1"})), tmp_path)
    assert found.fields == {}


def test_a_site_and_its_terms_are_read(tmp_path: Path) -> None:
    source = reader(wxr(item(), terms=category(3, "news", "News", "all")), tmp_path)
    list(source.items())
    assert source.channel == Channel("https://blog.example", "en-US", "1.2")
    assert source.terms == [WxrTerm(3, "category", "news", "News", "all")]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_is_read(tmp_path: Path, version: str) -> None:
    assert len(read(wxr(item(), version=version), tmp_path)) == 1


def test_a_later_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"version 2\.0"):
        read(wxr(item(), version="2.0"), tmp_path)


def test_a_title_without_cdata_is_read(tmp_path: Path) -> None:
    data = wxr(item()).replace("<title><![CDATA[The river]]></title>", "<title>A &amp; B</title>")
    [found] = read(data, tmp_path)
    assert found.values["title"] == "A & B"


def test_comments_are_not_read(tmp_path: Path) -> None:
    comment = "<wp:comment><wp:comment_content><![CDATA[No]]></wp:comment_content></wp:comment>"
    [found] = read(wxr(item()).replace("</item>", f"{comment}</item>"), tmp_path)
    assert "No" not in "".join(found.values.values())


def test_blank_lines_before_the_file_are_counted_and_read(tmp_path: Path) -> None:
    [found] = read("\ufeff\n\n" + wxr(item()), tmp_path)
    assert found.values["title"] == "The river"
    with pytest.raises(ReadError) as caught:
        read("\n\n" + wxr(item()).replace("</item>", "<"), tmp_path)
    [plain] = [n for n, line in enumerate(wxr(item()).splitlines(), 1) if "</item>" in line]
    assert caught.value.line is not None
    assert plain + 2 <= caught.value.line <= plain + 3


def test_an_undeclared_prefix_of_a_plugin_does_no_harm(tmp_path: Path) -> None:
    data = wxr(item()).replace("<item>", "<media:x/><item><media:y>z</media:y>")
    assert len(read(data, tmp_path)) == 1


# --- every byte of a body ---

BODIES = st.lists(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\r\n\t\x00\x01\x0b\x1f\x7f\ufeff\ufffe\uffff]>&<😀\U0010fffd\U0010f00d")
    | st.sampled_from(["]]>", "\r\n", "<![CDATA[", "<!--", "-->", "\ue000"])
).map("".join)


@given(BODIES)
def test_every_character_of_a_body_comes_back(
    tmp_path_factory: pytest.TempPathFactory, body: str
) -> None:
    folder = tmp_path_factory.getbasetemp()
    [found] = read(wxr(item(body=body, excerpt=body)), folder)
    assert found.values["content:encoded"] == body
    assert found.values["excerpt:encoded"] == body


@given(BODIES, st.integers(1, 12))
def test_a_text_may_be_cut_anywhere(body: str, size: int) -> None:
    text = f"<a>\n<![CDATA[{body.replace(']]>', ']]]]><![CDATA[>')}]]></a>"
    whole, pieces = XmlText(), XmlText()
    cut = [pieces.fit(text[at : at + size]) for at in range(0, len(text), size)]
    assert "".join([*cut, pieces.fit("", is_last=True)]) == whole.fit(text, is_last=True)


@given(BODIES)
def test_a_fitted_text_is_restored(body: str) -> None:
    fitted = XmlText().fit(f"\n<![CDATA[{body}", is_last=True)
    assert restored(fitted) == f"\n<![CDATA[{body}"


def test_a_file_that_a_program_gave_other_line_ends_has_its_own_again(tmp_path: Path) -> None:
    [found] = read(wxr(item(body="One\n\nTwo")).replace("\n", "\r\n"), tmp_path)
    assert found.values["content:encoded"] == "One\n\nTwo"


# --- hostile files ---

ENTITIES = '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">'
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><item><title>x</title></item></channel></rss>'
)


@pytest.mark.parametrize("doctype", [ENTITIES, OUTSIDE, "<!DOCTYPE rss>"])
def test_a_document_type_is_refused(tmp_path: Path, doctype: str) -> None:
    with pytest.raises(UsageError, match="declares a document type"):
        read(wxr(item()).replace("<rss", f"{doctype}<rss", 1), tmp_path)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"PK\x03\x04xx", "zip archive"),
        (b"\x1f\x8bxx", "gzip archive"),
        (b"Dear editor", "plain text"),
        (wxr().encode("utf-16"), "UTF-16"),
        (wxr().encode("utf-16-le"), "UTF-16"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "Atom feed"),
        (FEED.encode(), "RSS feed"),
        (b"<other/>", "begins with <other>"),
    ],
)
def test_what_is_no_export_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read(data, tmp_path)


def test_invalid_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    data = wxr(item(body="caf\u00e9")).encode().replace("\u00e9".encode(), b"\xe9")
    with pytest.raises(ReadError, match="0xE9 is no UTF-8") as caught:
        read(data, tmp_path)
    assert caught.value.line == data[: data.index(b"\xe9")].count(b"\n") + 1


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_that_breaks_off_is_told(tmp_path: Path, share: float) -> None:
    data = wxr(item(body="x" * 1000), item(2))
    with pytest.raises(ReadError, match="breaks off"):
        read(data[: int(len(data) * share)], tmp_path)


@pytest.mark.parametrize("rest", ["</p><p>x</p>", "<p>x</p>", "&nbsp;x", " plain"])
def test_a_text_whose_cdata_ends_early_is_told(tmp_path: Path, rest: str) -> None:
    data = wxr(item(body=f"<p>MARK{rest}")).replace("MARK", "]]>")
    with pytest.raises(ReadError, match="<content:encoded> ends too early") as caught:
        read(data, tmp_path)
    assert caught.value.line == data[: data.index("]]>" + rest)].count("\n") + 1


def test_elements_in_each_other_without_end_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="without end"):
        read(wxr("<a>" * 10_000), tmp_path)


def test_a_text_that_is_too_long_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "export.xml"
    begin, end = wxr(item(body="MARK"), item(2)).split("MARK")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(begin)
        for _ in range(3 * MOST_CHARACTERS // 2**20):
            file.write("x" * 2**20)
        file.write(end)
    tracemalloc.start()
    try:
        first, second = WxrReader(path, frozenset()).items()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (first.oversized, first.values["content:encoded"]) == ({"content:encoded"}, "")
    assert second.values["content:encoded"] == "<p>The river rose.</p>"
    assert peak < 2 * MOST_CHARACTERS


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DualpressError, match="cannot be read"):
        list(WxrReader(tmp_path / "none.xml", frozenset()).items())
