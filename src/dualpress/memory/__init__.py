"""The translation memory: every sentence that a human confirmed, in both directions."""

from dualpress.memory.pairs import Context, Reviewed, contexts
from dualpress.memory.store import Match, Memory

__all__ = ["Context", "Match", "Memory", "Reviewed", "contexts"]
