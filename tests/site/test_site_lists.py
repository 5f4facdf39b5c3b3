"""The lists of articles, the sitemap and the manifest: what tells of all pages."""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_support import BASE, EN, HI, entry, sitemaps, soup

from dualpress.article import Status
from dualpress.html.offsets import Page, parse
from dualpress.site import indexes, pages, sitemap
from dualpress.site.assemble import assemble
from dualpress.site.indexes import index_digests, list_page, listed_digests
from dualpress.site.manifest import manifest, manifest_schema, pair_text
from dualpress.site.model import Decorations, Site, SiteArticle, SiteSettings, Version
from dualpress.site.sitemap import SITEMAP, fits
from dualpress.site.told import NOTHING, told_of

NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def site(*articles: SiteArticle, **settings: Any) -> Site:
    return Site(SiteSettings(**settings), articles)


def index_pages(found: Site) -> dict[PurePosixPath, bytes]:
    """All lists, by their paths."""
    return dict(indexes.index_pages(found))


def dated(article_id: str, day: int | None) -> SiteArticle:
    date = datetime.date(2025, 4, day) if day else None
    return replace(entry(article_id), date=date)


def listed(found: Site, path: str = "en/index.html") -> list[str]:
    page = soup(index_pages(found)[PurePosixPath(path)])
    return [str(link["href"]) for link in page.select(".dp-list a")]


def test_a_list_begins_with_the_newest_article() -> None:
    found = site(dated("b", 1), dated("d", None), dated("c", 17), dated("a", 1))
    assert listed(found) == [f"{name}/index.html" for name in "cabd"]


@given(
    titles=st.lists(st.text(max_size=12) | st.sampled_from(["</ul>", "<!--apart-->"]), max_size=4),
    name=st.sampled_from(["", "<!--apart-->", '<ul class="dp-list">']),
    base=st.sampled_from([None, BASE]),
)
def test_a_list_is_what_it_were_if_its_items_were_parsed_too(
    titles: list[str], name: str, base: str | None
) -> None:
    articles = [dated(f"a{number}", number % 2) for number in range(len(titles))]
    named = [
        replace(one, versions={EN: replace(one.versions[EN], title=title, description=title)})
        for one, title in zip(articles, titles, strict=True)
    ]
    found = site(*named, base_url=base, names={EN: name})
    apart = index_pages(found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexes, "_is_our_own", lambda _: False)
        assert index_pages(found) == apart


def test_the_items_of_a_list_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def note(markup: str) -> Page:
        parsed.append(markup)
        return parse(markup)

    monkeypatch.setattr(pages, "parse", note)
    index_pages(site(*(dated(f"article-{number}", None) for number in range(9))))
    assert "Articles" in "".join(parsed)
    assert "article-" not in "".join(parsed)


def test_a_switcher_may_stand_in_the_place_of_an_item() -> None:
    found = site(dated("a", None), dated("b", None), switcher_selector=".dp-list li")
    assert "dp-switch" in str(soup(index_pages(found)[PurePosixPath("en/index.html")]).ul)


def many(count: int, **settings: Any) -> Site:
    return site(*(dated(f"a{number}", 30 - number) for number in range(count)), **settings)


def test_a_list_has_pages_the_newest_articles_on_the_first() -> None:
    found = many(5, paginate=2)
    assert listed(found) == ["a0/index.html", "a1/index.html"]
    assert listed(found, "en/page/2/index.html") == ["../../a2/index.html", "../../a3/index.html"]
    assert listed(found, "en/page/3/index.html") == ["../../a4/index.html"]
    assert PurePosixPath("en/page/4/index.html") not in index_pages(found)


