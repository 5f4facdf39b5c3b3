"""Publish articles in English and Hindi as pairs of pages.

The rooms of the package and the one direction in which they know each other
are drawn in ``docs/architecture.md``.
"""

from __future__ import annotations

__all__ = ["__version__"]

__version__: str


def __getattr__(name: str) -> str:
    """The version, looked up when it is asked for: that takes as long as all of ``--help``."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dualpress")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0+unknown"
