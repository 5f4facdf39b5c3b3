"""The life of an article, from a new post to a corrected page and its end."""

from __future__ import annotations

import json
import re

import polib
import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Language, Status
from dualpress.errors import UsageError

RAIN = "<p>The rain stopped at last.</p>\n"


def test_a_new_post_gets_a_draft_for_every_sentence(site: Site) -> None:
    report = site.translate()

    po = site.po("river")
    assert [(entry.msgid, entry.msgstr) for entry in po] == [
        ("The river", "नदी"),
        ("The river rose.", "नदी का पानी बढ़ गया।"),
        ("Two bridges were closed.", "दो पुल बंद कर दिए गए।"),
        ("The minister spoke in the evening.", "मंत्री ने शाम को बात की।"),
    ]
    assert all(entry.fuzzy for entry in po)
    assert report.articles[0].filled == {"machine": 4}
    assert report.engine == "scripted"


def test_where_a_draft_came_from_stands_beside_the_po_file(site: Site) -> None:
    site.translate()

    origins = json.loads(site.read("po/river/hi.json"))["segments"].values()
    assert [origin["engine"] for origin in origins] == ["scripted"] * 4


def test_the_article_waits_and_says_why(site: Site) -> None:
    (article,) = site.translate().articles

    assert article.held == "4 drafts to review"
    assert not site.has_page("river")


def test_an_edit_saved_by_polib_is_on_the_page(site: Site) -> None:
    site.publish("river")
    site.review("river", "The river rose.", msgstr="नदी चढ़ आई।")

    site.build()

    assert '<p data-dp="2">नदी चढ़ आई। दो पुल बंद कर दिए गए।</p>' in site.page("river")


def test_an_edit_made_by_hand_is_on_the_page(site: Site) -> None:
    site.publish("river")
    site.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी चढ़ आई।")

    site.build()

    assert "नदी चढ़ आई।" in site.page("river")


def test_a_draft_that_a_reviewer_unmarked_is_reviewed(site: Site) -> None:
    site.translate()
    site.write("po/river/hi.po", site.read("po/river/hi.po").replace("#, fuzzy\n", ""))

    (article,) = site.build().articles

    assert article.held is None
    assert site.has_page("river")


def test_approve_confirms_all_drafts(site: Site) -> None:
    site.translate()

    assert site.approve("river").changed == {"river": 4}
    assert not any(entry.fuzzy for entry in site.po("river"))


def test_approve_leaves_the_comments_that_the_next_translate_writes(site: Site) -> None:
    site.translate()
    site.approve("river")
    approved = site.hashes("po")

    site.translate()

    assert site.hashes("po") == approved


def test_approve_refuses_a_draft_with_an_error_and_confirms_the_rest(make_site: MakeSite) -> None:
    site = make_site(answers={"The road": "सड़क", "The road is open again.": "सड़क 7 बजे खुली।"})
    site.write("posts/river.html", ROAD)
    site.translate()

    report = site.approve("river")

    assert report.changed == {"river": 1}
    (error,) = report.refused
    assert error.path == site.root / "po/river/hi.po"
    assert error.line == site.line("river", "The road is open again.")
    assert site.entry("river", "The road is open again.").fuzzy


def test_approve_of_an_article_that_was_never_translated_is_one_error(site: Site) -> None:
    report = site.approve("river")

    (error,) = report.failures
    assert str(error) == (
        f"{site.root / 'po/river/hi.po'}: there is no PO file yet. Run dualpress translate first"
    )
    assert report.refused == ()


