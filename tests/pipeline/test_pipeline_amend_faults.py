"""What is wrong with notes or files while a run for a few articles is made."""

from __future__ import annotations

import os
import sys

import pytest
from amend_support import REWORDED, as_whole, damage, outcome, two_and_one
from pipeline_support import MakeSite, Site, link

from dualpress.pipeline.incremental.notebook import Notebook


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    return two_and_one(make_site)


def test_where_nothing_changed_but_a_folder_became_a_link_that_is_told(built: Site) -> None:
    elsewhere = built.root / "elsewhere"
    (built.root / "output/hi/road").rename(elsewhere)
    link(built.root / "output/hi/road", elsewhere)

    assert any("a link stands" in str(failure) for failure in built.build().failures)


def test_a_folder_that_became_a_link_is_not_taken_for_the_folder(
    built: Site, surveys: list[str]
) -> None:
    elsewhere = built.root / "elsewhere"
    (built.root / "output/hi/road").rename(elsewhere)
    link(built.root / "output/hi/road", elsewhere)
    REWORDED(built)

    report = built.build()

    assert surveys == ["all"]
    assert any("a link stands" in str(failure) for failure in report.failures)


def test_notes_that_are_gone_meanwhile_are_not_made_anew_in_part(
    built: Site, surveys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    REWORDED(built)
    amend = Notebook.amend

    def lost(notebook: Notebook, *args: object) -> None:
        (built.root / ".dualpress/build.sqlite").unlink()
        amend(notebook, *args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Notebook, "amend", lost)
        assert len(built.build().articles) == 3

    assert len(built.build().articles) == 3
    assert surveys == ["all"]


def test_a_page_that_is_edited_while_others_are_made_is_seen_by_the_next(
    built: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = built.read("output/road/index.html")
    REWORDED(built)
    amend = Notebook.amend

    def edited(notebook: Notebook, *args: object) -> None:
        built.write("output/road/index.html", "by hand")
        amend(notebook, *args)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Notebook, "amend", edited)
        built.build()

    built.build()

    assert built.read("output/road/index.html") == page


def test_a_small_build_that_cannot_write_leaves_it_to_a_whole_one(
    built: Site, surveys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    REWORDED(built)
    monkeypatch.setattr("dualpress.site.output.Output.rewrite", lambda *args: None)

    built.build()

    assert surveys == ["all"]
    assert "दो पुल बंद हुए।" in built.page("river")


def test_notes_of_articles_that_are_damaged_are_not_used(built: Site, surveys: list[str]) -> None:
    damage(built, "UPDATE article SET note = '{}'")
    REWORDED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == ["all"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE read SET files = x'fffe'",
        "UPDATE read SET files = 'text'",
        """UPDATE article SET note = replace(note, '\\"id\\":', '\\"id\\" ')""",
    ],
)
def test_damaged_notes_end_no_build(built: Site, surveys: list[str], statement: str) -> None:
    damage(built, statement)
    built.review("road", "The road is open again.", text="सड़क अब खुली है।")

    assert built.build().failures == ()
    assert surveys == ["all"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="all names are Unicode there")
def test_beside_a_po_file_whose_folder_is_no_utf_8_all_is_looked_at(
    built: Site, surveys: list[str]
) -> None:
    odd = os.fsdecode(b"po/\xff/hi.po")
    built.write(odd, 'msgid ""\nmsgstr "Language: hi\\n"\n')
    built.translate()
    built.build()
    surveys.clear()
    built.write(odd, 'msgid ""\nmsgstr "Language: hi\\n"\n# more\n')

    assert built.build().failures == ()
    assert surveys == ["all"]
