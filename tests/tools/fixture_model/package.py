"""Packs a model as an Argos Translate package, and opens one."""

import json
import zipfile
from pathlib import Path

import ctranslate2

from fixture_model.pairs import LANGUAGES, Direction
from fixture_model.pieces import Tokenizer

PACKAGE_VERSION = "1.0"
# The release of Argos Translate whose package format this is: the one of the published
# English-Hindi packages.
_ARGOS_VERSION = "1.1"
# The first date that a zip can hold: the files have none that means anything.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_TOKENIZER_FILE = "sentencepiece.model"
_MODEL_FOLDER = "model"


def package_name(direction: Direction) -> str:
    """Returns the name of a package's folder, and of its file without the ending."""
    version = PACKAGE_VERSION.replace(".", "_")
    return f"translate-{direction.source}_{direction.target}-{version}"


def package_path(folder: Path, direction: Direction) -> Path:
    """Returns where the package of a direction stands in a folder of packages."""
    return folder / f"{package_name(direction)}.argosmodel"


def write_package(
    path: Path, direction: Direction, readme: str, tokenizer_model: bytes, model: Path
) -> None:
    """Writes a package; the same contents give the same bytes.

    Args:
        path: the file to write; its parent exists.
        direction: the languages.
        readme: the model card.
        tokenizer_model: the SentencePiece model.
        model: the folder of the CTranslate2 model.
    """
    metadata = json.dumps(_metadata(direction), indent=4, ensure_ascii=False) + "\n"
    files = {
        "README.md": readme.encode(),
        "metadata.json": metadata.encode(),
        _TOKENIZER_FILE: tokenizer_model,
        **{f"{_MODEL_FOLDER}/{file.name}": file.read_bytes() for file in model.iterdir()},
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{package_name(direction)}/{name}", _NO_DATE)
            entry.create_system = 3  # Unix, on whatever system this runs.
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, compresslevel=9)


class Package:
    """A package, unpacked and ready to translate."""

    def __init__(self, path: Path, scratch: Path) -> None:
        """Unpacks the package at ``path`` below ``scratch``, which must outlive this object."""
        with zipfile.ZipFile(path) as archive:
            archive.extractall(scratch)
        folder = scratch / path.stem
        self.tokenizer = Tokenizer((folder / _TOKENIZER_FILE).read_bytes())
        self.translator = ctranslate2.Translator(
            str(folder / _MODEL_FOLDER), device="cpu", intra_threads=1
        )

    def translate(self, texts: list[str], beam_size: int) -> list[str]:
        """Translates sentences with the settings that Argos Translate uses."""
        results = self.translator.translate_batch(
            [self.tokenizer.pieces(text) for text in texts],
            beam_size=beam_size,
            length_penalty=0.2,
            replace_unknowns=True,
            max_batch_size=32,
        )
        return [self.tokenizer.text(result.hypotheses[0]) for result in results]


def _metadata(direction: Direction) -> dict[str, str]:
    """Returns what ``metadata.json`` says."""
    return {
        "package_version": PACKAGE_VERSION,
        "argos_version": _ARGOS_VERSION,
        "from_code": direction.source,
        "from_name": LANGUAGES[direction.source],
        "to_code": direction.target,
        "to_name": LANGUAGES[direction.target],
    }
