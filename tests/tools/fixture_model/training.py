"""Trains a network until it knows its sentences."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from fixture_model.batches import (
    IGNORED,
    Batch,
    Example,
    Odds,
    Varier,
    plain_batches,
    varied_batches,
)
from fixture_model.network import Shape, Transformer

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train."""

    seed: int = 1
    batch_size: int = 16
    learning_rate: float = 3e-3
    warmup_steps: int = 400
    label_smoothing: float = 0.05
    guidance: float = 0.1
    """The weight of the alignment's part in the loss."""
    averaging: float = 0.99
    """How much of the averaged weights stays at each step; the average is what is kept."""
    enough: float = 0.985
    """The share of sentences known that ends the training; int8 and beam search lose a few."""
    checked_every: int = 5
    """Epochs from one count of the sentences known to the next."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network, in evaluation mode, and how it came about."""

    model: Transformer
    epochs: int
    known: float


def train(
    examples: Sequence[Example],
    vocabulary: Sequence[str],
    deadline: float,
    shape: Shape | None = None,
    recipe: Recipe | None = None,
) -> Trained:
    """Trains until nearly all sentences are known, or until the deadline.

    Args:
        examples: the pairs to know.
        vocabulary: the pieces, by id.
        deadline: the reading of ``time.time`` at which to stop in any case.
        shape: the sizes of the network.
        recipe: how to train.

    Returns:
        The averaged weights.
    """
    recipe = recipe or Recipe()
    _make_deterministic(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    varier = Varier(vocabulary, Odds(), random)
    model = Transformer(shape or Shape(), len(vocabulary))
    average_of = get_ema_multi_avg_fn(recipe.averaging)  # type: ignore[no-untyped-call]
    average = AveragedModel(model, multi_avg_fn=average_of)
    kept = cast(Transformer, average.module)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=recipe.learning_rate, betas=(0.9, 0.98), eps=1e-9
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: _rate(step + 1, recipe.warmup_steps)
    )
    epochs, known = 0, 0.0
    while known < recipe.enough and time.time() < deadline:
        model.train()
        for batch in varied_batches(examples, recipe.batch_size, varier, random):
            loss = _loss(model, batch, recipe)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
        epochs += 1
        if epochs % recipe.checked_every == 0:
            known = share_known(kept, examples)
            _LOG.info("epoch %d: loss %.3f, known %.1f %%", epochs, loss.item(), 100 * known)
    return Trained(kept, epochs, share_known(kept, examples))


@torch.no_grad()
def share_known(model: Transformer, examples: Sequence[Example]) -> float:
    """Returns the share of examples that greedy decoding gives back exactly.

    Where each piece is the likeliest one after the right pieces before it, and only there, greedy
    decoding finds them all: so nothing needs to be decoded.
    """
    model.eval()
    right = 0
    for batch in plain_batches(examples, 64):
        logits, _ = model(batch.source, batch.padding, batch.before)
        fits = (logits.argmax(dim=-1) == batch.labels) | (batch.labels == IGNORED)
        right += int(fits.all(dim=1).sum())
    return right / len(examples)


def _loss(model: Transformer, batch: Batch, recipe: Recipe) -> torch.Tensor:
    """Returns the loss on the pieces plus that of the guided attention head."""
    logits, attention = model(batch.source, batch.padding, batch.before)
    pieces = functional.cross_entropy(
        logits.flatten(0, 1),
        batch.labels.flatten(),
        ignore_index=IGNORED,
        label_smoothing=recipe.label_smoothing,
    )
    looks = -(batch.alignment * attention.clamp_min(1e-9).log()).sum()
    aligned = batch.alignment.sum().clamp_min(1.0)
    loss: torch.Tensor = pieces + recipe.guidance * looks / aligned
    return loss


def _rate(step: int, warmup: int) -> float:
    """Returns the factor of the learning rate: up in a line, then down with the square root."""
    return float(min(step / warmup, (warmup / step) ** 0.5))


def _make_deterministic(seed: int) -> None:
    """Fixes all that PyTorch would otherwise choose by chance or by the number of processors."""
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    # Only finds reads of memory never written, and costs time.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
    # The matrices are too small to share out: two directions side by side end sooner.
    torch.set_num_threads(1)
