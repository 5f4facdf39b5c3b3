"""Where an article stands on the site that it comes from, as its post tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from bs4.element import Tag

from dualpress.article import Article
from dualpress.html.read import page_of

__all__ = ["OwnAddress", "canonical_of", "own_address", "path_under", "split_url"]

# Jekyll and Hugo put a value in the place of `:title`.
_PLACEHOLDER = re.compile(r":[a-z]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """The place of a page on its site.

    Args:
        path: of its URL, decoded and in NFC, from the site's address on.
        url: the whole, as the post writes it; ``None`` where it says none.
    """

    path: str
    url: str | None = None


def canonical_of(article: Article) -> str | None:
    """The address that a post's canonical link names (RFC 6596), wherever that is."""
    link = page_of(article).soup.find("link", rel="canonical", href=True)
    href = str(link["href"]).strip() if isinstance(link, Tag) else ""
    return href if split_url(href)[0] in ("http", "https") else None


def own_address(article: Article, article_id: str, base_url: str | None) -> OwnAddress:
    """Where an article's original stands.

    That is where its canonical link says, if that is on the site; else where
    its front matter says (``permalink`` of Jekyll, ``url`` of Hugo); else at
    the post's own path.

    Args:
        article: as it was read.
        article_id: the post's path without its ending.
        base_url: the site's address, with a slash at its end.
    """
    canonical = canonical_of(article)
    path = path_under(base_url, canonical)
    if path is not None and canonical is not None and base_url is not None:
        exact = canonical.partition("#")[0]
        return OwnAddress(path, exact if exact.startswith(base_url) else None)
    said = next(filter(None, (_said(article, key) for key in ("permalink", "url"))), None)
    return OwnAddress(said or f"{_without_index(article_id)}/")


def split_url(url: str) -> tuple[str, str, str, str]:
    """Scheme, host with port, path and query; all empty where it is no URL."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", "", "", ""
    return parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query


def path_under(base_url: str | None, url: str | None) -> str | None:
    """The path of a page's URL, decoded and in NFC, from a site's address on.

    Returns:
        ``None`` where the URL is no page's below that address.
    """
    if base_url is None or url is None:
        return None
    _, site, folder, _ = split_url(base_url)
    _, host, path, query = split_url(url)
    folder, path = _decoded(folder), _decoded(path or "/")
    if host != site or query or not f"{path}/".startswith(folder):
        return None
    inside = path[len(folder) :]
    return inside if inside == "" or _is_page(inside) else None


def _said(article: Article, key: str) -> str | None:
    """A path that front matter gives; one with ``:title`` is a pattern of the generator's."""
    value = article.metadata.get(key)
    path = _decoded(value).strip().lstrip("/") if isinstance(value, str) else ""
    return path if _is_page(path) and not _PLACEHOLDER.search(path) else None


def _decoded(path: str) -> str:
    return normalize("NFC", unquote(path))


def _is_page(path: str) -> bool:
    """Whether a page can stand at a path: no part of it is empty, hidden or leads up."""
    parts = path.removesuffix("/").split("/")
    return not any(part == "" or part.startswith(".") for part in parts)


def _without_index(article_id: str) -> str:
    return article_id.removesuffix("/index")
