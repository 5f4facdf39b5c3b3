"""Small sites for tests: two articles, both in both languages, at the top of the output folder."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from dualpress.article import Language, SegmentKey
from dualpress.html.offsets import parse
from dualpress.html.read import read_html
from dualpress.html.write import text_patches
from dualpress.site import indexes, sitemap
from dualpress.site.model import Decorations, PageContext, Site, SiteArticle, SiteSettings, Version
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.references import Posts
from dualpress.site.sitemap import SITEMAP

EN, HI = Language.EN, Language.HI
BASE = "https://example.org/blog/"
NAMESPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def entry(
    article_id: str = "harbour",
    source: Language = EN,
    languages: tuple[Language, ...] = (EN, HI),
    **version: Any,
) -> SiteArticle:
    """An article whose translation has the given fields."""
    versions = {
        language: Version(f"{article_id} {language}", **(version if language != source else {}))
        for language in languages
    }
    return SiteArticle(article_id, PurePosixPath(f"{article_id}.html"), source, versions)


def only(**switches: bool) -> Decorations:
    """No changes but those named."""
    return replace(Decorations.none(), **switches)


def context(
    language: Language = HI, article: SiteArticle | None = None, **settings: Any
) -> PageContext:
    """The context of an article's page."""
    article = article or entry()
    return Site(SiteSettings(**settings), (article,)).page(article, language)


def build(
    source: str | bytes,
    language: Language = HI,
    *,
    article: SiteArticle | None = None,
    others: tuple[SiteArticle, ...] = (),
    folder: Path = Path("no-such-folder"),
    translations: Mapping[str, str] | None = None,
    **settings: Any,
) -> BuiltPage:
    """Build a page of a post."""
    article = article or entry()
    site = Site(SiteSettings(**settings), (article, *others))
    read = read_html(source, language=article.source_language)
    keys = {SegmentKey(None, key): text for key, text in (translations or {}).items()}
    text = text_patches(read, keys) if language is not article.source_language else ()
    posts = Posts(folder, site.articles, site.settings.base_url)
    return build_page(read, text, article, site.page(article, language), posts)


def html(source: str | bytes, language: Language = HI, **options: Any) -> str:
    """The text of a page that :func:`build` makes."""
    return build(source, language, **options).data.decode()


def soup(page: str | bytes) -> BeautifulSoup:
    """A page as a browser reads it."""
    return parse(page if isinstance(page, str) else page.decode()).soup


def sitemaps(site: Site, *known: Any, **limits: Any) -> dict[PurePosixPath, bytes]:
    """The sitemaps of a site, by their paths."""
    made = sitemap.sitemaps(site, *known, **limits)
    return {path: b"".join(parts) for path, parts in made}


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


def many(count: int, **settings: Any) -> Site:
    return site(*(dated(f"a{number}", 30 - number) for number in range(count)), **settings)


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
