"""Publish articles in English and Hindi as pairs of pages.

The rooms of the package and the one direction in which they know each other
are drawn in ``docs/architecture.md``.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("dualpress")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0+unknown"

__all__ = ["__version__"]
