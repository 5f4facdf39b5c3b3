"""What is in memory does not grow with the number of articles."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from functools import partialmethod
from pathlib import Path
from weakref import WeakSet

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.pipeline import ExportOrder, ExportReport
from dualpress.pipeline.desk import Desk, Work
from dualpress.spool import Spool

ARTICLES = 24


class Watch:
    """Counts the parsed pages in memory.

    Attributes:
        most: that were there at a time.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.most = 0
        self._pages: WeakSet[object] = WeakSet()
        self._open = Desk.open
        monkeypatch.setattr(Desk, "open", lambda desk, posts: self._watched(desk, posts))

    def _watched(self, desk: Desk, posts: Mapping[str, Path]) -> Iterator[Work]:
        for work in self._open(desk, posts):
            self._pages.add(work.post.article.page)
            gc.collect()
            self.most = max(self.most, len(self._pages))
            yield work


@pytest.fixture
def spool_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is put away stays in memory."""
    monkeypatch.setattr(Spool, "__init__", partialmethod(Spool.__init__, most=0))


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch, spool_of_nothing: None) -> Iterator[Watch]:
    monkeypatch.setattr("dualpress.pipeline.stream.WINDOW_ARTICLES", 2)
    gc.freeze()  # else each collection would look at all that other tests left
    yield Watch(monkeypatch)
    gc.unfreeze()


@pytest.fixture
def many(make_site: MakeSite) -> Site:
    posts = {f"river-{number:02}": RIVER for number in range(ARTICLES)}
    return make_site({**posts, "road": ROAD}, top='publish = "all"')


def export(site: Site) -> ExportReport:
    return pipeline.export(site.project, ExportOrder("hugo"))


@pytest.mark.parametrize("run", [Site.translate, Site.build])
def test_few_articles_are_in_memory_at_a_time(
    many: Site, watch: Watch, run: Callable[[Site], object]
) -> None:
    run(many)
    assert 0 < watch.most < ARTICLES / 2
    assert len(many.manifest()) == ARTICLES + 1


def test_few_articles_are_in_memory_at_a_time_of_an_export(many: Site, watch: Watch) -> None:
    report = export(many)
    assert report.failures == ()
    assert len(report.written) == 2 * (ARTICLES + 1)
    assert 0 < watch.most < ARTICLES / 2


def test_pages_that_were_put_away_are_those_that_were_not(
    make_site: MakeSite, request: pytest.FixtureRequest
) -> None:
    options = {
        "top": 'publish = "all"',
        "site": 'base_url = "https://example.org/"',
        "page": 'bilingual = "page"',
        "html": 'skip = ["p:has(> .aside)"]',
    }
    posts = {
        "river": RIVER.replace("The minister", '<img src="a.png"><a href="road.html">The</a> man'),
        "deep": RIVER.replace("<h1>", "<div>" * 400 + "<h1>"),
        "road": ROAD,
    }

    def made(folder: str) -> dict[str, str]:
        site = make_site(posts, folder=folder, **options)
        site.write("posts/a.png", b"\x89PNG")
        site.translate()
        site.approve("road")
        site.build()
        export(site)
        return site.hashes("po", "output", "export")

    in_memory = made("in memory/blog")
    request.getfixturevalue("spool_of_nothing")
    assert made("put away/blog") == in_memory
    assert len(in_memory) > 30
