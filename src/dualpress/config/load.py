"""From the file ``dualpress.toml`` to a :class:`~dualpress.config.model.Config`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from dualpress.config.explain import config_error
from dualpress.config.lines import entry_line, key_lines
from dualpress.config.model import Config
from dualpress.errors import ConfigError, UsageError

__all__ = ["CONFIG_NAME", "find_entry", "load_config"]

CONFIG_NAME = "dualpress.toml"

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def load_config(root: Path) -> Config:
    """Read the configuration of the project in a folder.

    Args:
        root: the folder that holds ``dualpress.toml`` (UTF-8, with or without BOM).

    Raises:
        UsageError: the folder holds no ``dualpress.toml``.
        ConfigError: the file cannot be read, is no TOML, or sets something wrong;
            names the file, the key and, where it is known, the line.
    """
    path = root / CONFIG_NAME
    text = _read(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(error, path, text) from None
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        raise config_error(error, path, key_lines(text), Config) from None


def find_entry(root: Path, key: tuple[str, ...], entry: str) -> int | None:
    """On which line of a project's ``dualpress.toml`` a text of a list stands.

    Args:
        root: the folder that holds the file.
        key: the path of the list's key, such as ``("html", "skip")``.
        entry: the text.

    Returns:
        The line, counted from 1; ``None`` where the file does not set the key.

    Raises:
        UsageError: the file is gone.
        ConfigError: the file cannot be read.
    """
    return entry_line(_read(root / CONFIG_NAME), key, entry)


def _read(path: Path) -> str:
    try:
        # Windows Notepad writes a BOM, at which tomllib stumbles.
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(
            f"{path.parent} is no dualpress project: it holds no {CONFIG_NAME}",
            hint="Make it one with: dualpress init",
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            "the file is not saved as UTF-8",
            path=path,
            line=line,
            hint='In Notepad: "Save as", Encoding "UTF-8"',
        ) from None
    except OSError as error:
        raise ConfigError(f"the file cannot be read: {error.strerror}", path=path) from error


def _syntax_error(error: tomllib.TOMLDecodeError, path: Path, text: str) -> ConfigError:
    """Say where the TOML is wrong; Windows paths in double quotes are the usual cause."""
    place = _PLACE.search(str(error))
    cause = _PLACE.sub("", str(error))
    line = int(place["line"]) if place and place["line"] else text.count("\n") + 1
    lines = text.split("\n")
    hint = None
    if line <= len(lines) and re.search(r'"[^"]*\\[^"]*"', lines[line - 1]):
        hint = "Write paths with / or in single quotes"
    return ConfigError(
        f"the file is not valid TOML: {cause[:1].lower()}{cause[1:]}",
        path=path,
        line=line,
        hint=hint,
    )
