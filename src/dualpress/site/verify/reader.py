"""Reads a page in one pass, and keeps of it what the rules ask for.

The parser of the standard library is used, six times as fast as building the
tree that ``dualpress.html`` writes by: here nothing is written, a site has
thousands of pages, and what elements are open is all that is asked of the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from itertools import islice
from sys import intern

from dualpress.article import Language
from dualpress.html.bibliography import list_bibliographies
from dualpress.html.offsets import parse
from dualpress.site.references import css_references
from dualpress.site.verify.assets import asset_references
from dualpress.site.verify.elements import Attributes, Element, OpenElements, is_block
from dualpress.site.verify.encoding import decode_page
from dualpress.site.verify.facts import (
    Leak,
    Link,
    PageFacts,
    Passage,
    Reference,
    primary_language,
)
from dualpress.site.verify.head import HEAD
from dualpress.site.verify.json_ld import read_json_ld
from dualpress.site.verify.language_links import LinkReader
from dualpress.site.verify.parts import Parts
from dualpress.site.verify.passages import Passages, find_leaks

__all__ = ["read_page"]

_LEAKED_TAG = frozenset(f"{letter}{number}" for letter in "gx" for number in range(1, 100))
_RAW = frozenset({"script", "style", "title"})
_IN_HEAD = frozenset("base head html link meta noscript script style template title".split())
_NOT_SHOWN = ("noscript", "template")
_PROGRAMS = ("onclick", "data-toggle", "data-bs-toggle", "data-target", "data-bs-target")
"""What makes a link one that a script answers."""

_MOST_KEPT = 10_000
"""Links or places of one page: no article has so many."""

_MOST_TAGS = 20_000
_MOST_NODES = 2_000_000
"""What the tree of a hostile page can grow to, by its tags times those that are not closed."""

_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_MOST_TOLD = 5
_EXCERPT = 60


def read_page(path: str, data: bytes, *, served_charset: str = "") -> PageFacts:
    """Read a page.

    Args:
        path: of its file, relative to the site's folder.
        data: its bytes.
        served_charset: what its server says that it is encoded in.
    """
    text, encoding = decode_page(data, served_charset)
    reader = _Reader(PageFacts(path, encoding))
    reader.feed(text)
    facts = reader.finish()
    facts.foreign = dict(_foreign(facts, reader.passages, text if reader.is_tame else ""))
    return facts


def _foreign(
    facts: PageFacts, passages: Passages, text: str
) -> Iterator[tuple[Language, list[Passage]]]:
    """What would be wrong on the page, by each language that it may be in.

    References stay in the language that they are in.
    """
    declared = primary_language(facts.lang.value) if facts.lang else ""
    read = max(Language, key=lambda language: passages.letters[language])
    references: str | None = None
    for language in {read, *(known for known in Language if known == declared)}:
        found = passages.foreign(language)
        if found and references is None:
            references = _references(text) if text else ""
        kept = (passage for passage in found if passage.text not in (references or ""))
        yield language, [Passage(line, _shortened(said)) for line, said in islice(kept, _MOST_TOLD)]


def _references(text: str) -> str:
    """The text of a page's lists of references."""
    found = list_bibliographies(parse(text))
    elements = [element for bibliography in found for element in bibliography.elements]
    return " ".join(" ".join(element.text().split()) for element in elements)


def _shortened(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()}…"


