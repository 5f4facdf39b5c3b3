"""Where tables are kept: a small JSON file for each model and direction.

A table is a property of the model, so it is kept beside the models, for all projects; where that
folder may not be written, in the project. It counts only for the settings that it was made with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import regex

from dualpress.article import Language, other
from dualpress.engines.survival.table import SCHEMA, Table
from dualpress.errors import WriteError
from dualpress.files import write_whole

__all__ = ["TableKey", "read_table", "write_table"]

_UNSAFE = regex.compile(r"[^A-Za-z0-9.]+")


@dataclass(frozen=True, slots=True)
class TableKey:
    """What a table is about.

    Args:
        engine: the engine's name.
        model: its model's, where that is known.
        source: the language that it translates from.
        settings: the engine's, as the configuration has them.
    """

    engine: str
    model: str | None
    source: Language
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def filename(self) -> str:
        """The name of its file: readable, and another one for everything else."""
        parts = [self.engine, self.model or "", f"{self.source}-{other(self.source)}"]
        whole = json.dumps([*parts, self.settings], sort_keys=True, default=str)
        digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        readable = "-".join(_UNSAFE.sub("-", part).strip("-")[:40] for part in parts if part)
        return f"placeholders-{readable}-{digest}.json"


def read_table(key: TableKey, folders: Sequence[Path]) -> tuple[Table | None, tuple[str, ...]]:
    """Read a table.

    Args:
        key: what it is about.
        folders: where it may be, the first to look in first.

    Returns:
        The table, ``None`` where there is none that can be used; and warnings, a sentence each.
    """
    warnings: list[str] = []
    for folder in folders:
        path = folder / key.filename
        try:
            data = path.read_bytes()
            if json.loads(data)["schema"] == SCHEMA:
                return _parse(data), tuple(warnings)
            cause = "is of another version of dualpress"
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            cause = "cannot be read"
        warnings.append(f"{path} {cause} and is not used. Make it again: dualpress bench terms")
    return None, tuple(warnings)


def write_table(table: Table, key: TableKey, folders: Sequence[Path]) -> Path:
    """Keep a table in the first folder that can be written.

    Args:
        table: what was measured.
        key: what it is about.
        folders: where it may be kept, the best first.

    Returns:
        The file.

    Raises:
        WriteError: none of the folders can be written.
        ValueError: there is no folder.
    """
    document = {"schema": SCHEMA, **table.model_dump(mode="json")}
    data = f"{json.dumps(document, indent=1)}\n".encode()
    failure: WriteError | None = None
    for folder in folders:
        try:
            write_whole(folder / key.filename, data)
        except WriteError as error:
            failure = failure or error
        else:
            return folder / key.filename
    raise failure or ValueError("there is no folder to keep a table in")


def _parse(data: bytes) -> Table:
    document = json.loads(data)
    del document["schema"]
    # As JSON: from Python's own values a strict model would take no text for a language.
    return Table.model_validate_json(json.dumps(document))
