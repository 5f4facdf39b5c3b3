"""One name, one spelling: in an article, and across the site."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import regex

from dualpress.article import Language, Span
from dualpress.checks.article_base import ArticleCheck, ArticleFinding, Notes, Pairs
from dualpress.checks.base import Pair, Severity
from dualpress.checks.sounds import is_comparable, likest
from dualpress.text.devanagari import WORD_CHAR, match_key_of

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

    def begin(self) -> Notes:
        """Note the names of each sentence, to group what stands for one of them."""
        return _Names(self)

    def rarer(self, spellings: _Spellings) -> Iterator[ArticleFinding]:
        """Tell of all spellings of a name but the usual one."""
        (usual, _), *others = spellings.counts.most_common()
        for word in (word for word, _ in others if _is_other_spelling(usual, word)):
            index, span = spellings.first[word]
            message = f"“{word}” is “{usual}” elsewhere"
            yield ArticleFinding(index, self.finding(message, span))


class _Spellings:
    """How one name is spelt.

    Attributes:
        counts: how often in which way.
        first: where each spelling stands first.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.first: dict[str, tuple[int, Span]] = {}

    def add(self, word: str, index: int, span: Span) -> None:
        self.counts[word] += 1
        self.first.setdefault(word, (index, span))


class _Names(Notes):
    """The names of the English of each pair; a few bytes each, for there may be many.

    Args:
        check: whose findings these are.
    """

    def __init__(self, check: SpellingCheck) -> None:
        self._check = check
        # Of each pair that has names its place, how many, and where they begin and end.
        self._spans = array("L")
        self._counts: defaultdict[str, int] = defaultdict(int)

    def take(self, place: int, pair: Pair) -> None:
        if spans := _names(pair):
            self._spans.extend((place, len(spans), *chain.from_iterable(spans)))
            if pair.target_language is Language.HI:
                for start, end in spans:
                    self._counts[pair.source_text[start:end]] += 1

    def findings(self, pairs: Pairs) -> Iterable[ArticleFinding]:
        # What English sources have once has one translation, and one spelling.
        once = frozenset(name for name, count in self._counts.items() if count == 1)
        spellings: dict[str, _Spellings] = defaultdict(_Spellings)
        for place, spans in self._places():
            pair = pairs[place]
            for name, span in _renderings(pair, spans, once):
                spellings[name].add(pair.target_text[slice(*span)], place, span)
        found = [one for places in spellings.values() for one in self._check.rarer(places)]
        return sorted(found, key=lambda one: (one.index, one.finding.span or (0, 0)))

    def _places(self) -> Iterator[tuple[int, list[Span]]]:
        """The pairs that have names, with these."""
        noted = iter(self._spans)
        for place in noted:
            yield place, [Span(next(noted), next(noted)) for _ in range(next(noted))]


def _english(pair: Pair) -> str:
    return pair.source_text if pair.target_language is Language.HI else pair.target_text


def _renderings(
    pair: Pair, names: Sequence[Span], once: Collection[str]
) -> Iterator[tuple[str, Span]]:
    """Names of the source, and where the translation writes what sounds like them."""
    is_hindi = pair.target_language is Language.HI
    named = [(_english(pair)[slice(*span)], span) for span in names]
    compared = [
        (name, span)
        for name, span in named
        if not (is_hindi and name in once) and is_comparable(name)
    ]
    hindi = pair.target_text if is_hindi else pair.source_text
    words = list(dict.fromkeys(_WORD.findall(hindi))) if compared else []
    for name, span in compared:
        word = _best(name, words)
        if word is not None:
            yield (name, _first_place(word, hindi)) if is_hindi else (match_key_of(word), span)


def _first_place(word: str, hindi: str) -> Span:
    """Where one of the words of a text stands first."""
    return next(Span(*match.span()) for match in _WORD.finditer(hindi) if match[0] == word)


def _names(pair: Pair) -> list[Span]:
    """Capitalised words of the English; the first of a sentence may be any word."""
    names = [Span(*match.span()) for match in _NAME.finditer(_english(pair))]
    if not names:
        return []
    is_hindi = pair.target_language is Language.HI
    sentences = pair.source_sentences if is_hindi else pair.target_sentences
    firsts = {start for start, _ in sentences}
    return [span for span in names if span.start not in firsts]


def _best(name: str, words: Sequence[str]) -> str | None:
    """The word that sounds most like a name, if it is sure to be the name."""
    likeness, place = likest(name, words)
    return words[place] if likeness >= _SURE else None


def _is_other_spelling(usual: str, word: str) -> bool:
    """Whether two words are one name, and differ by more than its form."""
    from rapidfuzz import fuzz

    one, two = (_ENDING.sub("", match_key_of(each).casefold()) for each in (usual, word))
    if one == two or one.startswith(two) or two.startswith(one):
        return False
    return fuzz.ratio(one, two) >= _ONE_NAME
