"""A post that was renamed keeps its PO file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.errors import WriteError

ONE_MORE = RIVER.replace("</body>", "<p>The rain stopped at last.</p>\n</body>")


def _rename(site: Site, old: str, new: str) -> None:
    path = site.root / "posts" / new
    path.parent.mkdir(parents=True, exist_ok=True)
    (site.root / "posts" / old).rename(path)


def test_the_po_file_and_what_stands_beside_it_move_along(site: Site) -> None:
    site.publish("river")
    site.review("river", "The river rose.", msgstr="नदी चढ़ आई।", tcomment="Asha: better so")
    origins = site.read("po/river/hi.json")
    _rename(site, "river.html", "news/flood.html")

    report = site.translate()

    assert not (site.root / "po/river").exists()
    entry = site.entry("news/flood", "The river rose.")
    assert (entry.msgstr, entry.tcomment) == ("नदी चढ़ आई।", "Asha: better so")
    assert entry.occurrences == [("posts/news/flood.html", "6")]
    assert site.po("news/flood").metadata["Project-Id-Version"] == "news/flood"
    assert site.read("po/news/flood/hi.json") == origins
    assert report.warnings == (
        "news/flood: the post was renamed from river: po/river/hi.po is now po/news/flood/hi.po.",
    )


def test_the_pages_are_those_of_the_new_name(site: Site) -> None:
    site.publish("river")
    _rename(site, "river.html", "flood.html")

    (article,) = site.translate().articles

    assert article.held is None
    assert "दो पुल बंद कर दिए गए।" in site.page("flood")
    assert not site.has_page("river")
    assert not site.has_original("river")


def test_a_build_alone_takes_nothing_down(site: Site) -> None:
    site.publish("river")
    _rename(site, "river.html", "flood.html")

    report = site.build()

    assert "the post was renamed from river" in report.warnings[0]
    assert site.has_page("flood")
    assert '"status": 410' not in site.read("output/redirects.json")


def test_it_is_told_once(site: Site) -> None:
    site.publish("river")
    _rename(site, "river.html", "flood.html")
    site.translate()
    before = site.hashes("po", "output")

    assert site.translate().warnings == ()
    assert site.hashes("po", "output") == before


def test_a_little_may_have_been_edited(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    _rename(site, "river.html", "flood.html")
    site.write("posts/flood.html", ONE_MORE)

    site.translate()

    assert not site.entry("flood", "The river rose.").fuzzy
    assert site.entry("flood", "The rain stopped at last.").fuzzy


def test_half_of_the_sentences_are_not_enough(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    po = site.hashes("po/river")
    (site.root / "posts/river.html").unlink()
    half = "<h1>The river</h1>\n<p>The river rose. The road is open again. The road</p>\n"
    site.write("posts/flood.html", half)

    assert site.translate().warnings == ()
    assert site.hashes("po/river") == po


def test_the_po_file_of_a_post_that_is_there_stays(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    po = site.hashes("po/river")
    site.write("posts/copy.html", RIVER)

    assert site.translate().warnings == ()
    assert site.hashes("po/river") == po


def test_a_post_that_lies_outside_the_posts_folder_is_there(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD})
    site.write("drafts/river.html", RIVER)
    site.translate("drafts/river.html")
    po = site.hashes("po/river")
    site.write("posts/flood.html", RIVER)

    site.translate()

    assert site.hashes("po/river") == po


def test_a_post_with_a_po_file_takes_no_other(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "flood": ONE_MORE})
    site.publish("river", "flood")
    po = site.hashes("po")
    (site.root / "posts/river.html").unlink()

    assert site.translate().warnings == ()
    assert site.hashes("po") == po


def test_of_two_po_files_the_one_that_is_clearly_liker_is_taken(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "rain": ONE_MORE})
    site.publish("river", "rain")
    for name in ("river", "rain"):
        (site.root / f"posts/{name}.html").unlink()
    site.write("posts/flood.html", ONE_MORE)

    site.translate()

    assert not (site.root / "po/rain").exists()
    assert (site.root / "po/river/hi.po").exists()
    assert not site.entry("flood", "The rain stopped at last.").fuzzy


def test_of_two_alike_none_is_moved_and_both_are_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "water": RIVER})
    site.publish("river", "water")
    po = site.hashes("po")
    (site.root / "posts/water.html").unlink()
    _rename(site, "river.html", "flood.html")

    (warning,) = site.translate().warnings

    assert "po/river/hi.po or po/water/hi.po" in warning
    assert "move it to po/flood/hi.po" in warning
    assert po.items() <= site.hashes("po").items()


def test_of_two_posts_alike_none_gets_the_po_file(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    po = site.hashes("po")
    shutil.copy(site.root / "posts/river.html", site.root / "posts/water.html")
    _rename(site, "river.html", "flood.html")

    assert len(site.translate().warnings) == 2
    assert po.items() <= site.hashes("po").items()


def test_a_dry_run_tells_and_moves_nothing(site: Site) -> None:
    site.publish("river")
    _rename(site, "river.html", "flood.html")
    before = site.hashes()

    report = site.translate(dry_run=True)

    assert site.hashes() == before
    assert "po/river/hi.po would become po/flood/hi.po" in report.warnings[0]


def test_a_file_that_cannot_be_moved_is_told_and_stays(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.publish("river")
    _rename(site, "river.html", "flood.html")
    po = site.read("po/river/hi.po")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.suffix == ".po":
            raise PermissionError(13, "denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    (error,) = site.translate().failures
    monkeypatch.undo()

    assert isinstance(error, WriteError)
    assert site.read("po/river/hi.po") == po
    assert not (site.root / "po/flood/hi.po").exists()
    site.translate()
    assert not site.entry("flood", "The river rose.").fuzzy
