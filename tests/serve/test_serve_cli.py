from __future__ import annotations

import json
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from serve_support import PATIENCE, lay_out, write
from typer.testing import CliRunner, Result

from dualpress.cli import app
from dualpress.errors import ConfigError, ReadError
from dualpress.pipeline import RunReport
from dualpress.serve import Rebuilt, Shown

START = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started the tests may ignore it
from dualpress.cli import main
main()
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path / "dualpress.toml", "[site]\nbase_url = 'https://example.org/blog'\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Builds:
    """Stands for the builds of a session, which Ctrl-C ends."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reports: list[RunReport | None] = []
        self.problems: tuple[Any, ...] = ()
        monkeypatch.setattr("dualpress.serve.rebuilds", self._rebuilds)

    def _rebuilds(self, live: Any, *_: object) -> Iterator[Rebuilt]:
        for report in self.reports:
            live.show(Shown(live.now.project, problems=self.problems))
            yield Rebuilt(live.now.project, live.now, report)
        raise KeyboardInterrupt


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(monkeypatch)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["serve", "--port", "0", *arguments])


def report(*written: Path, removed: tuple[Path, ...] = (), **more: Any) -> RunReport:
    return RunReport((), written=written, removed=removed, **more)


def test_it_says_what_was_built_and_where_it_is(root: Path, builds: Builds) -> None:
    page = root / "output/en/a/index.html"
    builds.reports = [report(page), report(removed=(page,))]
    result = run()
    assert result.exit_code == 0
    lines = result.stdout.split("\n")
    assert lines[0] == "Built: 1 file written."
    assert lines[1] == f"  {Path('output/en/a/index.html')}"
    assert lines[2].startswith("Serving http://127.0.0.1:")
    assert lines[2].endswith("/blog/")
    assert lines[3:] == ["Built: 0 files written, 1 removed.", "Stopped.", ""]


def test_a_long_list_of_files_is_only_counted(root: Path, builds: Builds) -> None:
    builds.reports = [report(*(root / f"output/{n}.html" for n in range(6)))]
    assert "Built: 6 files written.\nServing" in run().stdout


def test_a_warning_is_given_once(root: Path, builds: Builds) -> None:
    builds.reports = [report(warnings=("x",)), report(warnings=("x",)), report(warnings=("y",))]
    assert [line for line in run().stderr.split("\n") if line.startswith("warning")] == [
        "warning: x",
        "warning: y",
    ]


def test_a_problem_is_told_at_every_build(root: Path, builds: Builds) -> None:
    builds.reports = [None, None]
    builds.problems = (ConfigError("the row is wrong", path=root / "a.csv", line=2),)
    result = run()
    assert result.exit_code == 0
    told = "error: a.csv:2: The row is wrong\nThe site stays as it was before.\n"
    assert result.stderr.count(told) == 2


def test_failures_of_single_articles_are_told(root: Path, builds: Builds) -> None:
    builds.reports = [report()]
    builds.problems = (ReadError("the file is empty", path=root / "posts/a.html"),)
    assert f"error: {Path('posts/a.html')}: The file is empty\n" in run().stderr


def test_quiet_is_quiet(root: Path, builds: Builds) -> None:
    builds.reports = [report(root / "output/index.html", warnings=("x",))]
    assert run("--quiet").output == ""


def test_json_comes_at_the_end(root: Path, builds: Builds) -> None:
    builds.reports = [report()]
    builds.problems = (ReadError("x"),)
    document = json.loads(run("--json").stdout)
    url = document.pop("url")
    assert url.endswith("/blog/")
    failure = {"kind": "ReadError", "cause": "x", "path": None, "line": None, "hint": None}
    assert document == {
        "schema": 1,
        "command": "serve",
        "exit_code": 0,
        "project": root.as_posix(),
        "failures": [failure],
    }


def test_the_documented_json_has_these_keys(root: Path, builds: Builds) -> None:
    builds.reports = [report()]
    page = (Path(__file__).parents[2] / "docs/commands.md").read_text("utf-8")
    section = page.partition("## dualpress serve\n")[2].partition("\n## ")[0]
    documented = json.loads(section.partition("```json\n")[2].partition("```")[0])
    assert list(json.loads(run("--json").stdout)) == list(documented)


def test_the_browser_is_opened_when_asked(
    root: Path, builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    builds.reports = [report(), report()]
    run()
    assert opened == []
    stdout = run("--open").stdout
    assert [f"Serving {url}" for url in opened] == [
        line for line in stdout.split("\n") if line.startswith("Serving")
    ]


@pytest.mark.parametrize(("option", "way"), [([], "Alt-click"), (["--preview"], "Click")])
def test_it_says_how_to_find_an_entry(
    root: Path, builds: Builds, option: list[str], way: str
) -> None:
    builds.reports = [report()]
    assert f"\n{way} on a paragraph" in f"\n{run(*option).stderr}"


def test_a_folder_that_is_no_project_is_wrong_usage(tmp_path: Path) -> None:
    assert run("--project", str(tmp_path)).exit_code == 2


def test_a_port_that_is_none_is_wrong_usage(root: Path) -> None:
    assert CliRunner().invoke(app, ["serve", "--port", "70000"]).exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal that can be sent there")
def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    lay_out(tmp_path)
    command = [sys.executable, "-c", START, "serve", "--port", "0", "--project", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = next(line for line in process.stdout if line.startswith("Serving"))
            url = line.removeprefix("Serving ").strip()
            with httpx.stream("GET", f"{url}__dualpress/events", timeout=PATIENCE) as stream:
                next(stream.iter_lines())
                process.send_signal(signal.SIGINT)
                assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
