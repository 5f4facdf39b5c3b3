from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.site.obstacles import has_links

FILES = ["index.html", "hi/2024/road/index.html", "hi/2024/river/index.html"]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for file in FILES:
        path = tmp_path / "output" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    return tmp_path / "output"


@pytest.mark.parametrize("folder", ["hi", "hi/2024", "hi/2024/road"])
def test_a_link_in_place_of_any_folder_is_seen(output: Path, tmp_path: Path, folder: str) -> None:
    (output / folder).rename(tmp_path / "elsewhere")
    try:
        (output / folder).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError as error:
        pytest.skip(f"no symbolic link can be made here: {error}")

    assert has_links(str(output), FILES)


def test_links_beside_the_folders_do_not_count(output: Path) -> None:
    try:
        (output / "hi" / "other").symlink_to(output)
    except OSError as error:
        pytest.skip(f"no symbolic link can be made here: {error}")

    assert not has_links(str(output), FILES)


def test_folders_that_are_not_there_are_no_links(tmp_path: Path) -> None:
    assert not has_links(str(tmp_path / "output"), FILES)
