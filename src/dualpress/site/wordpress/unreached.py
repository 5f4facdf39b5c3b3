"""Words of a body that no translation reaches, for WordPress keeps them where no text is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from dualpress.article import Span
from dualpress.site.wordpress.blocks import BlockComment, block_comment, is_text_key

__all__ = ["unreached_words"]

_FOOTNOTES = re.compile(r"<!--\s+wp:footnotes\s")
_LETTER = regex.compile(r"\p{L}")
_WORDS = regex.compile(r"\p{L}\s")
_STOPS = (".", "!", "?", "।", "…")
_MORE = "<!--more"
_LONGEST_SHOWN = 60


def unreached_words(body: str) -> Iterator[str]:
    """Say which words of a body stay as they are, one sentence each.

    Args:
        body: as the editor stores it.
    """
    for comment in _comments(body):
        more = comment[len(_MORE) : -len("-->")].strip()
        if comment.startswith(_MORE) and more:
            yield f"its “Read more” link has words that are not translated: {_shown(more)}"
        elif _FOOTNOTES.match(comment):
            yield "its footnotes stand outside of its text, and are not in the translation"
        elif block := block_comment(comment, Span(0, len(comment))):
            yield from _in_block(block)


def _comments(body: str) -> Iterator[str]:
    """The comments of a body, the last of which may never end."""
    end = 0
    while (start := body.find("<!--", end)) >= 0 and (end := body.find("-->", start) + 3) > 2:
        yield body[start:end]


def _in_block(block: BlockComment) -> Iterator[str]:
    """The words of a block that has no element: WordPress makes it when it is shown."""
    words = [literal.value for literal in block.strings if _is_text(literal.path, literal.value)]
    if block.is_whole and words:
        listed = ", ".join(map(_shown, words))
        yield f"its block “{block.name}” has words that are not translated: {listed}"


def _is_text(path: tuple[str | int, ...], value: str) -> bool:
    if value.rstrip().endswith(_STOPS) and _WORDS.search(value):
        return True
    is_name = "/" in value and " " not in value  # of a block or an address
    return is_text_key(path) and not is_name and _LETTER.search(value) is not None


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= _LONGEST_SHOWN else f"“{line[:_LONGEST_SHOWN]}…”"
