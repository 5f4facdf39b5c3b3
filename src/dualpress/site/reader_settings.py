"""What a publisher may choose of what readers are offered besides the page itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["ReaderSettings"]


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """What readers are offered.

    Args:
        shortcut: the keys that lead to the other version, ``Alt+L``: modifiers
            and one letter, by the place that it has on an English keyboard.
            Without one there is none.
        remembers: whether the browser keeps which language a reader chose last.
        follows: whether the switcher comes back to a reader in the middle of
            the page who scrolls towards it.
        has_bilingual: whether articles have a side-by-side view.
        links_bilingual: whether the switcher leads to it.
        bilingual_template: a template of the publisher's own for it.
        notice_template: the same for what pages tell their readers of themselves.
    """

    shortcut: str | None = "Alt+L"
    remembers: bool = True
    follows: bool = True
    has_bilingual: bool = False
    links_bilingual: bool = False
    bilingual_template: Path | None = None
    notice_template: Path | None = None
