"""Where an article stands on the site that it comes from, as its post tells."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import regex
from bs4.element import Tag

from dualpress.article import Article
from dualpress.html.read import page_of

__all__ = ["OwnAddress", "canonical_of", "own_address", "split_url"]

# What every file system can hold; a hidden file is none of a site's.
_PART = regex.compile(r"(?!\.)[^\p{C}\\/:*?\"<>|]+(?<![. ])")


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """The place of a page on its site.

    Args:
        path: of its URL, decoded, from the site's address on.
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
    path = _path_under(base_url, canonical) if base_url and canonical else None
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


def _path_under(base_url: str, url: str) -> str | None:
    """The path of a URL from the site's address on, ``None`` where it is not below it."""
    _, site, folder, _ = split_url(base_url)
    _, host, path, query = split_url(url)
    folder, path = unquote(folder), unquote(path or "/")
    if host != site or query or not f"{path}/".startswith(folder):
        return None
    inside = path[len(folder) :]
    return inside if _is_usable(inside) else None


def _said(article: Article, key: str) -> str | None:
    """A path that front matter gives; one with ``:title`` is a pattern of the generator's."""
    value = article.metadata.get(key)
    path = unquote(value).strip().lstrip("/") if isinstance(value, str) else ""
    return path if path and _is_usable(path) else None


def _is_usable(path: str) -> bool:
    """Whether files can stand at a path on every system, inside of the output folder."""
    parts = path.removesuffix("/").split("/")
    return path == "" or all(_PART.fullmatch(part) for part in parts)


def _without_index(article_id: str) -> str:
    return article_id.removesuffix("/index")
