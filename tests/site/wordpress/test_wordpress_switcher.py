"""The switcher for a theme: files that WordPress installs, and HTML to paste."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.wordpress.switcher import SwitchedPair, Switcher, switcher_files

EN, HI = Language.EN, Language.HI
PAIR = SwitchedPair(
    id="2026/river",
    posts={EN: 12, HI: 77},
    urls={EN: "https://blog.example/?p=12&a=1", HI: "https://blog.example/nadi/"},
)
SWITCHER = Switcher(
    names={EN: "English", HI: "हिन्दी"},
    regions={EN: "en-IN", HI: "hi-IN"},
    default=EN,
    reading=ReaderSettings(shortcut=None, follows=False),
    pairs=(PAIR,),
)
PHP = PurePosixPath("dualpress-switcher/dualpress-switcher.php")


def files(**changes: Any) -> dict[str, bytes]:
    made = switcher_files(replace(SWITCHER, **changes))
    return {path.as_posix(): data for path, data in made.items()}


def settings(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files(**changes)["dualpress-switcher/pairs.json"])
    return found


def test_pairs_are_told_by_their_numbers() -> None:
    assert settings()["pairs"] == [{"en": 12, "hi": 77}]


def test_languages_have_a_name_and_a_locale() -> None:
    assert settings()["languages"]["hi"] == {"name": "हिन्दी", "locale": "hi_IN"}


def test_the_script_may_do_what_the_settings_say() -> None:
    assert settings()["script"] == {"remember": ""}
    assert settings(reading=ReaderSettings())["script"] == {
        "follow": "",
        "remember": "",
        "shortcut": "Alt+L",
    }


def test_the_archive_holds_the_plugin() -> None:
    made = files()
    with zipfile.ZipFile(io.BytesIO(made["dualpress-switcher.zip"])) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    assert inside == {
        name: data for name, data in made.items() if name.startswith("dualpress-switcher/")
    }
    assert PHP.as_posix() in inside


def test_the_same_pairs_give_the_same_bytes() -> None:
    assert files() == files()


def test_the_html_of_a_page_links_to_the_other() -> None:
    made = files()
    assert made["html/2026/river/hi.html"].decode() == (
        '<p><a href="https://blog.example/?p=12&amp;a=1" rel="alternate" hreflang="en" lang="en">'
        "English</a></p>\n"
    )
    assert 'href="https://blog.example/nadi/"' in made["html/2026/river/en.html"].decode()


def test_there_is_no_html_for_what_readers_cannot_open() -> None:
    pair = replace(PAIR, urls={EN: "https://blog.example/?p=12"})
    assert not [name for name in files(pairs=(pair,)) if name.startswith("html/")]


def test_names_of_languages_are_escaped() -> None:
    names = {EN: "<English>", HI: "हिन्दी"}
    assert "&lt;English&gt;" in files(names=names)["html/2026/river/hi.html"].decode()


def test_all_that_php_defines_has_a_prefix() -> None:
    code = files()[PHP.as_posix()].decode()
    defined = [line.split()[1] for line in code.splitlines() if line.startswith("function ")]
    assert defined
    assert all(name.startswith("dualpress_") for name in defined)
    assert "?>" not in code


def test_php_reads_its_code(tmp_path: Path) -> None:
    if shutil.which("php") is None:
        pytest.skip("PHP is not installed")
    file = tmp_path / "switcher.php"
    file.write_bytes(files()[PHP.as_posix()])
    result = subprocess.run(["php", "-l", str(file)], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout
