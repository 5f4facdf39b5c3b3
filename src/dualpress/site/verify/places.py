"""From addresses to the files of a site, and back.

An address that is nearly right leads to the page that it means, together
with what is wrong with it: so one mistake is told once, as what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from dualpress.site.urls import normalise_base_url
from dualpress.site.verify.hosts import address_key, normal_host

__all__ = ["INDEXES", "Fault", "Places", "Target"]

INDEXES = ("index.html", "index.htm")
"""What a server sends for a folder."""

_NOWHERE = "http://site.invalid/"
_TEST_HOST = re.compile(r"localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1|.+\.(?:local|localhost|test)")


class Fault(StrEnum):
    """What is wrong with an address that leads to a page all the same."""

    RELATIVE = "relative"
    DOUBLE_SLASH = "double slash"
    TRAILING_SLASH = "trailing slash"
    BASE_PATH = "base path"
    HOST = "host"


class Target(NamedTuple):
    """Where an address leads.

    Args:
        url: the address, made absolute.
        path: of the file that it means, relative to the site's folder; ``None``
            where there is none.
        is_inside: whether it leads to the site.
        faults: what is wrong with it.
    """

    url: str
    path: str | None
    is_inside: bool
    faults: frozenset[Fault] = frozenset()


class _Root(NamedTuple):
    """A folder that stands at an address of its own.

    Args:
        folder: its path in the site's folder, with a slash at its end; empty
            for the site's own.
        url: the address.
        host: of that, with its scheme.
        path: of that, decoded.
    """

    folder: str
    url: str
    host: tuple[str, str]
    path: str

    @classmethod
    def at(cls, folder: str, url: str) -> _Root:
        """The root of a folder."""
        parts = urlsplit(url)
        return cls(folder, url, (parts.scheme, normal_host(parts)), unquote(parts.path))


class Places:
    """Which files a site has, and which addresses lead to them.

    Args:
        files: their paths relative to its folder, with forward slashes.
        base_url: the address of the folder; ``None`` where that is not known.
        own_urls: the addresses of folders in it that stand at one of their own,
            as languages with a subdomain do.
        elsewhere: addresses of the site that are published, and no file of these.
            Where there are some, the folder is a part of the site, and what would
            stand in none of its folders is not its own.

    Raises:
        ConfigError: an address is not that of a site.
    """

    def __init__(
        self,
        files: Collection[str],
        base_url: str | None = None,
        own_urls: Mapping[str, str] | None = None,
        elsewhere: Collection[str] = (),
    ) -> None:
        self._files = {unicodedata.normalize("NFC", path): path for path in files}
        self.base_url = normalise_base_url(base_url) if base_url else None
        own = {f"{folder.strip('/')}/": url for folder, url in (own_urls or {}).items()}
        roots = [_Root.at(folder, normalise_base_url(url)) for folder, url in own.items()]
        self._roots = [*roots, _Root.at("", self.base_url or _NOWHERE)]
        self._elsewhere = frozenset(map(address_key, elsewhere))
        self._folders = {path.partition("/")[0] for path in self._files if "/" in path}
        self._resolve = lru_cache(maxsize=65536)(self._resolved)

    def url_of(self, path: str) -> str:
        """The address of a file; that of a page in a folder of its own is the folder's."""
        root = next(root for root in self._roots if path.startswith(root.folder))
        folder, _, name = path.removeprefix(root.folder).rpartition("/")
        inside = (f"{folder}/" if folder else "") if name in INDEXES else None
        shown = path.removeprefix(root.folder) if inside is None else inside
        return f"{root.url}{quote(shown, safe='/~')}"

    def resolve(self, page: str, href: str, base: str | None = None) -> Target:
        """Where an address leads.

        Args:
            page: the path of the page that it stands on.
            href: as it stands there.
            base: the ``href`` of the page's ``base`` element.
        """
        href = href.strip()
        try:
            start = urljoin(self.url_of(page), base) if base else self.url_of(page)
            is_absolute = bool(urlsplit(href).scheme)
            target = self._resolve(urljoin(start, href).partition("#")[0])
        except ValueError:  # "http://[": no address at all
            return Target(href, None, is_inside=True)
        if is_absolute:
            return target
        return target._replace(faults=target.faults | {Fault.RELATIVE})

    def is_same(self, url: str, other: str) -> bool:
        """Whether two addresses are one, however they are encoded."""
        return address_key(url) == address_key(other)

    def file(self, path: str) -> str | None:
        """The file that a server sends for a path; ``None`` where there is none."""
        return self._found(path)[0]

    def _resolved(self, url: str) -> Target:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            return Target(url, None, is_inside=False)
        faults: set[Fault] = set()
        path = unicodedata.normalize("NFC", unquote(parts.path)) or "/"
        if "//" in path:
            faults.add(Fault.DOUBLE_SLASH)
            path = re.sub("/{2,}", "/", path)
        for root in self._roots:
            if (host_faults := self._host_faults(parts, root)) is not None:
                inside = self._inside(path, root, faults)
                if inside is not None and self._is_of_another(inside, root):
                    return Target(url, None, is_inside=True)
                if inside is not None:
                    return self._target(url, inside, faults | host_faults)
        return Target(url, None, is_inside=False)

    def _target(self, url: str, inside: str, faults: set[Fault]) -> Target:
        found, is_bent = self._found(inside)
        if found is None and self._is_elsewhere(url, inside):
            return Target(url, None, is_inside=False)
        bent = {Fault.TRAILING_SLASH} if is_bent else set()
        return Target(url, found, is_inside=True, faults=frozenset(faults | bent))

    def _is_of_another(self, inside: str, root: _Root) -> bool:
        """Whether a path of the site's folder lies in one that is published elsewhere."""
        return not root.folder and any(
            other.folder and inside.startswith(other.folder) for other in self._roots
        )

    def has_folder_of(self, url: str) -> bool:
        """Whether an address of the site leads into a folder that it has."""
        parts = urlsplit(url)
        path = re.sub("/{2,}", "/", unicodedata.normalize("NFC", unquote(parts.path)))
        insides = (self._inside(path, root, set()) for root in self._roots)
        return any(inside and self._folder(inside) in self._folders for inside in insides)

    def _folder(self, inside: str) -> str:
        return inside.partition("/")[0]

    def _is_elsewhere(self, url: str, inside: str) -> bool:
        """Whether an address without a file belongs to a part of the site that is not here."""
        if not self._elsewhere:
            return False
        return address_key(url) in self._elsewhere or self._folder(inside) not in self._folders

    def _host_faults(self, parts: SplitResult, root: _Root) -> set[Fault] | None:
        """What is wrong with the host of an address; ``None`` where it is not the root's."""
        if (parts.scheme, normal_host(parts)) == root.host:
            return set()
        host, own = parts.hostname or "", urlsplit(root.url).hostname or ""
        is_meant = host.removeprefix("www.") == own.removeprefix("www.")
        is_known = root.url != _NOWHERE
        return {Fault.HOST} if is_known and (is_meant or _TEST_HOST.fullmatch(host)) else None

    def _inside(self, path: str, root: _Root, faults: set[Fault]) -> str | None:
        """A path from the site's folder; ``None`` where it leads out of the root."""
        base, folder = root.path, root.folder
        if path.startswith(base) or f"{path}/" == base:
            inside = path[len(base) :]
            twice = f"/{inside}"
            if base != "/" and twice.startswith(base) and not self._found(folder + inside)[0]:
                faults.add(Fault.BASE_PATH)
                inside = twice[len(base) :]
            return folder + inside
        if path[1:] not in ("", *INDEXES) and self._found(folder + path[1:])[0]:
            faults.add(Fault.BASE_PATH)
            return folder + path[1:]
        return None

    def _found(self, path: str) -> tuple[str | None, bool]:
        """The file of a path, and whether that has a slash too many or too few."""
        folder = path.rstrip("/")
        if folder == path and path:
            for name in (path, f"{path}.html"):
                if name in self._files:
                    return self._files[name], False
        for index in INDEXES:
            name = f"{folder}/{index}" if folder else index
            if name in self._files:
                return self._files[name], folder == path and bool(path)
        for name in (folder, f"{folder}.html"):
            if name in self._files:
                return self._files[name], True
        return None, False
