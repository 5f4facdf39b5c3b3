"""What a worker is told, and the model that it finds by it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.engines import EngineOptions
from dualpress.engines.cluster.digest import model_digest
from dualpress.engines.cluster.specification import read_specification, specification

MODELS = Path("/models").absolute()


def options(threads: int | None = None, **settings: object) -> EngineOptions:
    return EngineOptions(Language.EN, Language.HI, MODELS, settings, threads)


def test_options_arrive_as_they_were() -> None:
    told = specification("argos", options(3, beam_size=2))
    assert read_specification(told, {}, 8) == ("argos", options(3, beam_size=2))


@pytest.mark.parametrize(("asked", "used"), [(options(), 8), (options(threads=3), 3)])
def test_a_model_uses_the_threads_of_its_worker(asked: EngineOptions, used: int) -> None:
    _, found = read_specification(specification("argos", asked), {}, 8)
    assert found.threads == used


def test_threads_that_are_configured_are_left_to_the_engine() -> None:
    told = specification("argos", EngineOptions(Language.EN, Language.HI, MODELS, {"threads": 2}))
    assert read_specification(told, {}, 8)[1].threads is None


def test_a_worker_may_have_its_models_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    told = specification("ctranslate2", options(path=str(MODELS / "mine")))
    _, found = read_specification(told, {"DUALPRESS_MODELS": str(tmp_path)}, 1)
    assert (found.models, found.settings["path"]) == (tmp_path, str(tmp_path / "mine"))


def test_a_path_that_is_not_among_its_models_stays(tmp_path: Path) -> None:
    told = specification("scripted", options(path=str(MODELS / "answers.tsv")))
    _, found = read_specification(told, {"DUALPRESS_MODELS": str(tmp_path)}, 1)
    assert found.settings["path"] == str(MODELS / "answers.tsv")


def test_the_same_model_elsewhere_has_the_same_digest(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models, tmp_path / "copy")
    here, there = (EngineOptions(Language.EN, Language.HI, p) for p in (models, tmp_path / "copy"))
    assert model_digest("argos", here) == model_digest("argos", there) is not None


def test_one_byte_makes_another_model(tmp_path: Path) -> None:
    path = tmp_path / "answers.tsv"
    path.write_text("a\tb", encoding="utf-8")
    before = model_digest("scripted", options(path=str(path)))
    path.write_text("a\tc", encoding="utf-8")
    assert model_digest("scripted", options(path=str(path))) not in (None, before)


def test_where_there_is_no_model_there_is_no_digest() -> None:
    assert model_digest("argos", options()) is None
    assert model_digest("identity", options()) is None
