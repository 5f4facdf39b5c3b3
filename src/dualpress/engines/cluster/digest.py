"""Which models are the same: by the SHA-256 of their files."""

from __future__ import annotations

from pathlib import Path

from dualpress.engines._installed import newest
from dualpress.engines._manifest import hash_bytes, hash_file, make_manifest, render_manifest
from dualpress.engines.base import EngineOptions

__all__ = ["model_digest"]


def model_digest(engine: str, options: EngineOptions) -> str | None:
    """The SHA-256 of the model that an engine would load.

    Of a folder it is that of its list of hashes, as ``dualpress.lock`` records it for packages.

    Args:
        engine: its name.
        options: what it would be made from.

    Returns:
        ``None`` where the model is not here, or where the engine has none in files.
    """
    place = _place(engine, options)
    if place is None or not place.exists():
        return None
    if place.is_file():
        return hash_file(place)
    return hash_bytes(render_manifest(make_manifest(place)))


def _place(engine: str, options: EngineOptions) -> Path | None:
    if engine == "argos":
        package = newest(options.models, options.source, options.target)
        return package.path if package else None
    path = options.settings.get("path")
    return Path(path) if isinstance(path, str) else None
