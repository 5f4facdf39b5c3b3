"""The titles and descriptions for search engines that plugins of WordPress keep.

Yoast SEO and Rank Math keep a post's own title and description in its custom
fields, where a writer gave them. Both replace variables in them when they show a page:
``%%title%% %%sep%% %%sitename%%`` and ``%title% %sep% %sitename%``. Variables are no
text, and have a value in each language.

https://yoast.com/help/list-available-snippet-variables-yoast-seo/,
https://rankmath.com/kb/variables-in-seo-title-description/
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import NamedTuple

import regex

from dualpress.site.wordpress.post import SeoPlugin

__all__ = [
    "SEO_KEYS",
    "SeoKeys",
    "SeoText",
    "SeoValue",
    "has_hidden_words",
    "seo_of",
    "split_variables",
]


class SeoKeys(NamedTuple):
    """The custom fields of a plugin."""

    title: str
    description: str


SEO_KEYS: dict[SeoPlugin, SeoKeys] = {
    # First the one that takes over the other's fields when it is installed, and leaves them there.
    "rank-math": SeoKeys("rank_math_title", "rank_math_description"),
    "yoast": SeoKeys("_yoast_wpseo_title", "_yoast_wpseo_metadesc"),
}

_VARIABLE = re.compile(r"%%[A-Za-z][\w-]*%%|%[A-Za-z][\w-]*(?:\([^()%]*\))?%", re.ASCII)
_WORD = regex.compile(r"\p{L}")
_AROUND = " \t\r\n|-–—·•:,»«>/"


class SeoText(NamedTuple):
    """What a post says to search engines.

    Args:
        plugin: that keeps it.
        title: as it keeps it; empty where there is none.
        description: likewise.
    """

    plugin: SeoPlugin | None = None
    title: str = ""
    description: str = ""


class SeoValue(NamedTuple):
    """A value, cut where its variables stand.

    Args:
        before: what stands before its words.
        text: its words; empty where it has none, or words apart from each other.
        after: what stands behind them.
    """

    before: str
    text: str
    after: str


def seo_of(fields: Mapping[str, str]) -> SeoText:
    """What the custom fields of a post say to search engines."""
    for plugin, keys in SEO_KEYS.items():
        title, description = (html.unescape(fields.get(key, "")).strip() for key in keys)
        if title or description:
            return SeoText(plugin, title, description)
    return SeoText()


def split_variables(value: str) -> SeoValue:
    """Cut a value into its words and what stands around them.

    Words in more than one place between variables belong to a sentence that only
    the plugin knows: they all count as standing before no text.
    """
    ends = [0, *(end for match in _VARIABLE.finditer(value) for end in match.span()), len(value)]
    pieces = [(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)]
    wordy = [piece for piece in pieces if _WORD.search(value, *piece)]
    if len(pieces) == 1:
        return SeoValue("", value, "")
    if len(wordy) != 1:
        return SeoValue(value, "", "")
    start, end = wordy[0]
    raw = value[start:end]
    start += len(raw) - len(raw.lstrip(_AROUND))
    text = raw.strip(_AROUND)
    return SeoValue(value[:start], text, value[start + len(text) :])


def has_hidden_words(value: str) -> bool:
    """Whether a value has words that :func:`split_variables` leaves where they are."""
    before, text, _ = split_variables(value)
    return not text and _WORD.search(_VARIABLE.sub("", before)) is not None
