from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.article import Publish
from dualpress.config import Project
from dualpress.config.scaffold import create_project, plan_project
from dualpress.errors import UsageError, WriteError
from dualpress.glossary import read_glossary


def test_a_new_project_loads(tmp_path: Path) -> None:
    create_project(plan_project(tmp_path / "site"))
    project = Project.load(tmp_path / "site")
    assert project.config.publish is Publish.REVIEWED
    assert all(folder.is_dir() for folder in (project.posts, project.po, project.output))


def test_its_glossary_is_read_and_has_no_row(tmp_path: Path) -> None:
    create_project(plan_project(tmp_path))
    assert list(read_glossary([tmp_path / "glossaries" / "project.csv"]).terms) == []


def test_planning_writes_nothing(tmp_path: Path) -> None:
    plan_project(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    readme = tmp_path / "output" / "README.md"
    readme.parent.mkdir()
    readme.write_bytes(b"mine")
    plan = plan_project(tmp_path)
    create_project(plan)
    assert readme.read_bytes() == b"mine"
    assert [str(name) for name in plan.kept] == ["output/README.md"]
    assert "output" not in [str(name) for name in plan.folders]


def test_a_project_is_not_made_twice(tmp_path: Path) -> None:
    create_project(plan_project(tmp_path))
    with pytest.raises(UsageError, match="already"):
        plan_project(tmp_path)


def test_a_file_is_no_place_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"")
    with pytest.raises(UsageError, match="is a file"):
        plan_project(tmp_path / "site")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "posts").write_bytes(b"")
    with pytest.raises(WriteError) as caught:
        create_project(plan_project(tmp_path))
    assert caught.value.path == tmp_path / "posts"
    assert not (tmp_path / "dualpress.toml").exists()
