"""Sentence segmentation for English and Hindi.

``sentencex`` proposes the breaks. It is shown a mask of the text, of the same
length, without what misleads it: quotation marks, brackets and bullets (it never
splits inside a pair of them), addresses, note marks, and the stops of
abbreviations and initials. What it proposes is then held against a few rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.text.abbreviations import inner_stops
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import DEVANAGARI, WORD_END, WORD_START

__all__ = ["sentence_spans"]


class _Break(NamedTuple):
    """A proposed sentence break."""

    terminator: str
    """The marks that end the sentence: ``.``, ``?!``, ``।``, ``…``."""

    closers: str
    """The marks that close it: quotation marks, brackets, note marks."""

    end: int
    """Where the sentence ends, its closing marks included."""

    start: int
    """Where the next one starts, its opening marks included."""


_NOTE = r"\[(?:\p{Nd}{1,3}|\p{Ll})\]|(?<=\S)[⁰¹²³⁴-⁹]+|(?<=[.!?।])[*†‡]+"
_HIDDEN = regex.compile(rf"{_NOTE}|[^\p{{L}}\p{{M}}\p{{N}}.!?…।॥,;:-]")
_INSIDE_WORD = regex.compile(r"(?<=\p{L})['’/](?=\p{L})")
_PLAIN_WORD = regex.compile(
    rf"{WORD_START}(?i:may|me|no|art|ill|ok|mm|miss|fed|sec|pa|id|etc)(?=\.)"
)
_DEVANAGARI = regex.compile(DEVANAGARI)
_TYPED_DANDA = regex.compile(
    r"""(?<=[\p{Deva}\p{Nd}%)\]”’"']\s?)\|(?=\s|$|["'”’)\]])"""
)  # fmt: skip
_STOP_FOR_NONE = ","
_LETTER_FOR_ALL = "क"

_TERMINATORS = ".!?…।॥|"
_CLOSERS = regex.compile(rf"(?:[\"'”’»)\]}}]|{_NOTE})*(?:\s+(?:{_NOTE}|[”’»)\]}}]))*")

_WORD = regex.compile(r"[\p{L}\p{N}]")
_PUNCTUATION = regex.compile(r"[,;:)\]}%]")
_DASH = regex.compile(r"[–—―-]")
_LOWER_CASE = regex.compile(r"[“‘\"'(\[]*\p{Ll}+(?!\p{L})")  # but "iPhone"
_SPEECH = regex.compile(
    r"(?:[\p{Deva}\u200c\u200d]+\s+){0,4}?(?:कहा|पूछा|बोला|बोली|बोले|लिखा|बताया|चिल्लाया|चिल्लाई)"
    rf"{WORD_END}(?!\s+कि\s)"
)


def sentence_spans(text: str, language: Language) -> list[Span]:
    """Split text into sentences.

    Quotation marks, brackets and note marks that close a sentence belong to it.
    White space counts as space only: a line break is no end of a sentence.

    Args:
        text: the plain text of one block, without tags.
        language: the language it is mostly written in; words of the other may occur.

    Returns:
        Half-open character spans that tile all of ``text`` but white space, in
        order. Between two spans there is white space or, after a danda,
        nothing. Empty for text of white space only.
    """
    starts = [0]
    for proposed in _proposed_breaks(text, language):
        if _is_break(proposed, text, starts[-1]):
            starts.append(proposed.start)
    pieces = (_stripped(text, *ends) for ends in pairwise([*starts, len(text)]))
    return [piece for piece in pieces if piece.start < piece.end]


def _proposed_breaks(text: str, language: Language) -> Iterator[_Break]:
    """Where ``sentencex`` would split, quotation marks given to their sentences."""
    from sentencex import get_sentence_boundaries

    mask = _mask(text, language)
    for boundary in get_sentence_boundaries(language.value, mask):
        piece = mask[boundary["start_index"] : boundary["end_index"]].rstrip()
        stop = boundary["start_index"] + len(piece)
        closers = _CLOSERS.match(text, stop)
        end = closers.end() if closers else stop
        terminator = piece[len(piece.rstrip(_TERMINATORS)) :]
        yield _Break(terminator, text[stop:end], end, _skip_space(text, end))


def _mask(text: str, language: Language) -> str:
    """The text with all that is no sentence end hidden, character for character."""
    # One letter for all: sentencex takes पी ("drank") and आई ("came") for initials.
    # A no-break space parts sentences like any other: editors type one after a stop.
    chars = list(_DEVANAGARI.sub(_LETTER_FOR_ALL, text).replace("\u00a0", " "))
    for match in _HIDDEN.finditer(text):
        chars[match.start() : match.end()] = " " * len(match[0])
    for match in _INSIDE_WORD.finditer(text):
        chars[match.start()] = "x"
    for match in _PLAIN_WORD.finditer(text):  # abbreviations to sentencex, often none
        chars[match.start() : match.end()] = "x" * len(match[0])
    for match in _TYPED_DANDA.finditer(text) if language is Language.HI else ():
        chars[match.start()] = "।"
    for offset in inner_stops(text):
        chars[offset] = _STOP_FOR_NONE
    for start, end in find_addresses(text):
        chars[start:end] = "x" * (end - start)
    return "".join(chars)


def _is_break(proposed: _Break, text: str, sentence: int) -> bool:
    """Whether the sentence that starts at ``sentence`` ends at the proposed break."""
    _, _, end, start = proposed
    if not (_WORD.search(text, sentence, end) and _WORD.search(text, start)):
        return False
    if start == end and not _may_touch(proposed, text):
        return False
    return not _continues(proposed, text)


def _may_touch(proposed: _Break, text: str) -> bool:
    """Whether a sentence may end although no white space follows."""
    if _is_danda(proposed):
        return not text[proposed.start].isdecimal()
    return proposed.terminator[:1] in ("?", "!") and _starts_hindi(proposed, text)


def _continues(proposed: _Break, text: str) -> bool:
    """Whether what follows belongs to the same sentence."""
    start = proposed.start
    if _PUNCTUATION.match(text, start):
        return True
    if _is_quoted(proposed) and _DASH.match(text, start):  # the speaker's name
        return True
    if _is_danda(proposed):
        return False
    if _is_quoted(proposed) and _SPEECH.match(text, start):
        return True
    if proposed.terminator.startswith(("…", "..")) and _starts_hindi(proposed, text):
        return True  # a hesitation
    return _LOWER_CASE.match(text, start) is not None


def _is_danda(proposed: _Break) -> bool:
    return any(char in proposed.terminator for char in "।॥")


def _is_quoted(proposed: _Break) -> bool:
    return any(char in proposed.closers for char in "\"'”’»")


def _starts_hindi(proposed: _Break, text: str) -> bool:
    return _DEVANAGARI.match(text, proposed.start) is not None


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _stripped(text: str, start: int, end: int) -> Span:
    start = _skip_space(text, start)
    return Span(start, start + len(text[start:end].rstrip()))
