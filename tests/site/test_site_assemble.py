"""What tells of all pages is made for the whole site, but for what is there or known already."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from site_support import (
    BASE,
    EN,
    HI,
    entry,
    site,
    sitemaps,
)

from dualpress.site.assemble import assemble
from dualpress.site.indexes import index_digests
from dualpress.site.model import Site
from dualpress.site.sitemap import SITEMAP
from dualpress.site.told import NOTHING, told_of


def test_the_sitemap_and_the_lists_take_what_is_known_of_an_article_for_granted() -> None:
    found = site(entry(), entry("quay"), base_url=BASE)
    told = {
        one.id: told_of(found, one, {one.path(v): "0" for v in (EN, HI)}) for one in found.articles
    }
    entries = {name: one.sitemap for name, one in told.items()}
    listed = {name: one.listed for name, one in told.items()}
    assert sitemaps(found, entries) == sitemaps(found)
    assert index_digests(found, listed) == index_digests(found)
    assert b"harbour" not in sitemaps(found, {**entries, "harbour": ()})[SITEMAP]
    others = {**listed, "quay": {"en": "0", "hi": listed["quay"]["hi"]}}
    changed = {
        path
        for path, digest in index_digests(found, others).items()
        if digest != index_digests(found)[path]
    }
    assert changed == {PurePosixPath("en/index.html")}


def test_nothing_is_said_of_an_article_that_is_not_published() -> None:
    assert told_of(site(), replace(entry(), versions={}), {}) == NOTHING


def assembled(of: Site, digests: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, bytes]:
    return {path: b"".join(parts) for path, parts in assemble(of, digests)}


def test_what_is_of_no_single_article_is_made_for_the_whole_site() -> None:
    found = site(entry(), base_url=BASE)
    files = assembled(found, {entry().path(v): "0" for v in (EN, HI)})
    assert [str(path) for path in sorted(files)] == [
        "assets/dualpress.css",
        "assets/dualpress.js",
        "en/index.html",
        "hi/index.html",
        "index.html",
        "manifest.json",
        "sitemap.xml",
    ]
    listed = json.loads(files[PurePosixPath("manifest.json")])["pairs"]
    assert [told["versions"]["hi"]["sha256"] for told in listed] == ["0"]


def test_a_list_that_is_there_as_it_is_to_be_is_not_made() -> None:
    digests = dict.fromkeys((*map(entry().path, (EN, HI)), PurePosixPath("hi/index.html")), "0")
    files = assembled(site(entry(), base_url=BASE), digests)
    assert PurePosixPath("en/index.html") in files
    assert PurePosixPath("hi/index.html") not in files


def test_a_language_with_an_address_of_its_own_has_its_own_style_and_script() -> None:
    found = site(base_url=BASE, base_urls={HI: "https://hi.example.org/"})
    names = [str(path) for path in sorted(assembled(found, {})) if "assets" in path.parts]
    assert names == [f"{f}assets/dualpress.{e}" for f in ("", "hi/") for e in ("css", "js")]
