"""Files told by size and times, and by their bytes where the times may not tell."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dualpress.files import look

__all__ = ["Doubt", "Signatures", "lasting_stamp", "sha256_of", "stamp"]

_TICK = 2_000_000_000
"""Nanoseconds within which two changes of a file may get the same times: those of FAT, which
has the coarsest clock of all file systems in use."""


class Doubt(NamedTuple):
    """A file that was looked at so soon after a change that another one could have the same times.

    Args:
        signature: that it had.
        sha256: of its bytes then.
    """

    signature: str
    sha256: str


class Signatures:
    """Tells files by what changes whenever their bytes do.

    That is size and times, as version control does it, which reads no file:
    https://git-scm.com/docs/racy-git. Of a file that was changed a moment ago
    the bytes count too, now and when it is looked at again.

    Args:
        doubts: those of the looks that are compared with, by file.

    Attributes:
        doubts: those of this look, likewise.
    """

    def __init__(self, doubts: Mapping[str, Doubt]) -> None:
        self.doubts: dict[str, Doubt] = {}
        self._before = doubts

    def of(self, file: str, *, follow: bool = True) -> str:
        """The signature of a file; empty where there is none.

        Args:
            file: its path.
            follow: whether a link is taken for what it leads to.
        """
        found = _stat(file, follow=follow)
        if found is None:
            return ""
        signature, before = _signature(found), self._before.get(file)
        is_doubted = before is not None and before.signature == signature
        is_young = _is_young(found)
        if not (is_doubted or is_young):
            return signature
        sha256 = _sha256(file, found)
        if is_young:
            self.doubts[file] = Doubt(signature, sha256)
        is_changed = is_doubted and before is not None and before.sha256 != sha256
        return f"{signature} {sha256}" if is_changed else signature

    def doubted(self, file: str, signature: str) -> str | None:
        """The SHA-256 of a file at this look, where it was in doubt; ``None`` elsewhere.

        Args:
            file: its path.
            signature: that it had.
        """
        doubt = self.doubts.get(file)
        return doubt.sha256 if doubt is not None and doubt.signature == signature else None


def stamp(file: Path) -> str | None:
    """What changes whenever the bytes of a file do; it may change where they do not.

    Returns:
        ``None`` where there is none.
    """
    found = _stat(str(file), follow=True)
    if found is None:
        return None
    young = _sha256(str(file), found) if _is_young(found) else ""
    return f"{_signature(found)} {young}"


def lasting_stamp(file: Path, sha256: str) -> str | None:
    """The stamp that a file has as long as it holds certain bytes.

    Args:
        file: its path.
        sha256: of these bytes.

    Returns:
        ``None`` where it holds others, or was changed a moment ago: its stamp will be another.
    """
    found = _stat(str(file), follow=True)
    if found is None or _is_young(found) or _sha256(str(file), found) != sha256:
        return None
    return f"{_signature(found)} "


def sha256_of(file: str) -> str:
    """The SHA-256 of the bytes of a file; empty for what is none, or cannot be read."""
    found = _stat(file, follow=True)
    return "" if found is None else _sha256(file, found)


def _stat(file: str, *, follow: bool) -> os.stat_result | None:
    try:
        return os.stat(file, follow_symlinks=follow)  # noqa: PTH116 - ten thousand paths take a second to make
    except (OSError, ValueError):  # there is none, or it is no name of a file
        return None


def _signature(found: os.stat_result) -> str:
    return f"{look(found)} {found.st_ctime_ns}"


def _is_young(found: os.stat_result) -> bool:
    """Whether it was changed a moment ago, or in what is the future here."""
    return time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _TICK


def _sha256(file: str, found: os.stat_result) -> str:
    """Of the bytes of a file; empty for what is none, or cannot be read."""
    if not stat.S_ISREG(found.st_mode):
        return ""
    try:
        return hashlib.sha256(Path(file).read_bytes()).hexdigest()
    except OSError:  # whoever reads it next says what is wrong
        return ""
