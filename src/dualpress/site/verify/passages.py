"""The text of a page, block by block: whose letters it is in, and what leaked into it."""

from __future__ import annotations

import regex

from dualpress.article import Language
from dualpress.site.verify.facts import Leak, Passage, primary_language
from dualpress.text.devanagari import DEVANAGARI, WORD_CHAR
from dualpress.text.language import script_share

__all__ = ["Passages", "find_leaks", "is_foreign"]

_LEAST_SHARE = 0.4
_LEAST_SHARE_OF_ALL = 0.15
"""What ``dualpress check`` asks of a translation too."""

_FEWEST_WORDS = 6
_FEWEST_PLAIN_WORDS = 4
"""A name, a title of a book or a byline may rightly be in other letters."""

_LATIN = regex.compile(r"\p{Latin}+")
_HINDI = regex.compile(rf"(?:{DEVANAGARI}|[\u200c\u200d])+")
_WORD = regex.compile(rf"(?=\P{{N}}){WORD_CHAR}+")
_PLAIN_LATIN_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}[\p{Latin}'’-]+")
_LATIN_NAME = regex.compile(r"\p{Latin}*(?=\p{Lu})\p{Latin}+")

_LEAK = regex.compile(
    r"""
      (?P<certain>(?:</?(?:g|x)[0-9]{1,3}/?>|&lt;/?(?:g|x)[0-9]{1,3}/?&gt;|｟[^｠]{0,40}｠))
    | (?P<likely>
          \[/?X[0-9]{1,3}X?\]
        | ⟦[^⟧]{0,60}⟧
        | \{\{[-<%]?\s*[.$\p{L}"][^{}\n]{0,80}\}\}
        | \{%-?\s*[a-z_]+[^{}\n]{0,80}%\}
        | <%[=-]?\s[^<>\n]{0,80}%>
      )
    """,
    regex.VERBOSE,
)
_MARKS = ("g", "x", "[", "⟦", "｟", "{{", "{%", "<%")


class Passages:
    """Gathers the passages of one page.

    Attributes:
        letters: how many there are, by language, in what is not marked as another.
        leaks: what leaked.
    """

    def __init__(self) -> None:
        self.letters: dict[Language, int] = dict.fromkeys(Language, 0)
        self.leaks: list[Leak] = []
        self._passages: list[tuple[str, str | None, Passage]] = []

    def add(self, text: str, lang: str | None, line: int, *, block: str = "") -> None:
        """Take a passage.

        Args:
            text: of one block, in one language.
            lang: that it is marked as; ``None`` where that is the page's.
            line: where it begins.
            block: all text of the block, where it is in more than one language.
        """
        text = " ".join(text.split())
        if not text:
            return
        self.leaks += find_leaks(text, line)
        self._passages.append((text, lang, Passage(line, " ".join(block.split()) or text)))
        if lang is None:
            self._count(text)

    def foreign(self, language: Language) -> list[Passage]:
        """The blocks that have a passage that is wrong on a page in a language, whole.

        What is marked as one of the two is judged by its mark.
        """
        return [
            passage
            for text, lang, passage in self._passages
            if (judged := language if lang is None else _marked(lang)) and is_foreign(text, judged)
        ]

    def _count(self, text: str) -> None:
        hindi = 0 if text.isascii() else sum(map(len, _HINDI.findall(text)))
        self.letters[Language.HI] += hindi
        self.letters[Language.EN] += sum(map(len, _LATIN.findall(text)))


def _marked(lang: str) -> Language | None:
    """The language of a mark, if it is one of the two and says nothing of other letters."""
    primary = primary_language(lang)
    return Language(primary) if primary in tuple(Language) and "-latn" not in lang else None


def find_leaks(text: str, line: int) -> list[Leak]:
    """Find marks of programs in a text.

    Args:
        text: as a reader sees it.
        line: where it begins.
    """
    if not any(mark in text for mark in _MARKS):
        return []
    return [Leak(line, match[0], match["certain"] is not None) for match in _LEAK.finditer(text)]


def is_foreign(text: str, language: Language) -> bool:
    """Whether a passage is in letters that a page in a language does not have so many of.

    What is short, and names, may be in any letters.
    """
    if language is Language.EN:
        if text.isascii() or len(_HINDI.findall(text)) < _FEWEST_WORDS:
            return False
        return (script_share(text, language) or 0.0) < _LEAST_SHARE
    if len(_PLAIN_LATIN_WORD.findall(text)) < _FEWEST_PLAIN_WORDS:
        return False
    if len(_WORD.findall(text)) < _FEWEST_WORDS:
        return False
    if (script_share(text, language) or 0.0) < _LEAST_SHARE_OF_ALL:
        return True
    return (script_share(_LATIN_NAME.sub(" ", text), language) or 0.0) < _LEAST_SHARE
