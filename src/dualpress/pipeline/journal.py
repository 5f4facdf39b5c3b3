"""What ``replace`` changed, so that it can be taken back.

The journal stands in the project's state folder. Losing it loses no
translation, only the way back.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dualpress.article import SegmentKey, Status
from dualpress.catalog import Entry
from dualpress.config import Project
from dualpress.errors import TranslationRefused
from dualpress.files import write_whole

__all__ = ["Change", "Replacement", "changed_since", "read_journal", "write_journal"]

SCHEMA = 1

_MOST_KEPT = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One translation that was changed.

    Args:
        po: its PO file, from the folder of PO files, with ``/``.
        key: the entry.
        before: its translation before.
        after: its translation since.
        status: how far it was then, and stayed.
    """

    po: str
    key: SegmentKey
    before: str
    after: str
    status: Status


@dataclass(frozen=True, slots=True)
class Replacement:
    """What one run of ``replace`` did.

    Args:
        old: the words that were replaced.
        new: those in their place.
        changes: in the order of the files and their entries.
    """

    old: str
    new: str
    changes: tuple[Change, ...]


def read_journal(project: Project) -> list[Replacement]:
    """The replacements that can be taken back, the last one last; none where it is unreadable."""
    try:
        data = json.loads(_path(project).read_bytes())
        if data["schema"] != SCHEMA:
            return []
        return [_replacement(value) for value in data["replacements"]]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return []


def write_journal(project: Project, replacements: Sequence[Replacement]) -> None:
    """Write the journal; of many replacements the last ones.

    Raises:
        WriteError: it cannot be written.
    """
    kept = [asdict(replacement) for replacement in replacements[-_MOST_KEPT:]]
    text = json.dumps({"schema": SCHEMA, "replacements": kept}, ensure_ascii=True, indent=1)
    write_whole(_path(project), f"{text}\n".encode())


def changed_since(path: Path, entry: Entry | None, change: Change) -> TranslationRefused:
    """What to say of a translation that no longer reads as it was left.

    Args:
        path: its PO file.
        entry: as it reads now; ``None`` where it is gone.
        change: what was done to it.
    """
    return TranslationRefused(
        f"the sentence was changed by someone else, and is left: “{change.key.source}”",
        path=path,
        line=entry.line if entry else None,
        key=change.key,
    )


def _path(project: Project) -> Path:
    return project.state / "replacements.json"


def _replacement(value: dict[str, Any]) -> Replacement:
    return Replacement(value["old"], value["new"], tuple(map(_change, value["changes"])))


def _change(value: dict[str, Any]) -> Change:
    return Change(
        po=value["po"],
        key=SegmentKey(*value["key"]),
        before=value["before"],
        after=value["after"],
        status=Status(value["status"]),
    )
