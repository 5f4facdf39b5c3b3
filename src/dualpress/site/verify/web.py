"""Reads a site over HTTP: the pages of its sitemap, or those that its links lead to.

Only what lies below the address that was named is asked for, page after page,
and the host's ``robots.txt``.
"""

from __future__ import annotations

import posixpath
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from dualpress.errors import UsageError
from dualpress.site.urls import normalise_base_url
from dualpress.site.verify.encoding import charset_of
from dualpress.site.verify.facts import PageFacts, Reference
from dualpress.site.verify.fetch import Answer, Fetcher
from dualpress.site.verify.hosts import normal_url
from dualpress.site.verify.link_header import note_link_header
from dualpress.site.verify.places import Places
from dualpress.site.verify.reader import read_page
from dualpress.site.verify.redirects import Redirection
from dualpress.site.verify.robots import sitemaps_of_robots
from dualpress.site.verify.site import VerifiedSite
from dualpress.site.verify.sitemaps import LARGEST, Sitemap, read_sitemap

if TYPE_CHECKING:
    import httpx

__all__ = ["read_web"]

_TIMEOUT_SECONDS = 30.0
_LARGEST_PAGE = 10 << 20
_MOST_HOPS = 10
_MOST_SITEMAPS = 500
_MOST_LISTED = 1_000_000
_LINKS_PER_PAGE = 10
"""How many addresses may be known for each page that may be read."""

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_MOVED = (301, 302, 303, 307, 308)
_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


def read_web(
    url: str,
    *,
    limit: int,
    advance: Callable[[int, int], None] = lambda done, total: None,
    transport: httpx.BaseTransport | None = None,
) -> VerifiedSite:
    """Read a site from its server.

    Args:
        url: of its first page; nothing outside of that folder is asked for.
        limit: the most pages that are read.
        advance: is told how many pages of how many known ones are read.
        transport: carries the requests; without one, the network does.

    Raises:
        UsageError: the first page does not come, or there are more pages.
        ReadError: the server fails, is too slow, or sends what is larger than any page.
        ConfigError: ``url`` is not the address of a site.
    """
    import httpx

    base_url = normal_url(normalise_base_url(url))
    with httpx.Client(
        timeout=_TIMEOUT_SECONDS,
        follow_redirects=False,
        headers={"Accept-Encoding": "gzip"},
        transport=transport,
    ) as client:
        visit = _Visit(Fetcher(client), base_url, limit, advance)
        visit.run()
    return VerifiedSite(
        places=Places([*visit.pages, *visit.files], base_url),
        read=visit.pages,
        sitemaps=visit.sitemaps,
        unreadable=visit.unreadable,
        redirections=visit.redirections,
        robots=visit.robots,
        unasked=visit.unasked,
    )


