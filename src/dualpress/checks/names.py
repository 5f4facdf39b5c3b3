"""People are who they are: a name of the source stands in the translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.sounds import is_comparable, likest
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["NamesCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")
_POSSESSIVE = regex.compile(r"['’]s?$")
_NAME = r"\p{Lu}[\p{Ll}’'-]{2,}(?:\s+(?:(?:bin|al|ul|ur|de|van|von|der)\s+)?\p{Lu}[\p{Ll}’'-]{2,})*"
_TITLE = (
    r"(?:Mr|Mrs|Ms|Dr|Sir|Shri|Smt|Justice|President|Prime\s+Minister|Minister|Secretary|General|Gen"
    r"|Captain|Capt|Senator|Sen|Judge|Chancellor|Professor|Prof|Colonel|Col|Lt|Major|Brigadier"
    r"|Admiral|Adm|Governor|Gov|Mayor|Ambassador|[Ss]pokes(?:man|woman|person)|Inspector)"
)
_SAID = (
    r"(?:has\s+|had\s+)?"
    r"(?:said|told|claimed|added|stated|announced|warned|argued|tweeted|denied|insisted)\b"
)

_OF_TITLES = frozenset(
    "mr mrs ms dr sir shri smt justice president minister secretary general gen captain capt "
    "senator sen judge chancellor professor prof colonel col lt major brigadier admiral adm "
    "governor gov mayor ambassador spokesman spokeswoman spokesperson inspector".split()
)
_OF_SPEECH = frozenset(
    "said told claimed added stated announced warned argued tweeted denied insisted".split()
)

# Where a person is named: behind a title, before or behind a verb of speech; each with the words
# of which the pattern needs one.
_PERSONS = (
    (regex.compile(rf"\b{_TITLE}\.?\s+(?P<name>{_NAME})"), _OF_TITLES),
    (regex.compile(rf"(?<![\p{{L}}.-]\s*)(?P<name>{_NAME})\s+{_SAID}"), _OF_SPEECH),
    (
        regex.compile(
            r"\b(?:said|says)\s+(?:\p{Ll}+\s+){0,2}"
            r"(?P<name>\p{Lu}\p{Ll}{2,}(?:\s+\p{Lu}\p{Ll}{2,})+)"
        ),
        frozenset(("said", "says")),
    ),
)

# Capitalised, and translated.
_NO_NAME = frozenset(
    "The This That These Those But And He She They It His Her Their Its Our We You When While "
    "After Before There Then Here Now Some Many Most Both Another Other Others Everyone Someone "
    "Nobody President Minister Secretary General Army Navy Police Court House State States "
    "United Nations Ministry Government Party Council Committee Commission Foreign Defence "
    "Defense Prime Supreme High Union World National International India Indian Pakistan "
    "Chinese China American America British Britain Russian Russia German Germany French France "
    "Affairs Treasury Home Finance Health Law Office Department Security Times News Officer "
    "Officers Chief Church White Assembly Senate Parliament Public Staff Governor Governors "
    "King Queen Prince Princess Justice Judge Deputy Vice Former Leader Spokesman Spokesperson "
    "Spokeswoman Lieutenant Attorney Major Brigadier Senior Western Eastern Northern Southern "
    "Sunday Monday Tuesday Wednesday Thursday Friday Saturday January February March April June "
    "July August September October November December Says Said Trainees Telegraph Post Water "
    "External Interior Information Railway Transport Agriculture Education Environment Power "
    "Energy".split()
)
_SURE, _LIKELY = 0.75, 0.6
"""How alike one part of a name must sound to its Hindi, or all of them on the average."""


class NamesCheck(Check):
    """A person whose name nothing in the other language sounds like."""

    id = "names"
    name = "Names"
    cause = "A person of the source is not named, or somebody else is."
    cure = "Compare the names of persons with the source."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look in the Hindi for what sounds like the names in the English."""
        is_hindi = pair.target_language is Language.HI
        words = pair.source_words if is_hindi else pair.target_words
        patterns = [one for one, telling in _PERSONS if not telling.isdisjoint(words)]
        if not patterns:  # as mostly
            return []
        texts = (pair.source_text, pair.target_text)
        english, hindi = texts if is_hindi else reversed(texts)
        fault = "is not named" if is_hindi else "is not in the source"
        persons = _persons(english, patterns)
        lost = dict.fromkeys(" ".join(name) for name in persons if not _sounds_in(name, hindi))
        return [self.finding(f"“{name}” {fault}") for name in lost]


def _persons(english: str, patterns: Iterable[regex.Pattern[str]]) -> Iterator[list[str]]:
    """The names of persons, each as its words that can be compared."""
    for pattern in patterns:
        for match in pattern.finditer(english):
            words = [_POSSESSIVE.sub("", word) for word in match["name"].split()]
            name = [word for word in words if _is_name(word)]
            if name and not _is_plural(match["name"], name):
                yield name


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word not in _NO_NAME and is_comparable(word)


def _is_plural(text: str, name: list[str]) -> bool:
    """``Diplomats said``: no person, and translated."""
    return name == [text] and text.endswith("s")


def _sounds_in(name: list[str], hindi: str) -> bool:
    words = [word for word in _WORD.findall(hindi) if len(word) > 2]
    alone = [likest(part, words)[0] for part in name]
    if _is_sure(alone):
        return True
    # छोटूराम, too.
    joined = [one + two for one, two in pairwise(words)]
    together = [likest(part, joined)[0] for part in name]
    return _is_sure(list(map(max, alone, together)))


def _is_sure(scores: Sequence[float]) -> bool:
    return max(scores) >= _SURE or sum(scores) / len(scores) >= _LIKELY
