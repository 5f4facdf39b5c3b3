"""Links in a body that lead to other posts of the same site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from dualpress.article import Article
from dualpress.html.patches import Patch
from dualpress.html.read import page_of
from dualpress.site.edits import Edits
from dualpress.site.own_address import split_url

__all__ = ["InternalLinks"]


class InternalLinks:
    """Knows where the translations of posts stand.

    Args:
        addresses: the address of each original whose translation readers can
            open, and that of the translation.
        site: the site's address; ``None`` where it is not known.
    """

    def __init__(self, addresses: Mapping[str, str], site: str | None = None) -> None:
        self._addresses = {_key(original): here for original, here in addresses.items()}
        self._site = site

    def patches(self, article: Article) -> Iterator[Patch]:
        """The patches that let links of a body lead to translations.

        Args:
            article: a post of the site, as it was read.
        """
        if not self._addresses:
            return
        edits = Edits(page_of(article))
        for token, element in edits.start_tags("a", "area"):
            href = element.get("href")
            moved = self._moved(href) if isinstance(href, str) else None
            if moved is not None:
                edits.set_attribute(token, "href", moved)
        yield from edits.patches()

    def _moved(self, href: str) -> str | None:
        whole = urljoin(self._site, href) if self._site and href.startswith("/") else href
        if split_url(whole)[0] not in ("http", "https"):
            return None
        address = self._addresses.get(_key(whole))
        if address is None:
            return None
        fragment = urlsplit(href).fragment
        return f"{address}#{fragment}" if fragment else address


def _key(url: str) -> tuple[str, str, str]:
    """What is equal where two addresses are one: whether it is secure does not count."""
    _, host, path, query = split_url(url)
    return host.removeprefix("www."), unquote(path).rstrip("/"), query
