"""A page that stays up leads to where things are, whatever moved since it was made."""

from __future__ import annotations

import pytest
from pipeline_support import ANSWERS, RIVER, ROAD, MakeSite, Site

from dualpress.pipeline.verify import verify

JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": '
    '"NewsArticle", "mainEntityOfPage": "https://example.org/road/"}</script>'
)
CHARSET = '<head><meta charset="utf-8">'
LINKED = (
    ROAD.replace("<head>", CHARSET)
    .replace("</head>", f"{JSON_LD}</head>")
    .replace("</body>", '<p><a href="river.html#top">The river</a></p>\n</body>')
)


@pytest.fixture(params=["off", "link"])
def held(make_site: MakeSite, request: pytest.FixtureRequest) -> Site:
    """Two published articles; the one that links to the other waits again."""
    site = make_site(
        {"river": RIVER.replace("<head>", CHARSET), "road": LINKED},
        site='base_url = "https://example.org/"',
        page=f'bilingual = "{request.param}"',
        answers=ANSWERS,
    )
    site.publish("river", "road")
    site.review("road", "The road is open again.", fuzzy=True)
    site.build()
    assert findings(site) == []
    return site


def findings(site: Site) -> list[str]:
    found = verify(site.root / "output").findings
    return [f"{finding.path}: {finding.rule}: {finding.message}" for finding in found]


def move(site: Site, name: str, address: str) -> None:
    """Let a post name another place of the site as its own."""
    link = f'<link rel="canonical" href="{address}">'
    site.edit(f"posts/{name}.html", "</title>", f"</title>{link}")


def test_its_original_moves(held: Site) -> None:
    move(held, "road", "https://example.org/2024/way/")

    held.build()

    page = held.page("road")
    assert 'hreflang="en" href="https://example.org/2024/way/"' in page
    assert 'href="../../2024/way/index.html" hreflang="en"' in page
    assert findings(held) == []


def test_the_site_moves(held: Site) -> None:
    held.edit("dualpress.toml", "https://example.org/", "https://news.example.com/en/")

    held.build()

    assert "example.org" not in held.page("road")
    assert findings(held) == []


def test_an_article_that_it_links_to_moves(held: Site) -> None:
    move(held, "river", "https://example.org/2024/stream/")
    held.edit("dualpress.toml", "[site]", '[urls]\ntranslation = "{path}/{lang}/"\n[site]')

    held.build()

    assert '<a href="../../2024/stream/hi/index.html#top">' in held.page("road")
    assert findings(held) == []


def test_an_article_that_it_links_to_is_held(held: Site) -> None:
    held.review("river", "The river rose.", fuzzy=True)
    (held.root / "output/hi/river/index.html").unlink()

    held.build()

    assert '<a href="../../river/index.html#top">' in held.page("road")
    assert findings(held) == []


def test_where_nothing_moved_it_keeps_its_bytes(held: Site) -> None:
    before = held.hashes("output/hi/road")

    held.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी चढ़ आई।")
    held.build()

    assert held.hashes("output/hi/road") == before
