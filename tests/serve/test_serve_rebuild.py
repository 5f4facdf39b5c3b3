from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from serve_support import PATIENCE, Running, edit, lay_out, review, serving, write

from dualpress.config import Project
from dualpress.progress import NoProgress
from dualpress.serve import Live, Shown, rebuilds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "site").root


@pytest.fixture
def running(root: Path) -> Iterator[Running]:
    with serving(Project.load(root)) as running:
        yield running


def test_a_correction_in_the_po_file_reaches_the_browser(running: Running, root: Path) -> None:
    with running.events() as events:
        before = next(events)
        review(root, "The river rose.", "नदी चढ़ गई।")
        after = next(events)
    assert after["content"] != before["content"]
    assert after["problems"] == []
    page = running.get(running.page("river", "hi")).text
    assert "नदी चढ़ गई।" in page
    assert after["content"] in page


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("posts/river.html", "<h1>", '<h1 class="new">'),
        ("posts/map.svg", "<svg", '<svg id="new"'),
        ("dualpress.toml", "[site]", "[site]\nname = 'Coastal Review'"),
    ],
)
def test_a_change_of_what_pages_are_made_of(
    running: Running, root: Path, file: str, old: str, new: str
) -> None:
    before = running.server.live.now.content
    edit(root / file, old, new)
    rebuilt = running.next_build()
    assert rebuilt.report is not None
    assert rebuilt.report.written
    assert rebuilt.shown.content != before


def test_a_change_of_the_glossary_builds_again(running: Running, root: Path) -> None:
    edit(root / "glossaries/house.csv", "पुल", "सेतु")
    assert running.next_build().report is not None


def test_another_record_of_addresses_builds_again(running: Running, root: Path) -> None:
    record = Project.load(root).addresses
    record.unlink()
    assert running.next_build().report is not None
    assert record.is_file()


def test_a_change_that_no_page_shows_leaves_the_browser_alone(running: Running, root: Path) -> None:
    before = running.server.live.now.content
    edit(root / "po/river/hi.po", 'msgid "The river"', '# A note.\nmsgid "The river"')
    assert running.next_build().shown.content == before


def test_a_template_is_followed(tmp_path: Path) -> None:
    root = lay_out(tmp_path).root
    write(root / "posts/fragment.html", "<p>The river rose.</p>")
    page = "<!DOCTYPE html><html><head><title>{{ title }}</title></head><body>%s</body></html>"
    edit(root / "dualpress.toml", "[site]", "[page]\ntemplate = 't/page.html'\n[site]")
    write(root / "t/page.html", page % "one {{ body }}")
    with serving(Project.load(root)) as running:
        write(root / "t/page.html", page % "two {{ body }}")
        assert running.next_build().shown.problems == ()
        assert "two <p" in running.get(running.page("fragment", "en")).text


def test_a_mistake_in_the_configuration_is_told_and_the_site_stays(
    running: Running, root: Path
) -> None:
    before = running.get(running.page("river", "hi")).text
    with running.events() as events:
        first = next(events)
        edit(root / "dualpress.toml", "shipped_glossaries = false", "publish = 'some'")
        told = next(events)
        assert told["content"] == first["content"]
        (problem,) = told["problems"]
        assert problem["where"] == "dualpress.toml:3"
        assert "'publish' must be 'reviewed' or 'all'" in problem["cause"]
        assert running.get(running.page("river", "hi")).text == before
        edit(root / "dualpress.toml", "publish = 'some'", "shipped_glossaries = false")
        assert next(events)["problems"] == []


def test_a_mistake_in_a_glossary_is_told_with_its_line(running: Running, root: Path) -> None:
    write(root / "glossaries/house.csv", "en,hi\n,पुल\n")
    (problem,) = running.next_build().shown.problems
    assert problem.where.endswith("house.csv:2")


def test_a_post_that_cannot_be_read_keeps_its_page(running: Running, root: Path) -> None:
    write(root / "posts/river.html", "%PDF-1.7")
    rebuilt = running.next_build()
    assert ["a PDF document" in problem.cause for problem in rebuilt.shown.problems] == [True]
    assert "नदी" in running.get(running.page("river", "hi")).text
    assert [article.id for article in rebuilt.shown.articles.values()] == ["river", "river"]


def test_a_mistake_in_dualpress_does_not_end_the_session(
    running: Running, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("dualpress.serve.rebuild.build", lambda *_, **__: 1 / 0)
        review(root, "The river rose.", "नदी चढ़ गई।")
        (problem,) = running.next_build().shown.problems
        assert "ZeroDivisionError" in problem.cause
    review(root, "The river rose.", "नदी का जल चढ़ गया।")
    assert running.next_build().shown.problems == ()


def test_a_folder_that_came_later_is_followed(running: Running, root: Path) -> None:
    (root / "po").rename(root / "elsewhere")
    assert running.next_build().report is not None
    (root / "elsewhere").rename(root / "po")
    running.next_build()
    review(root, "The river rose.", "नदी चढ़ गई।")
    running.next_build()
    assert "नदी चढ़ गई।" in running.get(running.page("river", "hi")).text


def test_folders_that_the_configuration_names_anew_are_followed(
    running: Running, root: Path
) -> None:
    write(root / "content/road.html", "<h1>The river</h1>")
    write(root / "dualpress.toml", "posts = 'content'\npublish = 'all'\noutput = 'public'\n")
    rebuilt = running.next_build()
    assert rebuilt.shown.project.output == root / "public"
    assert running.get(running.page("road", "en")).status_code == 200
    write(root / "content/lake.html", "<h1>The river rose.</h1>")
    running.next_build()
    assert running.get(running.page("lake", "en")).status_code == 200


def test_a_page_that_is_gone_is_not_served(running: Running, root: Path) -> None:
    write(root / "posts/lake.html", "<h1>The river</h1>")
    running.next_build()
    page = running.page("lake", "en")
    assert running.get(page).status_code == 200
    (root / "posts/lake.html").unlink()
    running.next_build()
    assert running.get(page).status_code == 404


def test_a_project_that_cannot_be_built_at_first_is_built_once_it_can(tmp_path: Path) -> None:
    root = lay_out(tmp_path).root
    write(root / "glossaries/house.csv", "en,hi\n,पुल\n")
    with serving(Project.load(root)) as running, running.events() as events:
        assert len(next(events)["problems"]) == 1
        write(root / "glossaries/house.csv", "en,hi\nbridge,पुल\n")
        assert next(events)["problems"] == []
        assert running.built.get(timeout=PATIENCE).report is not None


def test_each_build_has_the_project_to_itself_and_says_for_whom_it_waits(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    class Stages(NoProgress):
        def start(self, stage: str, total: int | None) -> None:
            told.append(stage)

    @contextmanager
    def hold(project: Project, command: str, *, wait: Callable[[str], None]) -> Iterator[None]:
        wait(f"not {command} but translate is at work")
        yield
        told.append("let go")

    monkeypatch.setattr("dualpress.serve.rebuild.hold", hold)
    stop = Event()
    for rebuilt in rebuilds(Live(Shown(Project.load(root))), Stages(), stop):
        assert rebuilt.report is not None
        stop.set()
    assert told[0] == "Waiting: not serve but translate is at work"
    assert told[-1] == "let go"
