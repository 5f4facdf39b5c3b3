"""What stands at an address of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dualpress.pipeline.web_address import WebAddress
from dualpress.site.model import Site, SiteArticle
from dualpress.site.urls import encode_path, page_file, root_folder, url_path

__all__ = ["Standing", "spellings"]

_INDEX = "index.html"


def spellings(address: WebAddress) -> Iterator[WebAddress]:
    """The addresses at which servers give the page of an address, itself first.

    ``/x/`` is also ``/x`` and ``/x/index.html``, and ``/x`` is ``/x.html``,
    which many hosts give without its ending.
    """
    yield address
    file = page_file(address.path)
    whole = url_path(file)
    found = [file.as_posix(), whole, whole.removesuffix("/")]
    if file.name != _INDEX:
        found.append(whole.removesuffix(".html"))
    for path in dict.fromkeys(found):
        if path != address.path:
            yield WebAddress(address.base, path)


class Standing:
    """Knows the pages and files of a site by their addresses.

    Args:
        site: what is published.
        files: of the output folder.
    """

    def __init__(self, site: Site, files: Collection[PurePosixPath]) -> None:
        self._site = site
        self._files = files
        base = site.settings.base_url
        own = site.settings.base_urls
        self._folders = [(WebAddress(base, "").place, PurePosixPath())] + [
            (WebAddress(url, "").place, PurePosixPath(language.value))
            for language, url in own.items()
        ]
        self._bases = {base, *own.values()}

    def key(self, address: WebAddress) -> tuple[str, str]:
        """What is equal for addresses of one page."""
        return WebAddress(None, address.path).place if self._is_near(address) else address.place

    def name(self, address: WebAddress) -> str:
        """An address as the list of redirects names it.

        Returns:
            Its path where it is on the site's own server, else the whole.
        """
        if self._is_near(address):
            return f"/{encode_path(address.path)}"
        server, _ = self._folders[0][0]
        return urlsplit(address.url).path if address.place[0] == server else address.url

    def is_there(self, address: WebAddress) -> bool:
        """Whether readers of an address find a page or a file."""
        found = self._candidates(address)
        return any(file in self._files or file in self._elsewhere for file in found)

    def article(self, address: WebAddress) -> SiteArticle | None:
        """The article one of whose pages readers of an address find."""
        found = (self._articles.get(file) for file in self._candidates(address))
        return next(filter(None, found), None)

    def _is_near(self, address: WebAddress) -> bool:
        """Whether an address is one of a site that does not know its own."""
        is_unknown = self._site.settings.base_url is None
        return address.base is None or (is_unknown and address.base not in self._bases)

    def _candidates(self, address: WebAddress) -> Iterator[PurePosixPath]:
        """The files, if they are there, that a server gives for an address."""
        server, path = self.key(address)
        for (own_server, folder_path), folder in self._folders:
            if server == own_server and path.startswith(folder_path):
                inside = path.removeprefix(folder_path)
                for file in _files_for(inside):
                    if folder.parts or not root_folder(file, self._site.settings.base_urls):
                        yield folder / file

    @cached_property
    def _articles(self) -> dict[PurePosixPath, SiteArticle]:
        return {
            article.path(language): article
            for article in self._site.articles
            for language in article.versions
        }

    @cached_property
    def _elsewhere(self) -> frozenset[PurePosixPath]:
        """The pages that the site has without dualpress."""
        if not self._site.settings.only_translations:
            return frozenset()
        return frozenset(article.path(article.source_language) for article in self._site.articles)


def _files_for(path: str) -> Iterator[PurePosixPath]:
    if not path or path.endswith("/"):
        yield PurePosixPath(path, _INDEX)
    else:
        yield from (PurePosixPath(path), PurePosixPath(f"{path}.html"), PurePosixPath(path, _INDEX))
