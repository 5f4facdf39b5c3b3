"""Pages to PO files to pages without any engine, against translate-toolkit and po4a.

    python -m benchmarks.peers_extract                 # the tables of docs/performance.md
    python -m benchmarks.peers_extract --articles 100 --rounds 5 --commands 1000

The toolkit's html2po, pretranslate and po2html run in one process in an environment
of their own, as warm as ours; both sides do the same pages in turn, and read and
write the same files on the same disk. po4a runs as the commands that its manual
names, from the system (``apt-get install po4a``). All times are processor seconds.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.archive import make_articles, write_posts, write_reviewed, write_translated
from benchmarks.html_peers.environments import Environment, required_version
from benchmarks.measure import interleaved, machine, run_measured, seconds

from dualpress.article import Article, Language
from dualpress.catalog import Catalog, entries_of, merge, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.html import read_html, write_html
from dualpress.pipeline import build, translate

__all__ = ["Toolkit", "compare_rooms", "lay_out", "toolkit"]

_CONFIG = 'publish = "all"\n[site]\nbase_url = "https://example.org/"\n'
_DUALPRESS = (sys.executable, "-m", "dualpress")
_NEW = 10**6
"""The number from which on articles are new to the memory."""

Toolkit = Callable[[list[str], Path], float]
"""Runs steps of the toolkit over a folder; gives their processor seconds."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers_extract", description=__doc__)
    parser.add_argument("--articles", type=int, default=100, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--remembered", type=int, default=100, metavar="N", help="articles")
    parser.add_argument("--commands", type=int, default=1000, metavar="N", help="articles; 0: none")
    arguments = parser.parse_args()
    for line in _tables(arguments):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def _tables(arguments: argparse.Namespace) -> Iterator[str]:
    yield f"{machine()}; translate-toolkit {required_version('toolkit', 'translate-toolkit')}"
    with tempfile.TemporaryDirectory() as folder, toolkit() as run:
        yield from _rooms_table(Path(folder), run, arguments)
        yield from _memory_table(Path(folder), run, arguments)
    if arguments.commands:
        with tempfile.TemporaryDirectory() as folder:
            yield from _commands_table(Path(folder), arguments.commands)


def _rooms_table(folder: Path, run: Toolkit, arguments: argparse.Namespace) -> Iterator[str]:
    yield ""
    yield "| a page, its older PO file known | toolkit, ms | dualpress, ms | times as fast |"
    yield "|---|--:|--:|--:|"
    for together in (1, 3):
        root = lay_out(folder / f"known-{together}", arguments.articles, together=together)
        run(["prepare"], root)
        times = compare_rooms(root, run, arguments.rounds)
        name = "one sentence" if together == 1 else f"{together} sentences"
        theirs = 1000 * times["toolkit"] / arguments.articles
        for way in ("in one", "in three steps"):
            ours = 1000 * times[way] / arguments.articles
            yield f"| {name} a block, {way} | {theirs:.1f} | {ours:.1f} | {theirs / ours:.2f} |"


def compare_rooms(root: Path, run: Toolkit, rounds: int) -> dict[str, float]:
    """The seconds of both sides for all pages of a project that :func:`lay_out` made.

    Returns:
        Of the toolkit's three steps; of ours where each page goes through all of them
        at once, as it does in ``translate``; and of ours one after the other.
    """
    tasks: dict[str, Callable[[], float]] = {
        "toolkit": lambda: run(["extract", "fill", "build"], root),
        "in one": lambda: seconds(lambda: _in_one(root)),
        "in three steps": lambda: seconds(lambda: _in_steps(root)),
    }
    interleaved(tasks, 1)  # so that all are warm
    return interleaved(tasks, rounds)


def _in_one(root: Path) -> None:
    """What html2po, pretranslate and po2html do, by our rooms, page by page."""
    for post in _posts(root):
        _write_page(root, post, *_extract(root, post))


def _in_steps(root: Path) -> None:
    """The same as they do it: all PO files first, then pages from what is on the disk."""
    for post in _posts(root):
        _extract(root, post)
    for post in _posts(root):
        name = _name(root, post)
        catalog = read_catalog(root / "rooms" / name / "hi.po", article=name)
        _write_page(root, post, read_html(post.read_bytes()), catalog)


def _posts(root: Path) -> list[Path]:
    return sorted((root / "posts").rglob("*.html"))


def _name(root: Path, post: Path) -> str:
    return post.relative_to(root / "posts").with_suffix("").as_posix()


def _extract(root: Path, post: Path) -> tuple[Article, Catalog]:
    name = _name(root, post)
    article = read_html(post.read_bytes())
    page = entries_of(article.segments, f"posts/{name}.html", article.derived)
    merged, _ = merge(read_catalog(root / "po" / name / "hi.po", article=name), page)
    target = root / "rooms" / name / "hi.po"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    write_catalog(merged, target)
    return article, merged


def _write_page(root: Path, post: Path, article: Article, catalog: Catalog) -> None:
    page = write_html(article, {entry.key: entry.target for entry in catalog.entries})
    (root / "rooms" / _name(root, post) / "index.html").write_bytes(page)


def _memory_table(folder: Path, run: Toolkit, arguments: argparse.Namespace) -> Iterator[str]:
    root = lay_out(folder / "memory", arguments.remembered)
    shutil.rmtree(root / "posts")
    _write_memory(root)
    articles = max(1, arguments.articles // 5)
    write_posts(make_articles(articles, together=1, first=_NEW), root / "posts")
    project = Project.load(root)
    tasks: dict[str, Callable[[], float]] = {
        "toolkit": lambda: run(["extract", "remember", "build"], root),
        "dualpress": lambda: _whole(project),
    }
    interleaved(tasks, 1)
    times = interleaved(tasks, max(1, arguments.rounds // 2))
    theirs, ours = (1000 * times[name] / articles for name in tasks)
    yield ""
    yield "| a new page, and a memory | toolkit, ms | all of dualpress, ms | times as fast |"
    yield "|---|--:|--:|--:|"
    sentences = f"{30 * arguments.remembered:,} sentences"
    yield f"| {sentences} | {theirs:.1f} | {ours:.1f} | {theirs / ours:.2f} |"


def _whole(project: Project) -> float:
    """``translate`` and ``build`` with checks, glossaries, memory, both pages and lists."""
    for article in (project.po / f"{_NEW // 1000:03}").glob("*"):
        shutil.rmtree(article)
    for folder in (project.output, project.state / "build.sqlite"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.unlink(missing_ok=True)
    return seconds(lambda: (translate(project), build(project)))


def _write_memory(root: Path) -> None:
    """All PO files as one, as pretranslate takes it."""
    catalogs = [read_catalog(path) for path in sorted((root / "po").rglob("hi.po"))]
    entries = {entry.key: entry for catalog in catalogs for entry in catalog.entries}
    whole = Catalog("memory", Language.EN, Language.HI, tuple(entries.values()))
    write_catalog(whole, root / "memory.po")


def _commands_table(folder: Path, articles: int) -> Iterator[str]:
    if shutil.which("po4a") is None:
        yield "po4a is not installed, so the table of commands is left out."
        return
    root = lay_out(folder / "commands", articles)
    _configure_po4a(root)
    shown = subprocess.run(["po4a", "--version"], check=True, capture_output=True, text=True)
    theirs = run_measured(["po4a", "--quiet", "--keep", "0", "po4a.cfg"], root)
    yield ""
    yield f"| commands over {articles:,} articles | processor seconds | of po4a's | peak, MiB |"
    yield "|---|--:|--:|--:|"
    yield f"| {shown.stdout.splitlines()[0]} | {theirs.seconds:.0f} | 1 | {theirs.mebibytes:.0f} |"
    for command in ("translate", "build"):
        shutil.rmtree(root / "output", ignore_errors=True)
        shutil.rmtree(root / ".dualpress", ignore_errors=True)
        ours = run_measured([*_DUALPRESS, command, "--project", "."], root)
        share = ours.seconds / theirs.seconds
        yield f"| dualpress {command} | {ours.seconds:.0f} | {share:.2f} | {ours.mebibytes:.0f} |"


def _configure_po4a(root: Path) -> None:
    """A PO file for each article, as ours; ``--keep 0`` has it write pages without translations."""
    lines = ["[po4a_langs] hi", "[po4a_paths] po4a/$master/new.pot $lang:po4a/$master/$lang.po"]
    for post in sorted((root / "posts").rglob("*.html")):
        name = post.stem
        (root / "po4a" / name).mkdir(parents=True)
        page = post.relative_to(root).as_posix()
        lines.append(f"[type: xhtml] {page} $lang:po4a/{name}/$lang.html pot={name}")
    options = '[options] opt:"--master-charset UTF-8 --localized-charset UTF-8"'
    (root / "po4a.cfg").write_text("\n".join([*lines[:2], options, *lines[2:], ""]), "utf-8")


def lay_out(root: Path, articles: int, *, together: int = 1) -> Path:
    """Make a project of reviewed articles.

    Args:
        root: its folder.
        articles: how many.
        together: how many sentences stand in a block.

    Returns:
        The folder.
    """
    root.mkdir(parents=True)
    (root / "dualpress.toml").write_text(_CONFIG, encoding="utf-8")
    made = partial(make_articles, articles, together=together)
    write_posts(made(), root / "posts")
    write_translated(made(), root / "translated")
    write_reviewed(made(), root)
    return root


@contextmanager
def toolkit() -> Iterator[Toolkit]:
    """translate-toolkit in a process and an environment of its own."""
    environment = Environment("toolkit")
    with environment.serve("python", "-m", "benchmarks.html_peers.workers.toolkit") as answer:

        def run(steps: list[str], folder: Path) -> float:
            times = json.loads(answer(json.dumps([steps, str(folder)])))
            return float(sum(times.values()))

        yield run


if __name__ == "__main__":
    main()
