"""Words of a translation that are a rendering in another spelling, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from rapidfuzz import fuzz

from dualpress.article import Language, Span
from dualpress.glossary.enforcing.draft import Draft, Need, span_of
from dualpress.glossary.enforcing.everyday import is_everyday
from dualpress.glossary.enforcing.variants import is_heard_alike, is_variant
from dualpress.glossary.patterns import plurals
from dualpress.glossary.renderings import folded
from dualpress.glossary.terms import Kind
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.sounds import likeness

__all__ = ["Place", "joined", "places_alike"]

_SOUND, _SURE_SOUND = 0.74, 0.95
"""How alike words and the source's sound, from 0 to 1: at least, and where that alone decides."""

_INFLECTED = (Kind.TERM, Kind.TITLE, Kind.WEAPON)
_OBLIQUE_PLURAL = "\u094b\u0902"
_ENGLISH_PLURAL = "\u094d\u0938"
_DIGIT = regex.compile(r"\p{Nd}")


class Place(NamedTuple):
    """Words that are a spelling of a form of a term."""

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
    """Find words that are spellings of a form of a term, each of its words by itself.

    Args:
        draft: the translation.
        need: the term that it lacks.

    Yields:
        The places, with the form that each is like; places may overlap, and
        have several forms.
    """
    for form in _forms(need, draft.task.target_language):
        words = [token for token in tokenise(form) if token.is_word]
        if not words or (need.match.term.kind is Kind.ACRONYM and len(words) > 1):
            continue
        for length in {max(1, len(words) - 1), len(words), len(words) + 1}:
            for run in draft.runs(length):
                if _are_spelled_so(run, words, draft, need):
                    yield from _place(span_of(run), form, draft, need)


def _forms(need: Need, language: Language) -> Iterator[str]:
    """The forms of a term, in English with the regular plurals of common nouns."""
    for form in need.forms(language):
        yield form
        is_common = need.match.term.kind in _INFLECTED and form[:1].islower()
        if language is Language.EN and is_common:
            yield from plurals(form)


def _are_spelled_so(run: Sequence[Token], words: Sequence[Token], draft: Draft, need: Need) -> bool:
    language = draft.task.target_language
    if len(run) != len(words):
        # Words that are joined or parted differ in nothing else: न्यू ज़ीलैंड.
        keys = ("".join(folded(token.text) for token in tokens) for tokens in (run, words))
        return len(set(keys)) == 1 and not all(is_everyday(one.text, language) for one in run)
    heard = _heard(draft, need, len(words))
    pairs = list(zip(run, words, heard, strict=True))
    others = [pair for pair in pairs if folded(pair[0].text) != folded(pair[1].text)]
    is_in_name = len(others) < len(pairs)
    return all(
        not draft.is_of_others(one.span, need)
        and _is_spelled_so(one.text, another.text, said, language, is_in_name=is_in_name)
        for one, another, said in others
    )


def _heard(draft: Draft, need: Need, length: int) -> list[str]:
    """The source's words for a name of so many, if it has as many."""
    source = draft.task.source[slice(*need.match.span)]
    words = [token.text for token in tokenise(source) if token.is_word]
    return words if len(words) == length else [""] * length


def _is_spelled_so(
    word: str, form: str, source: str, language: Language, *, is_in_name: bool
) -> bool:
    if is_everyday(word, language) or _DIGIT.findall(word) != _DIGIT.findall(form):
        return False
    if is_variant(word, form, language, is_in_name=is_in_name):
        return True
    is_said = likeness(source, word) >= _SURE_SOUND
    return is_said and is_heard_alike(word, form, language, is_in_name=is_in_name)


def _place(span: Span, form: str, draft: Draft, need: Need) -> Iterator[Place]:
    text = draft.text[slice(*span)]
    is_plural = text.endswith(_OBLIQUE_PLURAL)
    if draft.is_tagged(span) or form.endswith(_OBLIQUE_PLURAL) > is_plural:
        return
    if _is_inflection(text, need, draft.task.target_language):
        return
    if text[:1].islower() > form[:1].islower() or not _is_of_letters(text, form, draft):
        return
    source = draft.task.source[slice(*need.match.span)]
    sound = max(likeness(joined(word), joined(text)) for word in (source, need.match.form))
    if sound >= _SOUND:
        yield Place(span, text, form, fuzz.ratio(joined(text), joined(form)), sound)


def _is_inflection(text: str, need: Need, language: Language) -> bool:
    """Whether words are a form with an ending: ``Britains``, गवर्नर्स; but फ़ॉकलैंड्स is a name."""
    word = joined(text)
    if need.match.term.kind not in _INFLECTED:
        word = word.removesuffix(_ENGLISH_PLURAL)
    return any(word != form and word.startswith(form) for form in map(joined, need.forms(language)))


def _is_of_letters(text: str, form: str, draft: Draft) -> bool:
    """Whether letters are compared with letters: another acronym is no spelling of one."""
    # Its tables are read where a term is missing, and not by every command.
    from dualpress.text.transliteration import read_letters

    if draft.task.target_language is Language.EN:
        return not form.isupper() and not text.isupper()
    return not read_letters(text)
