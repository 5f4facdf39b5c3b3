"""Makes training batches of the pairs, each time slightly varied.

A model that only ever saw the exact sentences says nonsense after the smallest edit. In each epoch
some sentences are therefore changed, both sides alike where the change calls for it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from fixture_model.alignment import Link, Matrix, align, trusted_links
from fixture_model.pairs import Pair
from fixture_model.pieces import END, SPACE, START, UNKNOWN, Tokenizer

IGNORED = -100
"""The label that PyTorch's loss leaves out."""

_POOL = 8
"""Batches are cut from pools of this many, sorted by length, so that little is padding."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as ids, without start and end."""

    source: list[int]
    target: list[int]
    alignment: Matrix
    """Where each target piece comes from, target x source."""
    links: list[Link]
    """The places that surely belong together."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The tensors of some examples, padded to the longest."""

    source: Tensor
    """Source ids, batch x source places."""
    padding: Tensor
    """True at source places that are padding, batch x 1 x 1 x source places."""
    before: Tensor
    """Target ids from the start id on, batch x target places."""
    labels: Tensor
    """Target ids up to the end id, then ``IGNORED``, batch x target places."""
    alignment: Tensor
    """Where each target place comes from, batch x target places x source places."""


@dataclass(frozen=True, slots=True)
class Odds:
    """How often an example is varied, and how."""

    number: float = 0.3
    """That a number standing in both sides becomes another one in both."""
    unknown: float = 0.15
    """That a word and its translation both become the unknown piece, as a name copied would."""
    noise: float = 0.05
    """That a piece the network reads becomes any other piece, what it has to write staying as it
    is. On the source side it makes up for edits. On the target side it teaches to go on after a
    mistake: without, the wrong hypotheses of a beam end early and crowd out the right one."""


class Kinds:
    """Finds numbers and words among ids, by pattern: each piece is one letter."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._kinds = "".join(map(_kind, vocabulary))

    def alike(self, index: int) -> list[int]:
        """Returns the ids of all pieces of the same kind."""
        return [other for other, kind in enumerate(self._kinds) if kind == self._kinds[index]]

    def shared_numbers(self, example: Example) -> list[tuple[slice, slice]]:
        """Returns the places, in source and target, of numbers that stand once in each."""
        theirs = self._numbers(example.target)
        return [
            (ours[0], theirs[number][0])
            for number, ours in self._numbers(example.source).items()
            if len(ours) == 1 == len(theirs.get(number, ()))
        ]

    def words(self, ids: Sequence[int]) -> dict[int, slice]:
        """Returns for the place of each word's first piece the places of all its pieces."""
        return {span.start: span for span in self._spans("wc*", ids)}

    def _numbers(self, ids: Sequence[int]) -> dict[tuple[int, ...], list[slice]]:
        """Returns the runs of digits and their places."""
        found: dict[tuple[int, ...], list[slice]] = {}
        for span in self._spans("nd*|d+", ids):
            found.setdefault(tuple(ids[span]), []).append(span)
        return found

    def _spans(self, pattern: str, ids: Sequence[int]) -> Iterator[slice]:
        """Yields the places whose pieces are of the kinds of a pattern."""
        for match in re.finditer(pattern, "".join(self._kinds[index] for index in ids)):
            yield slice(*match.span())


def make_examples(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Example]:
    """Cuts the pairs into ids and aligns them."""
    ids = [(tokenizer.ids(pair.source), tokenizer.ids(pair.target)) for pair in pairs]
    alignments = align(ids, len(tokenizer.vocabulary))
    kinds = Kinds(tokenizer.vocabulary)
    examples = [
        Example(source, target, alignment, links)
        for (source, target), alignment, links in zip(
            ids, alignments, trusted_links(ids, alignments), strict=True
        )
    ]
    for example in examples:
        _align_numbers(example, kinds)
    return examples


def collate(examples: Sequence[Example]) -> Batch:
    """Pads examples to one size; padding carries the end id, which the masks hide."""
    count = len(examples)
    columns = max(len(example.source) for example in examples)
    rows = max(len(example.target) for example in examples) + 1
    source = torch.full((count, columns), END)
    padding = torch.ones(count, 1, 1, columns, dtype=torch.bool)
    before = torch.full((count, rows), END)
    labels = torch.full((count, rows), IGNORED)
    alignment = torch.zeros(count, rows, columns)
    for index, example in enumerate(examples):
        width, height = len(example.source), len(example.target)
        source[index, :width] = torch.tensor(example.source)
        padding[index, ..., :width] = False
        before[index, : height + 1] = torch.tensor([START, *example.target])
        labels[index, : height + 1] = torch.tensor([*example.target, END])
        alignment[index, :height, :width] = torch.from_numpy(example.alignment)
    return Batch(source, padding, before, labels, alignment)


