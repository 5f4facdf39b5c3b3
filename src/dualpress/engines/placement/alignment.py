"""Links of words from the attention of a model that was taught alignments.

By the rules of Bergamot's HTML transfer (browsermt/bergamot-translator, ``html.cpp``): each piece
of the translation comes from the source piece with the greatest weight; all pieces of a word come
from one; of several the one with more markup, else with the greater weight, so that links are not
lost. The danda is a delimiter as other stops are.
"""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.article import Span
from dualpress.engines.base import Attention
from dualpress.engines.placement.links import Link
from dualpress.engines.placement.words import overlaps, words_in

__all__ = ["aligned", "piece_spans"]

_SPACE = "▁"
_LEAST = 0.6
"""Weight below which a piece comes from no word; of the bounds tried, the best."""


def aligned(
    attention: Attention, source: str, target: str, tags: Sequence[Span] = ()
) -> list[Link]:
    """The source word of each target word, by where the model looked.

    Args:
        attention: of the hypothesis that ``target`` is.
        source: what the model translated.
        target: its translation.
        tags: what the tags of the source hold.

    Returns:
        Links in the order of the translation, one for each target word that came from a word;
        none where the pieces are not those of the texts, as after a repair.
    """
    ours, theirs = piece_spans(attention.source, source), piece_spans(attention.target, target)
    if ours is None or theirs is None:
        return []
    words = words_in(source)
    places = [_index(piece, words) for piece in ours]
    markup = [sum(overlaps(piece, [tag]) for tag in tags) for piece in ours]
    links: list[Link] = []
    for word in words_in(target):
        looks = [
            (markup[best], weights[best], best)
            for piece, weights in zip(theirs, attention.weights, strict=True)
            if overlaps(piece, [word]) and weights
            for best in [max(range(len(weights)), key=weights.__getitem__)]
            if weights[best] >= _LEAST and places[best] is not None
        ]
        if looks:
            _, weight, best = max(looks)
            links.append(Link(words[places[best] or 0], word, weight))
    return links


def piece_spans(pieces: Sequence[str], text: str) -> list[Span] | None:
    """Where each subword piece stands in its text.

    A tokenizer may write a character as others (NFKC); the pieces of such a word have the whole
    word each.

    Returns:
        ``None`` where the pieces are not of this text.
    """
    groups = _by_word(pieces)
    tokens = _tokens(text)
    if len(groups) != len(tokens):
        return None
    spans: list[Span] = []
    for group, token in zip(groups, tokens, strict=True):
        is_literal = "".join(group).replace(_SPACE, "") == text[slice(*token)]
        position = token.start
        for piece in group:
            length = len(piece.replace(_SPACE, ""))
            spans.append(Span(position, position + length) if is_literal else token)
            position += length
    return spans


def _by_word(pieces: Sequence[str]) -> list[list[str]]:
    """Pieces by words; a lone space mark goes with what follows it."""
    groups: list[list[str]] = []
    for piece in pieces:
        begins = piece.startswith(_SPACE) and (not groups or groups[-1] != [_SPACE])
        if begins or not groups:
            groups.append([])
        groups[-1].append(piece)
    return groups


def _tokens(text: str) -> list[Span]:
    tokens: list[Span] = []
    position = 0
    for token in text.split():
        start = text.index(token, position)
        position = start + len(token)
        tokens.append(Span(start, position))
    return tokens


def _index(piece: Span, words: Sequence[Span]) -> int | None:
    return next((i for i, word in enumerate(words) if overlaps(piece, [word])), None)
