"""What the server tells its script, as JSON."""

from __future__ import annotations

import json

from dualpress.config import Project
from dualpress.errors import DualpressError
from dualpress.pipeline import BlockPlaces
from dualpress.serve.live import Shown

__all__ = ["entries_document", "fault_document", "shown_document"]

_MOST_SHOWN = 80


def shown_document(shown: Shown) -> str:
    """Which content is shown, and what went wrong; on one line."""
    problems = [_problem(error, shown.project) for error in shown.problems]
    return json.dumps({"content": shown.content, "problems": problems})


def entries_document(article: str, block: BlockPlaces) -> str:
    """The PO entries of a block, each with the start of its source."""
    found = [
        {
            "place": entry.place,
            "source": _start(entry.source),
            "language": entry.language.value,
            "status": entry.status.value if entry.status else "not in the PO file yet",
        }
        for entry in block.entries
    ]
    return json.dumps({"article": article, "block": block.number, "entries": found})


def fault_document(cause: str) -> str:
    """Why there is no answer."""
    return json.dumps({"error": cause})


def _problem(error: DualpressError, project: Project) -> dict[str, str | None]:
    line = f":{error.line}" if error.line else ""
    where = f"{project.name_of(error.path)}{line}" if error.path else None
    return {"cause": error.sentence, "where": where, "hint": error.hint}


def _start(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN].rstrip()}…"