def plain_batches(examples: Sequence[Example], size: int) -> Iterator[Batch]:
    """Yields all examples as they are, in order of length."""
    ordered = sorted(examples, key=_length)
    for start in range(0, len(ordered), size):
        yield collate(ordered[start : start + size])


def varied_batches(
    examples: Sequence[Example], size: int, varier: "Varier", random: np.random.Generator
) -> Iterator[Batch]:
    """Yields all examples once, in random order, varied and disturbed."""
    order = random.permutation(len(examples))
    pool = size * _POOL
    for start in range(0, len(order), pool):
        varied = sorted(
            (varier.vary(examples[index]) for index in order[start : start + pool]), key=_length
        )
        cuts = range(0, len(varied), size)
        for cut in random.permutation(len(cuts)):
            yield varier.disturb(collate(varied[cuts[cut] : cuts[cut] + size]))


class Varier:
    """Changes examples at random; the same generator gives the same changes."""

    def __init__(self, vocabulary: Sequence[str], odds: Odds, random: np.random.Generator) -> None:
        self._odds = odds
        self._random = random
        self._size = len(vocabulary)
        self._space = vocabulary.index(SPACE)
        self._kinds = Kinds(vocabulary)

    def vary(self, example: Example) -> Example:
        """Returns the example with some changes to both sides, as chance has it."""
        example = self._with_other_numbers(example)
        if self._random.random() < self._odds.unknown:
            example = self._with_unknown_word(example)
        return example

    def disturb(self, batch: Batch) -> Batch:
        """Returns the batch with noise in what the network reads."""
        before = self._with_noise(batch.before)
        before[:, 0] = START
        return replace(batch, source=self._with_noise(batch.source), before=before)

    def _with_other_numbers(self, example: Example) -> Example:
        """Changes some of the numbers that stand once in each side."""
        source, target = list(example.source), list(example.target)
        for ours, theirs in self._kinds.shared_numbers(example):
            if self._random.random() < self._odds.number:
                number = [
                    int(self._random.choice(self._kinds.alike(index))) for index in source[ours]
                ]
                source[ours] = target[theirs] = number
        return replace(example, source=source, target=target)

    def _with_unknown_word(self, example: Example) -> Example:
        """Makes one word and its translation unknown, where two words belong together."""
        source_words = self._kinds.words(example.source)
        target_words = self._kinds.words(example.target)
        spans = [
            (source_words[link.source], target_words[link.target])
            for link in example.links
            if link.source in source_words and link.target in target_words
        ]
        if not spans:
            return example
        columns, rows = spans[self._random.integers(len(spans))]
        unknown = [self._space, UNKNOWN]
        return Example(
            [*example.source[: columns.start], *unknown, *example.source[columns.stop :]],
            [*example.target[: rows.start], *unknown, *example.target[rows.stop :]],
            _linked(example.alignment, rows, columns),
            links=[],  # Their places have moved, and they are not asked for again.
        )

    def _with_noise(self, ids: Tensor) -> Tensor:
        """Replaces some pieces by any others; an unknown one stays, as it has to be copied."""
        hit = torch.from_numpy(self._random.random(ids.shape) < self._odds.noise)
        others = torch.from_numpy(self._random.integers(END + 1, self._size, ids.shape))
        return torch.where(hit & (ids != UNKNOWN), others, ids)


def _length(example: Example) -> tuple[int, int]:
    """Returns what examples are sorted by."""
    return len(example.target), len(example.source)


def _kind(piece: str) -> str:
    """Tells the first piece of a number (n) or word (w), a later one (d or c), and all else (-)."""
    text = piece.removeprefix(SPACE)
    first = text != piece
    if text.isascii() and text.isdecimal():
        return "n" if first else "d"
    if text and unicodedata.category(text[0])[0] in "LM":
        return "w" if first else "c"
    return "-"


def _align_numbers(example: Example, kinds: Kinds) -> None:
    """Aligns numbers digit by digit: counting cannot tell one digit from its like."""
    for ours, theirs in kinds.shared_numbers(example):
        example.alignment[theirs] = 0.0
        example.alignment[range(theirs.start, theirs.stop), range(ours.start, ours.stop)] = 1.0


def _linked(alignment: Matrix, rows: slice, columns: slice) -> Matrix:
    """Returns the alignment with the span replaced by two pieces that belong together."""
    above, below = alignment[: rows.start], alignment[rows.stop :]
    rest = np.concatenate([above, np.zeros((2, alignment.shape[1]), np.float32), below])
    left, right = rest[:, : columns.start], rest[:, columns.stop :]
    linked = np.concatenate([left, np.zeros((len(rest), 2), np.float32), right], axis=1)
    for place in range(2):
        linked[rows.start + place, columns.start + place] = 1.0
    return linked
