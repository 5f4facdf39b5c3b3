"""What readers are offered besides the pages: the side-by-side view, corrections, a name."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

BILINGUAL = 'base_url = "https://example.org/"\n[page]\nbilingual = "link"\ntranslator = true'
VIEW = "output/hi/road/bilingual/index.html"


@pytest.fixture
def published(make_site: MakeSite) -> Site:
    """Two articles whose pages are published in both languages, and side by side."""
    site = make_site({"river": RIVER, "road": ROAD}, site=BILINGUAL)
    site.publish("river", "road")
    return site


def credit(site: Site, name: str) -> None:
    """Name a translator, as PO tools do when they save."""
    po = site.po("road")
    po.metadata["Last-Translator"] = name
    po.save()
    site.build()


def test_a_published_article_is_shown_side_by_side(published: Site) -> None:
    view = published.read(VIEW)
    assert '<p lang="en">The road is open again.</p>\n<p lang="hi">सड़क फिर से खुल गई है।</p>' in view
    assert 'href="bilingual/index.html"' in published.page("road")
    assert "bilingual" not in published.read("output/sitemap.xml")


def test_there_is_no_view_unless_it_is_asked_for(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD})
    site.publish("road")
    assert not (site.root / VIEW).exists()


def test_a_view_that_is_no_longer_wanted_is_removed(published: Site) -> None:
    published.edit("dualpress.toml", 'bilingual = "link"', 'bilingual = "off"')
    published.build()
    assert not (published.root / VIEW).exists()
    assert "bilingual" not in published.page("road")


def test_an_article_that_waits_keeps_the_view_of_what_was_approved(published: Site) -> None:
    before = published.read(VIEW)
    published.edit("dualpress.toml", 'engine = "scripted"', 'engine = "auto"')
    published.edit("posts/road.html", "</body>", "<p>A sentence that nobody translated.</p></body>")
    published.translate()
    assert published.read(VIEW) == before
    assert "bilingual/index.html" in published.original("road")


def test_an_article_that_was_never_approved_has_no_view(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD}, site=BILINGUAL)
    site.translate()
    assert not (site.root / VIEW).exists()
    assert "bilingual" not in site.original("road")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Asha Rao <asha@example.org>", "Asha Rao"),
        ("आशा राव <asha@example.org>", "आशा राव"),
        ("Asha Rao asha@example.org", "Asha Rao"),
    ],
)
def test_the_translator_is_named_without_the_address(
    published: Site, written: str, shown: str
) -> None:
    credit(published, written)
    assert f'<p class="dp-byline">अनुवाद: {shown}</p>' in published.page("road")
    assert "@" not in published.page("road")
    assert "dp-byline" not in published.original("road")


@pytest.mark.parametrize(
    "nobody", ["FULL NAME <EMAIL@ADDRESS>", "Automatically generated", "asha@example.org", ""]
)
def test_nobody_is_named_where_the_file_names_none(published: Site, nobody: str) -> None:
    credit(published, nobody)
    assert "dp-byline" not in published.page("road")


def test_nobody_is_named_unless_it_is_asked_for(published: Site) -> None:
    published.edit("dualpress.toml", "translator = true", "translator = false")
    credit(published, "Asha Rao")
    assert "dp-byline" not in published.page("road")


def test_nobody_is_named_for_what_nobody_approved(published: Site) -> None:
    published.edit("dualpress.toml", 'bilingual = "link"', "")
    published.edit("dualpress.toml", "[site]", 'publish = "all"\n[site]')
    published.review("road", "The road is open again.", fuzzy=True)
    credit(published, "Asha Rao")
    assert "dp-byline" not in published.page("road")
    assert 'data-notice="draft"' in published.page("road")


def test_a_correction_stands_on_the_page_of_its_language(make_site: MakeSite) -> None:
    post = f"---\ncorrections:\n- date: 2025-05-03\n  hi: सड़क दो है।\n- en: One.\n---\n{ROAD}"
    site = make_site({"road": post})
    report = site.publish("road")
    assert "भूल-सुधार, " in site.page("road")
    assert "सड़क दो है।" not in site.original("road")
    (road,) = report.articles
    assert [w for w in road.warnings if "correction 2" in w]
