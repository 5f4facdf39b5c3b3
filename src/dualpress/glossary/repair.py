"""Repairs of a translation that cannot go wrong, each a strategy of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.glossary.check import TermFinding, TermProblem, introductions, spans_of
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.terms import PAGE, Kind, Term
from dualpress.glossary.tokens import tokenise
from dualpress.text.devanagari import DEVANAGARI

__all__ = ["REPAIRS", "Repair", "Task", "introduce", "rendering_of", "replace_leftovers"]


class Task(NamedTuple):
    """The sentence whose translation is repaired, and by what."""

    source: str
    glossary: Glossary
    source_language: Language
    target_language: Language


Repair: TypeAlias = Callable[[str, TermFinding, Task], str | None]
"""A strategy: from the target, a finding about it and the task to a target that
has the term, or ``None`` where the strategy is not certain how to write it."""

# What may follow a noun in the oblique: before anything else a place may be an
# attribute, and would be अमेरिकी rather than अमेरिका.
_AFTER_NOUN = frozenset(
    "ने को का के की से में पर तक द्वारा और व एवं तथा या ही भी तो है हैं था थे थी सहित समेत".split()
)
_JOINS = "'’ʼ-‐‑–/"
_SCRIPTS = {Language.EN: regex.compile(r"\p{Latin}"), Language.HI: regex.compile(DEVANAGARI)}
_BRACKET = regex.compile(r"\s*\((?P<word>[^\s()<>]*\p{L}[^\s()<>]*)\)")
_ROOM_TO_INSERT = regex.compile(r"[\s,.;:?!।]|$")


def replace_leftovers(target: str, finding: TermFinding, task: Task) -> str | None:
    """Write the rendering where the engine left the source's own word: ``BLA ने कहा``.

    Certain where the word stands alone among words of the target's script,
    and no more often than in the source.
    """
    if finding.problem is not TermProblem.MISSING:
        return None
    matcher = task.glossary.matcher(task.source_language)
    leftovers = _of_term(finding.term, matcher.find(target))
    if not 0 < len(leftovers) <= len(_of_term(finding.term, matcher.find(task.source))):
        return None
    for leftover in reversed(leftovers):
        rendering = rendering_of(leftover, task.source_language)
        if rendering is None or not _is_replaceable(target, leftover, task):
            return None
        target = target[: leftover.span.start] + rendering + target[leftover.span.end :]
    return target


def introduce(target: str, finding: TermFinding, task: Task) -> str | None:
    """Write an acronym behind the full name, where the source introduces it so.

    ``Baloch Liberation Army (BLA)``: one word in brackets behind the rendering
    of the name is replaced; where a bracket was lost, it is added.
    """
    matches = task.glossary.matcher(task.source_language).find(task.source)
    name = introductions(task.source, matches).get(finding.term)
    if name is None or finding.problem is not TermProblem.MISSING:
        return None
    found = task.glossary.matcher(task.target_language).find(target)
    spans = spans_of(name.terms, found)
    acronym = _of_term(finding.term, matches)[0]
    rendering = rendering_of(acronym, task.source_language)
    if rendering is None or len(spans) != 1:
        return None
    (span,) = spans
    bracket = _BRACKET.match(target, span.end)
    if bracket:
        return target[: bracket.start("word")] + rendering + target[bracket.end("word") :]
    was_lost = target.count("(") < task.source.count("(")
    if was_lost and _ROOM_TO_INSERT.match(target, span.end):
        return f"{target[: span.end]} ({rendering}){target[span.end :]}"
    return None


REPAIRS: tuple[Repair, ...] = (replace_leftovers, introduce)
"""All repairs, in the order in which they are tried."""


def rendering_of(match: TermMatch, language: Language) -> str | None:
    """The one way to write a term in the other language, if there is one.

    Args:
        match: a match in text of ``language``.
        language: the language that is translated from.

    Returns:
        The headword; ``None`` where the words are ambiguous, are an inflected
        or attributive form, or stand for terms that are written differently.
    """
    named = [term for term in match.terms if term.headword(language) == match.form]
    any_form = match.term.kind is Kind.ACRONYM or match.term.domain == PAGE
    if match.ambiguous or not (named or any_form):
        return None
    rivals = named or list(match.terms)
    preferred = [term for term in rivals if term.preferred]
    headwords = {_other_headword(term, language) for term in preferred or rivals}
    return headwords.pop() if len(headwords) == 1 else None


def _other_headword(term: Term, language: Language) -> str:
    return term.hi if language is Language.EN else term.en


def _of_term(term: Term, matches: Iterable[TermMatch]) -> list[TermMatch]:
    return [match for match in matches if match.term == term]


def _is_replaceable(target: str, leftover: TermMatch, task: Task) -> bool:
    start, end = leftover.span
    if _is_joined(target, leftover.span, task.source_language):
        return False
    tokens = tokenise(target)
    before = [token for token in tokens if token.span.end <= start][-1:]
    after = [token for token in tokens if token.span.start >= end][:1]
    script = _SCRIPTS[task.source_language]
    if any(token.is_word and script.search(token.text) for token in before + after):
        return False
    needs_noun = leftover.term.kind is Kind.PLACE and task.target_language is Language.HI
    return not needs_noun or all(not token.is_word or token.text in _AFTER_NOUN for token in after)


def _is_joined(target: str, span: Span, language: Language) -> bool:
    """Whether a hyphen or apostrophe joins the word to another of its script."""
    script = _SCRIPTS[language]
    before, after = target[: span.start][-2:], target[span.end :][:2]
    is_joined_before = len(before) == 2 and before[1] in _JOINS and script.match(before[0])
    is_joined_after = len(after) == 2 and after[0] in _JOINS and script.match(after[1])
    return bool(is_joined_before or is_joined_after)
