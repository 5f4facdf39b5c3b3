"""A run for a few articles that stay in their places looks at no other, and else at all."""

from __future__ import annotations

import shutil
from collections.abc import Collection

import pytest
from amend_support import (
    BASE,
    LINKED,
    RETITLED,
    REWORDED,
    Edit,
    as_whole,
    both,
    in_post,
    outcome,
    review,
    two_and_one,
)
from pipeline_support import ROAD, MakeSite, Site

from dualpress.pipeline.incremental import LastRun
from dualpress.pipeline.report import ArticleReport, RunReport


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    return two_and_one(make_site)


def revised(site: Site) -> None:
    po = site.po("river")
    po.metadata["PO-Revision-Date"] = "2026-05-06 07:08+0530"
    po.save()


OWN: dict[str, Edit] = {
    "a sentence": REWORDED,
    "a sentence of each": both(REWORDED, review("road", "The road is open again.", msgstr="खुली।")),
    "a title": RETITLED,
    "a title beside a sentence": both(REWORDED, RETITLED),
    "a title of each": both(RETITLED, review("river", "The river", msgstr="सरिता")),
    "a title of what waits": review("waits", "The road", msgstr="मार्ग"),
    "a title of the post": lambda site: site.write(
        "posts/waits.html", ROAD.replace(">The road<", ">The way<")
    ),
    "a description": review("river", "The river rose.", msgstr="नदी चढ़ी।"),
    "a page for no search engine": in_post(
        "road", "<head>", '<head><meta name="robots" content="noindex">'
    ),
    "the glossary": lambda site: site.write("glossaries/own.csv", "en,hi\nroad,राह\n"),
    "the glossary beside a sentence": both(
        REWORDED, lambda site: site.write("glossaries/own.csv", "en,hi\nroad,राह\n")
    ),
    "a sentence of what waits": review("waits", "The road is open again.", msgstr="खुली है।"),
    "a waiver": review("river", "Two bridges were closed.", tcomment="ok: number as agreed"),
    "the day of the translation": revised,
    "a sentence of the post that is not published": in_post("waits", "open again", "open Again"),
    "markup of the post": in_post("road", "<p>The road is", '<p class="lead">The road is'),
    "a link to another": in_post("road", "</body>", '<a href="river.html"></a></body>'),
    "a picture": lambda site: site.write("posts/a.png", b"3"),
    "a picture that no page has": lambda site: site.write("posts/b.png", b"3"),
}

MORE: dict[str, Edit] = {
    "a title that is emptied": review("road", "The road", msgstr=""),
    "what is held": review("road", "The road is open again.", fuzzy=True),
    "what is approved": lambda site: site.approve("waits"),
    "a date": in_post("river", "2024-01-02", "2024-01-03"),
    "an address": in_post(
        "road", "<head>", '<head><link rel="canonical" href="https://example.org/way/">'
    ),
    "an address elsewhere": in_post(
        "road", "<head>", '<head><link rel="canonical" href="https://example.net/way/">'
    ),
    "an alias": lambda site: site.write("posts/road.html", f"---\naliases: [/old/]\n---\n{ROAD}"),
    "a new picture": in_post("road", "</body>", '<img src="b.png" alt=""></body>'),
    "a selector that matches": in_post("waits", "</body>", '<p class="x">X</p></body>'),
    "a new post": lambda site: site.write("posts/new.html", ROAD),
    "a post that is gone": lambda site: (site.root / "posts/road.html").unlink(),
    "a PO file that is gone": lambda site: (site.root / "po/road/hi.po").unlink(),
    "a broken PO file": lambda site: site.write("po/road/hi.po", "<<<<"),
    "a glossary of its own": lambda site: site.write("po/road/glossary.csv", "en,hi\nroad,राह\n"),
    "a page that was edited": both(
        REWORDED, lambda site: site.write("output/road/index.html", "x")
    ),
    "a page that is gone": both(
        REWORDED, lambda site: (site.root / "output/hi/road/index.html").unlink()
    ),
    "a list that was edited": both(RETITLED, lambda site: site.write("output/hi/index.html", "x")),
    "a list that is gone": both(
        RETITLED, lambda site: (site.root / "output/hi/index.html").unlink()
    ),
    "the record": both(REWORDED, lambda site: (site.root / "dualpress.urls.json").unlink()),
    "the configuration": both(
        REWORDED, lambda site: site.edit("dualpress.toml", "example.org", "example.com")
    ),
    "what waited is emptied": lambda site: site.write("posts/waits.html", b""),
}


