"""Names in Hindi text, which has no capitals: by what stands around them and how they sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from dualpress.article import Language, Span
from dualpress.glossary.match import Matcher, TermMatch
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.english import EnglishNames
from dualpress.glossary.proposals.hindi_words import (
    HONORIFICS,
    NAMED,
    PLACE_ENDING,
    POSTPOSITIONS,
    SURNAMES,
    TITLES,
    is_everyday,
)
from dualpress.glossary.proposals.passages import Mention, Passage
from dualpress.glossary.proposals.runs import is_acronym
from dualpress.glossary.terms import Kind
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import DEVANAGARI, WORD_END, WORD_START, is_devanagari, match_key_of
from dualpress.text.transliteration import read_letters

__all__ = ["HindiNames", "is_spelled"]

_LETTER = (
    "डब्ल्यू|डब्लू|क्यू|एक्स|ज़ेड|जेड|ज़ेड|एफ़|एफ़|एफ|एच|एल|एम|एन|एस|आई|आर|वाई|बी|सी|डी|जी|जे|के|पी|टी|यू|वी|ए|ई|ओ"
)
_HINDI = rf"(?:{DEVANAGARI}|[\u200c\u200d])"
_WORD = rf"{WORD_START}{_HINDI}+(?:-{_HINDI}+)*{WORD_END}"
_WORDS = regex.compile(_WORD)
_TOKEN = regex.compile(rf"{WORD_START}(?:{_HINDI}|[0-9])+(?:-(?:{_HINDI}|[0-9])+)*{WORD_END}")
_BRACKETED = regex.compile(rf"\(\s*(?P<word>(?:{_LETTER}){{2,6}})\s*\)")
_INITIALS = regex.compile(
    rf"{WORD_START}(?:(?:{_LETTER})\.\s?){{1,4}}\s?(?P<last>{_WORD}(?:\s{_WORD})?)"
)
_QUOTED = regex.compile(r"[“‘\"'](?P<name>[^“”‘’\"'।?!,:;]{2,40})[”’\"']")
_LATIN = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@./-])\p{Lu}[\p{Latin}\p{N}&-]+(?:\s\p{Lu}[\p{Latin}\p{N}&-]+)*(?![\p{L}\p{N}@/])"
)
_ORDINARY_SPELLED = frozenset(
    map(match_key_of, "बीवी जीजी ओए पीएम सीएम टीवी आईए एसी पीए केके सीजी ईजी".split())
)
_FEWEST_SPELLED = 3
"""Two letters are many a word: बीवी, a wife."""

_MOST_WORDS = 4
_MOST_QUOTED = 3


def is_spelled(word: str) -> bool:
    """Whether a Hindi word is made of the names of Latin letters: बीएलए, एफ-16."""
    if match_key_of(word) in _ORDINARY_SPELLED:
        return False
    readings = read_letters(word) if any(map(is_devanagari, word)) else ()
    return any(len(reading) >= _FEWEST_SPELLED for reading in readings)


class HindiNames:
    """Finds names that a glossary does not have.

    Args:
        known: finds the terms of the glossary.
        english: finds names in English translations, which show what is one in the Hindi.
    """

    def __init__(self, known: Matcher, english: EnglishNames) -> None:
        self._known = known
        self._english = english

    def find(self, passage: Passage) -> Iterator[Mention]:
        """The names of a sentence that no row covers, none inside another."""
        known = self._known.find(passage.text)
        taken = [Span(*address) for address in find_addresses(passage.text)]
        for mention in self._candidates(passage, known):
            if _is_free(mention.span, taken) and not _is_covered(mention.span, known):
                taken.append(mention.span)
                yield mention

    def _candidates(self, passage: Passage, known: Sequence[TermMatch]) -> Iterator[Mention]:
        """Candidates, those first that tell most."""
        text = passage.text
        yield from _after_titles(text, known)
        yield from _with_initials(text, known)
        yield from _acronyms(text)
        yield from (name for name in _latin(text) if not self._english.knows(name.name))
        yield from self._translated(passage)
        yield from _with_surnames(text)
        yield from _places(text)
        yield from _quoted(text)

    def _translated(self, passage: Passage) -> Iterator[Mention]:
        """What the English translation has with capitals, and the Hindi by the same sound."""
        if not passage.target:
            return
        english = Passage(passage.place, Language.EN, passage.target)
        for name in self._english.find(english):
            found = find_rendering(name.name, passage.text) if name.is_sure else None
            if found is not None:
                yield Mention(found.text, found.span, name.kind)


def _after_titles(text: str, known: Sequence[TermMatch]) -> Iterator[Mention]:
    words = [(match[0], Span(*match.span())) for match in _WORDS.finditer(text)]
    for number, (word, span) in enumerate(words):
        is_title = word in TITLES or any(
            match.term.kind is Kind.TITLE and match.span.end == span.end for match in known
        )
        if is_title and (name := _name_from(words[number + 1 :], span.end, text)):
            yield name


def _name_from(words: Sequence[tuple[str, Span]], start: int, text: str) -> Mention | None:
    """The words up to a postposition, if they all may be of a name."""
    end = start
    number = 0
    for word, span in words[: _MOST_WORDS + 1]:
        if text[end : span.start].strip(". ") or span.start == end:
            break  # a comma or bracket ends a name, too
        if word in POSTPOSITIONS or word in HONORIFICS:
            return _mention(words[:number], text) if number else None
        if word in TITLES or is_everyday(word) or text[span.end : span.end + 1] == ".":
            return None
        end, number = span.end, number + 1
    is_ended = 0 < number <= _MOST_WORDS and text[end : end + 1] in (",", ")")
    return _mention(words[:number], text) if is_ended else None


def _mention(words: Sequence[tuple[str, Span]], text: str) -> Mention:
    span = Span(words[0][1].start, words[-1][1].end)
    return Mention(" ".join(text[slice(*span)].split()), span, Kind.PERSON)


def _with_initials(text: str, known: Sequence[TermMatch]) -> Iterator[Mention]:
    for match in _INITIALS.finditer(text):
        if any(_overlaps(term.span, Span(match.start(), match.start("last"))) for term in known):
            continue  # यू.एस. is no person's
        names = [word for word in match["last"].split() if not _ends_name(word)]
        if names and not _ends_name(match["last"].split()[0]):
            end = match.start("last") + (len(match["last"]) if len(names) > 1 else len(names[0]))
            name = " ".join(text[match.start() : end].split())
            yield Mention(name, Span(match.start(), end), Kind.PERSON)


def _ends_name(word: str) -> bool:
    return word in POSTPOSITIONS or word in HONORIFICS or is_everyday(word)


def _acronyms(text: str) -> Iterator[Mention]:
    for match in _BRACKETED.finditer(text):
        yield Mention(match["word"], Span(*match.span("word")), Kind.ACRONYM)
    for match in _TOKEN.finditer(text):
        if is_spelled(match[0]):
            yield Mention(match[0], Span(*match.span()), Kind.ACRONYM)


def _latin(text: str) -> Iterator[Mention]:
    for match in _LATIN.finditer(text):
        kind = Kind.ACRONYM if is_acronym(match[0]) else None
        if len(match[0]) > 2 or kind:
            yield Mention(match[0], Span(*match.span()), kind)


def _with_surnames(text: str) -> Iterator[Mention]:
    words = [(match[0], Span(*match.span())) for match in _WORDS.finditer(text)]
    for number, (word, span) in enumerate(words[1:], 1):
        before, first = words[number - 1]
        is_joined = text[first.end : span.start] == " "
        if is_joined and match_key_of(word) in SURNAMES and not _ends_name(before):
            at = number - 1
            if at and match_key_of(before) in SURNAMES and not _ends_name(words[at - 1][0]):
                at -= 1
            if before not in TITLES:
                yield _mention(words[at : number + 1], text)


def _places(text: str) -> Iterator[Mention]:
    for match in _WORDS.finditer(text):
        if PLACE_ENDING.fullmatch(match_key_of(match[0])) and not is_everyday(match[0]):
            yield Mention(match[0], Span(*match.span()), Kind.PLACE)


def _quoted(text: str) -> Iterator[Mention]:
    """Ships, operations, books: up to three words in quotation marks beside what they name."""
    for match in _QUOTED.finditer(text):
        words = match["name"].split()
        beside = {*text[: match.start()].split()[-1:], *text[match.end() :].split()[:1]}
        are_names = len(words) <= _MOST_QUOTED and all(map(_WORDS.fullmatch, words))
        if are_names and beside & NAMED and not any(map(_ends_name, words)):
            yield Mention(match["name"].strip(), Span(*match.span("name")))


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    return not any(_overlaps(span, other) for other in taken)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_covered(span: Span, known: Sequence[TermMatch]) -> bool:
    return any(match.span.start <= span.start and span.end <= match.span.end for match in known)
