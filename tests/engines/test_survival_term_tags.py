"""Tags for terms, of models that were taught some."""

from __future__ import annotations

from pathlib import Path

import pytest
from dictionary_model import write_package

from dualpress.article import Language
from dualpress.engines.argos import create
from dualpress.engines.base import Abilities, EngineOptions
from dualpress.errors import ConfigError, EngineUnavailable

TAGS = "<t>{source}</t><r>{target}</r>"


def options(models: Path, **settings: object) -> EngineOptions:
    return EngineOptions(Language.EN, Language.HI, models, {"threads": 1, **settings})


def test_a_package_says_what_its_model_was_taught(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi", term_tags=TAGS)
    assert create(options(tmp_path)).abilities == Abilities(term_tags=TAGS)


def test_a_setting_says_it_where_the_package_does_not(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    assert create(options(tmp_path)).abilities.term_tags is None
    assert create(options(tmp_path, term_tags="[{target}]")).abilities.term_tags == "[{target}]"


def test_a_pattern_without_the_rendering_is_refused(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    with pytest.raises(ConfigError, match="term_tags"):
        create(options(tmp_path, term_tags="<t>{source}</t>"))
    write_package(tmp_path / "en_hi", term_tags="<t>")
    with pytest.raises(EngineUnavailable):
        create(options(tmp_path))
