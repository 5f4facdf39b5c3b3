"""Finds the parts of a CTranslate2 model in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dualpress.errors import EngineUnavailable

__all__ = ["ModelFolder", "find_model"]

_OTHER_FILES = ("config.json", "vmap.txt")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """Where the parts of a model are.

    Args:
        model: the folder that holds ``model.bin``.
        source_tokenizer: the SentencePiece model of the source language.
        target_tokenizer: that of the target language; often the same file.
    """

    model: Path
    source_tokenizer: Path
    target_tokenizer: Path

    def model_files(self) -> list[Path]:
        """All files that CTranslate2 reads: weights, configuration and vocabularies."""
        names = [self.model / "model.bin", *(self.model / name for name in _OTHER_FILES)]
        return [path for path in names if path.is_file()] + sorted(self.model.glob("*vocabulary*"))


def find_model(folder: Path) -> ModelFolder:
    """Finds a model and its SentencePiece models in a folder.

    Args:
        folder: as Argos Translate lays it out (``model/`` and ``sentencepiece.model``), or all
            in one, with one SentencePiece model (``*.model``, ``*.spm``) or with ``source.spm``
            and ``target.spm`` as OPUS-MT has them.

    Raises:
        EngineUnavailable: a part is missing, or there are several and none is named as expected.
    """
    for model in (folder / "model", folder):
        if (model / "model.bin").is_file():
            return ModelFolder(model, *_find_tokenizers(folder, model))
    raise EngineUnavailable(
        "There is no CTranslate2 model (model.bin) here",
        path=folder,
        hint="Give the folder of a model converted for CTranslate2",
    )


def _find_tokenizers(folder: Path, model: Path) -> tuple[Path, Path]:
    for place in (folder, model):
        source, target = place / "source.spm", place / "target.spm"
        if source.is_file() and target.is_file():
            return source, target
        named = place / "sentencepiece.model"
        if named.is_file():
            return named, named
    found = sorted({*_tokenizers(folder), *_tokenizers(model)})
    if len(found) == 1:
        return found[0], found[0]
    names = ", ".join(path.name for path in found) or "none"
    raise EngineUnavailable(
        f"One SentencePiece model is needed beside the model, found: {names}",
        path=folder,
        hint='Name it "sentencepiece.model", or "source.spm" and "target.spm"',
    )


def _tokenizers(folder: Path) -> list[Path]:
    # bpe.model is no SentencePiece model but a word list of the older kind of Argos package.
    return [
        path
        for pattern in ("*.model", "*.spm")
        for path in folder.glob(pattern)
        if path.is_file() and path.name != "bpe.model"
    ]
