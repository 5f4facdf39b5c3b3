"""What the output folder held before, as its manifest tells."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from dualpress.article import Language, Publish
from dualpress.pipeline.former import Former
from dualpress.site.manifest import MANIFEST, manifest
from dualpress.site.model import Site, SiteArticle, SiteSettings, Version

EN, HI = Language


def lay_out(folder: Path, articles: int) -> bytes:
    """Write the manifest of some articles; it is returned."""
    every = tuple(
        SiteArticle(f"a{number}", PurePosixPath("x"), EN, {EN: Version("one"), HI: Version("एक")})
        for number in range(articles)
    )
    site = Site(SiteSettings(base_url="https://example.org/"), every)
    digests = {article.path(language): "0" for article in every for language in Language}
    data = b"".join(manifest(site, digests))
    (folder / MANIFEST).write_bytes(data)
    return data


def told(folder: Path) -> Any:
    former = Former(folder, Publish.ALL)
    every = {name: (former.article(name), former.paths(name)) for name in former.ids}
    return former.base_url, every, former.places, former.is_lost


@pytest.mark.parametrize("articles", [0, 1, 200])
def test_however_a_manifest_is_laid_out_it_says_the_same(tmp_path: Path, articles: int) -> None:
    data = lay_out(tmp_path, articles)
    found = told(tmp_path)
    assert (found[0], len(found[1])) == ("https://example.org/", articles)
    for document in (json.dumps(json.loads(data)), data.decode().replace("\n", "\r\n")):
        (tmp_path / MANIFEST).write_text(document, encoding="utf-8", newline="")
        assert told(tmp_path) == found


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [(b"}", b"", 0), (b'"id"', b'"name"', 0), (b'"a1"', b'"../a1"', 1), (b"schema", b"scheme", 0)],
)
def test_of_a_manifest_that_is_damaged_nothing_is_taken(
    tmp_path: Path, old: bytes, new: bytes, ids: int
) -> None:
    data = lay_out(tmp_path, 2)
    (tmp_path / MANIFEST).write_bytes(data.replace(old, new, 1))
    assert len(Former(tmp_path, Publish.ALL).ids) == ids


def test_a_large_manifest_is_never_in_memory_as_it_stands_in_its_file(tmp_path: Path) -> None:
    size = len(lay_out(tmp_path, 2000))
    tracemalloc.start()
    try:
        ids = Former(tmp_path, Publish.ALL).ids
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(ids), peak < size) == (2000, True)
