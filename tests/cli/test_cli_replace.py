from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_support import FakePipeline, Run
from typer.testing import CliRunner, Result

from dualpress.article import Language, Status
from dualpress.cli import app
from dualpress.errors import CatalogError, TranslationRefused, UsageError
from dualpress.pipeline import Answer, Hit, ReplaceReport, ReviewReport


def hit(project: Path, line: int = 12) -> Hit:
    path = project / "po" / "a" / "hi.po"
    return Hit(path, line, "a", Status.DRAFT, "The river", "बड़ी ", "नदी", "सरिता", " है")


LINES = [
    f"{Path('po/a/hi.po')}:12: draft: The river",
    "  - बड़ी [[नदी]] है",
    "  + बड़ी [[सरिता]] है",
]


def test_what_was_replaced_is_told(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("replace", ReplaceReport(changed={"a": 1}, hits=(hit(project),), left=3))
    result = run("replace", "नदी", "सरिता", "a", "--yes", "--in", "hi", "--reviewed")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [*LINES, "a: 1 word replaced"]
    assert result.stderr.splitlines() == [
        "3 places in reviewed sentences left as they are: add --reviewed",
        "To take it back: dualpress replace --undo",
    ]
    (arguments, options) = pipeline.calls[0]
    assert arguments[1:] == ("नदी", "सरिता", ["a"])
    assert options == {"ask": None, "to": Language.HI, "reviewed": True, "dry_run": False}


def test_a_dry_run_asks_nothing_and_says_would(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("replace", ReplaceReport(changed={"a": 1}, hits=(hit(project),)))
    result = run("replace", "नदी", "सरिता", "--dry-run")
    assert result.stdout.splitlines() == [*LINES, "a: 1 word would be replaced"]
    assert result.stderr == ""
    assert pipeline.calls[0][1]["ask"] is None


def test_where_nothing_is_found_that_is_told(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("replace", ReplaceReport())
    assert run("replace", "x", "y", "--yes").stdout == "Nothing was replaced.\n"


Asked = Callable[[str], tuple[list[Answer], Result]]


@pytest.fixture
def asked(project: Path, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What the command answers to two hits when a human types this."""

    def ask(typed: str) -> tuple[list[Answer], Result]:
        answers: list[Answer] = []

        def fake(*_: Any, ask: Callable[[Hit], Answer], **__: Any) -> ReplaceReport:
            answers.extend(ask(hit(project, line)) for line in (12, 20))
            return ReplaceReport()

        monkeypatch.setattr("dualpress.pipeline.replace", fake)
        return answers, CliRunner().invoke(app, ["replace", "नदी", "सरिता"], input=typed)

    return ask


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("yes\nn\n", [Answer.YES, Answer.NO]),
        ("Y\n quit \n", [Answer.YES, Answer.QUIT]),
        ("a\nall\n", [Answer.ALL, Answer.ALL]),
        ("what\n\ny\nn\n", [Answer.YES, Answer.NO]),
        ("", [Answer.QUIT, Answer.QUIT]),
    ],
)
def test_each_hit_is_shown_and_asked_about(asked: Asked, typed: str, answers: list[Answer]) -> None:
    given, result = asked(typed)
    assert given == answers
    assert result.stdout.splitlines()[:3] == LINES
    assert "Replace it? yes, no, all, quit: " in result.stderr


def test_nobody_can_be_asked_in_json(run: Run, project: Path, pipeline: FakePipeline) -> None:
    result = run("replace", "x", "y", "--json")
    assert result.exit_code == 2
    assert pipeline.calls == []


@pytest.mark.parametrize("arguments", [[], ["x"], ["x", "y", "--undo"]])
def test_what_does_not_fit_together_is_wrong_usage(
    run: Run, project: Path, arguments: list[str]
) -> None:
    assert run("replace", *arguments).exit_code == 2


def test_a_failure_ends_with_3(run: Run, project: Path, pipeline: FakePipeline) -> None:
    failure = CatalogError("it has conflict markers", path=project / "po/a/hi.po", line=3)
    pipeline.answer("replace", ReplaceReport(failures=(failure,)))
    result = run("replace", "x", "y", "--yes")
    assert result.exit_code == 3
    assert "It has conflict markers" in result.stderr


def test_json_tells_the_same(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("replace", ReplaceReport(changed={"a": 1}, hits=(hit(project),), kept=2))
    document = json.loads(run("replace", "नदी", "सरिता", "--yes", "--json").stdout)
    assert (document["changed"], document["kept"]) == ({"a": 1}, 2)
    assert document["hits"][0]["before"] == "बड़ी नदी है"
    assert document["hits"][0]["after"] == "बड़ी सरिता है"


def test_what_was_taken_back_is_told(run: Run, project: Path, pipeline: FakePipeline) -> None:
    refused = TranslationRefused("it was changed", path=project / "po/a/hi.po", line=9)
    pipeline.answer("undo_replacement", ReviewReport(changed={"a": 2}, refused=(refused,)))
    result = run("replace", "--undo")
    assert result.exit_code == 3
    assert result.stdout == "a: 2 sentences as before\n"
    assert f"{Path('po/a/hi.po')}:9: It was changed" in result.stderr


def test_a_dry_undo_says_would(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("undo_replacement", ReviewReport(changed={"a": 1}))
    assert run("replace", "--undo", "-n").stdout == "a: 1 sentence would be as before\n"
    assert pipeline.calls[0][1] == {"dry_run": True}


def test_where_there_is_nothing_to_take_back_that_is_told(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("undo_replacement", UsageError("there is none"))
    assert run("replace", "--undo").exit_code == 2
