"""Jekyll with jekyll-polyglot: versions of one permalink, each in the folder of its language.

https://github.com/untra/polyglot
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage
from dualpress.site.exporters.jekyll import Jekyll
from dualpress.site.exporters.links import address_of
from dualpress.site.model import SiteArticle
from dualpress.site.urls import root_folder

__all__ = ["Polyglot"]


class Polyglot(Jekyll):
    """``_articles/hi/teesta.html``, for a Jekyll that builds the site once for each language."""

    name = "jekyll-polyglot"

    def place(self, article: SiteArticle, language: Language) -> PurePosixPath:
        """Where the plugin puts a page: below its language, if that is no default."""
        path = _bare_path(article)
        is_default = language is self.options.default_language
        return path if is_default else PurePosixPath(language.value, path)

    def addresses(self, page: ExportedPage) -> dict[str, Any]:
        """The permalink of all versions; where there is one alone, no other shows it in its place.

        What stood at another address the plugin does not lead on.
        """
        values: dict[str, Any] = {"permalink": address_of(_bare_path(page.article))}
        if len(page.article.versions) == 1:
            values["lang-exclusive"] = [page.language.value]
        return values


def _bare_path(article: SiteArticle) -> PurePosixPath:
    """The path of an article's original without a folder of its language."""
    path = article.path(article.source_language)
    folder = root_folder(path, [article.source_language])
    return path.relative_to(folder.value) if folder else path
