"""The last part of a page's path, made of its title or given by the author."""

from __future__ import annotations

import re
import unicodedata

import regex

from dualpress.article import Language
from dualpress.file_names import flaw_of
from dualpress.text.transliteration import romanize

__all__ = ["LONGEST", "given_slug", "slug_of_title"]

LONGEST = 60
"""The characters of a slug that is made of a title."""

_APOSTROPHE = re.compile("['’]")
_NOT_IN_TITLE_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_IN_GIVEN_SLUG = regex.compile(r"[^\p{L}\p{M}\p{N}\u200c\u200d._~-]+")


def slug_of_title(title: str, language: Language) -> str:
    """Make a slug of a title: lower-case ASCII letters, figures and hyphens.

    A Hindi title is written in Latin letters by its sound.

    Returns:
        Whole words, :data:`LONGEST` characters at most; nothing where the
        title has neither letters nor figures that can be written so, or where
        some system can have no file of that name.
    """
    if language is Language.HI:
        title = romanize(title)
    plain = _NOT_IN_TITLE_SLUG.sub("-", _ascii(_APOSTROPHE.sub("", title)).lower())
    slug = _shortened(plain.strip("-"))
    return "" if flaw_of(slug) else slug


def given_slug(slug: str) -> str:
    """A slug as an author gave it, in NFC, with ``-`` for what a path cannot hold as it is."""
    composed = unicodedata.normalize("NFC", slug).strip().strip("/")
    return _NOT_IN_GIVEN_SLUG.sub("-", composed).strip("-.")


def _ascii(text: str) -> str:
    """Latin letters without their marks, and the figures of any script."""
    return "".join(
        str(unicodedata.decimal(character, character))
        for character in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(character)
    )


def _shortened(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    whole, hyphen, _ = slug[: LONGEST + 1].rpartition("-")
    return whole if hyphen else slug[:LONGEST]
