"""The machine that drafts: engines found, asked in batches, and given up where they fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from threading import Event
from types import TracebackType
from typing import Self

from dualpress.article import TAG, Language, other
from dualpress.config import Project
from dualpress.engines.base import (
    Engine,
    EngineOptions,
    Expecting,
    Retrying,
    Stoppable,
    abilities_of,
)
from dualpress.engines.cluster import Cluster
from dualpress.engines.placement import read_outline
from dualpress.engines.registry import engine_names, load_auto, load_engine
from dualpress.engines.survival import SCHEMES, PatternScheme, Scheme, read_table
from dualpress.errors import EngineError, EngineUnavailable, UsageError
from dualpress.pipeline.questions import Answer, AnswerCache, Answers, Ask, Questions
from dualpress.pipeline.received import breakdowns, storable
from dualpress.pipeline.tables import table_folders, table_key
from dualpress.pipeline.wording import counted

__all__ = ["Machine", "check_engine", "load_machine"]

AUTO = "auto"

BATCH = 256
"""Sentences that an engine is asked for at a time: enough for some batches of tokens, and few
enough that who stops the run need not wait long. One that can begins the next in the meantime."""

PARTS = 8
"""In so many parts a batch that failed is asked again, so that one sentence that an engine
cannot take costs few others."""

KEPT = 4096
"""Answers that are remembered for the other articles of a run."""

HYPOTHESES = 4
"""Of the translations of a sentence, the first with every term is taken."""

PATIENCE = 3
"""After so many failures in a row no engine is asked again."""


class Machine:
    """Translates by the engine of a project, each direction's made when it is first needed.

    Use it in a ``with``, so that the models are freed.

    Args:
        project: for settings and models.
        name: of the engine; ``auto`` for an installed Argos package, if there is one.
        jobs: how much the engine may do at once; ``None`` for what is configured.
        cluster: on whose workers the engine is; ``None`` for this machine.

    Attributes:
        failures: of the engines, each told once however often it came.
        warnings: what an editor should know.
        used: the name of the engine that translated something.

    Raises:
        UsageError: there is no engine of that name.
    """

    def __init__(
        self,
        project: Project,
        name: str,
        jobs: int | None = None,
        cluster: Cluster | None = None,
    ) -> None:
        check_engine(name)
        self.failures: list[EngineError] = []
        self.warnings: list[str] = []
        self.used: str | None = None
        self._project = project
        self._name = name
        self._jobs = jobs
        self._engines: dict[Language, Engine | None] = {}
        self._schemes: dict[Language, Scheme | None] = {}
        self._refused: dict[Language, BaseException] = {}
        self._unavailable: set[Language] = set()
        self._failed_in_a_row = 0
        self._may_ask_more = True
        # One for each kind: what was asked again earlier or later must not change which
        # translations are still remembered, and so which sentences are in one batch.
        self._caches = {ask: AnswerCache(KEPT) for ask in Ask}
        self._cluster = cluster
        self._foreseen = {ask: AnswerCache(KEPT) for ask in Ask}
        self._ahead: Sequence[Sequence[str]] = ()
        self._is_stopped = Event()

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
        if self._cluster is not None:
            self.warnings += self._cluster.warnings

    def prepare(self, questions: Questions) -> None:
        """Make the engine for questions that :meth:`answer` will be asked, ahead of them.

        Where that fails, nothing is told here; the first question has the error.
        """
        try:
            self._engine(questions.target)
        except BaseException as error:  # whoever asks is to have it, and is perhaps to stop
            self._refused[questions.target] = error

    def answer(self, questions: Questions) -> Answers:
        """Answer questions, each distinct one once in a run as far as answers are remembered.

        Args:
            questions: an engine gets the tags of their sentences only if it knows tags.

        Returns:
            ``None`` where there is no engine, it failed, or the machine was stopped. An answer to
            a retry may have no hypotheses.

        Raises:
            ConfigError: the engine's settings are wrong.
        """
        ask, target, sentences = questions
        cache = self._caches[ask]
        found = cache.find(questions)
        new = [text for text in dict.fromkeys(sentences) if text not in found]
        self._ahead = list(_batches(new))
        for batch in self._ahead:
            for text, answer in zip(batch, self._answers(ask, target, batch), strict=True):
                found[text] = answer
                if answer is not None or ask is not Ask.TRANSLATE:
                    cache.keep(ask, target, text, answer)
        return [found[text] for text in sentences]

    def expect(self, questions: Questions) -> None:
        """Is told, in the order of the run, what :meth:`answer` will be asked.

        It may be called in another thread than :meth:`answer` is; an engine that can begins with
        it. What will be new by then is foreseen by the same rules; where that is wrong, as after a
        failure, a batch is translated for nothing.
        """
        ask, target, sentences = questions
        foreseen = self._foreseen[ask]
        found = foreseen.find(questions)
        batches = list(_batches([text for text in dict.fromkeys(sentences) if text not in found]))
        for text in chain.from_iterable(batches):
            foreseen.keep(ask, target, text, None)
        engine = self._engines.get(target)
        if engine is not None:
            _announce(engine, ask, batches)

    @property
    def hands(self) -> int:
        """How many batches the engines can make use of being told; see :class:`Expecting`."""
        engines: list[object] = list(self._engines.values())
        return sum(engine.hands for engine in engines if isinstance(engine, Expecting))

    def stop(self) -> None:
        """Let the batch that is being translated be the last one, and end that where it can be."""
        self._is_stopped.set()
        engines: list[object] = list(self._engines.values())
        for engine in engines:
            if isinstance(engine, Stoppable):
                engine.stop()

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

    def _answers(self, ask: Ask, target: Language, batch: Sequence[str]) -> Answers:
        if self._is_stopped.is_set():
            return [None] * len(batch)
        return (
            self._translated(target, batch)
            if ask is Ask.TRANSLATE
            else self._asked_more(ask, target, batch)
        )

    def _asked_more(self, ask: Ask, target: Language, batch: Sequence[str]) -> Answers:
        """Ask for what can be done without; after the first failure, nothing more."""
        engine = self._engines.get(target)
        if engine is not None and self._may_ask_more and target not in self._unavailable:
            try:
                return self._ask(engine, ask, batch)
            except EngineError:
                self._may_ask_more = False
        return [None] * len(batch)

    def _translated(self, target: Language, batch: Sequence[str]) -> Answers:
        """Translate a batch; where that fails, in parts."""
        whole = self._try(target, batch)
        if whole is not None or len(batch) == 1:
            return whole or [None]
        size = -(-len(batch) // PARTS)
        parts = (batch[start : start + size] for start in range(0, len(batch), size))
        return [
            answer for part in parts for answer in self._try(target, part) or [None] * len(part)
        ]

    def _try(self, target: Language, batch: Sequence[str]) -> Answers | None:
        if target in self._unavailable or self._failed_in_a_row >= PATIENCE:
            return None
        try:
            engine = self._engine(target)
            made = self._ask(engine, Ask.TRANSLATE, batch) if engine is not None else None
        except EngineError as error:
            if self._is_stopped.is_set():
                return None
            self._failed_in_a_row += 1
            if isinstance(error, EngineUnavailable):
                self._unavailable.add(target)
            if str(error) not in map(str, self.failures):
                self.failures.append(error)
            return None
        if made is not None:
            self._failed_in_a_row = 0
        return made

    def _ask(self, engine: Engine, ask: Ask, sentences: Sequence[str]) -> Answers:
        if ask is not Ask.RETRY:
            translate = engine.translate
        elif isinstance(engine, Retrying):
            translate = engine.retry
        else:
            return [None] * len(sentences)
        _announce(engine, ask, self._ahead)
        self._ahead = ()
        tagged = _tagged(engine, sentences)
        with breakdowns(engine.name):
            made = translate(
                _texts(engine, sentences),
                hypotheses=HYPOTHESES,
                attention=abilities_of(engine).guided_alignment,
            )
            found = [[storable(one) for one in hypotheses] for hypotheses in made]
        if len(found) != len(sentences):
            given, asked = counted(len(found), "translation"), counted(len(sentences), "sentence")
            raise EngineError(f"the engine {engine.name} gave {given} for {asked}")
        self.used = engine.name
        return [
            Answer(engine.name, engine.model, hypotheses, has_tags)
            for hypotheses, has_tags in zip(found, tagged, strict=True)
        ]

    def _engine(self, target: Language) -> Engine | None:
        if target in self._refused:
            raise self._refused.pop(target)
        if target not in self._engines:
            self._engines[target] = self._load(target)
        return self._engines[target]

    def _load(self, target: Language) -> Engine | None:
        """The engine into a language; ``None`` where no model is installed.

        Raises:
            EngineUnavailable: the engine that was asked for by name is not there.
        """
        try:
            engine = load_machine(
                self._project, self._name, target, self._jobs, cluster=self._cluster
            )
        except EngineUnavailable as error:
            if self._name != AUTO or self._cluster is not None:
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


def _batches(sentences: Sequence[str]) -> Iterator[list[str]]:
    """Cut sentences into batches of like lengths, each in the order of reading.

    The longest go first, so that the cores are done with the last batch at about the same time.
    """
    by_length = sorted(sentences, key=len, reverse=True)
    for start in range(0, len(by_length), BATCH):
        chosen = set(by_length[start : start + BATCH])
        yield [text for text in sentences if text in chosen]


def _announce(engine: Engine, ask: Ask, batches: Sequence[Sequence[str]]) -> None:
    """Tell an engine of batches that it will be asked for."""
    if isinstance(engine, Expecting):
        engine.expect(
            [_texts(engine, batch) for batch in batches],
            hypotheses=HYPOTHESES,
            attention=abilities_of(engine).guided_alignment,
            retry=ask is Ask.RETRY,
        )


def _tagged(engine: Engine, sentences: Sequence[str]) -> list[bool]:
    """Which sentences an engine gets with their tags."""
    knows_tags = abilities_of(engine).inline_tags
    return [knows_tags and bool(TAG.search(text)) for text in sentences]


def _texts(engine: Engine, sentences: Sequence[str]) -> list[str]:
    """Sentences as an engine gets them."""
    pairs = zip(sentences, _tagged(engine, sentences), strict=True)
    return [text if has_tags else read_outline(text).text.strip() for text, has_tags in pairs]


def check_engine(name: str) -> None:
    """See that there is an engine of a name.

    Raises:
        UsageError: there is none.
    """
    if name != AUTO and name not in engine_names():
        names = ", ".join([AUTO, *engine_names()])
        raise UsageError(f"there is no engine “{name}”", hint=f"The engines are: {names}")


def load_machine(
    project: Project,
    name: str,
    target: Language,
    jobs: int | None = None,
    *,
    cluster: Cluster | None = None,
) -> Engine | None:
    """The engine of a project into a language.

    Args:
        project: for settings and models.
        name: of the engine, or ``auto``.
        target: the language to translate into.
        jobs: how much it may do at once; ``None`` for what is configured.
        cluster: on whose workers it is to be; ``auto`` is then an installed Argos package there.

    Returns:
        ``None`` where ``auto`` finds no model on this machine.

    Raises:
        ConfigError: its settings are wrong.
        EngineUnavailable: what it needs is not there, a model does not load, or it breaks down.
    """
    named = "argos" if name == AUTO else name
    settings = project.engine_settings(named)
    options = EngineOptions(other(target), target, project.models, settings, jobs)
    with breakdowns(named, EngineUnavailable):
        if cluster is not None:
            return cluster.load(named, options)
        return load_auto(options) if name == AUTO else load_engine(name, options)
