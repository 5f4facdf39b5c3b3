"""Terms out of a sentence before it is translated, and their renderings into the translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import regex

from dualpress.article import Language, Span, escape_tags
from dualpress.engines.survival.schemes import Rendered, Scheme, Token, find_token
from dualpress.text.devanagari import WORD_START

__all__ = ["MOST", "Masked", "Place", "mask", "restore"]

MOST = 4
"""Placeholders in one sentence: so many were tried."""

_ARTICLE = regex.compile(rf"{WORD_START}an?\s+$", regex.IGNORECASE)


class Place(NamedTuple):
    """A term in a sentence, and what must stand for it in the translation."""

    span: Span
    term: Rendered


class Masked(NamedTuple):
    """A sentence with placeholders.

    Args:
        text: what an engine is asked for.
        tokens: its placeholders, in the order of the sentence.
        terms: what each of them stands for.
    """

    text: str
    tokens: tuple[Token, ...]
    terms: tuple[Rendered, ...]


def mask(text: str, places: Sequence[Place], scheme: Scheme, source: Language) -> Masked | None:
    """Put placeholders into a sentence.

    A possessive, a postposition and all other words stay as they are.

    Args:
        text: the sentence, in the notation of PO.
        places: its terms, in order, none overlapping another.
        scheme: the kind of placeholder.
        source: the language of the sentence.

    Returns:
        ``None`` where there is nothing to replace, or more than placeholders can be trusted with.
    """
    terms = tuple(place.term for place in places)
    tokens = scheme.tokens(terms, text, source) if 0 < len(terms) <= MOST else None
    if tokens is None:
        return None
    for place, token in reversed(list(zip(places, tokens, strict=True))):
        written = escape_tags(token.written)
        text = text[: place.span.start] + written + text[place.span.end :]
    return Masked(text, tokens, terms)


def restore(text: str, masked: Masked, target: Language) -> str | None:
    """Put renderings in the place of placeholders.

    Args:
        text: a translation of the masked sentence.
        masked: what was asked for.
        target: the language of the translation.

    Returns:
        ``None`` where a placeholder is lost, doubled or part of another word, or where ``a`` or
        ``an`` stands before it, which was chosen for the placeholder and not for the rendering.
    """
    pairs = zip(masked.tokens, masked.terms, strict=True)
    asked = Counter((token.read, term.rendering) for token, term in pairs)
    found: list[tuple[Span, str]] = []
    for (read, rendering), count in asked.items():
        spans = find_token(text, read)
        # Only a rendering that is its own placeholder is asked for twice; it may be said once.
        if not 1 <= len(spans) <= count:
            return None
        found += ((span, rendering) for span in spans)
    for span, rendering in sorted(found, reverse=True):
        before = text[: span.start]
        if target is Language.EN and _ARTICLE.search(before):
            return None
        text = f"{before}{rendering}{text[span.end :]}"
    return text
