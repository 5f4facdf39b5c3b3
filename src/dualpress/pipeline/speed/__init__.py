"""``bench speed``: how fast the engine of a project is here, and what its articles will take.

- ``sample``: sentences of the project's own posts
- ``settings``: which settings of the engine are tried
- ``rounds``: the engine alone; ``whole``: ``translate`` on whole articles
- ``meter``: clocks and memory; ``report``: what was found
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dualpress.article import Language, other
from dualpress.config import Project
from dualpress.engines.ctranslate2 import cores
from dualpress.pipeline.machine import AUTO, check_engine
from dualpress.pipeline.speed.meter import Meter, busy_cores, peak_memory
from dualpress.pipeline.speed.report import (
    Estimate,
    Setting,
    SpeedReport,
    Spread,
    Timing,
    Whole,
)
from dualpress.pipeline.speed.rounds import MOST_ROUNDS, Bench
from dualpress.pipeline.speed.sample import Sample, take_sample
from dualpress.pipeline.speed.settings import (
    FULL,
    batches_to_try,
    configured,
    lines,
    threads_to_try,
)
from dualpress.pipeline.speed.whole import WholeBench
from dualpress.progress import NoProgress, Progress

__all__ = [
    "Estimate",
    "Meter",
    "Setting",
    "SpeedReport",
    "Spread",
    "Timing",
    "Whole",
    "bench_speed",
]


_FEWEST = 32

_SECONDS = 20.0
"""For the settings of threads, for those of batches, and for whole articles, each."""


def bench_speed(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    to: Language | None = None,
    engine: str | None = None,
    sentences: int | None = None,
    threads: Sequence[int] = (),
    meter: Meter | None = None,
    progress: Progress | None = None,
) -> SpeedReport:
    """Measure how fast the engine of a project is on this machine.

    Nothing is written in the project. It takes about a minute: of a slow engine fewer
    sentences are asked, and in fewer rounds.

    Args:
        project: whose engine it is, and whose posts the sentences are of.
        paths: posts, or folders of posts; none means all.
        to: the language to translate into; without it, that of most posts.
        engine: instead of the configured one.
        sentences: how many; without it, as many as there is time for.
        threads: how much the engine may do at once, each to be tried; none for all cores and
            parts of them.
        meter: of time.
        progress: is told how far it is.

    Raises:
        SetupError: the engine's name or settings or a path is wrong, or no post has sentences.
        WorkError: there is no engine, it failed, or no post can be read.
    """
    name = engine or project.config.engine
    check_engine(name)
    busy = busy_cores(cores())
    sample = take_sample(project, paths, to, sentences or FULL)
    table = "argos" if name == AUTO else name
    progress = progress or NoProgress()
    bench = Bench(project, name, table, sample.target, meter or Meter(), progress.advance)
    own = configured(project, table)
    tried = threads_to_try(own, threads)
    progress.start("Loading the engine", None)
    each = bench.seconds_each(own, sample.sentences)
    if sentences is None:
        sample = sample.first(_enough(each, len(tried)))
    timings, chosen = _timings(bench, tried, sample.sentences, progress)
    whole = _whole(bench, chosen, sample, progress) if sample.posts else None
    progress.finish()
    return replace(_report(bench, sample, timings, chosen, whole), busy=busy, cores=cores())


def _enough(seconds: float, settings: int) -> int:
    """So many sentences that two rounds of each setting are done in time."""
    if seconds <= 0:
        return FULL
    return min(FULL, max(_FEWEST, int(_SECONDS / (2 * settings * seconds))))


def _timings(
    bench: Bench, tried: Sequence[Setting], sentences: Sequence[str], progress: Progress
) -> tuple[list[Timing], Timing]:
    """The timings of settings of threads, then of batches with the best of these; and the best.

    That one takes turns with its batches again, since the machine may be busier by then.
    """
    progress.start("Trying threads", MOST_ROUNDS * len(tried))
    timings = bench.timings(tried, sentences, _SECONDS)
    best = _chosen(timings)
    batches = batches_to_try(best.setting, len(sentences))
    if not batches:
        return timings, best
    progress.start("Trying batches", MOST_ROUNDS * (1 + len(batches)))
    again, *others = bench.timings([best.setting, *batches], sentences, _SECONDS)
    better = _chosen([again, *others])
    return [*timings, *others], best if better is again else better


def _chosen(timings: Sequence[Timing]) -> Timing:
    """The fastest timing; the first, where none is clearly faster than that."""
    fastest = min(timings, key=lambda timing: timing.seconds.median)
    return fastest if fastest.is_clearly_faster(timings[0]) else timings[0]


def _whole(bench: Bench, chosen: Timing, sample: Sample, progress: Progress) -> Whole:
    progress.start("Translating whole articles", None)
    whole = WholeBench(bench.project, bench.name, bench.table, chosen.setting, sample, bench.meter)
    sentence = chosen.seconds.median / len(sample.sentences)
    return whole.measure(sentence, _SECONDS, MOST_ROUNDS)


def _report(
    bench: Bench, sample: Sample, timings: Sequence[Timing], chosen: Timing, whole: Whole | None
) -> SpeedReport:
    engine, model = bench.identity[0]
    return SpeedReport(
        engine=engine,
        model=model,
        source=other(sample.target),
        target=sample.target,
        sentences=len(sample.sentences),
        words=sample.words,
        posts=len(sample.posts),
        load=Spread.of(bench.loads),
        timings=tuple(timings),
        chosen=chosen,
        lines=lines(timings[0].setting, chosen.setting),
        whole=whole,
        memory=peak_memory(),
    )
