"""What of each article is in memory once, though several know of it, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Language
from dualpress.pipeline.incremental import Trusted
from dualpress.pipeline.publish import press
from dualpress.pipeline.publish.draft import Draft
from dualpress.pipeline.url_record_file import read_record
from dualpress.site.output import LIST, Output, Written
from dualpress.spool import Spool

EN, HI = Language


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    site = make_site({"river": RIVER, "road": ROAD}, site='base_url = "https://example.org/"')
    site.publish("river", "road")
    site.build()
    return site


@pytest.fixture
def remade(built: Site, monkeypatch: pytest.MonkeyPatch) -> tuple[press._Press, Draft]:
    """A build that looks at all articles, and opens one that is as it was but for a word."""
    found: list[tuple[press._Press, Draft]] = []
    write = press._Press._write

    def noted(made_by: press._Press, draft: Draft, *, dry_run: bool) -> Written:
        found.append((made_by, draft))
        return write(made_by, draft, dry_run=dry_run)

    monkeypatch.setattr(press._Press, "_write", noted)
    built.write("posts/river.html", RIVER.replace("July", "June"))
    built.write("posts/new.html", ROAD)
    built.build()
    (one,) = found
    assert one[1].issues["river"].opened is not None
    return one


def test_the_places_of_pages_are_those_of_the_record(remade: tuple[press._Press, Draft]) -> None:
    made_by, draft = remade
    assert draft.issues["river"].places[EN] is made_by._recorded.pages["river"][EN]


def test_what_others_see_of_an_article_is_what_was_noted(
    remade: tuple[press._Press, Draft],
) -> None:
    made_by, draft = remade
    noted = made_by._plan.state.last.views
    assert draft.views["river"] is noted["river"]
    assert "new" not in noted


def test_addresses_of_one_site_are_in_memory_once(built: Site) -> None:
    record = read_record(built.root / "dualpress.urls.json")
    bases = [page.base for own in record.pages.values() for page in own.values()]
    assert len(bases) == 4
    assert all(base is bases[0] for base in bases)


def test_what_is_listed_and_to_be_written_again_is_one_path(tmp_path: Path) -> None:
    path, other = PurePosixPath("a/index.html"), PurePosixPath("b/index.html")
    Output(tmp_path).write({path: b"1", other: b"2"})
    output = Output(tmp_path)
    output.obstacles({path: b"3"})
    known = {str(one): one for one in output._read_list()}
    assert (known["a/index.html"] is path, known["b/index.html"]) == (True, other)
    assert LIST not in known.values()


def test_notes_on_what_changed_are_put_away(tmp_path: Path) -> None:
    with Spool(tmp_path, most=0) as spool:
        kept: list[bytes] = []

        def put_away(data: bytes) -> Any:
            kept.append(data)
            return spool.put_bytes(data)

        noted: Iterator[tuple[str, ...]] = iter([("river", '{"note": "नदी"}', "{}")])
        trusted = Trusted(noted, (), lambda _: True, put_away)
        assert kept == ['{"note": "नदी"}'.encode()]
        assert (dict(trusted.notes), trusted.note("river"), trusted.note("road")) == (
            {},
            None,
            None,
        )
