"""Names that no glossary has: found, counted, put together, and with a proposal each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

from dualpress.article import Language
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.conflicts import Conflict, find_conflicts
from dualpress.glossary.proposals.english import EnglishNames
from dualpress.glossary.proposals.expansions import find_expansions
from dualpress.glossary.proposals.hindi import HindiNames
from dualpress.glossary.proposals.joining import joined
from dualpress.glossary.proposals.ordinary import Vocabulary
from dualpress.glossary.proposals.passages import Passage, Place
from dualpress.glossary.proposals.renderings import (
    Basis,
    KnownPair,
    KnownPairs,
    Rendering,
    propose,
)
from dualpress.glossary.proposals.spellings import grouped, spelling_key
from dualpress.glossary.proposals.suggestion import Suggestion
from dualpress.glossary.terms import Kind
from dualpress.progress import NoProgress, Progress
from dualpress.text.devanagari import is_devanagari
from dualpress.text.transliteration import Transliterator, transliterate

__all__ = ["Suggestions", "suggest"]


class Suggestions(NamedTuple):
    """What a set of articles shows.

    Args:
        names: that no row has, the most frequent first.
        conflicts: names that one article writes in two ways.
    """

    names: tuple[Suggestion, ...]
    conflicts: tuple[Conflict, ...]


class _Use(NamedTuple):
    """A mention, less what nobody asks for: there are many."""

    name: str
    kind: Kind | None
    place: Place


def suggest(
    passages: Iterable[Passage],
    glossary: Glossary,
    pairs: Iterable[KnownPair],
    *,
    transliterator: Transliterator = transliterate,
    at_least: int = 1,
    settled: AbstractSet[str] = frozenset(),
    own: Mapping[str, AbstractSet[str]] = MappingProxyType({}),
    progress: Progress | None = None,
) -> Suggestions:
    """Find the names of texts that a glossary does not have.

    Args:
        passages: the sentences, in reading order, with their translations; those of one
            article together. They are gone through several times, and none is held.
        glossary: the terms that are known.
        pairs: what humans translated before; gone through once.
        transliterator: writes what nobody wrote before.
        at_least: how often a name must stand there.
        settled: the spelling keys of names that an editor has before them already, or rejected.
        own: those that single articles have in glossaries of their own, by article.
        progress: is told how far it is.
    """
    vocabulary = Vocabulary(_english(passages, glossary))
    uses = [use for use in _uses(passages, glossary, vocabulary) if not _is_own(use, own)]
    names = [
        suggestion
        for language in Language
        for suggestion in _names([use for use in uses if _language(use) is language], language)
        if len(suggestion.places) >= at_least and spelling_key(suggestion.name) not in settled
    ]
    known = KnownPairs(pairs, _spellings(names))
    writer = _Writer(known, transliterator, vocabulary, progress or NoProgress())
    proposed = writer.proposed(_with_short_forms(names), _expansions(passages))
    finished = _with_first_uses(joined(proposed), glossary)
    conflicts = find_conflicts(passages, sorted(proposed, key=_rank), glossary)
    return Suggestions(tuple(sorted(finished, key=_rank)), tuple(conflicts))


def _is_own(use: _Use, own: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether the article's own glossary has a name."""
    names = own.get(use.place.article)
    return names is not None and spelling_key(use.name) in names


def _rank(name: Suggestion) -> tuple[int, str, str]:
    return -len(name.places), name.name.casefold(), name.name


def _uses(
    passages: Iterable[Passage], glossary: Glossary, vocabulary: Vocabulary
) -> Iterator[_Use]:
    """Every mention that is a name: sure by itself, or by another one of the same name."""
    english = EnglishNames(glossary.matcher(Language.EN), vocabulary)
    hindi = HindiNames(glossary.matcher(Language.HI), english)
    uses: list[_Use] = []
    sure: set[str] = set()
    for one in passages:
        for mention in (english if one.language is Language.EN else hindi).find(one):
            uses.append(_Use(intern(mention.name), mention.kind, one.place))
            if mention.is_sure:
                sure.add(mention.name)
    keys = set(map(spelling_key, sure))
    return (use for use in uses if use.name in sure or spelling_key(use.name) in keys)


