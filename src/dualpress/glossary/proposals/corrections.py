"""What reviewers correct in the same way again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

import regex

from dualpress.article import Language, other
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.cooccurrence import common_phrase, is_telling
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


def find_corrections(
    sentences: Sequence[Corrected], glossary: Glossary, *, at_least: int = 3
) -> list[Correction]:
    """Find what reviewers corrected in the same way, and the words of the source it is about.

    Args:
        sentences: drafts and what reviewers made of them.
        glossary: the terms that are known; a correction to what a row has is none to propose.
        at_least: in how many different sentences.

    Returns:
        The most frequent first.
    """
    changed: dict[tuple[Language, str, str], list[Corrected]] = defaultdict(list)
    for sentence in sentences:
        for before, after in _changes(sentence.draft, sentence.target):
            changed[sentence.language, before, after].append(sentence)
    found = []
    for (language, before, after), those in changed.items():
        if len({one.source for one in those}) < at_least:
            continue
        term = _term(those, after, [one for one in sentences if one not in those])
        if term is None or not _is_known(term, after, language, glossary):
            places = tuple(one.place for one in those)
            found.append(Correction(term, language, before, after, places))
    return sorted(found, key=lambda one: (-len(one.places), one.before, one.after))


def _changes(draft: str, target: str) -> Iterator[tuple[str, str]]:
    """The words that were put in the place of others, each pair once."""
    old, new = _WORD.findall(draft), _WORD.findall(target)
    keys = [key_of(word) for word in old], [key_of(word) for word in new]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    changes = {
        (" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind == "replace" and b - a <= _MOST_WORDS and d - c <= _MOST_WORDS
    }
    return (change for change in changes if any(map(is_telling, change[1].split())))


def _term(those: Sequence[Corrected], after: str, rest: Iterable[Corrected]) -> str | None:
    """The words of the source that were corrected: what sounds so, or what all of them have."""
    sources = [one.source for one in those]
    heard = [find_rendering(after, source) for source in sources]
    texts = {found.text for found in heard if found is not None}
    if len(texts) == 1 and all(heard):
        return texts.pop()
    # What other sentences have too, without the correction, is not what was corrected.
    others = [one.source for one in rest if after not in one.target]
    return common_phrase(sources, others)


def _is_known(term: str, after: str, language: Language, glossary: Glossary) -> bool:
    matches = glossary.matcher(language).find(term)
    there = other(language)
    return key_of(after) in {
        key_of(form) for match in matches for one in match.terms for form in one.accepted(there)
    }
