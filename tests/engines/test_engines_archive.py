"""Opening archives that are damaged, hostile or too large."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dualpress.engines._archive import Limits, open_archive
from dualpress.errors import PackageError

_METADATA = "en_hi/metadata.json"


def pack(path: Path, *names: str, data: bytes = b"x", compression: int = 8) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of the doubled names that are wanted here
        with zipfile.ZipFile(path, "w", compression) as archive:
            for name in names:
                info = zipfile.ZipInfo("name")
                info.filename = info.orig_filename = name
                info.compress_type = compression
                archive.writestr(info, b"" if name.endswith("/") else data)
    return path


def unpack(path: Path, target: Path, limits: Limits | None = None) -> None:
    with open_archive(path, path, limits or Limits()) as archive:
        archive.metadata()
        archive.unpack(target)


def refused(path: Path, reason: str, limits: Limits | None = None) -> None:
    """Asserts that the archive is refused for this reason before anything is written."""
    target = path.parent / "target"
    with pytest.raises(PackageError, match=reason):
        unpack(path, target, limits)
    assert not target.exists()


def test_unpacks_files_without_their_folder(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", "en_hi/", _METADATA, "en_hi/model/", "en_hi/model/model.bin")
    unpack(path, tmp_path / "target")
    found = [file.relative_to(tmp_path / "target") for file in (tmp_path / "target").rglob("*")]
    assert sorted(map(str, found)) == ["metadata.json", "model", str(Path("model", "model.bin"))]


@pytest.mark.parametrize(
    "name",
    ["../out", "/out", "en_hi/../../out", "C:/out", "en_hi\\..\\out", "en_hi/NUL", "en_hi/a\0b"],
)
def test_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    refused(pack(tmp_path / "a", _METADATA, name), "not safe to unpack")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK])
def test_link_or_device_is_refused(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "a"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(_METADATA, b"{}")
        info = zipfile.ZipInfo("en_hi/link")
        info.external_attr = (kind | 0o777) << 16
        archive.writestr(info, b"/etc/passwd")
    refused(path, "link or a device")


@pytest.mark.parametrize("twin", [_METADATA, "en_hi/METADATA.JSON", "en_hi/metadata.json/x"])
def test_names_that_collide_are_refused(tmp_path: Path, twin: str) -> None:
    refused(pack(tmp_path / "a", _METADATA, twin), "not safe to unpack")


def test_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", _METADATA, "en_hi/secret")
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    refused(path, "encrypted")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compression_is_refused(tmp_path: Path, compression: int) -> None:
    refused(pack(tmp_path / "a", _METADATA, compression=compression), "packed in a way")


def test_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    refused(pack(tmp_path / "a", _METADATA, "readme"), "outside the package's folder")


def test_several_folders_are_refused(tmp_path: Path) -> None:
    refused(pack(tmp_path / "a", _METADATA, "other/file"), "holds one folder")


def test_archive_without_metadata_is_refused(tmp_path: Path) -> None:
    refused(pack(tmp_path / "a", "en_hi/model.bin"), r"metadata\.json")


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", _METADATA, *(f"en_hi/{number}" for number in range(10)))
    refused(path, "more files", Limits(members=10))


def test_too_large_an_archive_is_refused(tmp_path: Path) -> None:
    refused(pack(tmp_path / "a", _METADATA), "larger than", Limits(archive=50))


def test_too_much_content_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", _METADATA, data=b"x" * 1001, compression=zipfile.ZIP_STORED)
    refused(path, "far too large", Limits(unpacked=1000))


def test_zip_bomb_is_refused(tmp_path: Path) -> None:
    refused(pack(tmp_path / "a", _METADATA, "en_hi/bomb", data=b"\0" * (1 << 20)), "far too large")


def test_size_that_is_a_lie_unpacks_no_more_than_it_says(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", _METADATA, data=b"x" * 5000)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rindex(b"PK\x01\x02") + 24, 10)
    path.write_bytes(data)
    with pytest.raises(PackageError, match="damaged"):
        unpack(path, tmp_path / "target")


def test_list_of_members_is_bounded_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack(tmp_path / "a", *(f"en_hi/{number}" for number in range(11)))
    monkeypatch.setattr(zipfile, "ZipFile", None)
    refused(path, "more files", Limits(members=10))


def test_bound_holds_for_an_archive_with_a_comment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pack(tmp_path / "a", *(f"en_hi/{number}" for number in range(11)))
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"PK"
    monkeypatch.setattr(zipfile, "ZipFile", None)
    refused(path, "more files", Limits(members=10))


def test_zip64_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "a", _METADATA)
    data = path.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    path.write_bytes(data[:end] + b"PK\x06\x07" + b"\0" * 16 + data[end:])
    refused(path, "more files")


def truncate(data: bytes) -> bytes:
    return data[: len(data) // 2]


def change(data: bytes) -> bytes:
    place = data.index(_METADATA.encode()) + len(_METADATA) + 3
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [truncate, change, empty])
def test_damaged_archive_is_refused(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = pack(tmp_path / "a", _METADATA, data=bytes(range(256)) * 4)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(PackageError, match="damaged"):
        unpack(path, tmp_path / "target")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(io.BytesIO(b"<html>Not found</html>").getvalue())
    refused(path, "no zip archive")
