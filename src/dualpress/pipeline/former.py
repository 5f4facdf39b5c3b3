"""What the output folder held before this run, for pages that it cannot make anew.

A page that was published stays up while its article waits for a reviewer
again, or cannot be worked on. The manifest says what there was, and by its
digests which pages someone has edited since.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import unquote

from dualpress.article import Language, Publish, Status
from dualpress.html import read_html
from dualpress.large_json import read_parts
from dualpress.pipeline.packed import Packed
from dualpress.site.manifest import LAYOUT, MANIFEST, READABLE
from dualpress.site.model import Version
from dualpress.site.output import Output
from dualpress.site.titles import description_of
from dualpress.site.urls import bilingual_path
from dualpress.spool import Through

__all__ = ["Former", "FormerArticle", "FormerPage"]

_MEDIA = re.compile(rb"""(?:\.\./)+media/[^\s"'()<>,?#]+""")


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page as it stands in the output folder.

    Args:
        path: where.
        data: its bytes.
        version: what the site said of it.
        url: its address; ``None`` where the site's was not known.
        bilingual: the bytes of the side-by-side view below it, if there is one.
        is_edited: whether its bytes are not those that the manifest names.
    """

    path: PurePosixPath
    data: bytes
    version: Version
    url: str | None = None
    bilingual: bytes | None = None
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class FormerArticle:
    """An article as the manifest tells it.

    Args:
        source_language: that it was written in.
        date: when it was published, as the post said.
    """

    source_language: Language
    date: datetime.date | None


class _Manifest(NamedTuple):
    """A manifest as it was read.

    Args:
        base_url: the address that the site had, where it was known.
        pairs: what it says of articles, by their ids.
        is_empty: whether it lists no article.
    """

    base_url: str | None = None
    pairs: Mapping[str, dict[str, Any]] = MappingProxyType({})
    is_empty: bool = False


class _Pairs:
    """What a manifest says of articles, a few bytes each.

    Attributes:
        by_id: it, by their ids.
    """

    def __init__(self) -> None:
        self._pairs: Packed[dict[str, Any]] = Packed()
        self._places: dict[str, int] = {}
        self.by_id = Through(self._places, self._pairs.__getitem__)

    def add(self, pair: Any) -> None:
        """Take what it says of one.

        Raises:
            LookupError: it says nothing.
            TypeError: likewise.
            ValueError: likewise.
        """
        if _is_id(pair["id"]):
            self._places[pair["id"]] = len(self._pairs)
            self._pairs.append(pair)


class Former:
    """The articles that the output folder holds, as its manifest says.

    Args:
        output: the folder. Without a manifest that can be read there are none.
        publish: which articles are published: what no human approved may stay
            up only where all are.
        pairs: what the manifest says of those articles that are asked for
            (:func:`.manifest.pair_text`), where that is known; ``None`` to read it.
    """

    def __init__(
        self, output: Path, publish: Publish, pairs: Iterable[bytes] | None = None
    ) -> None:
        self._output = output
        self._publish = publish
        self._known = pairs

    @cached_property
    def _manifest(self) -> _Manifest:
        try:
            if self._known is not None:
                return _read([json.loads(pair) for pair in self._known if pair])
            with suppress(ValueError, LookupError, TypeError):
                return _read_parts(self._output / MANIFEST)
            manifest = json.loads((self._output / MANIFEST).read_bytes())
            is_readable = manifest["schema"] in READABLE
            return _read(manifest.get("pairs"), manifest.get("base_url")) if is_readable else _NONE
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return _NONE

    def _pair(self, name: str) -> dict[str, Any]:
        """What the manifest says of an article.

        Raises:
            KeyError: nothing.
        """
        return self._manifest.pairs[name]

    @property
    def base_url(self) -> str | None:
        """The address that the site had, where it was known."""
        return self._manifest.base_url

    @cached_property
    def places(self) -> dict[str, tuple[str, Language]]:
        """The pages of all articles, by article id and language, by their paths and addresses."""
        found: dict[str, tuple[str, Language]] = {}
        for name in self._manifest.pairs:
            with suppress(LookupError, TypeError, ValueError, AttributeError):
                for code, told in self._pair(name)["versions"].items():
                    page = (name, Language(code))
                    found |= {key: page for key in (told["path"], told["url"]) if key}
        return found

    @property
    def is_lost(self) -> bool:
        """Whether a manifest was written that is gone by now, or cannot be read."""
        is_read = bool(self._manifest.pairs) or self._manifest.is_empty
        return not is_read and str(MANIFEST) in Output(self._output).names

    @property
    def ids(self) -> frozenset[str]:
        """Of all articles."""
        return frozenset(self._manifest.pairs)

    def article(self, name: str) -> FormerArticle | None:
        """The article of an id, if the output folder holds it."""
        try:
            pair = self._pair(name)
            return FormerArticle(Language(pair["source_language"]), _date(pair["date"]))
        except (LookupError, TypeError, ValueError):
            return None

    def pages(
        self, name: str, languages: Iterable[Language] = tuple(Language)
    ) -> dict[Language, FormerPage]:
        """The pages of an article that may stay up.

        Args:
            name: the article's id.
            languages: of the pages that are asked for.
        """
        found: dict[Language, FormerPage] = {}
        for language in languages:
            # What the manifest tells is damaged, and so not known to be approved.
            with suppress(LookupError, TypeError, ValueError):
                page = self._page(name, language, self._pair(name)["versions"][language.value])
                found |= {language: page} if page else {}
        return found

    def _page(self, name: str, language: Language, told: dict[str, Any]) -> FormerPage | None:
        counts = {Status(name): int(count) for name, count in told["segments"].items()}
        is_approved = not (counts.keys() & {Status.UNTRANSLATED, Status.DRAFT})
        path = PurePosixPath(told["path"])
        data = self._read(path) if _is_inside(path) else None
        if data is None:
            return None
        is_edited = hashlib.sha256(data).hexdigest() != told["sha256"]
        if self._publish is Publish.REVIEWED and not is_approved:
            return None
        version = Version(
            title=str(told["title"]),
            description=description_of(read_html(data, language=language), {}),
            indexable=bool(told["indexable"]),
            counts=counts,
            modified=_date(told.get("modified")),
        )
        bilingual = self._read(bilingual_path(path))
        return FormerPage(path, data, version, told["url"], bilingual, is_edited)

    def paths(self, name: str) -> dict[Language, PurePosixPath]:
        """Where the pages of an article stood."""
        found: dict[Language, PurePosixPath] = {}
        with suppress(LookupError, TypeError, ValueError, AttributeError):
            for code, told in self._pair(name)["versions"].items():
                if told["path"] is not None and _is_inside(PurePosixPath(told["path"])):
                    found[Language(code)] = PurePosixPath(told["path"])
        return found

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


_NONE = _Manifest()
"""Of a folder of which it is not known what was written to it."""


def _read(pairs: Any, base_url: Any = None) -> _Manifest:
    """What a manifest says that was read as one."""
    base = base_url if isinstance(base_url, str) else None
    found = _Pairs()
    try:
        for pair in pairs:
            found.add(pair)
    except (LookupError, TypeError, ValueError):
        return _Manifest(base)
    return _Manifest(base, found.by_id, is_empty=pairs == [])


def _read_parts(file: Path) -> _Manifest:
    """Read a manifest that stands as it was written, one article after the other.

    Raises:
        OSError: it cannot be read.
        ValueError: it stands otherwise.
        LookupError: likewise.
        TypeError: likewise.
    """
    found = _Pairs()
    with file.open("rb") as lines:
        manifest = read_parts(lines, LAYOUT, found.add)
    if manifest["pairs"] != [] or manifest["schema"] not in READABLE:
        raise ValueError("it is no such manifest")
    base = manifest["base_url"]
    return _Manifest(base if isinstance(base, str) else None, found.by_id)


def _date(told: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(told) if told else None


def _is_id(name: str) -> bool:
    """Whether it is a path that stays inside the folders that it is appended to."""
    return _is_inside(PurePosixPath(name))


def _is_inside(path: PurePosixPath) -> bool:
    return path.parts != () and not path.is_absolute() and ".." not in path.parts