def test_approve_takes_paths_of_posts_and_po_files(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.translate()

    names = [str(site.root / "posts/river.html"), str(site.root / "po/road/hi.po")]

    assert site.approve(*names).changed == {"river": 4, "road": 2}


def test_a_second_translate_changes_no_byte(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site='base_url = "https://example.org/"')
    site.translate()
    site.approve("river")
    site.build()
    before = site.hashes("po", "output", "posts")

    report = site.translate()

    assert site.hashes("po", "output", "posts") == before
    assert report.written == report.removed == ()


def test_an_edited_sentence_stays_up_as_it_was_approved_with_a_notice(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "spoke in the evening", "spoke briefly in the late evening")

    report = site.translate()

    assert "मंत्री ने शाम को बात की।" in site.page("river")
    assert "मूल लेख में बदलाव किया गया है।" in site.page("river")
    assert report.articles[0].held is None
    entry = site.entry("river", "The minister spoke briefly in the late evening.")
    assert entry.fuzzy
    assert entry.previous_msgid == "The minister spoke in the evening."


def test_the_notice_has_the_date_that_the_post_says(make_site: MakeSite) -> None:
    post = "---\ntitle: The road\nlastmod: 2025-04-17\n---\n<p>The road is open again.</p>\n"
    site = make_site({"road": post})
    site.publish("road")
    site.edit("posts/road.html", "is open again", "is wide open again")

    site.build()

    day = '<time datetime="2025-04-17">17 अप्रैल 2025</time>'
    assert f"मूल लेख में {day} को बदलाव किया गया है।" in site.page("road")


def test_a_stale_page_says_so_before_the_po_file_does(site: Site) -> None:
    site.publish("river")
    po = site.hashes("po")
    site.edit("posts/river.html", "spoke in the evening", "spoke briefly in the late evening")

    site.build()

    assert site.hashes("po") == po
    assert "मूल लेख में बदलाव किया गया है।" in site.page("river")


def test_a_stale_sentence_that_gained_a_tag_stays_up(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "The minister", 'The <a href="/m">minister</a>')

    report = site.translate()

    assert report.failures == ()
    shown = re.sub(r"<[^>]+>", "", site.page("river"))
    assert "मंत्री ने शाम को बात की।" in shown
    assert '<a href="/m">' in site.page("river")


def test_a_stale_sentence_that_lost_a_tag_stays_up(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER.replace("The minister", "The <b>minister</b>")})
    site.publish("river")
    site.edit("posts/river.html", "The <b>minister</b> spoke", "The minister of roads spoke")

    assert site.translate().failures == ()
    assert "मंत्री ने शाम को बात की।" in site.page("river")


def test_unchanged_confirms_an_edit_that_left_the_meaning(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "spoke in the evening", "spoke in the early evening")
    site.translate()

    assert site.unchanged("river").changed == {"river": 1}
    site.build()
    assert "मूल लेख में" not in site.page("river")
    assert not site.entry("river", "The minister spoke in the early evening.").fuzzy


@pytest.mark.parametrize("confirm", ["approve", "unchanged"])
def test_an_edited_number_is_not_confirmed(make_site: MakeSite, confirm: str) -> None:
    answers = {"Police said 12 people died there.": "पुलिस ने कहा कि वहां 12 लोग मारे गए।"}
    site = make_site({"toll": "<p>Police said 12 people died there.</p>\n"}, answers=answers)
    site.publish("toll")
    site.edit("posts/toll.html", "12", "15")
    site.translate()

    report = getattr(site, confirm)("toll")

    (error,) = report.refused
    assert error.line == site.line("toll", "Police said 15 people died there.")
    assert site.entry("toll", "Police said 15 people died there.").fuzzy


def test_a_paragraph_inserted_at_the_top_changes_no_other_entry(site: Site) -> None:
    site.publish("river")
    before = {entry.msgid: (entry.msgstr, entry.flags) for entry in site.po("river")}
    site.edit("posts/river.html", "<h1>", RAIN + "<h1>")

    site.translate()

    after = {entry.msgid: (entry.msgstr, entry.flags) for entry in site.po("river")}
    assert after.pop("The rain stopped at last.") == ("आख़िरकार बारिश थम गई।", ["fuzzy"])
    assert after == before


