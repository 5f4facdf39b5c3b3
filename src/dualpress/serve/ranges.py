"""Parts of a file, as browsers ask for them when they play sound and film (RFC 9110, 14)."""

from __future__ import annotations

import re
from email.message import Message
from typing import NamedTuple

__all__ = ["Part", "UnsatisfiableRangeError", "asked_part"]

_ONE_RANGE = re.compile(r"bytes=[ \t]*([0-9]*)-([0-9]*)[ \t]*", re.ASCII | re.IGNORECASE)
_MOST_DIGITS = 18
"""No file is as large; longer numbers cost time to read."""


class UnsatisfiableRangeError(ValueError):
    """Nothing of the file stands where it is asked for."""


class Part(NamedTuple):
    """A part of a file.

    Args:
        start: its first byte.
        end: the byte after its last one.
        size: of the whole file.
    """

    start: int
    end: int
    size: int

    @property
    def told(self) -> str:
        """What the answer says of it in ``Content-Range``."""
        return f"bytes {self.start}-{self.end - 1}/{self.size}"


def asked_part(headers: Message, size: int) -> Part | None:
    """Find the part that a request asks for.

    Args:
        headers: of the request.
        size: of the file.

    Returns:
        ``None`` where the whole file is the answer: to a request without a
        range, with several, with one that is none, or with a condition
        (``If-Range``), which never holds, since files have no validators here.

    Raises:
        UnsatisfiableRangeError: the part begins behind the end of the file.
    """
    found = _ONE_RANGE.fullmatch(headers.get("Range", ""))
    if found is None or "If-Range" in headers or not any(found.groups()):
        return None
    if max(map(len, found.groups())) > _MOST_DIGITS:
        return None
    return _part(found[1], found[2], size)


def _part(first: str, last: str, size: int) -> Part | None:
    if not first:  # the last so many bytes
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None
    if start >= size:
        raise UnsatisfiableRangeError
    return Part(start, end, size)
