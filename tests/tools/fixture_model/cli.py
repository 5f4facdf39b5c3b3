"""The commands ``train`` and ``evaluate``."""

import argparse
import logging
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fixture_model import cards
from fixture_model.batches import make_examples
from fixture_model.convert import agreement, save_model
from fixture_model.evaluate import Score, evaluate
from fixture_model.package import package_path, write_package
from fixture_model.pairs import DIRECTIONS, Direction, read_pairs
from fixture_model.pieces import Tokenizer, train_tokenizer
from fixture_model.training import train

_LOG = logging.getLogger(__name__)

_VOCABULARY_SIZE = 4000
_GOOD_ENOUGH = 0.9
"""The share of sentences that a package must translate exactly, to be of use in tests."""
_COMPARED = 64
"""Sentences translated by the network too, slowly, to prove the conversion."""
_SAME_ENOUGH = 0.98
"""Of these, the share that must be the same: two pieces may be all but equally likely."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status: 1 where a model knows too little."""
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    """Returns the parser of both commands."""
    parser = argparse.ArgumentParser(prog="fixture_model", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    po = argparse.ArgumentParser(add_help=False)
    po.add_argument(
        "--po",
        type=Path,
        default=Path("examples/po"),
        help="folder of the PO files, <article-id>/<lang>.po (default: %(default)s)",
    )

    training = commands.add_parser("train", parents=[po], help="train, pack and measure models")
    training.add_argument("--out", type=Path, required=True, help="folder to write packages to")
    training.add_argument(
        "--direction",
        choices=[*map(str, DIRECTIONS), "both"],
        default="both",
        help="which model to train (default: %(default)s)",
    )
    training.add_argument(
        "--minutes",
        type=float,
        default=28.0,
        help="longest time to train; the sentences are usually known before (default: %(default)s)",
    )
    training.set_defaults(run=_train)

    evaluation = commands.add_parser("evaluate", parents=[po], help="measure packed models")
    evaluation.add_argument("--models", type=Path, required=True, help="folder of the packages")
    evaluation.set_defaults(run=_evaluate)
    return parser


def _train(options: argparse.Namespace) -> int:
    """Trains the chosen directions side by side, measures all packages and writes the card."""
    options.out.mkdir(parents=True, exist_ok=True)
    chosen = [item for item in DIRECTIONS if options.direction in (str(item), "both")]
    deadline = time.time() + 60 * options.minutes
    # Spawned, not forked: a fork would inherit the state of PyTorch's threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(chosen), mp_context=context) as pool:
        futures = [
            pool.submit(_make_package, options.po, options.out, direction, deadline)
            for direction in chosen
        ]
        for future in futures:
            future.result()
    scores = _measure(options.out, options.po)
    (options.out / "CARD.md").write_text(cards.card(scores), encoding="utf-8", newline="\n")
    return _status(scores)


def _evaluate(options: argparse.Namespace) -> int:
    """Measures all packages of a folder."""
    return _status(_measure(options.models, options.po))


def _make_package(po_dir: Path, out: Path, direction: Direction, deadline: float) -> None:
    """Trains and packs the model of one direction; runs in a process of its own.

    Args:
        po_dir: folder of the PO files.
        out: folder to write the package to.
        direction: the languages.
        deadline: the time (of ``time.time``, the same in all processes) to stop at in any case.
    """
    logging.basicConfig(level=logging.INFO, format=f"{direction} %(message)s", stream=sys.stderr)
    started = time.time()
    pairs = read_pairs(po_dir, direction)
    if not pairs:
        raise SystemExit(f"No reviewed pair found below {po_dir}.")
    tokenizer_model = train_tokenizer(pairs, _VOCABULARY_SIZE)
    tokenizer = Tokenizer(tokenizer_model)
    vocabulary = tokenizer.vocabulary
    examples = make_examples(pairs, tokenizer)
    _LOG.info("%d pairs, %d pieces", len(pairs), len(vocabulary))
    trained = train(examples, vocabulary, deadline)
    model = trained.model
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        save_model(model, vocabulary, scratch / "exact", quantization=None)
        same = agreement(model, examples[:_COMPARED], vocabulary, scratch / "exact")
        if same < _SAME_ENOUGH:
            raise RuntimeError(f"CTranslate2 translates only {same:.1%} as PyTorch does.")
        save_model(model, vocabulary, scratch / "model", quantization="int8")
        text = cards.readme(direction, len(pairs), len(vocabulary), model.shape)
        path = package_path(out, direction)
        write_package(path, direction, text, tokenizer_model, scratch / "model")
    _LOG.info(
        "%d epochs, %.0f s; PyTorch knows %.1f %%; CTranslate2 in 32 bits agrees on %.1f %%",
        trained.epochs,
        time.time() - started,
        100 * trained.known,
        100 * same,
    )


def _measure(folder: Path, po_dir: Path) -> list[Score]:
    """Measures and prints the packages that stand in a folder."""
    scores = [
        evaluate(folder, direction, read_pairs(po_dir, direction))
        for direction in DIRECTIONS
        if package_path(folder, direction).exists()
    ]
    for score in scores:
        print(
            f"{score.direction}: {score.pairs} pairs, exact {score.exact_beam:.1%} "
            f"(greedy {score.exact_greedy:.1%}), chrF {score.chrf:.1f}, "
            f"attention {score.attention:.1%}, writable {score.writable:.1%}, "
            f"{score.size / 1e6:.2f} MB"
        )
    return scores


def _status(scores: Sequence[Score]) -> int:
    """Returns 0 where there are models and each knows enough, else 1, having said so."""
    if not scores:
        print("There is no package in this folder.", file=sys.stderr)
        return 1
    poor = [str(score.direction) for score in scores if score.exact_beam < _GOOD_ENOUGH]
    if poor:
        print(f"Below {_GOOD_ENOUGH:.0%} exact: {', '.join(poor)}.", file=sys.stderr)
    return 1 if poor else 0
