"""Translations that need no machine: what was reviewed before, and what the glossary holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dualpress.article import Candidate, Language, Origin, SegmentKey, Status, plain_text
from dualpress.catalog import Catalog, Entry
from dualpress.engines.placement import Evidence, place_tags
from dualpress.glossary import Glossary, translate_exact
from dualpress.glossary.digests import term_digests
from dualpress.memory import Context, Memory, contexts
from dualpress.translation import misfit

__all__ = ["Known", "from_glossary"]

_LIKE = 0.8
"""How like a reviewed sentence must be for its translation to be a better draft than a machine's.

Measured on FLORES with the memory's own score: below, the translation of the
like sentence is no closer to the human's than Argos's output is.
"""
_PHRASE = "A phrase: it reads the same wherever it stands."


@dataclass(frozen=True)
class Known:
    """Looks up what is untranslated in a catalog.

    Args:
        glossary: the article's terms.
        memory: what was reviewed before.
    """

    glossary: Glossary
    memory: Memory

    def candidates(self, catalog: Catalog) -> Iterator[tuple[SegmentKey, Candidate]]:
        """What memory and glossary have for the untranslated entries of a catalog."""
        around = contexts(catalog.entries)
        for entry, context in zip(catalog.entries, around, strict=True):
            if entry.status is Status.UNTRANSLATED:
                candidate = self._remembered(entry, context, catalog)
                candidate = candidate or from_glossary(
                    entry.source, self.glossary, catalog.source_language
                )
                candidate = candidate or self._like_remembered(entry, catalog)
                if candidate is not None:
                    yield entry.key, candidate

    def _remembered(self, entry: Entry, context: Context, catalog: Catalog) -> Candidate | None:
        """What was reviewed for this very sentence.

        A human's word where it stood like this, or where it reads the same wherever it stands.
        """
        languages = catalog.source_language, catalog.target_language
        matches = self.memory.exact(entry.source, *languages, context)
        if not matches:  # then it is no phrase either
            return None
        if matches[0].in_context:
            return Candidate(matches[0].target, Origin("memory"), confirmed=True)
        phrase = self.memory.phrase(entry.source, *languages, entry.key.context)
        if phrase is not None:
            return Candidate(phrase.target, Origin("memory", notes=(_PHRASE,)), confirmed=True)
        return Candidate(matches[0].target, Origin("memory"))

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


def from_glossary(source: str, glossary: Glossary, language: Language) -> Candidate | None:
    """The translation of a segment that is a term by itself.

    Args:
        source: the segment.
        glossary: the terms.
        language: the language of ``source``.
    """
    target = translate_exact(source, glossary, source_language=language)
    if not target:
        return None
    return Candidate(target, Origin("glossary", terms=term_digests(source, glossary, language)))
