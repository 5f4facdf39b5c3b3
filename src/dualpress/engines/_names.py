"""Which names a package may give its files: those that are safe and the same on every system."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.file_names import flaw_of, folded

__all__ = ["check_distinct", "portable_parts"]

_LONGEST = 200
"""Characters of a path in a package; Windows takes some 260 of the whole path."""


def portable_parts(name: str) -> tuple[str, ...]:
    """Splits the path of a file in a package.

    Args:
        name: with ``/`` between folders; at the end too, if it is itself a folder.

    Raises:
        ValueError: the path leads out of the package, or is not one that Windows, macOS and
            Linux all take for the same; says in which way.
    """
    if len(name) > _LONGEST:
        raise ValueError("its path is too long")
    parts = tuple(name.removesuffix("/").split("/"))
    for part in parts:
        if part in ("", ".", ".."):
            raise ValueError("it leads out of the package")
        if flaw := flaw_of(part):
            raise ValueError(f"its name {flaw}")
    return parts


def check_distinct(files: Iterable[tuple[str, ...]]) -> None:
    """Makes sure that no two files would become one, and no file a folder of another.

    Args:
        files: the paths of all files, as :func:`portable_parts` splits them.

    Raises:
        ValueError: two paths are equal where case or Unicode form do not count, as on Windows
            and macOS.
    """
    names = [tuple(map(folded, parts)) for parts in files]
    seen = set(names)
    if len(seen) < len(names):
        raise ValueError("two of its files have the same name")
    for parts in seen:
        if any(parts[:end] in seen for end in range(1, len(parts))):
            raise ValueError("a file has the name of a folder")
