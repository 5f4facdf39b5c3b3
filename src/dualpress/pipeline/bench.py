"""``bench terms``: what the engines of a project do to placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dualpress.article import Language, other
from dualpress.config import Project
from dualpress.engines.base import Engine, abilities_of
from dualpress.engines.survival import Table, measure, write_table
from dualpress.errors import EngineUnavailable, WorkError
from dualpress.pipeline.machine import check_engine, load_machine
from dualpress.pipeline.tables import table_folders, table_key
from dualpress.progress import NoProgress, Progress

__all__ = ["BenchReport", "Measured", "bench_terms", "required_engine"]


@dataclass(frozen=True)
class Measured:
    """One engine, measured in one direction.

    Args:
        table: what was found.
        path: where it is kept, or would be.
        tags: the tags for terms that the model was taught, if any: they go before placeholders.
    """

    table: Table
    path: Path
    tags: str | None = None


@dataclass(frozen=True)
class BenchReport:
    """What was measured.

    Args:
        measured: a direction each.
        failures: directions that could not be measured, tables that could not be kept.
    """

    measured: tuple[Measured, ...] = ()
    failures: tuple[WorkError, ...] = ()


def bench_terms(
    project: Project,
    *,
    to: Language | None = None,
    engine: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> BenchReport:
    """Measure which placeholders an engine gives back, and keep the tables.

    ``translate`` reads them. A table is kept as soon as its direction is done.

    Args:
        project: whose engine it is.
        to: the language to translate into; without one, both.
        engine: instead of the configured one.
        dry_run: measure, and keep nothing.
        progress: is told how far it is.

    Raises:
        SetupError: the engine's name or settings are wrong.
    """
    name = engine or project.config.engine
    check_engine(name)
    bench = _Bench(project, name, progress or NoProgress(), is_dry=dry_run)
    measured: list[Measured] = []
    failures: list[WorkError] = []
    for target in Language if to is None else (to,):
        try:
            measured.append(bench.measure(target))
        except WorkError as error:
            failures.append(error)
    return BenchReport(tuple(measured), tuple(failures))


@dataclass(frozen=True)
class _Bench:
    """Measures the engine of a project.

    Args:
        project: whose engine it is.
        name: the engine's, or ``auto``.
        progress: is told how far it is.
        is_dry: whether nothing is kept.
    """

    project: Project
    name: str
    progress: Progress
    is_dry: bool

    def measure(self, target: Language) -> Measured:
        """Measure one direction, and keep its table.

        Raises:
            EngineError: there is no engine, or it failed.
            WriteError: the table cannot be kept.
        """
        engine = required_engine(self.project, self.name, target)
        try:
            table = measure(engine, other(target), progress=self.progress)
        finally:
            engine.close()
        tags = abilities_of(engine).term_tags
        folders = table_folders(self.project)
        key = table_key(self.project, engine, other(target))
        path = folders[0] / key.filename
        return Measured(table, path if self.is_dry else write_table(table, key, folders), tags)


def required_engine(
    project: Project, name: str, target: Language, jobs: int | None = None
) -> Engine:
    """The engine of a project into a language, which must be there.

    Args:
        project: whose engine it is.
        name: the engine's, or ``auto``.
        target: the language to translate into.
        jobs: how much it may do at once; ``None`` for what is configured.

    Raises:
        ConfigError: its settings are wrong.
        EngineUnavailable: there is no model, or it does not load.
    """
    engine = load_machine(project, name, target, jobs)
    if engine is None:
        pair = f"{other(target)}-{target}"
        raise EngineUnavailable(
            f"no translation model for {pair} is installed",
            hint=f"Install one with: dualpress models install {pair}",
        )
    return engine
