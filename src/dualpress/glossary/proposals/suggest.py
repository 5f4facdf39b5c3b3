"""Names that no glossary has: found, counted, put together, and with a proposal each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dualpress.article import Language
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.proposals.conflicts import Conflict, find_conflicts
from dualpress.glossary.proposals.english import EnglishNames
from dualpress.glossary.proposals.expansions import find_expansions
from dualpress.glossary.proposals.hindi import HindiNames
from dualpress.glossary.proposals.ordinary import Vocabulary
from dualpress.glossary.proposals.passages import Mention, Passage, Place
from dualpress.glossary.proposals.renderings import Basis, KnownPairs, Rendering, propose
from dualpress.glossary.proposals.spellings import grouped, spelling_key
from dualpress.glossary.terms import Kind
from dualpress.text.devanagari import is_devanagari
from dualpress.text.transliteration import Transliterator, transliterate

__all__ = ["Suggestion", "Suggestions", "suggest"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that no row has.

    Args:
        name: in its most usual spelling.
        language: what it is written in.
        kind: what it is, as far as the texts tell.
        places: where it stands, in reading order.
        spellings: all its spellings with their counts, the most usual first.
        renderings: what it may be called in the other language, the best first.
        expansion: what the texts say that the acronym stands for.
        first_use: how Hindi writes acronym and full name together, if that is known.
        short_for: the longer name that this is a part of.
    """

    name: str
    language: Language
    kind: Kind | None
    places: tuple[Place, ...]
    spellings: tuple[tuple[str, int], ...]
    renderings: tuple[Rendering, ...] = ()
    expansion: str | None = None
    first_use: str | None = None
    short_for: str | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that have it."""
        return tuple(dict.fromkeys(place.article for place in self.places))


class Suggestions(NamedTuple):
    """What a set of articles shows.

    Args:
        names: that no row has, the most frequent first.
        conflicts: names that one article writes in two ways.
    """

    names: tuple[Suggestion, ...]
    conflicts: tuple[Conflict, ...]


class _Use(NamedTuple):
    mention: Mention
    passage: Passage


def suggest(
    passages: Sequence[Passage],
    glossary: Glossary,
    pairs: KnownPairs,
    *,
    transliterator: Transliterator = transliterate,
    at_least: int = 1,
    is_settled: Callable[[str], bool] = lambda _: False,
) -> Suggestions:
    """Find the names of texts that a glossary does not have.

    Args:
        passages: the sentences, in reading order, with their translations.
        glossary: the terms that are known.
        pairs: what humans translated before.
        transliterator: writes what nobody wrote before.
        at_least: how often a name must stand there.
        is_settled: whether an editor has a name before them already, or rejected it.
    """
    vocabulary = Vocabulary(_english(passages, glossary))
    uses = list(_uses(passages, glossary, vocabulary))
    names = [
        suggestion
        for language in Language
        for suggestion in _names([use for use in uses if _language(use) is language], language)
        if len(suggestion.places) >= at_least and not is_settled(suggestion.name)
    ]
    expansions = _expansions(passages)
    proposed = [
        _proposed(
            replace(name, expansion=expansions.get(name.name)),
            pairs,
            transliterator if _is_spoken(name, vocabulary) else None,
        )
        for name in _with_short_forms(names)
    ]
    finished = _with_first_uses(proposed, glossary)
    finished.sort(key=lambda name: (-len(name.places), name.name.casefold(), name.name))
    return Suggestions(tuple(finished), tuple(find_conflicts(passages, finished, glossary)))


def _uses(
    passages: Sequence[Passage], glossary: Glossary, vocabulary: Vocabulary
) -> Iterator[_Use]:
    """Every mention that is a name: sure by itself, or by another one of the same name."""
    english = EnglishNames(glossary.matcher(Language.EN), vocabulary)
    hindi = HindiNames(glossary.matcher(Language.HI), english)
    uses = [
        _Use(mention, one)
        for one in passages
        for mention in (english if one.language is Language.EN else hindi).find(one)
    ]
    sure = {spelling_key(use.mention.name) for use in uses if use.mention.is_sure}
    return (use for use in uses if spelling_key(use.mention.name) in sure)


def _english(passages: Iterable[Passage], glossary: Glossary) -> Iterator[str]:
    for passage in passages:
        is_english = passage.language is Language.EN
        yield passage.text if is_english else passage.target
    yield from (form for term in glossary for form in term.forms(Language.EN))


def _language(use: _Use) -> Language:
    """The language of a name: a Hindi text may have it in Latin letters."""
    is_hindi = any(map(is_devanagari, use.mention.name))
    return Language.HI if is_hindi else Language.EN


def _names(uses: Sequence[_Use], language: Language) -> Iterator[Suggestion]:
    counts = Counter(use.mention.name for use in uses)
    groups = grouped(name for name, _ in counts.most_common())
    group_of = {spelling: group for group in groups for spelling in group}
    members: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    for use in uses:
        members[group_of[use.mention.name]].append(use)
    for group, found in members.items():
        kinds = Counter(use.mention.kind for use in found if use.mention.kind)
        yield Suggestion(
            name=group[0],
            language=language,
            kind=kinds.most_common(1)[0][0] if kinds else None,
            places=tuple(use.passage.place for use in found),
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


def _expansions(passages: Sequence[Passage]) -> dict[str, str]:
    found: dict[str, str] = {}
    for passage in passages:
        for text in (passage.text, passage.target):
            for acronym, name in find_expansions(text):
                found.setdefault(acronym, name)
    return found


def _proposed(
    name: Suggestion,
    pairs: KnownPairs,
    transliterator: Transliterator | None,
) -> Suggestion:
    spellings = [spelling for spelling, _ in name.spellings]
    renderings = tuple(propose(spellings, name.language, pairs, transliterator))
    return replace(name, renderings=renderings)


def _is_spoken(name: Suggestion, vocabulary: Vocabulary) -> bool:
    """Whether a name is written by its sound: one of everyday words is translated instead."""
    words = [word for word in name.name.split() if word[:1].isupper()]
    return not any(map(vocabulary.is_telling, words))


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
