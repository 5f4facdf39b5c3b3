from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_support import FakePipeline, Run

from dualpress.article import Language, Status
from dualpress.errors import ConfigError, EngineUnavailable, ReadError
from dualpress.pipeline import ArticleReport, Left, Limits, RunReport
from dualpress.progress import Progress


def article(
    root: Path,
    *,
    held: str | None = None,
    errors: int = 0,
    counts: Mapping[Status, int] | None = None,
    filled: Mapping[str, int] | None = None,
    warnings: tuple[str, ...] = (),
) -> ArticleReport:
    pages = ("output/en/teesta/index.html", "output/hi/teesta/index.html")
    return ArticleReport(
        id="teesta",
        path=root / "posts" / "teesta.html",
        source=Language.EN,
        target=Language.HI,
        counts=counts or {Status.REVIEWED: 40},
        filled=filled or {"review": 40, "memory": 0, "glossary": 0, "machine": 0},
        held=held,
        pages=() if held else tuple(root / page for page in pages),
        po=root / "po" / "teesta" / "hi.po",
        errors=errors,
        warnings=warnings,
    )


def report(root: Path, *articles: ArticleReport, **more: Any) -> RunReport:
    return RunReport(articles=articles or (article(root),), **more)


@pytest.fixture(params=["translate", "build"])
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_an_article_is_one_line_and_its_pages(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    written = (project / "output/en/teesta/index.html", project / "output/hi/teesta/index.html")
    pipeline.answer(command, report(project, written=written))
    result = run(command)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "teesta (English to Hindi): 40 reviewed",
        f"  page    {Path('output/en/teesta/index.html')}",
        f"  page    {Path('output/hi/teesta/index.html')}",
        "1 article; 2 files written.",
    ]
    assert result.stderr == ""


def test_an_article_that_waits_says_why_and_where_to_review(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    waiting = article(
        project,
        held="8 sentences are drafts",
        errors=1,
        counts={Status.REVIEWED: 30, Status.DRAFT: 8, Status.UNTRANSLATED: 2},
        filled={"review": 30, "memory": 1, "glossary": 2, "machine": 5},
    )
    pipeline.answer("translate", report(project, waiting))
    result = run("translate")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "teesta (English to Hindi): 30 reviewed, 1 from memory, 2 from the glossary, "
        "5 by machine, 2 untranslated; 1 segment with errors; waits: 8 sentences are drafts",
        f"  review  {Path('po/teesta/hi.po')}",
        "1 article, 1 waiting; 0 files written.",
    ]


