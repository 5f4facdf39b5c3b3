"""Which project a command is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dualpress.errors import UsageError

if TYPE_CHECKING:
    from dualpress.config import Project

__all__ = ["open_project", "open_project_if_any"]


def open_project(folder: Path | None) -> Project:
    """Read the project in ``folder``, or the one that the current folder is in.

    Raises:
        UsageError: there is none.
        ConfigError: its configuration is wrong.
    """
    from dualpress.config import Project, find_project

    return Project.load(find_project(Path.cwd()) if folder is None else folder)


def open_project_if_any(folder: Path | None) -> Project | None:
    """Like :func:`open_project`, but a folder that was not named need not be in a project."""
    from dualpress.config import Project, find_project

    if folder is not None:
        return Project.load(folder)
    try:
        root = find_project(Path.cwd())
    except UsageError:
        return None
    return Project.load(root)
