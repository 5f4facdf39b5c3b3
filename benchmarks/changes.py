"""What a run takes after a small change in a large archive.

    python -m benchmarks.changes                   # 10,000 articles; some five minutes
    python -m benchmarks.changes --articles 1000

The articles are a heading and two sentences each, reviewed and published. Each change is
made twice, in other articles: once a process of its own does the work and tells what that took
without the loading of libraries, once the command runs as an editor runs it. All times are
processor seconds; no model is asked.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.measure import Usage, machine, run_measured, seconds

from dualpress import pipeline
from dualpress.config import Project
from dualpress.pipeline import desk

_CONFIG = """\
engine = "identity"
[site]
base_url = "https://example.org/"
"""
_POST = """\
<!DOCTYPE html><html lang="en"><head><title>Report {number} on rivers</title></head><body>
<h1>Report {number} on rivers</h1>
<p>River {number} rises in {place[0]}. Report {number} says that it floods in July.</p>
</body></html>
"""
_PO = """\
msgid ""
msgstr ""
"Project-Id-Version: a{number}\\n"
"Language: hi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en\\n"

msgid "Report {number} on rivers"
msgstr "नदियों पर रिपोर्ट {number}"

msgid "River {number} rises in {place[0]}."
msgstr "नदी {number} का उद्गम {place[1]} में है।"

