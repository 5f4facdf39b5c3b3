"""What workers of a cluster are worth: ``python -m benchmarks.cluster``.

The same batches go to one engine of one thread in this process, and to Dask
clusters on this machine whose workers have one thread each. The model is one of
57 million parameters, as large as those that people download
(``word_model.py``), or a folder of your own. Each round does all sides in turn,
and medians are compared, so that what else the machine does falls on all alike;
it still needs a free core for each worker to say anything.

``--writer N`` measures instead what cannot be spread over workers: the
processor time of one article, from the post to its PO file and its pages, with
an engine that takes none.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.archive import make_articles, write_posts
from benchmarks.ceiling import PACKAGE
from benchmarks.measure import machine, seconds
from benchmarks.word_model import write_word_model

from dualpress import pipeline
from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines import Engine, EngineOptions, load_engine
from dualpress.engines.cluster import ClusterEngine, connect
from dualpress.engines.packages import install_package, installed

HYPOTHESES = 4
"""As many as ``translate`` asks for."""

_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"[^.!?]+[.!?]")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description=__doc__)
    parser.add_argument("--sentences", type=int, default=512, metavar="N")
    parser.add_argument("--batch", type=int, default=32, metavar="N", help="sentences of a task")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--model", type=Path, metavar="FOLDER", help="a CTranslate2 model")
    parser.add_argument("--writer", type=int, metavar="N", help="measure N articles without model")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = _writer(chosen.writer, Path(folder)) if chosen.writer else _table(chosen, folder)
        for line in (machine(), "", *lines):
            sys.stdout.write(f"{line}\n")


def _table(chosen: argparse.Namespace, folder: str) -> Iterator[str]:
    model = chosen.model or _large(Path(folder))
    options = EngineOptions(Language.EN, Language.HI, model, {"path": str(model)}, 1)
    batches = _batches(chosen.sentences, chosen.batch)
    with ExitStack() as stack:
        sides: dict[str, Engine] = {"in process": load_engine("ctranslate2", options)}
        for count in chosen.workers:
            sides[f"{count} workers"] = _cluster(count, options, folder, stack)
        taken: dict[str, list[float]] = {name: [] for name in sides}
        for engine in sides.values():
            _translate(engine, batches[:2])
        for _ in range(chosen.rounds):
            for name, engine in sides.items():
                taken[name].append(_clock(lambda engine=engine: _translate(engine, batches)))  # type: ignore[misc]
    yield "| side | sentences per second | over one worker |"
    yield "|---|--:|--:|"
    one = statistics.median(taken[f"{chosen.workers[0]} workers"])
    for name, times in taken.items():
        median = statistics.median(times)
        yield f"| {name} | {chosen.sentences / median:.1f} | {one / median:.2f} |"


def _cluster(count: int, options: EngineOptions, folder: str, stack: ExitStack) -> ClusterEngine:
    from distributed import LocalCluster

    cluster = LocalCluster(
        n_workers=count, threads_per_worker=1, dashboard_address=":0", local_directory=folder
    )
    stack.enter_context(cluster)
    return stack.enter_context(connect(cluster.scheduler_address)).load("ctranslate2", options)


def _translate(engine: Engine, batches: Sequence[Sequence[str]]) -> None:
    if isinstance(engine, ClusterEngine):
        engine.expect(batches, hypotheses=HYPOTHESES)
    for batch in batches:
        engine.translate(batch, hypotheses=HYPOTHESES)


def _clock(task: Callable[[], None]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def _large(folder: Path) -> Path:
    install_package(PACKAGE, folder / "packages")
    (package,) = installed(folder / "packages")
    return write_word_model(folder / "large", package.path / "sentencepiece.model")


def _batches(count: int, size: int) -> list[list[str]]:
    pages = (_TAG.sub(" ", article.english) for article in make_articles(count))
    found = dict.fromkeys(text.strip() for page in pages for text in _SENTENCE.findall(page))
    chosen = sorted(list(found)[:count], key=len, reverse=True)
    return [chosen[start : start + size] for start in range(0, count, size)]


def _writer(count: int, folder: Path) -> Iterator[str]:
    write_posts(make_articles(count), folder / "posts")
    settings = 'engine = "identity"\nmodels = "models"\n'
    (folder / "dualpress.toml").write_text(settings, encoding="utf-8")
    taken = seconds(lambda: pipeline.translate(Project.load(folder)))
    yield f"{count} articles: {1000 * taken / count:.1f} ms of one processor for each"


if __name__ == "__main__":
    main()
