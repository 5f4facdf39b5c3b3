from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_support import FakePipeline, Run
from typer.testing import CliRunner

from dualpress.cli import app


@pytest.fixture
def run() -> Run:
    return lambda *arguments: CliRunner().invoke(app, arguments, prog_name="dualpress")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an empty project, which is also the current folder."""
    (tmp_path / "dualpress.toml").write_text("models = 'models'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    return FakePipeline(monkeypatch)


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, object], None]:
    """Replaces a function of the room that installs models."""

    def replace(function: str, answer: object) -> None:
        monkeypatch.setattr(f"dualpress.engines.packages.{function}", answer)

    return replace
