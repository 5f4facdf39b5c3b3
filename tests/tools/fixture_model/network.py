"""A small pre-norm Transformer, laid out as CTranslate2 computes one.

Every sublayer holds its own layer norm and residual, the position table is added to embeddings
scaled by the square root of their size, and one embedding serves the source, the target and the
output. This is how OpenNMT-py builds the models of Argos Translate.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

LONGEST = 1024
"""Positions in the table: as many pieces as CTranslate2 reads of an input by default."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network."""

    width: int = 192
    heads: int = 4
    inner: int = 768
    encoder_layers: int = 2
    decoder_layers: int = 2
    dropout: float = 0.1


class Attention(nn.Module):
    """Multi-head attention over ``memory``, or over the input itself."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.output = nn.Linear(shape.width, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(
        self, inputs: Tensor, hidden: Tensor, memory: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Attends.

        Args:
            inputs: batch x places x width.
            hidden: true where a place (row) must not see another (column); broadcast to
                batch x heads x rows x columns.
            memory: what is attended to, already normalised; the inputs where it is left out.

        Returns:
            The inputs with what was read added, and the weights, batch x heads x rows x columns.
        """
        normed = self.norm(inputs)
        memory = normed if memory is None else memory
        query, key, value = (
            self._split(project(states))
            for project, states in (
                (self.query, normed),
                (self.key, memory),
                (self.value, memory),
            )
        )
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
        weights = scores.masked_fill(hidden, float("-inf")).softmax(dim=-1)
        read = (weights @ value).transpose(1, 2).flatten(2)
        return inputs + self.dropout(self.output(read)), weights

    def _split(self, states: Tensor) -> Tensor:
        """Cuts batch x places x width into batch x heads x places x part."""
        return states.view(*states.shape[:-1], self.heads, -1).transpose(1, 2)


class FeedForward(nn.Module):
    """Two linear layers with ReLU between them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.first = nn.Linear(shape.width, shape.inner)
        self.second = nn.Linear(shape.inner, shape.width)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, inputs: Tensor) -> Tensor:
        """Adds to each place what the two layers make of it."""
        inner = functional.relu(self.first(self.norm(inputs)))
        result: Tensor = inputs + self.dropout(self.second(inner))
        return result


class EncoderLayer(nn.Module):
    """Self-attention, then feed-forward."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.self_attention = Attention(shape)
        self.feed_forward = FeedForward(shape)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """Returns the states after this layer."""
        states, _ = self.self_attention(states, hidden)
        result: Tensor = self.feed_forward(states)
        return result


class DecoderLayer(nn.Module):
    """Self-attention, attention over the source, then feed-forward."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.self_attention = Attention(shape)
        self.source_attention = Attention(shape)
        self.feed_forward = FeedForward(shape)

    def forward(
        self, states: Tensor, future: Tensor, memory: Tensor, padding: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Returns the states after this layer, and the weights of its look at the source."""
        states, _ = self.self_attention(states, future)
        states, weights = self.source_attention(states, padding, memory)
        return self.feed_forward(states), weights


class Transformer(nn.Module):
    """Encoder and decoder over one shared vocabulary."""

    def __init__(self, shape: Shape, vocabulary_size: int) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(vocabulary_size, shape.width)
        self.output_bias = nn.Parameter(torch.zeros(vocabulary_size))
        self.positions: Tensor
        self.register_buffer("positions", position_table(LONGEST, shape.width), persistent=False)
        self.dropout = nn.Dropout(shape.dropout)
        self.encoder = nn.ModuleList(EncoderLayer(shape) for _ in range(shape.encoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder = nn.ModuleList(DecoderLayer(shape) for _ in range(shape.decoder_layers))
        self.decoder_norm = nn.LayerNorm(shape.width)
        self._initialise()

    def _initialise(self) -> None:
        """Draws the weights; embeddings so that, once scaled, they weigh as much as positions."""
        nn.init.normal_(self.embedding.weight, std=self.shape.width**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def encode(self, source: Tensor, padding: Tensor) -> Tensor:
        """Returns what the encoder makes of the source ids, batch x places x width."""
        states = self._embed(source)
        for layer in self.encoder:
            states = layer(states, padding)
        result: Tensor = self.encoder_norm(states)
        return result

    def decode(self, target: Tensor, memory: Tensor, padding: Tensor) -> tuple[Tensor, Tensor]:
        """Predicts the id after each target id.

        Args:
            target: batch x places, beginning with the start id.
            memory: the encoder's output.
            padding: true at the source places that are padding, batch x 1 x 1 x places.

        Returns:
            Logits, batch x places x vocabulary, and the source attention of the first head of the
            last layer, batch x places x source places: the head that CTranslate2 returns.
        """
        places = target.shape[1]
        future = torch.ones(places, places, dtype=torch.bool, device=target.device).triu(1)
        states = self._embed(target)
        weights = memory
        for layer in self.decoder:
            states, weights = layer(states, future, memory, padding)
        logits = functional.linear(
            self.decoder_norm(states), self.embedding.weight, self.output_bias
        )
        return logits, weights[:, 0]

    def forward(self, source: Tensor, padding: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Encodes the source and decodes the target; arguments and result as in the two."""
        return self.decode(target, self.encode(source, padding), padding)

    def _embed(self, ids: Tensor) -> Tensor:
        """Returns scaled embeddings plus positions."""
        scaled = self.embedding(ids) * math.sqrt(self.shape.width)
        result: Tensor = self.dropout(scaled + self.positions[: ids.shape[1]])
        return result


def position_table(places: int, width: int) -> Tensor:
    """Returns the sinusoids of the first places, sines in the even columns, cosines in the odd."""
    place = torch.arange(places, dtype=torch.float32).unsqueeze(1)
    rate = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    table = torch.empty(places, width)
    table[:, 0::2] = torch.sin(place * rate)
    table[:, 1::2] = torch.cos(place * rate)
    return table


@torch.no_grad()
def greedy(
    model: Transformer, source: Tensor, padding: Tensor, start: int, end: int, longest: int
) -> Tensor:
    """Translates a batch, taking the likeliest id at each step.

    Args:
        model: the network, in evaluation mode.
        source: source ids, batch x places.
        padding: as for ``Transformer.decode``.
        start: the id before the first one.
        end: the id after the last one.
        longest: how many ids to stop at.

    Returns:
        Ids, batch x places, without the start; what follows an end id is of no meaning.
    """
    memory = model.encode(source, padding)
    target = torch.full((len(source), 1), start)
    ended = torch.zeros(len(source), dtype=torch.bool)
    while not ended.all() and target.shape[1] <= longest:
        logits, _ = model.decode(target, memory, padding)
        best = logits[:, -1].argmax(dim=-1)
        target = torch.cat([target, best.unsqueeze(1)], dim=1)
        ended |= best == end
    return target[:, 1:]
