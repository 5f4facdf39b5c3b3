from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup
from site_support import BASE, HI, entry, sitemaps, soup

from dualpress.errors import ConfigError
from dualpress.html.read import read_html
from dualpress.site.bilingual import build_bilingual, lay_out_bilingual
from dualpress.site.model import Decorations, Notice, NoticeKind, Site, SiteArticle, SiteSettings
from dualpress.site.passages import Passage, Picture, Row
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.references import Posts
from dualpress.site.shown_text import ShownText
from dualpress.site.sitemap import SITEMAP
from dualpress.site.urls import bilingual_path

ROWS: tuple[Row, ...] = (
    Passage(1, 2, False, Markup("Port"), Markup("बंदरगाह")),
    Passage(4, 0, True, Markup("A <em>ship</em>"), Markup("एक <em>जहाज़</em>")),
)
LINKED = ReaderSettings(has_bilingual=True, links_bilingual=True)


def article(**fields: Any) -> SiteArticle:
    found = entry(**fields)
    return SiteArticle(
        found.id, found.post, found.source_language, found.versions, has_bilingual=True
    )


def view(
    of: SiteArticle | None = None, rows: tuple[Row, ...] = ROWS, **settings: Any
) -> BeautifulSoup:
    of = of or article()
    site = Site(SiteSettings(base_url=BASE, **{"reading": LINKED, **settings}), (of,))
    path = site.bilingual_path(of)
    assert path is not None
    return soup(lay_out_bilingual(of, site.bilingual(of, path), rows))


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("hi/a/index.html", "hi/a/bilingual/index.html"),
        ("a.hi.html", "a.hi/bilingual/index.html"),
    ],
)
def test_the_view_stands_below_the_translation(translation: str, expected: str) -> None:
    assert bilingual_path(PurePosixPath(translation)) == PurePosixPath(expected)


def test_both_languages_stand_in_pairs_with_their_numbers() -> None:
    pairs = view().select("main > .dp-pair[data-dp]")
    assert [(p["id"], p["data-dp"]) for p in pairs] == [("dp-1", "1"), ("dp-4", "4")]
    assert [(c.name, c["lang"], c.get_text()) for c in pairs[0].find_all(recursive=False)] == [
        ("h2", "en", "Port"),
        ("h2", "hi", "बंदरगाह"),
    ]
    assert [str(em) for em in pairs[1].select("p > em")] == ["<em>ship</em>", "<em>जहाज़</em>"]
    assert "dp-item" in pairs[1].get_attribute_list("class")


def test_a_picture_stands_once_and_its_caption_in_both_languages() -> None:
    picture = Picture(Markup('<img src="a.png" alt="A ship">'))
    caption = Passage(2, 0, False, Markup("A ship"), Markup("जहाज़"), is_caption=True)
    first, second = view(rows=(picture, caption)).select("main > .dp-picture, main > .dp-caption")
    assert [str(child) for child in first.children] == ['<img alt="A ship" src="a.png"/>']
    assert [p.get_text() for p in second.find_all("p")] == ["A ship", "जहाज़"]


def test_the_view_names_the_files_that_its_pictures_need(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text("<svg/>", "utf-8")
    of = article()
    site = Site(SiteSettings(reading=LINKED), (of,))
    path = site.bilingual_path(of)
    assert path is not None
    text = ShownText(read_html("<p>One.</p><img src=map.svg>"))
    page = build_bilingual(text, of, site.bilingual(of, path), Posts(tmp_path, site.articles))
    assert page.media == {PurePosixPath("map.svg")}
    assert b'<img src="../../../media/map.svg"' in page.data


def test_a_view_without_a_main_heading_gets_the_titles() -> None:
    assert [h.get_text() for h in view().find_all("h1")] == ["harbour en", "harbour hi"]
    with_one = (Passage(1, 1, False, Markup("Port"), Markup("बंदरगाह")),)
    assert [h.get_text() for h in view(rows=with_one).find_all("h1")] == ["Port", "बंदरगाह"]


def test_the_original_comes_first() -> None:
    page = view(article(source=HI))
    assert page.html is not None
    assert page.html["lang"] == "hi"
    assert page.title is not None
    assert page.title.get_text() == "harbour hi / harbour en"


def test_the_view_is_for_no_search_engine() -> None:
    page = view()
    robots = page.select_one('meta[name="robots"]')
    assert robots is not None
    assert robots["content"] == "noindex"
    assert page.select('link[rel="alternate"], link[rel="canonical"]') == []
    xml = sitemaps(Site(SiteSettings(base_url=BASE, reading=LINKED), (article(),)))[SITEMAP]
    assert xml is not None
    assert b"bilingual" not in xml


def test_its_switcher_leads_to_both_versions() -> None:
    links = [(a["href"], a.get("aria-current")) for a in view().select(".dp-switch a")]
    assert links == [
        ("../../../en/harbour/index.html", None),
        ("../index.html", None),
        ("index.html", "page"),
    ]


def test_notices_of_the_article_are_not_repeated() -> None:
    assert view(article(notices=(Notice(NoticeKind.DRAFT),))).select(".dp-notice") == []


def test_a_publisher_may_bring_a_template(tmp_path: Path) -> None:
    own = tmp_path / "view.html"
    own.write_text("<html><body>{{ titles|join }}{{ rows|length }}", "utf-8")
    reading = ReaderSettings(has_bilingual=True, bilingual_template=own)
    page = view(reading=reading, decorations=Decorations.none())
    assert page.get_text().strip() == "harbour enharbour hi2"
    own.write_text("{{ nothing }}", "utf-8")
    with pytest.raises(ConfigError, match="'nothing' is undefined"):
        view(reading=reading)
