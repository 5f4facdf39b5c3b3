r"""Text as words, for finding terms: where each word stands, and by which key it is found.

Python's ``\b`` and ``\w`` end Hindi words before their vowel signs
(cpython#76379); here a word is a run of letters, marks and digits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from dualpress.article import TAG, Span
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import WORD_CHAR, latin_digits, match_key_of

__all__ = [
    "Token",
    "chunks_of",
    "find_chunks",
    "first_chunk",
    "tokenise",
    "without_initial_stops",
    "without_markup",
]

# The soft hyphen and the word joiner are inside a word too.
_W = WORD_CHAR.removesuffix("]") + r"\u00ad\u2060]"
_PAIRED = r"</?g[1-9][0-9]*>"
_STANDALONE = r"<x[1-9][0-9]*/>"
_ESCAPE = r"&(?:amp;)*lt;"

# How Hindi writes initials and acronyms with stops: ए. पी. जे., बी.एल.ए.
_LETTER_NAMES = "डब्ल्यू|डब्लू|क्यू|एक्स|ज़ेड|जेड|एफ|एच|एल|एम|एन|एस|आई|आर|वाई|बी|सी|डी|जी|जे|के|पी|टी|यू|वी|ए|ई|ओ"
_INITIAL = rf"(?:\p{{Lu}}|(?:{_LETTER_NAMES}))(?=\.|(?!{_W}))"

# A handle, a hashtag, a file and a name in code are written as they are: @x, rand.dat, a_b.
_FILE_TYPES = (
    "csv|dat|docx?|exe|gif|html?|jpe?g|js|json|mp[34]|pdf|php|png|pptx?|svg|txt|webp|xlsx?|xml|zip"
)
_TYPE = rf"(?:\.(?:{_FILE_TYPES})(?!{_W}))"
_CODE = rf"(?<!{_W})[@#](?:{_W}|_)++|(?:{_W}++_++)++{_W}*+{_TYPE}?|{_W}++{_TYPE}"

_TOKEN = regex.compile(
    rf"""
      (?P<paired>{_PAIRED})
    | (?P<tag>{_STANDALONE})
    | (?P<escape>{_ESCAPE})
    | (?P<code>{_CODE})
    | (?P<dotted>(?<!{_W})(?:{_INITIAL}\.\s?)+{_INITIAL}\.   # A. Q., U.S., ए. पी. जे.
                | (?<!{_W}){_INITIAL}(?:\.{_INITIAL})+)      # U.S
    | (?P<word>{_W}++(?:(?:{_PAIRED})*+(?:{_W}++|(?<=\p{{Latin}})['’ʼ](?=\p{{Latin}})))*+)
    | (?P<space>\s+)
    | (?P<hyphen>(?<={_W}(?:{_PAIRED})*)[-‐‑–](?=(?:{_PAIRED})*{_W}))
    | (?P<other>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
# No token but one of initials reaches over white space, and no address does.
_CHUNK = regex.compile(r"\S++(?:(?<=[\p{Lu}\p{Deva}]\.)\s\S++)*+")
_REACHES_ON = regex.compile(r"(?<=[\p{Lu}\p{Deva}])\.\s")
# White space to `str.split`, and not to a pattern.
_SEPARATORS = "\x1c\x1d\x1e\x1f"
_MARKUP = regex.compile(rf"{_PAIRED}|{_STANDALONE}|{_ESCAPE}")
_LETTER = regex.compile(_W)
# Nearly all that stands between white spaces: no initials, no address, no tag.
_SIMPLE = regex.compile(rf"({_W}++)[,.;:!?)”’।]?+")
_SILENT = frozenset({"paired", "space", "hyphen"})
_LONE_INITIAL = regex.compile(_INITIAL)
_DROPPED = str.maketrans({"\u00ad": "", "\u2060": "", "’": "'", "ʼ": "'"})
_ANY_DROPPED = regex.compile(r"[\u00ad\u2060’ʼ]")
_POSSESSIVES = ("'s", "'S")


class Token(NamedTuple):
    """A word, or a character between words that keeps a term from reaching over it."""

    key: str
    """What is compared; equal for spellings that count as one."""

    text: str
    """As it is written, without tags, and without the stops of an acronym."""

    span: Span
    """Where it stands, in the text as given."""

    is_word: bool

    @property
    def without_possessive(self) -> Token | None:
        """The token less its ``’s``; ``None`` if it has none."""
        if not (self.is_word and self.text.endswith(_POSSESSIVES)):
            return None
        bare = self.text[:-2]
        return Token(_key(bare), bare, Span(self.span.start, self.span.end - 2), True)


def tokenise(text: str) -> list[Token]:
    """Cut text into tokens.

    White space, hyphens between words and paired inline tags leave no token:
    ``US-led`` is two words, ``<g1>Red</g1> Sea`` too. A URL, an e-mail address,
    a handle, a file name and a standalone tag are one token each that is no word.

    Args:
        text: plain text, or a segment with its inline tags.

    Returns:
        The tokens in order; spans are offsets into ``text``.
    """
    if simple := _SIMPLE.fullmatch(text):
        return _word_and_mark(text, simple.end(1))
    tokens: list[Token] = []
    position = 0
    for start, end in _addresses(text):
        tokens += _tokens_within(text, position, start)
        tokens.append(_token("address", text[start:end], Span(start, end)))
        position = end
    return [*tokens, *_tokens_within(text, position, len(text))]


def find_chunks(text: str) -> list[regex.Match[str]]:
    """Cut text at white space, into pieces that can be tokenised each on its own.

    Args:
        text: plain text, or a segment with its inline tags.

    Returns:
        The pieces in order: their tokens are the tokens of the text.
    """
    return list(_CHUNK.finditer(text))


def chunks_of(text: str) -> list[str]:
    """The pieces that :func:`find_chunks` finds, without their places: these are told faster."""
    return [chunk[0] for chunk in find_chunks(text)] if may_reach_on(text) else text.split()


def may_reach_on(text: str) -> bool:
    """Whether a text may be cut otherwise than ``str.split`` does it."""
    reaches_on = text.find(".", 0, -1) >= 0 and _REACHES_ON.search(text) is not None
    return reaches_on or any(map(text.__contains__, _SEPARATORS))


def simple_keys(text: str) -> tuple[str, ...]:
    """The keys of a word and of the mark behind it; none where it is less simple.

    Args:
        text: as for :func:`tokenise`, of whose tokens these are the keys.
    """
    simple = _SIMPLE.fullmatch(text)
    if simple is None:
        return ()
    end = simple.end(1)
    key = _key(_cleaned(text[:end]))
    return (key, text[end:]) if end < len(text) else (key,)


def first_chunk(text: str) -> str:
    """The first of the chunks of a text, empty if it has none."""
    chunk = _CHUNK.search(text)
    return chunk[0] if chunk else ""


def without_markup(text: str) -> str:
    """A text less its tags and addresses: its words, and what is between them."""
    pieces = []
    position = 0
    for start, end in _addresses(text):
        pieces.append(text[position:start])
        position = end
    pieces.append(text[position:])
    return _MARKUP.sub(" ", " ".join(pieces))


def without_initial_stops(tokens: Sequence[Token]) -> list[Token]:
    """The tokens less the stops behind initials: ``S. Jaishankar``, ``S Jaishankar``."""
    before = ("", *(token.text for token in tokens))
    return [
        token
        for token, initial in zip(tokens, before, strict=False)
        if token.text != "." or not _LONE_INITIAL.fullmatch(initial)
    ]


def _word_and_mark(text: str, end: int) -> list[Token]:
    word, mark = _token("word", text[:end], Span(0, end)), text[end:]
    return [word, _token("other", mark, Span(end, len(text)))] if mark else [word]


def _addresses(text: str) -> Iterator[Span]:
    """Addresses with the letters that touch them, which are no words of their own."""
    for start, end in find_addresses(text):
        while start > 0 and _LETTER.match(text[start - 1]):
            start -= 1
        while end < len(text) and _LETTER.match(text[end]):
            end += 1
        yield Span(start, end)


def _tokens_within(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        if match.lastgroup not in _SILENT:
            yield _token(match.lastgroup or "", match[0], Span(*match.span()))


def _token(group: str, raw: str, span: Span) -> Token:
    if group not in ("word", "dotted"):
        return Token(raw, raw, span, False)
    text = TAG.sub("", raw) if "<" in raw else raw
    if group == "dotted":
        text = "".join(char for char in text if char != "." and not char.isspace())
    text = _cleaned(text)
    return Token(_key(text), text, span, True)


def _cleaned(word: str) -> str:
    """A word in NFC, with straight apostrophes and without what nobody sees."""
    if word.isascii():
        return word
    return unicodedata.normalize(
        "NFC", word.translate(_DROPPED) if _ANY_DROPPED.search(word) else word
    )


def _key(text: str) -> str:
    # Letters beyond ASCII alone have spellings to make equal.
    return (text if text.isascii() else match_key_of(latin_digits(text))).casefold()