@given(
    days=st.lists(st.none() | st.integers(1, 3), min_size=1, max_size=7),
    languages=st.sets(st.integers(0, 6)),
    settings=st.sampled_from(
        [
            {},
            {"paginate": 2},
            {"paginate": 2, "base_urls": {HI: "https://hi.example.org/"}},
            {"paginate": 3, "only_translations": True},
        ]
    ),
)
def test_a_page_of_a_list_is_made_of_what_it_shows_and_the_order_of_all(
    days: list[int | None], languages: set[int], settings: dict[str, Any]
) -> None:
    articles = [dated(f"a{number}", day) for number, day in enumerate(days)]
    articles = [
        replace(one, versions={EN: one.versions[EN]}) if number in languages else one
        for number, one in enumerate(articles)
    ]
    found = site(*articles, base_url=BASE, **settings)
    made, digests = index_pages(found), index_digests(found)
    for language, count in found.list_pages.items():
        for number in range(1, count + 1):
            names = found.listed(language, number)
            shown = tuple(one for one in articles if one.id in names)
            part = Site(found.settings, shown, found.lists)
            page = list_page(part, language, number, {})
            assert page == (page.path, digests[page.path], made[page.path])
            assert {part.list_page_of(language, name) for name in names} == {number}


def test_what_no_list_shows_is_on_no_page() -> None:
    with pytest.raises(LookupError):
        many(3, paginate=2).list_page_of(EN, "other")


@pytest.mark.parametrize("settings", [{}, {"paginate": 5}])
def test_a_list_may_stand_on_one_page(settings: dict[str, Any]) -> None:
    found = many(5, **settings)
    assert len(index_pages(found)) == 3
    assert b"dp-pager" not in index_pages(found)[PurePosixPath("en/index.html")]


@pytest.mark.parametrize(
    ("path", "text", "links"),
    [
        ("en/index.html", "Page 1 of 3 Older articles", {"next": "page/2/index.html"}),
        (
            "en/page/2/index.html",
            "Newer articles Page 2 of 3 Older articles",
            {"prev": "../../index.html", "next": "../3/index.html"},
        ),
        ("hi/page/3/index.html", "नए लेख पृष्ठ 3 (कुल 3)", {"prev": "../2/index.html"}),
    ],
)
def test_the_pages_of_a_list_lead_to_each_other(
    path: str, text: str, links: dict[str, str]
) -> None:
    page = soup(index_pages(many(5, paginate=2))[PurePosixPath(path)])
    assert [" ".join(one.get_text().split()) for one in page.select(".dp-pager")] == [text]
    assert {link["rel"][0]: link["href"] for link in page.select(".dp-pager a")} == links


def test_the_first_page_alone_has_the_title_of_the_list() -> None:
    pages = index_pages(many(3, paginate=2, names={HI: "चौकी"}))
    titles = {str(path): soup(page).select("title")[0].get_text() for path, page in pages.items()}
    assert titles["hi/index.html"] == "चौकी"
    assert titles["hi/page/2/index.html"] == "चौकी – पृष्ठ 2"


def longer() -> Site:
    """A list of two pages in English, and of one in Hindi."""
    alone = replace(entry("b", languages=(EN,)), date=datetime.date(2024, 1, 1))
    return site(dated("a", 1), alone, paginate=1, base_url=BASE)


def test_a_page_without_a_counterpart_leads_to_the_nearest_and_has_no_alternate() -> None:
    page = soup(index_pages(longer())[PurePosixPath("en/page/2/index.html")])
    assert [a["href"] for a in page.select(".dp-switch a")] == [
        "index.html",
        "../../../hi/index.html",
    ]
    assert not page.find_all("link", rel="alternate")


def test_pages_with_a_counterpart_are_pairs() -> None:
    page = soup(
        index_pages(many(2, paginate=1, base_url=BASE))[PurePosixPath("hi/page/2/index.html")]
    )
    alternates = {
        str(link["hreflang"]): str(link["href"]) for link in page.find_all("link", rel="alternate")
    }
    assert alternates == {
        "en": f"{BASE}en/page/2/",
        "hi": f"{BASE}hi/page/2/",
        "x-default": f"{BASE}en/page/2/",
    }


