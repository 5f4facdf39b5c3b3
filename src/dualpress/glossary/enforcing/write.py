"""Writing changes into a translation, each fitted to its sentence, or none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import regex

from dualpress.article import TAG, Language
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.enforcing.english import fit_english
from dualpress.glossary.enforcing.hindi import fit_hindi
from dualpress.glossary.renderings import folded
from dualpress.text.devanagari import WORD_CHAR, latin_digits

__all__ = ["fit", "write"]

_PART = 3
"""Letters from which on a word beside another may be its part: the half of a name."""

_NUMBER = regex.compile(r"[0-9]+")
_LETTER = regex.compile(WORD_CHAR)
_WORDS = regex.compile(f"{WORD_CHAR}+")
_FIT = {Language.EN: fit_english, Language.HI: fit_hindi}


def fit(changes: Sequence[Change], draft: Draft, need: Need) -> list[Change]:
    """Fit changes to the sentence that they are for.

    Args:
        changes: what to write.
        draft: the translation.
        need: the term that they bring in.

    Returns:
        The changes with what the grammar of the sentence asks for; none where
        one of them would stand inside a word or a tag, double a word, or ask
        for more to be changed in its sentence.
    """
    fit_one = _FIT[draft.task.target_language]
    fitted = [fit_one(change, draft, need) for change in changes]
    made = [change for change in fitted if change and _is_sound(change, draft)]
    return made if len(made) == len(changes) else []


def write(changes: Iterable[Change], text: str) -> str:
    """Write changes into a text, none overlapping another."""
    for change in sorted(changes, reverse=True):
        text = text[: change.span.start] + change.words + text[change.span.end :]
    return text


def _is_sound(change: Change, draft: Draft) -> bool:
    start, end = change.span
    text = draft.text
    is_in_tag = TAG.search(text, start, end) or any(
        tag.start() < start < tag.end() for tag in TAG.finditer(text)
    )
    is_in_word = _is_letter(text[start - 1 : start]) and _is_letter(change.words[:1])
    is_in_word = is_in_word or (_is_letter(change.words[-1:]) and _is_letter(text[end : end + 1]))
    loses_digits = bool(_digits(text[start:end]) - _digits(change.words))
    return not (is_in_tag or is_in_word or loses_digits or _doubles(change, draft))


def _digits(text: str) -> Counter[str]:
    """The numbers of a text: what is written for a term may not lose one."""
    return Counter(_NUMBER.findall(latin_digits(TAG.sub("", text))))


def _is_letter(char: str) -> bool:
    return _LETTER.fullmatch(char) is not None


def _doubles(change: Change, draft: Draft) -> bool:
    """Whether the words begin or end with the word beside them: श्री श्री, Deen Deendayal."""
    words = _WORDS.findall(change.words)
    before, after = draft.before(change.span.start), draft.after(change.span.end)
    if not words:
        return False
    return (
        before is not None and before.is_word and _repeats(before.text, words[0], str.startswith)
    ) or (after is not None and after.is_word and _repeats(after.text, words[-1], str.endswith))


def _repeats(beside: str, word: str, has: Callable[[str, str], bool]) -> bool:
    one, another = folded(beside), folded(word)
    return one == another or (len(one) >= _PART and has(another, one))