def test_a_published_article_with_drafts_names_its_po_file(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    published = article(project, counts={Status.DRAFT: 3}, filled={"machine": 3})
    pipeline.answer("build", report(project, published))
    assert f"  review  {Path('po/teesta/hi.po')}" in run("build").stdout


def test_of_a_large_project_only_what_the_run_opened_is_told(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    every = [replace(article(project), id=f"a{number}") for number in range(1000)]
    pipeline.answer(command, report(project, *every, opened={"a7", "a500"}))
    assert run(command).stdout.splitlines() == [
        "a7 (English to Hindi): 40 reviewed",
        f"  page    {Path('output/en/teesta/index.html')}",
        f"  page    {Path('output/hi/teesta/index.html')}",
        "a500 (English to Hindi): 40 reviewed",
        f"  page    {Path('output/en/teesta/index.html')}",
        f"  page    {Path('output/hi/teesta/index.html')}",
        "998 more articles. See all with: dualpress status",
        "1000 articles; 0 files written.",
    ]


def test_of_a_large_project_that_is_new_not_all_is_told(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    warned = replace(article(project, warnings=("A picture is missing",)), id="z")
    every = [replace(article(project), id=f"a{number}") for number in range(1000)]
    pipeline.answer(command, report(project, *every, warned, opened={one.id for one in every}))
    result = run(command)
    lines = result.stdout.splitlines()
    assert sum(line.endswith("40 reviewed") for line in lines) == 50
    assert lines[-2] == "951 more articles. See all with: dualpress status"
    assert "z: A picture is missing" in result.stderr


def test_removed_files_are_counted(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, report(project, removed=(project / "output/en/old/index.html",)))
    assert run(command).stdout.endswith("1 article; 0 files written, 1 removed.\n")


def test_a_dry_run_says_would(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, report(project))
    result = run(command, "--dry-run")
    assert "0 files would be written." in result.stdout
    assert pipeline.calls[0][1]["dry_run"] is True


def test_failures_are_told_and_the_rest_is_done(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    failure = ReadError("the file is empty", path=project / "posts/x.html", line=3, hint="Fill it")
    pipeline.answer(command, report(project, failures=(failure,)))
    result = run(command)
    assert result.exit_code == 3
    assert "teesta (English to Hindi)" in result.stdout
    assert "1 article, 1 error; 0 files written." in result.stdout
    where = Path("posts/x.html")
    assert result.stderr == f"error: {where}:3: The file is empty\n  Fill it\n"


def test_warnings_go_to_stderr(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    one = article(project, warnings=("the page has no title",))
    pipeline.answer(command, report(project, one, warnings=("no model is installed",)))
    result = run(command)
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "warning: teesta: the page has no title",
        "warning: no model is installed",
    ]


def test_quiet_prints_nothing_but_errors(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    failure = ReadError("the file is empty", path=project / "posts/x.html")
    pipeline.answer(command, report(project, warnings=("w",), failures=(failure,)))
    result = run(command, "--quiet")
    assert result.stdout == ""
    assert result.stderr == f"error: {Path('posts/x.html')}: The file is empty\n"


def test_translate_hands_over_what_it_was_asked(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("translate", report(project))
    run("translate", "posts/a.html", "drafts", "--to", "hi", "--engine", "argos")
    (arguments, options) = pipeline.calls[0]
    assert arguments[0].root == project
    assert arguments[1] == [Path("posts/a.html"), Path("drafts")]
    assert (options["to"], options["engine"], options["dry_run"]) == (Language.HI, "argos", False)


def test_translate_hands_over_its_limits(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("translate", report(project))
    run(
        *("translate", "--limit", "5", "--since", "2026-11-01"),
        *("--max-minutes", "1.5", "--jobs", "2"),
    )
    assert pipeline.calls[0][1]["limits"] == Limits(5, date(2026, 11, 1), 1.5, 2)


@pytest.mark.parametrize(
    "option",
    [
        ("--limit", "0"),
        ("--jobs", "0"),
        ("--max-minutes", "-1"),
        ("--since", "yesterday"),
    ],
)
def test_a_limit_that_is_none_is_wrong_usage(
    run: Run, project: Path, option: tuple[str, str]
) -> None:
    assert run("translate", *option).exit_code == 2


@pytest.mark.parametrize(
    ("left", "line"),
    [
        (Left(1, "articles"), "--limit is reached: 1 article left for the next run."),
        (Left(412, "minutes"), "--max-minutes is over: 412 articles left for the next run."),
    ],
)
def test_what_is_left_is_told_and_no_failure(
    run: Run, project: Path, pipeline: FakePipeline, left: Left, line: str
) -> None:
    pipeline.answer("translate", report(project, left=left))
    result = run("translate")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == line


def test_the_json_says_what_is_left(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("translate", report(project, left=Left(4, "minutes")))
    document = json.loads(run("translate", "--json").stdout)
    assert document["left"] == {"articles": 4, "limit": "minutes"}


@pytest.mark.parametrize(
    ("number", "options", "line"),
    [
        (1, [], "1 draft made anew, since its terms changed."),
        (12, [], "12 drafts made anew, since their terms changed."),
        (12, ["--dry-run"], "12 drafts would be made anew, since their terms changed."),
    ],
)
def test_drafts_that_follow_the_glossary_are_told(
    run: Run, project: Path, pipeline: FakePipeline, number: int, options: list[str], line: str
) -> None:
    pipeline.answer("translate", report(project, redrafted=number))
    assert run("translate", *options).stdout.splitlines()[-1] == line


def test_where_no_draft_follows_the_glossary_nothing_is_said_of_it(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("translate", report(project))
    assert "anew" not in run("translate").stdout


def test_the_json_counts_the_drafts_that_follow_the_glossary(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("translate", report(project, redrafted=12))
    assert json.loads(run("translate", "--json").stdout)["redrafted"] == 12


def counting(project: Path) -> Callable[..., RunReport]:
    """A pipeline that tells its progress of two articles."""

    def translate(*_: object, progress: Progress, **__: object) -> RunReport:
        progress.start("Translating", 2)
        progress.advance(segments={"review": 3, "machine": 1})
        progress.advance(segments={"memory": 4})
        progress.finish()
        return report(project)

    return translate


def test_a_table_says_where_segments_came_from(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.translate", counting(project))
    lines = run("translate").stdout.splitlines()
    assert lines[:4] == [
        "reviewed\t3\t37.5 %",
        "from memory\t4\t50.0 %",
        "by machine\t1\t12.5 %",
        "in all\t8\t",
    ]
    assert lines[4].startswith("2 articles in ")


def test_a_quiet_run_has_no_table(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dualpress.pipeline.translate", counting(project))
    assert run("translate", "--quiet").stdout == ""


def test_the_json_has_the_figures_of_the_table(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.translate", counting(project))
    totals = json.loads(run("translate", "--json").stdout)["totals"]
    assert (totals["articles"], totals["segments"]) == (2, 8)
    assert {name: number for name, number in totals["filled"].items() if number} == {
        "review": 3,
        "memory": 4,
        "machine": 1,
    }


def test_translate_takes_all_posts_where_none_is_named(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("translate", report(project))
    run("translate")
    (arguments, options) = pipeline.calls[0]
    assert list(arguments[1]) == []
    assert (options["to"], options["engine"]) == (None, None)


def test_another_language_is_wrong_usage(run: Run, project: Path) -> None:
    result = run("translate", "--to", "fr")
    assert result.exit_code == 2
    assert "'fr'" in result.stderr


def test_the_project_may_be_elsewhere(
    run: Run, project: Path, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (project / "elsewhere").mkdir()
    monkeypatch.chdir(project / "elsewhere")
    pipeline.answer(command, report(project))
    assert run(command, "--project", str(project)).exit_code == 0
    assert pipeline.calls[0][0][0].root == project


def test_the_project_is_found_above_the_current_folder(
    run: Run, project: Path, pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (project / "posts").mkdir()
    monkeypatch.chdir(project / "posts")
    pipeline.answer(command, report(project))
    assert run(command).exit_code == 0


def test_outside_of_a_project_nothing_is_done(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(command)
    assert result.exit_code == 2
    assert "dualpress init" in result.stderr


def test_a_wrong_configuration_is_told_with_its_line(run: Run, project: Path, command: str) -> None:
    (project / "dualpress.toml").write_text("\npublish = 'some'\n", encoding="utf-8")
    result = run(command)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: dualpress.toml:2: 'publish' must be")


def test_an_error_of_the_setup_ends_with_2(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, ConfigError("there is no such template"))
    assert run(command).exit_code == 2


def test_an_error_of_the_work_ends_with_3(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    pipeline.answer(command, EngineUnavailable("the model is gone", hint="Install it"))
    result = run(command)
    assert result.exit_code == 3
    assert result.stderr == "error: The model is gone\n  Install it\n"


def test_json_is_all_that_stands_on_stdout(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    failure = ReadError("the file is empty", path=project / "posts/x.html", line=3)
    pipeline.answer(command, report(project, failures=(failure,), engine="argos"))
    result = run(command, "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == document["exit_code"] == 3
    assert document["command"] == command
    assert document["engine"] == "argos"
    assert document["articles"][0]["pages"] == [
        "output/en/teesta/index.html",
        "output/hi/teesta/index.html",
    ]
    assert document["articles"][0]["counts"] == {"reviewed": 40}
    assert document["failures"][0] == {
        "kind": "ReadError",
        "cause": "the file is empty",
        "path": "posts/x.html",
        "line": 3,
        "hint": None,
    }


def test_json_of_paths_outside_of_the_project_is_whole(
    run: Run, project: Path, pipeline: FakePipeline, command: str
) -> None:
    outside = project.parent / "site" / "index.html"
    pipeline.answer(command, report(project, written=(outside,)))
    assert json.loads(run(command, "--json").stdout)["written"] == [outside.as_posix()]
