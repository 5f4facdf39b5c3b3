"""Drafts for what no human translated yet: from memory, then the glossary, then a machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dualpress.article import (
    Candidate,
    Origin,
    SegmentKey,
    SegmentKind,
    Status,
    TagPlace,
    escape_tags,
    plain_text,
)
from dualpress.catalog import Catalog, Entry
from dualpress.catalog.approved import approved_in
from dualpress.config import Config
from dualpress.engines.base import Hypothesis
from dualpress.engines.placement import (
    Evidence,
    Placed,
    Trimmed,
    keep_tags,
    place_tags,
    trimmed,
    without_tags,
)
from dualpress.errors import TranslationRefused
from dualpress.glossary import Glossary
from dualpress.glossary.digests import term_digests
from dualpress.memory import Memory
from dualpress.pipeline.capitals import Cases
from dualpress.pipeline.enforcer import Enforcer
from dualpress.pipeline.guards import Guard, Sentence
from dualpress.pipeline.known import Known
from dualpress.pipeline.machine import Machine
from dualpress.pipeline.questions import Answer, Answers, Ask, Conversation, Questions
from dualpress.pipeline.redrafts import Redrafts
from dualpress.pipeline.terms import TermAsker
from dualpress.states import draft
from dualpress.text.number_style import NumberStyle
from dualpress.text.numbers.repair import repair_numbers

__all__ = ["Drafter", "count_origins"]

HEADINGS = (SegmentKind.TITLE, SegmentKind.HEADING)


@dataclass(frozen=True, slots=True)
class _Mended:
    """A translation after the glossary and the numbers had their say."""

    text: str
    made_of: Hypothesis
    marks: tuple[str, ...] = ()


class _House(NamedTuple):
    """What is put into translations: terms, what the machine makes of some alone, and numbers."""

    enforcer: Enforcer
    alone: Mapping[str, str]
    style: NumberStyle


@dataclass(frozen=True)
class Drafter:
    """Fills the untranslated entries of catalogs, and those whose terms changed since.

    Args:
        glossary: the article's terms.
        memory: what was reviewed before.
        machine: for what is in neither; only what it knows of itself is taken from it here.
        config: the house style, and the checks that are done without.
    """

    glossary: Glossary
    memory: Memory
    machine: Machine
    config: Config

    def fill(self, catalog: Catalog) -> Catalog:
        """Return the catalog with what needs no machine.

        That is what memory and glossary have, where there was nothing, and today's terms in
        drafts that were made under others.
        """
        known = Known(self.glossary, self.memory).candidates(catalog)
        renewed = self._redrafts(catalog).candidates(catalog.entries)
        return _with_drafts(catalog, {**dict(known), **dict(renewed)})

    def waiting(self, catalog: Catalog, before: Catalog | None = None) -> Iterator[Entry]:
        """The entries that are to be drafted: untranslated ones, and those whose terms changed.

        Args:
            catalog: of an article.
            before: the same before it was drafted in this run; since then no term has changed.
        """
        redrafts = self._redrafts(catalog)
        for entry in catalog.entries:
            is_old = before is None or _stood(entry, before)
            if entry.status is Status.UNTRANSLATED or (is_old and redrafts.is_outdated(entry)):
                yield entry

    def _redrafts(self, catalog: Catalog) -> Redrafts:
        return Redrafts(self.glossary, catalog.source_language)

    def draft(
        self, catalog: Catalog, kinds: Mapping[SegmentKey, SegmentKind]
    ) -> Conversation[Catalog]:
        """Ask the machine for what is still waiting.

        Args:
            catalog: as :meth:`fill` left it.
            kinds: what the segments are on their page; paragraphs where it is not known.

        Returns:
            The catalog with drafts, as far as the machine had answers; what it had none for is as
            it was.
        """
        waiting = list(self.waiting(catalog))
        if not waiting:
            return catalog
        trims = [trimmed(entry.source) for entry in waiting]
        terms = self.glossary.matcher(catalog.source_language)
        cases = Cases((entry.source for entry in catalog.entries), terms)
        sentences = [
            Sentence(trim.core, *_asked(trim.core, kinds.get(entry.key), cases))
            for trim, entry in zip(trims, waiting, strict=True)
        ]
        enforcer = Enforcer(self.glossary, catalog.target_language)
        answers, alone = yield from self._asked(sentences, enforcer)
        house = _House(enforcer, alone, self.config.number_style(catalog.target_language))
        made = {
            entry.key: self._candidate(trim, answer, house, catalog)
            for entry, trim, answer in zip(waiting, trims, answers, strict=True)
            if answer is not None
        }
        sound = (entry for entry in waiting if not _is_loss(entry, made.get(entry.key)))
        return _with_drafts(catalog, {entry.key: made.get(entry.key) for entry in sound})

    def _asked(
        self, sentences: Sequence[Sentence], enforcer: Enforcer
    ) -> Conversation[tuple[Answers, Mapping[str, str]]]:
        """Sound translations with as many terms as can be had, and the missing terms alone."""
        target = enforcer.target
        cores = [sentence.core for sentence in sentences]
        answers = yield Questions(Ask.TRANSLATE, target, [one.asked for one in sentences])
        guard = Guard(
            target,
            self.config.hindi.sentence_end,
            self.config.checks.disabled,
            enforcer.keeps_terms,
        )
        answers = yield from guard.sound(sentences, answers)
        asker = TermAsker(enforcer, self.machine.scheme(target))
        answers = yield from asker.with_placeholders(cores, answers)
        alone = yield from asker.translated_alone(cores, answers)
        return answers, alone

    def _candidate(
        self, sentence: Trimmed, answer: Answer, house: _House, catalog: Catalog
    ) -> Candidate | None:
        texts = [_usable(one.text, sentence.core, answer) for one in answer.hypotheses]
        if not any(plain_text(text).strip() for text in texts):
            return None
        mended = self._mended(sentence.core, texts, answer, house, catalog)
        chosen = mended.made_of
        placed = self._placed(sentence.core, mended.text, chosen, answer, catalog)
        target = f"{sentence.before}{placed.target}{sentence.after}"
        origin = Origin(
            engine=answer.engine,
            model=answer.model,
            score=chosen.score,
            notes=(*chosen.notes, *mended.marks),
            tags=tuple(TagPlace(place.number, place.confidence) for place in placed.places),
            terms=term_digests("".join(sentence), self.glossary, catalog.source_language),
        )
        return Candidate(target, origin)

    def _mended(
        self, core: str, texts: Sequence[str], answer: Answer, house: _House, catalog: Catalog
    ) -> _Mended:
        """One of the machine's translations, its terms and numbers put right."""
        source = core if answer.has_tags else plain_text(core)
        if texts[0] == source:  # a copy: in another language there is nothing to put right
            return _Mended(texts[0], answer.hypotheses[0])
        enforced = house.enforcer.enforce(source, texts, house.alone)
        numbers = repair_numbers(
            core,
            enforced.text,
            source_language=catalog.source_language,
            target_language=catalog.target_language,
            style=house.style,
        )
        made_of = answer.hypotheses[enforced.index]
        return _Mended(numbers.text, made_of, (*enforced.marks, *numbers.marks))

    def _placed(
        self, source: str, text: str, chosen: Hypothesis, answer: Answer, catalog: Catalog
    ) -> Placed:
        """The translation with its tags: the model's own, or put among its words."""
        evidence = Evidence(
            catalog.source_language, catalog.target_language, self.glossary, chosen.attention
        )
        if not answer.has_tags:
            return place_tags(source, text, evidence)
        return keep_tags(source, text) or place_tags(source, plain_text(text), evidence)


