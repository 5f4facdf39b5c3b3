"""What a worker is told of the engine that it is to make: one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dualpress.article import Language
from dualpress.engines.base import EngineOptions

__all__ = ["MODELS_VARIABLE", "read_specification", "specification"]

MODELS_VARIABLE = "DUALPRESS_MODELS"
"""The environment variable of a worker that names its folder of models, where that is another
than on the machine that asks."""


def specification(engine: str, options: EngineOptions) -> str:
    """An engine and what it is made from, the same text for the same engine."""
    told = {
        "engine": engine,
        "source": str(options.source),
        "target": str(options.target),
        "models": str(options.models),
        "settings": dict(options.settings),
        "threads": options.threads,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_specification(
    text: str, environment: Mapping[str, str], threads: int
) -> tuple[str, EngineOptions]:
    """The engine's name and options as a worker has them.

    Args:
        text: what :func:`specification` gave on the machine that asks.
        environment: of the worker.
        threads: how many the worker was given; a model uses as many where the user named no
            other number, since several workers may share a machine.
    """
    told: dict[str, Any] = json.loads(text)
    settings: dict[str, Any] = told["settings"]
    models = Path(told["models"])
    if MODELS_VARIABLE in environment:
        models = Path(environment[MODELS_VARIABLE])
        if isinstance(settings.get("path"), str):
            settings["path"] = str(_below(models, Path(settings["path"])))
    source, target = Language(told["source"]), Language(told["target"])
    used = told["threads"] or (None if settings.get("threads") else threads)
    return told["engine"], EngineOptions(source, target, models, settings, used)


def _below(models: Path, path: Path) -> Path:
    """A model's place in a worker's own folder of models; where it is not there, as it was."""
    own = models / path.name
    return own if own.exists() else path
