"""What is written from a cluster is what one machine writes, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dualpress import pipeline
from dualpress.config import Project
from dualpress.pipeline import machine, stream

EXAMPLES = Path(__file__).parents[2] / "examples"
POSTS = ("brahmos-niryat", "gwadar-port-security", "sri-lanka-debt")


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[Any]:
    """Two workers, a process each, of one thread each."""
    distributed = pytest.importorskip("distributed", reason="Dask distributed is not installed")
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=":0",
        local_directory=str(tmp_path / "dask"),
    ) as cluster:
        yield cluster


def unreviewed(root: Path, models: Path) -> Project:
    """Example posts in both languages, without their translations."""
    (root / "posts").mkdir(parents=True)
    for name in POSTS:
        shutil.copy(EXAMPLES / "posts" / f"{name}.html", root / "posts")
    shutil.copytree(EXAMPLES / "glossaries", root / "glossaries")
    text = (EXAMPLES / "dualpress.toml").read_text(encoding="utf-8")
    text = text.replace('"../output"', '"output"')
    (root / "dualpress.toml").write_text(f"models = '{models}'\n{text}", encoding="utf-8")
    return Project.load(root)


def written(project: Project) -> dict[str, bytes]:
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for folder in (project.po, project.output)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_are_the_same_byte_for_byte(
    processes: Any, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each article is a window of several batches, which are told ahead and overtake each other.
    monkeypatch.setattr(machine, "BATCH", 16)
    monkeypatch.setattr(stream, "WINDOW_SENTENCES", 40)
    alone = unreviewed(tmp_path / "alone", models)
    together = unreviewed(tmp_path / "together", models)

    pipeline.translate(alone, limits=pipeline.Limits(jobs=2))
    report = pipeline.translate(
        together, limits=pipeline.Limits(jobs=1), cluster=processes.scheduler_address
    )

    assert report.failures == ()
    assert report.engine == "argos"
    assert written(together) == written(alone)
