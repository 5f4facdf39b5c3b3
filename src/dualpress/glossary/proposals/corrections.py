"""What reviewers correct in the same way again and again."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple, TypeAlias

import regex

from dualpress.article import Language, other
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.cooccurrence import CommonPhrases, is_telling
from dualpress.glossary.proposals.passages import Place
from dualpress.text.devanagari import WORD_CHAR, key_of

__all__ = ["Corrected", "Correction", "find_corrections"]

_WORD = regex.compile(rf"{WORD_CHAR}+(?:[-.’']{WORD_CHAR}+)*")
_MOST_WORDS = 4
"""A longer change says the sentence otherwise: it is no term."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A sentence that a machine drafted and a human confirmed.

    Args:
        place: where it stands.
        language: what the source is written in.
        source: plain.
        draft: what the machine wrote, plain.
        target: what stands there now, plain.
    """

    place: Place
    language: Language
    source: str
    draft: str
    target: str


class Correction(NamedTuple):
    """A change that reviewers made in the same way in several sentences.

    Args:
        term: the words of the source that it is about; ``None`` where that is not clear.
        language: what these are written in.
        before: what machines wrote.
        after: what reviewers made of it.
        places: where.
    """

    term: str | None
    language: Language
    before: str
    after: str
    places: tuple[Place, ...]


_Change: TypeAlias = tuple[Language, str, str]
"""The language of the source, what the machine wrote, and what a reviewer made of it."""


def find_corrections(
    sentences: Iterable[Corrected], glossary: Glossary, *, at_least: int = 3
) -> list[Correction]:
    """Find what reviewers corrected in the same way, and the words of the source it is about.

    Args:
        sentences: drafts and what reviewers made of them; they are gone through several
            times, and none is held but those with such corrections.
        glossary: the terms that are known; a correction to what a row has is none to propose.
        at_least: in how many different sentences.

    Returns:
        The most frequent first.
    """
    repeated = _repeated(sentences, at_least)
    sources = ((change, {one.source for one in those.values()}) for change, those in repeated)
    frequent = {change for change, different in sources if len(different) >= at_least}
    alike = {change: those for change, those in repeated if change in frequent}
    found = []
    for change, term in _terms(alike, sentences).items():
        language, before, after = change
        if term is None or not _is_known(term, after, language, glossary):
            places = tuple(one.place for one in alike[change].values())
            found.append(Correction(term, language, before, after, places))
    return sorted(found, key=lambda one: (-len(one.places), one.before, one.after))


def _repeated(
    sentences: Iterable[Corrected], at_least: int
) -> list[tuple[_Change, dict[int, Corrected]]]:
    """The changes that several sentences have, with these by their numbers.

    Few changes are made twice; of the others no more than a hash is kept.
    """
    hashes, numbers = array("q"), array("L")
    for number, sentence in enumerate(sentences):
        for change in _changes(sentence):
            hashes.append(hash(change))
            numbers.append(number)
    often = {one for one, alike in groupby(sorted(hashes)) if sum(1 for _ in alike) >= at_least}
    wanted = {number for number, one in zip(numbers, hashes, strict=True) if one in often}
    changed: dict[_Change, dict[int, Corrected]] = defaultdict(dict)
    for number, sentence in enumerate(sentences):
        for change in _changes(sentence) if number in wanted else ():
            if hash(change) in often:
                changed[change][number] = sentence
    return list(changed.items())


def _changes(sentence: Corrected) -> Iterator[_Change]:
    """The words that were put in the place of others, each pair once."""
    old, new = _WORD.findall(sentence.draft), _WORD.findall(sentence.target)
    keys = [key_of(word) for word in old], [key_of(word) for word in new]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    changes = {
        (sentence.language, " ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind == "replace" and b - a <= _MOST_WORDS and d - c <= _MOST_WORDS
    }
    return (change for change in changes if any(map(is_telling, change[2].split())))


def _terms(
    changed: Mapping[_Change, Mapping[int, Corrected]], sentences: Iterable[Corrected]
) -> dict[_Change, str | None]:
    """The words of the source that were corrected: what sounds so, or what all of them have."""
    terms = {change: _heard(those.values(), change[2]) for change, those in changed.items()}
    common = {
        change: CommonPhrases(one.source for one in changed[change].values())
        for change, term in terms.items()
        if term is None
    }
    # What other sentences have too, without the correction, is not what was corrected.
    for number, sentence in enumerate(sentences if common else ()):
        for change, shared in common.items():
            if number not in changed[change] and change[2] not in sentence.target:
                shared.exclude(sentence.source)
    return terms | {change: shared.longest for change, shared in common.items()}


def _heard(those: Collection[Corrected], after: str) -> str | None:
    """The one way in which all of some sources write what sounds like the correction."""
    found = [find_rendering(after, one.source) for one in those]
    texts = {one.text for one in found if one is not None}
    return texts.pop() if len(texts) == 1 and all(found) else None


def _is_known(term: str, after: str, language: Language, glossary: Glossary) -> bool:
    matches = glossary.matcher(language).find(term)
    there = other(language)
    return key_of(after) in {
        key_of(form) for match in matches for one in match.terms for form in one.accepted(there)
    }
