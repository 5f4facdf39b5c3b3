"""``translate``: from posts to PO files, drafts for what is missing, and pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dualpress.article import Language, other
from dualpress.catalog import Catalog, merge_edits, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.engines import Engine, EngineOptions, load_auto, load_engine
from dualpress.errors import CatalogError, EngineUnavailable, WorkError
from dualpress.memory import Memory
from dualpress.pipeline.build import report_run
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.drafts import Drafter
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.posts import find_posts
from dualpress.pipeline.report import NoProgress, Progress, RunReport

__all__ = ["translate"]

AUTO = "auto"
_IN_MEMORY = ":memory:"


def translate(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    to: Language | None = None,
    engine: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> RunReport:
    """Bring PO files up to date, draft what no human translated, and build all pages.

    Args:
        project: with its configuration.
        paths: posts, and folders of posts; none means all of the project.
        to: only posts that are translated into this language.
        engine: instead of the configured one.
        dry_run: write nothing.
        progress: is told how far the run is.

    Raises:
        SetupError: the configuration, a glossary or a path is wrong.
        EngineUnavailable: the engine that was asked for is not there.
    """
    progress = progress or NoProgress()
    desk = Desk(project)
    chosen = find_posts(project, paths)
    engines = _Engines(project, engine or project.config.engine)
    judge = Judge(project, desk.glossary)
    done: dict[str, Work] = {}
    with Memory.open(_IN_MEMORY if dry_run else project.state / "memory.sqlite") as memory:
        memory.rebuild(_catalogs(project))
        drafter = Drafter(desk.glossary, memory, engines)
        progress.start("Translating", len(chosen))
        for work in desk.open(chosen):
            if to in (None, work.post.target):
                done[work.post.id] = _translated(work, drafter, judge, desk, dry_run=dry_run)
            progress.advance(label=work.post.id)
        progress.finish()
    engines.close()
    desk.failures.extend(drafter.failures)
    return report_run(
        desk,
        judge,
        done,
        dry_run=dry_run,
        progress=progress,
        engine=engines.used,
        warnings=engines.warnings,
    )


def _translated(work: Work, drafter: Drafter, judge: Judge, desk: Desk, *, dry_run: bool) -> Work:
    """Fill a catalog and write it; where that fails, the rest of the run goes on."""
    work = work.with_catalog(judge.annotate(work.with_catalog(drafter.fill(work.catalog))))
    if dry_run:
        return work
    try:
        return work.with_catalog(_write(work))
    except WorkError as error:
        desk.failures.append(error)
        return work


def _write(work: Work) -> Catalog:
    """Write a PO file; what a reviewer saved meanwhile is taken in."""
    try:
        return write_catalog(work.catalog, work.po, created=work.post.changed)
    except CatalogError:
        if work.read is None or not work.po.exists():
            raise
        theirs = read_catalog(work.po, article=work.post.id)
        merged = merge_edits(work.read, work.catalog, theirs, work.po)
        return write_catalog(merged, work.po, created=work.post.changed)


def _catalogs(project: Project) -> list[Catalog]:
    """All catalogs that can be read; what is wrong with the others is told where they are used."""
    found: list[Catalog] = []
    for po in sorted(project.po.rglob("*.po")):
        try:
            name = po.parent.relative_to(project.po).as_posix()
            found.append(read_catalog(po, article=name))
        except CatalogError:
            continue
    return found


class _Engines:
    """The engine into each language, made when it is first needed.

    Args:
        project: for settings and models.
        name: of the engine.

    Raises:
        UsageError: there is no engine of that name.
    """

    def __init__(self, project: Project, name: str) -> None:
        self._project = project
        self._name = name
        self._engines: dict[Language, Engine | None] = {}
        self.used: str | None = None
        self.warnings: list[str] = []

    def __call__(self, target: Language) -> Engine | None:
        """The engine into a language; ``None`` where no model is installed.

        Raises:
            EngineUnavailable: the engine that was asked for by name is not there.
        """
        if target not in self._engines:
            self._engines[target] = self._load(target)
        engine = self._engines[target]
        if engine is not None:
            self.used = engine.name
        return engine

    def close(self) -> None:
        """Free all models."""
        for engine in self._engines.values():
            if engine is not None:
                engine.close()

    def _load(self, target: Language) -> Engine | None:
        options = EngineOptions(
            other(target),
            target,
            self._project.models,
            self._project.engine_settings("argos" if self._name == AUTO else self._name),
        )
        if self._name != AUTO:
            return load_engine(self._name, options)
        engine = self._auto(options)
        if engine is None:
            pair = f"{options.source.value}-{target.value}"
            self.warnings.append(
                f"No translation model for {pair} is installed, so only what was reviewed, the "
                f"memory and the glossary are used. Install one with: dualpress models install "
                f"{pair}"
            )
        return engine

    def _auto(self, options: EngineOptions) -> Engine | None:
        try:
            return load_auto(options)
        except EngineUnavailable as error:
            self.warnings.append(str(error))
            return None
