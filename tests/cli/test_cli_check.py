from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_support import FakePipeline, Run

from dualpress.checks import Severity
from dualpress.errors import CatalogError, UsageError
from dualpress.pipeline import CheckReport, FileFinding


def finding(root: Path, severity: Severity = Severity.ERROR) -> FileFinding:
    return FileFinding(
        path=root / "po" / "teesta" / "hi.po",
        line=12,
        article="teesta",
        check="numbers",
        severity=severity,
        message="12 is missing",
        cure="Write 12",
    )


def test_without_findings_the_code_is_0(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("check", CheckReport(findings=()))
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 errors, 0 warnings.\n"


def test_an_error_is_told_with_file_and_line(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("check", CheckReport(findings=(finding(project),), waived=2))
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{Path('po/teesta/hi.po')}:12: error: numbers: 12 is missing",
        "  Write 12",
    ]
    assert result.stderr == "1 error, 0 warnings, 2 waived.\n"


def test_warnings_alone_leave_the_code_at_0(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("check", CheckReport(findings=(finding(project, Severity.WARNING),)))
    result = run("check")
    assert result.exit_code == 0
    assert ":12: warning: numbers: 12 is missing\n" in result.stdout


@pytest.mark.parametrize(
    "report",
    [lambda project: CheckReport((finding(project, Severity.WARNING),)), lambda _: CheckReport(())],
)
def test_warnings_count_where_it_is_asked_for(
    run: Run, project: Path, pipeline: FakePipeline, report: Callable[[Path], CheckReport]
) -> None:
    told = report(project)
    pipeline.answer("check", told)
    assert run("check", "--strict").exit_code == len(told.findings)


def test_findings_may_be_annotations_for_github(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("check", CheckReport(findings=(finding(project),)))
    result = run("check", "--format", "github")
    assert result.stdout == (
        "::error file=po/teesta/hi.po,line=12,title=numbers::12 is missing. Write 12\n"
    )


def test_a_file_that_cannot_be_checked_counts_more_than_findings(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    failure = CatalogError("it has conflict markers", path=project / "po/a/hi.po", line=3)
    pipeline.answer("check", CheckReport(findings=(finding(project),), failures=(failure,)))
    result = run("check")
    assert result.exit_code == 3
    assert ":12: error:" in result.stdout
    assert "conflict markers" in result.stderr


@pytest.mark.parametrize("update", [True, False])
def test_the_po_files_are_updated_where_it_is_asked_for(
    run: Run, project: Path, pipeline: FakePipeline, update: bool
) -> None:
    written = (project / "po/a/hi.po",) if update else ()
    pipeline.answer("check", CheckReport(findings=(), written=written))
    result = run("check", "teesta", *(["--update"] if update else []))
    assert pipeline.calls[0][0][1] == ["teesta"]
    assert pipeline.calls[0][1] == {"update": update, "dry_run": False}
    assert ("1 PO file updated" in result.stderr) is update


def test_an_unknown_article_is_wrong_usage(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("check", UsageError("there is no article 'x'"))
    assert run("check", "x").exit_code == 2


def test_quiet_prints_findings_alone(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("check", CheckReport(findings=(finding(project),)))
    result = run("check", "--quiet")
    assert "numbers" in result.stdout
    assert result.stderr == ""


def test_json_tells_the_same(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("check", CheckReport(findings=(finding(project),), waived=1))
    document = json.loads(run("check", "--json").stdout)
    assert (document["exit_code"], document["waived"]) == (1, 1)
    assert document["findings"][0] == {
        "path": "po/teesta/hi.po",
        "line": 12,
        "article": "teesta",
        "check": "numbers",
        "severity": "error",
        "message": "12 is missing",
        "cure": "Write 12",
    }


def test_warnings_of_no_translation_count(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("check", CheckReport(findings=(), warnings=("it matches nothing",)))
    result = run("check")
    assert result.exit_code == 0
    assert result.stderr == "warning: it matches nothing\n0 errors, 1 warning.\n"
