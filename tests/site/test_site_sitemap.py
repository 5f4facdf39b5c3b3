"""The sitemap: every version of what is published, in files of a size that may be."""

import datetime
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from site_support import (
    BASE,
    NAMESPACES,
    entry,
    many,
    site,
    sitemaps,
    urls,
)

from dualpress.site import sitemap
from dualpress.site.sitemap import SITEMAP, fits


def test_the_sitemap_lists_every_version_with_itself_and_the_others() -> None:
    pair = {
        "en": f"{BASE}en/harbour/",
        "hi": f"{BASE}hi/harbour/",
        "x-default": f"{BASE}en/harbour/",
    }
    lists = {"en": f"{BASE}en/", "hi": f"{BASE}hi/", "x-default": BASE}
    assert urls(site(entry(), base_url=BASE)) == {
        BASE: lists,
        f"{BASE}en/": lists,
        f"{BASE}hi/": lists,
        f"{BASE}en/harbour/": pair,
        f"{BASE}hi/harbour/": pair,
    }


def test_the_sitemap_leaves_out_what_is_not_to_be_listed() -> None:
    found = urls(site(entry(indexable=False), base_url=BASE))
    assert f"{BASE}hi/harbour/" not in found
    assert found[f"{BASE}en/harbour/"] == {}


def test_the_sitemap_escapes_addresses() -> None:
    found = urls(site(entry(), base_url="https://example.org/a&b/"))
    assert "https://example.org/a&b/en/harbour/" in found


def test_the_sitemap_tells_when_a_page_changed() -> None:
    found = sitemaps(site(entry(modified=datetime.date(2025, 4, 17)), base_url=BASE))[SITEMAP]
    assert found.count(b"<lastmod>") == 1
    page = f"<loc>{BASE}hi/harbour/</loc>\n<lastmod>2025-04-17</lastmod>"
    assert page.encode() in found


@pytest.mark.parametrize(("limit", "room"), [("MOST_URLS", -1), ("MOST_BYTES", -1), ("", 0)])
def test_a_sitemap_fits_where_it_need_not_be_cut(
    limit: str, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = sitemaps(many(2, base_url=BASE))[SITEMAP]
    sizes = {"MOST_URLS": data.count(b"<url>"), "MOST_BYTES": len(data)}
    for name, size in sizes.items():
        monkeypatch.setattr(sitemap, name, size + (room if name == limit else 0))
    assert fits(data) is (room == 0)


@pytest.mark.parametrize("limits", [{"most_urls": 3}, {"most_bytes": 1300}])
def test_a_sitemap_that_would_be_too_large_is_cut(limits: dict[str, Any]) -> None:
    found = sitemaps(site(entry(), base_url=BASE), **limits)
    index = ElementTree.fromstring(found.pop(SITEMAP))  # noqa: S314 (our own)
    listed = [loc.text for loc in index.findall("s:sitemap/s:loc", NAMESPACES)]
    assert listed == [f"{BASE}{path}" for path in found]
    assert len(found) > 1
    pages = [loc for xml in found.values() for loc in re.findall(rb"<loc>(.*)</loc>", xml)]
    assert len(pages) == len(set(pages)) == 5
    for xml in found.values():
        assert xml.count(b"<url>") <= limits.get("most_urls", 5)
        assert len(xml) <= limits.get("most_bytes", len(xml))
        ElementTree.fromstring(xml)  # noqa: S314 (our own)


def test_originals_that_the_site_keeps_are_in_the_sitemap_with_their_versions() -> None:
    found = urls(site(entry(), base_url=BASE, only_translations=True))
    assert set(found) == {f"{BASE}hi/", f"{BASE}en/harbour/", f"{BASE}hi/harbour/"}
    assert found[f"{BASE}en/harbour/"]["hi"] == f"{BASE}hi/harbour/"


def test_without_the_address_of_the_site_there_is_no_sitemap() -> None:
    assert sitemaps(site(entry())) == {}
