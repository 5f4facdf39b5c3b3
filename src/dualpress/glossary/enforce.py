"""Bringing missing terms into a machine translation, where that is certain.

In order: the best hypothesis that has every term; what a strategy changes
(:mod:`.enforcing`), if the check of terms then finds less; else a mark for the
reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dualpress.article import TAG, Language
from dualpress.glossary.enforcing import (
    STRATEGIES,
    Alone,
    Change,
    Draft,
    Need,
    Strategy,
    Task,
    fit,
    is_of_other_name,
    write,
)
from dualpress.glossary.glossary import Glossary

__all__ = ["Enforced", "TermRepair", "enforce"]

_MANY = 8
"""Missing terms from which on all are tried together first: the check of so many takes long."""

_IN_ORDER = tuple(strategy for strategy, _ in STRATEGIES)


@dataclass(frozen=True, slots=True)
class TermRepair:
    """Words of a translation that the glossary replaced.

    Args:
        strategy: the name of the strategy that found them.
        before: the words as the machine had them; empty where some were added.
        after: what stands there now.
    """

    strategy: str
    before: str
    after: str

    @property
    def mark(self) -> str:
        """One sentence for a reviewer, without a final stop."""
        if not self.before:
            return f"glossary: “{self.after}” was put in"
        return f"glossary: “{self.after}” was put in for “{self.before}”"


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation after the glossary had its say.

    Args:
        text: the translation.
        index: which of the candidates it was made of.
        changed: whether it differs from that candidate.
        marks: what a reviewer should know, one sentence each: terms that the
            glossary wrote, and terms that are missing still.
        repairs: what was changed.
    """

    text: str
    index: int
    changed: bool
    marks: tuple[str, ...] = ()
    repairs: tuple[TermRepair, ...] = ()


class _Proposal(NamedTuple):
    need: Need
    strategy: Strategy
    changes: list[Change]


class _Step(NamedTuple):
    draft: Draft
    repairs: list[TermRepair]


def enforce(
    source: str,
    candidates: Sequence[str],
    glossary: Glossary,
    *,
    source_language: Language,
    target_language: Language,
    alone: Alone | None = None,
    strategies: Sequence[Strategy] = _IN_ORDER,
) -> Enforced:
    """Choose among translations, and repair the chosen one, so that terms are kept.

    A translation that keeps every term is never changed. Terms are written as
    whole words, never twice for one in the source, never into a tag.

    Args:
        source: the source segment, with or without inline tags.
        candidates: its translations, the best first.
        glossary: the terms.
        source_language: the language of ``source``.
        target_language: the language of the candidates.
        alone: what the engine makes of a term by itself, where it was asked.
        strategies: the strategies, tried in order for each missing term.

    Returns:
        The translation to use; of several that lack equally many terms, the
        first.

    Raises:
        ValueError: if there is no candidate.
    """
    if not candidates:
        raise ValueError("enforce needs a candidate")
    task = Task(source, glossary, source_language, target_language, alone)
    usable = [index for index, text in enumerate(candidates) if text.strip()] or [0]
    drafts = [(index, Draft(task, candidates[index])) for index in usable]
    for index, draft in drafts:
        if not draft.findings:
            return Enforced(draft.text, index, changed=False)
    index, (draft, repairs) = _best_mended(drafts, strategies)
    findings = (f"glossary: {finding.message}" for finding in draft.findings)
    marks = (*(repair.mark for repair in repairs), *findings)
    return Enforced(draft.text, index, draft.text != candidates[index], marks, tuple(repairs))


def _best_mended(
    drafts: Iterable[tuple[int, Draft]], strategies: Sequence[Strategy]
) -> tuple[int, _Step]:
    """The first of the mended drafts that lack the fewest terms, with its index."""
    mended: list[tuple[int, _Step]] = []
    for index, draft in drafts:
        mended.append((index, _mended(draft, strategies)))
        if not mended[-1][1].draft.findings:  # none behind it is better
            break
    return min(mended, key=lambda one: len(one[1].draft.findings))


def _mended(draft: Draft, strategies: Sequence[Strategy]) -> _Step:
    repairs: list[TermRepair] = []
    # One repair may make room for another: an acronym follows its full name.
    while (step := _pass(draft, strategies)).repairs:
        draft = step.draft
        repairs += step.repairs
    return _Step(draft, repairs)


def _pass(draft: Draft, strategies: Sequence[Strategy]) -> _Step:
    """Try each missing term once, each in what those before it made of the translation."""
    needs = draft.needs()
    if len(needs) >= _MANY and (step := _step(draft, _apart(draft, needs, strategies))):
        return step
    repairs: list[TermRepair] = []
    for need in needs:
        steps = (_step(draft, [proposal]) for proposal in _proposals(draft, need, strategies))
        if found := next(filter(None, steps), None):
            draft = found.draft
            repairs += found.repairs
    return _Step(draft, repairs)


def _proposals(draft: Draft, need: Need, strategies: Sequence[Strategy]) -> Iterator[_Proposal]:
    """What the strategies would change for a term."""
    if is_of_other_name(draft, need):
        return
    for strategy in strategies:
        changes = fit(strategy(draft, need), draft, need)
        if changes:
            yield _Proposal(need, strategy, changes)


def _apart(draft: Draft, needs: Sequence[Need], strategies: Sequence[Strategy]) -> list[_Proposal]:
    """The first proposal for each of many terms, less those that another one is in the way of."""
    chosen: list[_Proposal] = []
    taken: set[int] = set()
    for need in needs:
        for proposal in islice(_proposals(draft, need, strategies), 1):
            places = {at for one in proposal.changes for at in range(one.span.start, one.span.end)}
            if taken.isdisjoint(places):
                taken |= places
                chosen.append(proposal)
    return chosen


def _step(draft: Draft, proposals: Sequence[_Proposal]) -> _Step | None:
    """Make changes, if they make a translation better."""
    changes = [change for proposal in proposals for change in proposal.changes]
    proposed = Draft(draft.task, write(changes, draft.text))
    if not _is_better(proposed, draft, [proposal.need for proposal in proposals]):
        return None
    return _Step(proposed, [told for one in proposals for told in _told(one, draft)])


def _is_better(proposed: Draft, draft: Draft, needs: Sequence[Need]) -> bool:
    """Whether changes brought their terms in, lost none, and left the tags alone."""
    is_same_markup = TAG.findall(proposed.text) == TAG.findall(draft.text)
    lacking = {finding.term for finding in draft.findings}
    still = [finding.term for finding in proposed.findings]
    is_right = lacking.issuperset(still) and not any(need.match.term in still for need in needs)
    return is_same_markup and is_right and len(still) < len(draft.findings)


def _told(proposal: _Proposal, draft: Draft) -> Iterator[TermRepair]:
    for change in proposal.changes:
        before = draft.text[slice(*change.span)]
        yield TermRepair(proposal.strategy.__name__, before, change.words.strip())
