"""A run over what has not changed does nothing, and any change is seen."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.errors import GlossaryError, UsageError
from dualpress.glossary import Glossary, read_glossary
from dualpress.pipeline import build as pipeline_build
from dualpress.pipeline.publish import amend, publish


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    picture = RIVER.replace("</body>", '<p><img src="a.png"></p></body>')
    site = make_site(
        {"river": picture, "road": ROAD},
        {
            "posts/a.png": b"1",
            "glossaries/own.csv": "en,hi\nriver,नदी\n",
            "index.html": "{{ articles }}",
        },
        site='base_url = "https://example.org/"',
        page='index_template = "index.html"',
    )
    site.publish("river", "road")
    site.build()
    return site


@pytest.fixture
def drafted(make_site: MakeSite) -> Site:
    """Two articles with nothing but drafts."""
    site = make_site({"river": RIVER, "road": ROAD})
    site.translate()
    return site


def test_where_nothing_changed_nothing_is_read(built: Site, reads: list[str]) -> None:
    before = built.hashes()

    report = built.build()

    assert reads == []
    assert built.hashes() == before
    assert report.written == report.removed == ()


def test_the_report_is_that_of_a_whole_build(built: Site) -> None:
    known = built.build()
    (built.root / ".dualpress/build.sqlite").unlink()

    assert built.build() == known
    assert [article.id for article in known.articles] == ["river", "road"]


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.edit("posts/road.html", "open again", "open Again"),
        lambda site: site.edit("po/road/hi.po", "खुल गई", "खुल गयी"),
        lambda site: site.write("po/road/glossary.csv", "en,hi\nroad,सड़क\n"),
        lambda site: site.write("glossaries/own.csv", "en,hi\nriver,नदिया\n"),
        lambda site: site.write("posts/a.png", b"2"),
        lambda site: site.edit("dualpress.toml", "example.org", "example.com"),
        lambda site: site.write("index.html", "<p>{{ articles }}</p>"),
        lambda site: site.write("output/road/index.html", "broken"),
        lambda site: (site.root / "output/media/a.png").unlink(),
        lambda site: (site.root / "dualpress.urls.json").unlink(),
        lambda site: (site.root / "posts/road.html").rename(site.root / "posts/way.html"),
        lambda site: site.write(".dualpress/build.sqlite", "no database"),
        lambda site: site.write(".dualpress/build.sqlite", b""),
    ],
)
def test_any_change_is_built(
    built: Site, reads: list[str], change: Callable[[Site], object]
) -> None:
    change(built)

    built.build()

    assert reads
    (built.root / ".dualpress/build.sqlite").unlink()
    after = built.hashes("output")
    assert built.build().written == ()
    assert built.hashes("output") == after


def test_of_a_changed_po_file_its_article_alone_is_opened(built: Site, reads: list[str]) -> None:
    built.edit("po/road/hi.po", "सड़क फिर से खुल गई है।", "सड़क खुल गई।")

    report = built.build()

    assert reads == ["road"]
    written = {path.relative_to(built.root / "output").as_posix() for path in report.written}
    assert written == {"hi/road/index.html", "manifest.json"}
    assert [article.id for article in report.articles] == ["river", "road"]


def test_an_article_of_which_much_is_noted_is_not_opened_again(
    make_site: MakeSite, reads: list[str]
) -> None:
    picture = RIVER.replace("</body>", '<p><img src="a.png"></p></body>')
    head = "---\ndate: 2024-01-02\nlastmod: 2025-03-04\naliases: [/old/]\npermalink: /way/\n---\n"
    site = make_site(
        {"river": f"{head}{picture}", "road": ROAD},
        {"posts/a.png": b"1"},
        top='publish = "all"',
        site='base_url = "https://example.org/"',
        html='skip = [".x"]',
    )
    site.translate()
    site.build()
    site.write("posts/road.html", ROAD.replace("<body>", "<body><p>One more.</p>"))
    reads.clear()

    site.build()

    assert reads == ["road"]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="all names are Unicode there")
def test_beside_a_post_whose_name_is_no_utf_8_the_others_are_noted(
    built: Site, reads: list[str]
) -> None:
    odd = built.root / "posts" / os.fsdecode(b"\xff.html")
    odd.write_text(ROAD, "utf-8")
    built.translate()
    built.build()
    reads.clear()
    built.edit("po/road/hi.po", "सड़क फिर से खुल गई है।", "सड़क खुल गई।")

    built.build()

    assert set(reads) <= {"road", "-"}


def test_what_links_to_an_article_that_moved_is_opened(make_site: MakeSite) -> None:
    linked = RIVER.replace("</body>", '<p><a href="road.html">The road</a></p></body>')
    site = make_site({"river": linked, "road": ROAD, "way": ROAD})
    site.translate()
    site.build()
    site.write("posts/road.html", f"---\npermalink: /street/\n---\n{ROAD}")

    site.build()

    assert '<a href="../street/index.html">' in site.original("river")


def test_what_is_drafted_is_not_opened_by_translate(drafted: Site, reads: list[str]) -> None:
    before = drafted.hashes()

    report = drafted.translate()

    assert reads == []
    assert drafted.hashes() == before
    assert report.written == report.removed == ()
    assert [article.id for article in report.articles] == ["river", "road"]


def test_a_post_that_changed_is_all_that_translate_opens(drafted: Site, reads: list[str]) -> None:
    drafted.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")

    report = drafted.translate()

    assert reads == ["road"]
    assert report.engine == "scripted"
    assert drafted.entry("road", "The rain stopped at last.").msgstr == "आख़िरकार बारिश थम गई।"


def test_what_waits_to_be_drafted_is_opened_again(drafted: Site, reads: list[str]) -> None:
    drafted.edit("posts/road.html", "</body>", "<p>Nobody knows this.</p></body>")
    assert drafted.translate().failures
    reads.clear()

    assert drafted.translate().failures
    assert reads == ["road"]


def test_what_build_opened_is_opened_by_translate_too(drafted: Site, reads: list[str]) -> None:
    drafted.review("road", "The road", msgstr="")
    drafted.build()
    reads.clear()

    drafted.translate()

    assert reads == ["road"]
    assert drafted.entry("road", "The road").msgstr == "सड़क"


def test_a_new_term_is_told_in_articles_that_were_drafted(drafted: Site) -> None:
    drafted.write("glossaries/own.csv", "en,hi\nroad,मार्ग\n")

    drafted.translate()

    assert "मार्ग" in drafted.entry("road", "The road is open again.").comment


def test_of_a_changed_term_the_articles_that_hold_it_are_opened(
    built: Site, reads: list[str]
) -> None:
    built.write("glossaries/own.csv", "en,hi\nriver,नदिया\n")

    errors = {article.id: article.errors for article in built.build().articles}

    assert reads == ["river"]
    assert errors == {"river": 2, "road": 0}


@pytest.mark.parametrize(
    "rows",
    [
        "en,hi\nriver,नदी\nmountain,पहाड़\n",
        "en,hi\nmountain,पहाड़\nriver,नदी\n",
        'en,hi\n"river","नदी"\n',
    ],
)
def test_of_a_term_that_no_article_holds_none_is_opened(
    built: Site, reads: list[str], rows: str
) -> None:
    before = built.hashes("output")
    known = built.build()
    built.write("glossaries/own.csv", rows)

    assert built.build() == known
    assert reads == []
    assert built.hashes("output") == before


def test_terms_are_compared_with_those_of_the_last_run_that_made_something(
    built: Site, reads: list[str]
) -> None:
    built.write("glossaries/own.csv", "en,hi\nriver,नदी\nmountain,पहाड़\n")
    built.build()
    built.write("glossaries/own.csv", "en,hi\nriver,नदी\nroad,सड़क\n")

    built.build()
    assert reads == ["road"]

    built.write("glossaries/own.csv", "en,hi\nriver,नदी\n")
    built.build()
    assert reads == ["road", "road"]


def test_a_file_more_among_the_glossaries_is_seen(built: Site, reads: list[str]) -> None:
    built.write("glossaries/zones.csv", "en,hi\nroad,सड़क\n")

    built.build()

    assert reads == ["road"]


def test_an_article_with_terms_of_its_own_is_opened_after_any_change(
    built: Site, reads: list[str]
) -> None:
    built.write("po/road/glossary.csv", "en,hi\nmountain,पहाड़\n")
    built.build()
    reads.clear()
    built.write("glossaries/own.csv", "en,hi\nriver,नदी\nvalley,घाटी\n")

    built.build()

    assert reads == ["road"]


def test_a_save_while_the_glossary_is_read_is_seen_by_the_next(
    built: Site, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = built.read("glossaries/own.csv")

    def saved_meanwhile(paths: Sequence[Path]) -> Glossary:
        built.write("glossaries/own.csv", "en,hi\nroad,मार्ग\n")
        return read_glossary(paths)

    built.write("glossaries/own.csv", f"{rows}road,सड़क\n")
    with monkeypatch.context() as patch:
        patch.setattr("dualpress.pipeline.incremental.terms.read_glossary", saved_meanwhile)
        assert sum(article.errors for article in built.build().articles) == 2
    built.write("glossaries/own.csv", rows)
    reads.clear()

    assert sum(article.errors for article in built.build().articles) == 0
    assert reads == ["river", "road"]


def test_what_is_noted_of_the_glossary_may_be_damaged(built: Site, reads: list[str]) -> None:
    with closing(sqlite3.connect(built.root / ".dualpress/build.sqlite")) as connection:
        connection.execute("UPDATE glossary SET terms = x'00'")
        connection.commit()
    built.write("glossaries/own.csv", "en,hi\nriver,नदी\nmountain,पहाड़\n")

    built.build()

    assert reads == ["river", "road"]


def test_a_glossary_that_cannot_be_read_is_told_each_time(built: Site) -> None:
    built.write("glossaries/own.csv", "en,hi\nriver,\n")

    for _ in range(2):
        with pytest.raises(GlossaryError):
            built.build()


def test_a_new_term_is_told_by_translate_though_build_came_first(
    drafted: Site, reads: list[str]
) -> None:
    drafted.write("glossaries/own.csv", "en,hi\nroad,मार्ग\n")
    drafted.build()
    reads.clear()

    drafted.translate()

    assert reads == ["road"]
    assert "मार्ग" in drafted.entry("road", "The road is open again.").comment


@pytest.mark.parametrize("runs", [["build"], ["translate", "build"]])
def test_a_damaged_memory_is_told_by_translate_though_build_came_first(
    built: Site, runs: list[str]
) -> None:
    built.translate()
    built.write("memory/new.tmx", b"<tmx")
    for run in runs:
        getattr(built, run)()

    assert [failure.path for failure in built.translate().failures] == [
        built.root / "memory/new.tmx"
    ]


@pytest.mark.parametrize("run", ["build", "translate"])
def test_a_row_of_no_article_is_read_once(
    drafted: Site, run: str, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted.write("glossaries/own.csv", "en,hi\nmountain,पहाड़\n")
    reads.clear()
    getattr(drafted, run)()
    with monkeypatch.context() as patch:
        patch.setattr("dualpress.pipeline.incremental.terms.read_glossary", None)
        getattr(drafted, run)()
    assert reads == []

    drafted.write("glossaries/own.csv", "en,hi\nmountain,पहाड़\nroad,मार्ग\n")
    getattr(drafted, run)()
    assert reads == ["road"]


@pytest.mark.parametrize("run", ["build", "translate"])
def test_a_row_of_no_article_is_not_noted_by_a_dry_run(drafted: Site, run: str) -> None:
    drafted.write("glossaries/own.csv", "en,hi\nmountain,पहाड़\n")
    before = drafted.hashes()
    getattr(drafted, run)(dry_run=True)
    assert drafted.hashes() == before


def test_of_a_glossary_that_changes_while_it_is_read_nothing_is_noted(
    drafted: Site, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_meanwhile(paths: Sequence[Path]) -> Glossary:
        found = read_glossary(paths)
        drafted.write("glossaries/own.csv", "en,hi\nroad,मार्ग\n")
        return found

    drafted.write("glossaries/own.csv", "en,hi\nmountain,पहाड़\n")
    reads.clear()
    with monkeypatch.context() as patch:
        patch.setattr("dualpress.pipeline.incremental.terms.read_glossary", saved_meanwhile)
        drafted.build()
    assert reads == []

    drafted.build()
    assert "road" in reads


def test_rows_that_stay_as_they_are_open_none(built: Site, reads: list[str]) -> None:
    built.write("po/road/glossary.csv", "en,hi\nmountain,पहाड़\n")
    built.build()
    reads.clear()
    built.write("glossaries/own.csv", 'en,hi\n"river","नदी"\n')

    built.build()

    assert reads == []


@pytest.mark.parametrize("way", [amend, publish])
def test_a_save_while_translate_is_at_work_is_seen_by_the_next(
    drafted: Site, way: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")
    if way is publish:  # a new article shows in lists
        drafted.write("posts/rain.html", "<!DOCTYPE html><html lang=en><h1>The rain</h1></html>")
    saves: list[str] = []

    def saved_meanwhile(*args: Any, **options: Any) -> Any:
        drafted.review("road", "The road", msgstr="")
        saves.append("road")
        return way(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(f"dualpress.pipeline.site_run.{way.__name__}", saved_meanwhile)
        drafted.translate()
    assert saves == ["road"]
    assert drafted.entry("road", "The road").msgstr == ""

    drafted.translate()

    assert drafted.entry("road", "The road").msgstr == "सड़क"


def test_a_name_of_no_engine_is_told_though_nothing_is_to_be_done(drafted: Site) -> None:
    with pytest.raises(UsageError):
        drafted.translate(engine="nonsense")


def test_what_failed_is_done_again_and_nothing_else(built: Site, reads: list[str]) -> None:
    built.write("posts/road.html", b"")
    assert len(built.build().failures) == 1

    assert len(built.build().failures) == 1
    assert reads == []


def test_a_list_in_whose_way_something_is_is_told_again(built: Site) -> None:
    (built.root / "posts/road.html").unlink()
    (built.root / "output/.dualpress-files.json").unlink()
    told = {str(failure) for failure in built.build().failures}
    built.edit("po/river/hi.po", "दो पुल", "दोनों पुल")

    again = {str(failure) for failure in built.build().failures}

    assert any("en/index.html" in failure for failure in told)
    assert {failure for failure in told if "index.html" in failure} <= again


def test_a_dry_run_is_not_remembered(make_site: MakeSite) -> None:
    site = make_site()
    site.build(dry_run=True)

    assert site.build().written
    assert pipeline_build(site.project).written == ()
