"""Writing changes into a translation, each fitted to its sentence, or none of them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from dualpress.article import TAG, Language
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.enforcing.english import fit_english
from dualpress.glossary.enforcing.hindi import fit_hindi
from dualpress.glossary.renderings import folded
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["write"]

_LETTER = regex.compile(WORD_CHAR)
_WORDS = regex.compile(f"{WORD_CHAR}+")
_FIT = {Language.EN: fit_english, Language.HI: fit_hindi}


def write(changes: Sequence[Change], draft: Draft, need: Need) -> tuple[str, list[Change]] | None:
    """Write changes into a translation.

    Args:
        changes: what to write, in order, none overlapping another.
        draft: the translation.
        need: the term that they bring in.

    Returns:
        The new text and the changes as they were made; ``None`` where one of
        them would stand inside a word or a tag, double a word, or ask for
        more to be changed in its sentence.
    """
    fit = _FIT[draft.task.target_language]
    fitted = [fit(change, draft, need) for change in changes]
    made = [change for change in fitted if change and _is_sound(change, draft)]
    if len(made) != len(changes):
        return None
    text = draft.text
    for change in reversed(made):
        text = text[: change.span.start] + change.words + text[change.span.end :]
    return text, made


def _is_sound(change: Change, draft: Draft) -> bool:
    start, end = change.span
    text = draft.text
    is_in_tag = TAG.search(text, start, end) or any(
        tag.start() < start < tag.end() for tag in TAG.finditer(text)
    )
    is_in_word = _is_letter(text[start - 1 : start]) and _is_letter(change.words[:1])
    is_in_word = is_in_word or (_is_letter(change.words[-1:]) and _is_letter(text[end : end + 1]))
    return not (is_in_tag or is_in_word or _doubles(change, draft))


def _is_letter(char: str) -> bool:
    return _LETTER.fullmatch(char) is not None


def _doubles(change: Change, draft: Draft) -> bool:
    """Whether the words begin or end with the word beside them: श्री श्री."""
    words = _WORDS.findall(change.words)
    before, after = draft.before(change.span.start), draft.after(change.span.end)
    return bool(words) and (
        (before is not None and before.is_word and folded(before.text) == folded(words[0]))
        or (after is not None and after.is_word and folded(after.text) == folded(words[-1]))
    )
