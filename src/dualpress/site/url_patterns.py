"""Patterns that say at which paths of a site the pages of its articles stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from dualpress.article import Language

__all__ = ["FIELDS", "UrlPattern", "bare_path"]

FIELDS = ("lang", "path", "folder", "slug")
"""What a pattern may name between braces."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_ENDING = re.compile(r"(?:/?index)?\.x?html?\Z|/+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UrlPattern:
    """A pattern such as ``{lang}/{path}/`` or ``{path}.{lang}.html``.

    Args:
        text: where ``{lang}`` stands for the page's language, ``{path}`` for the
            path of the original without an ending, ``{folder}`` for the same
            without its last part, and ``{slug}`` for the page's slug.
    """

    text: str

    @property
    def has_slug(self) -> bool:
        """Whether a page's path depends on its slug."""
        return "{slug}" in self.text

    @property
    def has_language(self) -> bool:
        """Whether the versions of a page have different paths."""
        return "{lang}" in self.text

    def expand(self, language: Language, path: str, slug: str) -> str:
        """The path of a page, decoded and in NFC, from the site's address on.

        Args:
            language: of the page.
            path: of the original, as it stands in its URL.
            slug: of the page.
        """
        bare = bare_path(path)
        values = {
            "lang": language.value,
            "path": bare,
            "folder": bare.rpartition("/")[0],
            "slug": slug,
        }
        expanded = normalize("NFC", _FIELD.sub(lambda found: values[found[1]], self.text))
        return re.sub(r"/{2,}", "/", expanded).lstrip("/")


def bare_path(path: str) -> str:
    """A path without the slash, the ending or the ``index.html`` at its end."""
    return _ENDING.sub("", path).strip("/")
