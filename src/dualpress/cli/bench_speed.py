"""``dualpress bench speed``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dualpress.article import Language
from dualpress.cli.options import BenchedEngine, Json, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.session import session
from dualpress.cli.wording import direction, duration, number_of, size

if TYPE_CHECKING:
    from dualpress.pipeline.speed import SpeedReport, Spread, Timing, Whole

__all__ = ["speed"]

_ARTICLES = 1000


def speed(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="POST",
            help="Posts whose sentences are translated, or folders of posts. Without any: some "
            "of all.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Language | None,
        typer.Option(
            "--to",
            help="Only translation into this language. Without it: that of most posts.",
            show_default=False,
        ),
    ] = None,
    engine: BenchedEngine = None,
    sentences: Annotated[
        int | None,
        typer.Option(
            "--sentences",
            metavar="N",
            min=1,
            help="With N sentences. Without it: up to 256, fewer where the engine is slow.",
            show_default=False,
        ),
    ] = None,
    threads: Annotated[
        list[int] | None,
        typer.Option(
            "--threads",
            metavar="N",
            min=1,
            help="Try N processor cores, or N requests at once to a server; may be given more "
            "than once. Without it: all cores, and parts of them.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure how fast the engine is on this computer, and what your articles will take.

    It takes about a minute, and writes nothing in the project.
    """
    with session("bench speed", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress.pipeline.speed import bench_speed

        report = bench_speed(
            opened,
            paths or [],
            to=to,
            engine=engine,
            sentences=sentences,
            threads=threads or (),
            progress=screen.progress,
        )
        screen.progress.finish()
        if report.is_disturbed:
            screen.warn(
                f"other programs use {report.busy:.1f} of {number_of(report.cores, 'core')}, so "
                "all of this is slower than it could be; run it again when they have ended"
            )
        for line in _lines(report):
            screen.result(line)
        screen.report({"project": opened.root.as_posix(), **_document(report)})


def _lines(report: SpeedReport) -> Iterator[str]:
    """What was found, as text."""
    model = f" {report.model}" if report.model else ""
    yield f"{direction(report.source, report.target)}, {report.engine}{model}"
    of = f"of {number_of(report.posts, 'post')}" if report.posts else "that come with dualpress"
    yield f"{number_of(report.sentences, 'sentence')} {of}, {number_of(report.words, 'word')}"
    yield f"Loading the engine: {_spread(report.load)} s"
    yield ""
    yield from _table(report)
    yield ""
    yield from _advice(report)
    if report.whole is None:
        yield "There is no post yet, so what your articles will take is not known."
    else:
        yield from _articles(report.whole)
    if report.memory:
        yield f"The bench took at most {size(report.memory)} of memory."


def _table(report: SpeedReport) -> Iterator[str]:
    """The settings that were tried, the columns aligned; what no engine of the kind has is not."""
    head = ("threads", "batch_tokens", "sentences/s", "words/s", "rounds", "")
    rows = [_cells(timing, report) for timing in report.timings]
    columns = [column for column in zip(head, *rows, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    for cells in zip(*columns, strict=True):
        padded = (text.ljust(width) for text, width in zip(cells, widths, strict=True))
        yield f"  {'  '.join(padded)}".rstrip()
    if any(timing.rounds > 1 for timing in report.timings):
        yield "  (In brackets the slowest and the fastest round: other programs cost time too.)"


def _cells(timing: Timing, report: SpeedReport) -> tuple[str, ...]:
    seconds = timing.seconds
    slow, rate, fast = (
        _rate(report.sentences, one) for one in (seconds.most, seconds.median, seconds.least)
    )
    return (
        str(timing.setting.threads or ""),
        str(timing.setting.batch_tokens or ""),
        f"{rate} ({slow}–{fast})" if timing.rounds > 1 else rate,
        _rate(report.words, seconds.median),
        str(timing.rounds),
        "as configured" if timing is report.configured else "",
    )


def _advice(report: SpeedReport) -> Iterator[str]:
    """What to write into the configuration."""
    if report.chosen is report.configured:
        if len(report.timings) > 1:
            yield "No other setting was clearly faster: leave dualpress.toml as it is."
        return
    if not report.lines:
        yield f"Clearly fastest: dualpress translate --jobs {report.chosen.setting.threads}"
        return
    yield "Clearly fastest is what these lines in dualpress.toml make of it:"
    yield ""
    yield f"  [engines.{report.engine}]"
    yield from (f"  {key} = {value}" for key, value in report.lines.items())
    yield ""


def _articles(whole: Whole) -> Iterator[str]:
    """What articles take, measured and foreseen."""
    yield (
        f"{number_of(whole.articles, 'whole article')} translated: "
        f"{_spread(whole.seconds)} s each, after {whole.start:.2g} s for the start."
    )
    share = round(100 * whole.engine_share)
    yield (
        f"The engine alone takes {share} % of that; the rest is what it is asked again, terms, "
        "checks and files."
    )
    foreseen = whole.estimate(_ARTICLES)
    told = duration(foreseen.seconds.median)
    if whole.rounds > 1:
        least, most = duration(foreseen.seconds.least), duration(foreseen.seconds.most)
        told += f" ({least} to {most})" if least != most else ""
    yield f"{_ARTICLES:,} articles like these, with nothing of them known: about {told},"
    yield f"{size(foreseen.bytes)} of files."


def _rate(number: int, seconds: float) -> str:
    """How many of something there were in a second, to three figures."""
    if not seconds:
        return "∞"
    rate = float(f"{number / seconds:.3g}")
    return f"{rate:,.0f}" if rate >= 100 else f"{rate:g}"


def _spread(spread: Spread) -> str:
    """``0.31 (0.29–0.35)``."""
    median, least, most = (f"{value:.2g}" for value in (spread.median, spread.least, spread.most))
    return median if least == most else f"{median} ({least}–{most})"


def _document(report: SpeedReport) -> dict[str, Any]:
    """What ``--json`` prints."""
    return {
        "engine": report.engine,
        "model": report.model,
        "source": report.source.value,
        "target": report.target.value,
        "sentences": report.sentences,
        "words": report.words,
        "posts": report.posts,
        "load_seconds": _spread_document(report.load),
        "settings": [_timing_document(timing, report) for timing in report.timings],
        "chosen": report.timings.index(report.chosen),
        "lines": dict(report.lines),
        "articles": None if report.whole is None else _whole_document(report.whole),
        "memory_bytes": report.memory,
        "cores": report.cores,
        "busy_cores": None if report.busy is None else round(report.busy, 2),
    }


def _timing_document(timing: Timing, report: SpeedReport) -> dict[str, Any]:
    seconds = timing.seconds.median
    return {
        "threads": timing.setting.threads,
        "batch_tokens": timing.setting.batch_tokens,
        "rounds": timing.rounds,
        "seconds": _spread_document(timing.seconds),
        "processor_seconds": _spread_document(timing.processor),
        "sentences_per_second": round(report.sentences / seconds, 2) if seconds else None,
        "words_per_second": round(report.words / seconds, 2) if seconds else None,
    }


def _whole_document(whole: Whole) -> dict[str, Any]:
    foreseen = whole.estimate(_ARTICLES)
    return {
        "measured": whole.articles,
        "rounds": whole.rounds,
        "start_seconds": round(whole.start, 3),
        "seconds_each": _spread_document(whole.seconds),
        "processor_seconds_each": round(whole.processor, 3),
        "engine_share": round(whole.engine_share, 3),
        "bytes_each": whole.bytes,
        "foreseen": {
            "articles": foreseen.articles,
            "seconds": _spread_document(foreseen.seconds),
            "bytes": foreseen.bytes,
        },
    }


def _spread_document(spread: Spread) -> Mapping[str, float]:
    return {
        "median": round(spread.median, 4),
        "least": round(spread.least, 4),
        "most": round(spread.most, 4),
    }
