import json

import pytest
from site_support import BASE, EN, HI, entry, html, only, soup

from dualpress.article import Language
from dualpress.site.model import SiteArticle

EN_URL, HI_URL = f"{BASE}en/harbour/", f"{BASE}hi/harbour/"


def json_ld(
    document: object,
    language: Language = HI,
    article: SiteArticle | None = None,
    **settings: object,
) -> object:
    source = f'<script type="application/ld+json">{json.dumps(document, indent=1)}</script>'
    settings = {"base_url": BASE, "decorations": only(json_ld=True), **settings}
    page = soup(html(f"<head>{source}</head>a", language, article=article, **settings))
    found = page.select_one("script")
    assert found is not None
    return json.loads(str(found.string))


@pytest.mark.parametrize("kind", ["NewsArticle", "https://schema.org/BlogPosting"])
def test_each_version_names_the_other(kind: str) -> None:
    document = {"@type": kind, "headline": "A"}
    assert json_ld(document) == {**document, "translationOfWork": {"@id": EN_URL}}
    assert json_ld(document, EN) == {**document, "workTranslation": {"@id": HI_URL}}


def test_an_article_of_several_types_is_told_once() -> None:
    document = {"@type": ["Article", "NewsArticle", "Thing"], "headline": "A"}
    assert json_ld(document) == {**document, "translationOfWork": {"@id": EN_URL}}


def test_articles_of_a_graph_and_of_a_list_are_found() -> None:
    article, thing = {"@type": "Article"}, {"@type": "WebSite"}
    told = {**article, "translationOfWork": {"@id": EN_URL}}
    assert json_ld({"@graph": [thing, article]}) == {"@graph": [thing, told]}
    assert json_ld([article]) == [told]


@pytest.mark.parametrize(
    "document",
    [
        {"@type": "Person", "name": "A"},
        {"@type": "WebPage", "mentions": {"@type": "Article", "name": "Another"}},
        {"@type": "Article", "translationOfWork": {"@id": "https://a.example/"}},
        {"type": "Article"},
    ],
)
def test_what_is_not_the_page_s_article_or_says_it_itself_stays(document: object) -> None:
    assert json_ld(document) == document


def test_a_version_that_search_engines_may_not_list_is_not_named() -> None:
    document = {"@type": "Article"}
    assert json_ld(document, EN, entry(indexable=False)) == document
    assert json_ld(document, EN, entry(languages=(EN,))) == document
    assert json_ld(document, EN, base_url=None) == document


def test_the_switch_of_json_ld_is_one_for_this_too() -> None:
    assert json_ld({"@type": "Article"}, decorations=only()) == {"@type": "Article"}
