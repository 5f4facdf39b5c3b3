"""Sentences that come back: what was approved for their place stays, whatever the memory knows."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from dualpress import pipeline
from dualpress.article import Status
from dualpress.catalog import read_catalog, write_catalog
from dualpress.catalog.approved import approved_in
from dualpress.config import Project
from dualpress.states import clear_fuzzy, revive


def _write_post(root: Path, number: int, chance: random.Random) -> None:
    """A post whose few sentences stand in other posts too, and come back."""
    lines = [
        f"<p>Group {letter}x said {chance.randint(2, 6)} people were at the "
        f"{chance.choice(['port', 'market'])}.</p>\n"
        for letter in "ABCDEF"
    ]
    path = root / "posts" / f"post-{number}.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(lines), encoding="utf-8")


def _review(project: Project, chance: random.Random) -> None:
    for path in sorted(project.po.rglob("*.po")):
        catalog = read_catalog(path)
        entries = list(catalog.entries)
        for index in chance.sample(range(len(entries)), 3):
            if entries[index].status in (Status.DRAFT, Status.STALE):
                entries[index] = clear_fuzzy(entries[index])
        write_catalog(replace(catalog, entries=tuple(entries)), path)


def _approved(project: Project) -> set[str]:
    catalogs = [read_catalog(path) for path in project.po.rglob("*.po")]
    entries = (entry for one in catalogs for entry in (*one.entries, *one.obsolete))
    pairs = (approved_in(revive(entry)) for entry in entries)
    return {pair.target for pair in pairs if pair}


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_approved_stays_in_the_po_files(tmp_path: Path, seed: int) -> None:
    configuration = 'engine = "identity"\nshipped_glossaries = false\n'
    (tmp_path / "dualpress.toml").write_text(configuration, encoding="utf-8")
    chance = random.Random(seed)  # noqa: S311
    for number in range(4):
        _write_post(tmp_path, number, chance)
    project = Project.load(tmp_path)
    pipeline.translate(project)
    for _ in range(40):
        _review(project, chance)
        _write_post(tmp_path, chance.randrange(4), chance)
        before = _approved(project)
        pipeline.translate(project)
        assert before <= _approved(project)
