from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result
from verify_support import BASE, clean_site, edited

from dualpress.cli import app

HI = "hi/river/index.html"
PAGE = Path(__file__).parents[3] / "docs" / "commands.md"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder with a site that is wrong in one way, ``wrong``."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "right", clean_site())
    write(tmp_path / "wrong", edited(HI, '<html lang="hi">', "<html>")(clean_site()))
    return lambda *arguments: CliRunner().invoke(app, ["verify", *arguments], prog_name="dualpress")


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def test_a_site_that_is_right(run: Run) -> None:
    result = run("right")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "6 pages, 3 pairs: 0 findings." in result.stderr


def test_a_finding_is_a_line_and_a_cure(run: Run) -> None:
    result = run("wrong")
    assert result.exit_code == 1
    told, cure = result.stdout.splitlines()
    assert told == f"{Path('wrong', HI)}:1: lang: The page does not declare its language"
    assert cure.startswith("  Write <html lang=")


def test_quiet_prints_findings_alone(run: Run) -> None:
    result = run("wrong", "--quiet")
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == ""


def test_findings_for_github(run: Run) -> None:
    (line,) = run("wrong", "--format", "github").stdout.splitlines()
    assert line.startswith(f"::error file=wrong/{HI},line=1,title=lang::The page does not")


def test_a_url_has_no_files_for_github(run: Run) -> None:
    assert run("http://127.0.0.1:9/", "--format", "github").exit_code == 2


def test_a_rule_that_is_ignored(run: Run) -> None:
    assert run("wrong", "--ignore", "lang").exit_code == 0
    assert run("wrong", "--ignore", "languages").exit_code == 2


def test_the_address_may_be_given(run: Run) -> None:
    result = run("right", "--base-url", "https://example.net/")
    assert result.exit_code == 1
    assert "canonical" in result.stdout


def test_a_folder_may_have_an_address_of_its_own(run: Run, tmp_path: Path) -> None:
    own = "https://hi.example.org/"

    def moved(text: str) -> str:
        text = re.sub(r"(?:\.\./)+hi/", own, text.replace(f"{BASE}hi/", own))
        return re.sub(r"(?:\.\./)+(?=(?:en|assets)/|media/map.png\")", BASE, text)

    files = {path: moved(text) for path, text in clean_site().items()}
    write(tmp_path / "own", files)
    assert run("own", "--base-url", BASE, "--base-url", f"hi={own}").exit_code == 0
    assert run("own", "--base-url", BASE).exit_code == 1


def test_an_address_of_an_address_is_wrong_usage(run: Run) -> None:
    assert run("http://127.0.0.1:9/", "--base-url", BASE).exit_code == 2


@pytest.mark.parametrize("target", ["none", "right/assets", "right/index.html"])
def test_what_is_no_site_is_wrong_usage(run: Run, target: str) -> None:
    result = run(target)
    assert result.exit_code == 2
    assert "error: " in result.stderr


def test_a_server_that_is_not_there_is_a_failure(run: Run) -> None:
    assert run("http://127.0.0.1:9/").exit_code == 3


def test_without_a_folder_it_is_the_project_s_output(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "dualpress.toml"
    config.write_text(f'output = "wrong"\n[site]\nbase_url = "{BASE}"\n', encoding="utf-8")
    result = run()
    assert result.exit_code == 1
    assert result.stdout.startswith(str(Path("wrong", HI)))


def test_without_a_folder_and_a_project_it_is_wrong_usage(run: Run) -> None:
    assert run().exit_code == 2


def test_what_could_not_be_looked_at_is_said(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "page", {"a.html": '<html lang="en"><title>A</title>'})
    result = run("page")
    assert result.exit_code == 0
    assert "--base-url" in result.stderr
    assert "no two pages" in result.stderr


def test_json_is_as_documented(run: Run) -> None:
    section = PAGE.read_text("utf-8").partition("## dualpress verify\n")[2].partition("\n## ")[0]
    documented = json.loads(section.partition("```json\n")[2].partition("```")[0])
    assert shape(json.loads(run("wrong", "--json").stdout)) == shape(documented)


def shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None
