"""How alike two sources are."""

from __future__ import annotations

import unicodedata

import regex
from rapidfuzz import fuzz

from dualpress.article import TAG, plain_text

__all__ = ["comparable", "likeness", "same_meaning"]

LIKE = 60.0
"""From here on two sentences in one place are one sentence, edited.

RapidFuzz's ratio, in percent. Measured on English and Hindi news (the NTREX
and FLORES sets): with one to four words replaced, 99 of 100 sentences are
still as like as this; of two sentences that stand near each other, 2 in 1,000
are, and most of those say the same.
"""

LIKE_IF_SHORT = 75.0
"""The same for headings and the like, where unrelated words reach 65 by chance."""

_SHORT = 20
"""What is short, in characters."""

_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}+")

# A number with what stands within it: 2.5 and 25, 5:30 and 530, are not the same.
_NUMBER = r"\p{Nd}+(?:[.,:/\-\u2012\u2013\u2212]\p{Nd}+)*"

# What an edit cannot touch without touching the meaning. "|" is a mathematical
# sign in Unicode and a full stop in typed Hindi.
_TOKEN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}])[\-\u2212](?=\p{{Nd}})|{_NUMBER}|[\p{{L}}\p{{M}}\p{{N}}]+"
    r"|[[\p{Sc}\p{Sm}%‰°?§@&#]--[|]]",
    regex.V1,
)
_DASHES = str.maketrans("\u2012\u2013\u2212", "---")


def same_meaning(old: str, new: str) -> bool:
    """Whether an edit left the meaning of a source as it was beyond doubt.

    So it is where the words, the numbers and the number of each tag are the
    same, whatever became of case, white space, quotation marks and other
    punctuation. A question is another sentence.

    Args:
        old: a source with its tags.
        new: another.
    """
    if old == new:
        return True
    return _tags(old) == _tags(new) and [] != _tokens(old) == _tokens(new)


def likeness(old: str, new: str) -> float:
    """How alike two texts are, in percent; 0 where they are not alike enough.

    Args:
        old: what :func:`comparable` made of a source.
        new: the same of another.
    """
    short = min(len(old), len(new)) < _SHORT
    return fuzz.ratio(old, new, score_cutoff=LIKE_IF_SHORT if short else LIKE)


def _tags(tagged: str) -> list[str]:
    return sorted(tag[0] for tag in TAG.finditer(tagged))


def _tokens(tagged: str) -> list[str]:
    return _TOKEN.findall(comparable(tagged))


def comparable(tagged: str) -> str:
    """A source without its tags, and without what does not tell: case, digits' script, joiners."""
    text = _IGNORABLE.sub("", unicodedata.normalize("NFC", plain_text(tagged))).casefold()
    if text.isascii():  # then its digits are Latin, and its dashes hyphens
        return text
    return "".join(map(_latin_digit, text)).translate(_DASHES)


def _latin_digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))
