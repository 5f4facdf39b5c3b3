"""URLs and e-mail addresses in running text: what is copied, never translated."""

from __future__ import annotations

import regex

from dualpress.article import Span

__all__ = ["find_addresses"]

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
    return [_trimmed(text, *match.span()) for match in _ADDRESS.finditer(text)]


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and _is_outside(text[start:end]):
        end -= 1
    return Span(start, end)


def _is_outside(address: str) -> bool:
    last = address[-1]
    if last in _PAIRS:
        return address.count(last) > address.count(_PAIRS[last])
    return last in _TRAILING
