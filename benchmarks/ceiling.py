"""How much of what a model can do ``translate`` makes use of.

    python -m benchmarks.ceiling
    python -m benchmarks.ceiling --articles 50 --threads 2 --rounds 5
    python -m benchmarks.ceiling --text sentences.txt    # sentences of your own, one a line

``translate`` of 50 articles, the whole command in process and warm, against
``ctranslate2.Translator.translate_batch`` that is given all the same tokenised
sentences at once, each distinct one once, with the same threads, beam and
batches of tokens. What ``translate`` does besides counts against it: reading
pages, the glossary, the guards and what they ask again, PO files and pages. Both
sides have the model loaded; with ``--load``, each run of ``translate`` loads it.

Two models: the small one of the tests, beside which Python's own work is large;
and one of 57 million parameters (``word_model.py``), the size that people
download. The articles are the sentences of the English example posts, with one word in
five another, so that no sentence comes twice; neither model knows them. What they
make of them is at fault nearly always, so the guards look at all of it but ask
nothing again, unless ``--again`` lets them: of a model that knows the language
it is one sentence in fourteen (Argos into Hindi) or in eighty (into English).
There is no glossary either: nonsense lacks every term, and looking for each in
all of it would be measured, which no text of a real model costs.

The rounds of the two sides take turns, and the medians of their times are
compared, so that what else the machine is doing falls on both alike. The
second share is that of processor time, which it falls on less.
"""

from __future__ import annotations

import argparse
import html
import itertools
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import ctranslate2
import sentencepiece
from benchmarks.word_model import parameters, write_word_model

from dualpress import pipeline
from dualpress.article import Language, Status, plain_text
from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.engines import ctranslate2 as engine_room
from dualpress.engines._call import Call
from dualpress.engines._folder import ModelFolder
from dualpress.engines.base import Hypothesis
from dualpress.engines.ctranslate2 import CTranslate2Engine, DecodingSettings
from dualpress.engines.packages import install_package
from dualpress.html import read_html

__all__ = [
    "Took",
    "guards_ask_nothing",
    "lay_out",
    "median",
    "sentences_of",
    "timed",
    "varied_articles",
]

PACKAGE = Path("tests/fixtures/models/translate-en_hi-1_0.argosmodel")
BEAM, HYPOTHESES, TOKENS, PENALTY = 4, 4, 1024, 0.2


