"""Puts the inline tags of a sentence into its translation.

A machine translates plain text; the tags go back in afterwards, each by the surest way that can
tell its place, and with the share of tags that were right where they were placed in that way.

- ``outline``: the tags of the source; ``trim``: marks at its edges, which no engine need see
- ``links``: which words stand for which, by number, glossary, spelling and sound (``sounds``)
- ``alignment``: the same by a model's attention; ``project``: from words to a place
- ``strategies``, ``gaps``: the ways, for tags around words and for tags that hold nothing
- ``own_tags``: the tags of a model that knows them
- ``edges``, ``writing``: punctuation, brackets and spaces as in the source
- ``place``: all of it together
"""

from dualpress.engines.placement.evidence import Evidence
from dualpress.engines.placement.outline import read_outline
from dualpress.engines.placement.own_tags import keep_tags, without_tags
from dualpress.engines.placement.place import Place, Placed, place_tags
from dualpress.engines.placement.trim import Trimmed, trimmed

__all__ = [
    "Evidence",
    "Place",
    "Placed",
    "Trimmed",
    "keep_tags",
    "place_tags",
    "read_outline",
    "trimmed",
    "without_tags",
]
