from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Language
from dualpress.pipeline import Left, Limits
from dualpress.pipeline.limits import Budget, changed_since

DAY = date(2026, 11, 1)


def test_without_limits_everything_is_begun() -> None:
    budget = Budget(Limits())
    assert all(budget.takes(waits=True) for _ in range(100))
    assert budget.stopped_by is None


def test_so_many_articles_are_begun() -> None:
    budget = Budget(Limits(articles=2))
    assert [budget.takes(waits=True) for _ in range(4)] == [True, True, False, False]
    assert budget.stopped_by == "articles"


def test_an_article_in_which_nothing_waits_does_not_count() -> None:
    budget = Budget(Limits(articles=1))
    assert [budget.takes(waits=waits) for waits in (False, True, False)] == [True, True, True]
    assert budget.stopped_by is None


def test_after_the_first_that_is_left_out_none_is_begun() -> None:
    budget = Budget(Limits(articles=1))
    found = [budget.takes(waits=waits) for waits in (True, True, False)]
    assert found == [True, False, False]


def test_after_so_many_minutes_none_is_begun() -> None:
    times = iter([0.0, 0.0, 119.9, 120.0])
    budget = Budget(Limits(minutes=2), lambda: next(times))
    assert [budget.takes(waits=True) for _ in range(4)] == [True, True, False, False]
    assert budget.stopped_by == "minutes"


def written(path: Path, text: str, day: int = 1, month: int = 6) -> Path:
    """A post whose file was last changed on a day of 2026."""
    path.write_text(text, encoding="utf-8")
    moment = datetime(2026, month, day, 12, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


@pytest.mark.parametrize(
    ("text", "is_chosen"),
    [
        ("---\ndate: 2026-11-01\n---\n<p>x</p>", True),
        ("---\ndate: 2026-10-31\n---\n<p>x</p>", False),
        ("---\ndate: 2026-10-31T23:59:00+05:30\n---\n<p>x</p>", False),
        ("---\ndate: 2020-01-01\nlastmod: 2026-11-02\n---\n<p>x</p>", True),
        ("+++\ndate = 2026-11-01\n+++\n<p>x</p>", True),
        ("---\ntitle: x\n---\n<p>x</p>", False),
        ("<p>x</p>", False),
    ],
)
def test_a_post_is_as_old_as_its_front_matter_says(
    tmp_path: Path, text: str, is_chosen: bool
) -> None:
    path = written(tmp_path / "a.html", text)
    assert changed_since({"a": path}, DAY) == ({"a": path} if is_chosen else {})


@pytest.mark.parametrize(("day", "month", "is_chosen"), [(1, 11, True), (31, 10, False)])
def test_else_it_is_as_old_as_its_file(
    tmp_path: Path, day: int, month: int, is_chosen: bool
) -> None:
    path = written(tmp_path / "a.html", "<p>x</p>", day, month)
    assert bool(changed_since({"a": path}, DAY)) is is_chosen


def test_what_cannot_be_read_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    posts = {
        "a": tmp_path / "missing.html",
        "b": written(tmp_path / "b.html", "---\ntitle: [\n---\n<p>x</p>"),
    }
    assert changed_since(posts, DAY) == posts


def test_without_a_day_no_file_is_looked_at(tmp_path: Path) -> None:
    posts = {"a": tmp_path / "missing.html"}
    assert changed_since(posts, None) == posts


@pytest.fixture
def archive(make_site: MakeSite) -> Site:
    return make_site({"a": RIVER, "b": ROAD, "c": RIVER, "d": ROAD})


def drafted(site: Site) -> list[str]:
    return sorted(path.parent.name for path in (site.root / "po").glob("*/*.po"))


def test_each_run_goes_on_where_the_last_one_ended(archive: Site) -> None:
    found = []
    for _ in range(3):
        left = archive.translate(limits=Limits(articles=2)).left
        found.append((drafted(archive), left))
    assert found == [
        (["a", "b"], Left(2, "articles")),
        (["a", "b", "c", "d"], None),
        (["a", "b", "c", "d"], None),
    ]


def test_a_run_without_time_begins_nothing(archive: Site) -> None:
    report = archive.translate(limits=Limits(minutes=0))
    assert drafted(archive) == []
    assert report.left == Left(4, "minutes")
    assert report.failures == ()


def test_posts_that_are_too_old_are_not_translated(archive: Site) -> None:
    archive.write("posts/b.html", "---\ndate: 2026-11-02\n---\n<p>The road is open again.</p>\n")
    for name in "acd":
        os.utime(archive.root / "posts" / f"{name}.html", (0, 0))
    report = archive.translate(limits=Limits(since=DAY))
    assert drafted(archive) == ["b"]
    assert report.left is None


def test_articles_of_the_other_language_do_not_count(archive: Site) -> None:
    archive.write("posts/a.html", '<html lang="hi"><p>सड़क फिर से खुल गई है।</p></html>')
    archive.translate(to=Language.HI, limits=Limits(articles=1))
    assert drafted(archive) == ["b"]
