"""Reads an engine's settings, and says in plain words what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from dualpress.errors import ConfigError

__all__ = ["EngineSettings", "read_settings"]


class EngineSettings(BaseModel):
    """Base of each engine's settings: no unknown key, no value of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Settings = TypeVar("Settings", bound=EngineSettings)


def read_settings(schema: type[Settings], engine: str, settings: Mapping[str, Any]) -> Settings:
    """Checks settings against their schema.

    Args:
        schema: the settings that the engine knows.
        engine: its name, for the message.
        settings: as they stand in the configuration.

    Raises:
        ConfigError: a key is unknown or missing, or a value is wrong; names the first such key.
    """
    try:
        return schema.model_validate(dict(settings))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        cause = _cause(engine, key, first["type"], first["msg"])
        known = ", ".join(schema.model_fields) or "none"
        raise ConfigError(cause, hint=f"Its settings are: {known}") from None


def _cause(engine: str, key: str, kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return f'The engine "{engine}" has no setting "{key}"'
    if kind == "missing":
        return f'The engine "{engine}" needs the setting "{key}"'
    return f'The setting "{key}" of the engine "{engine}" is wrong: {message}'
