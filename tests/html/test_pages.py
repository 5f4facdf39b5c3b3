"""The pages of tests/pages: what of each is text, and that nothing else of it changes."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import regex

from dualpress.article import Article, Language, Segment, SegmentKey, other, split_tags
from dualpress.config.presets import PRESETS
from dualpress.html import Policy, read_html, write_html
from dualpress.html.policy import DEFAULT_SKIP
from dualpress.html.read import page_of
from dualpress.html.structure import same_structure

_FOLDER = Path(__file__).parent.parent / "pages"
_PAGES = sorted(_FOLDER.glob("*.html"))
_POLICY = Policy(skip=(*DEFAULT_SKIP, *(css for preset in PRESETS.values() for css in preset)))
"""What a project has without a word in dualpress.toml."""

_HEADER = regex.compile(r"(?P<name>language|encoding): (?P<value>.*)")
_INVISIBLE = regex.compile(r"[\p{Cf}\p{Cc}\p{Zs}\p{Variation_Selector}--[ ]]", regex.V1)

_MARKUP = "\"'&amp;"
"""What each word of a translation begins with: it must come out as the text that it is."""

# A word that no page has, letters to number it with, and what ends a sentence of it.
_WORDS = {Language.HI: ("अनूदित", "कखगघचछजझटठ", "।"), Language.EN: ("Translated", "abcdefghij", ".")}

pages = pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)


@pages
def test_the_segments_are_those_written_beside_the_page(page: Path) -> None:
    article = _read(page)
    _, expected = _expectation(page)
    assert list(_lines(article)) == expected


@pages
def test_language_and_encoding_are_those_written_beside_the_page(page: Path) -> None:
    article = _read(page)
    header, _ = _expectation(page)
    assert article.language == header.get("language", "en")
    assert article.source.encoding == header.get("encoding", "utf-8")


@pages
def test_without_translations_the_bytes_are_the_same(page: Path) -> None:
    article = _read(page)
    own_sources = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, {}) == page.read_bytes()
    assert write_html(article, own_sources) == page.read_bytes()


@pages
def test_a_translated_page_has_the_elements_of_its_source(page: Path) -> None:
    article, translated = _read(page), _translated(page)
    assert same_structure(page_of(article), translated, article.source)
    encoding = article.source.encoding
    before, after = _walk(page.read_bytes(), encoding), _walk(translated, encoding)
    word, _, _ = _WORDS[other(article.language)]
    for was, now in zip(before, after, strict=True):
        assert now == was or word in now


@pages
def test_translations_stand_where_their_segments_stood(page: Path) -> None:
    article = _read(page)
    word, _, _ = _WORDS[other(article.language)]
    found = [segment.source for segment in _read_again(page).segments if word in segment.source]
    translations = _translations(article)
    assert found == [translations[segment.key] for segment in article.segments]


@pages
def test_derived_texts_are_derived_from_the_translations(page: Path) -> None:
    article = _read(page)
    word, _, _ = _WORDS[other(article.language)]
    found = [derived.segment for derived in _read_again(page).derived]
    assert [segment.label for segment in found] == [d.segment.label for d in article.derived]
    assert all(word in segment.source for segment in found)


@pages
def test_a_translated_page_is_read_and_written_unchanged(page: Path) -> None:
    again = _read_again(page)
    own_sources = {segment.key: segment.source for segment in again.segments}
    assert write_html(again, own_sources) == _translated(page)


def test_each_page_has_its_expectation_and_the_reverse() -> None:
    assert {page.stem for page in _PAGES} == {path.stem for path in _FOLDER.glob("*.txt")}


@cache
def _read(page: Path) -> Article:
    return read_html(page.read_bytes(), policy=_POLICY)


@cache
def _translated(page: Path) -> bytes:
    article = _read(page)
    return write_html(article, _translations(article))


@cache
def _read_again(page: Path) -> Article:
    """The translated page, read in its new language."""
    return read_html(_translated(page), policy=_POLICY, language=other(_read(page).language))


def _expectation(page: Path) -> tuple[dict[str, str], list[str]]:
    """The header of an expectation, and its lines (see tests/pages/README.md)."""
    lines = page.with_suffix(".txt").read_text("utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    headers = [match for line in lines if (match := _HEADER.fullmatch(line))]
    return {match["name"]: match["value"] for match in headers}, lines[len(headers) :]


def _lines(article: Article) -> Iterator[str]:
    """An article as its expectation is written."""
    derived = [found.segment for found in article.derived]
    last_block = None
    for segment in sorted([*article.segments, *derived], key=lambda segment: segment.span):
        if segment in derived:
            yield f"derived: {segment.label}"
            continue
        goes_on = segment.block is not None and segment.block == last_block
        last_block = segment.block or last_block
        yield ("+ " if goes_on else f"{segment.kind}: ") + _visible(segment.source)
        yield from _notes(segment)


def _notes(segment: Segment) -> Iterator[str]:
    if segment.key.context is not None:
        yield f"    context: {segment.key.context}"
    if segment.comment is not None:
        yield f"    comment: {segment.comment}"


def _visible(text: str) -> str:
    return _INVISIBLE.sub(lambda match: f"{{U+{ord(match[0]):04X}}}", text)


def _translations(article: Article) -> dict[SegmentKey, str]:
    """Words of the other language in the place of every word, other ones for each segment."""
    word, letters, stop = _WORDS[other(article.language)]
    keys = dict.fromkeys(segment.key for segment in article.segments)
    numbers = ("".join(letters[int(digit)] for digit in str(n)) for n in range(len(keys)))
    return {
        key: _replaced(key.source, _MARKUP + word + number, stop)
        for key, number in zip(keys, numbers, strict=True)
    }


def _replaced(source: str, word: str, stop: str) -> str:
    pieces = [
        regex.sub(r"\S+", word, text) + (tag[0] if tag else "") for text, tag in split_tags(source)
    ]
    before, _, after = "".join(pieces).rpartition(word)
    return before + word + stop + after


def _walk(page: bytes, encoding: str) -> Iterator[str]:
    """All that html5lib finds on a page: names, attributes and texts, white space collapsed."""
    root: Element = html5lib.parse(page, transport_encoding=encoding, namespaceHTMLElements=False)
    for element in root.iter():
        strings = [str(element.tag), *map(str, element.attrib), *element.attrib.values()]
        strings += [element.text or "", element.tail or ""]
        yield from (" ".join(string.split()) for string in strings)
