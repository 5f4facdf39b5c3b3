"""The pages of a list of many articles."""

import datetime
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_support import (
    BASE,
    EN,
    HI,
    dated,
    entry,
    index_pages,
    listed,
    many,
    site,
    soup,
    urls,
)

from dualpress.site.indexes import index_digests, list_page
from dualpress.site.model import Site


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
