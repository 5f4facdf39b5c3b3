"""translate-toolkit works on a reviewer's file, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tools_support import Newsroom

pytestmark = pytest.mark.skipif(
    shutil.which("pofilter") is None, reason="translate-toolkit is not on the PATH"
)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom.open(tmp_path)


def test_pofilter_leaves_the_file_and_finds_no_fault_in_the_tags(newsroom: Newsroom) -> None:
    before = newsroom.po.read_bytes()
    newsroom.run("pofilter", "--progress=none", "--language=hi", "hi.po", "found.po")
    assert newsroom.po.read_bytes() == before
    found = newsroom.po.with_name("found.po").read_text(encoding="utf-8")
    assert "(pofilter) endpunc" in found  # fires on every danda, as docs/reviewing.md says
    assert "(pofilter) xmltags" not in found


def test_what_its_writer_makes_of_the_file_is_the_same_page(newsroom: Newsroom) -> None:
    before = newsroom.page(), newsroom.words(), newsroom.remarks()
    newsroom.run("pomerge", "--progress=none", "-t", "hi.po", "hi.po", "merged.po")
    newsroom.po.write_bytes(newsroom.po.with_name("merged.po").read_bytes())
    assert (newsroom.page(), newsroom.words(), newsroom.remarks()) == before
