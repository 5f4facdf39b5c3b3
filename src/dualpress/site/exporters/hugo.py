"""Hugo: content files by language, paired by ``translationKey``.

https://gohugo.io/content-management/multilingual/,
https://gohugo.io/configuration/languages/,
https://gohugo.io/content-management/front-matter/
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.template_marks import shown_by_hugo
from dualpress.site.exporters.values import ADDRESSES, former_addresses, page_values

__all__ = ["Hugo"]

_BUNDLES = frozenset({"index", "_index"})


class Hugo(Exporter):
    """``content/posts/teesta.hi.html``, beside a ``teesta.md`` that stays."""

    name = "hugo"
    articles = PurePosixPath("content/posts")
    root = PurePosixPath("static")
    hosts_languages = True

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        path = self.folder / article_id.removesuffix("/index")
        # By these names Hugo takes a folder for one page, and all in it for that page's files.
        stem = f"{path.name}_" if path.name in _BUNDLES else path.name
        return path.with_name(f"{stem}.{language}.html")

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        values = page_values(page) | {
            "translationKey": page.key,
            "url": page.address,
            **_aliases(page),
        }
        dropped = ADDRESSES if page.is_translation else ()
        body = page.body if page.runs_marks else shown_by_hugo(page.body)
        return page.front_matter.write(values, dropped) + body


def _aliases(page: ExportedPage) -> dict[str, Any]:
    """The page's former addresses, relative to its folder where it has one.

    From which root the others count depends on Hugo's release and on
    ``defaultContentLanguageInSubdir``; these mean the same everywhere.
    """
    folder, _, _ = page.address.rstrip("/").rpartition("/")
    if not page.address.endswith("/") or page.address == "/":
        return former_addresses(page, "aliases")
    near = tuple(_relative(former, folder or "/") for former in page.former)
    return former_addresses(replace(page, former=near), "aliases")


def _relative(address: str, folder: str) -> str:
    slash = "/" if address.endswith("/") else ""
    return posixpath.relpath(address, folder) + slash
