from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import FakePipeline, Run

from dualpress.errors import CatalogError, TranslationRefused, UsageError
from dualpress.pipeline import ReviewReport

WORDS = {"approve": "approved", "unchanged": "kept as reviewed"}


@pytest.fixture(params=["approve", "unchanged"])
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_was_done_is_told_by_article(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, ReviewReport(changed={"a": 1, "b/c": 12}))
    result = run(command, "a", "b/c")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"a: 1 segment {WORDS[command]}",
        f"b/c: 12 segments {WORDS[command]}",
    ]
    assert result.stderr == "Next: dualpress build\n"
    assert pipeline.calls[0][0][1] == ["a", "b/c"]


def test_an_article_where_nothing_waits_is_told(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, ReviewReport(changed={"a": 0}))
    result = run(command, "a")
    assert (result.exit_code, result.stdout) == (0, "a: nothing to do\n")
    assert result.stderr == ""


def test_a_dry_run_says_would(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, ReviewReport(changed={"a": 2}))
    result = run(command, "a", "--dry-run")
    assert result.stdout == f"a: 2 segments would be {WORDS[command]}\n"
    assert result.stderr == ""
    assert pipeline.calls[0][1] == {"dry_run": True}


def test_an_entry_that_is_refused_is_told_with_its_line(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    refused = TranslationRefused("it is empty", path=project / "po/a/hi.po", line=12)
    pipeline.answer(command, ReviewReport(changed={"a": 2}, refused=(refused,)))
    result = run(command, "a")
    assert result.exit_code == 3
    assert f"error: {Path('po/a/hi.po')}:12: It is empty" in result.stderr


def test_many_refusals_are_counted(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    refused = tuple(TranslationRefused("it is empty", line=line) for line in range(1, 106))
    pipeline.answer(command, ReviewReport(changed={"a": 0}, refused=refused))
    lines = run(command, "a").stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1].startswith("… and 95 segments more")
    document = json.loads(run(command, "a", "--json").stdout)
    assert len(document["refused"]) == 105


def test_a_po_file_that_cannot_be_read_is_a_failure(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    failure = CatalogError("it has conflict markers", path=project / "po/a/hi.po", line=3)
    pipeline.answer(command, ReviewReport(failures=(failure,)))
    assert run(command, "a").exit_code == 3


def test_an_unknown_article_is_wrong_usage(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, UsageError("there is no article 'x'", hint="Did you mean 'a'"))
    result = run(command, "x")
    assert result.exit_code == 2
    assert "Did you mean 'a'" in result.stderr


def test_an_article_must_be_named(run: Run, project: Path, command: str) -> None:
    assert run(command).exit_code == 2


def test_quiet_prints_nothing(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, ReviewReport(changed={"a": 2}))
    assert run(command, "a", "-q").output == ""


def test_json_tells_the_same(run: Run, project: Path, pipeline: FakePipeline, command: str) -> None:
    refused = TranslationRefused("it is empty", path=project / "po/a/hi.po", line=12)
    pipeline.answer(command, ReviewReport(changed={"a": 2}, refused=(refused,)))
    document = json.loads(run(command, "a", "--json").stdout)
    assert document["changed"] == {"a": 2}
    assert document["refused"][0]["path"] == "po/a/hi.po"
    assert document["exit_code"] == 3
