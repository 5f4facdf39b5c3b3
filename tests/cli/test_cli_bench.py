"""``dualpress bench``: what it takes, prints and exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_support import Run

from dualpress.article import Language
from dualpress.engines.survival import Cell, Row, Table
from dualpress.errors import EngineUnavailable, UsageError
from dualpress.pipeline.bench import BenchReport, Measured

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"

Answer = Callable[[object], list[dict[str, Any]]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Replaces what does the work, and gives what it was asked."""

    def answer(report: object) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []

        def fake(project: object, **options: Any) -> object:
            calls.append(options)
            if isinstance(report, BaseException):
                raise report
            return report

        monkeypatch.setattr("dualpress.pipeline.bench.bench_terms", fake)
        return calls

    return answer


def row(scheme: str = "X1", kept: int = 40, chrf: float = 49.5) -> Row:
    cells = (
        Cell(position="start", count=1, asked=4, kept=4, doubled=0),
        Cell(position="start", count=2, asked=8, kept=kept - 32, doubled=1),
        Cell(position="middle", count=1, asked=14, kept=14, doubled=0),
        Cell(position="end", count=1, asked=14, kept=14, doubled=0),
    )
    return Row(scheme=scheme, cells=cells, several=4, in_order=4, chrf=chrf)


def report(*rows: Row, tags: str | None = None, failures: tuple[Any, ...] = ()) -> BenchReport:
    table = Table(
        engine="argos",
        model="translate-en_hi 1.1",
        source=Language.EN,
        target=Language.HI,
        sentences=24,
        chrf=50,
        rows=rows,
    )
    return BenchReport((Measured(table, Path("/models/t.json"), tags),), failures)


def test_the_table_is_one_that_an_editor_can_read(run: Run, project: Path, answer: Answer) -> None:
    answer(report(row(), row("the rendering", 33, 51)))
    result = run("bench", "terms")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "English to Hindi, argos translate-en_hi 1.1: 24 sentences, twice with each placeholder",
        "  placeholder    kept      start     middle    end       doubled  in order  chrF",
        "  X1             40 of 40  12 of 12  14 of 14  14 of 14  1        4 of 4    -0.5",
        "  the rendering  33 of 40  5 of 12   14 of 14  14 of 14  1        4 of 4    +1.0",
        "“X1” is used: where a translation lacks a term, the engine is asked again with it in the "
        "place of the term.",
        f"Kept in {Path('/models/t.json')}",
    ]


def test_where_none_is_good_enough_it_says_so(run: Run, project: Path, answer: Answer) -> None:
    answer(report(row(kept=33)))
    result = run("bench", "terms")
    assert result.exit_code == 0
    assert (
        "No placeholder is kept well enough, so none is used: terms are put right in the "
        "translation alone." in result.stdout
    )


def test_tags_that_the_model_was_taught_go_first(run: Run, project: Path, answer: Answer) -> None:
    answer(report(row(), tags="<t>{target}</t>"))
    assert "The model was taught tags for terms, so these are used" in run("bench", "terms").stdout


def test_the_options_are_passed_on(run: Run, project: Path, answer: Answer) -> None:
    calls = answer(report())
    run("bench", "terms", "--to", "hi", "--engine", "libretranslate", "--dry-run")
    run("bench", "terms")
    assert [(call["to"], call["engine"], call["dry_run"]) for call in calls] == [
        (Language.HI, "libretranslate", True),
        (None, None, False),
    ]


def test_a_dry_run_says_where_it_would_be_kept(run: Run, project: Path, answer: Answer) -> None:
    answer(report())
    stdout = run("bench", "terms", "--dry-run").stdout
    assert f"Would be kept in {Path('/models/t.json')}\n" in stdout


def test_quiet_prints_the_table_alone(run: Run, project: Path, answer: Answer) -> None:
    answer(report(row()))
    result = run("bench", "terms", "--quiet")
    assert "40 of 40" in result.stdout
    assert "Kept in" not in result.stdout
    assert result.stderr == ""


def test_a_direction_that_could_not_be_measured_is_told(
    run: Run, project: Path, answer: Answer
) -> None:
    answer(report(row(), failures=(EngineUnavailable("no model", hint="Install one"),)))
    result = run("bench", "terms")
    assert result.exit_code == 3
    assert result.stderr == "error: No model\n  Install one\n"
    assert "40 of 40" in result.stdout


def test_wrong_usage(run: Run, project: Path, answer: Answer) -> None:
    answer(UsageError("there is no engine “x”"))
    assert run("bench", "terms", "--engine", "x").exit_code == 2
    assert run("bench", "terms", "--to", "fr").exit_code == 2
    assert run("bench").exit_code == 2


def test_ctrl_c_stops_it(run: Run, project: Path, answer: Answer) -> None:
    answer(KeyboardInterrupt())
    assert run("bench", "terms").exit_code == 130


def test_outside_a_project_it_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("bench", "terms")
    assert result.exit_code == 2
    assert "is not in a dualpress project" in result.stderr


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "value"


def test_the_json_document_is_that_of_the_manual(run: Run, project: Path, answer: Answer) -> None:
    answer(report(row(), failures=(EngineUnavailable("x"),)))
    result = run("bench", "terms", "--json")
    assert result.exit_code == 3
    section = PAGE.read_text(encoding="utf-8").partition("## dualpress bench terms\n")[2]
    documented = json.loads(section.partition("```json\n")[2].partition("```")[0])
    assert shape(json.loads(result.stdout)) == shape(documented)
