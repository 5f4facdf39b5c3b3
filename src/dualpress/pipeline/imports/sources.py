"""What ``import html`` is called with: addresses, lists of them, saved pages and folders."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from dualpress.config import Project
from dualpress.errors import UsageError
from dualpress.files import reason
from dualpress.pipeline.find import ENDINGS
from dualpress.pipeline.imports.places import checked_address

__all__ = ["PageSource", "address_in", "page_sources"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # one letter is a drive of Windows
_MOST_LIST_BYTES = 16 << 20
# What Edge and Chrome write at the top of a page that they save.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->")
_CANONICAL = re.compile(rb"<link\b[^>]*\brel\s*=\s*[\"']?canonical\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(
    rb"\bhref\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+))", re.I
)
_LOOKED_AT = 256 << 10


@dataclass(frozen=True, slots=True)
class PageSource:
    """One page to import.

    Args:
        address: to fetch it from; empty where it is a file.
        file: that it was saved in; ``None`` where it is to be fetched.
        inside: the path of the file in the folder that was named.
    """

    address: str = ""
    file: Path | None = None
    inside: PurePosixPath = field(default_factory=PurePosixPath)

    def __str__(self) -> str:
        return self.address or str(self.file)

    @property
    def known_by(self) -> str:
        """What tells it from other pages: its address, or its place in its folder."""
        folder = self.file.parents[len(self.inside.parts) - 1].name if self.file else ""
        return self.address or f"{folder}/{self.inside}"


def page_sources(names: Iterable[str], project: Project) -> list[PageSource]:
    """The pages that names mean, each once.

    Args:
        names: addresses, files with one address a line, saved pages, folders of these.
        project: that they are for.

    Raises:
        UsageError: a name means no page.
    """
    found = [source for name in names for source in _sources(name, project)]
    return list(dict.fromkeys(found))


def address_in(page: bytes) -> str:
    """The address that a saved page says it has; empty where it says none that is one."""
    start = page[:_LOOKED_AT]
    saved, link = _SAVED_FROM.search(start), _CANONICAL.search(start)
    href = _HREF.search(link[0]) if link else None
    told = (saved["url"] if saved else b"", href[href.lastgroup or 0] if href else b"")
    for raw in filter(None, told):
        try:
            return checked_address(html.unescape(raw.decode("utf-8", "replace")).strip())
        except UsageError:
            continue
    return ""


def _sources(name: str, project: Project) -> Iterator[PageSource]:
    if _SCHEME.match(name):
        yield PageSource(checked_address(name))
        return
    path = Path(os.path.abspath(name))  # noqa: PTH100 - resolve() would follow links
    if path.is_dir():
        yield from _saved_pages(path, project)
    elif not path.is_file():
        raise UsageError("there is no such file or folder", path=path)
    elif path.suffix.lower() in ENDINGS:
        yield PageSource(file=path, inside=PurePosixPath(path.name))
    else:
        yield from _listed(path)


def _saved_pages(folder: Path, project: Project) -> Iterator[PageSource]:
    """The pages in a folder, less those that browsers saved as parts of others."""
    for own in (project.posts, project.output):
        if folder.is_relative_to(own):
            raise UsageError("these pages are the project's already", path=folder)
    found = [
        PageSource(file=path, inside=PurePosixPath(path.relative_to(folder).as_posix()))
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in ENDINGS
        and path.is_file()
        and not path.is_relative_to(project.posts)
        and not path.is_relative_to(project.output)
        and not any(_is_apart(part) for part in path.relative_to(folder).parts)
    ]
    if not found:
        raise UsageError(
            "there is no page in this folder",
            path=folder,
            hint="Pages are files whose names end in .html, .htm or .xhtml",
        )
    yield from found


def _is_apart(name: str) -> bool:
    """Whether a name is hidden, or of a folder with the parts of a saved page."""
    return name.startswith(".") or name.endswith(("_files", ".files"))


def _listed(path: Path) -> Iterator[PageSource]:
    """The addresses in a file, one a line; ``#`` begins a remark."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        try:
            yield PageSource(checked_address(address))
        except UsageError as error:
            error.path, error.line = path, number
            raise


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_LIST_BYTES:
            raise UsageError("the file is too large for a list of addresses", path=path)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            "the file is no list of addresses",
            path=path,
            hint="It has one address a line; the names of saved pages end in .html",
        ) from error
    except OSError as error:
        raise UsageError(f"the file cannot be read: {reason(error)}", path=path) from error
