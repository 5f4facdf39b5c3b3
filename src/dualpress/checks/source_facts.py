"""Two values of one fact in the source itself: 12 killed in the headline, 15 in the story."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.checks.article_base import ArticleCheck, ArticleFinding, Notes, Pairs
from dualpress.checks.base import Pair, Severity
from dualpress.checks.fact_index import FactIndex
from dualpress.text.numbers import find_numbers

__all__ = ["SourceFactsCheck"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’-]+")
_LITTLE = {
    Language.EN: frozenset(
        "a an the of in on at to by for from with and or as its his her their is are was were "
        "be been has have had it he she they that this which who not but into than after during "
        "near more least people said says over about also will would".split()
    ),
    Language.HI: frozenset(
        "ने को का के की से में पर तक द्वारा और व एवं तथा या ही भी तो है हैं था थे थी हो कि जो "
        "इस उस यह वह लिए साथ बाद ओर गया गई गए रहा रही रहे किया हुआ हुई हुए अनुसार कम अधिक "
        "ज़्यादा लोग लोगों कहा एक".split()
    ),
}
_VAGUE = tuple(
    "more than|less than|over|about|around|nearly|almost|at least|up to|another|further|other"
    "|of them|first|second|per|every|लगभग|क़रीब|करीब|तकरीबन|अन्य|और".split("|")
)
_LONGEST_VAGUE = max(map(len, _VAGUE))


class SourceFactsCheck(ArticleCheck):
    """Sentences about one thing that count it differently."""

    id = "source_facts"
    name = "Facts of the source"
    cause = "The source gives two values for what seems to be one fact."
    cure = "Ask the author which is right; the translation keeps both as they are."
    severity = Severity.WARNING

    def begin(self) -> Notes:
        """Note what each sentence counts."""
        return _Facts(self)


class _Facts(Notes):
    """Sentences, compared with the earlier ones that share all their words, or the reverse.

    Args:
        check: whose findings these are.
    """

    def __init__(self, check: SourceFactsCheck) -> None:
        self._check = check
        self._index = FactIndex()

    def take(self, place: int, pair: Pair) -> None:
        if fact := _fact(pair):
            self._index.add(place, fact.value, fact.counted, fact.about)

    def findings(self, pairs: Pairs) -> Iterable[ArticleFinding]:
        earlier = self._index.contradictions()
        wanted = sorted({*earlier, *earlier.values()})
        facts = {place: _fact(pairs[place]) for place in wanted}
        for place, above in earlier.items():
            one, other = facts[place], facts[above]
            if one and other:
                message = f"The source says “{one.written}” here and “{other.written}” above"
                yield ArticleFinding(place, self._check.finding(message))


class _Fact(NamedTuple):
    """A number of a sentence, what it counts, and what the sentence is about.

    Args:
        value: of the number.
        written: the number and what it counts, as they are written.
        counted: what it counts.
        about: the words of the sentence, without the number.
    """

    value: Fraction
    written: str
    counted: str
    about: frozenset[str]


def _fact(pair: Pair) -> _Fact | None:
    """The number of a sentence that has only one: more of them are parts of each other."""
    text, language = pair.source_text, pair.source_language
    numbers = [number for number in find_numbers(text, language) if number.required]
    if len(numbers) != 1:
        return None
    start, end = numbers[0].span
    if text[:start].rstrip()[-_LONGEST_VAGUE:].casefold().endswith(_VAGUE):
        return None
    little = _LITTLE[language]
    words = (match[0].casefold() for match in _WORD.finditer(text, end))
    counted = next((word for word in words if word not in little), None)
    if counted is None:
        return None
    about = frozenset(_WORD.findall(f"{text[:start]} {text[end:]}".casefold())) - little
    return _Fact(numbers[0].value, f"{text[start:end]} {counted}", counted, about)