def test_pages_of_one_number_that_list_other_articles_are_no_pair() -> None:
    alone = replace(entry("b", languages=(EN,)), date=datetime.date(2025, 4, 2))
    found = site(dated("a", 3), alone, dated("c", 1), paginate=1, base_url=BASE)
    page = soup(index_pages(found)[PurePosixPath("hi/page/2/index.html")])
    assert [a["href"] for a in page.select(".dp-switch a")] == [
        "../../../en/page/2/index.html",
        "index.html",
    ]
    assert not page.find_all("link", rel="alternate")


def test_the_sitemap_has_all_pages_of_the_lists() -> None:
    found = urls(longer())
    assert {url.removeprefix(BASE) for url in found} >= {"", "en/", "en/page/2/", "hi/"}


def test_a_page_of_a_list_changes_with_its_own_articles_and_the_number_of_pages() -> None:
    found = many(3, paginate=1)
    before = index_digests(found)
    first, *others = found.articles
    renamed = replace(
        first, versions={EN: replace(first.versions[EN], title="x"), HI: first.versions[HI]}
    )
    assert changed(before, index_digests(replace(found, articles=(renamed, *others)))) == {
        "en/index.html"
    }
    fewer = changed(before, index_digests(replace(found, articles=(first, others[0]))))
    assert fewer >= {"en/index.html", "en/page/2/index.html", "hi/page/2/index.html"}


def test_a_page_of_a_list_changes_when_it_loses_its_pair() -> None:
    found = many(3, paginate=1)
    before = index_digests(found)
    first, second, third = found.articles
    alone = replace(second, versions={EN: second.versions[EN]})
    after = index_digests(replace(found, articles=(first, alone, third)))
    assert "en/page/2/index.html" in changed(before, after)


def changed(before: dict[PurePosixPath, str], after: dict[PurePosixPath, str]) -> set[str]:
    return {str(path) for path, digest in after.items() if before.get(path) != digest}


def test_a_list_holds_what_is_published_in_its_language() -> None:
    found = site(entry("a"), entry("2024/b", languages=(EN,)), entry("c", languages=()))
    assert set(listed(found)) == {"a/index.html", "2024/b/index.html"}
    assert listed(found, "hi/index.html") == ["a/index.html"]


def test_an_article_without_a_title_is_called_by_its_id() -> None:
    untitled = entry("a")
    untitled = replace(untitled, versions={EN: replace(untitled.versions[EN], title="")})
    page = soup(index_pages(site(untitled))[PurePosixPath("en/index.html")])
    assert [link.get_text() for link in page.select(".dp-list a")] == ["a"]


def test_there_are_lists_only_in_languages_that_have_articles() -> None:
    found = index_pages(site(entry(languages=(EN,))))
    assert [str(path) for path in found] == ["index.html", "en/index.html"]


def test_without_articles_there_are_no_lists() -> None:
    assert index_pages(site()) == {}


def test_the_lists_are_a_pair() -> None:
    page = soup(index_pages(site(entry(), base_url=BASE))[PurePosixPath("hi/index.html")])
    alternates = {
        str(link["hreflang"]): str(link["href"]) for link in page.find_all("link", rel="alternate")
    }
    assert alternates == {"en": f"{BASE}en/", "hi": f"{BASE}hi/", "x-default": BASE}
    assert [a["href"] for a in page.select(".dp-switch a")] == ["../en/index.html", "index.html"]


def test_the_choice_of_languages_has_no_switcher() -> None:
    page = index_pages(site(entry()))[PurePosixPath("index.html")]
    assert b"dp-switch" not in page
    assert b'href="assets/dualpress.css"' in page


def test_lists_without_decorations_are_plain() -> None:
    page = index_pages(site(entry(), decorations=Decorations.none()))[
        PurePosixPath("en/index.html")
    ]
    assert b"dp-switch" not in page


