"""Small sites for tests: two articles, both in both languages, at the top of the output folder."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from bs4 import BeautifulSoup

from dualpress.article import Language, SegmentKey
from dualpress.html.offsets import parse
from dualpress.html.read import read_html
from dualpress.html.write import text_patches
from dualpress.site import sitemap
from dualpress.site.model import Decorations, PageContext, Site, SiteArticle, SiteSettings, Version
from dualpress.site.pages import BuiltPage, build_page
from dualpress.site.references import Posts

EN, HI = Language.EN, Language.HI
BASE = "https://example.org/blog/"


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
