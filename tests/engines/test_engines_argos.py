"""The engine of the installed Argos packages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dictionary_model import write_package, zip_folder

from dualpress.article import Language
from dualpress.engines.argos import create
from dualpress.engines.base import Abilities, EngineOptions
from dualpress.engines.packages import INDEX_URL, install_package
from dualpress.errors import EngineUnavailable


def options(models: Path) -> EngineOptions:
    return EngineOptions(Language.EN, Language.HI, models, {"threads": 1})


def test_translates_with_the_installed_package(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    engine = create(options(tmp_path))
    assert engine.translate(["the river ."])[0][0].text == "वह नदी ।"


def test_tells_package_and_version(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    engine = create(options(tmp_path))
    assert (engine.name, engine.model) == ("argos", "translate-en_hi 1.1")


def test_takes_the_highest_version(tmp_path: Path) -> None:
    write_package(tmp_path / "old", package_version="1.9")
    write_package(tmp_path / "new", package_version="1.10")
    assert create(options(tmp_path)).model == "translate-en_hi 1.10"


def test_the_package_says_what_its_model_can_do(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi", inline_tags=True, guided_alignment=True)
    assert create(options(tmp_path)).abilities == Abilities(True, True)


def test_the_settings_go_before_what_the_package_says(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi", inline_tags=True)
    settings = {"threads": 1, "inline_tags": False, "guided_alignment": True}
    engine = create(EngineOptions(Language.EN, Language.HI, tmp_path, settings))
    assert engine.abilities == Abilities(inline_tags=False, guided_alignment=True)


def test_a_package_that_says_nothing_can_do_nothing_special(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    assert create(options(tmp_path)).abilities == Abilities()


def test_missing_package_tells_how_to_install_it(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match="dualpress models install en-hi"):
        create(options(tmp_path))


def test_argos_translate_reads_what_is_installed_here(tmp_path: Path) -> None:
    """Its own reading of the package and of the index's address is what ours must agree with."""
    folder = write_package(tmp_path / "en_hi")
    archive = zip_folder(folder, tmp_path / "en_hi.argosmodel")
    package = install_package(archive, tmp_path / "models")
    script = """
import json, sys
from pathlib import Path
from argostranslate import package, settings

found = package.Package(Path(sys.argv[1]))
print(json.dumps([
    package.argospm_package_name(found), found.package_version, found.from_code, found.to_code,
    found.tokenizer.encode("the dog"), settings.remote_package_index,
]))
"""
    # Importing it makes folders in the user's home.
    home = {name: str(tmp_path / "home") for name in ("HOME", "USERPROFILE")}
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ARGOS_", "XDG_")) and name != "SNAP"
    }
    done = subprocess.run(
        [sys.executable, "-c", script, str(package.path)],
        env={**clean, **home},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [
        "translate-en_hi", "1.1", "en", "hi", ["▁the", "▁dog"], INDEX_URL,
    ]  # fmt: skip
