"""Drafts for what no human translated yet: from memory, then the glossary, then a machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dualpress.article import (
    Candidate,
    Language,
    Origin,
    SegmentKey,
    Status,
    TagPlace,
    escape_tags,
    plain_text,
)
from dualpress.catalog import Catalog, Entry
from dualpress.catalog.approved import approved_in
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
from dualpress.glossary import Glossary, enforce, translate_exact
from dualpress.glossary.enforcing import Alone
from dualpress.memory import Context, Memory, contexts
from dualpress.pipeline.machine import Answer, Machine
from dualpress.pipeline.terms import TermAsker
from dualpress.states import draft
from dualpress.text.number_style import NumberStyle
from dualpress.text.numbers.repair import repair_numbers
from dualpress.translation import misfit

__all__ = ["Drafter", "count_origins"]

_LIKE = 0.8
"""How like a reviewed sentence must be for its translation to be a better draft than a machine's.

Measured on FLORES with the memory's own score: below, the translation of the
like sentence is no closer to the human's than Argos's output is.
"""
_PHRASE = "A phrase: it reads the same wherever it stands."


@dataclass(frozen=True, slots=True)
class _Mended:
    """A translation after the glossary and the numbers had their say."""

    text: str
    made_of: Hypothesis
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drafter:
    """Fills the untranslated entries of catalogs.

    Args:
        glossary: the project's terms.
        memory: what was reviewed before.
        machine: for what is in neither.
        number_style: the house style of numbers in a language.
    """

    glossary: Glossary
    memory: Memory
    machine: Machine
    number_style: Callable[[Language], NumberStyle]

    def fill(self, catalog: Catalog) -> Catalog:
        """Return the catalog with drafts where there was nothing."""
        known: dict[SegmentKey, Candidate] = {}
        around = contexts(catalog.entries)
        for entry, context in zip(catalog.entries, around, strict=True):
            if entry.status is Status.UNTRANSLATED:
                candidate = self._remembered(entry, context, catalog)
                candidate = candidate or self._from_glossary(entry, catalog)
                candidate = candidate or self._like_remembered(entry, catalog)
                if candidate is not None:
                    known[entry.key] = candidate
        catalog = _with_drafts(catalog, known)
        return _with_drafts(catalog, self._from_machine(catalog))

    def _remembered(self, entry: Entry, context: Context, catalog: Catalog) -> Candidate | None:
        """What was reviewed for this very sentence.

        A human's word where it stood like this, or where it reads the same wherever it stands.
        """
        languages = catalog.source_language, catalog.target_language
        matches = self.memory.exact(entry.source, *languages, context)
        if matches and matches[0].in_context:
            return Candidate(matches[0].target, Origin("memory"), confirmed=True)
        phrase = self.memory.phrase(entry.source, *languages, entry.key.context)
        if phrase is not None:
            return Candidate(phrase.target, Origin("memory", notes=(_PHRASE,)), confirmed=True)
        return Candidate(matches[0].target, Origin("memory")) if matches else None

    def _like_remembered(self, entry: Entry, catalog: Catalog) -> Candidate | None:
        """What was reviewed for a sentence that differs in no number, name or negation."""
        source, target = catalog.source_language, catalog.target_language
        matches = self.memory.fuzzy(
            entry.source, source, target, glossary=self.glossary, at_least=_LIKE
        )
        best = next((match for match in matches if match.fits), None)
        if best is None:
            return None
        text = best.target
        if misfit(entry.source, text):
            evidence = Evidence(source, target, self.glossary)
            text = place_tags(entry.source, plain_text(text), evidence).target
        return Candidate(text, Origin("memory", notes=(best.note,)))

    def _from_glossary(self, entry: Entry, catalog: Catalog) -> Candidate | None:
        target = translate_exact(
            entry.source, self.glossary, source_language=catalog.source_language
        )
        return Candidate(target, Origin("glossary")) if target else None

    def _from_machine(self, catalog: Catalog) -> dict[SegmentKey, Candidate]:
        waiting = [entry for entry in catalog.entries if entry.status is Status.UNTRANSLATED]
        sentences = [trimmed(entry.source) for entry in waiting]
        cores = [sentence.core for sentence in sentences]
        asker = TermAsker(self.glossary, self.machine, catalog.target_language)
        answers = asker.with_placeholders(
            cores, self.machine.translate(cores, catalog.target_language)
        )
        alone = asker.translated_alone(cores, answers)
        made = {
            entry.key: self._candidate(sentence, answer, alone, catalog)
            for entry, sentence, answer in zip(waiting, sentences, answers, strict=True)
            if answer is not None
        }
        return {key: candidate for key, candidate in made.items() if candidate is not None}

    def _candidate(
        self, sentence: Trimmed, answer: Answer, alone: Alone, catalog: Catalog
    ) -> Candidate | None:
        texts = [_usable(one.text, sentence.core, answer) for one in answer.hypotheses]
        if not any(plain_text(text).strip() for text in texts):
            return None
        mended = self._mended(sentence.core, texts, answer, alone, catalog)
        chosen = mended.made_of
        placed = self._placed(sentence.core, mended.text, chosen, answer, catalog)
        target = f"{sentence.before}{placed.target}{sentence.after}"
        tags = tuple(TagPlace(place.number, place.confidence) for place in placed.places)
        notes = (*chosen.notes, *mended.marks)
        return Candidate(target, Origin(answer.engine, answer.model, chosen.score, notes, tags))

    def _mended(
        self, core: str, texts: Sequence[str], answer: Answer, alone: Alone, catalog: Catalog
    ) -> _Mended:
        """One of the machine's translations, its terms and numbers put right."""
        source = core if answer.has_tags else plain_text(core)
        if texts[0] == source:  # a copy: in another language there is nothing to put right
            return _Mended(texts[0], answer.hypotheses[0])
        enforced = enforce(
            source,
            texts,
            self.glossary,
            source_language=catalog.source_language,
            target_language=catalog.target_language,
            alone=alone,
        )
        numbers = repair_numbers(
            core,
            enforced.text,
            source_language=catalog.source_language,
            target_language=catalog.target_language,
            style=self.number_style(catalog.target_language),
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


def _with_drafts(catalog: Catalog, candidates: Mapping[SegmentKey, Candidate]) -> Catalog:
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
