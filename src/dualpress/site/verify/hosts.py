"""Addresses in the one form in which they can be compared."""

from __future__ import annotations

import unicodedata
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

__all__ = ["address_key", "normal_host", "normal_url"]

_PORTS = {"http": ":80", "https": ":443"}


def normal_host(parts: SplitResult) -> str:
    """The host of an address with its port, unless that is the usual one.

    Letters that are not ASCII are written as they are sent:
    https://www.rfc-editor.org/rfc/rfc5891
    """
    netloc = parts.netloc.lower().removesuffix(_PORTS.get(parts.scheme, ""))
    return netloc if netloc.isascii() else _to_ascii(netloc)


def normal_url(url: str) -> str:
    """An address with its scheme and host in that form.

    Raises:
        ValueError: it is none.
    """
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=normal_host(parts), path=parts.path or "/"))


def address_key(url: str) -> str:
    """What is equal where two addresses are one, however they are encoded; without a query."""
    parts = urlsplit(url)
    path = unicodedata.normalize("NFC", unquote(parts.path)) or "/"
    return f"{parts.scheme}://{normal_host(parts)}{path}"


@cache
def _to_ascii(netloc: str) -> str:
    import httpx

    try:
        url = httpx.URL(f"http://{netloc}")
    except (httpx.InvalidURL, ValueError):
        return netloc
    return url.netloc.decode("ascii")
