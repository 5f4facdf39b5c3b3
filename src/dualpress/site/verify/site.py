"""A site as the rules see it: its pages, what they name each other, and which two are a pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.site.verify.facts import (
    Alternate,
    LanguageLink,
    Link,
    PageFacts,
    Reference,
    primary_language,
)
from dualpress.site.verify.language_links import language_of_name
from dualpress.site.verify.places import INDEXES, Fault, Places, Target
from dualpress.site.verify.redirects import Redirection
from dualpress.site.verify.sitemaps import Entry, Sitemap

__all__ = ["X_DEFAULT", "Address", "NamedVersion", "VerifiedSite", "Version"]

X_DEFAULT = "x-default"
_ENOUGH_LETTERS = 100
_CERTAIN = 2


class NamedVersion(NamedTuple):
    """A version that a page is said to have.

    Args:
        code: its ``hreflang``, in lower case.
        target: where its address leads.
        file: that names it: the page, or a sitemap.
        line: where in that.
    """

    code: str
    target: Target
    file: str
    line: int

    @property
    def language(self) -> str:
        """The language of the code; ``x`` of ``x-default``."""
        return primary_language(self.code)


class Version(NamedTuple):
    """The other version of a page.

    Args:
        language: that it is in.
        url: its address.
        path: of its file; ``None`` where it is published elsewhere.
        is_listed: whether search engines may list it.
    """

    language: Language
    url: str
    path: str | None
    is_listed: bool

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.path or self.url


class Address(NamedTuple):
    """An address, for those rules that ask all of them the same.

    Args:
        file: that it stands in.
        line: where in that.
        name: of what it is: ``canonical``, ``hreflang="hi"``.
        href: as it stands there.
        target: where it leads.
        is_absolute: whether it has to be a whole address.
    """

    file: str
    line: int
    name: str
    href: str
    target: Target
    is_absolute: bool


@dataclass
class VerifiedSite:
    """What there is to verify.

    Args:
        places: the site's files and addresses.
        read: its pages, by path, those that only send their readers on among them.
        sitemaps: those that could be read.
        unreadable: the sitemaps that could not, and why.
        redirections: the addresses that lead elsewhere now.
        robots: the addresses of sitemaps that ``robots.txt`` names.
        unasked: how many addresses were not looked at, and count as there.
        known_pairs: paths of pages that are said to be versions of one article.
        outside: by path, the version of a page that is published elsewhere.
        is_output: whether it is what dualpress writes, which may be a part of a site alone.
        styles: of each style sheet the files that it names, and on which lines.
    """

    places: Places
    read: Mapping[str, PageFacts]
    sitemaps: Sequence[Sitemap] = ()
    unreadable: Mapping[str, str] = field(default_factory=dict)
    redirections: Sequence[Redirection] = ()
    robots: Sequence[Reference] = ()
    unasked: int = 0
    known_pairs: Sequence[tuple[str, ...]] = ()
    outside: Mapping[str, Version] = field(default_factory=dict)
    is_output: bool = False
    styles: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def has_address(self) -> bool:
        """Whether it is known where the site is to stand."""
        return self.places.base_url is not None

    @cached_property
    def pages(self) -> dict[str, PageFacts]:
        """The pages that readers stay on, by path."""
        return {path: page for path, page in sorted(self.read.items()) if not page.refresh}

    @cached_property
    def indexes(self) -> frozenset[str]:
        """The pages of folders that hold other pages."""
        folders = {
            folder.as_posix()
            for path in self.pages
            for folder in PurePosixPath(path).parents[path.endswith(INDEXES) :]
        }
        return frozenset(
            path
            for path in self.pages
            if path.endswith(INDEXES) and PurePosixPath(path).parent.as_posix() in folders
        )

    def resolve(self, page: PageFacts, href: str) -> Target:
        """Where an address on a page leads."""
        return self.places.resolve(page.path, href, page.base)

    def redirect_of(self, target: Target) -> str | None:
        """Where a page or a list of redirects sends the readers of an address.

        Returns:
            The address; the empty string where the page is gone; ``None`` where
            they stay.
        """
        if target.path is not None and (refresh := self.read.get(target.path)):
            return refresh.refresh.value if refresh.refresh else None
        if target.path is None and target.url in self._gone:
            return self._gone[target.url] or ""
        return None

    @cached_property
    def _gone(self) -> dict[str, str | None]:
        """The redirects by address."""
        return {
            self.places.resolve("", written).url: target
            for origin, target, *_ in self.redirections
            for written in (origin, origin.lstrip("/"), self.places.url_of(origin.lstrip("/")))
        }

    @cached_property
    def versions(self) -> Mapping[str, list[NamedVersion]]:
        """By path: the versions that a page has by its own head and by the sitemaps."""
        found: defaultdict[str, list[NamedVersion]] = defaultdict(list)
        for path, page in self.pages.items():
            found[path] += self.named(page.path, page.alternates, page.base)
        for path, entry in self.entries:
            found[path] += self.named(entry.sitemap, entry.alternates)
        return found

    @cached_property
    def entries(self) -> list[tuple[str, Entry]]:
        """The entries of the sitemaps that lead to a page, with its path."""
        found = []
        for sitemap in self.sitemaps:
            for entry in sitemap.entries:
                path = self.places.resolve(sitemap.path, entry.location.value).path
                if path in self.pages:
                    found.append((path, entry))
        return found

    def named(
        self, file: str, alternates: Sequence[Alternate], base: str | None = None
    ) -> list[NamedVersion]:
        """Say where the versions that a page or a sitemap names lead."""
        return [
            NamedVersion(
                alternate.code.lower(),
                self.places.resolve(file, alternate.href, base),
                file,
                alternate.line,
            )
            for alternate in alternates
        ]

    def names(self, path: str, other: str) -> bool:
        """Whether a page names another one as a version of it.

        To be the version for readers of any other language is enough for a
        page that says no more of itself, as a choice of languages does.
        """
        codes = {named.code for named in self.versions[path] if named.target.path == other}
        return bool(codes - {X_DEFAULT}) or (X_DEFAULT in codes and self._is_choice(other))

    def _is_choice(self, path: str) -> bool:
        own = {named.code for named in self.versions[path] if named.target.path == path}
        return own <= {X_DEFAULT}

    @cached_property
    def called(self) -> Mapping[str, Counter[str]]:
        """How often each page is called a version in which language."""
        called: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for versions in self.versions.values():
            for named in versions:
                if named.target.path is not None and named.code != X_DEFAULT:
                    called[named.target.path][named.language] += 1
        return called

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The language of each page: what most say of what it declares, is called and reads."""
        return {path: _language(page, self.called[path]) for path, page in self.pages.items()}

    def language(self, path: str) -> Language | None:
        """The language of a page, if it is one of the two."""
        found = self.languages.get(path)
        return Language(found) if found in tuple(Language) else None

    @cached_property
    def pairs(self) -> list[tuple[PageFacts, PageFacts]]:
        """The pages that are versions of each other, English first."""
        return [
            (self.pages[path], self.pages[other])
            for path, other in self.partners.items()
            if self.language(path) is Language.EN
        ]

    @cached_property
    def sides(self) -> list[tuple[PageFacts, Version]]:
        """The pages that have another version, here or elsewhere, with that."""
        found = []
        for path, page in self.pages.items():
            if version := self.version_of(path):
                found.append((page, version))
        return found

    def version_of(self, path: str) -> Version | None:
        """The other version of a page, if it has one."""
        if path in self.outside:
            return self.outside[path]
        partner, language = self.partners.get(path), self.language(path)
        if partner is None or language is None:
            return None
        is_listed = not self.pages[partner].noindex
        return Version(other(language), self.places.url_of(partner), partner, is_listed)

    def leads_to(self, target: Target, version: Version) -> bool:
        """Whether an address is that of a version."""
        if version.path is not None:
            return target.path == version.path
        return target.path is None and self.places.is_same(target.url, version.url)

    @cached_property
    def partners(self) -> Mapping[str, str]:
        """The other version of each page that has one.

        Two pages are a pair if each is said to be the other's version more often
        than any other page is. A link that is there for readers alone may
        as well lead to the first page of the other language, so many of
        these make no pair.
        """
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for path, found in self._claims():
            if path in self.outside or found in self.outside:
                continue
            if {self.language(path), self.language(found)} == set(Language):
                votes[path][found] += 1
                votes[found][path] += 1
        best = {path: min(own, key=lambda o: (-own[o], o)) for path, own in votes.items()}
        return {
            path: found
            for path, found in sorted(best.items())
            if best[found] == path and (votes[path][found] >= _CERTAIN or len(votes[found]) == 1)
        }

    def _claims(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that are said to be versions of each other, as often as they are."""
        for path, versions in self.versions.items():
            for file in {named.file for named in versions}:
                own = (named for named in versions if named.file == file)
                for target in {named.target.path for named in own}:
                    if target in self.pages:
                        yield path, target
        for page in self.pages.values():
            for target in {self.resolve(page, link.href).path for link in page.language_links}:
                if target in self.pages:
                    yield page.path, target
        for paths in self.known_pairs:
            known = [path for path in paths if path in self.pages]
            yield from ((known[0], other) for other in known[1:])

    def links_to(self, page: PageFacts, language: Language) -> list[tuple[LanguageLink, Target]]:
        """The links of a page that promise readers another language."""
        found = []
        for link in page.language_links:
            promised = language_of_name(link.text) or primary_language(link.hreflang)
            if promised == language:
                found.append((link, self.resolve(page, link.href)))
        return found

    @cached_property
    def addresses(self) -> list[Address]:
        """All addresses that are said to search engines, and those of files and of versions."""
        return [*self._addresses_of_pages(), *self._addresses_of_sitemaps()]

    def _addresses_of_pages(self) -> Iterator[Address]:
        for page in self.pages.values():
            whole = [("canonical", ref.value, ref.line) for ref in page.canonicals]
            whole += [(f'hreflang="{a.code}"', a.href, a.line) for a in page.alternates]
            whole += [("og:url", *reference) for reference in page.open_graph.get("og:url", ())]
            other = [("link", link.href, link.line) for link in page.language_links]
            other += [("link", href, link.line) for href, link in _rooted(page)]
            other += [("file", href, line) for href, line in page.assets.items()]
            for index, (name, href, line) in enumerate([*whole, *other]):
                target = self.resolve(page, href)
                is_told = index < len(whole) and not page.noindex
                yield Address(page.path, line, name, href, target, is_told)

    def _addresses_of_sitemaps(self) -> Iterator[Address]:
        for sitemap in self.sitemaps:
            found = [("loc", entry.location) for entry in sitemap.entries]
            found += [("loc", part) for part in sitemap.parts]
            for name, reference in found:
                target = self.places.resolve(sitemap.path, reference.value)
                yield Address(
                    sitemap.path, reference.line, name, reference.value, target, is_absolute=True
                )
            for entry in sitemap.entries:
                for code, href, line in entry.alternates:
                    target = self.places.resolve(sitemap.path, href)
                    yield Address(
                        sitemap.path, line, f'hreflang="{code}"', href, target, is_absolute=True
                    )

    def address_faults(self, fault: Fault) -> Iterator[Address]:
        """The addresses that have a fault, each once a file."""
        told = set()
        for address in self.addresses:
            key = (address.file, address.href, address.name)
            if fault in address.target.faults and key not in told:
                told.add(key)
                yield address


def _rooted(page: PageFacts) -> Iterator[tuple[str, Link]]:
    """The links of a page that begin at the root of the host."""
    for href, link in page.links.items():
        if href.startswith("/") and not href.startswith("//"):
            yield href, link


def _language(page: PageFacts, called: Counter[str]) -> str:
    """The language that most of a page's own word, its names and its letters agree on."""
    declared = primary_language(page.lang.value) if page.lang else ""
    names = called.most_common(1)[0][0] if called else ""
    votes = Counter(filter(None, (declared, names, _read(page, declared, names))))
    # Of as many votes the first counts, as Python keeps the order.
    return votes.most_common(1)[0][0] if votes else ""


def _read(page: PageFacts, declared: str, names: str) -> str:
    """The language that a page's letters are of: Latin ones are of any that it may be in."""
    letters = page.letters
    if sum(letters.values()) < _ENOUGH_LETTERS:
        return ""
    if letters[Language.HI] > letters[Language.EN]:
        return Language.HI
    return next((tag for tag in (declared, names) if tag not in ("", "hi")), Language.EN)
