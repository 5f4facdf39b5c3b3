"""Drafts whose terms changed since they were made, and what they become without a machine.

Where today's words can be put into the draft with certainty, for those of the
former row or as into any new draft, the rest of it stays as it was. All others
are for the machine: what a row that is gone had brought into a draft, no one
can tell.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dualpress.article import Candidate, Language, Origin, SegmentKey, Status, other
from dualpress.catalog import Entry
from dualpress.checks import waived
from dualpress.glossary import Enforced, Glossary, TermMatch, enforce
from dualpress.glossary.digests import digested_rendering, term_digests
from dualpress.glossary.enforcing import STRATEGIES
from dualpress.glossary.enforcing.former import replace_former
from dualpress.glossary.renderings import rendering_of
from dualpress.pipeline.enforcer import Enforcer
from dualpress.pipeline.known import from_glossary

__all__ = ["Redrafts"]


@dataclass(frozen=True)
class Redrafts:
    """Finds drafts that were made under other terms than today's.

    Args:
        glossary: the article's terms.
        language: of the sources.
    """

    glossary: Glossary
    language: Language

    def is_outdated(self, entry: Entry) -> bool:
        """Whether a draft that no human touched was made under other terms than today's.

        One whose terms nobody noted is not.
        """
        origin = entry.origin
        if origin is None or origin.terms is None or not _is_untouched(entry, origin):
            return False
        return origin.terms != self._digests(entry)

    def candidates(self, entries: Iterable[Entry]) -> Iterator[tuple[SegmentKey, Candidate]]:
        """What outdated drafts become without a machine, as far as that is certain."""
        for entry in entries:
            if entry.origin is not None and self.is_outdated(entry):
                candidate = from_glossary(entry.source, self.glossary, self.language)
                candidate = candidate or self._mended(entry, entry.origin)
                if candidate is not None:
                    yield entry.key, candidate

    def _mended(self, entry: Entry, origin: Origin) -> Candidate | None:
        """The draft as it stands with today's terms; ``None`` where that is not certain."""
        before, today = origin.terms or {}, self._digests(entry)
        # A copy of the source is in the other language: there is nothing to put right.
        if before.keys() - today.keys() or entry.target == entry.source:
            return None
        matches = self.glossary.matcher(self.language).find(entry.source)
        changed = [match for match in matches if before.get(match.form) != today[match.form]]
        enforced = self._enforced(entry, before)
        if not self._holds(entry, enforced.text, changed, before):
            return None
        words = {entry.source[slice(*match.span)] for match in changed}
        words |= {digested_rendering(before.get(match.form, "")) for match in changed}
        notes = dict.fromkeys((*_not_of(words, origin.notes), *enforced.marks))
        return Candidate(enforced.text, replace(origin, notes=tuple(notes), terms=today))

    def _enforced(self, entry: Entry, before: Mapping[str, str]) -> Enforced:
        """The draft after the glossary had its say, which knows what it had put in before."""
        former = {form: digested_rendering(digest) for form, digest in before.items()}
        return enforce(
            entry.source,
            [entry.target],
            self.glossary,
            source_language=self.language,
            target_language=self._target,
            strategies=(replace_former(former), *(strategy for strategy, _ in STRATEGIES)),
        )

    def _holds(
        self, entry: Entry, text: str, changed: Iterable[TermMatch], before: Container[str]
    ) -> bool:
        """Whether a draft has the terms that changed as today's rows have them.

        Where a row said something else before, an accepted form does not do: it may be what that
        row had put in.
        """
        lacked, lacks = (self._enforcer.lacking(entry.source, one) for one in (entry.target, text))
        accepted = self.glossary.accepted_matcher(self._target).find_all(text)
        written = {found.form for found in accepted}
        return all(
            match.term not in lacks
            and (
                match.form not in before
                or match.term in lacked
                or rendering_of(match, self.language) in written
            )
            for match in changed
        )

    def _digests(self, entry: Entry) -> dict[str, str]:
        return term_digests(entry.source, self.glossary, self.language)

    @property
    def _target(self) -> Language:
        return other(self.language)

    @cached_property
    def _enforcer(self) -> Enforcer:
        return Enforcer(self.glossary, self._target)


def _is_untouched(entry: Entry, origin: Origin) -> bool:
    """Whether a draft is as it was made: no human wrote in it, or lets its faults pass."""
    is_as_made = entry.status is Status.DRAFT and entry.target == origin.draft
    return is_as_made and not waived(entry.comments)


def _not_of(words: Iterable[str], notes: Iterable[str]) -> Iterator[str]:
    """Notes without what the glossary said of some words: it is no longer so."""
    told = tuple(f"glossary: “{one}” " for one in words)
    return (note for note in notes if not note.startswith(told))
