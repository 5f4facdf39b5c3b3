"""Asks a server for pages and files, and takes no more of it than a site has.

What a server sends may never end, come a byte at a time, or unpack to a
thousand times its size: each is an error, and none costs much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from dualpress.errors import ReadError
from dualpress.site.verify.packed import TooLargeError, unpack
from dualpress.web import TooLarge, bounded

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Fetcher"]

_PACKED = ("gzip", "x-gzip", "deflate")
_PLAIN = ("", "identity")
_NO_HEAD = (405, 501)
"""What servers answer that know of no HEAD."""

_LONGEST_SECONDS = 60.0
_LARGEST_IN_ALL = 1 << 30


class Answer(NamedTuple):
    """What a server sends.

    Args:
        status: the number that it begins with.
        headers: its header.
        content: unpacked; empty where it was not wanted.
    """

    status: int
    headers: httpx.Headers
    content: bytes = b""

    @property
    def kind(self) -> str:
        """The media type, in lower case."""
        kind: str = self.headers.get("Content-Type", "")
        return kind.partition(";")[0].strip().lower()


class Fetcher:
    """Asks one address after the other.

    Args:
        client: that sends the requests.
        clock: tells the seconds that passed.
    """

    def __init__(self, client: httpx.Client, clock: Callable[[], float] = monotonic) -> None:
        self._client = client
        self._clock = clock
        self._left = _LARGEST_IN_ALL

    def get(
        self, url: str, largest: int, is_wanted: Callable[[Answer], bool] = lambda _: True
    ) -> Answer:
        """Ask for what stands at an address.

        Args:
            url: the address.
            largest: the most bytes that it may have.
            is_wanted: whether its content is read, once its header is there.

        Raises:
            ReadError: the server cannot be reached, fails, is too slow, or sends too much.
        """
        return self._ask("GET", url, largest, is_wanted)

    def is_there(self, url: str) -> bool:
        """Whether a server has something at an address, or does not know the question.

        Raises:
            ReadError: the server cannot be reached, fails, or is too slow.
        """
        status = self._ask("HEAD", url, 0, lambda _: False).status
        return status < 400 or status in _NO_HEAD

    def _ask(
        self, method: str, url: str, largest: int, is_wanted: Callable[[Answer], bool]
    ) -> Answer:
        import httpx

        try:
            with self._client.stream(method, url) as response:
                answer = Answer(response.status_code, response.headers)
                if answer.status >= 500 and answer.status not in _NO_HEAD:
                    raise ReadError(f"{url} answered with {answer.status}", hint="Try again later")
                if answer.status == 200 and is_wanted(answer):
                    answer = answer._replace(content=self._content(url, response, largest))
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ReadError(f"{url} did not answer: {error or type(error).__name__}") from error
        return answer

    def _content(self, url: str, response: httpx.Response, largest: int) -> bytes:
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        if encoding not in (*_PACKED, *_PLAIN):
            raise ReadError(f"{url} is packed as “{encoding}”, which was not asked for")
        try:
            content = bounded(self._in_time(url, response.iter_raw()), largest)
            self._left -= len(content)
            if self._left < 0:
                raise ReadError(
                    f"The site has sent more than {_LARGEST_IN_ALL >> 30} GB",
                    hint="Verify the folder that it is published from",
                )
            return unpack(content, largest) if encoding in _PACKED else content
        except (TooLarge, TooLargeError) as error:
            raise ReadError(
                f"{url} is larger than {largest >> 20} MB, which no page or sitemap is"
            ) from error
        except ValueError as error:
            raise ReadError(f"What {url} sends is damaged: {error}") from error

    def _in_time(self, url: str, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """What comes, as long as it does not take too long.

        Raises:
            ReadError: it does.
        """
        begun = self._clock()
        for block in blocks:
            if self._clock() - begun > _LONGEST_SECONDS:
                raise ReadError(f"{url} took longer than {_LONGEST_SECONDS:.0f} seconds to come")
            yield block
