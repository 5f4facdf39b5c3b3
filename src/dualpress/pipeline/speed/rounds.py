"""How fast an engine is alone, with one setting and another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.base import Engine, Expecting, abilities_of
from dualpress.pipeline.bench import required_engine
from dualpress.pipeline.machine import BATCH, HYPOTHESES
from dualpress.pipeline.received import breakdowns
from dualpress.pipeline.speed.meter import Meter, Took
from dualpress.pipeline.speed.report import Setting, Spread, Timing
from dualpress.pipeline.speed.settings import set_in

__all__ = ["MOST_ROUNDS", "Bench"]

MOST_ROUNDS = 3

_FEWEST_ROUNDS = 2
"""So that there is a spread."""

_WARM = 8
"""Sentences with which an engine warms up."""


@dataclass(frozen=True)
class Bench:
    """Times an engine of a project.

    An engine is loaded for each round and let go, so that there is one in
    memory at a time, and the settings take turns: what else the machine does
    falls on all alike.

    Args:
        project: whose engine it is.
        name: the engine's, or ``auto``.
        table: the name of its table in the configuration.
        target: the language to translate into.
        meter: of time.
        advance: is called after each round.

    Attributes:
        loads: how long loading took, each time.
        identity: name and model of the engine, when it was loaded.
    """

    project: Project
    name: str
    table: str
    target: Language
    meter: Meter
    advance: Callable[[], None]
    loads: list[float] = field(default_factory=list)
    identity: list[tuple[str, str | None]] = field(default_factory=list)

    def seconds_each(self, setting: Setting, sentences: Sequence[str]) -> float:
        """About how long a sentence takes; the first load is the slowest, and so counts here.

        Raises:
            EngineError: there is no engine, or it failed.
        """
        few = sentences[: 2 * _WARM]
        return self._round(setting, few).clock / len(few)

    def timings(
        self, settings: Sequence[Setting], sentences: Sequence[str], seconds: float
    ) -> list[Timing]:
        """Let settings take turns.

        Args:
            settings: to be tried.
            sentences: of each round.
            seconds: after which no further turn is begun; each has two at least.

        Raises:
            EngineError: the engine failed.
        """
        took: dict[Setting, list[Took]] = {setting: [] for setting in settings}
        end = self.meter.clock() + seconds
        for turn in range(MOST_ROUNDS):
            begun = self.meter.clock()
            # In turn from either end, so that none is always the first.
            for setting in settings[:: -1 if turn % 2 else 1]:
                took[setting].append(self._round(setting, sentences))
                self.advance()
            if turn + 1 >= _FEWEST_ROUNDS and 2 * self.meter.clock() - begun > end:
                break
        return [_timing(setting, rounds) for setting, rounds in took.items()]

    def _round(self, setting: Setting, sentences: Sequence[str]) -> Took:
        engines: list[Engine] = []
        project = set_in(self.project, self.table, setting)
        loaded = self.meter.time(
            lambda: engines.append(
                required_engine(project, self.name, self.target, setting.threads)
            )
        )
        (engine,) = engines
        try:
            self.loads.append(loaded.clock)
            self.identity.append((engine.name, engine.model))
            _ask(engine, sentences[:_WARM])
            return self.meter.time(lambda: _ask(engine, sentences))
        finally:
            engine.close()


def _ask(engine: Engine, sentences: Sequence[str]) -> None:
    """Ask for sentences as a run does."""
    attention = abilities_of(engine).guided_alignment
    batches = list(_batches(sentences))
    with breakdowns(engine.name):
        if isinstance(engine, Expecting):
            engine.expect(batches, hypotheses=HYPOTHESES, attention=attention)
        for batch in batches:
            engine.translate(batch, hypotheses=HYPOTHESES, attention=attention)


def _batches(sentences: Sequence[str]) -> Iterator[list[str]]:
    by_length = sorted(sentences, key=len, reverse=True)
    for start in range(0, len(by_length), BATCH):
        yield by_length[start : start + BATCH]


def _timing(setting: Setting, took: Sequence[Took]) -> Timing:
    clock, processor = zip(*took, strict=True)
    return Timing(setting, Spread.of(clock), Spread.of(processor), len(took))
