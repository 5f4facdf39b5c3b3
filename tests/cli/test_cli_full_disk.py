"""Where what a command prints cannot be written: the file behind ``>`` is on a full disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is full")


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "--json"],
        ["init", "new", "--json"],
        ["--version"],
        ["--help"],
        ["translate", "--help"],
    ],
    ids=str,
)
def test_one_line_says_that_the_disk_is_full(
    tmp_path: Path, arguments: list[str], unbuffered: str
) -> None:
    (tmp_path / "dualpress.toml").write_text('publish = "all"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "river.html").write_text("<p>The river rose.</p>", encoding="utf-8")
    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "dualpress", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=tmp_path,
            env=environment,
        )
    assert (ended.returncode, ended.stderr) == (
        3,
        "error: what is printed cannot be written: the disk is full\n",
    )