def urls(found: Site) -> dict[str, dict[str, str]]:
    """The alternates of each address of the sitemap."""
    root = ElementTree.fromstring(sitemaps(found)[SITEMAP])  # noqa: S314 (our own)
    return {
        url.findtext("s:loc", "", NAMESPACES): {
            link.attrib["hreflang"]: link.attrib["href"]
            for link in url.findall("x:link", NAMESPACES)
        }
        for url in root.findall("s:url", NAMESPACES)
    }


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


@pytest.mark.parametrize("change", [{"title": "Another"}, {"description": "Other"}])
def test_a_list_is_another_where_it_shows_something_else(change: dict[str, Any]) -> None:
    one = entry()
    other = replace(one, versions={**one.versions, HI: replace(one.versions[HI], **change)})
    before, after = listed_digests(site(one), one), listed_digests(site(other), other)
    assert (before["en"] == after["en"], before["hi"] == after["hi"]) == (True, False)


def test_nothing_is_said_of_an_article_that_is_not_published() -> None:
    assert told_of(site(), replace(entry(), versions={}), {}) == NOTHING


def test_originals_that_the_site_keeps_are_in_the_sitemap_with_their_versions() -> None:
    found = urls(site(entry(), base_url=BASE, only_translations=True))
    assert set(found) == {f"{BASE}hi/", f"{BASE}en/harbour/", f"{BASE}hi/harbour/"}
    assert found[f"{BASE}en/harbour/"]["hi"] == f"{BASE}hi/harbour/"


def test_without_the_address_of_the_site_there_is_no_sitemap() -> None:
    assert sitemaps(site(entry())) == {}


def written(found: Site) -> Any:
    pages = {a.path(v): f"{a.id} {v}".encode() for a in found.articles for v in a.versions}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}
    return json.loads(b"".join(manifest(found, digests)))


def test_the_manifest_tells_what_is_a_pair() -> None:
    article = replace(
        entry(counts={Status.REVIEWED: 3, Status.DRAFT: 0}), date=datetime.date(2025, 4, 17)
    )
    pair = {
        "en": f"{BASE}en/harbour/",
        "hi": f"{BASE}hi/harbour/",
        "x-default": f"{BASE}en/harbour/",
    }
    assert written(site(article, base_url=BASE)) == {
        "schema": 2,
        "base_url": BASE,
        "pairs": [
            {
                "id": "harbour",
                "source_language": "en",
                "date": "2025-04-17",
                "versions": {
                    "en": {
                        "path": "en/harbour/index.html",
                        "url": f"{BASE}en/harbour/",
                        "alternates": pair,
                        "title": "harbour en",
                        "sha256": hashlib.sha256(b"harbour en").hexdigest(),
                        "indexable": True,
                        "modified": None,
                        "segments": {},
                    },
                    "hi": {
                        "path": "hi/harbour/index.html",
                        "url": f"{BASE}hi/harbour/",
                        "alternates": pair,
                        "title": "harbour hi",
                        "sha256": hashlib.sha256(b"harbour hi").hexdigest(),
                        "indexable": True,
                        "modified": None,
                        "segments": {"reviewed": 3},
                    },
                },
            }
        ],
    }


def test_the_manifest_does_not_depend_on_the_order_of_articles() -> None:
    a, b = entry("a"), entry("b")
    assert written(site(a, b)) == written(site(b, a))


