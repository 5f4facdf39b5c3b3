"""How a worker is given its cases and answers: one JSON file each way."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.html_peers.stub import translate

__all__ = ["StubTranslation", "Task", "Tool", "serve"]


class Task(NamedTuple):
    """A case as a worker sees it.

    Args:
        source: the page.
        plain: the text of its one paragraph, where plain text is asked for.
    """

    source: str
    plain: str | None


class StubTranslation:
    """Stands for a translation of Argos Translate; notes what it is asked for."""

    def __init__(self) -> None:
        self.units: list[str] = []

    def translate(self, text: str) -> str:
        """Translate one text, as ``ITranslation.translate`` does."""
        self.units.append(text)
        return translate(text)


Tool = Callable[[StubTranslation, Task], str]
"""Translates a page, and gives the page."""


def serve(load: Callable[[], Tool]) -> None:
    """Run a tool over the cases of the file named first, and answer in the one named second.

    Args:
        load: imports the tool; where that fails, nothing is said of any case.
    """
    tool = load()
    asked, answered = map(Path, sys.argv[1:3])
    tasks = json.loads(asked.read_text(encoding="utf-8"))
    answers = {name: _answer(tool, Task(**task)) for name, task in tasks.items()}
    answered.write_text(json.dumps(answers), encoding="utf-8")


def _answer(tool: Tool, task: Task) -> dict[str, object]:
    translation = StubTranslation()
    try:
        output = tool(translation, task)
    except Exception as error:  # whatever a tool raises is what it did with the case
        return {"error": f"{type(error).__name__}: {error}", "units": translation.units}
    return {"output": output, "units": translation.units}
