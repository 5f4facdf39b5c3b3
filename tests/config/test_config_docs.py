from __future__ import annotations

import importlib.util
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType

import pytest

from dualpress.config import Config

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("configuration", DOCS / "configuration.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(script: ModuleType) -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert page == script.render(), "run: python docs/configuration.py"


def test_every_example_is_accepted() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    examples = [part.partition("```")[0] for part in page.split("```toml\n")[1:]]
    assert len(examples) > 40
    for example in examples:
        Config.model_validate(tomllib.loads(example))


def test_every_engine_with_settings_is_described(script: ModuleType) -> None:
    names = {entry.name for entry in entry_points(group="dualpress.engines")}
    assert set(script.ENGINES) == names - {"identity"}
