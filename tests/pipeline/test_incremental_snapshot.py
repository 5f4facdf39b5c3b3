"""Which files changed between two looks at a project."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site, link

from dualpress.pipeline.incremental.snapshot import Snapshot
from dualpress.pipeline.signatures import Signatures


def look(site: Site) -> Snapshot:
    return Snapshot(site.project, Signatures({}))


@pytest.fixture
def looked_at(make_site: MakeSite) -> tuple[Site, str]:
    files = {"po/river/hi.po": "1", "memory/old.tmx": "1", "posts/a.png": "1"}
    site = make_site({"river": RIVER, "road": ROAD}, files)
    return site, look(site).files


def test_files_that_are_others_are_named(looked_at: tuple[Site, str]) -> None:
    site, before = looked_at
    for name in ("posts/a.png", "po/river/hi.po"):
        site.write(name, "22")

    changed = look(site).changed_since(before)

    assert changed == [str(site.root / name) for name in ("po/river/hi.po", "posts/a.png")]


def test_where_nothing_changed_none_is_named(looked_at: tuple[Site, str]) -> None:
    site, before = looked_at
    assert look(site).changed_since(before) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.write("posts/b.png", "1"),
        lambda site: (site.root / "posts/road.html").unlink(),
        lambda site: (site.root / "posts/a.png").rename(site.root / "posts/c.png"),
        lambda site: site.write("memory/old.tmx", "22"),
    ],
)
def test_what_comes_or_goes_or_is_learned_from_is_more_than_that(
    looked_at: tuple[Site, str], change: Callable[[Site], object]
) -> None:
    site, before = looked_at
    change(site)
    assert look(site).changed_since(before) is None


@pytest.mark.skipif(sys.platform == "win32", reason="no name has a line end there")
def test_a_name_with_a_line_end_is_not_taken_apart(looked_at: tuple[Site, str]) -> None:
    site, _ = looked_at
    site.write(f"posts/a{os.linesep}b.png", "1")
    before = look(site).files
    site.write(f"posts/a{os.linesep}b.png", "22")

    assert look(site).changed_since(before) is None


def test_a_po_file_that_a_run_wrote_is_taken_as_it_left_it(looked_at: tuple[Site, str]) -> None:
    site, before = looked_at
    snapshot = look(site)
    assert snapshot.files == before
    po = site.write("po/river/hi.po", "22")

    snapshot.renew(po)

    assert snapshot.changed_since(before) == [str(po)]
    assert snapshot.has_po(str(po))
    assert not snapshot.has_po(str(po.with_name("en.po")))


def test_a_file_beside_the_posts_has_the_signature_that_it_had(make_site: MakeSite) -> None:
    site = make_site(files={"posts/a.png": "1"})
    before = look(site).beside("a.png")

    assert look(site).is_beside("a.png", before)

    site.write("posts/a.png", "22")
    assert not look(site).is_beside("a.png", before)


def test_a_file_behind_a_link_to_a_folder_may_always_be_another(make_site: MakeSite) -> None:
    site = make_site(files={"elsewhere/a.png": "1"})
    link(site.root / "posts/linked", site.root / "elsewhere")

    now = look(site)

    assert not now.is_beside("linked/a.png", now.beside("linked/a.png"))
    assert now.is_beside("linked/b.png", now.beside("linked/b.png"))
