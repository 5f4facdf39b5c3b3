"""What is asked of the machine, and what it answers.

Drafting an article is a conversation: a generator that yields questions and is
sent their answers. So whoever runs many of them can ask for all articles at
once, and each reads as if it had the machine to itself.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Sequence
from enum import Enum, auto
from typing import NamedTuple, TypeAlias, TypeVar

from dualpress.article import Language
from dualpress.engines.base import Hypothesis

__all__ = ["Answer", "AnswerCache", "Answers", "Ask", "Conversation", "Questions"]

_T = TypeVar("_T")


class Answer(NamedTuple):
    """What an engine made of a sentence.

    Args:
        engine: its name.
        model: its model's, where that is known.
        hypotheses: best first.
        has_tags: whether they were made with the sentence's tags, in the notation of PO; else
            they are plain text.
    """

    engine: str
    model: str | None
    hypotheses: Sequence[Hypothesis]
    has_tags: bool = False


class Ask(Enum):
    """Why the machine is asked."""

    TRANSLATE = auto()
    """For the translation of a sentence."""

    MORE = auto()
    """For what may make a translation better; where that fails, nobody is told."""

    RETRY = auto()
    """For other translations of a sentence, since none that it gave is sound; likewise."""


class Questions(NamedTuple):
    """Sentences, all into one language.

    Args:
        ask: why they are asked.
        target: the language to translate into.
        sentences: in the notation of PO.
    """

    ask: Ask
    target: Language
    sentences: Sequence[str]


Answers: TypeAlias = Sequence[Answer | None]
"""One for each sentence; ``None`` where there is none."""

Conversation: TypeAlias = Generator[Questions, Answers, _T]
"""Yields questions, is sent their answers, and comes to a result."""


class AnswerCache:
    """The answers of a run that were used last.

    Args:
        most: how many are kept; bylines and notices come again, other sentences hardly ever.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[tuple[Ask, Language, str], Answer | None] = OrderedDict()

    def find(self, questions: Questions) -> dict[str, Answer | None]:
        """The answers that are known, by their sentences."""
        ask, target, sentences = questions
        keys = {text: (ask, target, text) for text in sentences}
        found = {text: self._answers[key] for text, key in keys.items() if key in self._answers}
        for text in found:
            self._answers.move_to_end(keys[text])
        return found

    def keep(self, ask: Ask, target: Language, sentence: str, answer: Answer | None) -> None:
        """Remember an answer; the one that was longest of no use is forgotten for it."""
        self._answers[ask, target, sentence] = answer
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
