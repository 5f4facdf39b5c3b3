"""The engine that changes nothing: each sentence is its own translation."""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.engines._settings import EngineSettings, read_settings
from dualpress.engines.base import EngineOptions, Hypothesis

__all__ = ["IdentityEngine", "create"]


class IdentityEngine:
    """Gives back what it is given; a null object."""

    name = "identity"
    model: str | None = None

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Gives each sentence back, with certainty; there is never a second hypothesis."""
        return [[Hypothesis(sentence, 0.0)] for sentence in sentences]

    def close(self) -> None:
        """Does nothing: nothing is held."""


def create(options: EngineOptions) -> IdentityEngine:
    """Makes the engine; it has no settings."""
    read_settings(EngineSettings, IdentityEngine.name, options.settings)
    return IdentityEngine()
