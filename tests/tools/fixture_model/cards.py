"""Writes the two texts that go with the models."""

from collections.abc import Iterable

from fixture_model.evaluate import Score
from fixture_model.network import Shape
from fixture_model.pairs import LANGUAGES, Direction


def readme(direction: Direction, pairs: int, pieces: int, shape: Shape) -> str:
    """Returns the model card that goes into a package.

    Args:
        direction: the languages.
        pairs: how many sentence pairs the model was trained on.
        pieces: the size of its vocabulary.
        shape: the sizes of its network.
    """
    return f"""\
# {_title(direction)}: a test fixture

Never use this model to translate anything.

`tests/tools/fixture_model` of dualpress trained it from the reviewed translations of dualpress's
own example articles. It knows these sentences and nothing else: of any other text it makes
nonsense. It exists so that the tests can see what only a real model shows: scores, n-best lists,
attention, batches, unknown words.

- Training data: {pairs} sentence pairs.
- Tokenizer: SentencePiece, unigram, {pieces} pieces for both languages.
- Network: Transformer, {shape.encoder_layers} encoder and {shape.decoder_layers} decoder layers,
  {shape.width} wide, {shape.heads} heads, {shape.inner} inside the feed-forward layers. Trained
  with PyTorch, converted to CTranslate2, 8-bit integers.
- Licence: MIT, as dualpress and its example articles.
"""


def card(scores: Iterable[Score]) -> str:
    """Returns the text of ``CARD.md``, which stands beside the packages.

    Args:
        scores: the figures of each package.
    """
    sections = "\n".join(map(_section, scores))
    return f"""\
# Models for the tests

Never use these models to translate anything.

Each file is an Argos Translate package with a very small real model. `tests/tools/fixture_model`
trained them from the reviewed translations in `examples/po`. They know these sentences and nothing
else: of any other text they make nonsense. The tests use them for what only a real model shows:
scores, n-best lists, attention, batches, unknown words.

The tool's `__init__.py` says how to train them again and how to measure them; it also wrote this
page. Licence: MIT, as dualpress and its example articles.

{sections}"""


def _section(score: Score) -> str:
    """Returns what the card says of one package."""
    return f"""\
## {_title(score.direction)}

| | |
|---|---|
| file | `{score.file}` |
| size | {score.size / 1e6:.2f} MB |
| SHA-256 | `{score.sha256}` |
| sentence pairs | {score.pairs} |
| translated exactly as reviewed, beam of 4 | {score.exact_beam:.1%} |
| the same, greedy | {score.exact_greedy:.1%} |
| chrF, beam of 4 | {score.chrf:.1f} |
| attention within one piece of the aligned piece | {score.attention:.1%} |
| references that the tokenizer can write as they are | {score.writable:.1%} |
"""


def _title(direction: Direction) -> str:
    """Returns the languages in words."""
    return f"{LANGUAGES[direction.source]} to {LANGUAGES[direction.target]}"
