"""What somebody changes in the output folder is never taken for what a run left there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.pipeline.publish import amend, publish

RAIN = "<!DOCTYPE html><html lang=en><h1>The rain</h1></html>"

WRITTEN = ["hi/road/index.html", "media/a.png"]
"""By a run after :func:`_change`, be it of a few articles or of all."""

OTHERS = ["hi/river/index.html", "river/index.html", "index.html", "sitemap.xml"]
"""Some of which are left as they are."""


@pytest.fixture(params=["young files", "old files"])
def built(
    make_site: MakeSite, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Site:
    if request.param == "old files":  # none of which is read for its bytes
        monkeypatch.setattr("dualpress.pipeline.signatures._TICK", -1 << 62)
    picture = ROAD.replace("</body>", '<p><img src="a.png"></p></body>')
    site = make_site(
        {"river": RIVER, "road": picture},
        {"posts/a.png": b"1", "index.html": "{{ articles }}"},
        site='base_url = "https://example.org/"',
        page='index_template = "index.html"',
    )
    site.publish("river", "road")
    site.build()
    return site


def _change(site: Site, way: Callable[..., Any]) -> None:
    """Give a run something to do: to a few articles, or to all."""
    site.review("road", "The road is open again.", msgstr="सड़क खुली है।")
    site.write("posts/a.png", b"2")
    if way is publish:  # a new article shows in lists
        site.write("posts/rain.html", RAIN)


def _build_while(
    site: Site, way: Callable[..., Any], act: Callable[[], object], patch: pytest.MonkeyPatch
) -> None:
    """Build, and let somebody do something after the run wrote its pages."""
    acts: list[object] = []

    def then_act(*args: Any, **options: Any) -> Any:
        published = way(*args, **options)
        acts.append(act())
        return published

    with patch.context() as inner:
        inner.setattr(f"dualpress.pipeline.site_run.{way.__name__}", then_act)
        site.build()
    assert len(acts) == 1


@pytest.mark.parametrize("way", [amend, publish])
@pytest.mark.parametrize("name", [*WRITTEN, *OTHERS, "manifest.json", ".dualpress-files.json"])
def test_what_is_changed_behind_a_run_is_made_anew_by_the_next(
    built: Site, way: Callable[..., Any], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(built, way)
    file, right = built.root / "output" / name, []

    def change() -> None:
        right.append(file.read_bytes())
        # As long as it was, and in JSON white space.
        file.write_bytes(file.read_bytes()[:-1] + b" ")

    _build_while(built, way, change, monkeypatch)
    built.build()

    assert [file.read_bytes()] == right


@pytest.mark.parametrize("way", [amend, publish])
@pytest.mark.parametrize("name", [*WRITTEN, *OTHERS])
def test_what_is_removed_behind_a_run_is_made_anew_by_the_next(
    built: Site, way: Callable[..., Any], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change(built, way)
    file = built.root / "output" / name

    _build_while(built, way, file.unlink, monkeypatch)
    built.build()

    assert file.exists()


@pytest.mark.parametrize("way", [amend, publish])
def test_what_nobody_changed_is_not_looked_at_again(
    built: Site, way: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, surveys: list[str]
) -> None:
    _change(built, way)
    _build_while(built, way, lambda: None, monkeypatch)
    surveys.clear()

    built.build()

    assert surveys == []


def test_where_a_file_system_gives_files_other_times_their_bytes_tell(
    built: Site, monkeypatch: pytest.MonkeyPatch, reads: list[str]
) -> None:
    _change(built, amend)
    with monkeypatch.context() as patch:
        patch.setattr("dualpress.files.look", lambda found: f"{found.st_size} {found.st_ino}")
        built.build()
    reads.clear()

    built.build()

    assert reads == []
