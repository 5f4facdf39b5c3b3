"""Finding engines by name."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from dictionary_model import write_package

from dualpress.article import Language
from dualpress.engines import Engine, EngineOptions, engine_names, load_auto, load_engine, registry
from dualpress.engines.argos import create as create_argos
from dualpress.engines.base import Abilities, abilities_of
from dualpress.engines.ctranslate2 import create as create_ctranslate2
from dualpress.engines.identity import create as create_identity
from dualpress.engines.libretranslate import create as create_libretranslate
from dualpress.engines.scripted import create as create_scripted
from dualpress.errors import ConfigError, EngineUnavailable, UsageError


def options(models: Path, **settings: object) -> EngineOptions:
    return EngineOptions(Language.EN, Language.HI, models, settings)


def test_lists_its_own_engines() -> None:
    assert {"argos", "ctranslate2", "identity", "libretranslate", "scripted"} <= {*engine_names()}


def test_makes_an_engine_by_its_name(tmp_path: Path) -> None:
    assert load_engine("identity", options(tmp_path)).name == "identity"


def test_engines_fit_the_protocol(tmp_path: Path) -> None:
    """The annotation is what mypy checks; the call is what Python does."""
    engines: list[Engine] = [
        create_identity(options(tmp_path)),
        create_scripted(options(tmp_path, unknown="echo")),
        create_ctranslate2(options(tmp_path, path=write_package(tmp_path / "model"))),
        create_argos(options(tmp_path)),
        create_libretranslate(options(tmp_path, url="https://example.org")),
    ]
    for engine in engines:
        assert engine.translate([], hypotheses=2, attention=True) == []
        engine.close()


def test_an_engine_that_does_not_say_what_it_can_do_can_do_nothing_special(tmp_path: Path) -> None:
    assert abilities_of(create_identity(options(tmp_path))) == Abilities()
    assert abilities_of(create_scripted(options(tmp_path, inline_tags=True))).inline_tags


def test_unknown_name_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'"deepthought".*argos, ctranslate2, identity'):
        load_engine("deepthought", options(tmp_path))


def test_engine_whose_package_is_broken_is_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = EntryPoint("broken", "no_such_module:create", registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "entry_points", lambda group: [broken])
    with pytest.raises(EngineUnavailable, match="no_such_module"):
        load_engine("broken", options(tmp_path))


def test_unknown_setting_is_named_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'"argos" has no setting "beam".*beam_size'):
        load_engine("argos", options(tmp_path, beam=4))


def test_setting_of_another_type_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match='"beam_size" of the engine "argos" is wrong'):
        load_engine("argos", options(tmp_path, beam_size="4"))


def test_missing_setting_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match='needs the setting "path"'):
        load_engine("ctranslate2", options(tmp_path))


def test_auto_is_none_where_nothing_is_installed(tmp_path: Path) -> None:
    assert load_auto(options(tmp_path / "missing")) is None


def test_auto_is_none_where_only_the_other_direction_is_installed(tmp_path: Path) -> None:
    write_package(tmp_path / "hi_en", from_code="hi", to_code="en")
    assert load_auto(options(tmp_path)) is None


def test_auto_takes_the_installed_package(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    engine = load_auto(options(tmp_path))
    assert engine is not None
    assert (engine.name, engine.model) == ("argos", "translate-en_hi 1.1")


def test_auto_tells_of_a_package_that_does_not_load(tmp_path: Path) -> None:
    (write_package(tmp_path / "en_hi") / "model" / "model.bin").write_bytes(b"broken")
    with pytest.raises(EngineUnavailable, match="model cannot be loaded"):
        load_auto(options(tmp_path))


def test_importing_the_room_imports_nothing_heavy() -> None:
    heavy = {"ctranslate2", "sentencepiece", "httpx", "numpy", "pydantic", "argostranslate"}
    script = f"import sys, dualpress.engines; print(*({heavy!r} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
