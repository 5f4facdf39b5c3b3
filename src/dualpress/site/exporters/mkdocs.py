"""MkDocs with mkdocs-static-i18n: pages paired by their paths, the language as suffix.

https://ultrabug.github.io/mkdocs-static-i18n/getting-started/quick-start/
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.markdown import as_html_block
from dualpress.site.exporters.values import ADDRESSES, page_values
from dualpress.site.model import SiteArticle

__all__ = ["MkDocs"]

_FOLDER_PAGES = frozenset({"index", "readme"})


class MkDocs(Exporter):
    """``docs/teesta.hi.md``, whose body is HTML."""

    name = "mkdocs"
    articles = PurePosixPath("docs")
    root = PurePosixPath("docs")
    key = None

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        path = self.folder / _dotless(article_id)
        return path.with_name(f"{path.name}.{language}.md")

    def place(self, article: SiteArticle, language: Language) -> PurePosixPath:
        """Where MkDocs puts a page: by its file, below its language where that is no default."""
        inside = self.folder.relative_to(self.root) if self._is_in_docs else PurePosixPath()
        path = inside / _dotless(article.id)
        folder = path.parent if path.name.lower() in _FOLDER_PAGES else path
        is_default = language is self.options.default_language
        return PurePosixPath("" if is_default else language.value, folder, "index.html")

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        dropped = ADDRESSES if page.is_translation else ()
        text = page.front_matter.write(page_values(page), dropped, as_yaml=True)
        return text + as_html_block(page.body)

    @property
    def _is_in_docs(self) -> bool:
        return self.folder.is_relative_to(self.root)


def _dotless(article_id: str) -> str:
    """The plugin takes what stands behind a dot for a language, wherever it stands."""
    return article_id.replace(".", "-")
