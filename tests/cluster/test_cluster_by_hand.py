"""``dask scheduler`` and ``dask worker`` as people start them, and what happens to them."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cluster_support import ByHand, Gate, answers, batches

from dualpress.article import Language
from dualpress.engines import EngineOptions
from dualpress.engines.cluster import connect, connection
from dualpress.errors import EngineError, EngineUnavailable


def test_a_worker_killed_in_the_middle_loses_nothing(hands: ByHand, server: Gate) -> None:
    killed, _ = hands.worker(), hands.worker()
    asked = batches(9)
    with connect(hands.address) as cluster, ThreadPoolExecutor() as threads:
        engine = cluster.load("libretranslate", server.options)
        engine.expect(asked)
        found = threads.submit(lambda: [engine.translate(batch) for batch in asked])
        server.wait_for(held=2)
        killed.kill()
        server.open()

        assert found.result() == answers(asked)

    twice = {text for text in server.asked if server.asked.count(text) > 1}
    assert twice in ({*asked[0]}, {*asked[1]})


def test_where_all_workers_were_killed_one_that_comes_goes_on(hands: ByHand, server: Gate) -> None:
    first = hands.worker()
    asked = batches(4)
    with connect(hands.address) as cluster, ThreadPoolExecutor() as threads:
        engine = cluster.load("libretranslate", server.options)
        engine.expect(asked)
        found = threads.submit(lambda: [engine.translate(batch) for batch in asked])
        server.wait_for(held=1)
        first.kill()
        hands.worker()
        server.open()

        assert found.result() == answers(asked)


def test_where_no_worker_is_left_the_engine_gives_up(hands: ByHand, server: Gate) -> None:
    worker = hands.worker()
    with connect(hands.address, wait=0.1) as cluster:
        engine = cluster.load("libretranslate", server.options)
        worker.kill()

        with pytest.raises(EngineUnavailable, match="has no worker"):
            engine.translate(["The river"])


def test_a_scheduler_that_dies_is_told_as_such(
    hands: ByHand, server: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 1.0)
    hands.worker()
    with connect(hands.address) as cluster:
        engine = cluster.load("libretranslate", server.options)
        hands.scheduler.kill()

        with pytest.raises(EngineUnavailable, match="connection to the scheduler"):
            engine.translate(["The river"])


def test_a_worker_with_another_model_is_refused_and_the_others_go_on(
    hands: ByHand, models: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(models, other)
    (other / "translate-en_hi-1_0" / "README.md").write_text("trained again", encoding="utf-8")
    hands.worker(DUALPRESS_MODELS=str(other))
    options = EngineOptions(Language.EN, Language.HI, models)

    with connect(hands.address) as cluster:
        with pytest.raises(EngineUnavailable, match=r"has the SHA-256 [0-9a-f]{64}, not"):
            cluster.load("argos", options)
        hands.worker()
        engine = cluster.load("argos", options)
        ((best, *_),) = engine.translate(["The river"])

        (warning,) = cluster.warnings

    assert best.text
    assert "was refused: its model, translate-en_hi 1.0, has the SHA-256" in warning


def test_an_engine_that_fails_says_why(hands: ByHand) -> None:
    hands.worker()
    options = EngineOptions(Language.EN, Language.HI, Path("none"), {"answers": {"a": "b"}})
    with connect(hands.address) as cluster:
        engine = cluster.load("scripted", options)

        with pytest.raises(EngineError, match='no answer for "The river"'):
            engine.translate(["The river"])
        assert [[best.text for best in found] for found in engine.translate(["a"])] == [["b"]]
