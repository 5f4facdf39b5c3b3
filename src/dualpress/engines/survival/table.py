"""What a trial of placeholders found, and which of them it allows."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from dualpress.article import Language
from dualpress.engines.survival.carriers import Position

__all__ = ["MOST_LOST_CHRF", "SCHEMA", "SHARE_IN_ORDER", "SHARE_KEPT", "Cell", "Row", "Table"]

SCHEMA = 1
"""Changes with the shape of a table, and with what is tried and how it is counted."""

SHARE_KEPT = 0.98
"""Of the placeholders must be in the translation, each once and as it was."""

SHARE_IN_ORDER = 0.9
"""Of the sentences with several must have them in the order of the human translation: where they
change places, one name is said of another. Other orders may be right too."""

MOST_LOST_CHRF = 2.0
"""Of the rest of the sentence, against what the engine makes of it with ordinary words. Less is
within what another name in the same sentence changes."""


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Cell(_Value):
    """How many placeholders survived in sentences of one kind.

    Args:
        position: where in the sentence they stood.
        count: how many stood in each sentence.
        asked: how many were tried.
        kept: how many came back once, as they were.
        doubled: how many came back more than once.
    """

    position: Position
    count: int
    asked: int
    kept: int
    doubled: int


class Row(_Value):
    """How one kind of placeholder survived.

    Args:
        scheme: its name.
        cells: by position and number.
        several: how many sentences had several placeholders and kept all of them.
        in_order: how many of these have them in the order of the human translation.
        chrf: of the translations without the placeholders.
    """

    scheme: str
    cells: tuple[Cell, ...]
    several: int
    in_order: int
    chrf: float

    @property
    def asked(self) -> int:
        """How many were tried."""
        return sum(cell.asked for cell in self.cells)

    @property
    def kept(self) -> int:
        """How many came back once, as they were."""
        return sum(cell.kept for cell in self.cells)

    @property
    def doubled(self) -> int:
        """How many came back more than once."""
        return sum(cell.doubled for cell in self.cells)

    def at(self, position: Position) -> tuple[int, int]:
        """How many were kept and how many tried at a place of the sentence."""
        there = [cell for cell in self.cells if cell.position == position]
        return sum(cell.kept for cell in there), sum(cell.asked for cell in there)


class Table(_Value):
    """What an engine does to placeholders.

    Args:
        engine: the engine's name.
        model: its model's, where that is known.
        source: the language that it translates from.
        target: the language that it translates into.
        sentences: how many sentences each kind was tried in.
        chrf: of the same sentences with ordinary words, these left out.
        rows: a kind of placeholder each.
    """

    engine: str
    model: str | None
    source: Language
    target: Language
    sentences: int
    chrf: float
    rows: tuple[Row, ...]

    def change(self, row: Row) -> float:
        """By how much the rest of a sentence is better, or worse, than with ordinary words."""
        return row.chrf - self.chrf

    def allows(self, row: Row) -> bool:
        """Whether terms may be sent through the engine as these placeholders."""
        return (
            row.kept >= SHARE_KEPT * row.asked
            and row.in_order >= SHARE_IN_ORDER * row.several
            and self.change(row) >= -MOST_LOST_CHRF
        )

    @property
    def best(self) -> str | None:
        """The kind of placeholder to use; ``None`` where none is allowed."""
        allowed = [row for row in self.rows if self.allows(row)]
        best = max(allowed, key=lambda row: (row.kept / row.asked, row.chrf), default=None)
        return None if best is None else best.scheme
