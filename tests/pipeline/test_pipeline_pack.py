"""A pack has all that waits, and what a reviewer does in it comes back."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import polib
import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.article import Language, SegmentKey
from dualpress.errors import CatalogError, UsageError
from dualpress.pipeline import PackReport, UnpackReport
from dualpress.pipeline.origins import Origin, origin_of

RIVERS, ROSE, CLOSED = "The river", "The river rose.", "Two bridges were closed."
SPOKE = "The minister spoke in the evening."
LAKE = RIVER.replace("The river</", "The road</")
"""Another article with the sentences of the river's."""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    site = make_site({"lake": LAKE, "river": RIVER, "road": ROAD})
    site.translate()
    return site


def pack(site: Site, *ids: str, **options: object) -> PackReport:
    return pipeline.pack(site.project, ids, **options)  # type: ignore[arg-type]


def unpack(site: Site, name: str = "review-hi.po", **options: bool) -> UnpackReport:
    return pipeline.unpack(site.project, site.root / name, **options)


def packed(site: Site) -> list[str]:
    return [entry.msgid for entry in polib.pofile(str(site.root / "review-hi.po"))]


def answer(site: Site, source: str, *, fuzzy: bool = False, **fields: str | None) -> None:
    """Save an entry of the pack as a reviewer's tool does."""
    po = polib.pofile(str(site.root / "review-hi.po"))
    (entry,) = (entry for entry in po if entry.msgid == source)
    entry.flags = ["fuzzy"] if fuzzy else []
    for name, value in fields.items():
        setattr(entry, name, value)
    po.save()


def test_all_that_waits_is_there_once_in_reading_order(site: Site) -> None:
    (made,) = pack(site).packs
    assert packed(site) == ["The road", ROSE, CLOSED, SPOKE, RIVERS, "The road is open again."]
    assert (made.sentences, made.places, made.articles) == (6, 10, ("lake", "river", "road"))
    assert (made.path, made.target) == (site.root / "review-hi.po", Language.HI)


def test_what_is_reviewed_does_not_wait(site: Site) -> None:
    site.approve("lake", "river")
    pack(site)
    assert packed(site) == ["The road", "The road is open again."]


def test_another_draft_of_the_same_sentence_is_an_entry_of_its_own(site: Site) -> None:
    site.review("river", ROSE, fuzzy=True, msgstr="नदी चढ़ आई।")
    pack(site)
    assert packed(site).count(ROSE) == 2


