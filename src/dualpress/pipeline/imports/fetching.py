"""Fetches pages of the web as a polite visitor: one at a time, and none that is not allowed.

``robots.txt`` is heard as RFC 9309 has it: one that is not there allows all, and
one that the server fails to send allows nothing.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.patience import Patience
from dualpress.pipeline.posts import MOST_BYTES
from dualpress.site.verify.encoding import charset_of
from dualpress.site.verify.packed import TooLargeError, unpack
from dualpress.web import TooLarge, bounded, host_of, origin_of

if TYPE_CHECKING:
    import httpx
    from protego import Protego

__all__ = ["USER_AGENT", "Fetched", "PageFetcher"]

USER_AGENT = "dualpress"
"""What a site's ``robots.txt`` may call us."""

_LARGEST_ROBOTS = 512 << 10
"""What is read of a ``robots.txt`` (RFC 9309, 2.5)."""

_MOST_HOPS = 5
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE = 30.0
_LONGEST_SECONDS = 60.0
_MOVED = (301, 302, 303, 307, 308)
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_PACKED = ("gzip", "x-gzip", "deflate")
_PLAIN = {"Accept-Encoding": "identity"}
"""What may be cut off anywhere."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as a server sent it.

    Args:
        address: that it came from, behind all redirections.
        content: its bytes; ``None`` where it is as it was.
        charset: the encoding that the server says it has; empty where it says none.
        etag: of what was sent.
        modified: when the server says that it was changed.
    """

    address: str
    content: bytes | None
    charset: str = ""
    etag: str = ""
    modified: str = ""


