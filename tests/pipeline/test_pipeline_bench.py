"""Measuring the engines of a project, and where what was found is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Language
from dualpress.engines.base import Abilities, Hypothesis
from dualpress.engines.identity import IdentityEngine
from dualpress.engines.packages import install_package
from dualpress.engines.survival import read_table
from dualpress.errors import ConfigError, EngineError, EngineUnavailable, UsageError, WriteError
from dualpress.pipeline.bench import BenchReport, bench_terms
from dualpress.pipeline.machine import Machine
from dualpress.pipeline.questions import Ask, Questions
from dualpress.pipeline.tables import table_folders, table_key
from dualpress.progress import NoProgress

PACKAGE = Path(__file__).parents[1] / "fixtures" / "models" / "translate-en_hi-1_0.argosmodel"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(engine="identity")


def bench(site: Site, to: Language | None = Language.HI, **options: Any) -> BenchReport:
    return bench_terms(site.project, to=to, **options)


def test_a_table_is_kept_beside_the_models_and_found_again(site: Site) -> None:
    (measured,) = bench(site).measured

    assert measured.path.parent == site.root / "models"
    key = table_key(site.project, IdentityEngine(), Language.EN)
    assert read_table(key, table_folders(site.project)) == (measured.table, ())


def test_translate_uses_what_was_measured(site: Site) -> None:
    bench(site)

    with Machine(site.project, "identity") as machine:
        assert machine.scheme(Language.HI) is None, "no engine is loaded yet"
        machine.answer(Questions(Ask.TRANSLATE, Language.HI, ["x"]))
        machine.answer(Questions(Ask.TRANSLATE, Language.EN, ["x"]))
        scheme = machine.scheme(Language.HI)
        assert scheme is not None
        assert scheme.name == "X1"
        assert machine.scheme(Language.EN) is None, "that direction was not measured"


def test_both_directions_where_none_is_named(site: Site) -> None:
    report = bench(site, to=None)

    assert {(one.table.source, one.table.target) for one in report.measured} == {
        (Language.EN, Language.HI),
        (Language.HI, Language.EN),
    }
    assert len({one.path for one in report.measured}) == 2


def test_a_dry_run_keeps_nothing(site: Site) -> None:
    before = site.hashes()

    (measured,) = bench(site, dry_run=True).measured

    assert measured.table.best == "X1"
    assert measured.path.name.endswith(".json")
    assert site.hashes() == before


def test_where_the_models_may_not_be_changed_the_project_has_the_table(
    make_site: MakeSite,
) -> None:
    site = make_site(engine="identity")
    site.write("models", "no folder")

    (measured,) = bench(site).measured

    assert measured.path.parent == site.root / ".dualpress" / "placeholders"
    with Machine(site.project, "identity") as machine:
        machine.answer(Questions(Ask.TRANSLATE, Language.HI, ["x"]))
        assert machine.scheme(Language.HI) is not None


def test_where_no_folder_may_be_written_that_is_told(site: Site) -> None:
    site.write("models", "no folder")
    site.write(".dualpress", "no folder")

    report = bench(site)

    assert report.measured == ()
    assert [type(failure) for failure in report.failures] == [WriteError]


def test_without_a_model_it_says_how_to_get_one(make_site: MakeSite) -> None:
    report = bench(make_site(engine="auto"), to=None)

    assert report.measured == ()
    assert [str(failure) for failure in report.failures] == [
        f"no translation model for {pair} is installed. "
        f"Install one with: dualpress models install {pair}"
        for pair in ("hi-en", "en-hi")
    ]


def test_an_engine_that_fails_leaves_no_table_and_is_closed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[object] = []

    def fail(*_: object, **__: object) -> list[list[Hypothesis]]:
        raise EngineError("the engine is down")

    monkeypatch.setattr(IdentityEngine, "translate", fail)
    monkeypatch.setattr(IdentityEngine, "close", lambda engine: closed.append(engine))

    report = bench(site)

    assert [failure.cause for failure in report.failures] == ["the engine is down"]
    assert len(closed) == 1
    assert not (site.root / "models").exists()


def test_ctrl_c_leaves_the_directions_that_were_done(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = IdentityEngine.translate
    languages: list[str] = []

    def stop(
        engine: IdentityEngine, sentences: Sequence[str], **options: Any
    ) -> list[list[Hypothesis]]:
        if len(languages) > 1:
            raise KeyboardInterrupt
        return answer(engine, sentences, **options)

    class Stages(NoProgress):
        def start(self, stage: str, total: int | None) -> None:
            languages.append(stage)

    monkeypatch.setattr(IdentityEngine, "translate", stop)
    with pytest.raises(KeyboardInterrupt):
        bench(site, to=None, progress=Stages())

    assert languages == ["Measuring hi-en", "Measuring en-hi"]
    (kept,) = (site.root / "models").iterdir()
    assert "-hi-en-" in kept.name


def test_an_engine_of_no_known_name_is_refused(site: Site) -> None:
    with pytest.raises(UsageError, match="there is no engine “argus”"):
        bench(site, engine="argus")


def test_wrong_settings_are_refused(make_site: MakeSite) -> None:
    with pytest.raises(ConfigError, match="fail_after"):
        bench(make_site(scripted="fail_after = -1"))


def test_tags_that_the_model_was_taught_are_told(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    able = Abilities(term_tags="<t>{target}</t>")
    monkeypatch.setattr(IdentityEngine, "abilities", able, raising=False)

    (measured,) = bench(site, dry_run=True).measured

    assert measured.tags == "<t>{target}</t>"


def test_a_real_model_that_loses_placeholders_is_never_given_any(make_site: MakeSite) -> None:
    settings = {"engines.argos": "beam_size = 1\nthreads = 1"}
    site = make_site(engine="auto", **settings)
    package = install_package(PACKAGE, site.project.models)

    (measured,) = bench(site).measured

    folders = [path for path in site.project.models.iterdir() if path.is_dir()]
    assert folders == [package.path], "Argos Translate takes any other for a broken package"

    table = measured.table
    assert (table.engine, table.model) == ("argos", "translate-en_hi 1.0")
    assert all(row.kept < 0.1 * row.asked for row in table.rows)
    assert table.best is None
    with Machine(site.project, "auto") as machine:
        machine.answer(Questions(Ask.TRANSLATE, Language.HI, ["x"]))
        assert machine.scheme(Language.HI) is None


def test_a_model_that_does_not_load_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise EngineUnavailable("the model does not load")

    monkeypatch.setattr("dualpress.pipeline.machine.load_engine", broken)

    assert [failure.cause for failure in bench(site).failures] == ["the model does not load"]
