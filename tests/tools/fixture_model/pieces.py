"""Turns sentences into SentencePiece pieces: one vocabulary for both languages."""

import io
from collections.abc import Sequence

import sentencepiece

from fixture_model.pairs import Pair

UNKNOWN, START, END = 0, 1, 2
"""The ids SentencePiece gives ``<unk>``, ``<s>`` and ``</s>`` by default."""

SPACE = "\N{LOWER ONE EIGHTH BLOCK}"
"""What SentencePiece writes for a space, at the start of a word."""


def train_tokenizer(pairs: Sequence[Pair], vocabulary_size: int) -> bytes:
    """Trains a unigram model on both sides of the pairs.

    Args:
        pairs: the sentences that the model must be able to write.
        vocabulary_size: the most pieces to have; few sentences give fewer.

    Returns:
        The bytes of ``sentencepiece.model``. They hold no path and no date, as the sentences do
        not come from a file.
    """
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([side for pair in pairs for side in (pair.source, pair.target)]),
        model_writer=model,
        model_type="unigram",
        vocab_size=vocabulary_size,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="nmt_nfkc",
        # More threads would add up the same figures in another order.
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


class Tokenizer:
    """Pieces and ids of text, for a trained SentencePiece model."""

    def __init__(self, model: bytes) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self.vocabulary: list[str] = [
            self._processor.id_to_piece(index) for index in range(len(self._processor))
        ]

    def ids(self, text: str) -> list[int]:
        """Returns the ids of the pieces of a text."""
        ids: list[int] = self._processor.encode(text, out_type=int)
        return ids

    def pieces(self, text: str) -> list[str]:
        """Returns the pieces of a text; an unknown one stands as it was written."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def text(self, pieces: Sequence[str]) -> str:
        """Returns the text of the pieces, by the rules of Argos Translate's own tokenizer."""
        decoded: str = self._processor.decode_pieces(list(pieces))
        return decoded.replace(SPACE, " ").replace("_", " ").strip()
