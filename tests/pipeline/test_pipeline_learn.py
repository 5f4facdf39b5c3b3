"""``glossary learn`` in a project: drafts, reviews, glossaries."""

from __future__ import annotations

from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.errors import UsageError
from dualpress.pipeline.learn import LearnReport, learn_terms

SENTENCES = {
    "The Foreign Office spoke.": ("विदेशी दफ़्तर ने बात की।", "विदेश मंत्रालय ने बात की।"),
    "He left the Foreign Office.": ("वह विदेशी दफ़्तर से गया।", "वह विदेश मंत्रालय से गया।"),
    "A Foreign Office note came.": ("विदेशी दफ़्तर का नोट आया।", "विदेश मंत्रालय का नोट आया।"),
}
ANSWERS = {"Notes": "टिप्पणियाँ", **{source: draft for source, (draft, _) in SENTENCES.items()}}
NOTES = f"""<!DOCTYPE html>
<html lang="en">
<head><title>Notes</title></head>
<body><h1>Notes</h1><p>{" ".join(SENTENCES)}</p></body>
</html>
"""
SHEET = "glossaries/proposed.csv"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A project whose reviewer corrected the same words in three sentences."""
    site = make_site({"notes": NOTES}, answers=ANSWERS)
    site.translate()
    for source, (_, target) in SENTENCES.items():
        site.review("notes", source, msgstr=target)
    return site


def learned(site: Site, *ids: str, **options: Any) -> LearnReport:
    return learn_terms(site.project, ids, **options)


def test_corrections_of_drafts_are_found(site: Site) -> None:
    report = learned(site)
    (correction,) = report.corrections
    assert (correction.term, correction.after) == ("Foreign Office", "विदेश मंत्रालय")
    assert report.compared == 3


def test_a_place_is_a_line_of_the_po_file(site: Site) -> None:
    source = "The Foreign Office spoke."
    (correction,) = learned(site).corrections
    assert correction.places[0].label == f"po/notes/hi.po:{site.line('notes', source)}"


def test_the_draft_is_still_known_after_the_next_run(site: Site) -> None:
    site.translate()
    site.build()
    assert len(learned(site).corrections) == 1


def test_without_the_file_of_drafts_nothing_is_compared(site: Site) -> None:
    (site.root / "po/notes/hi.json").unlink()
    report = learned(site)
    assert (report.corrections, report.compared) == ((), 0)


def test_drafts_that_were_approved_as_they_are_say_nothing(make_site: MakeSite) -> None:
    site = make_site({"notes": NOTES}, answers=ANSWERS)
    site.translate()
    site.approve("notes")
    report = learned(site)
    assert (report.corrections, report.compared) == ((), 4)


def test_what_contradicts_the_glossary_is_found(site: Site) -> None:
    site.write("glossaries/house.csv", "en,hi,kind\nForeign Office,विदेश कार्यालय,org\n")
    (found,) = learned(site).contradictions
    assert (found.term.en, found.written, found.kept) == ("Foreign Office", "विदेश मंत्रालय", 0)


def test_nothing_is_written_unless_asked_for(site: Site) -> None:
    before = site.hashes()
    assert learned(site).written == 0
    assert learned(site, apply=True, dry_run=True).written == 1
    assert site.hashes() == before


def test_rows_are_proposed_once(site: Site) -> None:
    assert learned(site, apply=True).written == 1
    assert "Foreign Office,विदेश मंत्रालय," in site.read(SHEET)
    before = site.hashes("glossaries")
    assert learned(site, apply=True).written == 0
    assert site.hashes("glossaries") == before


def test_one_name_is_one_row(site: Site) -> None:
    site.write("glossaries/house.csv", "en,hi,kind\nForeign Office,विदेश कार्यालय,org\n")
    report = learned(site, apply=True)
    assert (len(report.corrections), len(report.contradictions), report.written) == (1, 1, 1)
    (line,) = site.read(SHEET).splitlines()[1:]
    assert line.startswith("Foreign Office,विदेश मंत्रालय,org,,विदेश कार्यालय,")


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ("Foreign Office,विदेश मंत्रालय,proposed", (1, 0)),
        ("Foreign Office,विदेश मंत्रालय,rejected", (0, 1)),
        ("Foreign Office,,rejected", (0, 1)),
    ],
)
def test_what_an_editor_has_or_rejected_is_not_told_again(
    site: Site, row: str, counts: tuple[int, int]
) -> None:
    site.write("glossaries/house.csv", "en,hi,kind\nForeign Office,विदेश कार्यालय,org\n")
    site.write(SHEET, f"en,hi,note\n{row}\n")
    report = learned(site)
    assert (report.corrections, report.contradictions) == ((), ())
    assert (report.waiting, report.rejected) == counts


def test_what_reviewers_write_otherwise_than_a_waiting_row_is_told(site: Site) -> None:
    site.write(SHEET, "en,hi,note\nForeign Office,विदेश दफ़्तर,proposed\n")
    report = learned(site, apply=True)
    assert (len(report.corrections), report.written) == (1, 0)


def test_how_often_is_enough_can_be_said(site: Site) -> None:
    assert learned(site, at_least=4).corrections == ()


def test_a_broken_po_file_is_told_and_the_others_are_read(site: Site) -> None:
    site.write("po/broken/hi.po", 'msgid "\n')
    report = learned(site)
    assert [failure.path for failure in report.failures] == [site.root / "po/broken/hi.po"]
    assert len(report.corrections) == 1


def test_an_unknown_article_is_refused(site: Site) -> None:
    with pytest.raises(UsageError):
        learned(site, "none")
