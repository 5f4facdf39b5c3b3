"""The source's own word, left in the translation: ``BLA ने कहा``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from dualpress.article import Language, Span
from dualpress.glossary.enforcing.draft import Change, Draft, Need, span_of
from dualpress.glossary.enforcing.hindi import NOT_ATTRIBUTED, has_attributive, plural_of
from dualpress.glossary.match import TermMatch
from dualpress.glossary.renderings import folded, is_plural, rendering_of
from dualpress.glossary.terms import Kind
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.devanagari import DEVANAGARI

__all__ = ["replace_leftovers"]

_JOINS = "'’ʼ-‐‑–/"
_SCRIPTS = {Language.EN: regex.compile(r"\p{Latin}"), Language.HI: regex.compile(DEVANAGARI)}
# A run with one of these is a clause that was not translated, no name in a sentence.
_OF_CLAUSES = frozenset(
    "a an and are as at by for from in is it of on or said that the to was with".split()
)


def replace_leftovers(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering where the engine left the source's own word.

    Certain where it is left no more often than the source has it, and is no
    part of a longer name or clause that was left too.
    """
    leftovers = _leftovers(draft, need)
    if not 0 < len(leftovers) <= need.often:
        return ()
    changes = [_change(draft, leftover) for leftover in leftovers]
    return [change for change in changes if change] if all(changes) else ()


def _leftovers(draft: Draft, need: Need) -> list[TermMatch]:
    """The leftovers as matches, also those that lost their capitals or accents."""
    task = draft.task
    found = task.glossary.matcher(task.source_language).find(draft.text)
    matches = {match.span: match for match in found if match.term == need.match.term}
    # A sign has no words: ``$``, ``%``.
    wanted = _keys(tokenise(task.source[slice(*need.match.span)]))
    parts = (task.words[start : start + len(wanted)] for start in range(len(task.words)))
    if sum(_are(part, wanted) for part in parts) <= need.often:
        for run in draft.runs(len(wanted)):
            if _are(run, wanted) and not draft.is_taken(span_of(run)):
                matches.setdefault(span_of(run), need.match._replace(span=span_of(run)))
    return sorted(matches.values(), key=lambda match: match.span)


def _are(tokens: Sequence[Token], wanted: Sequence[str]) -> bool:
    """Whether words have some keys; the first of them tells of nearly all that they have not."""
    return bool(wanted) and _key(tokens[0]) == wanted[0] and _keys(tokens) == wanted


def _keys(tokens: Iterable[Token]) -> list[str]:
    return [_key(token) for token in tokens if token.is_word]


def _key(token: Token) -> str:
    return folded((token.without_possessive or token).text)


def _change(draft: Draft, leftover: TermMatch) -> Change | None:
    rendering = rendering_of(leftover, draft.task.source_language) or _plural(draft, leftover)
    if rendering is None or not _is_alone(draft, leftover):
        return None
    return Change(leftover.span, rendering)


def _plural(draft: Draft, leftover: TermMatch) -> str | None:
    if draft.task.target_language is Language.EN or leftover.others or leftover.ambiguous:
        return None
    return plural_of(draft, leftover) if is_plural(leftover) else None


def _is_alone(draft: Draft, leftover: TermMatch) -> bool:
    """Whether the word is by itself, or stands in a run that it is no name of."""
    task, span = draft.task, leftover.span
    if _is_joined(draft.text, span, task.source_language):
        return False
    script = _SCRIPTS[task.source_language]
    beside = [token for token in (draft.before(span.start), draft.after(span.end)) if token]
    if any(_is_one_with(token, draft, leftover, script) for token in beside):
        return False
    into_hindi = task.target_language is Language.HI
    if into_hindi and leftover.term.kind is Kind.PLACE and has_attributive(leftover.term):
        after = draft.after(span.end)
        return after is None or not after.is_word or after.text in NOT_ATTRIBUTED
    return True


def _is_one_with(
    token: Token, draft: Draft, leftover: TermMatch, script: regex.Pattern[str]
) -> bool:
    """Whether a word beside the leftover was left as part of the same name or clause."""
    if not token.is_word or not script.search(token.text):
        return False
    is_common = leftover.term.en[:1].islower() and draft.task.source_language is Language.EN
    # Of two common nouns, or two parts of a name, one is not left by itself: Brand Ambassador.
    is_capital = draft.text[leftover.span.start].isupper()
    if not is_common or is_capital or not token.text[0].isupper():
        return True
    return not _OF_CLAUSES.isdisjoint(_run_around(draft, leftover, script))


def _run_around(draft: Draft, leftover: TermMatch, script: regex.Pattern[str]) -> set[str]:
    """The words of the source's script around a leftover."""
    words: set[str] = set()
    tokens = draft.tokens
    for beside in (
        reversed([token for token in tokens if token.span.end <= leftover.span.start]),
        [token for token in tokens if token.span.start >= leftover.span.end],
    ):
        for token in beside:
            if not token.is_word or not script.search(token.text):
                break
            words.add(token.text.casefold())
    return words


def _is_joined(target: str, span: Span, language: Language) -> bool:
    """Whether a hyphen or apostrophe joins the word to another of its script."""
    script = _SCRIPTS[language]
    before, after = target[: span.start][-2:], target[span.end :][:2]
    is_joined_before = len(before) == 2 and before[1] in _JOINS and script.match(before[0])
    is_joined_after = len(after) == 2 and after[0] in _JOINS and script.match(after[1])
    return bool(is_joined_before or is_joined_after)