def _asked(core: str, kind: SegmentKind | None, cases: Cases) -> tuple[str, SegmentKind]:
    """A sentence as the machine is asked for it, and its kind."""
    kind = kind or SegmentKind.PARAGRAPH
    return (cases.as_sentence(core) if kind in HEADINGS else core), kind


def _usable(text: str, source: str, answer: Answer) -> str:
    """A hypothesis with sound tags, or with none."""
    if not answer.has_tags or keep_tags(source, text):
        return text
    return escape_tags(without_tags(text))


def count_origins(entries: Sequence[Entry]) -> Mapping[str, int]:
    """How many translations came from review, memory, glossary and a machine.

    Those reviewed before an edit of their source count apart, as ``stale``.
    """
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.status is Status.DRAFT:
            engine = entry.origin.engine if entry.origin else "machine"
            counts[engine if engine in ("memory", "glossary") else "machine"] += 1
        elif entry.status is Status.STALE:
            counts["stale"] += 1
        elif entry.status is not Status.UNTRANSLATED:
            counts["review"] += 1
    return dict(counts)


def _with_drafts(catalog: Catalog, candidates: Mapping[SegmentKey, Candidate | None]) -> Catalog:
    entries = tuple(_drafted(entry, candidates.get(entry.key)) for entry in catalog.entries)
    return replace(catalog, entries=entries)


def _drafted(entry: Entry, candidate: Candidate | None) -> Entry:
    if candidate is None:
        return entry
    if approved_in(entry) is not None:
        # What was approved for the former wording stands in a comment until a human confirms.
        candidate = replace(candidate, confirmed=False)
    try:
        return draft(entry, candidate)
    except TranslationRefused:
        return entry


def _stood(entry: Entry, before: Catalog) -> bool:
    """Whether the terms of an entry's draft were noted before."""
    old = before.find(entry.key)
    noted = old.origin.terms if old is not None and old.origin is not None else None
    return entry.origin is not None and entry.origin.terms is noted


def _is_loss(entry: Entry, candidate: Candidate | None) -> bool:
    """Whether a machine's copy of the source would take the place of a translation."""
    if candidate is None or entry.status is Status.UNTRANSLATED:
        return False
    source = plain_text(entry.source)
    return plain_text(candidate.target) == source != plain_text(entry.target)
