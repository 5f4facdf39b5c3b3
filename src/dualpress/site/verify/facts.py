"""What is kept of a page once it is read: what its head says, what it links to, what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dualpress.article import Language

__all__ = [
    "Alternate",
    "Counts",
    "Encoding",
    "LanguageLink",
    "Leak",
    "Link",
    "PageFacts",
    "Passage",
    "Reference",
    "Said",
    "Work",
    "primary_language",
]


class Reference(NamedTuple):
    """An address, or some other value, as it stands in a file.

    Args:
        value: what stands there.
        line: where.
    """

    value: str
    line: int


class Said(NamedTuple):
    """What a page says of itself in its head.

    Args:
        name: of what it is: ``title``, ``og:description``.
        text: what it says.
        line: where.
    """

    name: str
    text: str
    line: int


class Encoding(NamedTuple):
    """What a page and its server say of how its letters are encoded.

    Args:
        declared: what the page says, and where.
        fault: what is wrong with that, or with what the server says; a sentence.
    """

    declared: Reference | None = None
    fault: str | None = None


class Link(NamedTuple):
    """A link on a page.

    Args:
        line: of its start tag.
        is_content: whether it is the page's own, and none of its frame, such as
            navigation, and does nothing but lead somewhere.
    """

    line: int
    is_content: bool


class Alternate(NamedTuple):
    """A version that a page or a sitemap names.

    Args:
        code: its ``hreflang``.
        href: its address.
        line: where it is named.
    """

    code: str
    href: str
    line: int


class LanguageLink(NamedTuple):
    """A link that seems to be there for readers who want another language.

    Args:
        href: where it leads.
        text: that a reader sees.
        hreflang: the language that it says its target is in.
        lang: the language that its text is marked as.
        is_current: whether it is marked as the page that is being read.
        line: of its start tag.
    """

    href: str
    text: str
    hreflang: str
    lang: str
    is_current: bool
    line: int


class Work(NamedTuple):
    """An article as JSON-LD tells of it.

    Args:
        languages: its ``inLanguage``.
        originals: the addresses of what it is a translation of.
        translations: the addresses of its translations.
        line: of the script.
    """

    languages: tuple[str, ...]
    originals: tuple[str, ...]
    translations: tuple[str, ...]
    line: int


class Passage(NamedTuple):
    """A piece of a page's text that does not belong there.

    Args:
        line: where it begins.
        text: of it.
    """

    line: int
    text: str


class Leak(NamedTuple):
    """A mark of a program in the text of a page.

    Args:
        line: where its block begins.
        mark: as a reader sees it.
        is_certain: whether no author writes such a thing.
    """

    line: int
    mark: str
    is_certain: bool


@dataclass(slots=True)
class Counts:
    """What a part of a page is made of.

    Attributes:
        headings: the level of each, in order.
        images: how many there are.
        links: how many there are, those to other languages left out.
        blocks: paragraphs, items, cells and the like; headings left out.
        letters: how long its text is.
        linked: how long that of its links is.
        empty: of headings and blocks, counted from 0 in one row, those without text,
            picture or the like, with the line of each.
    """

    headings: list[int] = field(default_factory=list)
    images: int = 0
    links: int = 0
    blocks: int = 0
    letters: int = 0
    linked: int = 0
    empty: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class PageFacts:
    """One page.

    Attributes:
        path: of its file, relative to the site's folder.
        encoding: see :class:`Encoding`.
        lang: of its ``html`` element, and where that is.
        base: the address that its links are relative to, where it names one.
        canonicals: the addresses that it calls its own.
        alternates: the versions that it names.
        noindex: the line on which it asks search engines not to list it.
        refresh: where it sends its readers at once.
        title: its title, and where that is.
        said: what it says of itself in ``meta`` elements.
        open_graph: the values of its Open Graph properties.
        misplaced: what is told to search engines outside of the head, and so to nobody.
        works: its articles in JSON-LD.
        types: what its JSON-LD says that there is on it.
        broken_json_ld: the line of a script of JSON-LD that is no JSON.
        language_links: see :class:`LanguageLink`.
        assets: files that it shows or runs.
        pictures: those that it names for who shares it, and the line of each.
        links: by address as it stands there.
        ids: the names of its places that a link can lead to.
        is_huge: whether there are more links or places than are kept.
        parts: what ``article``, ``main`` and ``body`` are made of.
        articles: how many ``article`` elements it has, those within others left out.
        is_numbered: whether its blocks have dualpress's numbers.
        letters: of its text, by language; what is marked as another language is left out.
        foreign: by language, the passages that would be wrong on a page in it; told
            of those that the page may be in.
        leaks: see :class:`Leak`.
    """

    path: str
    encoding: Encoding = field(default_factory=Encoding)
    lang: Reference | None = None
    base: str | None = None
    canonicals: list[Reference] = field(default_factory=list)
    alternates: list[Alternate] = field(default_factory=list)
    noindex: int | None = None
    refresh: Reference | None = None
    title: Reference | None = None
    said: list[Said] = field(default_factory=list)
    open_graph: dict[str, list[Reference]] = field(default_factory=dict)
    misplaced: list[Reference] = field(default_factory=list)
    works: list[Work] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    broken_json_ld: int | None = None
    language_links: list[LanguageLink] = field(default_factory=list)
    assets: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, int] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    is_huge: bool = False
    parts: Mapping[str, Counts] = field(default_factory=dict)
    articles: int = 0
    is_numbered: bool = False
    letters: Mapping[Language, int] = field(default_factory=dict)
    foreign: Mapping[Language, Sequence[Passage]] = field(default_factory=dict)
    leaks: list[Leak] = field(default_factory=list)


def primary_language(tag: str) -> str:
    """The language of a tag, in lower case: ``hi`` of ``hi-IN``, and of the wrong ``hi_IN`` too."""
    return tag.strip().lower().replace("_", "-").partition("-")[0]
