"""Which addresses are safe to send to and fetch from, and how much is taken from them."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

__all__ = ["TooLarge", "bounded", "host_of", "is_protected", "origin_of"]

_PORTS = {"http": 80, "https": 443}


class TooLarge(ValueError):
    """More bytes than were allowed for."""


def host_of(url: str) -> str:
    """The host and port of an address, without user name and password; for messages."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return f"{host}:{parts.port}" if parts.port else host
    except ValueError:
        return ""


def origin_of(url: str) -> tuple[str, str, int | None] | None:
    """The origin of an address (RFC 6454): scheme, host and port; ``None`` where it has none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host:
        return None
    return parts.scheme, host, port or _PORTS.get(parts.scheme)


def is_protected(url: str) -> bool:
    """Whether nobody on the way can read or change what is sent: HTTPS, or this very machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (
        parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))
    )


def bounded(blocks: Iterable[bytes], limit: int) -> bytes:
    """What comes, block after block.

    Raises:
        TooLarge: it is more than ``limit`` bytes; the rest is not asked for.
    """
    content = bytearray()
    for block in blocks:
        content += block
        if len(content) > limit:
            raise TooLarge(f"more than {limit} bytes")
    return bytes(content)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
