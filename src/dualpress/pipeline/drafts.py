"""Drafts for what no human translated yet: from memory, then the glossary, then a machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dualpress.article import Candidate, Language, Origin, SegmentKey, Status, plain_text
from dualpress.catalog import Catalog, Entry
from dualpress.engines.placement import place_tags
from dualpress.errors import TranslationRefused
from dualpress.glossary import Glossary, enforce, translate_exact
from dualpress.memory import Context, Memory, contexts
from dualpress.pipeline.machine import Answer, Machine
from dualpress.states import draft

__all__ = ["Drafter", "count_origins"]


@dataclass(frozen=True)
class Drafter:
    """Fills the untranslated entries of catalogs.

    Args:
        glossary: the project's terms.
        memory: what was reviewed before.
        machine: for what is in neither.
    """

    glossary: Glossary
    memory: Memory
    machine: Machine

    def fill(self, catalog: Catalog) -> Catalog:
        """Return the catalog with drafts where there was nothing."""
        known: dict[SegmentKey, Candidate] = {}
        around = contexts(catalog.entries)
        for entry, context in zip(catalog.entries, around, strict=True):
            if entry.status is Status.UNTRANSLATED:
                candidate = self._remembered(entry, context, catalog)
                candidate = candidate or self._from_glossary(entry, catalog)
                if candidate is not None:
                    known[entry.key] = candidate
        catalog = _with_drafts(catalog, known)
        return _with_drafts(catalog, self._from_machine(catalog))

    def _remembered(self, entry: Entry, context: Context, catalog: Catalog) -> Candidate | None:
        """What was reviewed for this very sentence; a human's word where it stood like this."""
        matches = self.memory.exact(
            entry.source, catalog.source_language, catalog.target_language, context
        )
        if not matches:
            return None
        best = matches[0]
        return Candidate(best.target, Origin("memory"), confirmed=best.in_context)

    def _from_glossary(self, entry: Entry, catalog: Catalog) -> Candidate | None:
        target = translate_exact(
            entry.source, self.glossary, source_language=catalog.source_language
        )
        return Candidate(target, Origin("glossary")) if target else None

    def _from_machine(self, catalog: Catalog) -> dict[SegmentKey, Candidate]:
        waiting = [entry for entry in catalog.entries if entry.status is Status.UNTRANSLATED]
        sentences = [plain_text(entry.source) for entry in waiting]
        answers = self.machine.translate(sentences, catalog.target_language)
        made = {
            entry.key: self._candidate(entry, answer, catalog)
            for entry, answer in zip(waiting, answers, strict=True)
            if answer is not None
        }
        return {key: candidate for key, candidate in made.items() if candidate is not None}

    def _candidate(self, entry: Entry, answer: Answer, catalog: Catalog) -> Candidate | None:
        texts = [hypothesis.text for hypothesis in answer.hypotheses]
        if not any(text.strip() for text in texts):
            return None
        enforced = enforce(
            plain_text(entry.source),
            texts,
            self.glossary,
            source_language=catalog.source_language,
            target_language=catalog.target_language,
        )
        placed = place_tags(entry.source, enforced.text, self._renderings(catalog.source_language))
        chosen = answer.hypotheses[enforced.index]
        guesses = [f"The place of tag {number} is a guess." for number in placed.guessed]
        notes = (*chosen.notes, *enforced.marks, *guesses)
        return Candidate(placed.target, Origin(answer.engine, answer.model, chosen.score, notes))

    def _renderings(self, language: Language) -> Callable[[str], Sequence[str]]:
        def renderings(words: str) -> Sequence[str]:
            target = translate_exact(words, self.glossary, source_language=language)
            return [target] if target else []

        return renderings


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
    try:
        return draft(entry, candidate)
    except TranslationRefused:
        return entry
