"""Where a project finds what was measured of its engines."""

from __future__ import annotations

from pathlib import Path

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.base import Engine
from dualpress.engines.survival import TableKey

__all__ = ["table_folders", "table_key"]


def table_folders(project: Project) -> list[Path]:
    """The folders of the tables, the best first: that of the models, and one in the project.

    Not one below that of the models: Argos Translate, which may share it, takes every folder there
    for a package, and fails.
    """
    return [project.models, project.state / "placeholders"]


def table_key(project: Project, engine: Engine, source: Language) -> TableKey:
    """What a table of an engine of this project is kept by."""
    settings = project.engine_settings(engine.name)
    return TableKey(engine.name, engine.model, source, settings)
