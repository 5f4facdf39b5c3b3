"""From the target of a request to a file of the output folder, and to nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from urllib.parse import quote, unquote, urlsplit

from dualpress.article import Language
from dualpress.config import Project

__all__ = ["Moved", "base_path", "find_file", "local_addresses"]

_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Moved:
    """What is asked for has another address.

    Args:
        to: its path, percent-encoded.
    """

    to: str


def base_path(project: Project) -> str:
    """The path under which the site is served: that of its own address.

    Returns:
        Percent-encoded, with a slash at both ends.
    """
    return _path(_base(project))


def find_file(path: str, project: Project) -> Path | Moved | None:
    """Find the file that a URL leads to.

    Args:
        path: of the URL, percent-encoded.
        project: whose output folder is served.

    Returns:
        A regular file in the output folder, all links followed; ``None`` where
        there is none, or a hidden one.
    """
    names = _names(path)
    base = _base(project)
    if names is None or names[: len(base)] != base:
        return Moved(base_path(project)) if path == "/" else None
    inside = project.output.joinpath(*names[len(base) :])
    index = _served(inside / _INDEX, project)
    if path.endswith("/"):
        return index
    # A page may have an address without an ending; hosts give the file of that name and `.html`.
    page = _served(inside.with_name(f"{inside.name}.html"), project)
    return _served(inside, project) or (Moved(_path(names)) if index else page)


def local_addresses(project: Project) -> dict[str, str]:
    """The paths at which the server has what will be published at these addresses.

    A language with an address of its own stands in its folder here.
    """
    start = base_path(project)
    bases = {language: project.config.urls.base_urls.of(language) for language in Language}
    own = {_folder(base): f"{start}{language}/" for language, base in bases.items() if base}
    site = project.config.site.base_url
    return {**({_folder(site): start} if site else {}), **own}


def _base(project: Project) -> tuple[str, ...]:
    path = urlsplit(project.config.site.base_url or "").path
    return tuple(unquote(name) for name in path.split("/") if name)


def _path(names: tuple[str, ...]) -> str:
    encoded = "/".join(quote(name, safe="", errors="surrogateescape") for name in names)
    return f"/{encoded}/" if encoded else "/"


def _names(path: str) -> tuple[str, ...] | None:
    """The names of the folders and the file in a path; ``None`` where one can be none."""
    parts = path.removeprefix("/").removesuffix("/").split("/") if path != "/" else []
    # A name that is not UTF-8 has its own bytes in a URL.
    names = tuple(unquote(part, errors="surrogateescape") for part in parts)
    return names if all(map(_is_name, names)) else None


def _is_name(name: str) -> bool:
    """Whether one part of a path names a file that may be seen, on every system."""
    is_part = name != "" and not any(sign in name for sign in "/\\\0")
    # `c:b` leads elsewhere on Windows alone; `..` is hidden too.
    return is_part and not name.startswith(".") and not PureWindowsPath(name).drive


def _served(path: Path, project: Project) -> Path | None:
    """The path, if it leads to a regular file in the output folder, its links followed."""
    real = Path(os.path.realpath(path))
    is_inside = real.is_relative_to(os.path.realpath(project.output))
    return path if is_inside and real.is_file() else None


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/"
