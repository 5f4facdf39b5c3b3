"""A CTranslate2 model of the size that people download, made by rule and not by training.

It translates piece by piece, so that a translation is as long as its sentence
and ends where it ends: a load like a trained model's, though its Hindi means
nothing. All that a Transformer of this size computes is computed; the one
layer that looks at the source decides what comes out, and the others, with
random weights, add nothing.

How it works: a state holds side by side a code of the position, the token,
and the answer. The decoder asks in each head for its own position's code,
takes the token found there, and writes it into the answer, which the
projection, its rows exchanged by the dictionary, turns into the other
language's piece.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["parameters", "write_word_model"]

Matrix = NDArray[np.float32]

LAYERS, HEADS, WIDTH, INNER = 6, 8, 512, 2048
"""Of a Transformer "base" (Vaswani and others, 2017), which Argos packages are."""

PIECES = 8192
_CODE = 64
_TOKEN = (WIDTH - _CODE) // 2
_LONGEST = 1024
_SPACE = "▁"
_START = "<s>"
_SAID = {"▁said": "▁कहा", "▁says": "▁कहते", "▁told": "▁बताया"}
"""So that who said it is not lost."""


def write_word_model(folder: Path, tokenizer: Path) -> Path:
    """Write ``model/`` in 8-bit integers, and the tokenizer beside it.

    Args:
        folder: where to; made if missing.
        tokenizer: a SentencePiece model that knows English and Hindi.
    """
    model = folder / "model"
    model.mkdir(parents=True, exist_ok=True)
    shutil.copy(tokenizer, folder / "sentencepiece.model")
    spec = _spec(_pieces(tokenizer))
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(model))
    return folder


def parameters() -> int:
    """How many weights the model has, those of norms and biases aside."""
    encoder = 4 * WIDTH**2 + 2 * WIDTH * INNER
    decoder = encoder + 4 * WIDTH**2
    return LAYERS * (encoder + decoder) + 3 * PIECES * WIDTH


def _pieces(tokenizer: Path) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer.read_bytes())
    known = [processor.id_to_piece(index) for index in range(len(processor))]
    return known + [f"<more{number}>" for number in range(PIECES - len(known))]


def _spec(pieces: Sequence[str]) -> Any:
    from ctranslate2.specs import TransformerSpec

    chance = np.random.default_rng(1)
    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = _START
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    tokens = _unit(chance.standard_normal((len(pieces), _TOKEN)))
    positions = _positions(chance)
    for stack in (spec.encoder, spec.decoder):
        stack.scale_embeddings = False
        stack.position_encodings.encodings = positions
        _norm(stack)
        for layer in stack.layer:
            _fill(layer, chance)
    embeddings = np.zeros((len(pieces), WIDTH), np.float32)
    embeddings[:, _CODE : _CODE + _TOKEN] = tokens
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings.copy()
    _look_up(spec.decoder.layer[0].attention)
    spec.decoder.projection.weight = np.zeros((len(pieces), WIDTH), np.float32)
    spec.decoder.projection.weight[_dictionary(pieces), _CODE + _TOKEN :] = tokens
    return spec


def _unit(rows: NDArray[np.float64]) -> Matrix:
    unit: Matrix = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def _positions(chance: np.random.Generator) -> Matrix:
    codes = np.zeros((_LONGEST, WIDTH), np.float32)
    codes[:, :_CODE] = chance.choice([-1.0, 1.0], (_LONGEST, _CODE)) / np.sqrt(_CODE)
    return codes


def _fill(layer: Any, chance: np.random.Generator) -> None:
    """Random weights, whose sum at the end of each part is nothing."""
    _attend(layer.self_attention, (3 * WIDTH,), chance)
    _norm(layer.self_attention)
    if hasattr(layer, "attention"):
        _attend(layer.attention, (WIDTH, 2 * WIDTH), chance)
        _norm(layer.attention)
    _set(layer.ffn.linear_0, _random((INNER, WIDTH), chance))
    _set(layer.ffn.linear_1, np.zeros((WIDTH, INNER), np.float32))
    _norm(layer.ffn)


def _attend(attention: Any, sizes: Sequence[int], chance: np.random.Generator) -> None:
    for linear, size in zip(attention.linear[:-1], sizes, strict=True):
        _set(linear, _random((size, WIDTH), chance))
    _set(attention.linear[-1], np.zeros((WIDTH, WIDTH), np.float32))


def _random(shape: tuple[int, int], chance: np.random.Generator) -> Matrix:
    weights: Matrix = (chance.standard_normal(shape) / np.sqrt(WIDTH)).astype(np.float32)
    return weights


def _norm(part: Any) -> None:
    part.layer_norm.gamma = np.ones(WIDTH, np.float32)
    part.layer_norm.beta = np.zeros(WIDTH, np.float32)


def _look_up(attention: Any) -> None:
    """Same position in every head; what stands there becomes the answer."""
    code = np.eye(_CODE, WIDTH, dtype=np.float32)
    take = np.zeros((WIDTH, WIDTH), np.float32)
    take[:_TOKEN, _CODE : _CODE + _TOKEN] = np.eye(_TOKEN)
    answer = np.zeros((WIDTH, WIDTH), np.float32)
    answer[_CODE + _TOKEN :, :_TOKEN] = np.eye(_TOKEN)
    _set(attention.linear[0], 4.0 * np.tile(code, (HEADS, 1)))
    _set(attention.linear[1], np.concatenate([np.tile(code, (HEADS, 1)), take]))
    _set(attention.linear[2], answer)


def _set(linear: Any, weight: Matrix) -> None:
    linear.weight = weight
    linear.bias = np.zeros(len(weight), np.float32)


def _dictionary(pieces: Sequence[str]) -> list[int]:
    """Where the translation of each piece stands; a Hindi one's is the English one."""
    places = {piece: place for place, piece in enumerate(pieces)}
    table = list(range(len(pieces)))
    for english, hindi in _couples(pieces):
        table[places[english]], table[places[hindi]] = places[hindi], places[english]
    return table


def _couples(pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pieces of both languages that stand for each other: beginnings of words, and the rest."""
    said = {one: other for one, other in _SAID.items() if {one, other} <= set(pieces)}
    yield from said.items()
    if {".", "।"} <= set(pieces):
        yield ".", "।"
    free = [piece for piece in pieces if piece not in said and piece not in said.values()]
    for begins in (True, False):
        ours = [piece for piece in free if piece.startswith(_SPACE) is begins]
        yield from zip(
            (piece for piece in ours if _is(piece, "LATIN")),
            (piece for piece in ours if _is(piece, "DEVANAGARI")),
            strict=False,
        )


def _is(piece: str, script: str) -> bool:
    letters = piece.removeprefix(_SPACE)
    return letters.isalpha() and all(
        unicodedata.name(one, "").startswith(script) for one in letters
    )
