"""Which of the two languages a text is in, told by its letters.

Script decides. ``langdetect`` is wrong on short text (Mimino666/langdetect#13)
and knows nothing of quotations, so it is asked about longer text only, and
only whether the text is in a third language of the same script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from dualpress.article import Language
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import DEVANAGARI

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

__all__ = ["Detection", "detect_language", "script_share"]

# Runs of letters, since a run is counted at once.
_LETTERS = {
    Language.EN: regex.compile(r"\p{Latin}+"),
    Language.HI: regex.compile(rf"{DEVANAGARI}+"),
}
_LETTER = regex.compile(r"[\p{L}\p{M}]+")  # a Hindi vowel is a letter or a sign

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())

_CERTAIN_SHARE = 0.75
"""An article quotes the other language, but seldom in a quarter of its letters."""

_ENOUGH = 200
"""Characters from which langdetect's word is worth something."""

_REFUSED = 0.9
"""How sure langdetect must be of a third language."""

_SAMPLE = 10_000
"""Characters of a longer text that are looked at; all of it says the same."""

_HEARD = 2_000
"""Characters of these that langdetect hears: it draws a few hundred n-grams at random."""

_PIECES = 20

_OWN_WORDS = {
    Language.EN: frozenset("the and that with from which have this".split()),
    Language.HI: frozenset("है हैं में और नहीं".split()),
}
"""Frequent words that no third language of the same script has."""

_OWN_SHARE = 0.05
"""The share of these among the words of a text from which langdetect need not be asked: prose
of the language has more than twice as many, and another's has them in quotations alone."""

_THIRD_LANGUAGES = {
    Language.EN: {
        "da": "Danish",
        "de": "German",
        "es": "Spanish",
        "fr": "French",
        "id": "Indonesian",
        "it": "Italian",
        "nl": "Dutch",
        "pl": "Polish",
        "pt": "Portuguese",
        "ro": "Romanian",
        "so": "Somali",
        "sv": "Swedish",
        "sw": "Swahili",
        "tr": "Turkish",
        "vi": "Vietnamese",
    },
    Language.HI: {"mr": "Marathi", "ne": "Nepali"},
}


@dataclass(frozen=True, slots=True)
class Detection:
    """What the letters of a text say of its language.

    Args:
        language: the language whose script most of the letters are in.
        certain: whether there is no reason to ask.
        share: the share of the text's letters in that script, 0 to 1.
        looks_like: the English name of a third language that it seems to be.
    """

    language: Language
    certain: bool
    share: float
    looks_like: str | None = None


def detect_language(text: str) -> Detection | None:
    """Tell the language of a text.

    Args:
        text: plain text of any length; URLs and e-mail addresses are left out. Of
            a longer one 10,000 characters are looked at, in pieces from its
            whole length, and ``share`` is theirs.

    Returns:
        The detection, or ``None`` for text without a Latin or Devanagari letter.
    """
    prose = _without_addresses(_sampled(text, _SAMPLE))
    ascii_letters, others = _ascii_letters(prose)
    counts = {language: _count(_LETTERS[language], others) for language in Language}
    counts[Language.EN] += ascii_letters
    language = max(counts, key=lambda key: counts[key])
    letters = ascii_letters + _count(_LETTER, others) if counts[language] else 0
    if not letters:  # Roman numerals are Latin and no letters
        return None
    share = counts[language] / letters
    third = _third_language(prose, language)
    return Detection(language, share >= _CERTAIN_SHARE and third is None, share, third)


def script_share(text: str, language: Language) -> float | None:
    """The share of a text's letters that are in the script of a language.

    Args:
        text: plain text; URLs and e-mail addresses are left out.
        language: English counts Latin letters, Hindi Devanagari letters and signs.

    Returns:
        A share from 0 to 1, or ``None`` for text without letters.
    """
    prose = _without_addresses(text)
    return _share(prose, language) if _LETTER.search(prose) else None


def _share(prose: str, language: Language) -> float:
    letters = _count(_LETTER, prose)
    return _count(_LETTERS[language], prose) / letters if letters else 0.0


def _count(letters: regex.Pattern[str], prose: str) -> int:
    return sum(map(len, letters.findall(prose)))


def _ascii_letters(prose: str) -> tuple[int, str]:
    """How many letters of a text are in ASCII, which are told at once, and the rest of it."""
    letters = len(prose.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    return letters, "" if prose.isascii() else " ".join(_NOT_ASCII.findall(prose))


def _sampled(text: str, size: int) -> str:
    """So many characters of a longer text, in pieces from all parts of it."""
    if len(text) <= size:
        return text
    length = size // _PIECES
    starts = ((len(text) - length) * i // (_PIECES - 1) for i in range(_PIECES))
    return " ".join([text[start : start + length] for start in starts])


def _without_addresses(text: str) -> str:
    pieces, position = [], 0
    for start, end in find_addresses(text):
        pieces.append(text[position:start])
        position = end
    return " ".join([*pieces, text[position:]])


def _third_language(prose: str, language: Language) -> str | None:
    """The name of the third language of the same script that this surely is."""
    from langdetect.lang_detect_exception import LangDetectException

    if len(prose) < _ENOUGH or _is_surely(prose, language):
        return None
    detector = _factory(language).create()
    detector.append(_sampled(prose, _HEARD))
    try:
        best = detector.get_probabilities()[:1]
    except LangDetectException:  # figures, or letters that no language here has
        return None
    if not best or best[0].prob < _REFUSED:
        return None
    return _THIRD_LANGUAGES[language].get(best[0].lang)


def _is_surely(prose: str, language: Language) -> bool:
    """Whether so many words are of the language alone that it is no other."""
    words = prose.split()
    own = _OWN_WORDS[language]
    return len([word for word in words if word in own]) >= _OWN_SHARE * len(words)


@lru_cache(maxsize=2)
def _factory(language: Language) -> DetectorFactory:
    """A detector for one script; seeded, since langdetect draws its n-grams at random."""
    from pathlib import Path

    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    names = sorted([language.value, *_THIRD_LANGUAGES[language]])
    profiles = [Path(PROFILES_DIRECTORY, name).read_text("utf-8") for name in names]
    factory = DetectorFactory()
    factory.load_json_profile(profiles)
    factory.set_seed(0)
    return factory
