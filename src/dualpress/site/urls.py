"""Where files of the output stand, and the URLs that lead to them.

Paths are relative to the output folder. A page is a folder with an
``index.html``: on a server its URL is the folder's; between files, links name
the ``index.html``, so that they also work where pages are opened from disk.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from dualpress.article import Language
from dualpress.errors import ConfigError

__all__ = [
    "SCRIPT",
    "STYLESHEET",
    "absolute_url",
    "bilingual_path",
    "encode_path",
    "index_path",
    "is_later_index",
    "media_path",
    "normalise_base_url",
    "own_copy",
    "page_file",
    "page_path",
    "relative_url",
    "root_folder",
    "url_path",
]

STYLESHEET = PurePosixPath("assets/dualpress.css")
"""The style of the switcher, the notices and the pages from dualpress's own templates."""

SCRIPT = PurePosixPath("assets/dualpress.js")
"""What keeps a reader's place between the versions of a page."""

_INDEX = "index.html"
_MEDIA = "media"
_LATER_INDEX = re.compile(rf"(?:{'|'.join(Language)})/page/[0-9]+/{re.escape(_INDEX)}")
_PAGES = (".html", ".htm", ".xhtml")


def page_path(article_id: str, language: Language) -> PurePosixPath:
    """Where an article's page stands where each language has a folder."""
    return PurePosixPath(language.value, article_id, _INDEX)


def page_file(path: str) -> PurePosixPath:
    """The file that a server gives for the path of a page.

    Args:
        path: of its URL, decoded, from the site's address on: ``2024/x/``,
            ``2024/x.html``, or ``2024/x``, for which servers that know such
            paths give ``2024/x.html``.
    """
    if not path or path.endswith("/"):
        return PurePosixPath(path, _INDEX)
    return PurePosixPath(path if path.lower().endswith(_PAGES) else f"{path}.html")


def url_path(file: PurePosixPath) -> str:
    """The path of a page's URL as it follows from its file; a folder's ends with a slash."""
    if file.name != _INDEX:
        return file.as_posix()
    folder = file.parent.as_posix()
    return "" if folder == "." else f"{folder}/"


def root_folder(path: PurePosixPath, languages: Collection[Language]) -> Language | None:
    """The language in whose folder a file stands, if it is one of these."""
    return next((language for language in languages if path.parts[:1] == (language.value,)), None)


def own_copy(asset: PurePosixPath, language: Language | None) -> PurePosixPath:
    """Where the copy of a style or script stands for pages of one address.

    A page may be allowed to load what is of its own origin alone.

    Args:
        asset: its path in the folder of the site.
        language: that has an address of its own; ``None`` for the site's.
    """
    return PurePosixPath(language.value, asset) if language else asset


def index_path(language: Language | None = None, number: int = 1) -> PurePosixPath:
    """Where a page of the list of articles in a language stands.

    Args:
        language: of the list; without one, it is the choice of languages.
        number: of the page, counted from 1.
    """
    if language is None:
        return PurePosixPath(_INDEX)
    return PurePosixPath(language.value, *(["page", str(number)] if number > 1 else []), _INDEX)


def is_later_index(path: PurePosixPath) -> bool:
    """Whether a page of a list after the first may stand there, if it is long enough."""
    return _LATER_INDEX.fullmatch(path.as_posix().casefold()) is not None


def bilingual_path(translation: PurePosixPath) -> PurePosixPath:
    """Where the side-by-side view of an article stands: below its translation's page."""
    is_folder = translation.name == _INDEX
    folder = translation.parent if is_folder else translation.with_suffix("")
    return folder / "bilingual" / _INDEX


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
    return base_url + encode_path(url_path(path))


def relative_url(page: PurePosixPath, target: PurePosixPath) -> str:
    """The link from one file of the output to another, percent-encoded."""
    return encode_path(posixpath.relpath(target.as_posix(), page.parent.as_posix()))


_KEPT = "/%:@!$&'()*+,;=~"


def encode_path(path: str) -> str:
    """Percent-encode a path, relative or not."""
    # A colon is encoded too: `a:b.png` alone would read as scheme `a`. A name
    # that is not UTF-8 keeps its bytes.
    return quote(path, safe="/~", errors="surrogateescape")
