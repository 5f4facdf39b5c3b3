"""Sentence segmentation for English and Hindi.

``sentencex`` proposes the breaks. It is shown a mask of the text, of the same
length, without what misleads it: quotation marks, brackets and bullets (it never
splits inside a pair of them), addresses, note marks, and the stops of
abbreviations and initials. What it proposes is then held against a few rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.text.abbreviations import inner_stops
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import WORD_END, WORD_START, is_devanagari

__all__ = ["sentence_spans"]


class _Mask(dict[int, str]):
    """What each character is to ``sentencex``, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # One letter for all: sentencex takes पी ("drank") and आई ("came") for initials.
        # Spaces of all kinds are one kind: editors type a no-break space after a stop.
        shown = " " if _SHOWN.match(char) is None else char
        self[code] = _LETTER_FOR_ALL if is_devanagari(char) else shown
        return self[code]


_MASKED = _Mask()


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


_NUMBER_NOTE = r"\[(?:\p{Nd}{1,3}|\p{Ll})\]|(?<=\S)[⁰¹²³⁴-⁹]+"
_NOTE = rf"{_NUMBER_NOTE}|(?<=[.!?।])[*†‡]+"
_HIDDEN_NOTE = regex.compile(_NUMBER_NOTE)
_SHOWN = regex.compile(r"[\p{L}\p{M}\p{N}.!?…।॥,;:-]")
_INSIDE_WORD = regex.compile(r"['’/](?<=\p{L}.)(?=\p{L})")
_PLAIN_WORD = regex.compile(
    rf"\.(?<={WORD_START}(?P<word>(?i:may|me|no|art|ill|ok|mm|miss|fed|sec|pa|id|etc))\.)"
)
_TERMINATORS = ".!?…।॥|"
_TYPED_DANDA = regex.compile(
    r"""(?<=[\p{Deva}\p{Nd}%)\]”’"']\s?)\|(?=\s|$|["'”’)\]])"""
)  # fmt: skip
# Whoever types bars for dandas ends with one, or has dandas too; a row of links has neither.
_HAS_ENDS = regex.compile(r"[!?।॥]|\|[\s\"'”’)\]]*\Z")
_ENDING_ELLIPSIS = regex.compile(r"""…(?=["'”’)\]]*\s+[“‘"'(\[]*\p{Lu})""")
_STOP_FOR_NONE = ","
_LETTER_FOR_ALL = "क"

# Asked first, since this is found in a fraction of the time.
_INNER_END = re.compile(rf"[{_TERMINATORS}].", re.DOTALL)
_MAY_PART = regex.compile(rf"[{_TERMINATORS}][^\p{{L}}\p{{N}}]*+[\p{{L}}\p{{N}}]")
_CLOSERS = regex.compile(rf"(?:[\"'”’»)\]}}]|{_NOTE})*(?:\s+(?:{_NOTE}|[”’»)\]}}]))*")

_TEXTS_KEPT, _LONGEST_KEPT = 2**10, 1000
"""Segments and their translations are asked of anew by each room that looks at them."""

_WORD = regex.compile(r"[\p{L}\p{N}]")
_PUNCTUATION = frozenset(",;:)]}%")
_DASHES = frozenset("–—―-")
_DANDAS = frozenset("।॥")
_QUOTATION_MARKS = frozenset("\"'”’»")
# But "iPhone", and "(b) Bring a torch."
_LOWER_CASE = regex.compile(r"(?!\((?:\p{Ll}|[ivx]+)\)\s)[“‘\"'(\[]*\p{Ll}+(?!\p{L})")
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
    # Most short texts have no sentence end that a word follows, and need no mask.
    if not (_INNER_END.search(text) and _MAY_PART.search(text)):
        whole = _stripped(text, 0, len(text))
        return [whole] if whole.start < whole.end else []
    return list((_kept if len(text) <= _LONGEST_KEPT else _cut)(text, language))


def _cut(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of a text that may have several."""
    starts = [0]
    for proposed in _proposed_breaks(text, language):
        if _is_break(proposed, text, starts[-1]):
            starts.append(proposed.start)
    pieces = [_stripped(text, *ends) for ends in pairwise([*starts, len(text)])]
    return tuple(piece for piece in pieces if piece.start < piece.end)


_kept = lru_cache(maxsize=_TEXTS_KEPT)(_cut)


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
    chars = list(text.translate(_MASKED))
    # Of most texts a look for single characters tells that there is nothing to find.
    is_ascii = text.isascii()
    if "[" in text or not is_ascii:
        for match in _HIDDEN_NOTE.finditer(text):
            chars[match.start() : match.end()] = " " * len(match[0])
    if "'" in text or "/" in text or not is_ascii:
        for match in _INSIDE_WORD.finditer(text):
            chars[match.start()] = "x"
    for match in _PLAIN_WORD.finditer(text):  # abbreviations to sentencex, often none
        chars[match.start("word") : match.end("word")] = "x" * len(match["word"])
    if language is Language.HI and _HAS_ENDS.search(text):
        for match in _TYPED_DANDA.finditer(text):
            chars[match.start()] = "।"
    if "…" in text:
        for match in _ENDING_ELLIPSIS.finditer(text):
            chars[match.start()] = "."
    for offset in inner_stops(text):
        chars[offset] = _STOP_FOR_NONE
    for start, end in find_addresses(text):
        chars[start:end] = "x" * (end - start)
    return "".join(chars)


def _is_break(proposed: _Break, text: str, sentence: int) -> bool:
    """Whether the sentence that starts at ``sentence`` ends at the proposed break."""
    terminator, _, end, start = proposed
    if not terminator:  # the end of the text, before a last note mark
        return False
    if not (_WORD.search(text, start) and _WORD.search(text, sentence, end)):
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
    if text[start] in _PUNCTUATION:
        return True
    if _is_quoted(proposed) and text[start] in _DASHES:  # the speaker's name
        return True
    if _is_danda(proposed):
        return False
    if _is_quoted(proposed) and _SPEECH.match(text, start):
        return True
    if proposed.terminator.startswith(("…", "..")) and _starts_hindi(proposed, text):
        return True  # a hesitation
    return _LOWER_CASE.match(text, start) is not None


def _is_danda(proposed: _Break) -> bool:
    return not _DANDAS.isdisjoint(proposed.terminator)


def _is_quoted(proposed: _Break) -> bool:
    return not _QUOTATION_MARKS.isdisjoint(proposed.closers)


def _starts_hindi(proposed: _Break, text: str) -> bool:
    return is_devanagari(text[proposed.start])


def _skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end].lstrip()
    start = end - len(piece)
    return Span(start, start + len(piece.rstrip()))
