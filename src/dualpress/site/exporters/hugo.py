"""Hugo: content files by language, paired by ``translationKey``.

https://gohugo.io/content-management/multilingual/,
https://gohugo.io/content-management/front-matter/
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.template_marks import shown_by_hugo
from dualpress.site.exporters.values import ADDRESSES, page_values

__all__ = ["Hugo"]

_BUNDLES = frozenset({"index", "_index"})


class Hugo(Exporter):
    """``content/posts/teesta.hi.html``, beside a ``teesta.md`` that stays."""

    name = "hugo"
    articles = PurePosixPath("content/posts")
    root = PurePosixPath("static")

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        path = self.folder / article_id
        # By these names Hugo takes a folder for one page, and all in it for that page's files.
        stem = f"{path.name}_" if path.name in _BUNDLES else path.name
        return path.with_name(f"{stem}.{language}.html")

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        values = page_values(page) | {"translationKey": page.key, "url": page.address}
        dropped = ADDRESSES if page.is_translation else ()
        body = page.body if page.runs_marks else shown_by_hugo(page.body)
        return page.front_matter.write(values, dropped) + body