class Took(NamedTuple):
    """Seconds of the clock and of the processor."""

    clock: float
    processor: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ceiling", description=__doc__)
    parser.add_argument("--articles", type=int, default=50, metavar="N")
    parser.add_argument("--sentences", type=int, default=30, metavar="N", help="of an article")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--text", type=Path, metavar="FILE", help="English, one sentence a line")
    parser.add_argument("--model", choices=["fixture", "large", "both"], default="both")
    parser.add_argument("--again", action="store_true", help="let the guards ask again")
    parser.add_argument("--load", action="store_true", help="load the model in each run")
    chosen = parser.parse_args()
    if not chosen.again:
        guards_ask_nothing()
    if not chosen.load:
        _models_stay_loaded()
    sys.stdout.write(
        "| model | sentences | translate | ceiling | share | share of processor time |\n"
        "|---|--:|--:|--:|--:|--:|\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in ("fixture", "large") if chosen.model == "both" else (chosen.model,):
            sys.stdout.write(f"{_row(name, Path(folder), chosen)}\n")
            sys.stdout.flush()


def _row(name: str, folder: Path, chosen: argparse.Namespace) -> str:
    model = _model(name, folder)
    articles = varied_articles(chosen.articles, chosen.sentences, chosen.text)
    lay_out(folder / name, articles, model, chosen.threads)
    pieces = _pieces(folder / name, model)
    raw = ctranslate2.Translator(
        str(model / "model"), compute_type="auto", inter_threads=chosen.threads, intra_threads=1
    )
    sides: tuple[Callable[[], Took], ...] = (
        lambda: _translate(folder / name),
        lambda: timed(lambda: _ceiling(raw, pieces)),
    )
    for side in sides:  # warm
        side()
    rounds = [[side() for side in sides] for _ in range(chosen.rounds)]
    ours, theirs = (median([each[side] for each in rounds]) for side in (0, 1))
    cells = (
        name if name == "fixture" else f"{parameters() / 1e6:.0f} million parameters",
        f"{len(pieces)}",
        *(f"{took.clock:.2f} s" for took in (ours, theirs)),
        f"{theirs.clock / ours.clock:.0%}",
        f"{theirs.processor / ours.processor:.0%}",
    )
    return f"| {' | '.join(cells)} |"


def _model(name: str, folder: Path) -> Path:
    package = install_package(PACKAGE, folder / "models").path if name == "fixture" else None
    if package is not None:
        return package
    fixture = next((folder / "models").glob("*"), None) or _model("fixture", folder)
    return write_word_model(folder / "large-model", fixture / "sentencepiece.model")


def varied_articles(count: int, size: int, text: Path | None = None) -> list[list[str]]:
    """Articles of sentences, none of which comes twice.

    Args:
        count: how many articles.
        size: sentences in each.
        text: a file with sentences, one a line; without one, those of the example posts.
    """
    lines = text.read_text(encoding="utf-8").split("\n") if text else _examples()
    distinct = _varied([line for line in lines if len(line.split()) > 4])
    return [list(itertools.islice(distinct, size)) for _ in range(count)]


def _examples() -> list[str]:
    pages = (path.read_bytes() for path in sorted(Path("examples", "posts").glob("*.html")))
    articles = (article for article in map(read_html, pages) if article.language is Language.EN)
    return [plain_text(segment.source) for article in articles for segment in article.segments]


def _varied(lines: Sequence[str]) -> Iterator[str]:
    chance = random.Random(1)  # noqa: S311 - the same in every run
    words = sorted({word for line in lines for word in line.split() if word.islower()})
    told: set[str] = set()
    for line in itertools.cycle(lines):
        varied = " ".join(
            chance.choice(words) if word.islower() and chance.random() < 0.2 else word
            for word in line.split()
        )
        if varied not in told:
            told.add(varied)
            yield varied


def lay_out(
    root: Path, articles: Sequence[Sequence[str]], model: Path, threads: int, blocks: int = 6
) -> None:
    """Make a project of articles of a heading and some paragraphs each."""
    (root / "posts").mkdir(parents=True)
    (root / "dualpress.toml").write_text(
        'engine = "ctranslate2"\nshipped_glossaries = false\n[engines.ctranslate2]\n'
        f'path = "{model.as_posix()}"\nthreads = {threads}\n',
        encoding="utf-8",
    )
    for number, (heading, *sentences) in enumerate(articles):
        step = -(-len(sentences) // blocks)
        parts = (sentences[start : start + step] for start in range(0, len(sentences), step))
        body = "".join(f"<p>{html.escape(' '.join(part))}</p>\n" for part in parts)
        page = f'<html lang="en"><body><h1>{html.escape(heading)}</h1>\n{body}</body></html>\n'
        (root / "posts" / f"post-{number}.html").write_text(page, encoding="utf-8")


def sentences_of(root: Path) -> list[str]:
    """The distinct sentences that the project's PO files have."""
    catalogs = (read_catalog(path) for path in sorted((root / "po").rglob("*.po")))
    return list(dict.fromkeys(e.source for one in catalogs for e in one.entries))


def _translate(root: Path) -> Took:
    for folder in ("po", "output", ".dualpress"):
        shutil.rmtree(root / folder, ignore_errors=True)
    took = timed(lambda: pipeline.translate(Project.load(root)))
    drafts = (e for path in (root / "po").rglob("*.po") for e in read_catalog(path).entries)
    if not all(entry.status is Status.DRAFT for entry in drafts):
        raise RuntimeError("not all was translated")
    return took


def _pieces(root: Path, model: Path) -> list[list[str]]:
    """The sentences of a project in pieces, the longest first."""
    pipeline.translate(Project.load(root))
    processor = sentencepiece.SentencePieceProcessor(
        model_proto=(model / "sentencepiece.model").read_bytes()
    )
    texts = [plain_text(source) for source in sentences_of(root)]
    return [processor.encode(text, out_type=str) for text in texts]


def _ceiling(raw: Any, pieces: Sequence[list[str]]) -> None:
    raw.translate_batch(
        pieces,
        max_batch_size=TOKENS,
        batch_type="tokens",
        beam_size=BEAM,
        num_hypotheses=HYPOTHESES,
        length_penalty=PENALTY,
        return_scores=True,
        replace_unknowns=True,
        max_decoding_length=256,
    )


def timed(task: Callable[[], object]) -> Took:
    """What a task took of the clock, and of all threads' processor time."""
    clock, processor = time.perf_counter(), time.process_time()
    task()
    return Took(time.perf_counter() - clock, time.process_time() - processor)


def median(rounds: Sequence[Took]) -> Took:
    """The median of each figure."""
    return Took(*(statistics.median(figures) for figures in zip(*rounds, strict=True)))


def guards_ask_nothing() -> None:
    """Let the engine have no second answers."""
    # Not what is called, but what does it: it may be begun before it is asked for.
    setattr(CTranslate2Engine, "_again", _none_again)  # noqa: B010 - mypy knows it as a method


def _models_stay_loaded() -> None:
    """Let each engine be made of a model that was loaded once."""
    load, loaded = engine_room._load, dict[Path, Any]()

    def kept(folder: ModelFolder, settings: DecodingSettings) -> Any:
        if folder.model not in loaded:
            loaded[folder.model] = load(folder, settings)
        return loaded[folder.model]

    engine_room._load = kept


def _none_again(_engine: CTranslate2Engine, call: Call) -> dict[str, list[Hypothesis]]:
    return {sentence: [] for sentence in call.sentences}


if __name__ == "__main__":
    main()
