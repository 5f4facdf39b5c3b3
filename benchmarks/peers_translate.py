"""How fast pages are translated beside translatehtml and argos-translate-files.

    python -m venv peers
    peers/bin/pip install --no-deps translatehtml argos-translate-lt argos-translate-files
    peers/bin/pip install beautifulsoup4 ctranslate2 sentencepiece packaging
    peers/bin/pip install minisbd sacremoses pysrt lxml pymupdf
    python -m benchmarks.peers_translate --peer peers/bin/python
    python -m benchmarks.peers_translate --peer peers/bin/python --model large

Each translates the same pages with the same package, beam and threads, warm: the model is loaded
and one page translated before the clock runs. ``dualpress translate`` is the whole command: it
reads the pages, asks for four hypotheses, checks them, and writes PO files and pages. The peers
are given pages as text and give pages back (argos-translate-files from file to file); nothing of
them is checked or kept for a reviewer.

Every paragraph is one sentence, since the peers' sentence splitter is a model
that they would download; so they are spared its time. No sentence comes twice.
See ``ceiling.py`` for the models and for why the guards ask nothing again.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.ceiling import Took, guards_ask_nothing, lay_out, median, timed, varied_articles
from benchmarks.word_model import write_word_model

from dualpress import pipeline
from dualpress.config import Project
from dualpress.engines.packages import install_package

PACKAGE = Path("tests/fixtures/models/translate-en_hi-1_0.argosmodel")

_PEER = """
import json, sys, time
from pathlib import Path
import argostranslate.translate as argos
folder, tool = Path(sys.argv[1]), sys.argv[2]


class OneSentence:
    def __init__(self, package):
        pass

    def split_sentences(self, text):
        return [text]


argos.MiniSBDSentencizer = OneSentence
translation = argos.get_translation_from_codes("en", "hi")
pages = sorted(folder.glob("*.html"))
if tool == "translatehtml":
    from translatehtml import translate_html
    run = lambda page: str(translate_html(translation, page.read_text(encoding="utf-8")))
else:
    from argostranslatefiles.formats.html import Html
    run = lambda page: Html().translate(translation, str(page))
run(pages[0])
clock, processor = time.perf_counter(), time.process_time()
for page in pages:
    run(page)
print(json.dumps([time.perf_counter() - clock, time.process_time() - processor]))
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers_translate")
    parser.add_argument("--peer", type=Path, required=True, metavar="PYTHON")
    parser.add_argument("--model", choices=["fixture", "large"], default="fixture")
    parser.add_argument("--articles", type=int, default=20, metavar="N")
    parser.add_argument("--sentences", type=int, default=20, metavar="N", help="of an article")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    chosen = parser.parse_args()
    guards_ask_nothing()
    sys.stdout.write(
        "| tool | threads | seconds | of dualpress's | processor seconds | of dualpress's |\n"
        "|---|--:|--:|--:|--:|--:|\n"
    )
    for threads in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            sys.stdout.writelines(_rows(Path(folder), threads, chosen))
            sys.stdout.flush()


def _rows(folder: Path, threads: int, chosen: argparse.Namespace) -> list[str]:
    package = _package(folder, chosen.model)
    pages = varied_articles(chosen.articles, chosen.sentences)
    root = folder / "site"
    lay_out(root, pages, package, threads, blocks=chosen.sentences)
    rounds: list[dict[str, Took]] = []
    _ours(root)
    for _ in range(chosen.rounds):
        took = {"dualpress": _ours(root)}
        for tool in ("translatehtml", "argos-translate-files"):
            took[tool] = _peer(chosen.peer, tool, root / "posts", folder / "packages", threads)
        rounds.append(took)
    medians = {tool: median([each[tool] for each in rounds]) for tool in rounds[0]}
    return _lines(medians, threads)


def _lines(medians: Mapping[str, Took], threads: int) -> list[str]:
    ours = medians["dualpress"]
    return [
        f"| {tool} | {threads} | {took.clock:.1f} | {took.clock / ours.clock:.1f} | "
        f"{took.processor:.1f} | {took.processor / ours.processor:.1f} |\n"
        for tool, took in medians.items()
    ]


def _package(folder: Path, model: str) -> Path:
    package = install_package(PACKAGE, folder / "packages").path
    if model == "large":
        shutil.copy(package / "sentencepiece.model", folder / "tokenizer")
        write_word_model(package, folder / "tokenizer")
    return package


def _ours(root: Path) -> Took:
    for name in ("po", "output", ".dualpress"):
        shutil.rmtree(root / name, ignore_errors=True)
    return timed(lambda: pipeline.translate(Project.load(root)))


def _peer(python: Path, tool: str, pages: Path, packages: Path, threads: int) -> Took:
    settings = {
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_INTER_THREADS": "1",
        "ARGOS_INTRA_THREADS": str(threads),
        "ARGOS_BEAM_SIZE": "4",
        "ARGOS_DEVICE_TYPE": "cpu",
    }
    done = _run([str(python.absolute()), "-c", _PEER, str(pages), tool], settings)
    for made in pages.glob("*_hi.html"):
        made.unlink()
    return Took(*json.loads(done.splitlines()[-1]))


def _run(command: Sequence[str], settings: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


if __name__ == "__main__":
    main()
