"""Kills ``dualpress translate`` at random moments, and looks at what is left.

    python tests/tools/kill.py [--times 1000] [--seed 0]

A small project is edited and reviewed, ``translate`` runs on it in a process
of its own, and SIGKILL ends that at a random moment; then once more. After
each, every PO file must be one that can be read, with every translation that
a human approved; and at the end a run that nobody kills must go through. Needs
a system with ``fork``.
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
from dualpress.states import clear_fuzzy, revive

POSTS = 4
SENTENCES = 12
PLACES = "port market bridge border village school".split()


class Killed(NamedTuple):
    """What became of one run."""

    was_killed: bool
    seconds: float


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


def run_and_kill(root: Path, after: float) -> Killed:
    """Run ``translate`` in a process of its own, and kill that after some seconds."""
    started = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            translate(root)
        finally:
            os._exit(0)
    while time.perf_counter() < started + after:
        if os.waitpid(child, os.WNOHANG)[0]:
            return Killed(was_killed=False, seconds=time.perf_counter() - started)
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return Killed(was_killed=True, seconds=time.perf_counter() - started)


def main() -> int:
    """Kill as many runs as were asked for; tell what was lost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311
    root = Path(tempfile.mkdtemp())
    try:
        return kill_often(root, options.times, chance)
    finally:
        shutil.rmtree(root)


def kill_often(root: Path, times: int, chance: random.Random) -> int:
    """Returns the exit code."""
    project = lay_out(root)
    longest, killed = 1.0, 0
    while killed < times:
        review(project, chance)
        write_post(root, chance.randrange(POSTS), chance)
        before = approved(project)
        found = run_and_kill(root, chance.uniform(0, longest))
        killed += found.was_killed
        # A run that ended by itself tells how long one takes.
        longest = longest if found.was_killed else 1.1 * found.seconds
        if lost := before - approved(project):
            print(f"lost in run {killed}: {lost}", file=sys.stderr)
            return 1
    report = pipeline.translate(project)
    if report.failures or before - approved(project):
        print(f"the last run failed: {report.failures}", file=sys.stderr)
        return 1
    print(f"{killed} runs were killed; every PO file could be read, and nothing was lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
