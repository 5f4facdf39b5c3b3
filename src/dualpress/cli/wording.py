"""Small pieces of the sentences that commands print."""

from __future__ import annotations

from collections.abc import Mapping

from dualpress.article import Language

__all__ = ["SHARES", "direction", "duration", "number_of", "shares", "shortened", "size"]

_MOST_LINES = 20
SHARES = {
    "review": "reviewed",
    "stale": "edited since the review",
    "memory": "from memory",
    "glossary": "from the glossary",
    "machine": "by machine",
    "untranslated": "untranslated",
}
"""Where the translations of segments come from, in the words of sentences."""


def number_of(count: int, noun: str, plural: str | None = None) -> str:
    """``1 file``, ``2 files``."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def direction(source: Language, target: Language) -> str:
    """``English to Hindi``."""
    return f"{source.english_name} to {target.english_name}"


def duration(seconds: float) -> str:
    """``45 s``, ``12 min``, ``3 h 20 min``, ``16 days 4 h``."""
    if seconds < 99.5:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 100:
        return f"{hours} h {minutes} min"
    days, hours = divmod(hours, 24)
    return f"{days} days {hours} h"


def size(count: int) -> str:
    """``40 kB``, ``350 MB``, ``1.4 GB``: decimal, as disks are sold."""
    for unit, power in (("GB", 9), ("MB", 6), ("kB", 3)):
        if count >= 10**power:
            number = count / 10**power
            return f"{number:.1f} {unit}" if number < 10 else f"{number:.0f} {unit}"
    return f"{count} bytes"


def shares(filled: Mapping[str, int], untranslated: int) -> str:
    """How many segments came from where: ``40 reviewed, 2 by machine, 1 untranslated``."""
    counted = {**filled, "untranslated": untranslated}
    told = [f"{counted[name]} {words}" for name, words in SHARES.items() if counted.get(name)]
    return ", ".join(told) or "nothing to translate"


def shortened(lines: list[str]) -> list[str]:
    """The first of many lines, and how many there are more; ``--json`` has all."""
    more = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"… and {more} more"] if more > 0 else lines
