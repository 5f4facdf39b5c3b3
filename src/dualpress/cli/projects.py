"""Which project a command is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dualpress.errors import UsageError

if TYPE_CHECKING:
    from dualpress.cli.screen import Screen
    from dualpress.config import Project

__all__ = ["open_project", "open_project_alone", "open_project_if_any", "work_alone"]


def open_project(folder: Path | None) -> Project:
    """Read the project in ``folder``, or the one that the current folder is in.

    Raises:
        UsageError: there is none.
        ConfigError: its configuration is wrong.
    """
    from dualpress.config import Project, find_project

    return Project.load(find_project(Path.cwd()) if folder is None else folder)


def open_project_alone(
    folder: Path | None, screen: Screen, *, no_wait: bool, dry_run: bool
) -> Project:
    """Like :func:`open_project`, for a command that writes there: no other does until it ends.

    Args:
        folder: of the project.
        screen: of the command; it tells for whom this waits.
        no_wait: whether another command's work is an error.
        dry_run: whether nothing is written, so that others may go on.

    Raises:
        UsageError: there is no project.
        ConfigError: its configuration is wrong.
        ProjectBusy: another command is at work there, and ``no_wait`` is set.
        SetupError: it lies where files cannot be locked.
        WriteError: the lock cannot be written.
    """
    project = open_project(folder)
    # Who had it may have changed its configuration.
    has_waited = not dry_run and work_alone(project, screen, no_wait=no_wait)
    return open_project(project.root) if has_waited else project


def work_alone(project: Project, screen: Screen, *, no_wait: bool) -> bool:
    """Let no other command write in a project until this one ends.

    Args:
        project: in which something is to be written.
        screen: of the command; it tells for whom this waits.
        no_wait: whether another command's work is an error.

    Returns:
        Whether another was at work there.

    Raises:
        ProjectBusy: another command is at work there, and ``no_wait`` is set.
        SetupError: it lies where files cannot be locked.
        WriteError: the lock cannot be written.
    """
    from dualpress.pipeline.run_lock import hold

    waited: list[str] = []

    def wait(runner: str) -> None:
        waited.append(runner)
        screen.warn(f"{runner}. Waiting until it ends")

    screen.held.enter_context(hold(project, screen.command, wait=None if no_wait else wait))
    return bool(waited)


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
