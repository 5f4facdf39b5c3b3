"""What two sentences of one language do not have in common, and which of it are facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

import regex
from rapidfuzz.distance import Indel

from dualpress.article import Language, plain_text
from dualpress.glossary import Glossary, Term
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.devanagari import match_key_of
from dualpress.text.numbers import NumberKind, find_numbers
from dualpress.text.sounds import likeness

__all__ = ["Change", "Difference", "Fact", "difference"]


class Fact(StrEnum):
    """What a translation cannot have otherwise than its source."""

    NUMBER = "number"
    """A value, a month, or what it counts: a currency, per cent."""

    NAME = "name"
    """A term of the glossary, an acronym, a name, an address."""

    NEGATION = "negation"
    """One of the two denies what the other says."""

    QUESTION = "question"
    """One of the two asks."""


class Change(NamedTuple):
    """Words of one sentence, and those that the other has in their place.

    Args:
        old: the words as they are written; empty where the other adds some.
        new: likewise.
    """

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new sentence has otherwise than an old one.

    Args:
        changes: in the order of the text.
        facts: the kinds of facts that are not the same.
    """

    changes: tuple[Change, ...]
    facts: frozenset[Fact]

    @property
    def message(self) -> str:
        """Half a sentence for a reviewer, without a final stop."""
        kinds = " and ".join(fact.value for fact in Fact if fact in self.facts)
        told = ", ".join(map(_told, self.changes))
        if kinds:
            return f"not the same {kinds}: {told}" if told else f"not the same {kinds}"
        return told or "only capitals, punctuation or tags differ"


def _told(change: Change) -> str:
    if not change.old:
        return f"“{change.new}” is new"
    return f"“{change.old}” is now “{change.new}”" if change.new else f"“{change.old}” is gone"


def difference(
    old: str, new: str, language: Language, glossary: Glossary, translation: str = ""
) -> Difference:
    """Compare two sentences word by word.

    A name that no glossary has is known by its capitals in English. Hindi has
    none; there a word counts as a name if it sounds like one in the English
    translation.

    Args:
        old: a segment with its tags, which are not compared.
        new: another.
        language: what both are written in.
        glossary: the terms.
        translation: of the old one.
    """
    before, after = _Sentence(old, language, glossary), _Sentence(new, language, glossary)
    blocks = list(_changed(before.words, after.words))
    names = _names_in(translation) if language is Language.HI else ()
    kinds = {fact for fact, of in _FACTS.items() if of(before) != of(after)}
    if any(
        before.has_name(block.old, names) or after.has_name(block.new, names) for block in blocks
    ):
        kinds.add(Fact.NAME)
    changes = (Change(before.text_of(block.old), after.text_of(block.new)) for block in blocks)
    return Difference(tuple(changes), frozenset(kinds))


class _Block(NamedTuple):
    old: range
    new: range


def _changed(old: Sequence[Token], new: Sequence[Token]) -> Iterator[_Block]:
    """The words between those that are the same, in the order of the text."""
    codes = Indel.opcodes([word.key for word in old], [word.key for word in new])
    here, there = 0, 0
    for block in codes.as_matching_blocks():  # the last is empty, and stands at the end
        if (here, there) != (block.a, block.b):
            yield _Block(range(here, block.a), range(there, block.b))
        here, there = block.a + block.size, block.b + block.size


class _Sentence:
    """A sentence, and what it states."""

    def __init__(self, tagged: str, language: Language, glossary: Glossary) -> None:
        self.text = plain_text(tagged)
        self.language = language
        self.glossary = glossary
        tokens = tokenise(self.text)
        # What is no word and longer than a sign is an address.
        self.words = [token for token in tokens if token.is_word or len(token.text) > 1]

    def numbers(self) -> Counter[tuple[Fraction, bool] | str]:
        """Values, months apart from other numbers, and the signs of what they count."""
        counts: Counter[tuple[Fraction, bool] | str] = Counter(_UNIT.findall(self.text))
        for number in find_numbers(self.text, self.language):
            counts[number.value, number.kind is NumberKind.MONTH] += 1
        return counts

    def names(self) -> frozenset[Term | str]:
        """What the glossary finds, and acronyms: ``US`` is no ``us``."""
        found = self.glossary.matcher(self.language).find(self.text)
        acronyms = (word.text for word in self.words if _ACRONYM.fullmatch(word.text))
        return frozenset([*(match.term for match in found), *acronyms])

    def negations(self) -> int:
        """How many words deny something."""
        return sum(
            word.key in _NEGATIONS[self.language] or word.key.endswith("n't") for word in self.words
        )

    def questions(self) -> int:
        """How many question marks there are."""
        return self.text.count("?")

    def has_name(self, words: range, names: Iterable[str]) -> bool:
        """Whether one of some words is a name."""
        return any(self._is_name(word, names) for word in self.words[words.start : words.stop])

    def text_of(self, words: range) -> str:
        """Some words, as they are written."""
        if not words:
            return ""
        return self.text[self.words[words.start].span.start : self.words[words.stop - 1].span.end]

    def _is_name(self, word: Token, names: Iterable[str]) -> bool:
        if not word.is_word:
            return True
        if self.language is Language.HI and _LATIN.search(word.text):
            return True
        return _has_capital(word.text) or any(likeness(word.text, name) >= _ALIKE for name in names)


_FACTS: dict[Fact, Callable[[_Sentence], object]] = {
    Fact.NUMBER: _Sentence.numbers,
    Fact.NAME: _Sentence.names,
    Fact.NEGATION: _Sentence.negations,
    Fact.QUESTION: _Sentence.questions,
}

_ALIKE = 0.8
"""From here on a Hindi word is the name that the English has."""

_UNIT = regex.compile(r"[\p{Sc}%‰°]")
_LATIN = regex.compile(r"\p{Latin}")
_CAPITAL = regex.compile(r"\p{Lu}")
_ACRONYM = regex.compile(r"(?:\p{Lu}[.\p{Nd}]*){2,}")

_NEGATIONS = {
    Language.EN: frozenset(
        "not no never none nothing nobody nowhere neither nor cannot without".split()
    ),
    Language.HI: frozenset(match_key_of(word) for word in "नहीं नही न ना मत बिना बगैर गैर".split()),
}

# Words that begin an English sentence, or are written large in its headings, and name nothing.
_NO_NAMES = frozenset(
    """
    a about above across after afterwards again against all almost along already also although
    always am among an and another any anyone are around as at away back be because been before
    behind being below beneath besides between beyond both but by can could despite did do does
    down during each earlier either else even ever every everyone few finally first for from
    further had has have he hence her here hers herself him himself his how however i if in indeed
    inside instead into is it its itself just last lastly later least less like likewise many may
    me meanwhile might more moreover most much must my near nearly never nevertheless next no none
    nor not nothing now of off often on once one only onto or other others otherwise our out
    outside over own per perhaps quite rather same second several shall she should since so some
    someone something sometimes soon still such than that the their them then there therefore
    these they third this those though through throughout thus to today together tomorrow too
    toward towards two under unless unlike until up upon us very was we were what whatever when
    whenever where whereas wherever whether which while who whom whose why will with within
    without would yes yesterday yet you your
    """.split()
)


def _has_capital(word: str) -> bool:
    return _CAPITAL.search(word) is not None and word.lower() not in _NO_NAMES


def _names_in(english: str) -> list[str]:
    """The names of an English sentence."""
    words = (token.text for token in tokenise(plain_text(english)) if token.is_word)
    return [word for word in words if _has_capital(word)]
