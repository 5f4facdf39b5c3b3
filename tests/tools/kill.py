"""Ends ``dualpress translate`` at random moments, and looks at what is left.

    python tests/tools/kill.py [--times 1000] [--seed 0]

A small project is edited and reviewed, one or two processes run ``translate``
on it at once, and SIGKILL, SIGTERM or SIGINT ends one of them at a random
moment; then once more. After each, every PO file must be one that can be read,
with every translation that a human approved; a second process must go through
once the first is gone; and at the end a run that nobody ends must go through,
and leave no file half written. Needs a system with ``fork``.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress import pipeline
from dualpress.article import Status
from dualpress.catalog import read_catalog, write_catalog
from dualpress.catalog.approved import approved_in
from dualpress.cli import app
from dualpress.config import Project
from dualpress.pipeline.run_lock import hold
from dualpress.states import clear_fuzzy, revive

POSTS = 4
SENTENCES = 12
PLACES = "port market bridge border village school".split()


SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
PATIENCE = 120
"""Seconds in which a process that was asked to end, or waits for such a one, must end."""


class Ended(NamedTuple):
    """What became of one run."""

    was_ended: bool
    seconds: float


class Stuck(Exception):
    """A process did not end."""


def lay_out(root: Path) -> Project:
    """Make a project with a few posts, all of it drafted."""
    (root / "posts").mkdir()
    configuration = 'engine = "identity"\nshipped_glossaries = false\n'
    (root / "dualpress.toml").write_text(configuration, encoding="utf-8")
    for number in range(POSTS):
        write_post(root, number, random.Random(number))  # noqa: S311
    project = Project.load(root)
    pipeline.translate(project)
    return project


def write_post(root: Path, number: int, chance: random.Random) -> None:
    """Write a post of sentences that are like those it had before."""
    lines = [
        f"<p>Group {chr(ord('A') + line)}x said {chance.randint(2, 40)} people were at the "
        f"{chance.choice(PLACES)}.</p>\n"
        for line in range(SENTENCES)
    ]
    name = f"post-{number}-{chance.choice('ab')}.html" if number == 0 else f"post-{number}.html"
    for old in (root / "posts").glob(f"post-{number}*.html"):
        old.unlink()
    (root / "posts" / name).write_text("".join(lines), encoding="utf-8")


def review(project: Project, chance: random.Random) -> None:
    """Confirm some drafts and stale sentences, each with words of its own."""
    for path in sorted(project.po.rglob("*.po")):
        catalog = read_catalog(path)
        entries = list(catalog.entries)
        for index in chance.sample(range(len(entries)), min(3, len(entries))):
            entry = entries[index]
            if entry.status in (Status.DRAFT, Status.STALE):
                entries[index] = clear_fuzzy(entry)
        write_catalog(replace(catalog, entries=tuple(entries)), path)


def approved(project: Project) -> set[str]:
    """All that a human approved; fails where a PO file cannot be read."""
    found: set[str] = set()
    for path in project.po.rglob("*.po"):
        catalog = read_catalog(path)
        known = (approved_in(revive(e)) for e in (*catalog.entries, *catalog.obsolete))
        found.update(pair.target for pair in known if pair)
    return found


def translate(root: Path) -> None:
    """Run ``dualpress translate``, silently."""
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)
    app(["translate", "--project", str(root)], standalone_mode=False)


def begin(root: Path) -> int:
    """Run ``translate`` in a process of its own."""
    child = os.fork()
    if child == 0:
        try:
            translate(root)
        finally:
            os._exit(0)
    return child


def ends(child: int, seconds: float) -> bool:
    """Wait for the end of a process, but no longer than some seconds."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.0005)
    return False


def run_and_end(root: Path, after: float, how: signal.Signals, *, two: bool) -> Ended:
    """Run ``translate``, perhaps twice at once, and end the first after some seconds.

    Raises:
        Stuck: one of them did not end.
    """
    started = time.perf_counter()
    child = begin(root)
    other = begin(root) if two else None
    was_ended = not ends(child, after)
    seconds = time.perf_counter() - started
    if was_ended:
        os.kill(child, how)
    for name, process in (("the first", child if was_ended else None), ("the second", other)):
        if process is not None and not ends(process, PATIENCE):
            os.kill(process, signal.SIGKILL)
            raise Stuck(f"{name} of {1 + two} did not end after {how.name}")
    return Ended(was_ended, seconds)


def half_written(project: Project) -> list[Path]:
    """Files that a run should have taken away."""
    return [path for path in project.root.rglob(".*.tmp") if path.is_file()]


def main() -> int:
    """End as many runs as were asked for; tell what was lost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311
    root = Path(tempfile.mkdtemp())
    try:
        return end_often(root, options.times, chance)
    except Stuck as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(root)


def end_often(root: Path, times: int, chance: random.Random) -> int:
    """Returns the exit code."""
    project = lay_out(root)
    longest = 1.0
    counts = dict.fromkeys(SIGNALS, 0)
    while (ended := sum(counts.values())) < times:
        review(project, chance)
        write_post(root, chance.randrange(POSTS), chance)
        before = approved(project)
        how = chance.choice(SIGNALS)
        found = run_and_end(root, chance.uniform(0, longest), how, two=chance.random() < 0.3)
        counts[how] += found.was_ended
        # A run that ended by itself tells how long one takes.
        longest = longest if found.was_ended else 1.1 * found.seconds
        if lost := before - approved(project):
            print(f"lost in run {ended} by {how.name}: {lost}", file=sys.stderr)
            return 1
    return last_run(project, before, counts)


def last_run(project: Project, before: set[str], counts: dict[signal.Signals, int]) -> int:
    """Run once more, undisturbed; returns the exit code."""
    with hold(project, "translate"):
        report = pipeline.translate(project)
    if report.failures or before - approved(project):
        print(f"the last run failed: {report.failures}", file=sys.stderr)
        return 1
    if left := half_written(project):
        print(f"half written: {left}", file=sys.stderr)
        return 1
    told = ", ".join(f"{number} by {how.name}" for how, number in counts.items())
    print(f"runs were ended: {told}; every PO file could be read, and nothing was lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
