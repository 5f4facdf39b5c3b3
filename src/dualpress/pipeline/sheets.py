"""The file of proposed rows in a project, and what editors made of its rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from dualpress.config import Project, shipped_glossaries
from dualpress.glossary.proposals import SHEET, Marked, read_marked
from dualpress.glossary.unconfirmed import Mark

__all__ = ["count_marked", "proposals_sheet", "read_own_marked", "unread_sheet"]

_SHEET = f"glossaries/{SHEET}"


def proposals_sheet(project: Project) -> Path:
    """The file of proposed rows; read as a glossary, in which they count for nothing."""
    return project.resolve(_SHEET)


def read_own_marked(project: Project) -> list[Marked]:
    """The rows of the project's own files that are proposed or rejected.

    Raises:
        SetupError: a file is not there, or cannot be read.
    """
    shipped = shipped_glossaries() if project.config.shipped_glossaries else []
    own = [path for path in project.glossary_paths() if path not in shipped]
    return read_marked(dict.fromkeys((*own, proposals_sheet(project))))


def count_marked(marked: Sequence[Marked], mark: Mark) -> int:
    """How many of these rows have a mark."""
    return sum(row.mark is mark for row in marked)


def unread_sheet(project: Project) -> str | None:
    """What the configuration must say where it does not read the file of proposed rows.

    Returns:
        The line; ``None`` where the file is read, or is not there yet.
    """
    sheet = proposals_sheet(project)
    if not sheet.is_file() or sheet in project.glossary_paths():
        return None
    patterns = [*project.config.glossaries, _SHEET]
    # A list of JSON strings is one of TOML strings, too.
    return f"glossaries = {json.dumps(patterns, ensure_ascii=False)}"
