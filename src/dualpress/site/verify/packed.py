"""Unpacks gzip (RFC 1952), up to a size: a small file may hold a large one."""

from __future__ import annotations

import zlib

__all__ = ["GZIP", "TooLargeError", "unpack"]

GZIP = b"\x1f\x8b"
"""How a file of this kind begins."""

_AUTOMATIC = 47
"""Of zlib: gzip or zlib, whichever it is."""


class TooLargeError(ValueError):
    """What was packed is larger than allowed."""


def unpack(data: bytes, largest: int) -> bytes:
    """Unpack a file.

    Args:
        data: its bytes.
        largest: how many there may be when it is unpacked.

    Raises:
        TooLargeError: there are more.
        ValueError: it is damaged, or ends too early.
    """
    unpacked = bytearray()
    while data:
        reader = zlib.decompressobj(_AUTOMATIC)
        try:
            unpacked += reader.decompress(data, largest + 1 - len(unpacked))
        except zlib.error as error:
            raise ValueError("it cannot be unpacked") from error
        if len(unpacked) > largest:
            raise TooLargeError(f"it is larger than {largest >> 20} MB when it is unpacked")
        if not reader.eof:
            raise ValueError("it ends too early to be unpacked")
        data = reader.unused_data.lstrip(b"\0")  # what some programs fill a block up with
    return bytes(unpacked)
