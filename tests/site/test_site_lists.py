"""The lists of articles: what they show, and how they lead to each other."""

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_support import BASE, EN, HI, dated, entry, index_pages, listed, site, soup

from dualpress.html.offsets import Page, parse
from dualpress.site import indexes, pages
from dualpress.site.indexes import listed_digests
from dualpress.site.model import Decorations, Site, SiteArticle, SiteSettings, Version


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


@pytest.mark.parametrize("change", [{"title": "Another"}, {"description": "Other"}])
def test_a_list_is_another_where_it_shows_something_else(change: dict[str, Any]) -> None:
    one = entry()
    other = replace(one, versions={**one.versions, HI: replace(one.versions[HI], **change)})
    before, after = listed_digests(site(one), one), listed_digests(site(other), other)
    assert (before["en"] == after["en"], before["hi"] == after["hi"]) == (True, False)


def test_a_list_marks_what_was_not_translated_yet() -> None:
    versions = {EN: Version("A port", "On it."), HI: Version("एक बंदरगाह", "On it.")}
    draft = SiteArticle("port", PurePosixPath("port.html"), EN, versions)
    page = soup(index_pages(Site(SiteSettings(), (draft,)))[PurePosixPath("hi/index.html")])
    assert [link.get("lang") for link in page.select(".dp-list a")] == [None]
    assert [text.get("lang") for text in page.select(".dp-list p")] == ["en"]
    english = soup(index_pages(Site(SiteSettings(), (draft,)))[PurePosixPath("en/index.html")])
    assert english.select(".dp-list [lang]") == []
