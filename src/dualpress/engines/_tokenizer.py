"""Text to SentencePiece pieces and back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dualpress.errors import EngineUnavailable

__all__ = ["Tokenizer"]

_SPACE = "▁"


class Tokenizer:
    """A SentencePiece model.

    argostranslate.tokenizer.SentencePieceTokenizer is not used: it turns every underscore of a
    translation into a space, so that ``file_name`` comes out as two words.

    Args:
        path: the model file.

    Raises:
        EngineUnavailable: it cannot be read or is no such model.
    """

    def __init__(self, path: Path) -> None:
        import sentencepiece

        try:
            # Read here, not there: the library opens no path with Devanagari in it on Windows.
            proto = path.read_bytes()
            if not proto:
                # The library takes nothing for a model, and breaks only when it is used.
                raise RuntimeError("the file is empty")
            self._processor: Any = sentencepiece.SentencePieceProcessor(model_proto=proto)
        except (OSError, RuntimeError, ValueError) as error:
            raise EngineUnavailable(
                f"The SentencePiece model cannot be loaded: {error}",
                path=path,
                hint="Install the model again",
            ) from error

    def pieces(self, text: str) -> list[str]:
        """The pieces of a text; an unknown one stands as it was written."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def texts(self, every: Sequence[Sequence[str]]) -> list[str]:
        """The texts of pieces; the space mark of unknown ones, which decoding keeps, goes too."""
        # The library takes an empty list for one of numbers, and begins threads unless it is told.
        said = [list(pieces) for pieces in every if pieces]
        decoded = iter(self._processor.decode_pieces(said, num_threads=1) if said else ())
        return [next(decoded).replace(_SPACE, " ").strip() if pieces else "" for pieces in every]
