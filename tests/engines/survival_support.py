"""An engine that translates the carriers as a human does, and treats placeholders as it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from dualpress.article import Language
from dualpress.engines.base import Hypothesis
from dualpress.engines.survival.carriers import Carrier, fill, load_carriers, words_of


class CarrierEngine:
    """Knows the carriers, and copies what stands in their places.

    Args:
        source: the language of the carriers.
        lose: every so manieth placeholder is lost; 0 for none.
        double: every so manieth comes twice; 0 for none.
        is_swapping: whether placeholders change places where there are several.
        garbles: what it says of a sentence with placeholders beside them.
    """

    name = "carrier"
    model: str | None = "carrier 1.0"

    def __init__(
        self,
        source: Language,
        *,
        lose: int = 0,
        double: int = 0,
        is_swapping: bool = False,
        garbles: str | None = None,
    ) -> None:
        self.asked: list[str] = []
        self._carriers = [(_pattern(one), one) for one in load_carriers(source)]
        self._lose, self._double = lose, double
        self._is_swapping, self._garbles = is_swapping, garbles
        self._placeholders = 0

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        self.asked += sentences
        return [[Hypothesis(self._translation(sentence))] for sentence in sentences]

    def close(self) -> None:
        pass

    def _translation(self, sentence: str) -> str:
        for pattern, carrier in self._carriers:
            if found := pattern.fullmatch(sentence):
                return self._filled(carrier, list(found.groups()))
        raise AssertionError(f"no carrier: {sentence}")

    def _filled(self, carrier: Carrier, words: list[str]) -> str:
        ordinary = dict(zip(words_of(carrier.source), words_of(carrier.target), strict=True))
        if words == list(ordinary):
            return fill(carrier.target, list(ordinary.values()))
        if self._is_swapping:
            words.reverse()
        copied = list(self._copied(words))
        return " ".join([*copied, self._garbles]) if self._garbles else fill(carrier.target, copied)

    def _copied(self, words: Sequence[str]) -> Iterator[str]:
        for word in words:
            self._placeholders += 1
            if self._lose and self._placeholders % self._lose == 0:
                yield "…"
            elif self._double and self._placeholders % self._double == 0:
                yield f"{word} {word}"
            else:
                yield word


def _pattern(carrier: Carrier) -> regex.Pattern[str]:
    parts = regex.split(r"\{[1-4]:[^{}]+\}", carrier.source)
    return regex.compile("(.+)".join(map(regex.escape, parts)))
