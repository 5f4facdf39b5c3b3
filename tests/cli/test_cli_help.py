from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_support import Run

COMMANDS = [
    [],
    ["init"],
    ["import"],
    ["import", "html"],
    ["import", "text"],
    ["import", "wordpress"],
    ["paste"],
    ["translate"],
    ["build"],
    ["serve"],
    ["export"],
    ["verify"],
    ["status"],
    ["approve"],
    ["unchanged"],
    ["check"],
    ["replace"],
    ["review"],
    ["review", "pack"],
    ["review", "unpack"],
    ["review", "preview"],
    ["memory"],
    ["memory", "import"],
    ["memory", "export"],
    ["models"],
    ["models", "list"],
    ["models", "install"],
    ["models", "remove"],
    ["models", "verify"],
    ["publish"],
    ["publish", "wordpress"],
    ["publish", "login"],
    ["bench"],
    ["bench", "speed"],
    ["bench", "terms"],
    ["glossary"],
    ["glossary", "suggest"],
    ["glossary", "learn"],
]
GROUPS: tuple[list[str], ...] = (
    [],
    ["import"],
    ["review"],
    ["memory"],
    ["models"],
    ["publish"],
    ["bench"],
    ["glossary"],
)
HEAVY = {
    "argostranslate",
    "babel",
    "bs4",
    "ctranslate2",
    "html5lib",
    "httpx",
    "keyring",
    "jinja2",
    "langdetect",
    "numpy",
    "platformdirs",
    "polib",
    "protego",
    "pydantic",
    "rapidfuzz",
    "regex",
    "rich",
    "ruamel",
    "sentencepiece",
    "sentencex",
    "soupsieve",
    "sqlite3",
    "tomlkit",
    "watchfiles",
    "yaml",
}
HELP_OF_ALL = """
import json, sys
from dualpress.cli import app
for arguments in json.loads(sys.argv[1]):
    try:
        app([*arguments, "--help"])
    except SystemExit as end:
        assert end.code == 0, arguments
print("modules:", json.dumps(list(sys.modules)))
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, env=os.environ | environment, check=False
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_names_the_command_and_no_type_of_python(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert f"Usage: {' '.join(['dualpress', *command])} " in result.stdout
    assert "<list" not in result.stdout


def test_help_loads_nothing_heavy() -> None:
    result = python("-c", HELP_OF_ALL, json.dumps(COMMANDS))
    assert result.returncode == 0, result.stderr.decode()
    loaded = json.loads(result.stdout.decode().rpartition("modules:")[2])
    assert HEAVY & {name.partition(".")[0] for name in loaded} == set()


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in GROUPS], ids=" ".join)
def test_every_command_has_the_common_options(run: Run, command: list[str]) -> None:
    text = run(*command, "--help").stdout
    assert all(option in text for option in ("--json", "--quiet", "--project"))


@pytest.mark.parametrize(
    "command",
    [
        ["init"],
        ["translate"],
        ["build"],
        ["import", "html"],
        ["import", "text"],
        ["paste"],
        ["approve"],
        ["unchanged"],
        ["replace"],
        ["review", "pack"],
        ["review", "unpack"],
        ["review", "preview"],
        ["memory", "import"],
        ["memory", "export"],
        ["models", "install"],
        ["models", "remove"],
        ["bench", "terms"],
        ["glossary", "suggest"],
        ["glossary", "learn"],
    ],
    ids=" ".join,
)
def test_every_command_that_writes_can_run_dry(run: Run, command: list[str]) -> None:
    assert "--dry-run" in run(*command, "--help").stdout


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Usage: dualpress" in result.output


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    result = run("translat")
    assert result.exit_code == 2
    assert "translat" in result.stderr


def test_an_unknown_option_is_wrong_usage(run: Run, project: Path) -> None:
    assert run("build", "--fast").exit_code == 2


def test_the_version_is_shown_by_the_module_too() -> None:
    result = python("-m", "dualpress", "--version")
    assert result.returncode == 0
    assert result.stdout.startswith(b"dualpress ")


def test_hindi_is_written_as_utf8_whatever_the_system_would_write(tmp_path: Path) -> None:
    (tmp_path / "dualpress.toml").write_text("publish = 'लेख'\n", encoding="utf-8")
    system = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": ""}
    result = python("-m", "dualpress", "build", "--project", str(tmp_path), **system)
    assert result.returncode == 2
    assert "not 'लेख'".encode() in result.stderr