class PageFetcher:
    """Asks for one page after the other.

    Args:
        client: that sends the requests, and follows no redirections.
        wait: passes a number of seconds.
        clock: tells the seconds that passed.
    """

    def __init__(
        self,
        client: httpx.Client,
        wait: Callable[[float], None] = sleep,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._client = client
        self._wait = wait
        self._clock = clock
        self._robots: dict[object, Protego] = {}
        self._asked: dict[object, float] = {}
        self._down: dict[object, SiteUnavailable] = {}

    def page(self, address: str, etag: str = "", modified: str = "") -> Fetched:
        """Ask for a page.

        Args:
            address: of the page.
            etag: of what is there already; empty where nothing is.
            modified: when that was changed, as the server said.

        Raises:
            SiteUnavailable: the server does not answer, or lets nobody in.
            SiteError: it has no such page, or sends what is none.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        here = address
        for _ in range(_MOST_HOPS + 1):
            self._require_allowed(here)
            answer = self._ask(here, headers, MOST_BYTES)
            if answer.status not in _MOVED:
                return answer.page(here)
            here = _next(address, here, answer.location)
        raise SiteError(f"the address {address} leads from one address to the next, and to no page")

    def _require_allowed(self, address: str) -> None:
        site = origin_of(address)
        if site not in self._robots:
            self._robots[site] = self._read_robots(address)
        if not self._robots[site].can_fetch(address, USER_AGENT):
            raise SiteError(
                f"the site {host_of(address)} asks programs not to fetch {address} (robots.txt)",
                hint="Save the page in a browser, and import the file",
            )

    def _read_robots(self, address: str) -> Protego:
        from protego import Protego

        url = urljoin(address, "/robots.txt")
        for _ in range(_MOST_HOPS + 1):
            answer = self._ask(url, _PLAIN, _LARGEST_ROBOTS, is_cut=True)
            if answer.status in _MOVED:
                url = _next(address, url, answer.location)
                continue
            if answer.status >= 500:
                raise self._closed(address, f"it answered with {answer.status} for robots.txt")
            text = answer.content.decode("utf-8", "replace") if answer.status == 200 else ""
            return Protego.parse(text)
        return Protego.parse("")

    def _ask(
        self, url: str, headers: Mapping[str, str], largest: int, *, is_cut: bool = False
    ) -> _Answer:
        """One question, asked again as long as the server asks for patience."""
        site = origin_of(url)
        if site in self._down:
            raise self._down[site]
        patience = Patience()
        while True:
            self._pause(url)
            answer = self._try(url, headers, largest, is_cut=is_cut)
            self._asked[site] = self._clock()
            pause = patience.wait(answer.status, answer.retry_after)
            if pause is None:
                break
            self._wait(pause)
        if answer.fault:
            raise self._closed(url, answer.fault)
        return answer

    def _try(self, url: str, headers: Mapping[str, str], largest: int, *, is_cut: bool) -> _Answer:
        import httpx

        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                content = b""
                if response.status_code == 200:
                    blocks = self._in_time(url, response.iter_raw())
                    content = _content(url, response, blocks, largest, is_cut=is_cut)
                return _Answer(response.status_code, response.headers, content)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            # As a server that fails: it may answer when it is asked again.
            return _Answer(503, {}, b"", fault=str(error) or type(error).__name__)

    def _pause(self, url: str) -> None:
        """Let a server rest between two questions, as long as it asks for."""
        site = origin_of(url)
        if site not in self._asked:
            return
        robots = self._robots.get(site)
        asked = robots.crawl_delay(USER_AGENT) if robots else None
        pause = min(max(_PAUSE_SECONDS, asked or 0.0), _LONGEST_PAUSE)
        left = self._asked[site] + pause - self._clock()
        if left > 0:
            self._wait(left)

    def _in_time(self, url: str, blocks: Iterator[bytes]) -> Iterator[bytes]:
        begun = self._clock()
        for block in blocks:
            if self._clock() - begun > _LONGEST_SECONDS:
                raise SiteError(
                    f"the address {url} took longer than {_LONGEST_SECONDS:.0f} seconds to come"
                )
            yield block

    def _closed(self, url: str, why: str) -> SiteUnavailable:
        error = SiteUnavailable(
            f"the site {host_of(url)} does not answer: {why}", hint="Try again later"
        )
        self._down[origin_of(url)] = error
        return error


class _Answer:
    """What a server sends.

    Args:
        status: the number that it begins with.
        headers: its header.
        content: unpacked; empty where it is not of a page.
        fault: why there is no answer at all.
    """

    def __init__(
        self, status: int, headers: Mapping[str, str], content: bytes, fault: str = ""
    ) -> None:
        self.status = status
        self._headers = headers
        self.content = content
        self.fault = fault

    @property
    def retry_after(self) -> str | None:
        """When to ask again."""
        return self._headers.get("Retry-After")

    @property
    def location(self) -> str:
        """Where it sends its readers."""
        return self._headers.get("Location", "")

    def page(self, address: str) -> Fetched:
        """The page.

        Raises:
            SiteError: it is none.
        """
        told = self._headers.get("Content-Type", "")
        kind = told.partition(";")[0].strip().lower()
        if self.status not in (200, 304):
            raise SiteError(
                f"the address {address} answered with {self.status}", hint=_HINTS.get(self.status)
            )
        if self.status == 200 and kind not in _PAGE_TYPES:
            raise SiteError(f"the address {address} is no page of HTML but “{kind}”")
        return Fetched(
            address,
            self.content if self.status == 200 else None,
            charset_of(told),
            self._headers.get("ETag", ""),
            self._headers.get("Last-Modified", ""),
        )


_HINTS = {
    401: "Only readers who log in may see it: save it in a browser, and import the file",
    403: "The site lets no program in: save it in a browser, and import the file",
    404: "There is no such page: look at its address",
    410: "It was removed",
    429: "The site asks for patience: try again later",
}


def _next(start: str, here: str, location: str) -> str:
    """Where a redirection leads.

    Raises:
        SiteError: to nothing that a page of the web may lead to.
    """
    try:
        url = urljoin(here, location).partition("#")[0]
        host = urlsplit(url).hostname or ""
        is_web = urlsplit(url).scheme in ("http", "https") and bool(host)
    except ValueError:
        is_web, url, host = False, location, ""
    # What is on this machine or in its network is not for a page outside of it to name.
    if not is_web or (_is_local(host) and host != urlsplit(start).hostname):
        raise SiteError(f"the address {start} leads to “{url}”, which is no page of the web")
    return url


def _is_local(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


def _content(
    url: str, response: httpx.Response, blocks: Iterator[bytes], largest: int, *, is_cut: bool
) -> bytes:
    """What is sent, unpacked.

    Raises:
        SiteError: it is larger than any article, or damaged.
    """
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    try:
        content = _cut(blocks, largest) if is_cut else bounded(blocks, largest)
        return unpack(content, largest) if packing in _PACKED else content
    except (TooLarge, TooLargeError) as error:
        raise SiteError(
            f"the address {url} has more than {largest >> 20} MiB, the most for an article"
        ) from error
    except ValueError as error:
        raise SiteError(f"what {url} sends is damaged: {error}") from error


def _cut(blocks: Iterator[bytes], largest: int) -> bytes:
    """The beginning of what comes."""
    content = bytearray()
    for block in blocks:
        content += block
        if len(content) >= largest:
            break
    return bytes(content[:largest])
