"""``dualpress translate --cluster``."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dualpress.cli import app


def test_an_address_that_cannot_be_used_ends_the_run_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask distributed is not installed")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dualpress.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.html").write_text("<p>The river rose.</p>", encoding="utf-8")

    result = CliRunner().invoke(app, ["translate", "--cluster", "10.0.0.5:8786"])

    assert result.exit_code == 2
    assert "no address of a scheduler" in " ".join(result.output.split())
    assert not (tmp_path / "po").exists()
