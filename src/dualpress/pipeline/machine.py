"""The machine that drafts: engines found, asked in batches, and given up where they fail."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import NamedTuple, Self

from dualpress.article import TAG, Language, other
from dualpress.config import Project
from dualpress.engines.base import Engine, EngineOptions, Hypothesis, abilities_of
from dualpress.engines.placement import read_outline
from dualpress.engines.registry import engine_names, load_auto, load_engine
from dualpress.engines.survival import SCHEMES, PatternScheme, Scheme, read_table
from dualpress.errors import EngineError, EngineUnavailable, UsageError
from dualpress.pipeline.tables import table_folders, table_key
from dualpress.pipeline.wording import counted

__all__ = ["Answer", "Machine", "check_engine", "load_machine"]

AUTO = "auto"

BATCH = 64
"""Sentences that an engine is asked for at a time: so many are lost where it fails."""

HYPOTHESES = 4
"""Of the translations of a sentence, the first with every term is taken."""

PATIENCE = 3
"""After so many failures in a row no engine is asked again."""


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


class Machine:
    """Translates by the engine of a project, each direction's made when it is first needed.

    Use it in a ``with``, so that the models are freed.

    Args:
        project: for settings and models.
        name: of the engine; ``auto`` for an installed Argos package, if there is one.

    Attributes:
        failures: of the engines, each told once however often it came.
        warnings: what an editor should know.
        used: the name of the engine that translated something.

    Raises:
        UsageError: there is no engine of that name.
    """

    def __init__(self, project: Project, name: str) -> None:
        check_engine(name)
        self.failures: list[EngineError] = []
        self.warnings: list[str] = []
        self.used: str | None = None
        self._project = project
        self._name = name
        self._engines: dict[Language, Engine | None] = {}
        self._schemes: dict[Language, Scheme | None] = {}
        self._unavailable: set[Language] = set()
        self._failed_in_a_row = 0
        self._again: dict[tuple[Language, str], Answer | None] = {}
        self._may_ask_again = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for engine in self._engines.values():
            if engine is not None:
                engine.close()

    def translate(self, sentences: Sequence[str], target: Language) -> list[Answer | None]:
        """Translate sentences; ``None`` where there is no engine, or it failed.

        Args:
            sentences: in the notation of PO; an engine gets their tags only if it knows tags.
            target: the language to translate into.

        Raises:
            ConfigError: the engine's settings are wrong.
        """
        answers: list[Answer | None] = []
        for start in range(0, len(sentences), BATCH):
            batch = sentences[start : start + BATCH]
            answers += self._batch(batch, target) or [None] * len(batch)
        return answers

    def ask_again(self, sentences: Sequence[str], target: Language) -> list[Answer | None]:
        """Ask for what may make translations better, each sentence once in a run.

        Where that fails, nobody is told: what :meth:`translate` gave still stands.

        Args:
            sentences: in the notation of PO.
            target: the language to translate into.

        Returns:
            ``None`` for what the engine did not answer; after its first failure all of it.
        """
        new = [text for text in dict.fromkeys(sentences) if (target, text) not in self._again]
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            answers = self._batch_again(batch, target)
            self._again.update(zip(((target, text) for text in batch), answers, strict=True))
        return [self._again[target, text] for text in sentences]

    def scheme(self, target: Language) -> Scheme | None:
        """The placeholders that the engine into a language can be trusted with; ``None`` for none.

        The tags that its model was taught go before those that it was measured to keep.
        """
        engine = self._engines.get(target)
        if engine is None or self._project.config.terms.placeholders == "off":
            return None
        if target not in self._schemes:
            self._schemes[target] = self._trusted(engine, target)
        return self._schemes[target]

    def _trusted(self, engine: Engine, target: Language) -> Scheme | None:
        pattern = abilities_of(engine).term_tags
        if pattern is not None:
            return PatternScheme("term tags", pattern)
        key = table_key(self._project, engine, other(target))
        table, warnings = read_table(key, table_folders(self._project))
        self.warnings += warnings
        best = table.best if table else None
        return next((scheme for scheme in SCHEMES if scheme.name == best), None)

    def _batch_again(self, sentences: Sequence[str], target: Language) -> Sequence[Answer | None]:
        engine = self._engines.get(target)
        if engine is not None and self._may_ask_again and target not in self._unavailable:
            try:
                return self._ask(engine, sentences)
            except EngineError:
                self._may_ask_again = False
        return [None] * len(sentences)

    def _batch(self, sentences: Sequence[str], target: Language) -> list[Answer] | None:
        if target in self._unavailable or self._failed_in_a_row >= PATIENCE:
            return None
        try:
            engine = self._engine(target)
            return self._ask(engine, sentences) if engine is not None else None
        except EngineError as error:
            self._failed_in_a_row += 1
            if isinstance(error, EngineUnavailable):
                self._unavailable.add(target)
            if str(error) not in map(str, self.failures):
                self.failures.append(error)
            return None

    def _ask(self, engine: Engine, sentences: Sequence[str]) -> list[Answer]:
        abilities = abilities_of(engine)
        tagged = [abilities.inline_tags and bool(TAG.search(text)) for text in sentences]
        pairs = zip(sentences, tagged, strict=True)
        found = engine.translate(
            [text if has_tags else read_outline(text).text.strip() for text, has_tags in pairs],
            hypotheses=HYPOTHESES,
            attention=abilities.guided_alignment,
        )
        if len(found) != len(sentences):
            given, asked = counted(len(found), "translation"), counted(len(sentences), "sentence")
            raise EngineError(f"the engine {engine.name} gave {given} for {asked}")
        self._failed_in_a_row = 0
        self.used = engine.name
        return [
            Answer(engine.name, engine.model, hypotheses, has_tags)
            for hypotheses, has_tags in zip(found, tagged, strict=True)
        ]

    def _engine(self, target: Language) -> Engine | None:
        if target not in self._engines:
            self._engines[target] = self._load(target)
        return self._engines[target]

    def _load(self, target: Language) -> Engine | None:
        """The engine into a language; ``None`` where no model is installed.

        Raises:
            EngineUnavailable: the engine that was asked for by name is not there.
        """
        try:
            engine = load_machine(self._project, self._name, target)
        except EngineUnavailable as error:
            if self._name != AUTO:
                raise
            self.warnings.append(str(error))
            engine = None
        if engine is None:
            pair = f"{other(target)}-{target}"
            self.warnings.append(
                f"No translation model for {pair} is installed, so only what was reviewed, the "
                f"memory and the glossary are used. Install one with: dualpress models install "
                f"{pair}"
            )
        return engine


def check_engine(name: str) -> None:
    """See that there is an engine of a name.

    Raises:
        UsageError: there is none.
    """
    if name != AUTO and name not in engine_names():
        names = ", ".join([AUTO, *engine_names()])
        raise UsageError(f"there is no engine “{name}”", hint=f"The engines are: {names}")


def load_machine(project: Project, name: str, target: Language) -> Engine | None:
    """The engine of a project into a language.

    Args:
        project: for settings and models.
        name: of the engine, or ``auto``.
        target: the language to translate into.

    Returns:
        ``None`` where ``auto`` finds no model.

    Raises:
        ConfigError: its settings are wrong.
        EngineUnavailable: what it needs is not there, or a model does not load.
    """
    settings = project.engine_settings("argos" if name == AUTO else name)
    options = EngineOptions(other(target), target, project.models, settings)
    return load_auto(options) if name == AUTO else load_engine(name, options)
