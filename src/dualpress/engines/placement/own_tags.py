"""Tags that a model put into its translation itself."""

from __future__ import annotations

import regex

from dualpress.article import plain_text
from dualpress.engines.placement.outline import read_outline
from dualpress.engines.placement.place import Place, Placed
from dualpress.engines.placement.words import may_stand
from dualpress.tags import hollow_tags, tag_faults

__all__ = ["keep_tags", "without_tags"]

_CONFIDENCE = 0.9
"""Who says of a model that it knows tags is taken at their word; it was not measured here."""

# Also what a tokenizer took apart.
_TAG_LIKE = regex.compile(r"<\s*/?\s*[gx]\s*[0-9]+\s*/?\s*>")


def keep_tags(source: str, target: str) -> Placed | None:
    """Take a model's own tags as they are, if they are sound.

    They are the source's, each once and in its relation; none stands in a word, and none that
    holds text in the source is empty.

    Args:
        source: the sentence with its tags.
        target: what the model made of it, in the notation of PO.

    Returns:
        The same with the places of the tags; ``None`` where they are not sound.
    """
    if tag_faults(source, target) or hollow_tags(source, target):
        return None
    outline = read_outline(target)
    nodes = list(outline.nodes())
    if not all(may_stand(outline.text, edge) for node in nodes for edge in node.span):
        return None
    places = (Place(node.number, _CONFIDENCE, "own_tags") for node in nodes)
    return Placed(target, tuple(sorted(places)))


def without_tags(target: str) -> str:
    """The plain text of what a model made, less what is left of its tags."""
    return " ".join(_TAG_LIKE.sub(" ", plain_text(target)).split())
