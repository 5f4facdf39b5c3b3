"""The address of a site's folder, told from the addresses on its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from urllib.parse import unquote, urlsplit

from dualpress.site.verify.places import Places

__all__ = ["infer_base_url"]

_ENOUGH = 500


def infer_base_url(urls: Iterable[str], places: Places) -> str | None:
    """Tell where a site is to stand.

    Args:
        urls: absolute addresses of its pages.
        places: its files.

    Returns:
        The address under which most of these lead to a file; ``None`` where
        none does.
    """
    votes: Counter[str] = Counter()
    for url in islice(urls, _ENOUGH):
        if base := _base_of(url, places):
            votes[base] += 1
    # Of two with as many votes the shorter: the other is that of a folder in it.
    ordered = sorted(votes.items(), key=lambda vote: (-vote[1], len(vote[0]), vote[0]))
    return ordered[0][0] if ordered else None


def _base_of(url: str, places: Places) -> str | None:
    """The shortest beginning of an address whose rest is a file's path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    segments = parts.path.lstrip("/").split("/")
    for count in range(len(segments)):
        rest = "/".join(segments[count:])
        # Every folder may be the site's, so that the first page alone tells nothing.
        if rest and places.file(unquote(rest)) is not None:
            folder = "".join(f"{segment}/" for segment in segments[:count])
            return f"{parts.scheme}://{parts.netloc}/{folder}"
    return None
