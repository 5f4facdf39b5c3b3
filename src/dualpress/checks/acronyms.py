"""Acronyms in one style: BLA or बीएलए, not both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.checks.article_base import ArticleCheck, ArticleFinding, Notes, Pairs
from dualpress.checks.base import Pair, Severity
from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.transliteration.letters import LETTER_NAMES

__all__ = ["AcronymsCheck"]

_ACRONYM = regex.compile(rf"{WORD_START}(?:\p{{Lu}}{{2,6}}|(?:\p{{Lu}}\.){{2,6}}){WORD_END}")

_NUKTA = "\u093c"

_REMEMBERED = 1 << 10
"""Styles of acronyms whose patterns are kept: an archive says few of them, again and again."""

_Acronym: TypeAlias = tuple[str, Language]
"""An acronym, and the language whose style of it is compared."""


class AcronymsCheck(ArticleCheck):
    """``BLA``, ``B.L.A.``, बीएलए and बी.एल.ए. are one acronym in four styles."""

    id = "acronyms"
    name = "Style of acronyms"
    cause = "One acronym is written in two styles."
    cure = "Write it in one style; a row of the glossary keeps it."
    severity = Severity.WARNING

    def begin(self) -> Notes:
        """Note how each acronym is written where it stands first."""
        return _Styles(self)


class _Styles(Notes):
    """Where an acronym is written otherwise than where it stood first.

    Args:
        check: whose findings these are.
    """

    def __init__(self, check: AcronymsCheck) -> None:
        self._check = check
        self._first: dict[_Acronym, str] = {}
        self._told: dict[_Acronym, set[str]] = defaultdict(set)
        self._found: list[ArticleFinding] = []

    def take(self, place: int, pair: Pair) -> None:
        for name in _acronyms(pair):
            acronym = (name, pair.target_language)
            forms = _forms(name, pair)
            usual = self._first.setdefault(acronym, next(iter(forms), ""))
            others = [form for form in forms if form != usual]
            # Beside the usual form another one explains it: बीएलए (BLA).
            if not usual or usual in forms or not others or others[0] in self._told[acronym]:
                self._first[acronym] = usual or next(iter(forms), "")
                continue
            self._told[acronym].add(others[0])
            message = f"“{others[0]}” is “{usual}” elsewhere"
            finding = self._check.finding(message, forms[others[0]])
            self._found.append(ArticleFinding(place, finding))

    def findings(self, pairs: Pairs) -> Iterable[ArticleFinding]:
        return self._found


def _acronyms(pair: Pair) -> Iterator[str]:
    """The acronyms of the source, without stops; of the translation, where that is English."""
    is_source = pair.source_language is Language.EN
    text = pair.source_text if is_source else pair.target_text
    traits = pair.source_traits if is_source else pair.target_traits
    if "acronym" in traits:
        yield from dict.fromkeys(match[0].replace(".", "") for match in _ACRONYM.finditer(text))


def _forms(acronym: str, pair: Pair) -> dict[str, Span]:
    """The styles of an acronym that a translation has, and where; the first one first."""
    dotted = "".join(f"{letter}." for letter in acronym)
    spelled = [LETTER_NAMES.get(letter, letter) for letter in acronym]
    written = (acronym, dotted, "".join(spelled), ".".join(spelled), "-".join(spelled))
    bare = _without_nukta(pair.target_text)
    found = {}
    for form in written:
        if _without_nukta(form) not in bare:  # most forms are nowhere, and a pattern is dear
            continue
        if match := _pattern_of(form).search(pair.target_text):
            found[form] = Span(*match.span())
    return dict(sorted(found.items(), key=lambda item: item[1]))


@lru_cache(maxsize=_REMEMBERED)
def _pattern_of(form: str) -> regex.Pattern[str]:
    # एफ and एफ़ are two spellings, and one style.
    escaped = regex.escape(form).replace(_NUKTA, f"{_NUKTA}?")
    return regex.compile(rf"{WORD_START}{escaped}\.?{WORD_END}")


def _without_nukta(text: str) -> str:
    return text.replace(_NUKTA, "")