def _spellings(names: Iterable[Suggestion]) -> Iterator[tuple[str, Language]]:
    return ((spelling, name.language) for name in names for spelling, _ in name.spellings)


def _english(passages: Iterable[Passage], glossary: Glossary) -> Iterator[str]:
    for passage in passages:
        is_english = passage.language is Language.EN
        yield passage.text if is_english else passage.target
    yield from (form for term in glossary for form in term.forms(Language.EN))


def _language(use: _Use) -> Language:
    """The language of a name: a Hindi text may have it in Latin letters."""
    is_hindi = any(map(is_devanagari, use.name))
    return Language.HI if is_hindi else Language.EN


def _names(uses: Sequence[_Use], language: Language) -> Iterator[Suggestion]:
    counts = Counter(use.name for use in uses)
    groups = grouped(name for name, _ in counts.most_common())
    group_of = {spelling: group for group in groups for spelling in group}
    members: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for use in uses:
        members[group_of[use.name]].append(use)
    for group, found in members.items():
        kinds = Counter(use.kind for use in found if use.kind)
        yield Suggestion(
            name=group[0],
            language=language,
            kind=kinds.most_common(1)[0][0] if kinds else None,
            places=tuple(use.place for use in found),
            spellings=tuple((spelling, counts[spelling]) for spelling in group),
        )


def _with_short_forms(names: Sequence[Suggestion]) -> list[Suggestion]:
    """Names of one word that are the last or first of a longer one in the same article."""
    longer: dict[tuple[str, str], Suggestion] = {}
    for name in names:
        words = name.name.split()
        may_be_person = len(words) > 1 and name.kind in (Kind.PERSON, None)
        for article in name.articles if may_be_person else ():
            for word in (words[0], words[-1]):
                longer.setdefault((article, word), name)
    return [_shortened(name, longer) for name in names]


def _shortened(name: Suggestion, longer: Mapping[tuple[str, str], Suggestion]) -> Suggestion:
    whole = next((longer[a, name.name] for a in name.articles if (a, name.name) in longer), None)
    if whole is None or name.kind is Kind.ACRONYM:
        return name
    return replace(name, short_for=whole.name, kind=name.kind or whole.kind)


def _expansions(passages: Iterable[Passage]) -> dict[str, str]:
    found: dict[str, str] = {}
    for passage in passages:
        for text in (passage.text, passage.target):
            for acronym, name in find_expansions(text):
                found.setdefault(acronym, name)
    return found


class _Writer(NamedTuple):
    """Proposes what names are called in the other language."""

    pairs: KnownPairs
    transliterator: Transliterator
    vocabulary: Vocabulary
    progress: Progress

    def proposed(
        self, names: Sequence[Suggestion], expansions: Mapping[str, str]
    ) -> list[Suggestion]:
        """The names with their renderings, and acronyms with what they stand for."""
        self.progress.start("Proposing renderings", len(names))
        found = []
        for name in names:
            renderings = tuple(self._renderings(name))
            expansion = expansions.get(name.name)
            found.append(replace(name, renderings=renderings, expansion=expansion))
            self.progress.advance(label=name.name)
        self.progress.finish()
        return found

    def _renderings(self, name: Suggestion) -> list[Rendering]:
        spellings = [spelling for spelling, _ in name.spellings]
        by_sound = self.transliterator if self._is_spoken(name) else None
        return propose(spellings, name.language, self.pairs, by_sound)

    def _is_spoken(self, name: Suggestion) -> bool:
        """Whether a name is written by its sound: one of everyday words is translated instead."""
        words = [word for word in name.name.split() if word[:1].isupper()]
        return not any(map(self.vocabulary.is_telling, words))


def _with_first_uses(names: Sequence[Suggestion], glossary: Glossary) -> list[Suggestion]:
    """``बलूच लिबरेशन आर्मी (बीएलए)``, where the Hindi of the full name is known."""
    hindi = {
        name.name: name.renderings[0].text
        for name in names
        if name.renderings and name.renderings[0].basis is not Basis.SOUND
    }
    terms = {term.en: term.hi for term in glossary}
    return [
        replace(name, first_use=f"{full} ({name.renderings[0].text})")
        if name.expansion
        and name.renderings
        and (full := terms.get(name.expansion) or hindi.get(name.expansion))
        else name
        for name in names
    ]
