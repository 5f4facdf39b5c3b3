"""``dualpress glossary``: what it takes, prints and exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_support import Run

from dualpress.article import Language
from dualpress.cli.progress import PlainProgress
from dualpress.errors import CatalogError, GlossaryError
from dualpress.glossary import Kind, Term
from dualpress.glossary.proposals import (
    Basis,
    Conflict,
    Contradiction,
    Correction,
    Place,
    Rendering,
    Suggestion,
)
from dualpress.pipeline.learn import LearnReport
from dualpress.pipeline.suggest import SuggestReport

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
HERE = Place("river", 3, "paragraph 3 sentence 2")
LINE = Place("river", None, "po/river/hi.po:12")
NAME = Suggestion(
    name="Baluch",
    language=Language.EN,
    kind=Kind.PERSON,
    places=(HERE, HERE),
    spellings=(("Baluch", 1), ("Balouch", 1)),
    renderings=(Rendering("बलूच", Basis.REVIEWED),),
    expansion="x",
    first_use="x",
    short_for="x",
)
CONFLICT = Conflict(
    "river", "Baluch", Language.EN, (("Baluch", (HERE,)), ("Balouch", (HERE, HERE)))
)
CORRECTION = Correction("Foreign Office", Language.EN, "दफ़्तर", "मंत्रालय", (LINE,) * 4)
CONTRADICTION = Contradiction(
    Term("Gwadar", "ग्वादर", Kind.PLACE), Language.HI, "ग्वादार", (LINE,) * 3, 1
)

Answer = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Replaces what does the work, and gives what it was asked."""

    def answer(command: str, report: object) -> list[dict[str, Any]]:
        calls: list[dict[str, Any]] = []
        function = {"suggest": "suggest_names", "learn": "learn_terms"}[command]

        def fake(project: object, which: object, **options: Any) -> object:
            calls.append({"which": which, **options})
            if isinstance(report, BaseException):
                raise report
            return report

        monkeypatch.setattr(f"dualpress.pipeline.{command}.{function}", fake)
        return calls

    return answer


def suggested(root: Path, **more: Any) -> SuggestReport:
    sheet = root / "glossaries" / "proposed.csv"
    return SuggestReport((NAME,), (CONFLICT,), sheet, **more)


def learned(root: Path, **more: Any) -> LearnReport:
    sheet = root / "glossaries" / "proposed.csv"
    return LearnReport((CORRECTION,), (CONTRADICTION,), sheet, **more)


def test_names_are_listed_with_what_is_proposed(run: Run, project: Path, answer: Answer) -> None:
    answer("suggest", suggested(project, waiting=2, rejected=1))
    result = run("glossary", "suggest")
    assert result.exit_code == 0
    table, conflict = result.stdout.splitlines()
    assert table.split("\t") == [
        "Baluch (also Balouch)",
        "2",
        "1",
        "बलूच",
        "reviewed",
        "river, paragraph 3 sentence 2",
    ]
    assert conflict.startswith("two ways in river: “Baluch” (1 time, river, paragraph 3")
    assert result.stderr == (
        "1 name that no glossary has; 1 written in two ways in one article; "
        "2 rows proposed before and waiting for you; 1 rejected.\n"
    )


def test_the_posts_and_options_are_passed_on(run: Run, project: Path, answer: Answer) -> None:
    calls = answer("suggest", suggested(project))
    run("glossary", "suggest", "posts/a.html", "--at-least", "2", "--apply", "--dry-run")
    (call,) = calls
    assert isinstance(call.pop("progress"), PlainProgress)
    assert call == {
        "which": [Path("posts/a.html")],
        "at_least": 2,
        "apply": True,
        "dry_run": True,
    }


def test_what_was_written_is_told_and_what_to_do_with_it(
    run: Run, project: Path, answer: Answer
) -> None:
    answer("suggest", suggested(project, written=3))
    result = run("glossary", "suggest", "--apply")
    assert f"3 rows written to {Path('glossaries/proposed.csv')}\n" in result.stdout
    assert "They are not used yet." in result.stderr


