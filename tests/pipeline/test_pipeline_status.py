"""``status`` and ``check``: where articles stand, and what is wrong with translations."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Status


@pytest.fixture
def wrong(make_site: MakeSite) -> Site:
    """An article with a draft that has a number of its own."""
    answers = {"The road": "सड़क", "The road is open again.": "सड़क 7 बजे खुली।"}
    site = make_site({"road": ROAD}, answers=answers)
    site.translate()
    return site


def test_a_new_article_is_to_be_translated(site: Site) -> None:
    (article,) = site.status().articles

    assert (article.id, article.title, article.state) == ("river", "The river", "new")
    assert article.next == "translate: run dualpress translate, or fill in po/river/hi.po"
    assert article.held == "4 sentences without a translation"


def test_drafts_are_to_be_reviewed(site: Site) -> None:
    site.translate()

    (article,) = site.status().articles

    assert (article.state, article.next) == ("to review", "review 4 drafts in po/river/hi.po")


def test_an_article_with_some_sentences_missing_is_held(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "</body>", "<p>What nobody knows.</p></body>")

    (article,) = site.status().articles

    assert (article.state, article.next) == ("held", "translate 1 sentence in po/river/hi.po")


def test_an_edited_article_is_stale(site: Site) -> None:
    site.publish("river")
    site.edit("posts/river.html", "spoke in the evening", "spoke in the early evening")

    (article,) = site.status().articles

    assert article.state == "stale"
    assert article.held is None
    assert article.counts[Status.STALE] == 1


def test_a_reviewed_article_needs_nothing(site: Site) -> None:
    site.publish("river")

    (article,) = site.status().articles

    assert (article.state, article.next) == ("published", "nothing: all is reviewed")


def test_where_all_is_published_nothing_is_held(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"')
    site.translate()

    (article,) = site.status().articles

    assert (article.state, article.held) == ("to review", None)


def test_errors_are_to_be_mended_first(wrong: Site) -> None:
    (article,) = wrong.status().articles

    assert article.next == "mend 1 error in po/road/hi.po: see dualpress check road"


def test_status_of_some_articles_alone(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})

    assert [article.id for article in site.status("road").articles] == ["road"]


def test_status_and_check_write_nothing(wrong: Site) -> None:
    before = wrong.hashes()

    wrong.status()
    wrong.check()

    assert wrong.hashes() == before


def test_a_finding_has_the_line_and_the_cure(wrong: Site) -> None:
    (finding,) = wrong.check().findings

    assert finding.path == wrong.root / "po/road/hi.po"
    assert finding.line == wrong.line("road", "The road is open again.")
    assert (finding.article, finding.check, finding.severity) == ("road", "numbers", "error")
    assert finding.cure


def test_translate_tells_a_reviewer_of_errors_in_the_po_file(wrong: Site) -> None:
    comment = wrong.entry("road", "The road is open again.").comment

    assert comment.splitlines()[0].startswith("error: numbers: ")


def test_update_brings_the_comments_up_to_date(wrong: Site) -> None:
    wrong.review("road", "The road is open again.", msgstr="सड़क फिर से खुल गई है।")

    report = wrong.check(update=True)

    assert report.written == (wrong.root / "po/road/hi.po",)
    assert "error" not in wrong.entry("road", "The road is open again.").comment
    assert wrong.check(update=True).written == ()


def test_the_lines_of_an_updated_file_are_those_that_it_has_now(wrong: Site) -> None:
    wrong.write("po/road/hi.po", wrong.read("po/road/hi.po").replace("#. ", "# "))

    (finding,) = wrong.check(update=True).findings

    assert finding.line == wrong.line("road", "The road is open again.")


def test_a_waived_finding_is_counted_and_not_told(wrong: Site) -> None:
    wrong.review("road", "The road is open again.", tcomment="ok: numbers said so")

    report = wrong.check()

    assert report.findings == ()
    assert report.waived == 1


def test_a_disabled_check_finds_nothing(wrong: Site) -> None:
    text = wrong.read("dualpress.toml")
    wrong.write("dualpress.toml", f'{text}\n[checks]\ndisabled = ["numbers"]\n')

    assert wrong.check().findings == ()


def test_check_of_an_article_without_a_po_file_finds_nothing(site: Site) -> None:
    report = site.check(update=True)

    assert (report.findings, report.written) == ((), ())
    assert not (site.root / "po").exists()


def test_a_dry_update_tells_which_po_files_it_would_write(site: Site) -> None:
    site.translate()
    site.review("river", "The river rose.", msgstr="नदी")
    site.edit("posts/river.html", "Two bridges were closed.", "Two bridges were closed. The end.")
    before = site.hashes("po")
    assert site.check(update=True, dry_run=True).written == (site.root / "po/river/hi.po",)
    assert site.hashes("po") == before
    site.check(update=True)
    assert site.hashes("po") != before
    assert site.check(update=True, dry_run=True).written == ()