def test_untranslated_and_stale_sentences_wait_too(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    site.review("river", CLOSED, msgstr="")
    pack(site, "river")
    po = polib.pofile(str(site.root / "review-hi.po"))
    assert [(entry.msgid, entry.previous_msgid) for entry in po] == [
        ("The river rose fast.", ROSE),
        (CLOSED, None),
    ]


def test_an_entry_says_what_its_article_says(site: Site) -> None:
    pack(site, "river", "lake")
    po = polib.pofile(str(site.root / "review-hi.po"))
    entry = po.find(ROSE)
    assert entry is not None
    assert entry.msgstr == "नदी का पानी बढ़ गया।"
    assert entry.fuzzy
    assert entry.comment.splitlines() == ["paragraph 1 sentence 1", "also in river"]
    assert [file for file, _ in entry.occurrences] == ["posts/lake.html", "posts/river.html"]
    assert str(entry.msgctxt).startswith("lake#")


def test_articles_can_be_named(site: Site) -> None:
    pack(site, "road")
    assert packed(site) == ["The road", "The road is open again."]


def test_each_language_has_a_pack_of_its_own(make_site: MakeSite) -> None:
    hindi = ROAD.replace('lang="en"', 'lang="hi"').replace("The road is open again.", "सड़क खुली है।")
    site = make_site({"river": RIVER, "road": hindi.replace("The road", "सड़क")})
    site.translate()
    with pytest.raises(UsageError, match="both languages"):
        pack(site, output=site.root / "all.po")
    names = [made.path.name for made in pack(site).packs]
    assert names == ["review-en.po", "review-hi.po"]
    assert [made.target for made in pack(site, to=Language.EN).packs] == [Language.EN]


def test_only_what_was_changed_since_a_day(make_site: MakeSite) -> None:
    dated = f"---\ndate: 2025-04-17\n---\n{RIVER}"
    site = make_site({"river": dated, "road": ROAD})
    site.translate()
    os.utime(site.root / "posts/road.html", (1_700_000_000, 1_700_000_000))  # 2023-11-14
    assert pack(site, since=date(2025, 4, 17)).packs[0].articles == ("river",)
    assert pack(site, since=date(2023, 11, 14)).packs[0].articles == ("river", "road")
    assert pack(site, since=date(2025, 4, 18)).packs == ()


def test_where_nothing_waits_there_is_no_pack(site: Site) -> None:
    site.approve("river", "road", "lake")
    assert pack(site).packs == ()
    assert not (site.root / "review-hi.po").exists()


def test_a_sentence_that_stands_in_no_po_file_yet_is_told(site: Site) -> None:
    site.edit("posts/road.html", "again.</p>", "again. The rain stopped at last.</p>")
    report = pack(site, "road")
    assert report.packs[0].sentences == 2
    (warning,) = report.warnings
    assert warning.startswith("road: 1 of its sentences")


def test_a_dry_run_writes_nothing(site: Site) -> None:
    before = site.hashes()
    assert pack(site, dry_run=True).packs[0].sentences == 6
    assert site.hashes() == before


@pytest.mark.parametrize("name", ["po/review.po", "posts/../po/river/review.po"])
def test_a_pack_among_the_po_files_is_refused(site: Site, name: str) -> None:
    with pytest.raises(UsageError, match="for the PO files of articles"):
        pack(site, output=site.root / name)


def test_the_same_pack_has_the_same_bytes(site: Site) -> None:
    pack(site)
    before = site.read("review-hi.po")
    pack(site)
    assert site.read("review-hi.po") == before


def test_a_confirmed_draft_is_reviewed_in_all_places(site: Site) -> None:
    pack(site)
    answer(site, ROSE)
    report = unpack(site)
    assert (report.changed, report.left) == ({"lake": 1, "river": 1}, ())
    for article in ("lake", "river"):
        assert not site.entry(article, ROSE).fuzzy
        assert site.entry(article, ROSE).msgstr == "नदी का पानी बढ़ गया।"


def test_nothing_else_in_the_articles_changes(site: Site) -> None:
    before = site.read("po/river/hi.po")
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।")
    unpack(site)
    old = f'#, fuzzy\nmsgid "{ROSE}"\nmsgstr "नदी का पानी बढ़ गया।"'
    assert site.read("po/river/hi.po") == before.replace(
        old, f'msgid "{ROSE}"\nmsgstr "नदी चढ़ आई।"'
    )


def test_what_the_reviewer_did_not_touch_changes_nothing(site: Site) -> None:
    before = site.hashes("po")
    pack(site)
    assert unpack(site) == UnpackReport()
    assert site.hashes("po") == before


def test_twice_unpacked_changes_nothing_more(site: Site) -> None:
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।", tcomment="? चढ़ आई या बढ़ गई")
    unpack(site)
    before = site.hashes("po")
    assert unpack(site) == UnpackReport()
    assert site.hashes("po") == before


def test_the_pack_is_left_as_it_is(site: Site) -> None:
    pack(site)
    answer(site, ROSE)
    before = site.read("review-hi.po")
    unpack(site)
    assert site.read("review-hi.po") == before


def test_an_answer_that_is_still_fuzzy_is_a_draft(site: Site) -> None:
    pack(site)
    answer(site, ROSE, fuzzy=True, msgstr="नदी चढ़ आई।")
    unpack(site)
    entry = site.entry("river", ROSE)
    assert (entry.msgstr, entry.fuzzy) == ("नदी चढ़ आई।", True)


def test_an_emptied_entry_is_no_answer(site: Site) -> None:
    pack(site)
    answer(site, ROSE, msgstr="")
    assert unpack(site) == UnpackReport()


def test_a_stale_sentence_is_reviewed_again(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    pack(site, "river")
    answer(site, "The river rose fast.", msgstr="नदी तेज़ी से चढ़ी।", previous_msgid=None)
    unpack(site)
    entry = site.entry("river", "The river rose fast.")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("नदी तेज़ी से चढ़ी।", False, None)


def test_a_stale_sentence_that_still_needs_work_stays_stale(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    pack(site, "river")
    answer(site, "The river rose fast.", fuzzy=True, msgstr="नदी चढ़ी।", previous_msgid=None)
    unpack(site)
    entry = site.entry("river", "The river rose fast.")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("नदी चढ़ी।", True, ROSE)


def test_a_tool_that_drops_the_previous_source_answers_nothing(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    pack(site, "river")
    answer(site, "The river rose fast.", fuzzy=True, previous_msgid=None)
    assert unpack(site) == UnpackReport()


def test_a_sentence_can_be_joined_in_a_pack(site: Site) -> None:
    pack(site, "river")
    answer(site, CLOSED, msgstr="^")
    unpack(site)
    assert site.entry("river", CLOSED).msgstr == "^"


def test_questions_and_waivers_come_back(site: Site) -> None:
    pack(site)
    answer(site, ROSE, fuzzy=True, tcomment="? बढ़ गया या चढ़ आया\nok: length short")
    report = unpack(site)
    assert report.changed == {"lake": 1}  # the article that the entry names
    assert site.entry("lake", ROSE).tcomment == "? बढ़ गया या चढ़ आया\nok: length short"
    assert site.entry("lake", ROSE).fuzzy


def test_comments_that_the_article_has_are_not_added_again(site: Site) -> None:
    site.review("lake", ROSE, fuzzy=True, tcomment="? one")
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।")
    unpack(site)
    assert site.entry("lake", ROSE).tcomment == "? one"
    assert site.entry("river", ROSE).tcomment == ""


def test_comments_of_dualpress_itself_do_not_come_back(site: Site) -> None:
    before = "source before: The river fell.\ntranslation before: नदी उतर गई।"
    site.review("lake", ROSE, fuzzy=True, tcomment=before)
    pack(site)
    assert polib.pofile(str(site.root / "review-hi.po")).find(ROSE).tcomment == before  # type: ignore[union-attr]
    answer(site, ROSE)
    unpack(site)
    site.translate()  # drops them, now that the sentence is reviewed
    assert site.entry("lake", ROSE).tcomment == ""
    assert unpack(site) == UnpackReport()


def test_a_translation_that_was_changed_meanwhile_is_left_and_told(site: Site) -> None:
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।")
    site.review("lake", ROSE, msgstr="झील भर गई।")
    report = unpack(site)
    assert site.entry("lake", ROSE).msgstr == "झील भर गई।"
    assert site.entry("river", ROSE).msgstr == "नदी चढ़ आई।"
    (left,) = report.left
    assert "changed in the article meanwhile" in left.cause
    assert left.path == site.root / "review-hi.po"
    assert site.read("review-hi.po").splitlines()[(left.line or 0) - 1] == f'msgid "{ROSE}"'


def test_a_sentence_that_left_the_article_is_told(site: Site) -> None:
    pack(site, "road")
    answer(site, "The road is open again.", msgstr="सड़क खुली है।")
    site.edit("posts/road.html", "The road is open again.", "The rain stopped at last.")
    site.translate()
    (left,) = unpack(site).left
    assert "no longer in the article" in left.cause


def test_a_context_of_the_pages_own_is_kept(make_site: MakeSite) -> None:
    post = ROAD.replace("<p>", '<p data-translate-context="of: a #1 “list”">')
    site = make_site({"road": post})
    site.translate()
    pack(site)
    answer(site, "The road is open again.", msgstr="सड़क खुली है।")
    unpack(site)
    entry = site.entry("road", "The road is open again.")
    assert (entry.msgctxt, entry.msgstr) == ("of: a #1 “list”", "सड़क खुली है।")


@pytest.mark.parametrize("context", [None, "", "a: b", "x#00000000:y", "two\nlines"])
def test_any_context_is_read_back(context: str | None) -> None:
    origin = Origin("2026/नदी", "0123abcd", SegmentKey(context, "The river"))
    assert origin_of(origin.packed()) == origin


@pytest.mark.parametrize("context", [None, "", "river", "river#12", "two words#0123abcd"])
def test_a_context_of_no_pack_is_none(context: str | None) -> None:
    assert origin_of(SegmentKey(context, "The river")) is None


def test_answers_that_are_in_no_article_are_not_written_over(site: Site) -> None:
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।")
    with pytest.raises(UsageError, match="in no article yet"):
        pack(site)
    unpack(site)
    pack(site)
    assert ROSE not in packed(site)


def test_answers_that_could_not_be_taken_over_are_not_written_over(site: Site) -> None:
    pack(site)
    answer(site, ROSE, msgstr="नदी चढ़ आई।")
    site.review("lake", ROSE, msgstr="झील भर गई।")
    unpack(site)
    with pytest.raises(UsageError, match="could not be taken over"):
        pack(site)


def test_another_file_is_not_written_over(site: Site) -> None:
    site.write("review-hi.po", site.read("po/river/hi.po"))
    with pytest.raises(UsageError, match="another file"):
        pack(site)


def test_what_is_no_pack_is_refused(site: Site) -> None:
    with pytest.raises(CatalogError, match="which article"):
        unpack(site, "po/river/hi.po")
    with pytest.raises(CatalogError, match="no such file"):
        unpack(site, "gone.po")


def test_a_dry_unpack_writes_nothing(site: Site) -> None:
    pack(site)
    answer(site, ROSE)
    before = site.hashes()
    assert unpack(site, dry_run=True).changed == {"lake": 1, "river": 1}
    assert site.hashes() == before


def test_an_article_whose_po_file_cannot_be_read_is_told(site: Site) -> None:
    pack(site)
    answer(site, ROSE)
    site.write("po/road/hi.po", "msgid \n")
    report = unpack(site)
    assert report.changed == {"lake": 1, "river": 1}
    assert len(report.failures) == 1


def test_a_pack_may_lie_anywhere_and_have_any_name(site: Site, tmp_path: Path) -> None:
    output = tmp_path / "to Asha" / "जाँच.po"
    pack(site, output=output)
    po = polib.pofile(str(output))
    for entry in po:
        entry.flags = []
    po.save()
    assert pipeline.unpack(site.project, output).changed == {"lake": 4, "river": 4, "road": 2}
    assert site.build().failures == ()
    assert all(site.has_page(article) for article in ("lake", "river", "road"))


def test_a_folder_where_the_pack_is_to_be_is_refused(site: Site) -> None:
    (site.root / "review-hi.po").mkdir()

    with pytest.raises(UsageError, match="another file of this name"):
        pack(site)


def test_a_pack_that_says_the_same_is_not_touched(site: Site) -> None:
    pack(site)
    before = (site.root / "review-hi.po").stat().st_ino

    pack(site)

    assert (site.root / "review-hi.po").stat().st_ino == before
