"""How long ``translate`` takes for whole articles, in a project that is thrown away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dualpress.config import Project
from dualpress.errors import EngineError
from dualpress.pipeline.desk import ARTICLE_GLOSSARY
from dualpress.pipeline.limits import Limits
from dualpress.pipeline.speed.meter import Meter, Took
from dualpress.pipeline.speed.report import Setting, Spread, Whole
from dualpress.pipeline.speed.sample import Sample
from dualpress.pipeline.speed.settings import set_in
from dualpress.pipeline.translate import translate

__all__ = ["WholeBench"]


@dataclass(frozen=True)
class _Run:
    """One run of ``translate``.

    Args:
        took: how long it took.
        bytes: of what it wrote.
    """

    took: Took
    bytes: int


@dataclass(frozen=True)
class WholeBench:
    """Times ``translate`` on posts as if nobody had translated them.

    One post alone tells what a run takes before its first article is done;
    what more of them take beyond that is theirs.

    Args:
        project: whose posts and settings they are.
        name: of the engine.
        table: the name of its table in the configuration.
        setting: of the engine.
        sample: names the posts.
        meter: of time.
    """

    project: Project
    name: str
    table: str
    setting: Setting
    sample: Sample
    meter: Meter

    def measure(self, sentence: float, seconds: float, most: int) -> Whole:
        """Measure.

        Args:
            sentence: how many seconds the engine alone takes for one.
            seconds: after which no further round is begun.
            most: how many rounds there are at most.

        Raises:
            EngineError: the engine failed.
        """
        posts = {name: path for name, (path, _) in self.sample.posts.items()}
        first = dict(list(posts.items())[:1])
        self._run(first)  # warm
        end = self.meter.clock() + seconds
        rounds: list[tuple[_Run, _Run]] = []
        while not rounds or (len(rounds) < most and self.meter.clock() < end):
            rounds.append((self._run(first), self._run(posts)))
        return self._whole(rounds, sentence)

    def _whole(self, rounds: list[tuple[_Run, _Run]], sentence: float) -> Whole:
        articles = len(self.sample.posts)
        each = Spread.of(
            [_slope(one.took.clock, all_.took.clock, articles) for one, all_ in rounds]
        )
        numbers = [number for _, number in self.sample.posts.values()]
        more = numbers[1:] or numbers
        alone = sentence * sum(more) / len(more)
        one, all_ = rounds[-1]
        return Whole(
            articles=articles,
            start=max(0.0, Spread.of([run.took.clock for run, _ in rounds]).median - each.median),
            seconds=each,
            processor=_slope(one.took.processor, all_.took.processor, articles),
            engine_share=min(1.0, alone / each.median) if each.median else 0.0,
            bytes=round(_slope(one.bytes, all_.bytes, articles)),
            rounds=len(rounds),
        )

    def _run(self, posts: Mapping[str, Path]) -> _Run:
        with _laid_out(set_in(self.project, self.table, self.setting), posts) as scratch:
            before = _size(scratch.root)
            took = self.meter.time(lambda: self._translate(scratch))
            return _Run(took, _size(scratch.root) - before)

    def _translate(self, scratch: Project) -> None:
        limits = Limits(jobs=self.setting.threads)
        report = translate(scratch, engine=self.name, limits=limits)
        for failure in report.failures:
            if isinstance(failure, EngineError):
                raise failure


def _slope(one: float, all_: float, articles: int) -> float:
    """What each further article takes; where there is none, or noise is more, what each took."""
    return (all_ - one) / (articles - 1) if articles > 1 and all_ > one else all_ / articles


@contextmanager
def _laid_out(project: Project, posts: Mapping[str, Path]) -> Iterator[Project]:
    """A new project with some posts, and all else as in one that is left as it is."""
    with TemporaryDirectory(prefix="dualpress-bench-") as folder:
        root = Path(folder)
        for name, path in posts.items():
            _copy(path, root / "posts" / f"{name}{path.suffix}")
            terms = project.po / name / ARTICLE_GLOSSARY
            if terms.is_file():
                _copy(terms, root / "po" / name / ARTICLE_GLOSSARY)
        yield Project(root, project.config.model_copy(update=_moved(project)))


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


def _moved(project: Project) -> dict[str, Any]:
    """The configuration of a project for another folder: its own files by whole paths."""
    config = project.config
    templates = {
        "template": project.template,
        "index_template": project.index_template,
        "bilingual_template": project.bilingual_template,
        "notice_template": project.notice_template,
    }
    found = {name: str(path) for name, path in templates.items() if path is not None}
    return {
        "posts": "posts",
        "po": "po",
        "output": "output",
        "glossaries": tuple(str(project.resolve(pattern)) for pattern in config.glossaries),
        "models": str(project.models),
        "engines": {name: project.engine_settings(name) for name in config.engines},
        "page": config.page.model_copy(update=found),
    }


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
