"""Where files of the output stand, and the URLs that lead to them.

Paths are relative to the output folder. A page is a folder with an
``index.html``: on a server its URL is the folder's; between files, links name
the ``index.html``, so that they also work where pages are opened from disk.
"""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from dualpress.article import Language
from dualpress.errors import ConfigError

__all__ = [
    "STYLESHEET",
    "absolute_url",
    "index_path",
    "media_path",
    "normalise_base_url",
    "page_path",
    "relative_url",
]

STYLESHEET = PurePosixPath("assets/dualpress.css")
"""The style of the switcher, the notices and the pages from dualpress's own templates."""

_INDEX = "index.html"
_MEDIA = "media"


def page_path(article_id: str, language: Language) -> PurePosixPath:
    """Where an article's page in a language stands."""
    return PurePosixPath(language.value, article_id, _INDEX)


def index_path(language: Language | None = None) -> PurePosixPath:
    """Where the list of articles in a language stands; without one, the choice of languages."""
    return PurePosixPath(language.value, _INDEX) if language else PurePosixPath(_INDEX)


def media_path(beside: PurePosixPath) -> PurePosixPath:
    """Where a file of the posts folder stands: once, for the pages in both languages.

    Args:
        beside: its path relative to the posts folder. The folders are kept,
            so that what such a file itself links to is found as before.
    """
    return PurePosixPath(_MEDIA, beside)


def normalise_base_url(base_url: str) -> str:
    """Return the URL of the output folder with one slash at its end.

    Raises:
        ConfigError: it is not an absolute ``http`` or ``https`` URL, or has a
            query or a fragment.
    """
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ConfigError(
            f"{base_url!r} is not the address of a site",
            hint="It begins with https:// and ends with the folder that holds the pages",
        )
    return f"{parts.scheme}://{parts.netloc}{quote(parts.path.rstrip('/'), safe=_KEPT)}/"


def absolute_url(base_url: str, path: PurePosixPath) -> str:
    """The URL of a file; that of a page is its folder's.

    Args:
        base_url: as :func:`normalise_base_url` returns it.
        path: relative to the output folder.
    """
    if path.name == _INDEX:
        folder = _encode(path.parent.as_posix())
        return base_url if folder == "." else f"{base_url}{folder}/"
    return base_url + _encode(path.as_posix())


def relative_url(page: PurePosixPath, target: PurePosixPath) -> str:
    """The link from one file of the output to another, percent-encoded."""
    return _encode(posixpath.relpath(target.as_posix(), page.parent.as_posix()))


_KEPT = "/%:@!$&'()*+,;=~"


def _encode(path: str) -> str:
    # A colon is encoded too: `a:b.png` alone would read as scheme `a`. A name
    # that is not UTF-8 keeps its bytes.
    return quote(path, safe="/~", errors="surrogateescape")
