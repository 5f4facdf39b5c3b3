"""One name, one spelling: in an article, and across the site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import regex

from dualpress.article import Language, Span
from dualpress.checks.article_base import ArticleCheck, ArticleFinding
from dualpress.checks.base import Pair, Severity
from dualpress.checks.sounds import is_comparable, likeness
from dualpress.text.devanagari import WORD_CHAR, match_key_of
from dualpress.text.sentences import sentence_spans

__all__ = ["SpellingCheck"]

_NAME = regex.compile(r"(?<![\p{L}\p{N}'’.@/-])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}@/-])")
_WORD = regex.compile(rf"(?:(?=\p{{Deva}})[\p{{L}}\p{{M}}]|[\u200c\u200d])+(?!{WORD_CHAR})")
_SURE = 0.85
"""So alike must a word sound to be the name and no other word."""

_ONE_NAME = 70
"""How alike two spellings of one name are at least, on RapidFuzz's scale to 100."""

# Forms of one name: Turkey, Turkish; ईरान, ईरानी, ईरानियों.
_ENDING = regex.compile(r"(?:(?:i?an|ish|ese|ic|i|y|ey|s|ia|e)+|(?:ि?या?|[ियाईइनशों]|िक)+)$")


class SpellingCheck(ArticleCheck):
    """विक्रमसिंघे in one sentence and विक्रमासिंघे in the next; Wickremesinghe, Wickramasinghe."""

    id = "spelling"
    name = "Spelling of names"
    cause = "One name is spelt in two ways."
    cure = "Choose one spelling and write it everywhere; a row of the glossary keeps it."
    severity = Severity.WARNING

    def run_article(self, pairs: Sequence[Pair]) -> Iterable[ArticleFinding]:
        """Group what stands for one name of the source, and tell of the rarer spellings."""
        spellings: dict[str, dict[str, list[tuple[int, Span]]]] = defaultdict(dict)
        for index, pair in enumerate(pairs):
            for name, span in _renderings(pair):
                word = pair.target_text[slice(*span)]
                spellings[name].setdefault(word, []).append((index, span))
        found = [
            finding
            for places in spellings.values()
            if len(places) > 1
            for finding in self._rarer(places)
        ]
        return sorted(found, key=lambda one: (one.index, one.finding.span or (0, 0)))

    def _rarer(self, places: dict[str, list[tuple[int, Span]]]) -> Iterator[ArticleFinding]:
        counts = Counter({word: len(found) for word, found in places.items()})
        (usual, _), *others = counts.most_common()
        for word in (word for word, _ in others if _is_other_spelling(usual, word)):
            for index, span in places[word][:1]:
                message = f"“{word}” is “{usual}” elsewhere"
                yield ArticleFinding(index, self.finding(message, span))


def _renderings(pair: Pair) -> Iterator[tuple[str, Span]]:
    """Names of the source, and where the translation writes what sounds like them."""
    is_hindi = pair.target_language is Language.HI
    english, hindi = pair.source_text, pair.target_text
    if not is_hindi:
        english, hindi = hindi, english
    words = [(match[0], Span(*match.span())) for match in _WORD.finditer(hindi)]
    for name in _names(english):
        if (best := _best(english[slice(*name)], words)) is None:
            continue
        word, span = best
        key = english[slice(*name)] if is_hindi else match_key_of(word)
        yield key, (span if is_hindi else name)


def _names(english: str) -> Iterator[Span]:
    """Capitalised words; the first of a sentence may be any word."""
    firsts = {start for start, _ in sentence_spans(english, Language.EN)}
    for match in _NAME.finditer(english):
        if match.start() not in firsts:
            yield Span(*match.span())


def _best(name: str, words: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    scored = [(likeness(name, word), word, span) for word, span in words]
    best = max(scored, default=None, key=lambda one: one[0])
    if best is None or best[0] < _SURE or not is_comparable(name):
        return None
    return best[1], best[2]


def _is_other_spelling(usual: str, word: str) -> bool:
    """Whether two words are one name, and differ by more than its form."""
    from rapidfuzz import fuzz

    one, two = (_ENDING.sub("", match_key_of(each).casefold()) for each in (usual, word))
    if one == two or one.startswith(two) or two.startswith(one):
        return False
    return fuzz.ratio(one, two) >= _ONE_NAME
