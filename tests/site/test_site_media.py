from pathlib import Path, PurePosixPath

import pytest

from dualpress.errors import ReadError
from dualpress.site.media import MediaFiles
from dualpress.site.references import Posts


def read(folder: Path, *paths: str) -> dict[str, bytes]:
    found = MediaFiles(Posts(folder, [])).read(map(PurePosixPath, paths))
    return {path.as_posix(): data() for path, data in found.items()}


def test_files_keep_their_bytes_and_folders(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.png").write_bytes(b"\x89PNG\r\n")
    assert read(tmp_path, "img/a.png") == {"media/img/a.png": b"\x89PNG\r\n"}


def test_what_a_style_sheet_needs_comes_with_it(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text("@import 'b.css'; p{background:url(../c.png)}", "utf-8")
    (tmp_path / "css" / "b.css").write_text("@import 'a.css'; p{background:url(gone.png)}", "utf-8")
    (tmp_path / "c.png").write_bytes(b"")
    assert set(read(tmp_path, "css/a.css")) == {"media/css/a.css", "media/css/b.css", "media/c.png"}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read") as caught:
        read(tmp_path, "gone.png")
    assert caught.value.path == tmp_path / "gone.png"
