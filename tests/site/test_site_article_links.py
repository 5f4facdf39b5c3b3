"""Links to other articles by their addresses, and pictures that are named in absolute terms."""

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from site_support import BASE, EN, HI, build, entry, only, soup

from dualpress.article import Language
from dualpress.site.model import SiteArticle

RIVER = replace(
    entry("river"),
    paths={
        EN: PurePosixPath("2024/river/index.html"),
        HI: PurePosixPath("hi/2024/river/index.html"),
    },
    canonical=f"{BASE}2024/river/",
)
MOVED = replace(entry("moved"), canonical="https://old.example/moved.html")
ENGLISH = replace(
    entry("english", languages=(EN,)), paths={EN: PurePosixPath("english/index.html")}
)


def linked(
    href: str,
    language: Language = HI,
    head: str = "",
    folder: Path = Path("none"),
    **settings: Any,
) -> str:
    """Where a link of a page leads once the page is built."""
    page = build(
        f'<!DOCTYPE html><html><head>{head}</head><body><a href="{href}">a</a></body></html>',
        language,
        others=(RIVER, MOVED, ENGLISH),
        folder=folder,
        decorations=only(links=True),
        **{"base_url": BASE, **settings},
    )
    return str(soup(page.data).select("a")[0]["href"])


@pytest.mark.parametrize(
    "href",
    [
        f"{BASE}2024/river/",
        f"{BASE}2024/river",
        f"{BASE}2024/river/index.html",
        "http://EXAMPLE.org/blog/2024/river/",
        "/blog/2024/river/",
        "//example.org/blog/2024/river/",
    ],
)
def test_a_link_to_an_article_leads_to_its_version_in_the_language_of_the_page(href: str) -> None:
    assert linked(href) == "../../hi/2024/river/index.html".replace("../../hi/", "../")


def test_query_and_fragment_stay() -> None:
    assert linked("/blog/2024/river/?a=1&amp;b=2#c").endswith("river/index.html?a=1&b=2#c")


@pytest.mark.parametrize(
    "href",
    [
        f"{BASE}2024/river/",
        "/blog/2024/river/",
        "https://old.example/moved.html",
    ],
)
def test_on_an_original_links_to_originals_stay(href: str) -> None:
    assert linked(href, EN) == href


@pytest.mark.parametrize(
    "href",
    [
        f"{BASE}english/",
        "/english/",
        "https://example.com/blog/2024/river/",
        f"{BASE}2024/",
        "/blog/{{ page.url }}",
        "https://[",
        "mailto:a@example.org",
        "#top",
    ],
)
def test_other_links_stay(href: str) -> None:
    assert linked(href) == href


def test_an_article_is_known_by_the_address_that_it_names_itself() -> None:
    assert linked("https://old.example/moved.html") == "../moved/index.html"


def test_without_the_address_of_the_site_links_from_the_root_are_known() -> None:
    assert linked("/2024/river/", base_url=None) == "../2024/river/index.html"
    assert linked("/moved.html", base_url=None) == "../moved/index.html"


def test_an_original_that_stands_elsewhere_now_is_found() -> None:
    at = {EN: PurePosixPath("en/river/index.html"), HI: PurePosixPath("hi/river/index.html")}
    page = build(
        '<body><a href="/blog/2024/river/">a</a>',
        EN,
        others=(replace(RIVER, paths=at),),
        decorations=only(links=True),
        base_url=BASE,
    )
    assert 'href="../river/index.html"' in page.data.decode()


def test_on_a_page_with_a_base_links_to_articles_are_absolute() -> None:
    base = f'<base href="{BASE}2024/">'
    assert linked("river/", head=base) == f"{BASE}hi/2024/river/"
    assert linked("english/", head=base) == "english/"


def test_a_canonical_link_is_no_link_for_readers() -> None:
    link = f'<link rel="canonical" href="{BASE}2024/river/">'
    page = build(f"<head>{link}</head><body>", others=(RIVER,), decorations=only(links=True))
    assert link in page.data.decode()


def test_pictures_for_other_programs_are_absolute(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    page = build(
        '<head><meta property="og:image" content="a.png"><script type="application/ld+json">'
        '{"image": ["a.png", "b.png"], "logo": {"url": "a.png"}, "name": "a.png"}</script></head>',
        folder=tmp_path,
        decorations=only(links=True),
        base_url=BASE,
    )
    text = page.data.decode()
    assert f'content="{BASE}media/a.png"' in text
    assert f'["{BASE}media/a.png", "b.png"], "logo": {{"url": "{BASE}media/a.png"}}' in text
    assert '"name": "a.png"' in text


@pytest.mark.parametrize(
    ("source", "moved"),
    [
        ('<svg><use href="a.svg#b"/></svg>', '<use href="../../media/a.svg#b"/>'),
        ('<img data-src="a.svg">', 'data-src="../../media/a.svg"'),
    ],
)
def test_files_that_browsers_or_scripts_load(tmp_path: Path, source: str, moved: str) -> None:
    (tmp_path / "a.svg").write_bytes(b"")
    page = build(f"<body>{source}", folder=tmp_path, decorations=only(links=True))
    assert moved in page.data.decode()


def test_files_that_the_site_has_are_linked_and_not_copied(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024/a.png").write_bytes(b"")
    article: SiteArticle = replace(entry("2024/x"), post=PurePosixPath("2024/x.html"))
    page = build(
        '<body><img src="a.png">',
        article=article,
        folder=tmp_path,
        decorations=only(links=True),
        links_media=True,
    )
    assert 'src="../../../2024/a.png"' in page.data.decode()
    assert page.media == frozenset()
