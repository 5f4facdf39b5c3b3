"""Whose name some words are: the term's, or a longer or another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import regex

from dualpress.article import Language, Span, plain_text
from dualpress.glossary.check import introductions
from dualpress.glossary.enforcing.draft import Draft, Need
from dualpress.glossary.enforcing.everyday import is_everyday
from dualpress.glossary.match import TermMatch
from dualpress.glossary.renderings import folded
from dualpress.glossary.terms import Kind, Term
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.devanagari import WORD_CHAR
from dualpress.text.sounds import likeness

__all__ = ["has_rival", "is_of_longer_name", "is_of_other_name"]

_SOUNDS_SO = 0.74
"""How alike a word of the source sounds, at least, that some words may stand for."""

_PARTICLES = frozenset("al bin da de del di e el ibn la van von".split())
"""Small words within names: Santiago de Compostela."""

_SENTENCE_ENDS = frozenset(".!?…:")
_SMALL_WORDS = frozenset("of the and for in on".split())
_BEFORE_BRACKET = regex.compile(rf"(?P<word>{WORD_CHAR}+)['’.\"”»]*\s*\(\s*$")


def has_rival(draft: Draft, need: Need, words: str, sound: float = _SOUNDS_SO) -> bool:
    """Whether another word of the source sounds like some words of the translation.

    Args:
        draft: the translation.
        need: the term that the words may stand for.
        words: the words, without space between them.
        sound: how alike the term's own words sound.
    """
    spans = [match.span for match in draft.task.matches if match.term == need.match.term]
    return any(
        likeness(folded(word.text), words) >= sound
        for word in draft.task.words
        if not any(span.start <= word.span.start < span.end for span in spans)
    )


def is_of_longer_name(draft: Draft, need: Need, span: Span, *, of_many_words: bool = True) -> bool:
    """Whether a capitalised word stands beside a name: Larry Vance, the Gauhati High Court.

    English shows it, be it the source or the translation. A title is no part
    of a name, and neither is the word that a sentence happens to begin with.

    Args:
        draft: the translation.
        need: the term.
        span: the words of the translation that may stand for it.
        of_many_words: whether a name of several words of the source may be
            part of a longer one too.
    """
    task = draft.task
    if task.target_language is Language.EN:
        return _is_beside_capital(draft.tokens, span, draft.rendered)
    if " " in need.match.form and not of_many_words:
        return False
    spans = (match.span for match in task.matches if match.term == need.match.term)
    tokens = tokenise(task.source)
    return any(_is_beside_capital(tokens, at, task.matches) for at in spans)


def is_of_other_name(draft: Draft, need: Need) -> bool:
    """Whether an acronym in brackets stands for words before it that are not its row's.

    ``National Defence Academy (NDA)`` has nothing to do with राजग.
    """
    task, match = draft.task, need.match
    before = plain_text(task.source[: match.span.start])
    after = plain_text(task.source[match.span.end :])
    word = _BEFORE_BRACKET.search(before)
    if match.term.kind is not Kind.ACRONYM or word is None or word["word"][0].islower():
        return False  # The naval force (EU NAVFOR) has no other name.
    if not after.lstrip().startswith(")"):
        return False
    name = introductions(task.source, task.matches).get(match.term)
    if name is None:
        name = _directly_before(match, task.matches, task.source)
    return name is None or not any(_is_name_of(term, match.term) for term in name.terms)


def _directly_before(
    acronym: TermMatch, matches: Iterable[TermMatch], source: str
) -> TermMatch | None:
    """The term whose only separation from an acronym is a bracket."""
    for match in matches:
        if plain_text(source[match.span.end : acronym.span.start]).strip() == "(":
            return match
    return None


def _is_name_of(name: Term, acronym: Term) -> bool:
    """Whether a row is the full name of an acronym: it says so, or they share their Hindi."""
    written = {folded(form) for form in (acronym.hi, *acronym.forms_hi) if " " in form}
    if acronym.first_use and " (" in acronym.first_use:
        written.add(folded(acronym.first_use.rpartition(" (")[0]))
    if written:
        return not written.isdisjoint(map(folded, name.forms(Language.HI)))
    return any(_initials(form) == acronym.en.replace(".", "") for form in name.forms(Language.EN))


def _initials(name: str) -> str:
    words = (token.text for token in tokenise(name) if token.is_word)
    return "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS).upper()


def _is_beside_capital(tokens: Sequence[Token], span: Span, matches: Sequence[TermMatch]) -> bool:
    before = [token for token in tokens if token.span.end <= span.start][-2:]
    after = [token for token in tokens if token.span.start >= span.end][:1]
    is_first = len(before) < 2 or before[0].text in _SENTENCE_ENDS
    is_name = _names(matches)
    return any(
        is_name(token) for token in before[-1:] if not (is_first and _is_everyday(token.text))
    ) or any(is_name(token) for token in after)


def _names(matches: Sequence[TermMatch]) -> Callable[[Token], bool]:
    titles = [match.span for match in matches if match.term.kind is Kind.TITLE]

    def is_name(token: Token) -> bool:
        is_title = any(title.start <= token.span.start < title.end for title in titles)
        is_of_name = token.text[0].isupper() or token.text in _PARTICLES
        return token.is_word and is_of_name and not is_title and token.text != "The"

    return is_name


def _is_everyday(word: str) -> bool:
    return is_everyday(word, Language.EN)
