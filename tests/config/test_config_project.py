from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.config import Project, find_project, shipped_glossaries
from dualpress.config.project import default_models
from dualpress.errors import ConfigError, UsageError


def project(root: Path, text: str = "") -> Project:
    root.mkdir(parents=True, exist_ok=True)
    (root / "dualpress.toml").write_text(text, encoding="utf-8")
    return Project.load(root)


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("en,hi\n", encoding="utf-8")


def test_folders_lie_below_the_root(tmp_path: Path) -> None:
    one = project(tmp_path)
    assert (one.posts, one.po, one.output) == tuple(
        tmp_path / name for name in ("posts", "po", "output")
    )
    assert one.state == tmp_path / ".dualpress"
    assert one.lock == tmp_path / "dualpress.lock"


def test_the_output_may_lie_outside(tmp_path: Path) -> None:
    assert project(tmp_path / "a", "output = '../site'").output == tmp_path / "site"


def test_an_absolute_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    assert project(tmp_path / "a", f"po = '{elsewhere}'").po == elsewhere


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert project(tmp_path, "models = '~/models'").models == tmp_path / "home" / "models"


def test_a_relative_root_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    assert Project.load(Path("a")).posts == tmp_path / "a" / "posts"


def test_models_are_the_users_by_default(tmp_path: Path) -> None:
    assert project(tmp_path).models == default_models()
    assert default_models().is_absolute()


def test_pages_are_not_written_among_the_posts(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="inside 'posts'"):
        project(tmp_path, "output = 'posts/pages'")


def test_templates_are_the_shipped_ones_by_default(tmp_path: Path) -> None:
    one = project(tmp_path)
    assert one.template is None
    assert one.index_template is None


def test_templates_lie_below_the_root(tmp_path: Path) -> None:
    one = project(tmp_path, "[page]\ntemplate = 't/page.html'\nindex_template = 't/index.html'")
    assert (one.template, one.index_template) == (
        tmp_path / "t" / "page.html",
        tmp_path / "t" / "index.html",
    )


def test_the_path_of_an_engine_lies_below_the_root(tmp_path: Path) -> None:
    one = project(tmp_path, "[engines.ctranslate2]\npath = 'model'\nthreads = 2\n")
    assert one.engine_settings("ctranslate2") == {"path": str(tmp_path / "model"), "threads": 2}


def test_an_engine_without_a_table_has_no_settings(tmp_path: Path) -> None:
    assert project(tmp_path).engine_settings("argos") == {}


def test_the_projects_glossaries_come_after_the_shipped_ones(tmp_path: Path) -> None:
    touch(tmp_path / "glossaries" / "house.csv")
    expected = [*shipped_glossaries(), tmp_path / "glossaries" / "house.csv"]
    assert project(tmp_path).glossary_paths() == expected


def test_the_shipped_glossaries_can_be_left_out(tmp_path: Path) -> None:
    touch(tmp_path / "glossaries" / "house.csv")
    one = project(tmp_path, "shipped_glossaries = false")
    assert one.glossary_paths() == [tmp_path / "glossaries" / "house.csv"]


def test_glossaries_are_in_the_order_of_the_patterns_and_then_of_the_names(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    touch(folder / "b.csv", folder / "a.csv", folder / "deep" / "c.csv", folder / "z.csv")
    text = "shipped_glossaries = false\nglossaries = ['g/z.csv', 'g/**/*.csv']"
    names = [path.name for path in project(tmp_path, text).glossary_paths()]
    assert names == ["z.csv", "a.csv", "b.csv", "c.csv"]


def test_a_pattern_may_match_nothing(tmp_path: Path) -> None:
    assert project(tmp_path, "shipped_glossaries = false").glossary_paths() == []


def test_a_pattern_matches_no_folder(tmp_path: Path) -> None:
    (tmp_path / "glossaries" / "old.csv").mkdir(parents=True)
    assert project(tmp_path, "shipped_glossaries = false").glossary_paths() == []


def test_a_glossary_that_is_named_must_be_there(tmp_path: Path) -> None:
    one = project(tmp_path, "glossaries = ['house.csv']")
    with pytest.raises(ConfigError, match=r"no such file"):
        one.glossary_paths()


def test_a_folder_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    root = tmp_path / "site [2026]"
    touch(root / "glossaries" / "house.csv")
    one = project(root, "shipped_glossaries = false")
    assert one.glossary_paths() == [root / "glossaries" / "house.csv"]


def test_a_project_is_found_from_a_folder_inside(tmp_path: Path) -> None:
    project(tmp_path)
    (tmp_path / "posts" / "2026").mkdir(parents=True)
    assert find_project(tmp_path / "posts" / "2026") == tmp_path


def test_the_nearest_project_is_found(tmp_path: Path) -> None:
    project(tmp_path)
    project(tmp_path / "inner")
    assert find_project(tmp_path / "inner") == tmp_path / "inner"


def test_no_project_is_found_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        find_project(tmp_path)
    assert "dualpress init" in str(caught.value.hint)


def test_the_shipped_glossaries_are_found() -> None:
    assert all(path.suffix == ".csv" for path in shipped_glossaries())
    assert shipped_glossaries() == sorted(shipped_glossaries())
