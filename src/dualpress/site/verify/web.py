"""Reads a site over HTTP: the pages of its sitemap, or those that its links lead to.

Only what lies below the address that was named is asked for, page after page.
"""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from dualpress.errors import ReadError, UsageError
from dualpress.html.encoding import decode
from dualpress.site.urls import normalise_base_url
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.places import Places
from dualpress.site.verify.reader import read_page
from dualpress.site.verify.site import VerifiedSite
from dualpress.site.verify.sitemaps import Sitemap, read_sitemap

if TYPE_CHECKING:
    import httpx

__all__ = ["read_web"]

_TIMEOUT_SECONDS = 30.0
_LARGEST = 20 << 20
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_NO_HEAD = (405, 501)
"""What servers answer that know of no HEAD."""


def read_web(
    url: str,
    *,
    limit: int,
    advance: Callable[[int, int], None] = lambda done, total: None,
) -> VerifiedSite:
    """Read a site from its server.

    Args:
        url: of its first page; nothing outside of that folder is asked for.
        limit: the most pages that are read.
        advance: is told how many pages of how many known ones are read.

    Raises:
        UsageError: the first page does not come, or there are more pages.
        ReadError: the server fails, or sends what is larger than any page.
        ConfigError: ``url`` is not the address of a site.
    """
    import httpx

    base_url = normalise_base_url(url)
    with httpx.Client(timeout=_TIMEOUT_SECONDS, follow_redirects=False) as client:
        visit = _Visit(client, base_url, limit, advance)
        visit.run()
    return VerifiedSite(
        places=Places([*visit.pages, *visit.files], base_url),
        read=visit.pages,
        sitemaps=visit.sitemaps,
        unreadable=visit.unreadable,
        redirected=visit.redirected,
    )


class _Visit:
    """One visit to a site.

    Attributes:
        pages: what was read.
        files: the paths of other files that are there.
        sitemaps: those that could be read.
        unreadable: the sitemaps that could not, and why.
        redirected: by address, where a server sends its readers.
    """

    def __init__(
        self,
        client: httpx.Client,
        base_url: str,
        limit: int,
        advance: Callable[[int, int], None],
    ) -> None:
        self._client = client
        self._base_url = base_url
        self._limit = limit
        self._advance = advance
        self._waiting: deque[str] = deque()
        self._known: set[str] = set()
        self.pages: dict[str, PageFacts] = {}
        self.files: set[str] = set()
        self.sitemaps: list[Sitemap] = []
        self.unreadable: dict[str, str] = {}
        self.redirected: dict[str, str | None] = {}

    def run(self) -> None:
        """Read the sitemap, the pages, and which files are there that these need."""
        self._read_sitemap(urljoin(self._base_url, "sitemap.xml"))
        self._expect(self._base_url)
        while self._waiting:
            if len(self.pages) >= self._limit:
                raise UsageError(
                    f"The site has more than {self._limit} pages", hint="Allow more with --limit"
                )
            self._read_page(self._waiting.popleft())
            self._advance(len(self.pages), len(self.pages) + len(self._waiting))
        if not self.pages:
            raise UsageError(
                f"There is no page at {self._base_url}",
                hint="Name the address of the site's folder",
            )
        for url in sorted({url for page in self.pages.values() for url in self._assets(page)}):
            self._look_for(url)

    def _expect(self, url: str) -> None:
        """Put an address on the list of pages to read, if it lies below the site's."""
        url = url.partition("#")[0]
        is_page = url.startswith(self._base_url) and "?" not in url
        if is_page and url not in self._known:
            self._known.add(url)
            self._waiting.append(url)

    def _read_sitemap(self, url: str) -> None:
        if url in self._known or not url.startswith(self._base_url):
            return
        self._known.add(url)
        response = self._get(url)
        if response.status_code != 200:
            return
        path = self._path(url)
        self.files.add(path)
        try:
            sitemap = read_sitemap(path, response.content)
        except ValueError as error:
            self.unreadable[path] = str(error)
            return
        self.sitemaps.append(sitemap)
        for part in sitemap.parts:
            self._read_sitemap(part.value)
        for entry in sitemap.entries:
            for href in (entry.location.value, *(a.href for a in entry.alternates)):
                self._expect(urljoin(url, href))

    def _read_page(self, url: str) -> None:
        response = self._get(url)
        if response.is_redirect:
            leads_to = urljoin(url, response.headers["Location"])
            self.redirected[url] = leads_to
            self._expect(leads_to)
            return
        if response.status_code != 200:
            return
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        path = self._path(url)
        if kind not in _PAGE_TYPES:
            self.files.add(path)
            return
        path = path if posixpath.splitext(path)[1] in (".html", ".htm") else f"{path}.html"
        page = self.pages[path] = read_page(path, response.content)
        if "noindex" in response.headers.get("X-Robots-Tag", "").lower():
            page.noindex = page.noindex or 1
        start = urljoin(url, page.base or "")
        for href in self._links(page, response.content):
            self._expect(urljoin(start, href))

    def _links(self, page: PageFacts, data: bytes) -> Iterator[str]:
        """Yield the addresses of pages that a page names; all of them where no sitemap does."""
        for alternate in page.alternates:
            yield alternate.href
        for link in page.language_links:
            yield link.href
        if page.refresh:
            yield page.refresh.value
        if not self.sitemaps:
            yield from _anchors(decode(data).source.text)

    def _assets(self, page: PageFacts) -> Iterator[str]:
        places = Places([page.path], self._base_url)
        for href in page.assets:
            target = places.resolve(page.path, href, page.base)
            if target.is_inside and target.url.startswith(self._base_url):
                yield target.url.partition("?")[0]

    def _look_for(self, url: str) -> None:
        """Ask whether a file is there."""
        response = self._ask("HEAD", url)
        if response.status_code < 400 or response.status_code in _NO_HEAD:
            self.files.add(self._path(url))

    def _path(self, url: str) -> str:
        """The path of an address from the site's folder; that of a folder is its index."""
        path = unquote(urlsplit(url).path[len(urlsplit(self._base_url).path) :])
        return f"{path}index.html" if path == "" or path.endswith("/") else path

    def _get(self, url: str) -> httpx.Response:
        return self._ask("GET", url)

    def _ask(self, method: str, url: str) -> httpx.Response:
        """Ask a server, once.

        Raises:
            ReadError: it cannot be reached, fails, or sends too much.
        """
        import httpx

        try:
            with self._client.stream(method, url) as response:
                content = bytearray()
                for block in response.iter_bytes():
                    content += block
                    if len(content) > _LARGEST:
                        raise ReadError(f"{url} is larger than any page")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ReadError(f"{url} did not answer: {error or type(error).__name__}") from error
        if response.status_code >= 500 and response.status_code not in _NO_HEAD:
            raise ReadError(f"{url} answered with {response.status_code}", hint="Try again later")
        headers = [(k, v) for k, v in response.headers.items() if k != "content-encoding"]
        return httpx.Response(response.status_code, headers=headers, content=bytes(content))


class _Anchors(HTMLParser):
    """Gathers the links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def _anchors(text: str) -> list[str]:
    reader = _Anchors()
    reader.feed(text)
    reader.close()
    return reader.found
