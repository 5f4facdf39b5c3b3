"""A run for a few articles that stay in their places looks at no other, and else at all."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site, link

from dualpress.pipeline.incremental.notebook import Notebook
from dualpress.pipeline.report import RunReport
from dualpress.pipeline.site_run import SiteRun

HEAD = (
    '<meta name="description" content="The river rose.">'
    '<meta property="article:published_time" content="2024-01-02">'
)
LINKED = RIVER.replace("</head>", f"{HEAD}</head>").replace(
    "</body>", '<p><a href="road.html">The road</a><img src="a.png" alt=""></p></body>'
)

BASE = 'base_url = "https://example.org/"'

Edit = Callable[[Site], object]
Run = Callable[[Site], RunReport]


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    """A site of two articles that are published, and of one that waits."""
    site = make_site(
        {"river": LINKED, "road": ROAD, "waits": ROAD},
        {"posts/a.png": b"1", "posts/b.png": b"2", "glossaries/own.csv": "en,hi\nriver,नदी\n"},
        site=BASE,
        page='bilingual = "link"',
        html='skip = [".x"]',
    )
    site.publish("river", "road")
    return site


@pytest.fixture
def surveys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each run that looked at all articles."""
    found: list[str] = []
    report = SiteRun.report

    def survey(run: SiteRun, *args: Any, **options: Any) -> RunReport:
        found.append("all")
        return report(run, *args, **options)

    monkeypatch.setattr(SiteRun, "report", survey)
    return found


def review(article: str, source: str, **fields: object) -> Edit:
    return lambda site: site.review(article, source, **fields)  # type: ignore[arg-type]


def in_post(name: str, old: str, new: str) -> Edit:
    return lambda site: site.edit(f"posts/{name}.html", old, new)


def revised(site: Site) -> None:
    po = site.po("river")
    po.metadata["PO-Revision-Date"] = "2026-05-06 07:08+0530"
    po.save()


def both(*edits: Edit) -> Edit:
    def act(site: Site) -> None:
        for edit in edits:
            edit(site)

    return act


REWORDED = review("river", "Two bridges were closed.", msgstr="दो पुल बंद हुए।")
RETITLED = review("road", "The road", msgstr="मार्ग")

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


WRONG_ORDER = """UPDATE fact SET value = '{"en": [], "hi": []}' WHERE name = 'order'"""

LISTS: dict[str, str] = {
    "pages of two": "paginate = 2",
    "a template of its own": 'index_template = "list.html"',
    "both": 'paginate = 2\nindex_template = "list.html"',
}


@pytest.fixture(params=list(LISTS.values()), ids=list(LISTS))
def listed(make_site: MakeSite, request: pytest.FixtureRequest) -> Site:
    """A site of four articles, the last of which has a date and so is listed first."""
    posts = {"a": ROAD, "b": ROAD, "c": ROAD, "dated": LINKED}
    template = "{% for a in articles %}{{ a.title }}|{{ a.url }}|{% endfor %}{{ pager }}"
    site = make_site(
        posts, {"posts/a.png": b"1", "list.html": template}, site=BASE, page=request.param
    )
    site.publish(*posts)
    return site


def outcome(site: Site, run: Run = Site.build) -> tuple[str, dict[str, str]]:
    """What a run tells and leaves, whatever folder it is in."""
    told = repr(run(site)).replace(str(site.root), "/site")
    return told, {k: v for k, v in site.hashes().items() if not k.startswith(".dualpress/")}


def as_whole(site: Site, run: Run = Site.build) -> tuple[str, dict[str, str]]:
    """The same of a run that knows nothing of an earlier one."""
    copy = Site(site.root.with_name("copy"))
    shutil.copytree(site.root, copy.root, ignore=shutil.ignore_patterns(".dualpress"))
    return outcome(copy, run)


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


@pytest.mark.parametrize("name", ["a", "c"])
def test_the_page_of_a_list_that_shows_a_title_is_made(
    listed: Site, surveys: list[str], name: str
) -> None:
    listed.review(name, "The road", msgstr="मार्ग")
    expected = as_whole(listed)
    surveys.clear()

    assert outcome(listed) == expected
    assert surveys == []


def test_of_a_list_only_the_page_that_shows_a_title_is_written(make_site: MakeSite) -> None:
    site = make_site(dict.fromkeys("abcde", ROAD), site=BASE, page="paginate = 2")
    site.publish(*"abcde")
    site.review("c", "The road", msgstr="मार्ग")

    written = site.build().written

    assert [path.relative_to(site.root / "output").as_posix() for path in written] == [
        "hi/c/index.html",
        "hi/page/2/index.html",
        "manifest.json",
    ]


def test_what_a_small_build_notes_of_the_lists_a_whole_one_would(listed: Site) -> None:
    listed.review("b", "The road", msgstr="मार्ग")
    listed.build()
    small = noted_lists(listed)
    (listed.root / ".dualpress/build.sqlite").unlink()

    listed.build()

    assert small == noted_lists(listed)


def noted_lists(site: Site) -> dict[str, list[object]]:
    """What is noted of the pages of lists, by their paths."""
    with closing(sqlite3.connect(site.root / ".dualpress/build.sqlite")) as connection:
        query = "SELECT value FROM fact WHERE name = 'lists'"
        return dict(json.loads(connection.execute(query).fetchone()[0]))


@pytest.mark.parametrize("damage", ["DELETE FROM fact WHERE name = 'order'", WRONG_ORDER])
def test_where_the_order_of_the_lists_is_lost_all_is_looked_at(
    built: Site, surveys: list[str], damage: str
) -> None:
    with closing(sqlite3.connect(built.root / ".dualpress/build.sqlite")) as connection:
        connection.execute(damage)
        connection.commit()
    RETITLED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == ["all"]


def test_where_what_the_lists_show_is_lost_the_pages_that_changed_are_made(
    built: Site, surveys: list[str]
) -> None:
    with closing(sqlite3.connect(built.root / ".dualpress/build.sqlite")) as connection:
        connection.execute("UPDATE fact SET value = '[' WHERE name = 'lists'")
        connection.commit()
    RETITLED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == []


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


def test_a_dry_run_writes_nothing_of_what_changed(built: Site) -> None:
    REWORDED(built)
    before = built.hashes("output")

    assert built.build(dry_run=True).written
    assert built.hashes("output") == before


def test_notes_of_articles_that_are_damaged_are_not_used(built: Site, surveys: list[str]) -> None:
    with closing(sqlite3.connect(built.root / ".dualpress/build.sqlite")) as connection:
        connection.execute("UPDATE article SET note = '{}'")
        connection.commit()
    REWORDED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == ["all"]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE read SET files = x'fffe'",
        "UPDATE read SET files = 'text'",
        """UPDATE article SET note = replace(note, '\\"id\\":', '\\"id\\" ')""",
    ],
)
def test_damaged_notes_end_no_build(built: Site, surveys: list[str], damage: str) -> None:
    with closing(sqlite3.connect(built.root / ".dualpress/build.sqlite")) as connection:
        connection.execute(damage)
        connection.commit()
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


def test_a_run_tells_which_articles_it_opened(built: Site) -> None:
    assert built.build().opened == ()
    built.review("river", "Two bridges were closed.", msgstr="दो पुल बंद हुए।")
    assert set(built.build().opened) == {"river"}
    in_post("river", "2024-01-02", "2024-01-03")(built)
    assert set(built.build().opened) == {"river"}
    (built.root / ".dualpress/build.sqlite").unlink()
    assert set(built.build().opened) == {"river", "road", "waits"}
