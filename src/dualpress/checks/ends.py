"""What a text ends with: a mark, and what may follow it."""

from __future__ import annotations

import regex

from dualpress.text.abbreviations import inner_stops

__all__ = ["end_of", "is_bracketed", "is_shortened", "leads_on"]

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


def end_of(text: str) -> regex.Match[str] | None:
    """Find the marks that end the last sentence; they are the group ``end``."""
    if text.endswith(_MARKS) and "://" not in text:
        # As nearly all do: of what may follow the marks only an address could hold others.
        return _END.match(text, len(text.rstrip(_ALL_MARKS)))
    return _END.search(text)


def is_bracketed(end: regex.Match[str]) -> bool:
    """Whether a bracket is closed right after the mark: “(audio, video, etc.)”."""
    return end[0][len(end["end"]) :].startswith((")", "]", "}"))


def is_shortened(text: str, end: regex.Match[str]) -> bool:
    """Whether the last mark is the stop of an abbreviation, which may end no sentence.

    Args:
        text: the text.
        end: its end.
    """
    stop = end.start("end")
    if end["end"] != ".":
        return False
    return _SHORTENED.search(text, 0, stop + 1) is not None or stop in inner_stops(text)


def leads_on(text: str) -> bool:
    """Whether it ends in a mark that leads on: a colon, a comma, a dash."""
    return _LEADS_ON.search(text) is not None
