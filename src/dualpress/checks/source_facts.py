"""Two values of one fact in the source itself: 12 killed in the headline, 15 in the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

import regex

from dualpress.article import Language
from dualpress.checks.article_base import ArticleCheck, ArticleFinding
from dualpress.checks.base import Pair, Severity
from dualpress.checks.fact_index import Fact, FactIndex
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
_VAGUE = regex.compile(
    r"(?:more than|less than|over|about|around|nearly|almost|at least|up to|another|further|other"
    r"|of them|first|second|per|every|लगभग|क़रीब|करीब|तकरीबन|अन्य|और)\s*$",
    regex.IGNORECASE,
)


class SourceFactsCheck(ArticleCheck):
    """Sentences about one thing that count it differently."""

    id = "source_facts"
    name = "Facts of the source"
    cause = "The source gives two values for what seems to be one fact."
    cure = "Ask the author which is right; the translation keeps both as they are."
    severity = Severity.WARNING

    def run_article(self, pairs: Iterable[Pair]) -> Iterable[ArticleFinding]:
        """Compare each sentence with the earlier ones that share all its words, or the reverse."""
        above: defaultdict[str, FactIndex] = defaultdict(FactIndex)
        for fact in (fact for index, pair in enumerate(pairs) for fact in _facts(index, pair)):
            earlier = above[fact.counted].add(fact)
            if earlier is not None:
                message = f"The source says “{fact.written}” here and “{earlier}” above"
                yield ArticleFinding(fact.place, self.finding(message))


def _facts(index: int, pair: Pair) -> Iterator[Fact]:
    """The numbers of a sentence that has only one: more of them are parts of each other."""
    text, language = pair.source_text, pair.source_language
    numbers = [number for number in find_numbers(text, language) if number.required]
    if len(numbers) != 1 or _VAGUE.search(text[: numbers[0].span.start]):
        return
    start, end = numbers[0].span
    counted = next(_content(text[end:], language), None)
    if counted is not None:
        written, around = f"{text[start:end]} {counted}", f"{text[:start]} {text[end:]}"
        about = partial(_about, around, language)
        yield Fact(index, numbers[0].value, written, counted, about)


def _about(around: str, language: Language) -> frozenset[str]:
    """What a sentence is about, by what stands around its number."""
    return frozenset(_content(around, language))


def _content(text: str, language: Language) -> Iterator[str]:
    little = _LITTLE[language]
    words = (match[0].casefold() for match in _WORD.finditer(text))
    return (word for word in words if word not in little)