def test_a_dry_run_says_what_it_would_write(run: Run, project: Path, answer: Answer) -> None:
    answer("learn", learned(project, written=1))
    result = run("glossary", "learn", "--apply", "--dry-run")
    assert "1 row would be written to " in result.stdout
    assert "not used yet" not in result.stderr


def test_habits_of_reviewers_are_listed_with_their_places(
    run: Run, project: Path, answer: Answer
) -> None:
    answer("learn", learned(project, compared=40))
    result = run("glossary", "learn")
    assert result.stdout.splitlines() == [
        "reviewers write for “Foreign Office” “मंत्रालय” where the machine wrote “दफ़्तर”, 4 times",
        "  po/river/hi.po:12, po/river/hi.po:12, po/river/hi.po:12 and 1 more",
        "reviewers write for “Gwadar” “ग्वादार” where the glossary says “ग्वादर”, 3 times; "
        "as the glossary says, 1",
        "  po/river/hi.po:12, po/river/hi.po:12, po/river/hi.po:12",
    ]


def test_articles_can_be_named(run: Run, project: Path, answer: Answer) -> None:
    calls = answer("learn", learned(project))
    run("glossary", "learn", "river", "--at-least", "5")
    (call,) = calls
    assert isinstance(call.pop("progress"), PlainProgress)
    assert call == {"which": ["river"], "at_least": 5, "apply": False, "dry_run": False}


def test_rows_that_wait_or_were_rejected_are_counted(
    run: Run, project: Path, answer: Answer
) -> None:
    answer("learn", learned(project, compared=1, waiting=2, rejected=1))
    assert run("glossary", "learn").stderr == (
        "1 correction made again and again in 1 drafted sentence; "
        "1 row of the glossary that reviewers write otherwise; "
        "2 rows proposed before and waiting for you; 1 rejected.\n"
    )


@pytest.mark.parametrize(("command", "make"), [("suggest", suggested), ("learn", learned)])
def test_a_sheet_that_is_not_read_is_told_with_the_line_to_write(
    run: Run, project: Path, answer: Answer, command: str, make: Callable[..., object]
) -> None:
    answer(command, make(project, unread='glossaries = ["a.csv"]'))
    result = run("glossary", command)
    assert f"warning: {Path('glossaries/proposed.csv')} is not read" in result.stderr
    assert result.stderr.endswith(': glossaries = ["a.csv"]\n')


def test_quiet_prints_what_was_asked_for_alone(run: Run, project: Path, answer: Answer) -> None:
    answer("suggest", suggested(project, written=3))
    result = run("glossary", "suggest", "--apply", "--quiet")
    assert (len(result.stdout.splitlines()), result.stderr) == (2, "")


@pytest.mark.parametrize("count", ["0", "-1", "x"])
def test_at_least_is_a_number_from_one(run: Run, project: Path, count: str) -> None:
    assert run("glossary", "suggest", "--at-least", count).exit_code == 2


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "value"


@pytest.mark.parametrize(("command", "make"), [("suggest", suggested), ("learn", learned)])
def test_the_json_document_is_that_of_the_manual(
    run: Run, project: Path, answer: Answer, command: str, make: Callable[..., object]
) -> None:
    answer(command, make(project, failures=(CatalogError("x"),)))
    result = run("glossary", command, "--json")
    assert result.exit_code == 3
    section = PAGE.read_text(encoding="utf-8").partition(f"## dualpress glossary {command}\n")[2]
    documented = json.loads(section.partition("```json\n")[2].partition("```")[0])
    assert shape(json.loads(result.stdout)) == shape(documented)


def test_what_could_not_be_read_is_told(run: Run, project: Path, answer: Answer) -> None:
    failure = CatalogError("It is broken", path=project / "x.po", line=3)
    answer("learn", learned(project, failures=(failure,)))
    result = run("glossary", "learn")
    assert result.exit_code == 3
    assert "error: x.po:3: It is broken\n" in result.stderr


def test_a_wrong_glossary_stops_it(run: Run, project: Path, answer: Answer) -> None:
    answer("suggest", GlossaryError("column en: the cell is empty", path=project / "g.csv", line=2))
    result = run("glossary", "suggest")
    assert result.exit_code == 2
    assert "g.csv:2: " in result.stderr
