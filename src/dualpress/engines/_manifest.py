"""The SHA-256 of each file of a package, kept in the package's folder.

The file has the form that ``sha256sum`` writes and checks::

    sha256sum --check dualpress.sha256

The SHA-256 of that file stands for the whole package, however it came.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from dualpress.errors import PackageError

__all__ = [
    "MANIFEST",
    "files_of",
    "hash_bytes",
    "hash_file",
    "make_manifest",
    "read_manifest",
    "render_manifest",
]

MANIFEST = "dualpress.sha256"

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_LINE = re.compile(r"(?P<hash>[0-9a-f]{64})  (?P<path>.+)")


def hash_bytes(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def hash_file(path: Path) -> str:
    """SHA-256 of a file in lower-case hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_of(folder: Path) -> list[Path]:
    """All files of a package, sorted; not the manifest, nor what file managers leave behind."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path != folder / MANIFEST and path.name not in _LITTER and not path.is_dir()
    )


def make_manifest(folder: Path) -> dict[str, str]:
    """Hashes all files of a package.

    Returns:
        The hash of each file by its path in the package, with ``/`` between folders.
    """
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in files_of(folder)}


def render_manifest(manifest: dict[str, str]) -> bytes:
    """The contents of the manifest file: a line for each path, sorted."""
    lines = (f"{manifest[path]}  {path}\n" for path in sorted(manifest))
    return "".join(lines).encode("utf-8")


def read_manifest(folder: Path) -> dict[str, str] | None:
    """Reads the manifest of an installed package.

    Returns:
        ``None`` where there is none: then dualpress did not install it.

    Raises:
        PackageError: it is not what dualpress wrote.
    """
    path = folder / MANIFEST
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise PackageError(f"The list of hashes cannot be read: {error}", path=path) from error
    manifest: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise PackageError("This line holds no hash and path", path=path, line=number)
        manifest[match["path"]] = match["hash"]
    return manifest
