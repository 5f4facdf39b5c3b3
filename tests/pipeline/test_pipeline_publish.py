"""What is published of an article that is not reviewed in full."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

BASE = 'base_url = "https://example.org/"'
NOTICE = "इस पृष्ठ के कुछ हिस्सों का अनुवाद अभी नहीं हुआ है"


@pytest.fixture
def held(make_site: MakeSite) -> Site:
    """Two articles that link to each other; of the road one draft is not reviewed."""
    river = RIVER.replace("</body>", '<p><a href="road.html">The road</a></p></body>')
    site = make_site({"river": river, "road": ROAD}, site=BASE)
    site.translate()
    site.approve("river", "road")
    site.review("road", "The road is open again.", fuzzy=True)
    return site


def test_one_draft_holds_an_article_and_the_report_says_why(held: Site) -> None:
    report = held.build()

    reasons = {article.id: article.held for article in report.articles}
    assert reasons == {"river": None, "road": "1 draft to review"}
    assert report.failures == ()


def test_a_held_article_has_a_page_in_its_own_language_alone(held: Site) -> None:
    (_, road) = held.build().articles

    assert road.pages == (held.root / "output/road/index.html",)
    assert not held.has_page("road")


def test_nothing_names_the_page_of_a_held_article(held: Site) -> None:
    held.build()

    files = held.hashes("output")
    assert files
    assert not [name for name in files if "hi/road" in held.read(name)]


def test_a_link_to_a_held_article_leads_to_it_in_its_own_language(held: Site) -> None:
    held.build()

    assert 'href="../../road/index.html"' in held.page("river")


def test_the_lists_name_what_is_published(held: Site) -> None:
    held.build()

    assert "नदी" in held.read("output/hi/index.html")
    assert "सड़क" not in held.read("output/hi/index.html")
    assert "The road" in held.read("output/en/index.html")


def test_a_held_article_has_no_alternates_and_no_switcher(held: Site) -> None:
    held.build()

    page = held.original("road")
    assert "hreflang" not in page
    assert "dp-switch" not in page


def test_all_shows_drafts_with_a_notice_and_asks_search_engines_away(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"', site=BASE)

    report = site.translate()

    page = site.page("river")
    assert "दो पुल बंद कर दिए गए।" in page
    assert NOTICE in page
    assert '<meta name="robots" content="noindex">' in page
    assert report.articles[0].held is None


def test_all_names_no_draft_in_the_sitemap_or_as_alternate(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"', site=BASE)
    site.translate()

    assert "hi/river" not in site.read("output/sitemap.xml")
    assert 'rel="alternate"' not in site.original("river")


def test_all_shows_the_source_of_a_draft_with_an_error(make_site: MakeSite) -> None:
    answers = {"The road": "सड़क", "The road is open again.": "सड़क 7 बजे खुली।"}
    site = make_site({"road": ROAD}, answers=answers, top='publish = "all"')
    site.translate()

    assert '<p data-dp="2"><span lang="en">The road is open again.</span></p>' in site.page("road")
    assert NOTICE in site.page("road")


def test_all_shows_the_source_of_what_has_no_translation(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD}, engine="auto", top='publish = "all"')
    site.translate()

    assert '<span lang="en">The road is open again.</span>' in site.page("road")


def test_the_switch_of_lang_is_one_for_sentences_in_the_source_language_too(
    make_site: MakeSite,
) -> None:
    site = make_site({"road": ROAD}, engine="auto", top='publish = "all"', page="lang = false")
    site.translate()

    assert '<p data-dp="2">The road is open again.</p>' in site.page("road")


def test_a_page_without_text_is_published(make_site: MakeSite) -> None:
    site = make_site({"picture": "<p><img src='data:,'></p>\n"})

    (article,) = site.translate().articles

    assert article.held is None
    assert site.has_page("picture")


def test_hindi_posts_get_english_pages(make_site: MakeSite) -> None:
    answers = {"सड़क खुल गई है।": "The road is open."}
    site = make_site({"sadak": "<p>सड़क खुल गई है।</p>\n"}, answers=answers)
    site.publish("sadak")

    assert "The road is open." in site.page("sadak", "en")
    assert site.po("sadak", "en").metadata["Language"] == "en"
