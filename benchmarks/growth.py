"""What an article costs, by stage, and in a small archive and a large one.

    python -m benchmarks.growth                          # 100, 1,000 and 10,000 articles
    python -m benchmarks.growth --sizes 100 1000         # some minutes
    python -m benchmarks.growth --sizes                  # the table of stages alone

The archives are made up, and reviewed as a whole. Each command runs in a process of
its own without an engine, as a user runs it; what it takes for one article is taken
off, so that loading glossaries and libraries is not counted as an article's. All
times are processor seconds; a large archive is compared with the smallest as it is
before and after it, since other work on the machine makes both slower.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.archive import make_articles, write_posts, write_reviewed
from benchmarks.measure import Usage, machine, run_measured, seconds

from dualpress.catalog import Catalog, entries_of, merge, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.html import read_html, write_html
from dualpress.memory import Memory, contexts
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.judge import Judge

__all__ = ["lay_out", "measure_growth"]

_DUALPRESS = (sys.executable, "-m", "dualpress")
_CONFIG = '[site]\nbase_url = "https://example.org/"\n'
_ROUNDS = 3
"""How often the smallest archive is measured before a large one, and after it."""

_RUNS = {
    "translate": ("translate",),
    "build": ("build",),
    "build, nothing changed": ("build",),
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10_000], metavar="N")
    parser.add_argument("--articles", type=int, default=60, metavar="N", help="by stage")
    arguments = parser.parse_args()
    for line in _tables(arguments.sizes, arguments.articles):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _tables(sizes: Sequence[int], articles: int) -> Iterator[str]:
    yield machine()
    with tempfile.TemporaryDirectory() as folder:
        yield from _stages_table(lay_out(Path(folder, "stages"), articles))
        if sizes:
            yield from _growth_table(Path(folder), sizes)


def lay_out(root: Path, articles: int) -> Path:
    """Make a project of reviewed articles; its folder is returned."""
    root.mkdir(parents=True)
    (root / "dualpress.toml").write_text(_CONFIG, encoding="utf-8")
    write_posts(make_articles(articles), root / "posts")
    write_reviewed(make_articles(articles), root)
    return root


def _growth_table(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    fixed = measure_growth(folder / "fixed", 1)
    yield ""
    yield "| command | articles | ms an article | of the smallest | peak, MiB |"
    yield "|---|--:|--:|--:|--:|"
    smallest, *others = sizes
    before = [measure_growth(folder / "smallest", smallest) for _ in range(_ROUNDS)]
    for name, usage in before[-1].items():
        yield _row(name, smallest, _each(usage, fixed[name], smallest), 1, usage)
    for size in others:
        found = measure_growth(folder / str(size), size)
        after = [measure_growth(folder / "smallest", smallest) for _ in range(_ROUNDS)]
        for name, usage in found.items():
            each = _each(usage, fixed[name], size)
            around = [_each(small[name], fixed[name], smallest) for small in (*before, *after)]
            yield _row(name, size, each, each / statistics.fmean(around), usage)
        before = after


def _each(usage: Usage, fixed: Usage, articles: int) -> float:
    """Milliseconds an article."""
    return 1000 * (usage.seconds - fixed.seconds) / articles


def _row(name: str, size: int, each: float, grown: float, usage: Usage) -> str:
    return f"| {name} | {size:,} | {each:.2f} | {grown:.2f} | {usage.mebibytes:.0f} |"


def measure_growth(root: Path, articles: int) -> dict[str, Usage]:
    """What each command takes over an archive of so many articles, which is deleted again."""
    lay_out(root, articles)
    found: dict[str, Usage] = {}
    for name, command in _RUNS.items():
        if name == "build":  # anew, rather than from what translate left
            shutil.rmtree(root / "output")
            shutil.rmtree(root / ".dualpress")
        found[name] = run_measured([*_DUALPRESS, *command, "--project", "."], root)
    shutil.rmtree(root)
    return found


def _stages_table(root: Path) -> Iterator[str]:
    stages = _Stages(Project.load(root))
    works = list(Desk(stages.project).open(_posts(stages.project)))
    for work in works[:5]:  # so that all is loaded
        stages.run(work)
    times = [stages.run(work) for work in works]
    yield ""
    yield "| stage of one article | ms | share |"
    yield "|---|--:|--:|"
    total = statistics.fmean(sum(found.values()) for found in times)
    for name in times[0]:
        mean = statistics.fmean(found[name] for found in times)
        yield f"| {name} | {1000 * mean:.2f} | {mean / total:.0%} |"
    yield f"| together | {1000 * total:.1f} | |"


def _posts(project: Project) -> dict[str, Path]:
    posts = sorted(project.posts.rglob("*.html"))
    return {post.relative_to(project.posts).with_suffix("").as_posix(): post for post in posts}


class _Stages:
    """Does to an article what ``translate`` and ``build`` do, and takes the time of each stage.

    Args:
        project: of the articles.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._memory = Memory.open(project.root / "stages.sqlite")
        self._spare = project.root / "spare" / "hi.po"
        self._spare.parent.mkdir()

    def run(self, work: Work) -> dict[str, float]:
        """Processor seconds by stage."""
        data = work.post.path.read_bytes()
        article = work.post.article
        page = entries_of(article.segments, "posts/x.html", article.derived)
        read = read_catalog(work.po)
        said = {entry.key: entry.target for entry in work.catalog.entries}
        judge = Judge(self.project)
        stages: dict[str, Callable[[], object]] = {
            "read the page": lambda: read_html(data),
            "read the PO file": lambda: read_catalog(work.po),
            "merge": lambda: merge(read, page, work.glossary),
            "learn for the memory": lambda: self._memory.update(work.catalog),
            "look up in the memory": lambda: self._look_up(work.catalog),
            "checks": lambda: [judge.findings(entry, work) for entry in work.catalog.entries],
            "write the page": lambda: write_html(article, said),
            "write the PO file": lambda: self._write(work.catalog),
        }
        return {name: seconds(stage) for name, stage in stages.items()}

    def _look_up(self, catalog: Catalog) -> None:
        languages = catalog.source_language, catalog.target_language
        around = contexts(catalog.entries)
        for entry, context in zip(catalog.entries, around, strict=True):
            self._memory.exact(entry.source, *languages, context)

    def _write(self, catalog: Catalog) -> None:
        self._spare.unlink(missing_ok=True)
        write_catalog(catalog, self._spare)


if __name__ == "__main__":
    main()
