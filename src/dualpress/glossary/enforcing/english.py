"""What English grammar asks of a term that is written into a sentence: its article and capital."""

from __future__ import annotations

import regex

from dualpress.article import Span
from dualpress.glossary.enforcing.draft import Change, Draft, Need

__all__ = ["fit_english"]

_ARTICLES = frozenset({"a", "an"})
# Letters whose names begin with a vowel: an MP, an NGO, but a UN body.
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
_AS_YOU = regex.compile(r"(?:uni|eu|u[bkst][aeiou]|one\b|ou[ai])", regex.IGNORECASE)
_SENTENCE_START = regex.compile(r"(?:^|[!?]['\"”’)]*\s|(?<!\p{Lu})\.['\"”’)]*\s)[\s'\"“‘(]*$")


def fit_english(change: Change, draft: Draft, need: Need) -> Change | None:
    """Make a term fit where it is written into English.

    Returns:
        The change with a capital at the start of a sentence, and with the
        article before it mended (``a``, ``an``, a second ``the``); ``None``
        where a common noun would stand for a part of a name: the Campaign
        for Nuclear Disarmament.
    """
    del need  # English nouns are written as they are.
    words = change.words
    if words[:1].islower() and _SENTENCE_START.search(draft.text[: change.span.start]):
        words = words[:1].upper() + words[1:]
    elif words[:1].islower() and draft.text[change.span.start : change.span.end][:1].isupper():
        return None
    before = draft.before(change.span.start)
    if before is None or change.span.start == change.span.end:
        return change._replace(words=words)
    article = before.text.casefold()
    span = Span(before.span.start, change.span.end)
    if article == "the" and words.casefold().startswith("the "):
        return change._replace(span=span, words=words)
    if article in _ARTICLES and article != (fitting := _article(words)):
        written = fitting.capitalize() if before.text[:1].isupper() else fitting
        return change._replace(span=span, words=f"{written} {words}")
    return change._replace(words=words)


def _article(words: str) -> str:
    first = regex.split(r"[\s-]", words)[0]
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in _VOWEL_NAMES else "a"
    is_vowel = first[:1].casefold() in tuple("aeiou") and not _AS_YOU.match(first)
    return "an" if is_vowel else "a"
