"""Which file a page becomes: by its address, which is never trusted as a path."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import regex

from dualpress.errors import UsageError
from dualpress.file_names import folded
from dualpress.site.verify.hosts import normal_url
from dualpress.site.wordpress.slugs import file_stem
from dualpress.web import host_of

__all__ = ["Names", "checked_address", "place_of_address", "place_of_path"]

_WORD = regex.compile(r"[\p{L}\p{N}]")
_ENDING = re.compile(r"\.(?:x?html?|php|aspx?|jsp)\Z", re.IGNORECASE)
_DEEPEST = 6
_MOST_BYTES = 180
"""Of a path below the posts: Windows has 260 characters for all of it."""


def checked_address(address: str) -> str:
    """An address of the web in its normal form, without fragment.

    Raises:
        UsageError: it is none, or has a password in it.
    """
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        has_user = "@" in parts.netloc
        normal = normal_url(address).partition("#")[0] if is_web else ""
    except ValueError:
        is_web, has_user, normal = False, False, ""
    if not is_web:
        raise UsageError(
            f"“{address}” is no address of a page", hint="They begin with https:// or http://"
        )
    if has_user:
        # It would stand in the record, and in messages.
        raise UsageError(f"the address at {host_of(address)} has a user name in it")
    return normal


def place_of_address(address: str) -> PurePosixPath:
    """The path of a page's file below the posts, without ending: that of its address."""
    parts = urlsplit(address)
    path = _ENDING.sub("", unquote(parts.path))
    names = [unquote(part) for part in parts.path.split("/")]
    names = [*names[:-1], _ENDING.sub("", names[-1])] if path else []
    if names and names[-1].lower() == "index":
        names.pop()
    if parts.query:
        last = names.pop() if names else ""
        names.append(f"{last}-{unquote(parts.query)}")
    return _safe(names) or PurePosixPath(file_stem(parts.hostname or "", 0, ()))


def place_of_path(path: PurePosixPath) -> PurePosixPath:
    """The same of a file in a folder of saved pages."""
    return _safe([*path.parts[:-1], path.stem]) or PurePosixPath("page")


class Names:
    """Gives each page a name of its own.

    Args:
        taken: the paths that others have, without ending.
    """

    def __init__(self, taken: Iterable[PurePosixPath]) -> None:
        self._taken = {folded(path) for path in taken}

    def give(self, wanted: PurePosixPath, *others: str) -> PurePosixPath:
        """The name that is wanted, or that with one of some words or a number behind it."""
        names = [wanted, *(wanted.with_name(f"{wanted.name}-{word}") for word in others if word)]
        free = (name for name in names if folded(name) not in self._taken)
        found = next(free, None)
        number = 2
        while found is None:
            name = wanted.with_name(f"{wanted.name}-{number}")
            found = None if folded(name) in self._taken else name
            number += 1
        self._taken.add(folded(found))
        return found


def _safe(names: Iterable[str]) -> PurePosixPath | None:
    """A path of names without a word for a folder above, a device or anything hidden."""
    # What is decoded may have slashes of its own.
    parts = [file_stem(name, 1, ()) for name in names if _WORD.search(name)]
    if not parts:
        return None
    path = PurePosixPath(*parts)
    is_long = len(parts) > _DEEPEST or len(path.as_posix().encode()) > _MOST_BYTES
    return PurePosixPath(parts[-1]) if is_long else path
