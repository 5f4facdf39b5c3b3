"""Fetches files over HTTPS, bounded and with progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO

from dualpress.errors import PackageError
from dualpress.web import host_of, is_protected

if TYPE_CHECKING:
    import httpx

__all__ = ["Progress", "fetch", "no_progress"]

Progress = Callable[[int, int | None], None]
"""Called with the bytes so far and, where the server says so, how many it will be."""

_TIMEOUT_SECONDS = 30.0
_REDIRECTS = 5
_BLOCK = 1 << 16


def no_progress(_done: int, _total: int | None) -> None:
    """Shows nothing."""


def fetch(url: str, file: BinaryIO, *, limit: int, progress: Progress = no_progress) -> None:
    """Fetches an address into a file.

    Args:
        url: HTTPS, or HTTP on this machine; so are all addresses that it redirects to.
        file: open for writing.
        limit: the most bytes that are accepted.
        progress: called after each block.

    Raises:
        PackageError: it cannot be fetched, or is too large.
    """
    import httpx

    client = httpx.Client(
        timeout=_TIMEOUT_SECONDS,
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        event_hooks={"request": [_require_protected]},
        # What is hashed and counted is what is sent.
        headers={"Accept-Encoding": "identity"},
    )
    try:
        with client, client.stream("GET", url) as response:
            response.raise_for_status()
            _receive(response, file, limit, progress)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise PackageError(
            f"{host_of(url)} did not send the file: {error or type(error).__name__}",
            hint="Try again later, or fetch the package by hand and install it from the file",
        ) from error


def _require_protected(request: httpx.Request) -> None:
    if not is_protected(str(request.url)):
        raise PackageError(
            f"{host_of(str(request.url))} would send the file unprotected, without HTTPS",
            hint="Fetch the package by hand from a source that you trust",
        )


def _receive(response: httpx.Response, file: BinaryIO, limit: int, progress: Progress) -> None:
    announced = response.headers.get("Content-Length", "")
    total = int(announced) if announced.isascii() and announced.isdigit() else None
    done = 0
    for block in response.iter_raw(_BLOCK):
        done += len(block)
        if max(done, total or 0) > limit:
            raise PackageError(
                f"{host_of(str(response.url))} sends more than any model package",
                hint="Do not use it; fetch the package from a source that you trust",
            )
        file.write(block)
        progress(done, total)
