"""Opens package archives without trusting them.

``zipfile.extractall``, which Argos Translate's own installer calls, bounds neither the number nor
the size of what it unpacks. Here nothing is written before the whole list of members is checked.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dualpress.engines._metadata import METADATA
from dualpress.engines._names import check_distinct, portable_parts
from dualpress.errors import PackageError

__all__ = ["LIMITS", "Limits", "Member", "open_archive", "read_metadata", "unpack"]


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


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a package.

    Args:
        info: its entry in the archive.
        parts: its path below the package's own folder.
    """

    info: zipfile.ZipInfo
    parts: tuple[str, ...]


@contextmanager
def open_archive(path: Path, limits: Limits = LIMITS) -> Iterator[zipfile.ZipFile]:
    """Opens an archive whose list of members is of bearable size.

    Raises:
        PackageError: it is no zip archive, is damaged, or is larger than allowed. Also raised
            where damage is found only while it is read.
    """
    try:
        _check_directory(path, limits)
        with zipfile.ZipFile(path) as archive:
            yield archive
    # zipfile raises NotImplementedError for what it cannot unpack, RuntimeError where a password
    # is needed, and lets through what its decompressors raise (zlib.error is an Exception only).
    except (zipfile.BadZipFile, NotImplementedError, EOFError, UnicodeDecodeError) as error:
        raise PackageError(
            f"The archive is damaged: {error}", path=path, hint="Fetch it again"
        ) from error


def read_metadata(archive: zipfile.ZipFile, path: Path) -> bytes:
    """Reads ``metadata.json`` of the archive's one folder.

    Raises:
        PackageError: there is none, there are several, or it is too large.
    """
    found = [
        info
        for info in archive.infolist()
        if info.filename.count("/") == 1 and info.filename.endswith(f"/{METADATA}")
    ]
    if len(found) != 1:
        raise PackageError(
            f"An Argos package holds one folder with {METADATA} in it, this archive holds none",
            path=path,
        )
    with archive.open(found[0]) as file:
        data = file.read(_METADATA_BYTES + 1)
    if len(data) > _METADATA_BYTES:
        raise PackageError(f"{METADATA} is too large", path=path)
    return data


def unpack(archive: zipfile.ZipFile, target: Path, path: Path, limits: Limits = LIMITS) -> None:
    """Unpacks the archive's one folder.

    Args:
        archive: an open archive.
        target: the folder that becomes the package's; must not exist.
        path: the archive's path, for messages.
        limits: how much it may be.

    Raises:
        PackageError: a member is hostile, or the whole is too large. Then nothing was written.
    """
    members = _check_members(archive, path, limits)
    target.mkdir()
    for member in members:
        file = target.joinpath(*member.parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(member.info) as packed, file.open("xb") as unpacked:
            # zipfile gives no more bytes than the list of members says, which is checked.
            while block := packed.read(_BLOCK):
                unpacked.write(block)


def _check_directory(path: Path, limits: Limits) -> None:
    """Refuses an archive whose list of members would fill the memory.

    zipfile reads the whole list and makes an object of each entry before it can be asked how many
    there are. The end record is looked for where zipfile looks (APPNOTE.TXT 4.3.16); ZIP64, for
    archives of more than 4 GiB or 65,535 members, is not needed.
    """
    size = path.stat().st_size
    if size > limits.archive:
        raise PackageError("The archive is larger than any model package", path=path)
    tail_size = min(size, _END.size + 0xFFFF + _END64_BYTES)
    with path.open("rb") as file:
        file.seek(size - tail_size)
        tail = file.read()
    place = len(tail) - _END.size
    if place < 0 or tail[place : place + 4] != _END_MARK or tail[-2:] != b"\0\0":
        place = tail.rfind(_END_MARK)
    if place < 0 or place + _END.size > len(tail):
        raise zipfile.BadZipFile("it is no zip archive")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(tail, place)
    is_zip64 = tail[max(0, place - _END64_BYTES) : place].startswith(_END64_MARK)
    if is_zip64 or entries > limits.members or directory > _DIRECTORY_BYTES:
        raise PackageError("The archive holds more files than any model package", path=path)


def _check_members(archive: zipfile.ZipFile, path: Path, limits: Limits) -> list[Member]:
    """Returns the files of the archive; folders are made as they are needed."""
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise PackageError("The archive holds more files than any model package", path=path)
    total = sum(info.file_size for info in infos)
    if total > min(limits.unpacked, limits.ratio * path.stat().st_size):
        raise PackageError("Unpacked, the archive would be far too large", path=path)
    checked = [(info, _checked_parts(info, path)) for info in infos]
    if len({parts[0] for _, parts in checked}) != 1:
        raise PackageError("An Argos package holds one folder, this archive several", path=path)
    members = [Member(info, parts[1:]) for info, parts in checked if not info.is_dir()]
    try:
        check_distinct(member.parts for member in members)
    except ValueError as error:
        raise PackageError(f"The archive is not safe to unpack: {error}", path=path) from error
    return members


def _checked_parts(info: zipfile.ZipInfo, path: Path) -> tuple[str, ...]:
    try:
        # The name before zipfile cuts it at a null byte and turns backslashes on Windows.
        parts = portable_parts(info.orig_filename)
        if len(parts) == 1 and not info.is_dir():
            raise ValueError("it lies outside the package's folder")
        _check_kind(info)
    except ValueError as error:
        raise PackageError(
            f"The archive is not safe to unpack: of {info.orig_filename!r}, {error}",
            path=path,
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
