"""``dualpress.urls.json``: the record of the addresses at which pages were published.

It stands beside ``dualpress.toml`` and belongs into version control with it,
for the output folder is often made anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from dualpress import records
from dualpress.article import Language
from dualpress.files import write_whole
from dualpress.large_json import Layout, read_parts
from dualpress.pipeline.url_record import Pages, Published, UrlRecord
from dualpress.pipeline.web_address import WebAddress
from dualpress.site.by_language import by_language

__all__ = ["read_record", "write_record"]

_SCHEMA = 2
_PATHS_ALONE = 1
"""The schema that named former addresses by their paths, and knew no bases."""

_LAYOUT = Layout(
    opening=b' "pages": {', indent=b"  ", before="{", after="}", errors="surrogateescape"
)
"""How it is written."""


def read_record(path: Path, articles: Collection[str] | None = None) -> UrlRecord:
    """Read the record of a project; a file that is not there records nothing.

    Args:
        path: the file.
        articles: the ids of those that are asked for; ``None`` means all.

    Raises:
        ConfigError: it cannot be read. To go on without it would break the
            addresses that readers and search engines know.
    """
    if articles is None:
        with suppress(OSError, *records.DAMAGES):
            return _read_parts(path)
    known = records.read_record(
        path, "addresses", (_PATHS_ALONE, _SCHEMA), lambda document: _record(document, articles)
    )
    return UrlRecord() if known is None else known


def _read_parts(path: Path) -> UrlRecord:
    """Read a record that stands as it was written, one article after the other.

    Raises:
        OSError: it cannot be read.
        Exception: one of :data:`.records.DAMAGES`; it may only be laid out in another way.
    """
    pages: dict[str, Pages] = {}

    def take(part: Mapping[str, Any]) -> None:
        if not pages.keys().isdisjoint(part):
            raise ValueError("an article stands in it twice")
        pages.update((name, _pages(own)) for name, own in part.items())

    with path.open("rb") as lines:
        data = read_parts(lines, _LAYOUT, take)
    if data["pages"] != {} or data["schema"] not in (_PATHS_ALONE, _SCHEMA):
        raise ValueError("it is no such record")
    return UrlRecord(pages)


def write_record(path: Path, record: UrlRecord, former: UrlRecord) -> None:
    """Write a record if it differs from the former one.

    Raises:
        WriteError: it cannot be written.
    """
    if record.pages != former.pages:
        write_whole(path, _document(record))


def _document(record: UrlRecord) -> bytes:
    """JSON, made by article: of a large archive, all in one would take three times the memory."""
    pages = b",".join(_row(name, own) for name, own in sorted(record.pages.items()))
    end = b"\n }\n}\n" if pages else b"}\n}\n"
    return b"".join([f'{{\n "schema": {_SCHEMA},\n "pages": {{'.encode(), pages, end])


def _row(name: str, pages: Pages) -> bytes:
    """What the record says of an article, in the place where it stands there."""
    own = {language.value: _value(pages[language]) for language in Language if language in pages}
    text = json.dumps({name: own}, ensure_ascii=False, indent=1)
    return text[1:-2].replace("\n", "\n ").encode("utf-8", "surrogateescape")


def _record(document: Mapping[str, Any], articles: Collection[str] | None) -> UrlRecord:
    pages = document["pages"].items()
    return UrlRecord(
        {name: _pages(own) for name, own in pages if articles is None or name in articles}
    )


def _pages(told: Mapping[str, Any]) -> Pages:
    return by_language({Language(code): _published(value) for code, value in told.items()})


def _published(told: Mapping[str, Any]) -> Published:
    base, path = _address(told)
    slug = told.get("slug")
    return Published(
        path,
        None if slug is None else _text(slug),
        base,
        tuple(map(_address, told.get("before", []))),
        tuple(map(_address, told.get("views", []))),
    )


def _address(told: Mapping[str, Any] | str) -> WebAddress:
    if isinstance(told, str):
        return WebAddress(None, told)
    base = told.get("base")
    # Of all pages there are two or three, which so are in memory once.
    return WebAddress(None if base is None else sys.intern(_text(base)), _text(told["path"]))


def _text(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError("bases, paths and slugs are texts")
    return told


def _value(page: Published) -> dict[str, Any]:
    value = {
        **_address_value(page.address),
        "slug": page.slug,
        "before": [_address_value(old) for old in page.before],
        "views": [_address_value(view) for view in page.views],
    }
    return {name: part for name, part in value.items() if part not in (None, [])}


def _address_value(address: WebAddress) -> dict[str, str]:
    return {"base": address.base, "path": address.path} if address.base else {"path": address.path}
