"""Under which rows a translation is made, in a few letters: so that a later run sees a change."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import lru_cache

from dualpress.article import Language, other
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.renderings import rendering_of
from dualpress.glossary.terms import PAGE, Term

__all__ = ["digested_rendering", "term_digests"]

_LETTERS = 8

_ROWS_KEPT = 2**12
"""Rows that were written out: the same few stand in most sentences of a site."""


def term_digests(source: str, glossary: Glossary, language: Language) -> dict[str, str]:
    """What the rows that a sentence holds say of its translation, in short.

    Notes, dates and further words by which a row is found are no part of it:
    they change no translation.

    Args:
        source: the segment, with or without inline tags.
        glossary: the terms.
        language: the language of ``source``.

    Returns:
        For each form that is found, in their order, the first digits of a SHA-256; behind them and
        a space the words to write, where there is one way to write it.
    """
    found: defaultdict[str, list[TermMatch]] = defaultdict(list)
    for match in glossary.matcher(language).find(source):
        found[match.form].append(match)
    return {form: _digest(matches, language) for form, matches in found.items()}


def digested_rendering(digest: str) -> str:
    """The words to write that stand in a digest of :func:`term_digests`; empty without any."""
    return digest.partition(" ")[2]


def _digest(matches: list[TermMatch], language: Language) -> str:
    """Of the matches of one form, which may be ambiguous in one place and not in another."""
    said = {_said(match, other(language)) for match in matches}
    renderings = {rendering_of(match, language) or "" for match in matches}
    data = "\n".join(sorted(said)).encode("utf-8", "surrogatepass")
    words = renderings.pop() if len(renderings) == 1 else ""
    return f"{hashlib.sha256(data).hexdigest()[:_LETTERS]} {words}".rstrip()


def _said(match: TermMatch, target: Language) -> str:
    rows = ",".join(_row(term, target) for term in match.terms)
    return f"{match.ambiguous:d} {match.inflected:d} [{rows}]"


@lru_cache(maxsize=_ROWS_KEPT)
def _row(term: Term, target: Language) -> str:
    """All of a row by which a translation is chosen, repaired and checked."""
    told = [
        term.en,
        term.hi,
        term.kind,
        term.accepted(target),
        term.forbidden,
        term.read_as,
        term.first_use,
        term.gender,
        term.preferred,
        term.domain == PAGE,
    ]
    return json.dumps(told, ensure_ascii=False)
