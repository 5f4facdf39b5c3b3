"""What a text ends with: a mark, and what may follow it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from dualpress.text.abbreviations import inner_stops

__all__ = ["End", "end_of", "is_bracketed", "is_shortened", "leads_on"]

_ALL_MARKS = ".!?…।॥|"
_MARKS = tuple(_ALL_MARKS)

# Closing marks and notes; a remark or a source in brackets; and what posts have at their foot:
# tags, addresses, emoji and emoticons.
_END = regex.compile(
    r"""
    (?<![.!?…।॥|])(?P<end>[.!?…।॥|]++)
    (?:
        ["'“”‘’»)\]}\s\uFE0F\u200D⁰¹²³⁴-⁹\p{Extended_Pictographic}]
      | \[[^\[\]]*\] | (?<=[\s।])(?<!\p{Lu}\.\s)\([^()]*\)
      | (?<=[\s।])(?:[#@$][\p{L}\p{M}\p{N}_]++ | https?://\S++ | [:;][-']?[)(DP])
    )*+$
    """,
    regex.VERBOSE,
)
_SHORTENED = regex.compile(r"(?<![\p{L}\p{M}])(?:\p{L}|Ltd|Inc|Corp|Co|Jr|Sr|Bros|etc)\.$")
# No Hindi word has a visarga after a long vowel or a nasal: it is a colon in इस प्रकार हैः.
_LEADS_ON = regex.compile(r"(?:[:;,–—-]|[\u0901\u0902ाीूेैोौ]ः)\s*$")


class End(NamedTuple):
    """The end of the last sentence of a text."""

    marks: str
    """What ends it."""

    start: int
    """Where these stand in the text."""

    behind: str
    """What follows them."""


def end_of(text: str) -> End | None:
    """Find the marks that end the last sentence."""
    if text.endswith(_MARKS) and "://" not in text:
        # As nearly all do: of what may follow the marks only an address could hold others.
        start = len(text.rstrip(_ALL_MARKS))
        return End(text[start:], start, "")
    match = _END.search(text)
    return End(match["end"], match.start(), text[match.end("end") :]) if match else None


def is_bracketed(end: End) -> bool:
    """Whether a bracket is closed right after the mark: “(audio, video, etc.)”."""
    return end.behind.startswith((")", "]", "}"))


def is_shortened(text: str, end: End) -> bool:
    """Whether the last mark is the stop of an abbreviation, which may end no sentence.

    Args:
        text: the text.
        end: its end.
    """
    if end.marks != ".":
        return False
    stop = end.start
    return _SHORTENED.search(text, 0, stop + 1) is not None or stop in inner_stops(text)


def leads_on(text: str) -> bool:
    """Whether it ends in a mark that leads on: a colon, a comma, a dash."""
    return _LEADS_ON.search(text) is not None
