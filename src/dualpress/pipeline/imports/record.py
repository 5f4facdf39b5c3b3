"""``dualpress.imports.json``: what was imported into which file, and what it was then.

By it the next import knows what changed at its source, and what an editor
changed since. It belongs into version control.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dualpress.files import write_whole
from dualpress.records import read_record

__all__ = ["RECORD_NAME", "ImportedFile", "Records", "read_imports", "write_imports"]

RECORD_NAME = "dualpress.imports.json"
_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was imported.

    Args:
        digest: the SHA-256 of what was written.
        source: the address or the file that it came from.
        etag: of what was fetched (RFC 9110, 8.8.3); empty where the server told none.
        modified: when the server says that it was changed, as it says it.
    """

    digest: str
    source: str
    etag: str = ""
    modified: str = ""


Records = Mapping[str, ImportedFile]
"""By the path of the file below the folder of posts, with slashes."""


def read_imports(path: Path) -> dict[str, ImportedFile]:
    """Read the record of a project; a file that is not there records nothing.

    Raises:
        ConfigError: it cannot be read. To go on without it would overwrite
            what editors changed, or leave it behind.
    """
    return read_record(path, "imported files", (_SCHEMA,), _files) or {}


def write_imports(path: Path, records: Records, former: Records) -> None:
    """Write a record if it differs from the former one.

    Raises:
        WriteError: it cannot be written.
    """
    if records == former:
        return
    files = {name: _value(records[name]) for name in sorted(records)}
    document = json.dumps({"schema": _SCHEMA, "files": files}, ensure_ascii=False, indent=1)
    write_whole(path, f"{document}\n".encode())


def _files(document: Mapping[str, Any]) -> dict[str, ImportedFile]:
    return {name: _file(told) for name, told in document["files"].items()}


def _file(told: Mapping[str, Any]) -> ImportedFile:
    if not all(isinstance(value, str) for value in told.values()):
        raise TypeError("a text is wanted")
    return ImportedFile(**told)


def _value(file: ImportedFile) -> dict[str, str]:
    return {name: value for name, value in asdict(file).items() if value}
