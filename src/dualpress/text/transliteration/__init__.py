"""Names and acronyms in the other language's letters, as newspapers write them."""

from dualpress.text.transliteration.base import Transliterator, load_transliterator
from dualpress.text.transliteration.letters import read_letters, spell_letters
from dualpress.text.transliteration.romanize import romanize
from dualpress.text.transliteration.rules import transliterate

__all__ = [
    "Transliterator",
    "load_transliterator",
    "read_letters",
    "romanize",
    "spell_letters",
    "transliterate",
]
