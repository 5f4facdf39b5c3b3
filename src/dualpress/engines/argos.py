"""The engine for installed Argos Translate packages, offline."""

from __future__ import annotations

from dualpress.engines._folder import find_model
from dualpress.engines._settings import read_settings
from dualpress.engines.base import EngineOptions
from dualpress.engines.ctranslate2 import CTranslate2Engine, DecodingSettings
from dualpress.engines.packages import newest
from dualpress.errors import EngineUnavailable

__all__ = ["create"]


def create(options: EngineOptions) -> CTranslate2Engine:
    """Makes the engine of the newest installed package for the pair of languages.

    Its settings are those of :class:`~dualpress.engines.ctranslate2.DecodingSettings`.

    Raises:
        ConfigError: a setting is wrong.
        EngineUnavailable: no package is installed for the pair, or it does not load.
    """
    settings = read_settings(DecodingSettings, "argos", options.settings).on(options.threads)
    package = newest(options.models, options.source, options.target)
    if package is None:
        pair = f"{options.source}-{options.target}"
        raise EngineUnavailable(
            f"No model is installed that translates {pair}",
            path=options.models,
            hint=f"Install one with: dualpress models install {pair}",
        )
    return CTranslate2Engine(
        find_model(package.path),
        settings,
        name="argos",
        model=package.model,
        package=package.abilities,
    )
