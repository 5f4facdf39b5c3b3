"""A real CTranslate2 model whose weights are set by hand: it translates word by word.

Position attends to position, and what stands there comes out as its dictionary entry. So the
tests of loading, batching, scores, n-best lists, attention and unknown words run on a true
Transformer, know what it must answer, and need neither training nor a download.

How it works: a state holds, side by side, a code of the position, the one-hot token, and the
one-hot answer. The encoder changes nothing. The decoder's look at the source asks for its own
position's code, takes the token found there, and writes the dictionary entry of it (and, weaker,
an alternative) into the answer, which the projection turns into logits.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

WORDS = {
    "the": "वह",
    "dog": "कुत्ता",
    "cat": "बिल्ली",
    "sees": "देखता",
    "house": "घर",
    "river": "नदी",
    ".": "।",
    ",": ",",
}
"""What the model knows; a word of it translates into its neighbour's entry as second best."""

_CODE = 64
_LONGEST = 700


def write_model(folder: Path, *, source_end: bool = True) -> Path:
    """Writes ``model/`` and ``sentencepiece.model`` as an Argos package has them.

    Args:
        folder: where to; made if missing.
        source_end: whether the model itself adds the end token to the source; without it, the
            model is configured as one converted from Marian by way of Transformers is.
    """
    model = folder / "model"
    model.mkdir(parents=True, exist_ok=True)
    tokenizer = _train_tokenizer()
    (folder / "sentencepiece.model").write_bytes(tokenizer)
    spec = _build_spec(_vocabulary(tokenizer), source_end=source_end)
    spec.validate()
    spec.save(str(model))
    return folder


def write_package(folder: Path, metadata: Mapping[str, Any] | None = None, **changes: Any) -> Path:
    """Writes an unpacked Argos package with the model; ``changes`` go into its metadata."""
    write_model(folder)
    described = dict(metadata) if metadata is not None else package_metadata()
    described.update(changes)
    (folder / "metadata.json").write_text(json.dumps(described), encoding="utf-8")
    (folder / "README.md").write_text("# A dictionary\n", encoding="utf-8")
    return folder


def package_metadata() -> dict[str, Any]:
    """Metadata in the form in which Argos Translate writes it."""
    return {
        "package_version": "1.1",
        "argos_version": "1.1",
        "from_code": "en",
        "from_name": "English",
        "to_code": "hi",
        "to_name": "Hindi",
    }


def zip_folder(folder: Path, archive: Path, root: str = "en_hi") -> Path:
    """Packs a folder as ``.argosmodel``: a zip archive with one folder at its top."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, f"{root}/{path.relative_to(folder).as_posix()}")
    return archive


def _train_tokenizer() -> bytes:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join([*WORDS, *WORDS.values()])] * 2),
        model_writer=model,
        model_type="word",
        vocab_size=len({*WORDS, *WORDS.values()}) + 3,
        minloglevel=2,
    )
    return model.getvalue()


def _vocabulary(tokenizer: bytes) -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
    return [processor.id_to_piece(index) for index in range(len(processor))]


def _build_spec(vocabulary: list[str], *, source_end: bool) -> Any:
    from ctranslate2.specs import TransformerSpec

    spec = TransformerSpec.from_config((1, 1), 1)
    spec.config.add_source_eos = source_end
    spec.config.decoder_start_token = "<s>" if source_end else "</s>"
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    size = len(vocabulary)
    width = _CODE + 2 * size
    for stack in (spec.encoder, spec.decoder):
        stack.scale_embeddings = False
        stack.position_encodings.encodings = _positions(width)
        _set_norms(stack, width)
        _blank_layer(stack.layer[0], width)
    spec.encoder.embeddings[0].weight = _embeddings(size, width)
    spec.decoder.embeddings.weight = _embeddings(size, width)
    _look_up(spec.decoder.layer[0].attention, vocabulary, width)
    spec.decoder.projection.weight = np.eye(size, width, _CODE + size, dtype=np.float32)
    return spec


def _positions(width: int) -> Matrix:
    codes = np.zeros((_LONGEST, width), np.float32)
    signs = np.random.default_rng(1).choice([-1.0, 1.0], (_LONGEST, _CODE))
    codes[:, :_CODE] = signs / np.sqrt(_CODE)
    return codes


def _embeddings(size: int, width: int) -> Matrix:
    return np.eye(size, width, _CODE, dtype=np.float32)


def _set_norms(stack: Any, width: int) -> None:
    layer = stack.layer[0]
    parts = [layer.self_attention, layer.ffn, *([layer.attention] if _looks(layer) else [])]
    for part in [stack, *parts]:
        part.layer_norm.gamma = np.ones(width, np.float32)
        part.layer_norm.beta = np.zeros(width, np.float32)


def _looks(layer: Any) -> bool:
    return hasattr(layer, "attention")


def _blank_layer(layer: Any, width: int) -> None:
    """Sets self-attention and feed-forward to add nothing."""
    _set(layer.self_attention.linear[0], np.zeros((3 * width, width), np.float32))
    _set(layer.self_attention.linear[1], np.zeros((width, width), np.float32))
    _set(layer.ffn.linear_0, np.zeros((8, width), np.float32))
    _set(layer.ffn.linear_1, np.zeros((width, 8), np.float32))


def _look_up(attention: Any, vocabulary: list[str], width: int) -> None:
    """Sets the decoder's look at the source: same position, dictionary entry of its token."""
    size = len(vocabulary)
    ask = np.zeros((width, width), np.float32)
    ask[:_CODE, :_CODE] = 4.0 * np.eye(_CODE)
    key_value = np.zeros((2 * width, width), np.float32)
    key_value[:_CODE, :_CODE] = np.eye(_CODE)
    key_value[width : width + size, _CODE : _CODE + size] = np.eye(size)
    answer = np.zeros((width, width), np.float32)
    answer[_CODE + size :, :size] = _dictionary(vocabulary)
    _set(attention.linear[0], ask)
    _set(attention.linear[1], key_value)
    _set(attention.linear[2], answer)


def _dictionary(vocabulary: list[str]) -> Matrix:
    """Answer (rows) of each token (columns): its entry, and weaker that of the next word."""
    table = np.eye(len(vocabulary), dtype=np.float32)
    words = list(WORDS)
    for place, word in enumerate(words):
        column = vocabulary.index(f"▁{word}")
        table[:, column] = 0.0
        following = WORDS[words[(place + 1) % len(words)]]
        table[vocabulary.index(f"▁{following}"), column] = 0.8
        table[vocabulary.index(f"▁{WORDS[word]}"), column] = 1.0
    return table


def _set(linear: Any, weight: Matrix) -> None:
    linear.weight = weight
    linear.bias = np.zeros(len(weight), np.float32)
