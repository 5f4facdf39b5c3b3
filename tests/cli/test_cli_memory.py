"""``dualpress memory``: what it takes, prints and exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_support import Run
from typer.testing import CliRunner

from dualpress.cli.memory import app
from dualpress.errors import CatalogError
from dualpress.pipeline.exchange import ExchangeReport

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"

Answer = Callable[[str, object], list[tuple[Any, ...]]]


@pytest.fixture
def run() -> Run:
    return lambda *arguments: CliRunner().invoke(app, arguments)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Replaces what does the work, and gives what it was asked."""

    def answer(function: str, report: object) -> list[tuple[Any, ...]]:
        calls: list[tuple[Any, ...]] = []

        def fake(project: object, file: Path, *, dry_run: bool) -> object:
            calls.append((file, dry_run))
            if isinstance(report, BaseException):
                raise report
            return report

        monkeypatch.setattr(f"dualpress.pipeline.exchange.{function}", fake)
        return calls

    return answer


def test_an_import_tells_what_it_took_and_left(run: Run, project: Path, answer: Answer) -> None:
    calls = answer("import_memory", ExchangeReport(project / "memory" / "old.tmx", 2, 1))
    result = run("import", "old.tmx")
    assert result.exit_code == 0
    assert result.stdout == f"2 sentence pairs imported, kept in {Path('memory/old.tmx')}\n"
    assert result.stderr.startswith("warning: 1 pair left out: ")
    assert calls == [(project / "old.tmx", False)]


def test_an_export_tells_what_it_wrote(run: Run, project: Path, answer: Answer) -> None:
    calls = answer("export_memory", ExchangeReport(project / "out.tmx", 1))
    result = run("export", "out.tmx")
    assert (result.exit_code, result.output) == (0, "1 sentence pair written to out.tmx\n")
    assert calls == [(project / "out.tmx", False)]


@pytest.mark.parametrize("command", ["import", "export"])
def test_a_dry_run_says_what_it_would_do(
    run: Run, project: Path, answer: Answer, command: str
) -> None:
    calls = answer(f"{command}_memory", ExchangeReport(project / "x.tmx", 3))
    assert "3 sentence pairs would be " in run(command, "x.tmx", "--dry-run").stdout
    assert calls == [(project / "x.tmx", True)]


@pytest.mark.parametrize("command", ["import", "export"])
def test_quiet_prints_nothing(run: Run, project: Path, answer: Answer, command: str) -> None:
    answer(f"{command}_memory", ExchangeReport(project / "x.tmx", 3))
    assert run(command, "x.tmx", "--quiet").output == ""


@pytest.mark.parametrize("command", ["import", "export"])
def test_the_json_document_is_that_of_the_manual(
    run: Run, project: Path, answer: Answer, command: str
) -> None:
    report = ExchangeReport(project / "x.tmx", 3, failures=(CatalogError("x"),))
    answer(f"{command}_memory", report)
    result = run(command, "x.tmx", "--json")
    assert result.exit_code == 3
    section = PAGE.read_text(encoding="utf-8").partition(f"## dualpress memory {command}\n")[2]
    documented = json.loads(section.partition("```json\n")[2].partition("```")[0])
    printed = json.loads(result.stdout)
    assert printed.keys() == documented.keys()
    assert printed["failures"][0].keys() == documented["failures"][0].keys()
    assert printed["command"] == documented["command"] == f"memory {command}"


def test_a_broken_file_is_told_with_its_line(run: Run, project: Path, answer: Answer) -> None:
    answer("import_memory", CatalogError("It is broken", path=project / "x.tmx", line=3))
    result = run("import", "x.tmx")
    assert result.exit_code == 3
    assert result.stderr == "error: x.tmx:3: It is broken\n"


@pytest.mark.parametrize("command", ["import", "export"])
def test_a_file_is_asked_for(run: Run, project: Path, command: str) -> None:
    assert run(command).exit_code == 2


@pytest.mark.parametrize("command", ["import", "export"])
def test_the_common_options_are_there(run: Run, command: str) -> None:
    text = run(command, "--help").stdout
    assert all(option in text for option in ("--json", "--quiet", "--project", "--dry-run"))
