"""An environment for each Python tool: made once, kept in ``build/``, which git ignores."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["ROOT", "Environment", "ToolMissing", "required_version"]

ROOT = Path(__file__).parents[2]
_HERE = Path(__file__).parent
_CACHE = ROOT / "build" / "html_peers"
_BIN = "Scripts" if os.name == "nt" else "bin"

Answer = Callable[[str], str]
"""What a program answers to a line."""


class ToolMissing(Exception):
    """A tool is not on this machine."""


class Environment:
    """A virtual environment with exactly what a requirements file pins.

    Args:
        name: of the file in ``requirements/``.
    """

    def __init__(self, name: str) -> None:
        self._folder = _CACHE / name
        self._requirements = _HERE / "requirements" / f"{name}.txt"
        if self._installed() != self._requirements.read_text(encoding="utf-8"):
            self._make()

    def run(
        self, program: str, *arguments: str, cwd: Path = ROOT
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment.

        Raises:
            subprocess.CalledProcessError: it failed.
        """
        command = [str(self._folder / _BIN / program), *arguments]
        return subprocess.run(
            command, cwd=cwd, env=self._variables(), check=True, capture_output=True, text=True
        )

    @contextmanager
    def serve(self, program: str, *arguments: str) -> Iterator[Answer]:
        """Start a program that answers each line with one; it ends with the ``with``."""
        command = [str(self._folder / _BIN / program), *arguments]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, cwd=ROOT, env=self._variables(), stdin=pipe, stdout=pipe, text=True
        ) as process:

            def answer(line: str) -> str:
                if process.stdin is None or process.stdout is None:
                    raise RuntimeError("the program was started without pipes")
                process.stdin.write(f"{line}\n")
                process.stdin.flush()
                return process.stdout.readline()

            yield answer

    def _variables(self) -> dict[str, str]:
        """What a library leaves in the user's home goes into the environment's own."""
        home = str(self._folder / "home")
        homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), home)
        return os.environ | homes

    def _installed(self) -> str | None:
        note = self._folder / "requirements.txt"
        return note.read_text(encoding="utf-8") if note.is_file() else None

    def _make(self) -> None:
        venv.create(self._folder, clear=True, with_pip=True)
        (self._folder / "home").mkdir()
        self.run("python", "-m", "pip", "install", "--no-deps", "-r", str(self._requirements))
        # Last, so that an installation that broke off is begun again.
        text = self._requirements.read_text(encoding="utf-8")
        (self._folder / "requirements.txt").write_text(text, encoding="utf-8")


def required_version(requirements: str, package: str) -> str:
    """The version of a package that a requirements file pins."""
    text = (_HERE / "requirements" / f"{requirements}.txt").read_text(encoding="utf-8")
    return next(
        line.removeprefix(f"{package}==")
        for line in text.splitlines()
        if line.startswith(f"{package}==")
    )
