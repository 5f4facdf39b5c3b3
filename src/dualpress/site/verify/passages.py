"""The text of a page, block by block: whose letters it is in, and what leaked into it."""

from __future__ import annotations

import regex

from dualpress.article import Language
from dualpress.site.verify.facts import Leak, Passage, primary_language
from dualpress.text.devanagari import DEVANAGARI, WORD_CHAR
from dualpress.text.language import script_share

__all__ = ["Passages", "find_leaks", "is_foreign", "is_foreign_title", "is_private"]

_LEAST_SHARE = 0.4
_LEAST_SHARE_OF_ALL = 0.15
"""What ``dualpress check`` asks of a translation too."""

_FEWEST_WORDS = 6
_FEWEST_PLAIN_WORDS = 4
"""A name, a title of a book or a byline may rightly be in other letters."""

_FEWEST_TITLE_WORDS = 4
"""A title may be a name, which has fewer words than a headline."""

_LATIN = regex.compile(r"\p{Latin}+")
_HINDI = regex.compile(rf"(?:{DEVANAGARI}|[\u200c\u200d])+")
_WORD = regex.compile(rf"(?=\P{{N}}){WORD_CHAR}+")
_PLAIN_LATIN_WORD = regex.compile(r"(?<![\p{L}\p{N}])\p{Ll}[\p{Latin}'’-]+")
_LATIN_NAME = regex.compile(r"\p{Latin}*(?=\p{Lu})\p{Latin}+")

_LEAK = regex.compile(
    rf"""
      (?P<certain>
          <\s?/?\s?(?:g|x)\s?[0-9]{{1,3}}\s?/?\s?>
        | &lt;/?(?:g|x)[0-9]{{1,3}}/?&gt;
        | ｟[^｠]{{0,40}}｠
      )
    | (?P<likely>
          \[/?X[0-9]{{1,3}}X?\]
        | (?<!{WORD_CHAR})(?:
              PH\s?_\s?[0-9]{{1,3}} | __?\s?[A-Z]{{1,4}}\s?[0-9]{{1,3}}\s?__?
            | X(?:TERM|TAG|PH)\s?[0-9]{{1,3}}X | ZQ[0-9]{{1,3}} | TERM_[0-9]{{1,3}}
          )(?!{WORD_CHAR})
        | \#[0-9]{{1,2}}\#
        | \{{\{{\s?[0-9]{{1,3}}\s?\}}\}}
        | [\uE000-\uF8FF\U000F0000-\U0010FFFD]+
        | ⟦[^⟧]{{0,60}}⟧
        | \{{\{{[-<%]?\s*[.$\p{{L}}"][^{{}}\n]{{0,80}}\}}\}}
        | \{{%-?\s*[a-z_]+[^{{}}\n]{{0,80}}%\}}
        | <%[=-]?\s[^<>\n]{{0,80}}%>
      )
    """,
    regex.VERBOSE,
)
_MAY_LEAK = regex.compile(r"[<\[⟦｟_#\uE000-\uF8FF\U000F0000-\U0010FFFD]|&lt;|\{[{%]|X[TP]|ZQ")
_PRIVATE = regex.compile(r"[\uE000-\uF8FF\U000F0000-\U0010FFFD]+")


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
    if not _MAY_LEAK.search(text):
        return []
    return [Leak(line, match[0], match["certain"] is not None) for match in _LEAK.finditer(text)]


def is_private(mark: str) -> bool:
    """Whether a mark is of characters without a meaning: placeholders, or signs of an icon font.

    https://www.unicode.org/faq/private_use.html
    """
    return _PRIVATE.fullmatch(mark) is not None


def is_foreign_title(text: str, language: Language) -> bool:
    """Whether a title or a description has no letter of its page's language.

    What is short may be a name.
    """
    if is_foreign(text, language):
        return True
    letters, others = (_LATIN, _HINDI) if language is Language.EN else (_HINDI, _LATIN)
    return not letters.search(text) and len(others.findall(text)) >= _FEWEST_TITLE_WORDS


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
