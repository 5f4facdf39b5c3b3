"""Bringing missing terms into a machine translation, where that is certain.

In order: the best hypothesis that has every term; what a strategy changes
(:mod:`.enforcing`), if the check of terms then finds less; else a mark for the
reviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
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
    write,
)
from dualpress.glossary.glossary import Glossary

__all__ = ["Enforced", "TermRepair", "enforce"]

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
    mended = [(index, _mended(draft, strategies)) for index, draft in drafts]
    index, (draft, repairs) = min(mended, key=lambda one: len(one[1].draft.findings))
    findings = (f"glossary: {finding.message}" for finding in draft.findings)
    marks = (*(repair.mark for repair in repairs), *findings)
    return Enforced(draft.text, index, draft.text != candidates[index], marks, tuple(repairs))


def _mended(draft: Draft, strategies: Sequence[Strategy]) -> _Step:
    repairs: list[TermRepair] = []
    # One repair may make room for another: an acronym follows its full name.
    while step := _step(draft, strategies):
        draft = step.draft
        repairs += step.repairs
    return _Step(draft, repairs)


def _step(draft: Draft, strategies: Sequence[Strategy]) -> _Step | None:
    """The first change that makes a translation better."""
    for need, strategy in product(draft.needs(), strategies):
        changes = strategy(draft, need)
        written = write(changes, draft, need) if changes else None
        if written is None:
            continue
        text, made = written
        proposed = Draft(draft.task, text)
        if _is_better(proposed, draft, need):
            return _Step(proposed, list(_told(made, draft, strategy)))
    return None


def _is_better(proposed: Draft, draft: Draft, need: Need) -> bool:
    """Whether a change brought its term in, lost none, and left the tags alone."""
    is_same_markup = TAG.findall(proposed.text) == TAG.findall(draft.text)
    lacking = {finding.term for finding in draft.findings}
    still = [finding.term for finding in proposed.findings]
    is_right = need.match.term not in still and lacking.issuperset(still)
    return is_same_markup and is_right and len(still) < len(draft.findings)


def _told(changes: Iterable[Change], draft: Draft, strategy: Strategy) -> Iterable[TermRepair]:
    for change in changes:
        before = draft.text[slice(*change.span)]
        yield TermRepair(strategy.__name__, before, change.words.strip())
