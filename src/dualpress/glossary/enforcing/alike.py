"""Words of a translation that are a rendering in another spelling, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
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


_WORDS_KEPT, _PAIRS_KEPT = 2**12, 2**13
"""Words, and pairs of them, whose answers are kept: each word is held against every form of every
term, and the hypotheses of a sentence share most of their words."""

_is_everyday = lru_cache(maxsize=_WORDS_KEPT)(is_everyday)


class _Words(NamedTuple):
    """Words one behind the other, with what they are compared by."""

    tokens: Sequence[Token]
    keys: tuple[str, ...]

    letters: str
    """All keys as one."""


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


@lru_cache(maxsize=_WORDS_KEPT)
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
    runs: dict[int, list[_Words]] = {}
    for form in _forms(need, draft.task.target_language):
        words = _words_in(form)
        count = len(words.tokens)
        if not count or (need.match.term.kind is Kind.ACRONYM and count > 1):
            continue
        heard = _heard(draft, need, count)
        for length in {max(1, count - 1), count, count + 1}:
            if length not in runs:
                runs[length] = [_words_of(run) for run in draft.runs(length)]
            # Words that are joined or parted differ in nothing else: न्यू ज़ीलैंड.
            for run in runs[length] if length == count else _joined_so(runs[length], words):
                if _are_spelled_so(run, words, heard, draft, need):
                    yield from _place(span_of(run.tokens), form, draft, need)


def _forms(need: Need, language: Language) -> Iterator[str]:
    """The forms of a term, in English with the regular plurals of common nouns."""
    for form in need.forms(language):
        yield form
        is_common = need.match.term.kind in _INFLECTED and form[:1].islower()
        if language is Language.EN and is_common:
            yield from plurals(form)


@lru_cache(maxsize=_WORDS_KEPT)
def _words_in(form: str) -> _Words:
    return _words_of([token for token in tokenise(form) if token.is_word])


def _words_of(tokens: Sequence[Token]) -> _Words:
    keys = tuple(folded(token.text) for token in tokens)
    return _Words(tokens, keys, "".join(keys))


def _joined_so(runs: Iterable[_Words], words: _Words) -> list[_Words]:
    """Those that have the letters of other words."""
    return [run for run in runs if run.letters == words.letters]


def _are_spelled_so(
    run: _Words, words: _Words, heard: Sequence[str], draft: Draft, need: Need
) -> bool:
    language = draft.task.target_language
    if len(run.tokens) != len(words.tokens):
        return not all(_is_everyday(one.text, language) for one in run.tokens)
    others = [place for place, key in enumerate(run.keys) if key != words.keys[place]]
    is_in_name = len(others) < len(run.keys)
    return all(
        _is_spelled_so(
            run.tokens[place].text,
            words.tokens[place].text,
            heard[place],
            language,
            is_in_name=is_in_name,
        )
        for place in others
    ) and not any(draft.is_of_others(run.tokens[place].span, need) for place in others)


def _heard(draft: Draft, need: Need, length: int) -> list[str]:
    """The source's words for a name of so many, if it has as many."""
    source = draft.task.source[slice(*need.match.span)]
    words = [token.text for token in tokenise(source) if token.is_word]
    return words if len(words) == length else [""] * length


@lru_cache(maxsize=_PAIRS_KEPT)
def _is_spelled_so(
    word: str, form: str, source: str, language: Language, *, is_in_name: bool
) -> bool:
    if _is_everyday(word, language) or _DIGIT.findall(word) != _DIGIT.findall(form):
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
