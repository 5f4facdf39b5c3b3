"""Headings in capitals, as sentences: a model knows words as they are written in running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, zip_longest

import regex

from dualpress.article import TAG, plain_text
from dualpress.glossary import Matcher
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["Cases"]

_DOTTED = r"(?:\p{Lu}\.){2,}"
_WORD = regex.compile(
    rf"{WORD_START}(?:{_DOTTED}|\p{{Latin}}[\p{{Latin}}\p{{M}}\p{{N}}]*{WORD_END})"
)
_LETTER = regex.compile(r"\p{L}")
_TAGS = regex.compile(r"</?g[1-9][0-9]*>|<x[1-9][0-9]*/>")
"""The tags of :data:`dualpress.article.TAG`, without groups: to split at."""
_LOWER = regex.compile(r"\p{Ll}")
_AFTER_STOP = regex.compile(r"(?:^|[.!?…:]\s)[\s\"'“‘(\[]*$")
_DESIGNATION = regex.compile(
    # I, PLAN B, S-400; G20, AK-47; II to XXXIX. Not INDIA’S, not a nor its like.
    r"(?<!['’])(?!A(?![-.\p{N}]))\p{Lu}(?!\p{Latin}|\p{M}|\p{N})"
    r"|\p{Lu}{1,4}(?:-\p{N}|\p{N}[\p{Lu}\p{N}]*)|[IVX]{2,}(?!\p{L})"
)
"""What has its capitals in running text too, whichever article it is."""
_FEWEST = 2
"""Words of a heading in capitals: one alone may be an acronym."""


class Cases:
    """How words are written in an article.

    Args:
        sentences: of the article, in the notation of PO.
        terms: finds those of the glossary.
    """

    def __init__(self, sentences: Iterable[str], terms: Matcher | None = None) -> None:
        self._sentences = sentences
        self._terms = terms

    @cached_property
    def _forms(self) -> Mapping[str, Counter[str]]:
        """How often each word is written how, where its capitals say something."""
        forms: dict[str, Counter[str]] = {}
        for text in map(plain_text, self._sentences):
            for match in _WORD.finditer("" if _is_in_capitals(text) else text):
                # At the beginning of a sentence every word has a capital.
                if not _AFTER_STOP.search(text, 0, match.start()):
                    forms.setdefault(match[0].casefold(), Counter())[match[0]] += 1
        return forms

    def as_sentence(self, tagged: str) -> str:
        """A sentence that is all in capitals, with those alone that its words have elsewhere.

        A name or an acronym that the article has in running text keeps its capitals, else one
        that the glossary has, or that is known by its form; the first letter is one in any case.

        Args:
            tagged: in the notation of PO.

        Returns:
            The same where it is not in capitals, or of one word.
        """
        heading = plain_text(tagged)
        if not _is_in_capitals(heading):
            return tagged
        terms = self._written(heading)
        texts = [self._recased(text, terms) for text in _TAGS.split(tagged)]
        tags = [tag[0] for tag in TAG.finditer(tagged)]
        return "".join(chain.from_iterable(zip_longest(_with_capital(texts), tags, fillvalue="")))

    def _written(self, heading: str) -> Mapping[str, str]:
        """How the glossary writes words of a heading, where they are nothing else."""
        found = self._terms.find(heading) if self._terms else ()
        forms = (match.form for match in found if not match.ambiguous)
        return {word.casefold(): word for form in forms for word in _WORD.findall(form)}

    def _recased(self, text: str, terms: Mapping[str, str]) -> str:
        return _WORD.sub(lambda match: self._form(match, terms), text)

    def _form(self, match: regex.Match[str], terms: Mapping[str, str]) -> str:
        word = match[0]
        forms = self._forms.get(word.casefold())
        if forms:
            return forms.most_common(1)[0][0]
        if word.casefold() in terms:
            return terms[word.casefold()]
        is_kept = word.endswith(".") or _DESIGNATION.match(match.string, match.start())
        return word if is_kept else word.lower()


def _is_in_capitals(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) >= _FEWEST and not _LOWER.search(text)


def _with_capital(parts: list[str]) -> Iterator[str]:
    """Texts with the first letter of them all as a capital."""
    is_begun = False
    for part in parts:
        letter = None if is_begun else _LETTER.search(part)
        is_begun = is_begun or letter is not None
        yield _LETTER.sub(lambda match: match[0].upper(), part, count=1) if letter else part
