"""``po/<id>/glossary.csv``: an article's own glossary has the say, for that article alone."""

from __future__ import annotations

import pytest
from pipeline_support import ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.errors import GlossaryError, WorkError
from dualpress.pipeline.pofiles import find_po_files

HEADER = "en,hi,kind\n"
MINISTER = HEADER + "minister,मंत्री,title\n"
SECRETARY = HEADER + "minister,सचिव,title\n"
SPEECH = "The minister spoke in the evening."

ALSO = """<!DOCTYPE html>
<html lang="en">
<head><title>The road</title></head>
<body><p>The minister spoke in the evening.</p></body>
</html>
"""


@pytest.fixture
def pair(make_site: MakeSite) -> Site:
    """Two articles with one sentence, of which the second has a glossary of its own."""
    return make_site(
        {"also": ALSO, "river": ALSO},
        {"glossaries/site.csv": MINISTER, "po/river/glossary.csv": SECRETARY},
    )


def told(site: Site) -> list[tuple[str, str]]:
    return [(found.article, found.message) for found in site.check().findings]


def test_the_article_alone_is_checked_by_it(pair: Site) -> None:
    pair.translate()
    assert told(pair) == [("river", "“minister” is not translated as “सचिव”")]


def test_the_rest_of_the_project_s_rows_hold_too(pair: Site) -> None:
    pair.write("glossaries/site.csv", MINISTER + "evening,सांझ,term\n")
    pair.translate()
    assert ("river", "“evening” is not translated as “सांझ”") in told(pair)


def test_drafts_are_made_with_it(pair: Site) -> None:
    page = ALSO.replace(SPEECH, "minister")
    pair.write("posts/also.html", page)
    pair.write("posts/river.html", page)
    pair.translate()
    assert pair.entry("also", "minister").msgstr == "मंत्री"
    assert pair.entry("river", "minister").msgstr == "सचिव"


def test_the_reviewer_reads_its_terms(pair: Site) -> None:
    pair.write("posts/river.html", ALSO.replace(SPEECH, "Ask the minister."))
    pair.translate()
    assert "terms: minister = सचिव" in pair.entry("river", "Ask the minister.").comment


def test_a_pack_has_its_findings(pair: Site) -> None:
    pair.translate()
    pipeline.pack(pair.project, ["river"])
    assert "“minister” is not translated as “सचिव”" in pair.read("review-hi.po")


def test_status_counts_what_it_finds(pair: Site) -> None:
    pair.translate()
    steps = {article.id: article.next for article in pair.status().articles}
    assert "error" in steps["river"]
    assert "error" not in steps["also"]


def test_nothing_is_approved_against_it(pair: Site) -> None:
    pair.translate()
    refused = pair.approve("also", "river").refused
    assert [error.path for error in refused] == [pair.root / "po/river/hi.po"]


def test_build_counts_what_it_finds(pair: Site) -> None:
    pair.translate()
    assert {article.id: article.errors for article in pair.build().articles} == {
        "also": 0,
        "river": 1,
    }


def test_a_wrong_row_fails_the_article_and_no_other(pair: Site) -> None:
    path = pair.write("po/river/glossary.csv", HEADER + "minister,मंत्री,titel\n")

    report = pair.translate()

    (failure,) = report.failures
    assert isinstance(failure, WorkError)
    assert (failure.path, failure.line) == (path, 2)
    assert failure.cause.startswith("column kind: “titel” is none of person,")
    assert [article.id for article in report.articles] == ["also"]


def test_a_wrong_row_leaves_the_article_s_po_file_alone(pair: Site) -> None:
    pair.translate()
    before = pair.read("po/river/hi.po")
    pair.write("po/river/glossary.csv", HEADER + ",मंत्री,title\n")
    pair.edit("posts/river.html", "evening.", "evening. The road is open again.")
    pair.translate()
    assert pair.read("po/river/hi.po") == before


def test_a_wrong_row_of_the_project_fails_the_run(pair: Site) -> None:
    pair.write("glossaries/site.csv", HEADER + ",मंत्री,title\n")
    with pytest.raises(GlossaryError):
        pair.translate()


def test_it_moves_along_when_the_post_is_renamed(pair: Site) -> None:
    pair.translate()
    (pair.root / "posts/river.html").rename(pair.root / "posts/flood.html")
    pair.write("posts/also.html", ROAD)

    pair.translate()

    assert not (pair.root / "po/river").exists()
    assert pair.read("po/flood/glossary.csv") == SECRETARY


def test_the_glossary_of_the_new_name_is_not_written_over(site: Site) -> None:
    site.write("po/river/glossary.csv", SECRETARY)
    site.translate()
    (site.root / "posts/river.html").rename(site.root / "posts/flood.html")
    site.write("po/flood/glossary.csv", MINISTER)

    site.translate()

    assert site.read("po/flood/glossary.csv") == MINISTER
    assert site.read("po/river/glossary.csv") == SECRETARY


def test_it_is_no_po_file_and_no_command_writes_it(pair: Site) -> None:
    before = pair.read("po/river/glossary.csv")
    assert find_po_files(pair.project) == []
    pair.translate()
    pair.check(update=True)
    assert [file.path.name for file in find_po_files(pair.project)] == ["hi.po", "hi.po"]
    assert pair.read("po/river/glossary.csv") == before


def test_a_folder_of_that_name_is_another_article_s(site: Site) -> None:
    site.write("posts/river/glossary.csv.html", ROAD)
    assert site.translate().failures == ()
    assert site.translate().failures == ()
