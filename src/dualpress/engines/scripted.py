"""The engine that answers from a script: for tests and demonstrations without a model.

It is part of the package, so that whoever builds on dualpress can test without one too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from dualpress.engines._settings import EngineSettings, read_settings
from dualpress.engines.base import Abilities, EngineOptions, Hypothesis
from dualpress.errors import ConfigError, EngineError

__all__ = ["ScriptedEngine", "ScriptedSettings", "create", "read_answers"]

Answers = Mapping[str, Sequence[str]]


class ScriptedSettings(EngineSettings):
    """The settings of the engine ``scripted``."""

    answers: Annotated[dict[str, str | list[str]], Field(default_factory=dict)]
    """Each known sentence with its translation, or its translations, best first."""

    path: Annotated[Path, Field(strict=False)] | None = None
    """A file with more of them; ``answers`` goes first. See :func:`read_answers`."""

    again: Annotated[dict[str, str | list[str]], Field(default_factory=dict)]
    """What it answers where it is asked a second time; nothing for all other sentences."""

    unknown: Literal["echo", "empty", "fail"] = "fail"
    """What becomes of a sentence that is not known: itself, nothing, or an error."""

    fail_after: Annotated[int, Field(ge=0)] | None = None
    """After how many sentences the engine breaks down."""

    inline_tags: bool = False
    """Whether it is asked for sentences with their inline tags, and answers with them."""


class ScriptedEngine:
    """Answers from a mapping, and remembers what it was asked.

    Args:
        answers: translations of each known sentence, best first.
        again: likewise, for those that it is asked a second time.
        unknown: what becomes of a sentence that is not known: ``echo`` gives it back, ``empty``
            gives an empty translation, ``fail`` raises.
        fail_after: after how many sentences every further one raises.
        inline_tags: whether it is asked for sentences with their tags.

    Attributes:
        asked: every sentence it was asked for, in order, answered or not.
        asked_again: those that it was asked a second time.
    """

    name = "scripted"
    model: str | None = None

    def __init__(
        self,
        answers: Answers,
        *,
        again: Answers | None = None,
        unknown: Literal["echo", "empty", "fail"] = "fail",
        fail_after: int | None = None,
        inline_tags: bool = False,
    ) -> None:
        self.abilities = Abilities(inline_tags=inline_tags)
        self.asked: list[str] = []
        self.asked_again: list[str] = []
        self._answers = answers
        self._again = again or {}
        self._unknown = unknown
        self._fail_after = fail_after

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Looks each sentence up.

        Raises:
            EngineError: a sentence is not known and ``unknown`` is ``fail``, or the engine was
                told to fail here.
        """
        return [
            [Hypothesis(text) for text in self._answer(sentence)[: max(1, hypotheses)]]
            for sentence in sentences
        ]

    def retry(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Looks each sentence up among the second answers."""
        self.asked_again += sentences
        return [
            [Hypothesis(text) for text in self._again.get(sentence, ())][: max(1, hypotheses)]
            for sentence in sentences
        ]

    def close(self) -> None:
        """Does nothing: nothing is held."""

    def _answer(self, sentence: str) -> Sequence[str]:
        if self._fail_after is not None and len(self.asked) >= self._fail_after:
            self.asked.append(sentence)
            raise EngineError(f"The scripted engine fails after {self._fail_after} sentences")
        self.asked.append(sentence)
        if sentence in self._answers:
            return self._answers[sentence]
        if self._unknown == "fail":
            raise EngineError(
                f'The scripted engine has no answer for "{sentence}"',
                hint='Add one, or set unknown = "echo"',
            )
        return [sentence if self._unknown == "echo" else ""]


def create(options: EngineOptions) -> ScriptedEngine:
    """Makes the engine from its settings, see :class:`ScriptedSettings`."""
    settings = read_settings(ScriptedSettings, ScriptedEngine.name, options.settings)
    answers = read_answers(settings.path) if settings.path else {}
    for source, target in settings.answers.items():
        answers[source] = _translations(target, source)
    return ScriptedEngine(
        answers,
        again={source: _translations(found, source) for source, found in settings.again.items()},
        unknown=settings.unknown,
        fail_after=settings.fail_after,
        inline_tags=settings.inline_tags,
    )


def read_answers(path: Path) -> dict[str, list[str]]:
    """Reads answers from a file.

    Args:
        path: UTF-8, by its ending either ``.json``, an object of ``source: target`` or
            ``source: [targets]``, or ``.tsv``, a line for each sentence, source and targets
            separated by tabs, nothing quoted. Empty lines do not count.

    Raises:
        ConfigError: the file cannot be read, or a line holds no translation.
    """
    try:
        # A byte order mark is what Windows editors begin a file with.
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The answers cannot be read: {error}", path=path) from error
    if path.suffix.lower() == ".json":
        return _read_json(text, path)
    if path.suffix.lower() == ".tsv":
        return _read_tsv(text, path)
    raise ConfigError("Answers are read from .json and .tsv files only", path=path)


def _read_json(text: str, path: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        cause = f"This is not JSON: {error.msg}"
        raise ConfigError(cause, path=path, line=error.lineno) from error
    if not isinstance(found, dict):
        raise ConfigError("This is not an object of sentences and translations", path=path)
    return {source: _translations(target, source, path) for source, target in found.items()}


def _read_tsv(text: str, path: Path) -> dict[str, list[str]]:
    answers: dict[str, list[str]] = {}
    # Not splitlines(): U+2028 and its like may stand within a sentence.
    for number, line in enumerate(text.split("\n"), start=1):
        source, *targets = line.removesuffix("\r").split("\t")
        if not source and not targets:
            continue
        if not targets:
            raise ConfigError(
                "This line holds no tab and so no translation", path=path, line=number
            )
        answers[source] = targets
    return answers


def _translations(target: Any, source: str, path: Path | None = None) -> list[str]:
    targets = [target] if isinstance(target, str) else target
    if (
        not isinstance(targets, list)
        or not targets
        or not all(isinstance(text, str) for text in targets)
    ):
        raise ConfigError(f'The answer to "{source}" is no text and no list of texts', path=path)
    return targets
