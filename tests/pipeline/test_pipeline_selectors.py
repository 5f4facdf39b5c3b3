"""Selectors of ``dualpress.toml`` that match nothing in any post."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

SELECTORS = """content = ["body"]
skip = [
  "h1",
  ".author-bix",
]
attributes = ['p[data-note]']
"""
TOLD = [
    (
        "dualpress.toml:{skip}: 'html.skip' has “.author-bix”, which matches nothing in any post. "
        "Correct it, or take it out"
    ),
    (
        "dualpress.toml:{attributes}: 'html.attributes' has “p[data-note]”, which matches nothing "
        "in any post. Correct it, or take it out"
    ),
]


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site({"river": RIVER, "road": ROAD}, html=SELECTORS)


def told(site: Site) -> list[str]:
    lines = site.read("dualpress.toml").split("\n")
    skip = next(number for number, line in enumerate(lines, 1) if "author-bix" in line)
    return [text.format(skip=skip, attributes=skip + 2) for text in TOLD]


def test_a_run_over_all_posts_tells_each_with_its_line(site: Site) -> None:
    assert list(site.translate().warnings) == told(site)
    assert list(site.build().warnings) == told(site)
    assert list(site.status().warnings) == told(site)
    assert list(site.check().warnings) == told(site)


def test_a_run_over_some_posts_tells_none(site: Site) -> None:
    assert site.status("river").warnings == ()
    assert site.check("river").warnings == ()


def test_a_post_that_cannot_be_read_might_have_what_is_looked_for(site: Site) -> None:
    site.write("posts/empty.html", "")
    assert site.status().warnings == ()
    assert site.build().warnings == ()


def test_a_post_whose_po_file_is_broken_was_read_all_the_same(site: Site) -> None:
    site.write("po/road/hi.po", "no PO file")
    report = site.status()
    assert len(report.failures) == 1
    assert list(report.warnings) == told(site)


def test_a_selector_that_matches_in_one_post_is_not_told(site: Site) -> None:
    site.edit("posts/road.html", "<p>", '<p class="author-bix" data-note="Closed">')
    assert site.status().warnings == ()


def test_selectors_of_presets_are_never_told(make_site: MakeSite) -> None:
    assert make_site(html='presets = ["wordpress"]').status().warnings == ()


def test_a_post_without_content_is_told(make_site: MakeSite) -> None:
    road = ROAD.replace("<h1>", "<article><h1>").replace("</body>", "</article></body>")
    site = make_site({"river": RIVER, "road": road}, html='content = ["article", "main"]')
    warning = "nothing in it is “article” or “main” ('html.content'), so its text is not translated"

    river, other = site.translate().articles

    assert (river.warnings, other.warnings) == ((warning,), ())
    assert site.status().warnings[0] == f"river: {warning}"
    assert site.check("river").warnings == (f"river: {warning}",)


def test_of_a_post_without_content_the_title_is_translated_alone(make_site: MakeSite) -> None:
    site = make_site(html='content = ["article"]')
    site.translate()
    assert [entry.msgid for entry in site.po("river")] == ["The river"]
