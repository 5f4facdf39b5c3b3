"""A PO file of more entries than are to be in memory at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from dualpress.catalog import Catalog, Entry
from dualpress.catalog.format import format_catalog
from dualpress.catalog.po import changed_meanwhile, encoded, with_whole_header
from dualpress.catalog.sidecar import write_sidecar
from dualpress.files import write_parts

__all__ = ["digest_of", "write_long"]

_AT_ONCE = 256
"""Entries that are made text together."""


def write_long(catalog: Catalog, entries: Iterable[Entry], path: Path) -> None:
    """Write a catalog with these entries, whole or not at all.

    The bytes are those of ``write_catalog``; a file that has them is not touched.

    Args:
        catalog: without entries; its digest is that of the file that it replaces.
        entries: without origins; that can be gone through more than once.
        path: the PO file.

    Raises:
        CatalogError: the file is not the one that it is to replace, or a translation holds
            what no file can hold.
        WriteError: it cannot be written.
    """
    catalog = with_whole_header(catalog)
    if digest_of(path) != catalog.digest:
        raise changed_meanwhile(path)
    if catalog.digest is None or not _stands(catalog, entries, path):
        write_parts(path, _parts(catalog, entries, path))
    write_sidecar(path, ())


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a file, as a catalog tells it; ``None`` where there is none to be read."""
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return None


def _parts(catalog: Catalog, entries: Iterable[Entry], path: Path) -> Iterator[bytes]:
    """The text of the file, piece by piece."""
    header = format_catalog(catalog)
    yield encoded(header, path)
    rest = iter(entries)
    while some := tuple(islice(rest, _AT_ONCE)):
        yield encoded(format_catalog(replace(catalog, entries=some))[len(header) :], path)


def _stands(catalog: Catalog, entries: Iterable[Entry], path: Path) -> bool:
    """Whether the file has the bytes that are to be written."""
    digest = hashlib.sha256()
    for part in _parts(catalog, entries, path):
        digest.update(part)
    return digest.hexdigest() == catalog.digest