class _Reader(HTMLParser):
    """Notes the facts of one page."""

    def __init__(self, facts: PageFacts) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = facts
        self._open = OpenElements()
        self.passages = Passages()
        self._links = LinkReader()
        self._parts = Parts()
        self._block: list[tuple[str | None, str]] = []
        self._block_line = 1
        self._raw: list[str] = []
        self._raw_line = 1
        self._end_raw: Callable[[str], None] | None = None
        self._leaked_tags: dict[str, int] = {}
        self._is_in_body = False
        self._tags = self._deepest = self._unclosed = self._most_unclosed = 0

    @property
    def is_tame(self) -> bool:
        """Whether a tree of the page is about as large as the page."""
        nodes = self._tags * (self._deepest + self._most_unclosed)
        return self._tags <= _MOST_TAGS and nodes <= _MOST_NODES

    @property
    def _line(self) -> int:
        return self.getpos()[0]

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """``<![``: a comment to a browser, an error to the parser where it knows not the word."""
        return self.parse_bogus_comment(i, bool(report))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>``: the slash closes something in SVG and MathML alone."""
        self.handle_starttag(tag, attrs)
        if self._open.current.is_drawing:
            self._open.end(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a start tag says."""
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if is_block(tag) or tag == "br":
            self._end_block()
        parent = self._open.current
        element = self._open.start(tag, attributes)
        self._measure(tag)
        self._note_place(tag, attributes)
        if parent.is_drawing:
            return
        if attributes:
            self._note_attributes(tag, attributes, element)
        elif tag == "a":
            self._links.start(attributes, is_switcher=element.is_switcher, line=self._line)
        if tag in _LEAKED_TAG:
            self._leaked_tags.setdefault(tag, self._line)
        is_link = "href" in attributes
        self._parts.start(element, parent, is_link=is_link, line=self._line)
        if tag in _RAW:
            self._begin_raw(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Note what ends here."""
        if is_block(tag):
            self._end_block()
        if tag == "a":
            self._links.end(self.facts)
        self._unclosed -= tag in _FORMATTING
        if self._end_raw is not None and tag in _RAW:
            end, self._end_raw = self._end_raw, None
            end("".join(self._raw))
        self._open.end(tag)

    def handle_data(self, data: str) -> None:
        """Note a piece of text."""
        if self._end_raw is not None:
            self._raw.append(data)
            return
        current = self._open.current
        self._links.text(data, current.lang)
        self._parts.fill(data, current)
        if not current.is_prose:
            return
        if not self._block and data.strip():
            self._is_in_body = self._is_in_body or not self._open.holds(*_NOT_SHOWN)
            self._block_line = self._line + data[: len(data) - len(data.lstrip())].count("\n")
        if self._block or data.strip():
            self._block.append((current.lang, data))
        self._parts.text(data, current, is_link=self._links.is_open)

    def finish(self) -> PageFacts:
        """End the page. A tag or a comment that never ends is none."""
        if not self.rawdata.startswith("<"):
            self.close()
        self._end_block()
        self._links.end(self.facts)
        facts, passages = self.facts, self.passages
        facts.parts, facts.articles = self._parts.finish(), self._parts.articles
        facts.letters = passages.letters
        tags = [Leak(line, f"<{tag}>", is_certain=True) for tag, line in self._leaked_tags.items()]
        facts.leaks = [*passages.leaks, *tags]
        if facts.title:
            facts.leaks += find_leaks(*facts.title)
        for said in facts.said:
            facts.leaks += find_leaks(said.text, said.line)
        return facts

    def _measure(self, tag: str) -> None:
        """Note how large a tree of the page would be."""
        self._tags += 1
        self._unclosed += tag in _FORMATTING
        self._most_unclosed = max(self._most_unclosed, self._unclosed)
        self._deepest = max(self._deepest, self._open.depth)

    def _note_place(self, tag: str, attributes: Attributes) -> None:
        """Note where the body begins, and the names that links can lead to."""
        if not self._is_in_body and tag not in _IN_HEAD:
            self._is_in_body = not self._open.holds(*_NOT_SHOWN)
        names = (attributes.get("id"), attributes.get("name") if tag == "a" else None)
        for name in filter(None, names):
            if len(self.facts.ids) < _MOST_KEPT:
                self.facts.ids.add(intern(name))
            else:
                self.facts.is_huge = True

    def _end_block(self) -> None:
        """Judge the text of the block that ends here, each language of it by itself."""
        if not self._block:
            return
        block, self._block = self._block, []
        languages = dict.fromkeys(lang for lang, _ in block)
        whole = "".join(data for _, data in block) if len(languages) > 1 else ""
        for lang in languages:
            own = "".join(data if lang == marked else " " for marked, data in block)
            self.passages.add(own, lang, self._block_line, block=whole)

    def _note_attributes(self, tag: str, attributes: Attributes, element: Element) -> None:
        line = self._line
        if note := HEAD.get(tag):
            note(self.facts, attributes, line)
            self._note_misplaced(tag, attributes, line)
        if tag == "a":
            self._links.start(attributes, is_switcher=element.is_switcher, line=line)
        if tag in ("a", "area"):
            self._note_link(attributes, element, line)
        self._add_assets(asset_references(tag, attributes), line)
        if element.is_prose and attributes.get("alt"):
            self.passages.add(attributes["alt"], element.lang, line)
        if "data-dp" in attributes:
            self.facts.is_numbered = True

    def _note_misplaced(self, tag: str, attributes: Attributes, line: int) -> None:
        """Note a canonical link or a version that stands where search engines read none."""
        if tag != "link" or not self._is_in_body:
            return
        relations = attributes.get("rel", "").lower().split()
        is_version = "alternate" in relations and attributes.get("hreflang")
        if "canonical" in relations or is_version:
            name = f'hreflang="{attributes["hreflang"]}"' if is_version else "canonical"
            self.facts.misplaced.append(Reference(name, line))

    def _note_link(self, attributes: Attributes, element: Element, line: int) -> None:
        href = attributes.get("href", "").strip()
        if not href:
            return
        is_program = attributes.get("role") == "button" or any(map(attributes.get, _PROGRAMS))
        is_content = element.is_content and not element.is_switcher and not is_program
        links = self.facts.links
        known = links.get(href)
        if known is None and len(links) >= _MOST_KEPT:
            self.facts.is_huge = True
        elif known is None or (is_content and not known.is_content):
            links[intern(href)] = Link(line, is_content)

    def _add_assets(self, found: Iterable[str], line: int) -> None:
        for href in found:
            if href.strip():
                self.facts.assets.setdefault(intern(href.strip()), line)

    def _begin_raw(self, tag: str, attributes: Attributes) -> None:
        """Gather the text of an element that is no prose, but may say something."""
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        if tag == "title":
            self._end_raw = self._end_title
        elif tag == "style":
            self._end_raw = self._end_style
        else:
            self._end_raw = self._end_json_ld if kind == "application/ld+json" else _ignore
        self._raw, self._raw_line = [], self._line

    def _end_title(self, text: str) -> None:
        if not self.facts.title:
            self.facts.title = Reference(text, self._raw_line)

    def _end_style(self, text: str) -> None:
        self._add_assets(css_references(text), self._raw_line)

    def _end_json_ld(self, text: str) -> None:
        try:
            works, types = read_json_ld(text, self._raw_line)
        except (ValueError, RecursionError):
            self.facts.broken_json_ld = self._raw_line
            return
        self.facts.works += works
        self.facts.types |= types


def _ignore(_: str) -> None:
    """The text of a script says nothing here."""
