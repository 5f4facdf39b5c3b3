"""Reads a folder of built pages, file by file; only what the rules ask for is kept."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualpress.errors import ReadError, UsageError
from dualpress.site.references import css_references
from dualpress.site.verify.base_url import infer_base_url
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.hints import (
    MANIFEST_NAME,
    Manifest,
    read_manifest,
)
from dualpress.site.verify.places import Places
from dualpress.site.verify.reader import read_page
from dualpress.site.verify.redirects import (
    REDIRECT_LIST_NAME,
    REDIRECTS_NAME,
    Redirection,
    read_redirect_list,
    read_redirects,
)
from dualpress.site.verify.robots import ROBOTS_NAME, sitemaps_of_robots
from dualpress.site.verify.site import VerifiedSite
from dualpress.site.verify.sitemaps import Sitemap, read_sitemap

__all__ = ["read_folder"]

_PAGE = re.compile(r".+\.html?", re.IGNORECASE)
_SITEMAP = re.compile(r"(?:.*/)?[^/]*sitemap[^/]*\.xml(?:\.gz)?", re.IGNORECASE)
_ERROR_PAGES = ("/404.html", "/404/index.html")
"""What servers send with a code that search engines list nothing under."""

_LARGEST = 50 << 20
"""What a sitemap may have at most, and no page has."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a folder.

    Args:
        root: the folder.
        paths: relative to it, with forward slashes, in order.
    """

    root: Path
    paths: Sequence[str]

    def read(self, path: str) -> bytes:
        """What a file holds.

        Raises:
            ReadError: it cannot be read, or is too large for what it is.
        """
        file = self.root / path
        try:
            if file.stat().st_size > _LARGEST:
                raise ReadError("the file is larger than any page or sitemap", path=file)
            return file.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ReadError(f"the file cannot be read: {reason}", path=file) from error

    def read_if_there(self, path: str) -> bytes | None:
        """What a file holds; ``None`` where there is none."""
        return self.read(path) if path in self.paths else None


def read_folder(
    root: Path,
    *,
    base_url: str | None = None,
    own_urls: Mapping[str, str] | None = None,
    advance: Callable[[int, int], None] = lambda done, total: None,
) -> VerifiedSite:
    """Read a site.

    Args:
        root: the folder of its pages.
        base_url: the address of the folder; where none is given, it is told
            from the manifest, the pages and the sitemap.
        own_urls: the addresses of folders in it that stand at one of their own.
        advance: is told how many pages of how many are read.

    Raises:
        UsageError: there is no such folder, or no page in it.
        ReadError: a page cannot be read.
        ConfigError: an address is not that of a site.
    """
    files = _Files(root, sorted(_walk(root)))
    names = [path for path in files.paths if _PAGE.fullmatch(path)]
    if not names:
        raise UsageError(
            "There is no page in this folder", path=root, hint="Build the site, and name its output"
        )
    manifest = read_manifest(files.read_if_there(MANIFEST_NAME) or b"")
    pages: dict[str, PageFacts] = {}
    for name in names:
        pages[name] = _page(files, name)
        advance(len(pages), len(names))
    sitemaps, unreadable = _sitemaps(files, [p for p in files.paths if _SITEMAP.fullmatch(p)])
    address = base_url or _address(files, manifest, pages, sitemaps)
    outside = manifest.outside if manifest else {}
    places = Places(files.paths, address, own_urls, [version.url for version in outside.values()])
    robots = sitemaps_of_robots(files.read_if_there(ROBOTS_NAME) or b"")
    more = {places.resolve(ROBOTS_NAME, url).path for url, _ in robots}
    read = {None, *unreadable, *(sitemap.path for sitemap in sitemaps)}
    named, damaged = _sitemaps(files, sorted(filter(None, more - read)))
    return VerifiedSite(
        places=places,
        read=pages,
        sitemaps=[*sitemaps, *named],
        unreadable={**unreadable, **damaged},
        redirections=_redirections(files),
        robots=robots,
        is_output=manifest is not None,
        known_pairs=manifest.pairs if manifest else (),
        outside={path: version for path, version in outside.items() if path in pages},
        styles={path: _style(files.read(path)) for path in files.paths if path.endswith(".css")},
    )


def _page(files: _Files, name: str) -> PageFacts:
    page = read_page(name, files.read(name))
    if f"/{name}".endswith(_ERROR_PAGES):
        page.noindex = page.noindex or 1
    return page


def _walk(root: Path) -> Iterator[str]:
    """Yield the files of a folder; what is hidden is not published."""
    if not root.is_dir():
        raise UsageError("There is no such folder", path=root)
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            yield Path(folder, name).relative_to(root).as_posix()


def _sitemaps(files: _Files, paths: Iterable[str]) -> tuple[list[Sitemap], dict[str, str]]:
    """The sitemaps that can be read, and why the others cannot."""
    sitemaps, unreadable = [], {}
    for path in paths:
        try:
            sitemaps.append(read_sitemap(path, files.read(path)))
        except ValueError as error:
            unreadable[path] = str(error)
    return sitemaps, unreadable


def _redirections(files: _Files) -> list[Redirection]:
    return [
        *read_redirects(files.read_if_there(REDIRECTS_NAME) or b""),
        *read_redirect_list(files.read_if_there(REDIRECT_LIST_NAME) or b""),
    ]


def _address(
    files: _Files,
    manifest: Manifest | None,
    pages: Mapping[str, PageFacts],
    sitemaps: Sequence[Sitemap],
) -> str | None:
    """The address of the folder, as its own files tell it."""
    if manifest is not None:
        return manifest.base_url
    return infer_base_url(_told(pages, sitemaps), Places(files.paths))


def _told(pages: Mapping[str, PageFacts], sitemaps: Sequence[Sitemap]) -> Iterator[str]:
    """Yield the addresses that pages and sitemaps call the site's."""
    for page in pages.values():
        for reference in page.canonicals:
            yield reference.value
    for page in pages.values():
        for alternate in page.alternates:
            yield alternate.href
    for sitemap in sitemaps:
        for entry in sitemap.entries:
            yield entry.location.value


def _style(data: bytes) -> dict[str, int]:
    """The files that a style sheet names, with the line of each."""
    found: dict[str, int] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        for href in css_references(line):
            found.setdefault(href, number)
    return found
