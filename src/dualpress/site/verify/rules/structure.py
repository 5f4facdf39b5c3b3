"""Whether the two pages of a pair are made of the same parts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import ClassVar

from dualpress.site.verify.articles import is_article
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import Counts, PageFacts
from dualpress.site.verify.site import VerifiedSite

__all__ = ["BlocksRule", "EmptyBlockRule", "HeadingsRule", "ImagesRule", "LinksRule"]

_MOST_TOLD = 5


class _StructureRule(Rule):
    """Compares one number of the articles of a pair.

    Lists of articles are not compared: one language may have more of them.
    """

    noun: ClassVar[str]

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the pairs."""
        for english, hindi, part in _articles(site):
            one, other = self.count(english.parts[part]), self.count(hindi.parts[part])
            if one != other:
                line = hindi.lang.line if hindi.lang else 1
                yield self.finding(hindi.path, line, self.message(one, other, english.path))

    @abstractmethod
    def count(self, counts: Counts) -> tuple[int, ...]:
        """The number; or more than one, where more is compared."""

    def message(self, one: tuple[int, ...], other: tuple[int, ...], path: str) -> str:
        """What to say of two pages that differ."""
        return f"The page has {other[0]} {self.noun}, and {path} has {one[0]}"


class HeadingsRule(_StructureRule):
    """As many headings, of the same levels."""

    id = "headings"
    cause = "The two versions differ in the number or the levels of their headings."
    cure = "Compare the headings of both pages: one was left out, added or changed"
    noun = "headings"

    def count(self, counts: Counts) -> tuple[int, ...]:
        """The number of headings and their levels."""
        return (len(counts.headings), *counts.headings)

    def message(self, one: tuple[int, ...], other: tuple[int, ...], path: str) -> str:
        """The numbers; the levels where the numbers are the same."""
        if one[0] != other[0]:
            return super().message(one, other, path)
        first = next(i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        return f"Heading {first} is an h{other[first]}, and on {path} an h{one[first]}"


class ImagesRule(_StructureRule):
    """As many pictures."""

    id = "images"
    cause = "The two versions differ in the number of their pictures."
    cure = "Compare the pictures of both pages: one was left out or added"
    noun = "pictures"

    def count(self, counts: Counts) -> tuple[int, ...]:
        """The number of pictures."""
        return (counts.images,)


class LinksRule(_StructureRule):
    """As many links."""

    id = "links"
    cause = "The two versions differ in the number of their links."
    cure = "Compare the links of both pages: one was lost or added in the translation"
    noun = "links"

    def count(self, counts: Counts) -> tuple[int, ...]:
        """The number of links."""
        return (counts.links,)


class BlocksRule(_StructureRule):
    """As many paragraphs, items and cells."""

    id = "blocks"
    cause = "The two versions differ in the number of their paragraphs, items and cells."
    cure = "Compare both pages: a paragraph, an item or a cell was left out or added"
    noun = "paragraphs, items and cells"

    def count(self, counts: Counts) -> tuple[int, ...]:
        """The number of blocks."""
        return (counts.blocks,)


class EmptyBlockRule(Rule):
    """No text in one version where the other has some."""

    id = "empty-block"
    cause = "A heading, a paragraph, an item or a cell is empty, and has text on the other version."
    cure = "Write the text that is missing, or take the empty one away from both versions"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the articles that are made of the same parts."""
        for english, hindi, part in _articles(site):
            one, other = english.parts[part], hindi.parts[part]
            if (len(one.headings), one.blocks) != (len(other.headings), other.blocks):
                continue
            for page, own, theirs in ((english, one, other), (hindi, other, one)):
                alone = [line for place, line in own.empty.items() if place not in theirs.empty]
                partner = hindi if page is english else english
                message = f"Nothing stands here, and on {partner.path} there is text"
                for line in alone[:_MOST_TOLD]:
                    yield self.finding(page.path, line, message)


def _articles(site: VerifiedSite) -> Iterator[tuple[PageFacts, PageFacts, str]]:
    """Yield the pairs that are articles, and the part of them that is compared."""
    for english, hindi in site.pairs:
        if is_article(site, english) and is_article(site, hindi):
            yield english, hindi, _part(english, hindi)


def _part(one: PageFacts, other: PageFacts) -> str:
    """The innermost part that both pages have."""
    if one.articles == other.articles == 1:
        return "article"
    has_main = one.parts["main"].letters and other.parts["main"].letters
    return "main" if has_main else "body"
