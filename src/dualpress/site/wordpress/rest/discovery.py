"""Finding the REST API of a site, wherever its permalinks put it.

https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.site.wordpress.rest.refusals import NO_REST, refusal
from dualpress.site.wordpress.rest.reply import Reply, read_json
from dualpress.site.wordpress.rest.transport import Transport

__all__ = ["Api", "find_api"]

_RELATION = "https://api.w.org/"
_LINK = re.compile(r"<([^<>]*)>([^<]*)")
"""A link and its parameters (RFC 8288)."""


@dataclass(frozen=True, slots=True)
class Api:
    """The REST API of a site.

    Args:
        root: its address, which may end with ``?rest_route=/``.
        home: the address of the site itself.
        namespaces: of what it can do, such as ``wp/v2``.
    """

    root: str
    home: str
    namespaces: frozenset[str]

    def address(self, route: str) -> str:
        """The address of a route, such as ``wp/v2/posts``."""
        parts = urlsplit(self.root)
        query = dict(parse_qsl(parts.query))
        if "rest_route" not in query:
            return urljoin(self.root, route)
        query["rest_route"] = f"{query['rest_route'].rstrip('/')}/{route}"
        return urlunsplit(parts._replace(query=urlencode(query)))


def find_api(transport: Transport, url: str) -> Api:
    """Find the REST API of the site at an address.

    Raises:
        SiteUnavailable: there is none, or the site cannot be reached.
    """
    home = url if url.endswith("/") else f"{url}/"
    page = transport.ask("GET", home, signed=False)
    named = _from_header(page) or _from_page(page)
    guesses = [urljoin(page.url, named)] if named else []
    guesses += [urljoin(home, "wp-json/"), f"{home}?rest_route=/"]
    for root in dict.fromkeys(guesses):
        index = _index(_ask(transport, root))
        if index is not None:
            told = index.get("home")
            namespaces = frozenset(name for name in index["namespaces"] if isinstance(name, str))
            return Api(root, told if isinstance(told, str) else home, namespaces)
    raise _no_api(page, transport)


def _ask(transport: Transport, root: str) -> Reply:
    reply = transport.ask("GET", root, signed=False)
    # Plugins that hide the API from strangers show it to whoever logs in.
    return transport.ask("GET", root) if reply.status in (401, 403) else reply


def _index(reply: Reply) -> dict[str, Any] | None:
    """What a REST API says of itself; ``None`` where it is none."""
    if reply.status != 200:
        return None
    try:
        found, _ = read_json(reply.text)
    except ValueError:
        return None
    is_index = isinstance(found, dict) and isinstance(found.get("namespaces"), list)
    return found if is_index and "wp/v2" in found["namespaces"] else None


def _no_api(page: Reply, transport: Transport) -> SiteError:
    if page.status >= 400 and page.status != 404:
        return refusal(page, transport.host, transport.hide)
    return SiteUnavailable(f"{page.url} shows no REST API of WordPress", hint=NO_REST)


def _from_header(page: Reply) -> str | None:
    for address, parameters in _LINK.findall(page.headers.get("link", "")):
        if _RELATION in parameters:
            return str(address)
    return None


def _from_page(page: Reply) -> str | None:
    reader = _Links()
    reader.feed(page.text)
    reader.close()
    return reader.found


class _Links(HTMLParser):
    """Looks for the link to the API in a page's head."""

    def __init__(self) -> None:
        super().__init__()
        self.found: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "link" and named.get("rel") == _RELATION and self.found is None:
            self.found = named.get("href")