def test_the_manifest_leaves_out_what_is_not_published() -> None:
    assert written(site(entry(languages=())))["pairs"] == []


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """What a JSON Schema finds wrong; knows the keywords that the manifest's uses, and no more."""
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    for keyword, wanted in schema.items():
        match keyword:
            case "$schema" | "title" | "description" | "$defs" | "format" | "minProperties":
                pass
            case "$ref":
                yield from faults(value, root["$defs"][wanted.rpartition("/")[2]], root, at)
            case "type":
                allowed = [wanted] if isinstance(wanted, str) else wanted
                if not any(
                    value is None if t == "null" else type(value) is types[t] for t in allowed
                ):
                    yield f"{at} is no {wanted}"
            case "const" | "enum":
                if value not in (wanted if keyword == "enum" else [wanted]):
                    yield f"{at} is not {wanted}"
            case "pattern" | "minLength":
                pattern = wanted if keyword == "pattern" else "." * wanted
                if isinstance(value, str) and not re.search(pattern, value):
                    yield f"{at} does not match {wanted}"
            case "minimum":
                yield from [f"{at} is below {wanted}"] if value < wanted else []
            case "required":
                yield from (f"{at} lacks {name}" for name in wanted if name not in value)
            case "properties":
                for name in wanted.keys() & value.keys():
                    yield from faults(value[name], wanted[name], root, f"{at}/{name}")
            case "additionalProperties":
                for name in value.keys() - schema.get("properties", {}).keys():
                    rest = wanted if isinstance(wanted, dict) else {"enum": []}
                    yield from faults(value[name], rest, root, f"{at}/{name}")
            case "propertyNames":
                for name in value:
                    yield from faults(name, wanted, root, f"{at}/{name}")
            case "items":
                for index, item in enumerate(value):
                    yield from faults(item, wanted, root, f"{at}/{index}")
            case _:
                raise AssertionError(f"the keyword {keyword} is unknown here")


@pytest.mark.parametrize("base_url", [None, BASE])
def test_the_manifest_has_the_shape_that_its_schema_tells(base_url: str | None) -> None:
    found = site(
        dated("2024/a", 17),
        entry("b", counts=dict.fromkeys(Status, 2)),
        entry("c", indexable=False),
        base_url=base_url,
    )
    schema = manifest_schema()
    assert list(faults(written(found), schema, schema)) == []


def test_the_schema_finds_what_is_wrong() -> None:
    schema = manifest_schema()
    document = written(site(entry()))
    document["schema"] = 1
    document["pairs"][0]["versions"]["hi"]["sha256"] = "x"
    document["pairs"][0]["extra"] = None
    assert len(list(faults(document, schema, schema))) == 3


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


def test_a_list_marks_what_was_not_translated_yet() -> None:
    versions = {EN: Version("A port", "On it."), HI: Version("एक बंदरगाह", "On it.")}
    draft = SiteArticle("port", PurePosixPath("port.html"), EN, versions)
    page = soup(index_pages(Site(SiteSettings(), (draft,)))[PurePosixPath("hi/index.html")])
    assert [link.get("lang") for link in page.select(".dp-list a")] == [None]
    assert [text.get("lang") for text in page.select(".dp-list p")] == ["en"]
    english = soup(index_pages(Site(SiteSettings(), (draft,)))[PurePosixPath("en/index.html")])
    assert english.select(".dp-list [lang]") == []


def test_a_language_with_an_address_of_its_own_has_its_own_style_and_script() -> None:
    found = site(base_url=BASE, base_urls={HI: "https://hi.example.org/"})
    names = [str(path) for path in sorted(assembled(found, {})) if "assets" in path.parts]
    assert names == [f"{f}assets/dualpress.{e}" for f in ("", "hi/") for e in ("css", "js")]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_manifest_is_as_pythons_own_encoder_indents_it(title: str) -> None:
    one = entry("a", languages=(EN,))
    one = replace(one, versions={EN: replace(one.versions[EN], title=title)})
    found = site(one, replace(one, id="b"))
    digests = {article.path(EN): "0" for article in found.articles}

    data = b"".join(manifest(found, digests)).decode()

    assert data == json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"
    assert json.loads(data)["pairs"][1]["versions"]["en"]["title"] == title
    known = {article.id: pair_text(found, article, digests) for article in found.articles}
    assert b"".join(manifest(found, {}, known)).decode() == data


def test_a_manifest_of_nothing_is_indented_likewise() -> None:
    data = b"".join(manifest(site(), {})).decode()

    assert data == json.dumps(json.loads(data), indent=2) + "\n"