class _Visit:
    """One visit to a site.

    Attributes:
        pages: what was read.
        files: the paths of other files that are there.
        sitemaps: those that could be read.
        unreadable: the sitemaps that could not, and why.
        redirections: where the server sends its readers.
        robots: the sitemaps that the site's own ``robots.txt`` names.
        unasked: how many files were not asked for, and count as there.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        base_url: str,
        limit: int,
        advance: Callable[[int, int], None],
    ) -> None:
        self._fetcher = fetcher
        self._base_url = base_url
        self._limit = limit
        self._advance = advance
        self._waiting: deque[str] = deque()
        self._known: set[str] = set()
        self._hops: dict[str, int] = {}
        self.pages: dict[str, PageFacts] = {}
        self.files: set[str] = set()
        self.sitemaps: list[Sitemap] = []
        self.unreadable: dict[str, str] = {}
        self.redirections: list[Redirection] = []
        self.robots: tuple[Reference, ...] = ()
        self.unasked = 0

    def run(self) -> None:
        """Read the sitemaps, the pages, and which files are there that these need."""
        self._read_sitemaps(self._named_by_robots())
        for name in _SITEMAPS:
            if not self.sitemaps:
                self._read_sitemaps([urljoin(self._base_url, name)])
        self._expect(self._base_url)
        while self._waiting:
            self._require_few(len(self.pages) + 1, f"The site has more than {self._limit} pages")
            self._read_page(self._waiting.popleft())
            self._advance(len(self.pages), len(self.pages) + len(self._waiting))
        if not self.pages:
            raise self._nothing()
        self._look_for_files()

    def _require_few(self, count: int, cause: str, times: int = 1) -> None:
        if count > times * self._limit:
            raise UsageError(cause, hint="Allow more with --limit")

    def _nothing(self) -> UsageError:
        """What to say of a site without a page."""
        cause = f"There is no page at {self._base_url}"
        leads_to = next((rule.target for rule in self.redirections), None)
        if leads_to:
            return UsageError(
                f"{cause}: it sends its readers to {leads_to}", hint="Name that address"
            )
        return UsageError(cause, hint="Name the address of the site's folder")

    def _below(self, start: str, href: str) -> str | None:
        """An address that a page names, whole; ``None`` where it is not below the site's."""
        try:
            url = normal_url(urljoin(start, href).partition("#")[0])
        except ValueError:  # "http://[": no address at all
            return None
        return url if url.startswith(self._base_url) else None

    def _expect(self, url: str | None, hops: int = 0) -> None:
        """Put an address on the list of pages to read."""
        if url is None or "?" in url or url in self._known or hops > _MOST_HOPS:
            return
        self._known.add(url)
        self._hops[url] = hops
        self._waiting.append(url)
        most = _LINKS_PER_PAGE * self._limit
        cause = f"The site names more than {most} addresses"
        self._require_few(len(self._known), cause, _LINKS_PER_PAGE)

    def _named_by_robots(self) -> list[str]:
        """The sitemaps that the host names and that are the site's."""
        url = urljoin(self._base_url, "/robots.txt")
        found = sitemaps_of_robots(self._fetcher.get(url, _LARGEST_PAGE).content)
        if url.startswith(self._base_url):
            self.robots = found
        return [below for named in found if (below := self._below(url, named.value))]

    def _read_sitemaps(self, urls: Iterable[str]) -> None:
        """Read sitemaps, and those that they name."""
        waiting = deque(urls)
        while waiting:
            url = waiting.popleft()
            if url in self._known:
                continue
            self._known.add(url)
            if len(self.sitemaps) >= _MOST_SITEMAPS:
                raise UsageError(f"The site has more than {_MOST_SITEMAPS} sitemaps")
            if sitemap := self._read_sitemap(url):
                self.sitemaps.append(sitemap)
                parts = (self._below(url, part.value) for part in sitemap.parts)
                waiting += filter(None, parts)
                self._expect_listed(url, sitemap)

    def _read_sitemap(self, url: str) -> Sitemap | None:
        answer = self._fetcher.get(url, LARGEST)
        if answer.status != 200:
            return None
        path = self._path(url)
        self.files.add(path)
        try:
            return read_sitemap(path, answer.content)
        except ValueError as error:
            self.unreadable[path] = str(error)
            return None

    def _expect_listed(self, url: str, sitemap: Sitemap) -> None:
        if sum(len(known.entries) for known in self.sitemaps) > _MOST_LISTED:
            raise UsageError(f"The sitemaps list more than {_MOST_LISTED} pages")
        for entry in sitemap.entries:
            for href in (entry.location.value, *(a.href for a in entry.alternates)):
                self._expect(self._below(url, href))

    def _read_page(self, url: str) -> None:
        answer = self._fetcher.get(url, _LARGEST_PAGE, lambda found: found.kind in _PAGE_TYPES)
        path = self._path(url)
        if answer.status in _MOVED:
            self._follow(url, path, answer)
        elif answer.status == 200 and answer.kind in _PAGE_TYPES:
            path = path if posixpath.splitext(path)[1] in (".html", ".htm") else f"{path}.html"
            self.pages[path] = page = _page(path, answer)
            for href in self._links(page):
                self._expect(self._below_page(url, page, href))
        elif answer.status == 200:
            self.files.add(path)

    def _follow(self, url: str, path: str, answer: Answer) -> None:
        """Note where an address sends its readers, and read that too if it is of the site."""
        location = answer.headers.get("Location", "")
        try:
            leads_to = urljoin(url, location)
        except ValueError:
            leads_to = location
        self.redirections.append(Redirection(url, leads_to, path, 1))
        self._expect(self._below(url, location), self._hops[url] + 1)

    def _links(self, page: PageFacts) -> Iterator[str]:
        """Yield the addresses of pages that a page names; all of them where no sitemap does."""
        for alternate in page.alternates:
            yield alternate.href
        for link in page.language_links:
            yield link.href
        if page.refresh:
            yield page.refresh.value
        if not self.sitemaps:
            yield from page.links

    def _below_page(self, url: str, page: PageFacts, href: str) -> str | None:
        """An address on a page, whole; ``None`` where it is not below the site's."""
        try:
            start = urljoin(url, page.base or "")
        except ValueError:
            return None
        return self._below(start, href)

    def _look_for_files(self) -> None:
        """Ask whether the files and pages are there that pages need or lead to."""
        needed = {url for page in self.pages.values() for url in self._needed(page)}
        wanted = sorted(url for url in needed if url.partition("?")[0] not in self._known)
        most = _LINKS_PER_PAGE * self._limit
        self.unasked = max(0, len(wanted) - most)
        for number, url in enumerate(wanted):
            is_asked = number < most and "?" not in url
            if not is_asked or self._fetcher.is_there(url):
                self.files.add(self._path(url))

    def _needed(self, page: PageFacts) -> Iterator[str]:
        start = urljoin(self._base_url, Places([page.path], self._base_url).url_of(page.path))
        content = (href for href, link in page.links.items() if link.is_content)
        for href in (*page.assets, *page.pictures):
            if url := self._below_page(start, page, href):
                yield url.partition("?")[0]
        for href in content:
            if url := self._below_page(start, page, href):
                yield url

    def _path(self, url: str) -> str:
        """The path of an address from the site's folder; that of a folder is its index."""
        path = unquote(urlsplit(url).path[len(urlsplit(self._base_url).path) :])
        return f"{path}index.html" if path == "" or path.endswith("/") else path


def _page(path: str, answer: Answer) -> PageFacts:
    """Read a page, and what the header says of it."""
    served = charset_of(answer.headers.get("Content-Type", ""))
    page = read_page(path, answer.content, served_charset=served)
    if "noindex" in answer.headers.get("X-Robots-Tag", "").lower():
        page.noindex = page.noindex or 1
    note_link_header(page, answer.headers.get("Link", ""))
    return page
