"""Former addresses of an article that its front matter names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualpress.article import Article
from dualpress.pipeline.web_address import WebAddress
from dualpress.site.given_path import given_path
from dualpress.site.model import SiteSettings
from dualpress.site.own_address import split_url

__all__ = ["alias_address", "alias_warnings", "aliases_of"]

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SERVER = re.compile(r"\A[a-z]+://[^/?#]*", re.IGNORECASE)


def aliases_of(article: Article) -> tuple[str, ...]:
    """What an article says that its original was once called, as it says it.

    A path without a slash at its start is relative to the folder of the page
    under ``aliases`` (https://gohugo.io/content-management/urls/#aliases), and
    to the site under ``redirect_from`` of the plugin jekyll-redirect-from, so
    that it gets one.
    """
    hugo = _texts(article.metadata.get("aliases"))
    jekyll = _texts(article.metadata.get("redirect_from"))
    rooted = (
        text if not text or text.startswith("/") or _SCHEME.match(text) else f"/{text}"
        for text in jekyll
    )
    return tuple(dict.fromkeys([*hugo, *rooted]))


def alias_address(alias: str, page: WebAddress, settings: SiteSettings) -> WebAddress:
    """The address that an alias means.

    Args:
        alias: as :func:`aliases_of` gives it.
        page: that it leads to.
        settings: of the site.

    Raises:
        ValueError: it means none of this site; the message ends a sentence
            about it.
    """
    if not alias:
        raise ValueError("is empty")
    if _SCHEME.match(alias):
        return _whole(alias, settings)
    path = given_path(alias)
    folder = page.path.rstrip("/").rpartition("/")[0]
    return WebAddress(
        page.base, path if alias.startswith("/") or not folder else f"{folder}/{path}"
    )


def alias_warnings(article: Article, settings: SiteSettings) -> Iterator[str]:
    """Yield which aliases of an article cannot lead to it, and why."""
    nowhere = WebAddress(settings.base_url, "")
    for alias in aliases_of(article):
        try:
            alias_address(alias, nowhere, settings)
        except ValueError as error:
            yield (
                f"the alias “{_shown(alias)}” in its front matter {error}, so nobody is sent on "
                "from there. Write a path from the root of the site, such as /2023/old-name/"
            )


def _whole(url: str, settings: SiteSettings) -> WebAddress:
    """A whole address, if it is one of the site's."""
    scheme, host, _, _ = split_url(url)
    if scheme not in ("http", "https") or not host:
        raise ValueError("is no path and no web address")
    if settings.base_url is None:
        raise ValueError("is a whole address, and “base_url” does not say which site this is")
    own = {split_url(base)[1] for base in (settings.base_url, *settings.base_urls.values())}
    if host not in own:
        raise ValueError("is an address of another site")
    return WebAddress(f"{scheme}://{host}/", given_path(_SERVER.sub("", url) or "/"))


def _texts(value: object) -> Iterator[str]:
    """The texts of a value of front matter that may be one or a list; a year is a text too."""
    for text in value if isinstance(value, list) else [value]:
        if text is not None:
            yield str(text).strip()


def _shown(alias: str) -> str:
    """An alias as a terminal may show it."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in alias
    )
