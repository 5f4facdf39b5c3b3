"""Whatever a reviewer does in a pack, it reaches the articles, and nothing else does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.article import SegmentKey, Status
from dualpress.catalog import Catalog, read_catalog, write_catalog
from dualpress.pipeline.origins import origin_of
from dualpress.translation import status_of


class Did(NamedTuple):
    """What a reviewer did to an entry: what it reads now, and whether it needs work."""

    target: str | None
    fuzzy: bool


doings = st.none() | st.builds(
    Did, st.none() | st.sampled_from(["", "^", "नया वाक्य।", "और एक।"]), st.booleans()
)
meanwhile = st.dictionaries(st.integers(0, 9), st.sampled_from(["बीच में।", "^"]), max_size=3)


@pytest.fixture
def packed(make_site: MakeSite) -> Site:
    site = make_site({"lake": RIVER, "river": RIVER, "road": ROAD})
    site.translate()
    pipeline.pack(site.project)
    return site


def rewritten(catalog: Catalog, doings: list[Did | None]) -> Catalog:
    entries = list(catalog.entries)
    for at, did in enumerate(doings[: len(entries)]):
        if did is not None:
            target = entries[at].target if did.target is None else did.target
            status = status_of(entries[at].source, target, fuzzy=did.fuzzy, previous=None)
            entries[at] = replace(entries[at], target=target, status=status)
    return replace(catalog, entries=tuple(entries))


def state(site: Site) -> dict[tuple[str, SegmentKey], tuple[str, Status]]:
    return {
        (po.parent.name, entry.key): (entry.target, entry.status)
        for po in sorted((site.root / "po").rglob("*.po"))
        for entry in read_catalog(po).entries
    }


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(done=st.lists(doings, min_size=6, max_size=6), meanwhile=meanwhile)
def test_answers_and_nothing_else_reach_the_articles(
    packed: Site, done: list[Did | None], meanwhile: dict[int, str]
) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        shutil.copytree(packed.root, site.root)
        before = state(site)
        path = site.root / "review-hi.po"
        write_catalog(rewritten(read_catalog(path), done), path)
        change_meanwhile(site, meanwhile)
        expected, left = expectation(before, state(site), read_catalog(path))
        report = pipeline.unpack(site.project, path)
        assert state(site) == expected
        assert {error.line for error in report.left} == left
        again = pipeline.unpack(site.project, path)
        assert (again.changed, state(site)) == ({}, expected)


def change_meanwhile(site: Site, changes: dict[int, str]) -> None:
    """Somebody works on the articles while the pack is away."""
    places = [key for key in state(site) if key[0] != "lake"]
    for at, target in changes.items():
        article, key = places[at % len(places)]
        site.review(article, key.source, msgstr=target)


def expectation(
    before: dict[tuple[str, SegmentKey], tuple[str, Status]],
    now: dict[tuple[str, SegmentKey], tuple[str, Status]],
    pack: Catalog,
) -> tuple[dict[tuple[str, SegmentKey], tuple[str, Status]], set[int | None]]:
    """What the articles are to read, and the lines of the answers that are left."""
    expected, left = dict(now), set[int | None]()
    for entry in pack.entries:
        origin = origin_of(entry.key)
        assert origin is not None
        base = before[origin.article, origin.key]
        answer = (entry.target, entry.status)
        if entry.status is Status.UNTRANSLATED or answer == base:
            continue
        for (article, key), words in now.items():
            if key == origin.key and words == base:
                expected[article, key] = answer
        if now[origin.article, origin.key] not in (base, answer):
            left.add(entry.line)
    return expected, left