def test_the_pages_of_a_removed_post_go_and_its_po_file_stays(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.publish("river", "road")
    po = site.hashes("po/road")
    (site.root / "posts/road.html").unlink()

    report = site.build()

    assert not site.has_original("road")
    assert not site.has_page("road", "hi")
    assert site.hashes("po/road") == po
    assert {path.relative_to(site.root).as_posix() for path in report.removed} == {
        "output/road/index.html",
        "output/hi/road/index.html",
    }
    assert set(site.manifest()) == {"river"}


def test_to_takes_only_posts_that_can_be_translated_into_a_language(make_site: MakeSite) -> None:
    hindi = "<p>बारिश थम गई और सड़क खुल गई है।</p>\n"
    site = make_site({"river": RIVER, "barish": hindi})

    report = site.translate(to=Language.HI)

    assert (site.root / "po/river/hi.po").exists()
    assert not (site.root / "po/barish").exists()
    assert [article.id for article in report.articles] == ["barish", "river"]


def test_a_dry_run_of_a_new_project_writes_nothing(site: Site) -> None:
    before = site.hashes()

    report = site.translate(dry_run=True)

    assert site.hashes() == before
    assert not (site.root / ".dualpress").exists()
    assert report.articles[0].filled == {"machine": 4}
    assert site.root / "output/river/index.html" in report.written


def test_dry_runs_of_an_edited_project_write_nothing(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.publish("river")
    site.edit("posts/river.html", "spoke in the evening", "spoke in the early evening")
    (site.root / "posts/road.html").unlink()
    before = site.hashes()

    site.build(dry_run=True)
    site.approve("river", dry_run=True)
    report = site.translate(dry_run=True)

    assert site.hashes() == before
    assert site.root / "output/hi/river/index.html" in report.written
    assert site.root / "output/road/index.html" in report.removed


def test_a_sentence_that_a_reviewer_joined_to_the_one_above_leaves_nothing(site: Site) -> None:
    site.translate()
    site.approve("river")
    site.review("river", "The river rose.", msgstr="नदी का पानी बढ़ा और दो पुल बंद हुए।")
    site.review("river", "Two bridges were closed.", msgstr="^")

    report = site.build()

    assert '<p data-dp="2">नदी का पानी बढ़ा और दो पुल बंद हुए। </p>' in site.page("river")
    assert report.articles[0].counts[Status.JOINED] == 1


def test_a_sentence_reviewed_elsewhere_is_a_draft(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    site.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी चढ़ आई।")
    site.write("posts/road.html", ROAD.replace("</body>", "<p>The river rose.</p></body>"))

    report = site.translate()

    entry = site.entry("road", "The river rose.")
    assert (entry.msgstr, entry.fuzzy) == ("नदी चढ़ आई।", True)
    filled = {article.id: article.filled for article in report.articles}
    assert filled["road"] == {"machine": 2, "memory": 1}


def test_a_sentence_reviewed_between_the_same_sentences_is_reviewed(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    site.publish("river")
    paragraph = "<p>The river rose. Two bridges were closed.</p>\n"
    site.write("posts/road.html", ROAD.replace("</body>", f"<h2>The river</h2>{paragraph}</body>"))

    site.translate()

    assert not site.entry("road", "The river rose.").fuzzy
    assert site.entry("road", "Two bridges were closed.").fuzzy


def test_what_is_a_glossary_term_as_a_whole_needs_no_machine(make_site: MakeSite) -> None:
    site = make_site(
        {"terms": "<h1>Ministry of Defence</h1>\n<p>The road is open again.</p>\n"},
        {"glossaries/project.csv": "en,hi,kind\nMinistry of Defence,रक्षा मंत्रालय,org\n"},
        engine="auto",
    )

    report = site.translate()

    assert site.entry("terms", "Ministry of Defence").msgstr == "रक्षा मंत्रालय"
    assert site.entry("terms", "The road is open again.").msgstr == ""
    assert report.articles[0].filled == {"glossary": 1}
    assert report.articles[0].held == "1 sentence without a translation and 1 draft to review"
    assert "dualpress models install en-hi" in report.warnings[0]


def test_a_reviewed_translation_with_an_error_is_published_and_counted(site: Site) -> None:
    site.publish("river")
    site.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी का पानी 7 फ़ुट बढ़ गया।")

    (article,) = site.build().articles

    assert "7 फ़ुट" in site.page("river")
    assert article.errors == 1


def test_a_waived_error_is_none(site: Site) -> None:
    site.publish("river")
    site.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी का पानी 7 फ़ुट बढ़ गया।")
    site.review("river", "The river rose.", tcomment="ok: numbers from the gauge")

    (article,) = site.build().articles

    assert article.errors == 0


def test_the_same_words_are_judged_by_what_they_are_on_each_page(make_site: MakeSite) -> None:
    heading, paragraph = (f"<{tag}>The road is open again.</{tag}>\n" for tag in ("h1", "p"))
    answers = {"The road is open again.": "सड़क फिर से खुल गई है"}
    site = make_site({"a": heading, "b": paragraph}, answers=answers)
    site.translate()

    found = {finding.article for finding in site.check().findings}

    assert found == {"b"}  # a heading needs no danda


def test_crlf_is_kept_in_the_po_file(site: Site) -> None:
    site.publish("river")
    site.write("po/river/hi.po", site.read("po/river/hi.po").replace("\n", "\r\n"))
    site.edit("posts/river.html", "<h1>", RAIN + "<h1>")

    site.translate()

    text = site.read("po/river/hi.po")
    assert text.count("\r\n") == text.count("\n") > 10


def test_what_polib_wrote_is_read_back_without_a_change_of_meaning(site: Site) -> None:
    site.translate()
    polib.pofile(str(site.root / "po/river/hi.po")).save()

    before = [(e.msgid, e.msgstr, e.fuzzy) for e in site.po("river")]
    site.translate()

    assert [(e.msgid, e.msgstr, e.fuzzy) for e in site.po("river")] == before


def test_approve_leaves_an_edited_sentence_to_a_human(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "The minister spoke", "The minister refused to speak")
    site.edit("posts/river.html", "Two bridges were closed.", "Two bridges were closed. It rained.")
    site.translate()
    po = site.hashes("po")
    report = site.approve("river")
    assert report.changed == {"river": 0}
    edited = [error for error in report.refused if "edited since the review" in error.cause]
    assert [error.hint is not None and "dualpress unchanged" in error.hint for error in edited] == [
        True
    ]
    assert site.hashes("po") == po


def test_an_edited_sentence_is_told_while_another_waits(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "The minister spoke", "A minister spoke")
    site.edit("posts/river.html", "Two bridges were closed.", "Two bridges were closed. It rained.")
    report = site.translate()
    assert report.articles[0].filled["stale"] == 1
    assert "look again at 1 edited sentence" in site.status("river").articles[0].next
    (finding,) = [found for found in site.check("river").findings if found.check == "stale"]
    assert "The minister spoke in the evening." in finding.message
    assert finding.line == site.line("river", "A minister spoke in the evening.")


def test_a_file_that_is_no_post_is_refused(site: Site) -> None:
    site.write("README.md", "# Read me")
    with pytest.raises(UsageError, match="this is no post"):
        site.translate("README.md")


def test_the_reviewer_always_reads_what_a_sentence_is_and_its_tags(make_site: MakeSite) -> None:
    source = "See <g1>https://example.org/a</g1> of 5, 7 and 9 (now)."
    post = f"<p>{source.replace('g1>', 'b>')}</p>"
    wrong = "<g1>See</g1> of 1 2 3 (("
    site = make_site({"a": post}, answers={source.replace("<g1>", "").replace("</g1>", ""): "See"})
    site.translate()
    site.review("a", source, fuzzy=True, msgstr=wrong)
    site.translate()
    notes = site.entry("a", source).comment.splitlines()
    assert notes[-2:] == ["paragraph 1", "<g1> = b"]
    assert notes[0].startswith("error: ")
