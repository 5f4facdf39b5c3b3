"""docs/commands.md says what --json prints: its examples have the keys of the real documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from cli_support import FakePipeline, Run

from dualpress.article import Language, Status
from dualpress.checks import Severity
from dualpress.engines.packages import AvailablePackage, InstalledPackage, Problem
from dualpress.errors import ConfigError, PackageError, ReadError, TranslationRefused
from dualpress.pipeline import (
    ArticleReport,
    ArticleStatus,
    CheckReport,
    FileFinding,
    Hit,
    Left,
    Pack,
    PackReport,
    PreviewReport,
    Question,
    ReplaceReport,
    ReviewReport,
    RunReport,
    StatusReport,
    UnpackReport,
    Waiver,
)
from dualpress.pipeline.wordpress.publishing_report import (
    Action,
    PublishedPost,
    PublishReport,
)

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
PLACE = Path("/x")
FREE = ("counts", "filled", "changed")
"""Keys of objects whose own keys are states, sources or articles."""

COUNTS = {Status.REVIEWED: 1}
RUN = RunReport(
    articles=(
        ArticleReport(
            id="a",
            path=PLACE,
            source=Language.EN,
            target=Language.HI,
            counts=COUNTS,
            filled={"review": 1},
            held="x",
            pages=(PLACE,),
            po=PLACE,
            errors=1,
            warnings=("x",),
        ),
    ),
    failures=(ReadError("x"),),
    warnings=("x",),
    engine="argos",
    written=(PLACE,),
    removed=(PLACE,),
    left=Left(1, "minutes"),
)
STATUS = StatusReport(
    articles=(
        ArticleStatus("a", "x", Language.EN, Language.HI, COUNTS, "held", next="x", held="x"),
    ),
    warnings=("x",),
    questions=(Question(PLACE, 1, "a", "x"),),
    waivers=(Waiver(PLACE, 1, "a", ("numbers",), "x"),),
)
CHECK = CheckReport(
    findings=(FileFinding(PLACE, 1, "a", "numbers", Severity.ERROR, "x", "x"),), written=(PLACE,)
)
REVIEW = ReviewReport(changed={"a": 1}, refused=(TranslationRefused("x"),))
REPLACED = ReplaceReport(
    changed={"a": 1}, hits=(Hit(PLACE, 1, "a", Status.DRAFT, "x", "x", "x", "x", "x"),)
)
PACKED = PackReport(packs=(Pack(PLACE, Language.HI, 1, 1, ("a",)),), warnings=("x",))
UNPACKED = UnpackReport(changed={"a": 1}, left=(TranslationRefused("x"),))
PREVIEWED = PreviewReport("a", PLACE, COUNTS)
PUBLISHED = PublishReport(
    site="x",
    posts=(PublishedPost("a", Language.EN, Language.HI, Action.CREATED, 1, "x", "draft"),),
    waiting={"b": "x"},
    made_terms=("x",),
)
INSTALLED = InstalledPackage("translate-en_hi", "1.1", Language.EN, Language.HI, PLACE)
OFFER = AvailablePackage("translate-hi_en", "1.1", Language.HI, Language.EN, ())


def documented(title: str) -> Any:
    section = PAGE.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    return json.loads(section.partition("```json\n")[2].partition("```")[0])


def shape(value: Any, key: str = "") -> Any:
    if key in FREE:
        return "free"
    if isinstance(value, dict):
        return {name: shape(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "value"


def agrees(title: str, output: str) -> None:
    assert shape(json.loads(output)) == shape(documented(title))


@pytest.mark.parametrize(
    ("command", "arguments", "report"),
    [
        ("translate", [], RUN),
        ("status", [], STATUS),
        ("check", [], CHECK),
        ("approve", ["a"], REVIEW),
        ("replace", ["x", "y", "--yes"], REPLACED),
    ],
)
def test_commands_on_articles(
    run: Run,
    project: Path,
    pipeline: FakePipeline,
    command: str,
    arguments: list[str],
    report: object,
) -> None:
    pipeline.answer(command, report)
    agrees(f"dualpress {command}", run(command, *arguments, "--json").stdout)


@pytest.mark.parametrize(
    ("command", "same", "arguments", "report"),
    [("unchanged", "approve", ["a"], REVIEW)],
)
def test_commands_that_are_said_to_print_the_same(
    run: Run,
    project: Path,
    pipeline: FakePipeline,
    command: str,
    same: str,
    arguments: list[str],
    report: object,
) -> None:
    pipeline.answer(command, report)
    agrees(f"dualpress {same}", run(command, *arguments, "--json").stdout)


def test_build_is_said_to_print_what_translate_does_without_its_totals(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("build", RUN)
    described = shape(documented("dualpress translate"))
    del described["totals"]
    assert shape(json.loads(run("build", "--json").stdout)) == described


def test_taking_a_replacement_back_is_said_to_print_what_approve_does(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("undo_replacement", REVIEW)
    agrees("dualpress approve", run("replace", "--undo", "--json").stdout)


@pytest.mark.parametrize(
    ("command", "arguments", "report"),
    [
        ("pack", [], PACKED),
        ("unpack", ["review-hi.po"], UNPACKED),
        ("preview", ["a"], PREVIEWED),
    ],
)
def test_commands_for_reviewers(
    run: Run,
    project: Path,
    pipeline: FakePipeline,
    command: str,
    arguments: list[str],
    report: object,
) -> None:
    pipeline.answer(command, report)
    agrees(f"dualpress review {command}", run("review", command, *arguments, "--json").stdout)


def test_publishing(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("wordpress.publishing.publish_in_wordpress", PUBLISHED)
    agrees("dualpress publish wordpress", run("publish", "wordpress", "--json").stdout)


def test_an_error(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("build", ConfigError("x"))
    agrees("JSON", run("build", "--json").stdout)


def test_init(run: Run, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "README.md").write_bytes(b"")
    agrees("dualpress init", run("init", str(tmp_path), "--json").stdout)


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> None:
    def install(source: str, *_: object, **__: object) -> InstalledPackage:
        if source == "hi-en":
            raise PackageError("x")
        return INSTALLED

    room = "dualpress.engines.packages"
    monkeypatch.setattr(f"{room}.installed", lambda _: [INSTALLED])
    monkeypatch.setattr(f"{room}.available", lambda: [OFFER])
    monkeypatch.setattr(f"{room}.install_package", install)
    monkeypatch.setattr(f"{room}.remove_package", lambda *_: [INSTALLED])
    monkeypatch.setattr(f"{room}.verify_packages", lambda *_: [Problem("x", PLACE, "x", "x")])


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize(
    "arguments",
    [["list", "--available"], ["install", "en-hi", "hi-en"], ["remove", "en-hi"], ["verify"]],
    ids=lambda arguments: arguments[0],
)
def test_commands_on_models(run: Run, project: Path, arguments: list[str]) -> None:
    agrees(f"dualpress models {arguments[0]}", run("models", *arguments, "--json").stdout)
