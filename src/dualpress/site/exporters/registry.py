"""How an exporter is found by the name of its generator."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import cast

from dualpress.errors import UsageError
from dualpress.site.exporters.base import Exporter, ExporterOptions

__all__ = ["ENTRY_POINTS", "exporter_names", "load_exporter"]

ENTRY_POINTS = "dualpress.exporters"
"""The entry point group; each entry is a function from :class:`ExporterOptions` to an exporter."""


def exporter_names() -> list[str]:
    """The names of all generators that can be exported to, sorted."""
    return sorted({entry.name for entry in entry_points(group=ENTRY_POINTS)})


def load_exporter(name: str, options: ExporterOptions) -> Exporter:
    """Make the exporter of a generator.

    Raises:
        UsageError: there is none of that name, or it cannot be loaded.
    """
    for entry in entry_points(group=ENTRY_POINTS):
        if entry.name == name:
            break
    else:
        names = ", ".join(exporter_names())
        raise UsageError(f"there is no exporter “{name}”", hint=f"The exporters are: {names}")
    try:
        create = entry.load()
    except (ImportError, AttributeError) as error:
        raise UsageError(f"the exporter “{name}” cannot be loaded: {error}") from error
    return cast(Exporter, create(options))
