"""Addresses at which pages stand or stood."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from dualpress.site.model import SiteSettings
from dualpress.site.urls import encode_path, root_folder, url_path

__all__ = ["WebAddress", "address_of"]


class WebAddress(NamedTuple):
    """An address of a page.

    Args:
        base: of the site, or of a language that has an address of its own,
            with a slash at its end; ``None`` where it was not known.
        path: of the page's URL, decoded, from there on.
    """

    base: str | None
    path: str

    @property
    def url(self) -> str:
        """The whole address, from the root of the server where no more is known."""
        return f"{self.base or '/'}{encode_path(self.path)}"

    @property
    def place(self) -> tuple[str, str]:
        """Server and path: what is equal for addresses of one page.

        Whether the scheme is secure does not count, nor how it is encoded.
        """
        server, folder = _server_and_folder(self.base or "/")
        return server, folder + self.path

    def is_same(self, other: WebAddress) -> bool:
        """Whether a page at one address is at the other too; an unknown base may be any."""
        if self.base is None or other.base is None or self.base == other.base:
            return self.path == other.path
        return self.place == other.place


@lru_cache
def _server_and_folder(base: str) -> tuple[str, str]:
    parts = urlsplit(base)
    return parts.netloc.lower(), unquote(parts.path)


def address_of(file: PurePosixPath, settings: SiteSettings) -> WebAddress:
    """The address of a file of the output folder."""
    language = root_folder(file, settings.base_urls)
    if language is None:
        return WebAddress(settings.base_url, url_path(file))
    return WebAddress(settings.base_urls[language], url_path(file.relative_to(language.value)))