@pytest.mark.parametrize("edit", OWN.values(), ids=OWN.keys())
def test_what_tells_nothing_new_is_made_alone(built: Site, surveys: list[str], edit: Edit) -> None:
    edit(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == []


def by_script(site: Site) -> RunReport:
    """A run that drafts, with an engine that has nothing to warn of."""
    return site.translate(engine="scripted")


@pytest.fixture
def complete(built: Site) -> Site:
    """The same in which nothing waits for the machine."""
    by_script(built)
    by_script(built)  # what was drafted is learned
    return built


# At a sentence that it was not given, the engine fails, and that is told by every run.
@pytest.mark.parametrize("edit", sorted(OWN.keys() - {"a title of the post"}))
def test_what_tells_nothing_new_is_drafted_alone(
    complete: Site, surveys: list[str], edit: str
) -> None:
    OWN[edit](complete)
    expected = as_whole(complete, by_script)
    surveys.clear()

    assert outcome(complete, by_script) == expected
    assert outcome(complete, by_script)[1] == expected[1]
    assert surveys == []


@pytest.mark.parametrize("edit", MORE.values(), ids=MORE.keys())
def test_where_more_may_change_all_is_looked_at_once_it_is_drafted(
    complete: Site, surveys: list[str], edit: Edit
) -> None:
    edit(complete)
    expected = as_whole(complete, by_script)
    surveys.clear()

    assert outcome(complete, by_script) == expected
    assert surveys == ["all"]


@pytest.mark.parametrize("edit", MORE.values(), ids=MORE.keys())
def test_where_more_may_change_all_is_looked_at(
    built: Site, surveys: list[str], edit: Edit
) -> None:
    edit(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == ["all"]


@pytest.mark.parametrize("edit", ["a sentence of each", "a link to another", "a title"])
def test_what_follows_a_small_build_is_right(built: Site, edit: str) -> None:
    built.review("road", "The road is open again.", msgstr="सड़क खुली है।")
    built.build()
    {**OWN, **MORE}[edit](built)

    expected = as_whole(built)

    assert outcome(built) == expected


def test_where_drafts_are_published_what_is_approved_is_made_alone(
    make_site: MakeSite, surveys: list[str]
) -> None:
    site = make_site({"river": LINKED, "road": ROAD}, site=BASE, top='publish = "all"')
    site.translate()
    site.build()
    site.approve("road")
    expected = as_whole(site)
    surveys.clear()

    assert outcome(site) == expected
    assert surveys == []


def test_where_the_sitemap_is_to_be_cut_all_is_looked_at(
    built: Site, surveys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.site.sitemap.MOST_URLS", 1)
    OWN["the day of the translation"](built)

    built.build()

    assert surveys == ["all"]


def test_a_glossary_that_many_articles_hold_is_left_to_a_whole_build(
    built: Site, surveys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.incremental.detection._MOST_CHANGED", 1)
    built.write("glossaries/own.csv", "en,hi\nroad,राह\n")

    built.build()

    assert surveys == ["all"]


def test_after_a_small_build_by_another_glossary_nothing_is_left(
    built: Site, surveys: list[str]
) -> None:
    built.write("glossaries/own.csv", "en,hi\nroad,राह\n")
    told = built.build()

    again = built.build()

    assert surveys == []
    assert again.articles == told.articles


def test_an_article_whose_page_is_kept_is_not_made_alone(built: Site, surveys: list[str]) -> None:
    built.review("road", "The road is open again.", fuzzy=True)
    for _ in range(3):
        built.build()
    built.review("road", "The road is open again.", fuzzy=True, msgstr="खुली है।")
    surveys.clear()

    built.build()

    assert surveys == ["all"]


@pytest.mark.parametrize("article", ["river", "road"])
def test_after_what_was_held_nothing_is_left(built: Site, surveys: list[str], article: str) -> None:
    held_title(built, article, fuzzy=True)
    built.build()
    surveys.clear()

    built.build()

    assert surveys == []


@pytest.mark.parametrize("article", ["river", "road"])
def test_what_was_held_and_is_approved_is_made_alone(
    built: Site, surveys: list[str], article: str
) -> None:
    held_title(built, article, fuzzy=True)
    built.build()
    built.build()
    held_title(built, article, fuzzy=False)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == []


def held_title(site: Site, article: str, *, fuzzy: bool) -> None:
    site.review(article, f"The {article}", fuzzy=fuzzy)


def test_a_post_without_a_po_file_may_turn_out_to_be_renamed(
    built: Site, surveys: list[str]
) -> None:
    orphan = built.read("po/road/hi.po").replace("posts/road.html", "posts/old.html")
    built.write("po/old/hi.po", orphan)
    built.edit("posts/waits.html", "The road is open again.", "The rain stopped at last.")
    shutil.rmtree(built.root / "po/waits")
    built.build()
    built.build()
    built.write("posts/waits.html", ROAD)
    surveys.clear()

    built.build()

    assert surveys == ["all"]
    assert (built.root / "po/waits/hi.po").is_file()


def test_a_small_build_leaves_nothing_to_be_done(built: Site, surveys: list[str]) -> None:
    REWORDED(built)
    told = built.build()

    again = built.build()

    assert surveys == []
    assert told.written
    assert again.written == ()
    assert again.articles == told.articles


def test_a_small_build_writes_the_pages_that_changed_and_the_manifest(
    built: Site, surveys: list[str]
) -> None:
    REWORDED(built)

    written = built.build().written

    assert surveys == []
    assert [path.relative_to(built.root / "output").as_posix() for path in written] == [
        "hi/river/bilingual/index.html",
        "hi/river/index.html",
        "manifest.json",
    ]


def test_what_was_told_of_an_article_that_changed_is_read_once(
    built: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Collection[str]] = []
    reports = LastRun.reports

    def counted(last: LastRun, ids: Collection[str]) -> dict[str, ArticleReport]:
        asked.append(ids)
        return reports(last, ids)

    monkeypatch.setattr(LastRun, "reports", counted)
    REWORDED(built)
    built.build()
    assert asked == [["river"]]


def test_a_dry_run_writes_nothing_of_what_changed(built: Site) -> None:
    REWORDED(built)
    before = built.hashes("output")

    assert built.build(dry_run=True).written
    assert built.hashes("output") == before


def test_a_run_tells_which_articles_it_opened(built: Site) -> None:
    assert built.build().opened == ()
    built.review("river", "Two bridges were closed.", msgstr="दो पुल बंद हुए।")
    assert set(built.build().opened) == {"river"}
    in_post("river", "2024-01-02", "2024-01-03")(built)
    assert set(built.build().opened) == {"river"}
    (built.root / ".dualpress/build.sqlite").unlink()
    assert set(built.build().opened) == {"river", "road", "waits"}
