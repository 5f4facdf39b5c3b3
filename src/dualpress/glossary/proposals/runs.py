"""English text as words, and as runs of words that a capital may make a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from dualpress.article import Language, Span
from dualpress.glossary.proposals.ordinary import (
    HEADS,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    is_frequent,
)
from dualpress.text.addresses import find_addresses
from dualpress.text.sentences import sentence_spans

__all__ = ["Word", "is_acronym", "is_organisation", "runs_of", "without_small", "words_of"]

_W = r"[\p{L}\p{M}\p{N}]"
_TOKEN = regex.compile(
    rf"(?<!{_W})(?:(?:\p{{Lu}}\.)+(?:\s?(?:\p{{Lu}}\.))*(?:\p{{Lu}}(?!{_W}))?|{_W}+(?:[’'&-]{_W}+)*+|&)"
)
_ABBREVIATED = regex.compile(
    r"\b(?:St|Mt|Ft|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Brig|Capt|Sen|Rep|Gov|Rev|Adm|Sgt|Det)$"
)
_POSSESSIVE = regex.compile(r"(?:['’]s|(?<=\p{Lu}{2}|[sz])['’])$", regex.IGNORECASE)
_ACRONYM = regex.compile(
    r"(?=(?:[^\p{Lu}]*\p{Lu}){2}|\p{Lu}-?\p{N})[\p{Lu}\p{N}]+(?:[-&][\p{Lu}\p{N}]+)*"
)
_MOST_CAPITALS = 6
_WORDS_KEPT = 2**13
"""Words that are kept without their endings; those that are frequent are."""

_PLURAL = regex.compile(r"(?<=\p{Lu}|\p{N})s$")
_PREFIX = regex.compile(
    r"^(?:pro|anti|non|ex|mid|post|pre|trans|un|inter|counter|then|cross)-(?=\p{Lu})"
)
_ARTICLE_OF_NAME = regex.compile(r"(?:al|el|ul|ur|as|az|ad|an|ar|ash)-\p{Lu}")
# Matched from the end of what stands before.
_WEAK_BEFORE = regex.compile(r"(?:[:“\"‘'•*–—\ufffc]|\d\.)\s*", regex.REVERSE)
_STEMS = frozenset("Re Co Non Anti Multi Counter Inter Semi Self Post Pre".split())
_HEADED = frozenset({"of", "for", "on"})
_PARTNERS = frozenset("Sons Co Company Brothers Associates Partners".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an English text, less its possessive and its ending.

    ``Karachi`` of ``Karachi-based``, ``MIRV`` of ``MIRVs``, ``NATO`` of ``non-NATO``.
    """

    text: str
    span: Span
    is_strong: bool
    """Whether its capital says that it is a name: it stands first in nothing."""

    ends_name: bool
    """Whether a possessive or an ending (``-based``) keeps a name from going on behind it."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or with an Arabic article before one."""
        return self.text[:1].isupper() or _ARTICLE_OF_NAME.match(self.text) is not None


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals and digits: ``BLA``, ``F-16``, ``CM-400AKG``."""
    capitals = sum(char.isupper() for char in word)
    return _ACRONYM.fullmatch(word) is not None and capitals <= _MOST_CAPITALS


def words_of(text: str) -> list[Word]:
    """The words of a text; those of addresses are left out."""
    firsts = {start for start, _ in sentence_spans(text, Language.EN)}
    letter = next((at for at, char in enumerate(text) if char.isalpha()), len(text))
    addresses = find_addresses(text)
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in addresses):
            continue
        start = match.start()
        is_first = start in firsts or start <= letter
        is_strong = not is_first and _WEAK_BEFORE.match(text, 0, start) is None
        words.append(_word(match, is_strong=is_strong))
    return words


def _word(match: regex.Match[str], *, is_strong: bool) -> Word:
    before, name, ends_name = _bare(match[0])
    start = match.start() + before
    return Word(name, Span(start, start + len(name)), is_strong, ends_name)


@lru_cache(_WORDS_KEPT)
def _bare(raw: str) -> tuple[int, str, bool]:
    """How long the prefix of a word is, the word without, and whether it had an ending."""
    prefix = _PREFIX.match(raw)
    before = prefix.end() if prefix else 0
    name = _without_ending(_POSSESSIVE.sub("", raw[before:]))
    if is_acronym(_PLURAL.sub("", name)):
        name = _PLURAL.sub("", name)
    return before, name, len(name) < len(raw) - before


def _without_ending(word: str) -> str:
    """``Karachi`` of ``Karachi-based``, but all of ``Jaish-e-Mohammed``."""
    parts = word.split("-")
    for number, (part, following) in enumerate(pairwise([*parts, ""]), 1):
        if (
            number > 1
            and parts[0] not in _STEMS
            and part[:1].islower()
            and not (part in PARTICLES and following)
        ):
            return "-".join(parts[: number - 1])
    return word


def runs_of(words: Sequence[Word], text: str) -> Iterator[Sequence[Word]]:
    """Words with capitals that follow each other, small words between them included."""
    run: list[Word] = []
    for word in words:
        if run and not _continues(run, word, text):
            yield without_small(run)
            run = []
        if word.is_capital or run:
            run.append(word)
    if run:
        yield without_small(run)


def _continues(run: Sequence[Word], word: Word, text: str) -> bool:
    last = run[-1]
    if last.ends_name or not _is_gap(text[last.span.end : word.span.start], last.text):
        return False
    if word.is_capital:
        return not (last.text.endswith(".") and is_frequent(word.text))
    if word.text in PARTICLES:
        return last.is_capital and not is_acronym(last.text)
    if word.text in ("and", "&"):
        following = text[word.span.end :].split(maxsplit=1)[:1]
        is_list = _HEADED.isdisjoint(one.text for one in run) or not is_organisation(run)
        return not is_list or not _PARTNERS.isdisjoint(following)
    if word.text in _HEADED:
        return _goes_on(run, word.text)
    return word.text == "the" and last.text in ("of", "for", "on")


def _goes_on(run: Sequence[Word], small: str) -> bool:
    """Whether a name goes on with "of" and more: ``Institute of Automation``."""
    last = run[-1].text
    if last in ORGANISATIONS or (small == "of" and (last in PLACES or last in HEADS)):
        return True
    return small != "on" and is_organisation(run) and any(not one.is_capital for one in run)


def _is_gap(between: str, last: str) -> bool:
    """Whether two words stand side by side: in ``St. Louis``, too."""
    if between.startswith(". "):
        return _ABBREVIATED.search(last) is not None
    return between == " " or (between == "" and last.endswith("."))


def is_organisation(run: Sequence[Word]) -> bool:
    """Whether a word tells that the name is of an organisation or place."""
    return any(word.text in ORGANISATIONS or word.text in PLACES for word in run)


def without_small(run: Sequence[Word]) -> Sequence[Word]:
    """A run that begins and ends with a capital."""
    start, end = 0, len(run)
    while start < end and not run[start].is_capital:
        start += 1
    while start < end and not run[end - 1].is_capital:
        end -= 1
    return run[start:end]