msgid "Report {number} says that it floods in July."
msgstr "रिपोर्ट {number} कहती है कि जुलाई में इसमें बाढ़ आती है।"
"""
_FEW, _MANY, _OTHERS, _NOWHERE = (
    ("Zorbia", "ज़ोर्बिया"),
    ("Quandra", "क्वांड्रा"),
    ("Marania", "मरानिया"),
    ("Nobodyland", "नोबडीलैंड"),
)
_FEW_ARTICLES = 10
_FIFTH = 5
_LEAST = 100
"""Articles; in fewer, there are not enough to be changed."""


class _Took(NamedTuple):
    """What the work of a run took.

    Args:
        seconds: of the processor.
        opened: articles whose post was read.
        mebibytes: of memory at most.
    """

    seconds: float
    opened: int
    mebibytes: float


class _Row(NamedTuple):
    """A line of the table.

    Args:
        name: of the change.
        run: the command, and what does its work in :mod:`dualpress.pipeline`.
        change: makes it once more; ``None`` for what is done once.
    """

    name: str
    run: str
    change: Callable[[], object] | None


@dataclass
class _Archive:
    """A project of reviewed articles, and what is changed in it.

    Args:
        root: its folder.
        size: how many articles it has.
        terms: the rows of its glossary, English to Hindi.
    """

    root: Path
    size: int
    terms: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(self.size // _FIFTH)
        for folder in ("posts", "glossaries"):
            (self.root / folder).mkdir(parents=True)
        (self.root / "dualpress.toml").write_text(_CONFIG, encoding="utf-8")
        for number in range(self.size):
            told = {"number": number, "place": self._place(number)}
            self._post(number).write_text(_POST.format(**told), encoding="utf-8")
            self._po(number).parent.mkdir(parents=True)
            self._po(number).write_text(_PO.format(**told), encoding="utf-8")
        self.add_term(*_OTHERS)

    def add_term(self, english: str, hindi: str) -> None:
        """Put a row into the glossary, or change it."""
        self.terms[english] = hindi
        lines = "".join(f"{one},{other},place\n" for one, other in self.terms.items())
        file = self.root / "glossaries" / "own.csv"
        file.write_text(f"en,hi,kind\n{lines}", encoding="utf-8")

    def reword(self, articles: int = 1) -> None:
        """Change a reviewed sentence of some articles."""
        for number in itertools.islice(self._numbers, articles):
            _replace(self._po(number), "बाढ़ आती", "फिर बाढ़ आती")

    def retitle(self) -> None:
        """Change a reviewed title."""
        _replace(self._po(next(self._numbers)), "नदियों पर", "नदियों पर नई")

    def hold(self) -> None:
        """Take a sentence back for another look."""
        po = self._po(next(self._numbers))
        _replace(po, 'msgid "River', '#, fuzzy\nmsgid "River')

    def release(self) -> None:
        """Approve a sentence that was taken back."""
        held = (number for number in range(self.size // _FIFTH, self.size))
        po = next(file for file in map(self._po, held) if "#, fuzzy" in file.read_text("utf-8"))
        _replace(po, '#, fuzzy\nmsgid "River', 'msgid "River')

    def edit(self, articles: int = 1) -> None:
        """Change a sentence of some posts."""
        for number in itertools.islice(self._numbers, articles):
            _replace(self._post(number), "floods in", "floods, in")

    def _place(self, number: int) -> tuple[str, str]:
        if number < _FEW_ARTICLES:
            return _FEW
        return _MANY if number < self.size // _FIFTH else _OTHERS

    def _post(self, number: int) -> Path:
        return self.root / "posts" / f"a{number}.html"

    def _po(self, number: int) -> Path:
        return self.root / "po" / f"a{number}" / "hi.po"


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{file} has no {old!r} any more")
    file.write_text(text.replace(old, new), encoding="utf-8")


def main() -> None:
    """Print the table; or, with ``--work``, do the work of one run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.changes", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--work", nargs=2, metavar=("RUN", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.work:
        sys.stdout.write(json.dumps(_work(chosen.work[0], Path(chosen.work[1]))))
        return
    if chosen.articles < _LEAST:
        parser.error(f"--articles is at least {_LEAST}")
    with tempfile.TemporaryDirectory() as folder:
        for line in _table(_Archive(Path(folder, "archive"), chosen.articles)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _table(archive: _Archive) -> Iterator[str]:
    yield machine()
    yield ""
    yield f"| {archive.size:,} articles | seconds of work | articles opened | MiB | as a command |"
    yield "|---|--:|--:|--:|--:|"
    for row in _rows(archive):
        cells = " | ".join(_cells(row, archive.root))
        yield f"| `{row.run}`, {row.name} | {cells} |"


def _cells(row: _Row, root: Path) -> Iterator[str]:
    if row.change:
        row.change()
    took = _worked(row.run, root)
    yield from (f"{took.seconds:.2f}", f"{took.opened:,}", f"{took.mebibytes:.0f}")
    if row.change:
        row.change()
        yield f"{_commanded(row.run, root).seconds:.2f}"
    else:
        # Behind what wrote all files, a run reads the last of them once more: they were too young.
        _worked(row.run, root)
        yield ""


def _rows(archive: _Archive) -> Sequence[_Row]:
    """The changes, each in an archive that was built or translated after the one before."""

    def nothing() -> None:
        """Leave all as it is."""

    def term(english: str, hindi: str) -> Callable[[], None]:
        """Put in a row, and the other time another form of it."""
        forms = iter((hindi, f"{hindi} देश"))
        return lambda: archive.add_term(english, next(forms))

    return [
        _Row("everything", "build", None),
        _Row("nothing changed", "build", nothing),
        _Row("one reviewed sentence changed", "build", archive.reword),
        _Row("ten of them", "build", lambda: archive.reword(10)),
        _Row("one title changed", "build", archive.retitle),
        _Row("one sentence taken back", "build", archive.hold),
        _Row("it is approved again", "build", archive.release),
        _Row("a term of no article", "build", term(*_NOWHERE)),
        _Row(f"a term of {_FEW_ARTICLES} articles", "build", term(*_FEW)),
        _Row("a term of a fifth of them", "build", term(*_MANY)),
        _Row("everything", "translate", None),
        _Row("nothing changed", "translate", nothing),
        # First: here the memory would learn what it did not know yet of what the whole run wrote.
        _Row("one reviewed sentence changed", "translate", archive.reword),
        _Row("one sentence of a post changed", "translate", archive.edit),
        _Row("ten of them", "translate", lambda: archive.edit(10)),
        _Row("nothing changed", "status", nothing),
        _Row("everything", "check", None),
    ]


def _worked(run: str, root: Path) -> _Took:
    """What the work of a run takes, in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.changes", "--work", run, str(root))
    said = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    return _Took(*json.loads(said))


def _commanded(run: str, root: Path) -> Usage:
    return run_measured([sys.executable, "-m", "dualpress", run, "--project", "."], root)


def _work(run: str, root: Path) -> _Took:
    import resource  # not on Windows

    opened: list[object] = []
    read = vars(desk)["read_post"]

    def counted(*args: Any, **options: Any) -> Any:
        opened.append(args)
        return read(*args, **options)

    setattr(desk, "read_post", counted)  # noqa: B010 - it is no other room's to set
    project = Project.load(root)
    took = seconds(lambda: getattr(pipeline, run)(project))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _Took(took, len(opened), peak / (2**20 if sys.platform == "darwin" else 2**10))


if __name__ == "__main__":
    main()
