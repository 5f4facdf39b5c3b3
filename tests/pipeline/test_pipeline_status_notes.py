"""``status`` tells by what the last run noted what it tells where nothing is noted."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline_support import ROAD, MakeSite, Site
from test_pipeline_incremental import (
    KINDS,
    RUNS,
    Edit,
    change_words,
    each,
    lay_out,
    po_files,
    posts,
    replaced,
    toggled,
)

from dualpress.errors import DualpressError
from dualpress.pipeline import ArticleStatus, status
from dualpress.pipeline.desk import Desk


def comment(text: str, po: Path) -> None:
    """Write a translator's comment on the last entry of a PO file, above all that follow."""

    def write(entry: polib.POEntry) -> None:
        entry.tcomment = f"{entry.tcomment}\n{text}".strip()

    change_words(po, write, title=False)


def stop(site: Site) -> None:
    """Translate, and be stopped before any page is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dualpress.pipeline.site_run.publish", interrupted)
        with suppress(KeyboardInterrupt):  # or there is nothing to do
            site.translate(engine="scripted")


def interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def damage(site: Site, start: int) -> None:
    notes = site.root / ".dualpress" / "build.sqlite"
    if notes.exists():
        data = notes.read_bytes()
        notes.write_bytes(data[:start] + b"\0" * len(data[start:]))


MORE: dict[str, dict[int, Edit]] = {
    "a reviewer asks": each(po_files, lambda po: comment("? Which of the two rivers?", po)),
    "a reviewer lets a finding pass": each(
        po_files, lambda po: comment("ok: numbers so be it", po)
    ),
    "a reviewer misspells a check": each(po_files, lambda po: comment("ok: nummbers", po)),
    "a sentence of a post is edited": each(
        posts, lambda post: replaced("Two bridges were", "Some 2 bridges were", post)
    ),
    "all is published": {
        0: lambda site: replaced(
            'engine = "identity"',
            'engine = "identity"\npublish = "all"',
            site.root / "dualpress.toml",
        )
    },
    "a selector matches nothing": {
        0: lambda site: replaced(
            "[site]", '[html]\nskip = [".advert"]\n[site]', site.root / "dualpress.toml"
        )
    },
    "a glossary is wrong": {
        0: lambda site: toggled(site, "glossaries/wrong.csv", b"en,hi\nriver\n,,,,,\n")
    },
    "an article's glossary is wrong": {
        0: lambda site: toggled(site, "po/river/glossary.csv", b"no,such,columns\n")
    },
    "a PO file of the other direction": {
        0: lambda site: toggled(site, "po/river/en.po", b'msgid ""\nmsgstr ""\n')
    },
    "a run is stopped": {0: stop},
    "the notes are damaged": {0: lambda site: damage(site, 0), 1: lambda site: damage(site, 20000)},
    "the notes are deleted": {
        0: lambda site: shutil.rmtree(site.root / ".dualpress", ignore_errors=True)
    },
}
EVERY = KINDS | MORE
EDITS = [(kind, number) for kind, numbers in EVERY.items() for number in numbers]


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project, to be copied."""
    root = tmp_path_factory.mktemp("laid_out") / "site"
    lay_out(root)
    return root


def told(site: Site) -> str:
    """All that ``status`` tells."""
    try:
        return repr(site.status())
    except DualpressError as error:  # such as that a glossary is wrong
        return repr((type(error), str(error)))


def check(site: Site, aside: Path) -> None:
    """Compare what is told with notes and without."""
    with_notes, notes = told(site), site.root / ".dualpress"
    if notes.exists():
        notes.rename(aside)
    assert with_notes == told(site)
    assert not notes.exists()
    if aside.exists():
        aside.rename(notes)


@pytest.mark.parametrize("kind", MORE)
def test_status_after_an_edit_is_that_of_a_project_without_notes(
    laid_out: Path, tmp_path: Path, kind: str
) -> None:
    site = Site(tmp_path / "site")
    shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
    site.translate()
    MORE[kind][0](site)
    check(site, tmp_path / "aside")


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(EDITS), min_size=1, max_size=3),
            st.sampled_from(["", *sorted(RUNS)]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_status_after_any_edits_is_that_of_a_project_without_notes(
    laid_out: Path, rounds: Sequence[tuple[Sequence[tuple[str, int]], str]]
) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
        site.translate()
        for edits, run in rounds:
            for kind, number in edits:
                with suppress(DualpressError):  # an earlier one left nothing to run
                    EVERY[kind][number](site)
            if run:
                with suppress(DualpressError):
                    RUNS[run](site)
            check(site, Path(folder) / "aside")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are opened."""
    found: list[str] = []
    whole = Desk.open

    def watched(desk: Desk, posts: dict[str, Path]) -> object:
        found.extend(posts)
        return whole(desk, posts)

    monkeypatch.setattr(Desk, "open", watched)
    return found


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    site = make_site({"one": ROAD, "two": ROAD, "three": ROAD})
    site.publish()
    return site


def test_nothing_is_opened_where_nothing_was_touched(built: Site, opened: list[str]) -> None:
    assert [article.state for article in built.status().articles] == ["published"] * 3
    assert opened == []


def test_what_was_touched_is_opened_alone(built: Site, opened: list[str]) -> None:
    built.review("two", "The road is open again.", fuzzy=True)

    states = {article.id: article.state for article in built.status().articles}

    assert states == {"one": "published", "two": "to review", "three": "published"}
    assert opened == ["two"]


def test_what_waits_is_not_opened_either(make_site: MakeSite, opened: list[str]) -> None:
    site = make_site({"road": ROAD})
    site.translate()
    opened.clear()

    assert [article.state for article in site.status().articles] == ["to review"]
    assert opened == []


def test_a_question_has_its_line_in_the_file_that_translate_wrote(built: Site) -> None:
    built.review("two", "The road is open again.", tcomment="? Which road?")
    built.edit("posts/two.html", "</body>", "<p>The rain stopped at last.</p></body>")
    built.edit("posts/two.html", "<h1>The road</h1>", "<h1>The river</h1>")
    built.translate()

    (question,) = status(built.project).questions

    assert question.line == built.line("two", "The road is open again.")


def test_articles_are_told_in_their_order_whether_opened_or_not(built: Site) -> None:
    built.edit("posts/three.html", "</body>", "<p>The rain stopped at last.</p></body>")

    found: tuple[ArticleStatus, ...] = status(built.project).articles

    assert [article.id for article in found] == ["one", "three", "two"]
