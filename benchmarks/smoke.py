"""The benchmarks in small: whether a ratio fell by more than a quarter of what is pinned.

    python -m benchmarks.smoke             # a minute; exits 1 where one fell
    python -m benchmarks.smoke --renew     # pins what was measured now (benchmarks/floors.json)

Only ratios are compared, each of two sides that took turns in this run, as the median
of its rounds: so the machine and what else it does fall on both alike. Nothing is
downloaded, and no model is needed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import polib
from benchmarks.archive import MadeUp, make_articles
from benchmarks.growth import lay_out
from benchmarks.measure import seconds
from bs4 import BeautifulSoup

from dualpress.article import Language, Status
from dualpress.catalog import read_catalog
from dualpress.checks import Pair, run_article_checks, run_checks
from dualpress.config import Project
from dualpress.html import read_html, write_html
from dualpress.pipeline import build

__all__ = ["FALL", "FLOORS", "fallen", "measure"]

FLOORS = Path(__file__).with_name("floors.json")

FALL = 0.25
"""The share of a pinned ratio that may be lost; less is the weather on a shared machine."""

_ARTICLES = 6
_ROUNDS = 7


def main() -> None:
    """Measure, and compare or pin."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.smoke", description=__doc__)
    parser.add_argument("--renew", action="store_true", help="pin what is measured now")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder))
    if arguments.renew:
        text = json.dumps({name: round(ratio, 2) for name, ratio in measured.items()}, indent=2)
        FLOORS.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    for name, ratio in measured.items():
        sys.stdout.write(f"{name}: {ratio:.2f}, pinned {pinned.get(name, 0):.2f}\n")
    slower = fallen(measured, pinned)
    if slower:
        sys.exit(f"Slower by more than {FALL:.0%} than benchmarks/floors.json: {', '.join(slower)}")


def fallen(measured: Mapping[str, float], pinned: Mapping[str, float]) -> list[str]:
    """The names of the ratios that fell too far, or were not measured.

    Args:
        measured: how many times as fast we are as the other side, by name.
        pinned: the same when it was last pinned.
    """
    return [name for name, floor in pinned.items() if measured.get(name, 0) < floor * (1 - FALL)]


def measure(folder: Path) -> dict[str, float]:
    """How many times as fast our side is as the one it is held against."""
    articles = list(make_articles(_ARTICLES))
    small, large = (lay_out(folder / str(size), size) for size in (_ARTICLES, 4 * _ARTICLES))
    sides: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        # html5lib parses the page once into BeautifulSoup's tree; we parse, cut, write and prove.
        "html5lib to reading and writing a page": (
            lambda: [BeautifulSoup(article.english, "html5lib") for article in articles],
            lambda: [_read_and_write(article) for article in articles],
        ),
        "polib to reading a PO file": (
            lambda: [polib.pofile(str(path)) for path in _po_files(small)],
            lambda: [read_catalog(path) for path in _po_files(small)],
        ),
        "html5lib to checking an article": (
            lambda: [BeautifulSoup(article.english, "html5lib") for article in articles],
            lambda: _check(_po_files(small)),
        ),
        # More than 1 by what is loaded once; less where an article costs more among many.
        "a small archive to a large one": (
            lambda: _build(small, times=4),
            lambda: _build(large, times=1),
        ),
    }
    return {name: _ratio(theirs, ours) for name, (theirs, ours) in sides.items()}


def _ratio(theirs: Callable[[], object], ours: Callable[[], object]) -> float:
    """The median of the ratios of all rounds: what slows one round down slows both sides."""
    theirs(), ours()  # so that both are warm
    return statistics.median(seconds(theirs) / seconds(ours) for _ in range(_ROUNDS))


def _read_and_write(article: MadeUp) -> bytes:
    read = read_html(article.english)
    return write_html(read, {segment.key: f"{segment.source} ↔" for segment in read.segments})


def _po_files(root: Path) -> list[Path]:
    return sorted((root / "po").rglob("hi.po"))


def _check(paths: Iterable[Path]) -> None:
    for path in paths:
        pairs = [
            Pair(entry.source, entry.target, Language.EN, Language.HI, status=Status.REVIEWED)
            for entry in read_catalog(path).entries
        ]
        for pair in pairs:
            run_checks(pair)
        run_article_checks(pairs)


def _build(root: Path, *, times: int) -> None:
    """Build anew, as if nothing was known of the last run."""
    for _ in range(times):
        (root / ".dualpress" / "build.sqlite").unlink(missing_ok=True)
        build(Project.load(root))


if __name__ == "__main__":
    main()
