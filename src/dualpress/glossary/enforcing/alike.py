"""Words of a translation that are like a rendering, in their letters and in their sounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from dualpress.article import Language, Span
from dualpress.glossary.enforcing.draft import Draft, Need, span_of
from dualpress.glossary.patterns import plurals
from dualpress.glossary.renderings import folded
from dualpress.glossary.terms import Kind
from dualpress.glossary.tokens import tokenise
from dualpress.text.sounds import likeness

__all__ = ["Place", "joined", "places_alike"]

_SAME = 100
_ENOUGH = ((75, 0.85, 1), (90, 0.74, 1), (65, 0.9, 7), (55, 0.9, 14))
"""How alike the letters of the rendering are (in percent), and the sounds of the source's word
(from 0 to 1), in words of so many letters. Read from what five machines made of 1,012 sentences:
what is below was often a wrong place."""

_INFLECTED = (Kind.TERM, Kind.TITLE, Kind.WEAPON)
_OBLIQUE_PLURAL = "\u094b\u0902"


class Place(NamedTuple):
    """Words that are like a form of a term."""

    span: Span
    text: str
    form: str

    letters: float
    """How alike the letters are, in percent."""

    sound: float
    """How alike the words and the source's sound, from 0 to 1."""

    @property
    def likeness(self) -> float:
        """Both together, to choose between places."""
        return self.letters + 100 * self.sound


def joined(words: str) -> str:
    """The letters of words as one key."""
    return "".join(folded(token.text) for token in tokenise(words) if token.is_word)


def places_alike(draft: Draft, need: Need) -> Iterator[Place]:
    """Find words that are spelled and sound like a form of a term.

    Args:
        draft: the translation.
        need: the term that it lacks.

    Yields:
        The places that are enough alike, with the form that each is like;
        places may overlap, and have several forms.
    """
    language = draft.task.target_language
    for form in _forms(need, language):
        words = [token.text for token in tokenise(form) if token.is_word]
        if not words or (need.match.term.kind is Kind.ACRONYM and len(words) > 1):
            continue
        for length in {max(1, len(words) - 1), len(words), len(words) + 1}:
            for run in draft.runs(length):
                place = _place(span_of(run), form, draft, need)
                is_enough = place and _is_enough(place, is_apart=length != len(words))
                if place and is_enough and _is_of_letters(place, language):
                    yield place


def _forms(need: Need, language: Language) -> Iterator[str]:
    """The forms of a term, in English with their regular plurals."""
    for form in need.forms(language):
        yield form
        if language is Language.EN and need.match.term.kind in _INFLECTED:
            yield from plurals(form)


def _place(span: Span, form: str, draft: Draft, need: Need) -> Place | None:
    text = draft.text[slice(*span)]
    is_plural = text.endswith(_OBLIQUE_PLURAL)
    if draft.is_taken(span) or form.endswith(_OBLIQUE_PLURAL) > is_plural:
        return None
    if text[:1].islower() > form[:1].islower() or _is_of_another(span, draft, need):
        return None
    letters = fuzz.ratio(joined(text), joined(form))
    source = draft.task.source[slice(*need.match.span)]
    sound = max(likeness(joined(word), joined(text)) for word in (source, need.match.form))
    return Place(span, text, form, letters, sound)


def _is_enough(place: Place, *, is_apart: bool) -> bool:
    # Words that are joined or parted differ in nothing else: न्यू ज़ीलैंड.
    if is_apart:
        return place.letters == _SAME and place.sound >= _ENOUGH[0][1]
    return any(
        place.letters >= letters and place.sound >= sound and len(joined(place.text)) >= length
        for letters, sound, length in _ENOUGH
    )


def _is_of_another(span: Span, draft: Draft, need: Need) -> bool:
    """Whether a surname stands behind another first name: Felix Bloch, for Baloch."""
    before = draft.before(span.start)
    if need.match.term.kind is not Kind.PERSON or before is None or not before.is_word:
        return False
    is_first = draft.before(before.span.start) is None
    return before.text[:1].isupper() and not (is_first or draft.is_taken(before.span))


def _is_of_letters(place: Place, language: Language) -> bool:
    """Whether letters are compared with letters: another acronym is no spelling of one."""
    # Its tables are read where a term is missing, and not by every command.
    from dualpress.text.transliteration import read_letters

    if language is Language.EN:
        return not place.form.isupper() and not place.text.isupper()
    return not read_letters(place.text)
