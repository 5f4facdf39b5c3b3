"""One word for another in all PO files, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.article import Language, Status
from dualpress.errors import CatalogError, UsageError, WriteError
from dualpress.pipeline import Answer, Hit

ROSE, RIVERS, CLOSED = "The river rose.", "The river", "Two bridges were closed."


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """Two articles with drafts: नदी stands in two sentences of one, सड़क in two of the other."""
    site = make_site({"river": RIVER, "road": ROAD})
    site.translate()
    return site


def text(site: Site, source: str, article: str = "river") -> str:
    return site.entry(article, source).msgstr


def says(*answers: Answer) -> Callable[[Hit], Answer]:
    queue: Iterator[Answer] = iter(answers)
    return lambda _: next(queue)


def test_drafts_are_changed_and_stay_drafts(site: Site) -> None:
    report = pipeline.replace(site.project, "नदी", "सरिता")
    assert report.changed == {"river": 2}
    assert text(site, ROSE) == "सरिता का पानी बढ़ गया।"
    assert site.entry("river", ROSE).fuzzy


def test_nothing_else_in_the_file_changes(site: Site) -> None:
    before = site.read("po/river/hi.po")
    pipeline.replace(site.project, "नदी", "सरिता")
    assert site.read("po/river/hi.po") == before.replace("नदी", "सरिता")


def test_what_is_reviewed_is_left_and_counted(site: Site) -> None:
    site.review("river", ROSE)
    report = pipeline.replace(site.project, "नदी", "सरिता")
    assert (report.changed, report.left) == ({"river": 1}, 1)
    assert text(site, ROSE) == "नदी का पानी बढ़ गया।"


def test_what_is_reviewed_is_changed_where_a_human_asks_and_stays_reviewed(site: Site) -> None:
    site.review("river", ROSE)
    report = pipeline.replace(site.project, "नदी", "सरिता", reviewed=True)
    assert report.changed == {"river": 2}
    assert text(site, ROSE) == "सरिता का पानी बढ़ गया।"
    assert not site.entry("river", ROSE).fuzzy


def test_a_stale_sentence_stays_stale(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    pipeline.replace(site.project, "नदी", "सरिता", reviewed=True)
    entry = site.entry("river", "The river rose fast.")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (
        "सरिता का पानी बढ़ गया।",
        True,
        ROSE,
    )


def test_a_hit_tells_its_context(site: Site) -> None:
    report = pipeline.replace(site.project, "पानी", "जल", dry_run=True)
    assert report.hits == (
        Hit(
            path=site.root / "po/river/hi.po",
            line=site.line("river", ROSE),
            article="river",
            status=Status.DRAFT,
            source=ROSE,
            before="नदी का ",
            word="पानी",
            new="जल",
            after=" बढ़ गया।",
        ),
    )


def test_each_hit_is_asked_about(site: Site) -> None:
    report = pipeline.replace(site.project, "नदी", "सरिता", ask=says(Answer.NO, Answer.YES))
    assert (text(site, RIVERS), text(site, ROSE)) == ("नदी", "सरिता का पानी बढ़ गया।")
    assert (report.changed, report.kept) == ({"river": 1}, 1)


def test_two_hits_of_one_sentence_are_asked_about_one_by_one(site: Site) -> None:
    site.review("river", ROSE, fuzzy=True, msgstr="नदी और नदी")
    answers = says(Answer.NO, Answer.NO, Answer.YES)
    pipeline.replace(site.project, "नदी", "सरिता", ask=answers)
    assert text(site, ROSE) == "नदी और सरिता"


def test_all_is_said_once(site: Site) -> None:
    report = pipeline.replace(site.project, "नदी", "सरिता", ask=says(Answer.ALL))
    assert report.changed == {"river": 2}


def test_who_quits_keeps_what_was_agreed_to_before(site: Site) -> None:
    pipeline.replace(site.project, "नदी", "सरिता", ask=says(Answer.YES, Answer.QUIT))
    assert (text(site, RIVERS), text(site, ROSE)) == ("सरिता", "नदी का पानी बढ़ गया।")


def test_a_dry_run_changes_nothing(site: Site) -> None:
    before = site.hashes()
    report = pipeline.replace(site.project, "नदी", "सरिता", dry_run=True)
    assert report.changed == {"river": 2}
    assert site.hashes() == before


def test_articles_can_be_named(site: Site) -> None:
    assert pipeline.replace(site.project, "नदी", "सरिता", ["road"]).changed == {}
    with pytest.raises(UsageError, match="there is no article"):
        pipeline.replace(site.project, "नदी", "सरिता", ["rod"])


def test_one_language_can_be_chosen(site: Site) -> None:
    assert pipeline.replace(site.project, "नदी", "सरिता", to=Language.EN).changed == {}
    assert pipeline.replace(site.project, "नदी", "सरिता", to=Language.HI).changed == {"river": 2}


def test_the_po_file_of_a_post_that_is_gone_is_changed_too(site: Site) -> None:
    (site.root / "posts/river.html").unlink()
    assert pipeline.replace(site.project, "नदी", "सरिता").changed == {"river": 2}


@pytest.mark.parametrize("fuzzy", [False, True])
def test_joined_sentences_have_no_words(site: Site, fuzzy: bool) -> None:
    site.review("river", ROSE, fuzzy=fuzzy, msgstr="^")
    pipeline.replace(site.project, "^", "सरिता", reviewed=True)
    assert text(site, ROSE) == "^"


@pytest.mark.parametrize(
    ("old", "new"), [("", "x"), (" ", "x"), ("x", ""), ("x", "^"), ("x", "a\0"), ("x", "x")]
)
def test_what_is_no_word_is_refused(site: Site, old: str, new: str) -> None:
    with pytest.raises(UsageError):
        pipeline.replace(site.project, old, new)


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_done(site: Site) -> None:
    site.write("po/road/hi.po", "msgid \n")
    report = pipeline.replace(site.project, "नदी", "सरिता")
    assert report.changed == {"river": 2}
    (failure,) = report.failures
    assert isinstance(failure, CatalogError)


def save_meanwhile(site: Site, source: str, msgstr: str) -> Callable[[Hit], Answer]:
    """A reviewer saves the file while a human is asked about the hits."""

    def ask(_: Hit) -> Answer:
        site.review("river", source, msgstr=msgstr)
        return Answer.YES

    return ask


def test_what_a_reviewer_saves_meanwhile_is_kept(site: Site) -> None:
    report = pipeline.replace(
        site.project, "नदी", "सरिता", ask=save_meanwhile(site, CLOSED, "दो पुल बंद हैं।")
    )
    assert report.changed == {"river": 2}
    assert text(site, CLOSED) == "दो पुल बंद हैं।"
    assert text(site, ROSE) == "सरिता का पानी बढ़ गया।"


def test_a_sentence_that_a_reviewer_changes_meanwhile_is_the_reviewers(site: Site) -> None:
    report = pipeline.replace(
        site.project, "नदी", "सरिता", ask=save_meanwhile(site, ROSE, "नदी चढ़ आई।")
    )
    assert text(site, ROSE) == "नदी चढ़ आई।"
    assert report.changed == {"river": 1}
    (failure,) = report.failures
    assert ROSE in failure.cause
    assert pipeline.undo_replacement(site.project).refused == ()


def test_of_two_reviewed_words_neither_is_lost(site: Site) -> None:
    site.approve("river", "road")
    before = site.read("po/road/hi.po")
    ask = save_meanwhile(site, ROSE, "नदी चढ़ आई।")
    report = pipeline.replace(site.project, "गया", "चुका", reviewed=True, ask=ask)
    assert text(site, ROSE) == "नदी चढ़ आई।"
    assert (report.changed, report.hits) == ({}, ())
    (failure,) = report.failures
    assert failure.line == site.line("river", ROSE)
    assert site.read("po/road/hi.po") == before
    with pytest.raises(UsageError, match="no replacement"):
        pipeline.undo_replacement(site.project)


def test_a_replacement_is_taken_back(site: Site) -> None:
    before = site.hashes("po")
    pipeline.replace(site.project, "नदी", "सरिता")
    report = pipeline.undo_replacement(site.project)
    assert (report.changed, report.refused) == ({"river": 2}, ())
    assert site.hashes("po") == before


def test_the_last_one_first(site: Site) -> None:
    before = site.hashes("po")
    pipeline.replace(site.project, "नदी", "सरिता")
    pipeline.replace(site.project, "सरिता", "सरि")
    pipeline.undo_replacement(site.project)
    assert text(site, RIVERS) == "सरिता"
    pipeline.undo_replacement(site.project)
    assert site.hashes("po") == before
    with pytest.raises(UsageError, match="no replacement"):
        pipeline.undo_replacement(site.project)


@pytest.mark.parametrize(
    "fields", [{"msgstr": "सरिता उफ़नी।"}, {}], ids=["edited since", "approved since"]
)
def test_a_sentence_that_a_human_touched_since_is_left(site: Site, fields: dict[str, Any]) -> None:
    pipeline.replace(site.project, "नदी", "सरिता")
    site.review("river", ROSE, **fields)
    kept = text(site, ROSE)
    report = pipeline.undo_replacement(site.project)
    assert report.changed == {"river": 1}
    (refused,) = report.refused
    assert refused.line == site.line("river", ROSE)
    assert text(site, ROSE) == kept
    assert text(site, RIVERS) == "नदी"


def test_a_file_that_cannot_be_read_can_be_taken_back_later(site: Site) -> None:
    pipeline.replace(site.project, "नदी", "सरिता")
    saved = site.read("po/river/hi.po")
    site.write("po/river/hi.po", "msgid \n")
    assert len(pipeline.undo_replacement(site.project).failures) == 1
    site.write("po/river/hi.po", saved)
    assert pipeline.undo_replacement(site.project).changed == {"river": 2}


def test_a_dry_undo_changes_nothing(site: Site) -> None:
    pipeline.replace(site.project, "नदी", "सरिता")
    before = site.hashes()
    assert pipeline.undo_replacement(site.project, dry_run=True).changed == {"river": 2}
    assert site.hashes() == before


@pytest.mark.parametrize("spoilt", ["", "[]", '{"schema": 9}', '{"schema": 1, "replacements": 3}'])
def test_a_journal_that_cannot_be_read_is_none(site: Site, spoilt: str) -> None:
    pipeline.replace(site.project, "नदी", "सरिता")
    site.write(".dualpress/replacements.json", spoilt)
    with pytest.raises(UsageError):
        pipeline.undo_replacement(site.project)
    assert pipeline.replace(site.project, "सरिता", "नदी").changed == {"river": 2}


def test_without_a_journal_nothing_is_written(site: Site) -> None:
    before = site.hashes("po")
    (site.root / ".dualpress/replacements.json").mkdir()
    with pytest.raises(WriteError):
        pipeline.replace(site.project, "नदी", "सरिता")
    assert site.hashes("po") == before
