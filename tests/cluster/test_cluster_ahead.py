"""What a cluster is told ahead is what it is asked for then."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from dualpress import pipeline
from dualpress.config import Project
from dualpress.engines import Hypothesis
from dualpress.engines.cluster import Cluster
from dualpress.pipeline import machine, stream

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The river {0}</title></head>
<body><h1>The river {0}</h1><p>The river {0} rose. The rain stopped at last. Bridge {0} was
closed.</p></body></html>"""


class Ahead:
    """An engine that notes what it is told ahead, and what it is asked."""

    name = "ahead"
    model = None
    hands = 8

    def __init__(self) -> None:
        self.told: list[tuple[str, ...]] = []
        self.asked: list[tuple[str, ...]] = []

    def expect(self, batches: Sequence[Sequence[str]], **_wishes: Any) -> None:
        self.told += map(tuple, batches)

    def translate(self, sentences: Sequence[str], **_wishes: Any) -> list[list[Hypothesis]]:
        self.asked.append(tuple(sentences))
        return [[Hypothesis("नदी का पानी बढ़ गया।")] for _ in sentences]

    def retry(self, sentences: Sequence[str], **_wishes: Any) -> list[list[Hypothesis]]:
        self.asked.append(tuple(sentences))
        return [[] for _ in sentences]

    def close(self) -> None:
        pass


class OneEngine:
    """A cluster of that engine."""

    def __init__(self) -> None:
        self.engine = Ahead()
        self.warnings = ["the worker was refused"]

    def __enter__(self) -> Cluster:
        return cast(Cluster, self)

    def __exit__(self, *_raised: object) -> None:
        pass

    def load(self, _engine: str, _options: object) -> Ahead:
        return self.engine


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> OneEngine:
    there = OneEngine()
    # The package has a function of the module's name.
    module = import_module("dualpress.pipeline.translate")
    monkeypatch.setattr(module, "connect", lambda _address: there)
    return there


def test_batches_are_told_before_they_are_asked_for(
    tmp_path: Path, cluster: OneEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "BATCH", 2)
    monkeypatch.setattr(stream, "WINDOW_ARTICLES", 1)
    (tmp_path / "posts").mkdir()
    for number in range(6):
        page = PAGE.format(number)
        (tmp_path / "posts" / f"{number}.html").write_text(page, encoding="utf-8")
    (tmp_path / "dualpress.toml").write_text('engine = "identity"', encoding="utf-8")

    report = pipeline.translate(Project.load(tmp_path), cluster="tcp://there")

    engine = cluster.engine
    assert len(engine.asked) >= 12
    assert set(engine.asked) == set(engine.told)
    assert "the worker was refused" in report.warnings
