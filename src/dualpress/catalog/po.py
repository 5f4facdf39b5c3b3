"""Catalogs and the files that hold them: ``po/<article>/<language>.po``."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from dualpress.article import Language, Status, other
from dualpress.catalog.approved import forget
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry
from dualpress.catalog.format import format_catalog
from dualpress.catalog.header import Header, charset, complete_header, language
from dualpress.catalog.parse import parse
from dualpress.catalog.sidecar import Origins, read_sidecar, source_digest, write_sidecar
from dualpress.errors import CatalogError
from dualpress.files import write_whole

__all__ = ["changed_meanwhile", "encoded", "read_catalog", "with_whole_header", "write_catalog"]

_UNTRANSLATED = Status.UNTRANSLATED  # before Python 3.12 a member of an enum is slow to reach
_BOM = b"\xef\xbb\xbf"

# What gettext's own templates say before a tool fills it in, and its subset.
_CHARSETS = (None, "utf-8", "utf8", "charset", "ascii", "us-ascii")


def read_catalog(path: Path, *, article: str | None = None) -> Catalog:
    """Read a PO file and what stands beside it.

    Args:
        path: the file; its name tells the language (``hi.po``), or else its header.
        article: the article's id; without it, the project that the header
            names, or else the name of the folder.

    Raises:
        CatalogError: there is no such file, it is not in UTF-8, it is no PO
            file, it has one key twice, or it does not tell its language.
    """
    data = _read_bytes(path)
    parsed = parse(_decode(data, path).replace("\r\n", "\n"), path)
    _refuse_other_charset(parsed.header, path)
    target = _language(parsed.header, path)
    origins, warnings = read_sidecar(path)
    project = dict(parsed.header).get("Project-Id-Version")
    return Catalog(
        article or project or path.parent.name,
        other(target),
        target,
        _with_origins(parsed.entries, origins),
        _with_origins(parsed.obsolete, origins),
        parsed.header,
        parsed.header_comments,
        _newline(data),
        _digest(data),
        (*warnings, *_blank(parsed.entries, path)),
    )


def write_catalog(catalog: Catalog, path: Path, *, created: datetime | None = None) -> Catalog:
    """Write a catalog, whole or not at all.

    Same catalog, same bytes; a file that has them is not touched. What an
    entry's comments keep of an earlier translation is dropped where a human
    has confirmed another since.

    Args:
        catalog: what to write.
        path: the PO file; the origins of drafts go beside it.
        created: when the source was last changed, for the header.

    Returns:
        The catalog as it stands in the file now.

    Raises:
        CatalogError: the file is not the one that this catalog was read from,
            or was changed since: read it again and merge (``merge_edits``).
        WriteError: it cannot be written.
    """
    catalog = _without_memories(with_whole_header(catalog, created))
    data = encoded(format_catalog(catalog), path)
    old = _read_bytes(path) if path.exists() else None
    if old is not None and _digest(old) != catalog.digest:
        raise changed_meanwhile(path)
    if data != old:
        write_whole(path, data)
    write_sidecar(path, (*catalog.entries, *catalog.obsolete))
    return replace(catalog, digest=_digest(data))


def with_whole_header(catalog: Catalog, created: datetime | None = None) -> Catalog:
    """A catalog with all lines of its header.

    Args:
        catalog: that is to be written.
        created: when the source was last changed.
    """
    header = complete_header(
        catalog.header,
        article=catalog.article,
        source=catalog.source_language,
        target=catalog.target_language,
        created=created,
    )
    return catalog if header == catalog.header else replace(catalog, header=header)


def changed_meanwhile(path: Path) -> CatalogError:
    """Why a PO file is not written that is no longer the one that was read."""
    return CatalogError(
        "The file was changed by someone else while dualpress worked on it",
        path=path,
        hint="Nothing was written; run the command again",
    )


def _without_memories(catalog: Catalog) -> Catalog:
    if not any(entry.comments for entry in catalog.entries):
        return catalog
    return replace(catalog, entries=tuple(map(_without_memory, catalog.entries)))


def _without_memory(entry: Entry) -> Entry:
    if not (entry.comments and entry.status.is_confirmed):
        return entry
    return replace(entry, comments=forget(entry.comments))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CatalogError("There is no such file", path=path) from error
    except OSError as error:
        raise CatalogError(
            f"The file cannot be read ({error.strerror or error})", path=path
        ) from error


def _decode(data: bytes, path: Path) -> str:
    """The text, without the byte order mark that gettext refuses."""
    data = data.removeprefix(_BOM)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise CatalogError(
            "The file is not in UTF-8",
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint="Save it again with the encoding UTF-8",
        ) from error


def encoded(text: str, path: Path) -> bytes:
    """The bytes of a PO file.

    Raises:
        CatalogError: it holds what no file can hold.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise CatalogError(
            "A translation holds half a character, which no file can hold", path=path
        ) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _newline(data: bytes) -> str:
    """The line end that most lines have."""
    if b"\r" not in data:
        return "\n"
    return "\r\n" if 2 * data.count(b"\r\n") > data.count(b"\n") else "\n"


def _refuse_other_charset(header: Header, path: Path) -> None:
    if (name := charset(header)) not in _CHARSETS:
        raise CatalogError(
            f"The header says that the file is in {name}",
            path=path,
            hint="Save it with the encoding UTF-8, and write charset=UTF-8 in the header",
        )


def _language(header: Header, path: Path) -> Language:
    """What the file's name says, since editors' templates spoil headers."""
    if path.stem in set(Language):
        return Language(path.stem)
    if found := language(header):
        return found
    raise CatalogError(
        "The file tells no language that dualpress knows",
        path=path,
        hint="Name it hi.po or en.po",
    )


def _with_origins(entries: tuple[Entry, ...], origins: Origins) -> tuple[Entry, ...]:
    if not origins:
        return entries
    return tuple(replace(entry, origin=origins.get(source_digest(entry.key))) for entry in entries)


def _blank(entries: tuple[Entry, ...], path: Path) -> list[str]:
    return [
        f"{path}:{entry.line}: The translation is nothing but white space, and counts as none."
        for entry in entries
        if entry.target and entry.status is _UNTRANSLATED
    ]
