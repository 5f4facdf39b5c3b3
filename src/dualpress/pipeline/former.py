"""What the output folder held before this run, for pages that it cannot make anew.

A page that was published stays up while its article waits for a reviewer
again, or cannot be worked on. The manifest says what there was; a page counts
only if its bytes are those that the manifest names.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from dualpress.article import Language, Publish, Status
from dualpress.html import read_html
from dualpress.site.manifest import MANIFEST, SCHEMA_VERSION
from dualpress.site.model import Version
from dualpress.site.titles import description_of
from dualpress.site.urls import page_path

__all__ = ["Former", "FormerArticle", "FormerPage"]

_MEDIA = re.compile(rb"""(?:\.\./)+media/[^\s"'()<>,?#]+""")


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page as it stands in the output folder.

    Args:
        path: where.
        data: its bytes.
        version: what the site said of it.
    """

    path: PurePosixPath
    data: bytes
    version: Version

    @property
    def is_approved(self) -> bool:
        """Whether it shows nothing but what a human approved."""
        return not (self.version.counts.keys() & {Status.UNTRANSLATED, Status.DRAFT})


@dataclass(frozen=True, slots=True)
class FormerArticle:
    """An article whose pages stand in the output folder.

    Args:
        source_language: that it was written in.
        date: when it was published, as the post said.
        pages: those that are as the manifest says.
    """

    source_language: Language
    date: datetime.date | None
    pages: Mapping[Language, FormerPage]

    def kept(self, publish: Publish) -> dict[Language, FormerPage]:
        """The pages that may stay up: what no human approved only where all is published."""
        return {
            language: page
            for language, page in self.pages.items()
            if publish is Publish.ALL or page.is_approved
        }


class Former:
    """The articles that the output folder holds, as its manifest says.

    Args:
        output: the folder. Without a manifest that can be read there are none.
    """

    def __init__(self, output: Path) -> None:
        self._output = output

    @cached_property
    def _pairs(self) -> dict[str, Any]:
        try:
            manifest = json.loads((self._output / MANIFEST).read_bytes())
            if manifest["schema"] != SCHEMA_VERSION:
                return {}
            return {pair["id"]: pair for pair in manifest["pairs"] if _is_id(pair["id"])}
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return {}

    @property
    def ids(self) -> frozenset[str]:
        """Of all articles."""
        return frozenset(self._pairs)

    def article(self, name: str) -> FormerArticle | None:
        """The article of an id, if the output folder holds it."""
        try:
            pair = self._pairs[name]
            date = pair["date"] and datetime.date.fromisoformat(pair["date"])
            pages = {
                language: page
                for language in Language
                if (page := self._page(name, language, pair["versions"].get(language.value)))
            }
            return FormerArticle(Language(pair["source_language"]), date, pages)
        except (LookupError, TypeError, ValueError, AttributeError):
            return None

    def _page(self, name: str, language: Language, told: dict[str, Any] | None) -> FormerPage | None:
        path = page_path(name, language)
        data = self._read(path)
        if told is None or data is None or told["sha256"] != hashlib.sha256(data).hexdigest():
            return None
        version = Version(
            title=str(told["title"]),
            description=description_of(read_html(data, language=language), {}),
            indexable=bool(told["indexable"]),
            counts={Status(name): int(count) for name, count in told["segments"].items()},
        )
        return FormerPage(path, data, version)

    def media_of(self, page: FormerPage) -> Iterator[tuple[PurePosixPath, bytes]]:
        """The files of the output folder that a page shows."""
        for match in _MEDIA.finditer(page.data):
            url = unquote(match[0].decode("utf-8", "replace"))
            path = PurePosixPath(posixpath.normpath(posixpath.join(page.path.parent, url)))
            data = self._read(path)
            if data is not None and path.parts[0] != "..":
                yield path, data

    def _read(self, path: PurePosixPath) -> bytes | None:
        try:
            return (self._output / path).read_bytes()
        except (OSError, ValueError):
            return None


def _is_id(name: str) -> bool:
    """Whether it is a path that stays inside the folders that it is appended to."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
