from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_support import Run

from dualpress.article import Language
from dualpress.engines.packages import AvailablePackage, InstalledPackage, Problem
from dualpress.errors import PackageError

Replace = Callable[[str, object], None]


def package(root: Path, name: str = "translate-en_hi") -> InstalledPackage:
    source, target = (
        (Language.EN, Language.HI) if name.endswith("hi") else (Language.HI, Language.EN)
    )
    return InstalledPackage(name, "1.1", source, target, root / "models" / f"{name}-1_1")


OFFER = AvailablePackage("translate-hi_en", "1.1", Language.HI, Language.EN, ("https://x.example",))


def test_no_model_is_no_failure_and_says_how_to_install_one(run: Run, project: Path) -> None:
    result = run("models", "list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("Install one with: dualpress models install en-hi\n")


def test_installed_models_are_listed(run: Run, project: Path, packages: Replace) -> None:
    packages("installed", lambda models: [package(models.parent)])
    result = run("models", "list")
    folder = Path("models/translate-en_hi-1_1")
    assert result.stdout == f"en-hi  translate-en_hi 1.1  {folder}\n"
    assert result.stderr == ""


def test_the_index_is_asked_only_on_request(run: Run, project: Path, packages: Replace) -> None:
    packages("available", lambda: [OFFER])
    assert run("models", "list").stdout == ""
    assert run("models", "list", "--available").stdout == "hi-en  translate-hi_en 1.1  available\n"


def test_an_index_that_cannot_be_fetched_is_a_failure(
    run: Run, project: Path, packages: Replace
) -> None:
    def unreachable() -> list[AvailablePackage]:
        raise PackageError("the index did not answer")

    packages("available", unreachable)
    assert run("models", "list", "--available").exit_code == 3


def test_models_are_listed_outside_of_a_project_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packages: Replace
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("dualpress.config.project.default_models", lambda: tmp_path / "m")
    packages("installed", lambda models: [package(models)])
    assert "translate-en_hi" in run("models", "list").stdout


def test_a_folder_that_is_named_must_be_a_project(run: Run, tmp_path: Path) -> None:
    assert run("models", "list", "--project", str(tmp_path)).exit_code == 2


def test_json_of_the_list(run: Run, project: Path, packages: Replace) -> None:
    packages("installed", lambda models: [package(project)])
    packages("available", lambda: [OFFER])
    document = json.loads(run("models", "list", "--available", "--json").stdout)
    assert document["models"] == (project / "models").as_posix()
    assert document["installed"][0]["pair"] == "en-hi"
    assert document["installed"][0]["path"].endswith("models/translate-en_hi-1_1")
    assert document["available"][0] == {
        "pair": "hi-en",
        "name": "translate-hi_en",
        "version": "1.1",
        "path": None,
    }


class Installer:
    """Stands for ``install_package``: knows en-hi and files, and keeps its calls."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[dict[str, Any]] = []

    def __call__(self, source: Path | str, models: Path, **options: Any) -> InstalledPackage:
        self.calls.append({"source": source, "models": models, **options})
        if source == "hi-en":
            raise PackageError("the index offers no package for hi-en", hint="Fetch it by hand")
        for done in (0, 1_500_000, 3_000_000):
            options["progress"](done, 3_000_000)
        return package(self.root)


@pytest.fixture
def installer(project: Path, packages: Replace) -> Installer:
    fake = Installer(project)
    packages("install_package", fake)
    return fake


def test_a_pair_is_installed_into_the_projects_models(
    run: Run, project: Path, installer: Installer
) -> None:
    result = run("models", "install", "en-hi", "--sha256", "ab" * 32)
    assert result.exit_code == 0
    folder = Path("models/translate-en_hi-1_1")
    assert result.stdout == f"en-hi  translate-en_hi 1.1  installed in {folder}\n"
    call = installer.calls[0]
    assert (call["source"], call["models"], call["lock"], call["sha256"]) == (
        "en-hi",
        project / "models",
        project / "dualpress.lock",
        "ab" * 32,
    )


def test_fetching_is_shown_in_megabytes(run: Run, installer: Installer) -> None:
    assert run("models", "install", "en-hi").stderr == "Fetching en-hi, MB: 3\n"


@pytest.mark.parametrize("name", ["new.argosmodel", "folder/model", "there"])
def test_a_path_is_taken_for_a_path(
    run: Run, project: Path, installer: Installer, name: str
) -> None:
    (project / "there").mkdir()
    run("models", "install", name)
    assert installer.calls[0]["source"] == project / name


def test_a_model_that_fails_does_not_stop_the_others(
    run: Run, project: Path, installer: Installer
) -> None:
    result = run("models", "install", "hi-en", "en-hi")
    assert result.exit_code == 3
    assert "installed in" in result.stdout
    assert result.stderr.startswith("error: The index offers no package for hi-en\n  Fetch it")


def test_one_hash_is_not_for_two_models(run: Run, installer: Installer) -> None:
    result = run("models", "install", "en-hi", "hi-en", "--sha256", "ab" * 32)
    assert result.exit_code == 2
    assert installer.calls == []


def test_a_dry_run_installs_nothing(run: Run, installer: Installer) -> None:
    result = run("models", "install", "en-hi", "--dry-run")
    assert result.stdout == "en-hi would be installed in models\n"
    assert installer.calls == []


def test_json_of_an_installation(run: Run, installer: Installer) -> None:
    result = run("models", "install", "en-hi", "hi-en", "--json")
    document = json.loads(result.stdout)
    assert document["installed"][0]["name"] == "translate-en_hi"
    assert document["failures"][0]["kind"] == "PackageError"
    assert document["exit_code"] == result.exit_code == 3


def test_a_file_that_is_not_there_is_wrong_usage(run: Run, project: Path) -> None:
    result = run("models", "install", "gone.argosmodel")
    assert result.exit_code == 2
    assert "gone.argosmodel" in result.stderr


def test_a_file_that_is_no_package_is_a_failure(run: Run, project: Path) -> None:
    (project / "bad.argosmodel").write_bytes(b"not a zip")
    result = run("models", "install", "bad.argosmodel")
    assert result.exit_code == 3
    assert "bad.argosmodel" in result.stderr


@pytest.fixture
def removed(project: Path, packages: Replace) -> list[str]:
    names: list[str] = []
    packages("installed", lambda models: [package(project), package(project, "translate-hi_en")])
    packages("remove_package", lambda name, models: names.append(name))
    return names


@pytest.mark.parametrize("name", ["en-hi", "translate-en_hi"])
def test_a_model_is_removed_by_either_name(run: Run, removed: list[str], name: str) -> None:
    result = run("models", "remove", name)
    assert result.exit_code == 0
    assert result.stdout == "en-hi  translate-en_hi 1.1  removed\n"
    assert removed == [name]


def test_a_dry_run_removes_nothing(run: Run, removed: list[str]) -> None:
    result = run("models", "remove", "en-hi", "--dry-run")
    assert result.stdout == "en-hi  translate-en_hi 1.1  would be removed\n"
    assert removed == []


def test_nothing_is_removed_where_one_of_the_names_is_unknown(run: Run, removed: list[str]) -> None:
    result = run("models", "remove", "en-hi", "en-fr")
    assert result.exit_code == 2
    assert "Installed are: en-hi, hi-en" in result.stderr
    assert removed == []


def test_json_of_a_removal(run: Run, removed: list[str]) -> None:
    document = json.loads(run("models", "remove", "hi-en", "--json").stdout)
    assert [one["pair"] for one in document["removed"]] == ["hi-en"]


def test_whole_models_are_proved(run: Run, project: Path) -> None:
    result = run("models", "verify")
    assert result.exit_code == 0
    assert result.stdout == "The models in models are whole.\n"


def test_a_damaged_model_ends_with_1(run: Run, project: Path, packages: Replace) -> None:
    problem = Problem("en_hi 1.1", project / "models/x", "model.bin changed", "Install it again")
    packages("verify_packages", lambda models, lock: [problem])
    result = run("models", "verify")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{Path('models/x')}: en_hi 1.1: model.bin changed",
        "  Install it again",
    ]


def test_json_of_a_damaged_model(run: Run, project: Path, packages: Replace) -> None:
    problem = Problem("en_hi 1.1", project / "models/x", "model.bin changed", "Install it again")
    packages("verify_packages", lambda models, lock: [problem])
    document = json.loads(run("models", "verify", "--json").stdout)
    assert document["exit_code"] == 1
    assert document["problems"][0]["cause"] == "model.bin changed"
