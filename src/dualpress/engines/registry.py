"""How an engine is found by its name."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import cast

from dualpress.engines.base import Engine, EngineOptions
from dualpress.errors import EngineUnavailable, UsageError

__all__ = ["ENTRY_POINTS", "engine_names", "load_auto", "load_engine"]

ENTRY_POINTS = "dualpress.engines"
"""The entry point group; each entry is a function from :class:`EngineOptions` to an engine."""


def engine_names() -> list[str]:
    """The names of all engines that are installed, sorted."""
    return sorted({entry.name for entry in entry_points(group=ENTRY_POINTS)})


def load_engine(name: str, options: EngineOptions) -> Engine:
    """Makes the engine of that name.

    Raises:
        UsageError: there is no engine of that name.
        ConfigError: its settings are wrong.
        EngineUnavailable: what it needs is not there.
    """
    entry = _find(name)
    try:
        create = entry.load()
    except (ImportError, AttributeError) as error:
        raise EngineUnavailable(
            f'The engine "{name}" cannot be loaded: {error}',
            hint="Install what it needs, or choose another engine",
        ) from error
    return cast(Engine, create(options))


def load_auto(options: EngineOptions) -> Engine | None:
    """Makes the engine of the installed Argos package for the pair of languages.

    Returns:
        ``None`` where no package for the pair is installed.

    Raises:
        EngineUnavailable: a package is installed, but does not load.
    """
    from dualpress.engines._installed import newest

    if newest(options.models, options.source, options.target) is None:
        return None
    return load_engine("argos", options)


def _find(name: str) -> EntryPoint:
    for entry in entry_points(group=ENTRY_POINTS):
        if entry.name == name:
            return entry
    raise UsageError(
        f'There is no engine "{name}"', hint=f"The engines are: {', '.join(engine_names())}"
    )
