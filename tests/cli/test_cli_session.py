from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import FakePipeline, Run

from dualpress.errors import UsageError


def test_ctrl_c_says_that_what_was_finished_is_kept(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("translate", KeyboardInterrupt())
    result = run("translate")
    assert result.exit_code == 130
    assert result.stderr == (
        "Stopped. What was finished is kept; the next run goes on from there.\n"
    )


def test_what_the_system_refuses_is_told_with_the_file(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("build", PermissionError(13, "Permission denied", str(project / "po/x.po")))
    result = run("build")
    assert result.exit_code == 3
    assert result.stderr == f"error: {Path('po/x.po')}: Permission denied\n"


def test_a_mistake_of_ours_is_one_line_that_asks_to_report_it(
    run: Run, project: Path, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DUALPRESS_DEBUG", raising=False)
    pipeline.answer("build", IndexError("list index out of range"))
    result = run("build")
    assert result.exit_code == 3
    assert "IndexError: list index out of range" in result.stderr
    assert "report it" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_traceback_is_shown_on_request(
    run: Run, project: Path, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUALPRESS_DEBUG", "1")
    pipeline.answer("build", IndexError("list index out of range"))
    assert "Traceback (most recent call last)" in run("build").stderr


@pytest.mark.parametrize(
    ("error", "kind", "exit_code"),
    [
        (UsageError("no", path="x", line=2, hint="y"), "UsageError", 2),
        (KeyboardInterrupt(), "Interrupted", 130),
        (OSError(28, "No space left on device"), "Unexpected", 3),
        (ValueError("x"), "Unexpected", 3),
    ],
)
def test_an_error_is_a_json_document_too(
    run: Run,
    project: Path,
    pipeline: FakePipeline,
    error: BaseException,
    kind: str,
    exit_code: int,
) -> None:
    pipeline.answer("status", error)
    result = run("status", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == document["exit_code"] == exit_code
    assert document["error"]["kind"] == kind
    assert set(document["error"]) == {"kind", "cause", "path", "line", "hint"}


def test_nobody_is_told_that_nobody_reads(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("build", BrokenPipeError(32, "Broken pipe"))
    result = run("build")
    assert result.exit_code == 1
    assert result.output == ""


def test_json_is_ascii_so_that_no_shell_can_spoil_it(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("status", UsageError("there is no article 'तीस्ता'"))
    result = run("status", "--json")
    assert result.stdout.isascii()
    assert json.loads(result.stdout)["error"]["cause"] == "there is no article 'तीस्ता'"
