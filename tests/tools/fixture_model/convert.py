"""Turns a trained network into a CTranslate2 model."""

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import ctranslate2
import torch
from ctranslate2.specs import TransformerSpec
from torch import Tensor, nn

from fixture_model.batches import Example, plain_batches
from fixture_model.network import (
    Attention,
    DecoderLayer,
    EncoderLayer,
    FeedForward,
    Transformer,
    greedy,
)
from fixture_model.pieces import END, START

# The parts of a specification have no types: what they hold is set attribute by attribute.
Spec = Any


def save_model(
    model: Transformer, vocabulary: Sequence[str], folder: Path, quantization: str | None
) -> None:
    """Writes a network as a CTranslate2 model.

    Args:
        model: the network.
        vocabulary: the pieces, by id.
        folder: what to make and fill; its parent exists.
        quantization: ``int8``, or None to keep 32-bit floats.
    """
    shape = model.shape
    spec = TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers), shape.heads, pre_norm=True
    )
    _fill_ends(spec, model)
    for part, layer in zip(spec.encoder.layer, model.encoder, strict=True):
        _fill_encoder_layer(part, cast(EncoderLayer, layer))
    for part, layer in zip(spec.decoder.layer, model.decoder, strict=True):
        _fill_decoder_layer(part, cast(DecoderLayer, layer))
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization=quantization)
    folder.mkdir()
    spec.save(str(folder))


def agreement(
    model: Transformer, examples: Sequence[Example], vocabulary: Sequence[str], folder: Path
) -> float:
    """Compares a converted model with its network.

    Args:
        model: the network, in evaluation mode.
        examples: whose sources are translated.
        vocabulary: the pieces, by id.
        folder: the CTranslate2 model.

    Returns:
        The share of examples for which both give the same pieces, decoding greedily up to the
        length of the references.
    """
    translator = ctranslate2.Translator(str(folder), device="cpu", intra_threads=1)
    same = 0
    for batch in plain_batches(examples, 32):
        longest = batch.labels.shape[1]
        ours = greedy(model, batch.source, batch.padding, START, END, longest).tolist()
        lengths = (~batch.padding).sum(dim=-1).flatten().tolist()
        sources = [
            [vocabulary[index] for index in row[:length]]
            for row, length in zip(batch.source.tolist(), lengths, strict=True)
        ]
        theirs = translator.translate_batch(sources, beam_size=1, max_decoding_length=longest)
        for row, result in zip(ours, theirs, strict=True):
            kept = itertools.takewhile(lambda index: index != END, row)
            same += [vocabulary[index] for index in kept] == result.hypotheses[0]
    return same / len(examples)


def _fill_ends(spec: Spec, model: Transformer) -> None:
    """Sets what stands before the first layers and after the last ones."""
    embedding = _copy(model.embedding.weight)
    positions = _copy(model.positions)
    spec.encoder.embeddings[0].weight = embedding
    spec.encoder.position_encodings.encodings = positions
    spec.decoder.embeddings.weight = embedding
    spec.decoder.position_encodings.encodings = positions
    spec.decoder.projection.weight = embedding
    spec.decoder.projection.bias = _copy(model.output_bias)
    _fill_norm(spec.encoder.layer_norm, model.encoder_norm)
    _fill_norm(spec.decoder.layer_norm, model.decoder_norm)


def _fill_encoder_layer(spec: Spec, layer: EncoderLayer) -> None:
    """Sets the two sublayers."""
    _fill_attention(spec.self_attention, layer.self_attention)
    _fill_feed_forward(spec.ffn, layer.feed_forward)


def _fill_decoder_layer(spec: Spec, layer: DecoderLayer) -> None:
    """Sets the three sublayers."""
    _fill_attention(spec.self_attention, layer.self_attention)
    _fill_source_attention(spec.attention, layer.source_attention)
    _fill_feed_forward(spec.ffn, layer.feed_forward)


def _fill_attention(spec: Spec, attention: Attention) -> None:
    """Sets self-attention: query, key and value in one layer, then the output."""
    _fill_norm(spec.layer_norm, attention.norm)
    _fill_linear(spec.linear[0], attention.query, attention.key, attention.value)
    _fill_linear(spec.linear[1], attention.output)


def _fill_source_attention(spec: Spec, attention: Attention) -> None:
    """Sets attention over the source: the query, then key and value in one layer, the output."""
    _fill_norm(spec.layer_norm, attention.norm)
    _fill_linear(spec.linear[0], attention.query)
    _fill_linear(spec.linear[1], attention.key, attention.value)
    _fill_linear(spec.linear[2], attention.output)


def _fill_feed_forward(spec: Spec, feed_forward: FeedForward) -> None:
    """Sets the two linear layers."""
    _fill_norm(spec.layer_norm, feed_forward.norm)
    _fill_linear(spec.linear_0, feed_forward.first)
    _fill_linear(spec.linear_1, feed_forward.second)


def _fill_linear(spec: Spec, *layers: nn.Linear) -> None:
    """Sets one linear layer that does the work of several."""
    spec.weight = torch.cat([_copy(layer.weight) for layer in layers])
    spec.bias = torch.cat([_copy(layer.bias) for layer in layers])


def _fill_norm(spec: Spec, norm: nn.LayerNorm) -> None:
    """Sets a layer norm."""
    spec.gamma = _copy(norm.weight)
    spec.beta = _copy(norm.bias)


def _copy(weights: Tensor) -> Tensor:
    """Returns weights of their own: CTranslate2 quantises in place."""
    return weights.detach().clone()
