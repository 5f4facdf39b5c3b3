"""Opens package archives without trusting them.

``zipfile.extractall``, which Argos Translate's own installer calls, bounds neither the number nor
the size of what it unpacks. Here nothing is read or written before the whole list of members is
checked.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dualpress.engines._metadata import METADATA
from dualpress.engines._names import check_distinct, portable_parts
from dualpress.errors import PackageError

__all__ = ["LIMITS", "Archive", "Limits", "open_archive"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a package may be; Argos packages have some 20 files and 100 to 300 MB.

    Args:
        archive: bytes of the archive.
        members: files and folders in it.
        unpacked: bytes of all its files.
        ratio: unpacked bytes per byte of the archive. Models hardly shrink at all.
    """

    archive: int = 1 << 30
    members: int = 2000
    unpacked: int = 2 << 30
    ratio: int = 50


LIMITS = Limits()

_METADATA_BYTES = 1 << 16
_DIRECTORY_BYTES = 1 << 22
_BLOCK = 1 << 20

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_END64_MARK = b"PK\x06\x07"
_END64_BYTES = 20

_TOO_MANY = "The archive holds more files than any model package"


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive that is safe to unpack.

    Args:
        file: the archive.
        members: each file by its path below the package's own folder.
        shown: what to call the archive in messages.
    """

    file: zipfile.ZipFile
    members: dict[tuple[str, ...], zipfile.ZipInfo]
    shown: Path

    def metadata(self) -> bytes:
        """The contents of ``metadata.json``.

        Raises:
            PackageError: there is none, or it is too large.
        """
        info = self.members.get((METADATA,))
        if info is None or info.file_size > _METADATA_BYTES:
            raise PackageError(
                f"An Argos package holds a folder with {METADATA}, this archive does not",
                path=self.shown,
            )
        return self.file.read(info)

    def unpack(self, target: Path) -> None:
        """Writes the package's files below ``target``, a folder that is made here."""
        target.mkdir()
        for parts, info in self.members.items():
            place = target.joinpath(*parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open(info) as packed, place.open("xb") as unpacked:
                # zipfile gives no more bytes than the list of members says, which is checked.
                while block := packed.read(_BLOCK):
                    unpacked.write(block)


@contextmanager
def open_archive(path: Path, shown: Path, limits: Limits = LIMITS) -> Iterator[Archive]:
    """Opens an archive and checks all its members.

    Args:
        path: the archive.
        shown: what to call it in messages.
        limits: how much it may be.

    Raises:
        PackageError: it is no zip archive, is damaged, hostile, or larger than allowed. Also
            raised within the ``with`` block, where damage is found only while a member is read.
    """
    try:
        _check_directory(path, shown, limits)
        with zipfile.ZipFile(path) as file:
            yield Archive(file, _check_members(file, path.stat().st_size, shown, limits), shown)
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError) as error:
        raise PackageError(
            f"The archive is damaged: {error}", path=shown, hint="Fetch it again"
        ) from error


def _check_directory(path: Path, shown: Path, limits: Limits) -> None:
    """Refuses an archive whose list of members would fill the memory.

    zipfile reads the whole list and makes an object of each entry before it can be asked how many
    there are. The end record is looked for where zipfile looks (APPNOTE.TXT 4.3.16). ZIP64, for
    archives of more than 4 GiB or 65,535 members, is not needed.
    """
    size = path.stat().st_size
    if size > limits.archive:
        raise PackageError("The archive is larger than any model package", path=shown)
    tail_size = min(size, _END.size + 0xFFFF + _END64_BYTES)
    with path.open("rb") as file:
        file.seek(size - tail_size)
        tail = file.read()
    place = _find_end(tail)
    *_, entries, directory, _, _ = _END.unpack_from(tail, place)
    is_zip64 = tail[max(0, place - _END64_BYTES) : place].startswith(_END64_MARK)
    if is_zip64 or entries > limits.members or directory > _DIRECTORY_BYTES:
        raise PackageError(_TOO_MANY, path=shown)


def _find_end(tail: bytes) -> int:
    """Where the end record stands: at the very end, or before a comment."""
    place = len(tail) - _END.size
    if place >= 0 and tail.startswith(_END_MARK, place) and tail.endswith(b"\0\0"):
        return place
    place = tail.rfind(_END_MARK)
    if place < 0 or place + _END.size > len(tail):
        raise zipfile.BadZipFile("it is no zip archive")
    return place


def _check_members(
    file: zipfile.ZipFile, size: int, shown: Path, limits: Limits
) -> dict[tuple[str, ...], zipfile.ZipInfo]:
    """Returns the files of the archive's one folder; folders are made as they are needed."""
    infos = file.infolist()
    if len(infos) > limits.members:
        raise PackageError(_TOO_MANY, path=shown)
    if sum(info.file_size for info in infos) > min(limits.unpacked, limits.ratio * size):
        raise PackageError("Unpacked, the archive would be far too large", path=shown)
    checked = [(_check_member(info, shown), info) for info in infos]
    if len({parts[0] for parts, _ in checked}) != 1:
        raise PackageError("An Argos package holds one folder, this archive does not", path=shown)
    files = [(parts[1:], info) for parts, info in checked if not info.is_dir()]
    try:
        check_distinct(parts for parts, _ in files)
    except ValueError as error:
        raise PackageError(f"The archive is not safe to unpack: {error}", path=shown) from error
    return dict(files)


def _check_member(info: zipfile.ZipInfo, shown: Path) -> tuple[str, ...]:
    try:
        # The name before zipfile cuts it at a null byte and turns backslashes on Windows.
        parts = portable_parts(info.orig_filename)
        if len(parts) == 1 and not info.is_dir():
            raise ValueError("it lies outside the package's folder")
        _check_kind(info)
    except ValueError as error:
        raise PackageError(
            f"The archive is not safe to unpack: of {info.orig_filename!r}, {error}",
            path=shown,
            hint="Do not use it; fetch the package from a source that you trust",
        ) from error
    return parts


def _check_kind(info: zipfile.ZipInfo) -> None:
    """Lets only plain files and folders pass, stored or deflated, without a password."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ValueError("it is a link or a device, not a file")
    if info.flag_bits & 0x1:
        raise ValueError("it is encrypted")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError("it is packed in a way that packages are not")
