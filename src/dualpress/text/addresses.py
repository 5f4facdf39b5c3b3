"""URLs and e-mail addresses in running text: what is copied, never translated."""

from __future__ import annotations

import regex

from dualpress.article import Span

__all__ = ["find_addresses", "is_address", "may_have_address"]

_TOP_LEVEL = r"(?:com|org|net|info|edu|gov|mil|int|io|app|dev|news|co|in|pk|bd|cn|uk|us|eu|ru)"

# The IRI characters of RFC 3987 without the danda, which ends Hindi sentences.
_TAIL = r"[^\s<>\"“”‘’«»।॥|]"

_ADDRESS = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{M}}\p{{N}}@./_-])
    (?:
        (?:[a-z][a-z0-9+.-]{{1,10}}://|www\.) {_TAIL}+
      | (?:mailto:)? [a-z0-9._%+-]+ @ [a-z0-9-]+ (?:\.[a-z0-9-]+)+
      | (?:[a-z0-9-]+\.)+ {_TOP_LEVEL} (?![\p{{L}}\p{{M}}\p{{N}}-]|\.[a-z]) (?:/{_TAIL}*)?
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

# What every address has besides `@` or `://`; found fast, since it begins with one character.
_STOP_IN_ADDRESS = regex.compile(
    rf"\.(?:(?<=www\.){_TAIL}|{_TOP_LEVEL}(?![\p{{L}}\p{{M}}\p{{N}}-]))", regex.IGNORECASE
)

_WHOLE_WORD = regex.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|(?:mailto:)?[\w.%+-]+@[\w-]+(?:\.[\w-]+)+",
    regex.IGNORECASE,
)

_TRAILING = ".,;:!?…'’"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def find_addresses(text: str) -> list[Span]:
    """Find URLs, bare domain names with a common ending and e-mail addresses.

    Punctuation that ends the sentence or closes a bracket around the address
    is no part of it.

    Args:
        text: plain text.

    Returns:
        Half-open character spans, in order, not overlapping.
    """
    if not may_have_address(text):
        return []
    return [_trimmed(text, *match.span()) for match in _ADDRESS.finditer(text)]


def is_address(word: str) -> bool:
    """Whether a word is a URL or an e-mail address as a whole.

    More is taken for an address here than in running text: in a word that begins
    as one does, nothing can be the sentence around it. A bare domain name is
    a word all the same, since it may be the name of a site.

    Args:
        word: without white space, and without the punctuation around it.
    """
    return _WHOLE_WORD.fullmatch(word) is not None


def may_have_address(text: str) -> bool:
    """Whether there is anything that no address is without; most sentences have nothing.

    A text has none of it if none of what stands between its spaces has.
    """
    if "@" in text or "://" in text:
        return True
    # Nearly all texts have no stop but the last, and need no pattern.
    return text.find(".", 0, -1) >= 0 and _STOP_IN_ADDRESS.search(text) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and _is_outside(text[start:end]):
        end -= 1
    return Span(start, end)


def _is_outside(address: str) -> bool:
    last = address[-1]
    if last in _PAIRS:
        return address.count(last) > address.count(_PAIRS[last])
    return last in _TRAILING
