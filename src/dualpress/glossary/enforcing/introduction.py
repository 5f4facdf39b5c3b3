"""An acronym behind its full name: ``Baloch Liberation Army (BLA)``, बलूच लिबरेशन आर्मी (बीएलए)."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from rapidfuzz import fuzz

from dualpress.article import Span
from dualpress.glossary.check import TermProblem, introductions, spans_of
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.renderings import folded, rendering_of

__all__ = ["introduce"]

_BRACKET = regex.compile(r"\s*\((?P<word>[^\s()<>]*\p{L}[^\s()<>]*)\)")
_ALIKE = 75
"""Letters of two acronyms in percent, one of which is an attempt at the other."""

_ROOM_TO_INSERT = regex.compile(r"[\s,.;:?!।]|$")


def introduce(draft: Draft, need: Need) -> Sequence[Change]:
    """Write an acronym behind the full name, where the source introduces it so.

    One word in brackets behind the rendering of the name is replaced; where a
    bracket was lost, it is added.
    """
    task = draft.task
    name = introductions(task.source, task.matches).get(need.match.term)
    rendering = rendering_of(need.match, task.source_language)
    if name is None or rendering is None or need.finding.problem is not TermProblem.MISSING:
        return ()
    spans = spans_of(name.terms, task.glossary.matcher(task.target_language).find(draft.text))
    if len(spans) != 1:
        return ()
    end = spans.pop().end
    bracket = _BRACKET.match(draft.text, end)
    if bracket:
        is_attempt = _is_like_acronym(bracket["word"], need)
        return [Change(Span(*bracket.span("word")), rendering)] if is_attempt else ()
    was_lost = draft.text.count("(") < task.source.count("(")
    if was_lost and _ROOM_TO_INSERT.match(draft.text, end):
        return [Change(Span(end, end), f" ({rendering})")]
    return ()


def _is_like_acronym(word: str, need: Need) -> bool:
    """Whether a word is meant for an acronym, and no remark: (प्रतिबंधित)."""
    # Its tables are read where a term is missing, and not by every command.
    from dualpress.text.transliteration import read_letters, spell_letters

    letters = need.match.term.en.replace(".", "")
    wanted = (letters, spell_letters(letters), need.match.term.hi)
    words = (word.replace(".", ""), *read_letters(word))
    return any(
        fuzz.ratio(folded(one), folded(other)) >= _ALIKE for one in words for other in wanted
    )
