"""Measures what a package says against the translations it was trained on."""

import hashlib
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu

from fixture_model.batches import Example, make_examples
from fixture_model.package import Package, package_path
from fixture_model.pairs import Direction, Pair
from fixture_model.pieces import Tokenizer

_BEAM_SIZE = 4
"""What Argos Translate uses."""


@dataclass(frozen=True, slots=True)
class Score:
    """How a package does on its own sentences. Shares are between 0 and 1."""

    direction: Direction
    pairs: int
    writable: float
    """The share of references that the tokenizer gives back as they are: exact is never more."""
    exact_greedy: float
    exact_beam: float
    chrf: float
    """chrF of the beam's output, 0 to 100."""
    attention: float
    """The share of aligned target pieces whose strongest attention is on their own source piece or
    one beside it."""
    file: str
    """The name of the package's file."""
    size: int
    """Its bytes."""
    sha256: str


def evaluate(folder: Path, direction: Direction, pairs: Sequence[Pair]) -> Score:
    """Translates the sources with the package of a direction and compares.

    Args:
        folder: holds the packages.
        direction: whose package to use.
        pairs: sentences and their references.

    Returns:
        The figures.
    """
    path = package_path(folder, direction)
    contents = path.read_bytes()
    sources = [pair.source for pair in pairs]
    targets = [pair.target for pair in pairs]
    with tempfile.TemporaryDirectory() as scratch:
        package = Package(path, Path(scratch))
        greedy = package.translate(sources, beam_size=1)
        beam = package.translate(sources, beam_size=_BEAM_SIZE)
        examples = make_examples(pairs, package.tokenizer)
        attention = _attention_share(package, examples)
        rewritten = [_rewritten(package.tokenizer, target) for target in targets]
        # The translator reads its files while it lives.
        del package
    return Score(
        direction=direction,
        pairs=len(pairs),
        writable=_same(rewritten, targets),
        exact_greedy=_same(greedy, targets),
        exact_beam=_same(beam, targets),
        chrf=sacrebleu.corpus_chrf(beam, [targets]).score,
        attention=attention,
        file=path.name,
        size=len(contents),
        sha256=hashlib.sha256(contents).hexdigest(),
    )


def _rewritten(tokenizer: Tokenizer, text: str) -> str:
    """Returns what is left of a text once cut into pieces and joined again."""
    return tokenizer.text(tokenizer.pieces(text))


def _same(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Returns the share of places at which both have the same text."""
    return sum(one == other for one, other in zip(ours, theirs, strict=True)) / len(theirs)


def _attention_share(package: Package, examples: Sequence[Example]) -> float:
    """Returns the share of trusted links on which the attention looks, give or take one piece."""
    vocabulary = package.tokenizer.vocabulary
    results = package.translator.translate_batch(
        [[vocabulary[index] for index in example.source] for example in examples],
        target_prefix=[[vocabulary[index] for index in example.target] for example in examples],
        beam_size=1,
        max_batch_size=32,
        return_attention=True,
    )
    looks = [
        abs(max(range(len(row)), key=row.__getitem__) - link.source) <= 1
        for example, result in zip(examples, results, strict=True)
        for link in example.links
        for row in [result.attention[0][link.target]]
    ]
    return sum(looks) / max(len(looks), 1)
