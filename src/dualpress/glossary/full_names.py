"""A surname that is right beside a first name that is not: रेसेप एर्दोगान for Recep Erdogan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from dualpress.article import Span
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.devanagari import is_devanagari, key_of

__all__ = ["is_in_misspelt_name"]

_ALIKE = 60
"""How alike two spellings of one name are at least, in percent of their letters."""

_FEWEST = 3
"""Letters of a key below which a likeness is chance."""


_NO_NAME = frozenset("ने को का के की से में पर तक द्वारा और व एवं तथा या ही भी तो".split())


class _Beside(NamedTuple):
    """The words of a text beside a part of a name, and those that the name has there.

    Both go outwards from that part.
    """

    written: Sequence[Token]
    named: Sequence[Token]
    is_begun: bool
    """Whether the part is so long that what is beside it can only be the rest of the name."""

    is_behind: bool


def is_in_misspelt_name(text: str, span: Span, names: Iterable[str]) -> bool:
    """Whether a part of a name stands in an attempt at the whole of it that is spelled otherwise.

    Args:
        text: a translation.
        span: where in it the part stands: a surname.
        names: the whole name, in each way in which it is right.
    """
    tokens = tokenise(text)
    part = [token for token in tokens if span.start <= token.span.start < span.end]
    before = [token for token in tokens if token.span.end <= span.start]
    after = [token for token in tokens if token.span.start >= span.end]
    found = [
        beside
        for name in names
        for start, words in _places(part, name)
        for beside in (
            _Beside(before[::-1], words[:start][::-1], _is_begun(part, words), is_behind=False),
            _Beside(after, words[start + len(part) :], _is_begun(part, words), is_behind=True),
        )
    ]
    # Right in one way is right.
    is_whole = any(beside.named and _is_same(beside) for beside in found)
    return not is_whole and any(map(_is_misspelt, found))


def _places(part: Sequence[Token], name: str) -> Iterator[tuple[int, list[Token]]]:
    """Where a part stands in a longer name, however it is spelled, and the words of the name."""
    words = [token for token in tokenise(name) if token.is_word]
    for start in range(len(words) - len(part) + 1 if len(part) < len(words) else 0):
        pairs = zip(part, words[start:], strict=False)
        if all(one.key == two.key or _is_alike(one.text, two.text) for one, two in pairs):
            yield start, words


def _is_begun(part: Sequence[Token], words: Sequence[Token]) -> bool:
    return len(part) > 1 and {token.key for token in part} < {word.key for word in words}


def _is_same(beside: _Beside) -> bool:
    keys = [word.key for word in beside.written[: len(beside.named)]]
    return keys == [word.key for word in beside.named]


def _is_misspelt(beside: _Beside) -> bool:
    """Whether the words are meant for those of the name, and one of them is another."""
    has_same = beside.is_begun
    for written, named in zip(*beside[:2], strict=False):
        if not written.is_word:
            return False
        if written.key == named.key:
            has_same = True
        elif _is_alike(written.text, named.text):
            return True
        else:
            return has_same and _is_of_name(written.text, is_behind=beside.is_behind)
    return False


def _is_of_name(word: str, *, is_behind: bool) -> bool:
    """Whether a word beside a part of a name may be the next part: ``Flower`` Kamal, किम जोंग इल.

    Hindi has no capitals that would tell, so before a name it may be any word.
    """
    first = word[:1]
    is_hindi = is_behind and bool(first) and is_devanagari(first)
    return first.isupper() or (is_hindi and word not in _NO_NAME)


def _is_alike(one: str, other: str) -> bool:
    keys = key_of(one), key_of(other)
    return min(map(len, keys)) >= _FEWEST and fuzz.ratio(*keys) >= _ALIKE
