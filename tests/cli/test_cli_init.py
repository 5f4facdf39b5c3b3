from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import Run

MADE = {
    "dualpress.toml",
    "glossaries",
    "glossaries/README.md",
    "glossaries/project.csv",
    "output",
    "output/README.md",
    "po",
    "posts",
}


def tree(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


def test_a_project_is_laid_out_in_the_named_folder(run: Run, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "site"))
    assert result.exit_code == 0
    assert tree(tmp_path / "site") == MADE


def test_a_project_is_laid_out_in_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0
    assert tree(tmp_path) == MADE


def test_the_project_option_names_the_folder_too(run: Run, tmp_path: Path) -> None:
    assert run("init", "--project", str(tmp_path / "site")).exit_code == 0
    assert tree(tmp_path / "site") == MADE


def test_two_folders_are_refused(run: Run, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "a"), "--project", str(tmp_path / "b"))
    assert result.exit_code == 2
    assert tree(tmp_path) == set()


def test_a_new_project_works_at_once(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path))
    assert run("models", "list", "--project", str(tmp_path)).exit_code == 0


def test_what_was_made_is_told_and_what_to_do_next(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init")
    assert "written  dualpress.toml\n" in result.stdout
    assert result.stderr.startswith("Next: put articles (HTML files) into posts")


def test_a_project_that_is_there_is_not_touched(run: Run, project: Path) -> None:
    before = (project / "dualpress.toml").read_bytes()
    result = run("init")
    assert result.exit_code == 2
    assert "already" in result.stderr
    assert tree(project) == {"dualpress.toml"}
    assert (project / "dualpress.toml").read_bytes() == before


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("init", str(tmp_path / "site"), "--dry-run")
    assert result.exit_code == 0
    assert "would be written" in result.stdout
    assert tree(tmp_path) == set()


def test_quiet_prints_nothing(run: Run, tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "site"), "--quiet").output == ""


def test_json_tells_what_was_made(run: Run, tmp_path: Path) -> None:
    document = json.loads(run("init", str(tmp_path / "site"), "--json").stdout)
    assert document["folders"] == ["posts", "glossaries", "po", "output"]
    assert "dualpress.toml" in document["written"]


def test_a_folder_that_cannot_be_made_is_a_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "posts").write_bytes(b"")
    result = run("init", str(tmp_path))
    assert result.exit_code == 3
    assert "posts" in result.stderr
