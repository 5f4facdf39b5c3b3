"""Bringing missing terms into a machine translation, where that is certain.

In order: the best hypothesis that has every term; a repair that cannot go
wrong (:mod:`.repair`); else a mark for the reviewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from dualpress.article import TAG, Language
from dualpress.glossary.check import TermFinding, TermProblem, check_terms
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.repair import REPAIRS, Repair, Task

__all__ = ["Enforced", "enforce"]


@dataclass(frozen=True, slots=True)
class Enforced:
    """A translation after the glossary had its say.

    Args:
        text: the translation.
        index: which of the candidates it was made of.
        changed: whether it differs from that candidate.
        marks: what a reviewer should know, one sentence each: terms that are
            missing still, and terms that the glossary wrote.
    """

    text: str
    index: int
    changed: bool
    marks: tuple[str, ...] = ()


def enforce(
    source: str,
    candidates: Sequence[str],
    glossary: Glossary,
    *,
    source_language: Language,
    target_language: Language,
    repairs: Sequence[Repair] = REPAIRS,
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
        repairs: the strategies, tried in order for each missing term.

    Returns:
        The translation to use; of several that lack equally many terms, the
        first.

    Raises:
        ValueError: if there is no candidate.
    """
    if not candidates:
        raise ValueError("enforce needs a candidate")
    task = Task(source, glossary, source_language, target_language)
    usable = [index for index, text in enumerate(candidates) if text.strip()] or [0]
    for index in usable:
        if not _findings(candidates[index], task):
            return Enforced(candidates[index], index, changed=False)
    drafts = [_repaired(candidates[index], index, task, repairs) for index in usable]
    return min(drafts, key=lambda draft: len(_findings(draft.text, task)))


def _findings(target: str, task: Task) -> list[TermFinding]:
    findings = check_terms(
        task.source, target, task.source_language, task.target_language, task.glossary
    )
    return [finding for finding in findings if finding.problem is not TermProblem.AMBIGUOUS]


def _repaired(target: str, index: int, task: Task, repairs: Sequence[Repair]) -> Enforced:
    text, marks = target, []
    # One repair may make room for another: an acronym follows its full name.
    while step := _step(text, task, repairs):
        text, mark = step
        marks.append(mark)
    marks += (f"glossary: {finding.message}" for finding in _findings(text, task))
    return Enforced(text, index, text != target, tuple(marks))


def _step(text: str, task: Task, repairs: Sequence[Repair]) -> tuple[str, str] | None:
    """The first repair that makes a translation better, and what to say of it."""
    for finding, repair in product(_findings(text, task), repairs):
        proposed = repair(text, finding, task)
        if proposed is not None and _is_better(proposed, text, task):
            headword = finding.term.headword(task.target_language)
            return proposed, f"glossary: “{headword}” was put in for “{finding.found}”"
    return None


def _is_better(proposed: str, text: str, task: Task) -> bool:
    """Whether a repair brought a term in, lost none, and left the tags alone."""
    before, after = _findings(text, task), _findings(proposed, task)
    is_same_markup = TAG.findall(proposed) == TAG.findall(text)
    return is_same_markup and len(after) < len(before)
