"""Laws of redirects, whatever the history of a site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.pipeline.redirects import FoundRedirects, Wishes, find_redirects
from dualpress.pipeline.url_record import Published, UrlRecord
from dualpress.site.model import Site, SiteArticle, SiteSettings, Version
from dualpress.site.urls import page_file

EN, HI = Language
HOME, BLOG, HINDI = "https://x.example/", "https://x.example/blog/", "https://hi.x.example/"

ids = st.sampled_from("abcd")
paths = st.sampled_from(["x/", "x", "x.html", "y/", "y/x/", "y/index.html", "z w/", "ना/"])
targets = st.one_of(
    ids,
    paths.map("/{}".format),
    paths.map(f"{HOME}{{}}".format),
    st.sampled_from(["nowhere", "/elsewhere/", "https://other.example/"]),
)


@dataclass
class History:
    """A site that is built after every change, and every address at which it ever had a page."""

    settings: SiteSettings = field(default_factory=lambda: SiteSettings(base_url=HOME))
    record: UrlRecord = field(default_factory=UrlRecord)
    pages: dict[str, dict[Language, str]] = field(default_factory=dict)
    once: set[str] = field(default_factory=set)

    def publish(self, name: str, own: dict[Language, str]) -> None:
        """Put pages where no others stand; a translation that was there stays."""
        own = {**self.pages.get(name, {}), **own}
        others = {key: pages for key, pages in self.pages.items() if key != name}
        taken = {file for _, _, file in self.files(others)}
        files = [file for _, _, file in self.files({name: own})]
        if taken.isdisjoint(files) and len(set(files)) == len(files):
            self.pages = {**others, name: own}

    def rename(self, old: str, new: str) -> None:
        if old in self.pages and new not in self.pages:
            self.pages[new] = self.pages.pop(old)
            self.record = self.record.rename(old, new)

    def settle(self, base: str, own: str | None) -> None:
        """Give the site, and its Hindi pages, an address."""
        self.settings = SiteSettings(base_url=base, base_urls={HI: own} if own else {})

    def build(self) -> None:
        places = {
            name: {language: Published(path) for language, path in own.items()}
            for name, own in self.pages.items()
        }
        self.record = self.record.publish(self.site, places)
        self.once |= self.live

    def redirects(self, wishes: Wishes) -> FoundRedirects:
        files = {file for _, _, file in self.files(self.pages)}
        return find_redirects(self.site, self.record, self.pages, wishes, files)

    @property
    def site(self) -> Site:
        articles: dict[str, SiteArticle] = {}
        for name, language, file in self.files(self.pages):
            known = articles.get(name) or SiteArticle(name, PurePosixPath(name), EN, {})
            articles[name] = replace(
                known,
                versions={**known.versions, language: Version(name)},
                paths={**known.paths, language: file},
            )
        return Site(self.settings, tuple(articles.values()))

    @property
    def addresses(self) -> list[tuple[Language, str]]:
        return [page for own in self.pages.values() for page in own.items()]

    @property
    def waiting(self) -> set[str]:
        """The addresses of pages whose articles are there, but have none in their language now."""
        return {
            f"{address.base}{spelling}"
            for name, own in self.pages.items()
            for language, page in self.record.pages[name].items()
            for address in (page.addresses if language not in own else ())
            for spelling in spelt(address.path)
        }

    @property
    def live(self) -> set[str]:
        """Every address at which a server gives a page, in every spelling."""
        return {
            self.name(language, spelling)
            for language, path in self.addresses
            for spelling in spelt(path)
        }

    def files(
        self, pages: dict[str, dict[Language, str]]
    ) -> Iterator[tuple[str, Language, PurePosixPath]]:
        for name, own in pages.items():
            for language, path in own.items():
                folder = language if language in self.settings.base_urls else ""
                yield name, language, PurePosixPath(folder, page_file(path))

    def name(self, language: Language, path: str) -> str:
        """The whole address of a page."""
        return (self.settings.base_urls.get(language) or self.settings.base_url or "") + path


def spelt(path: str) -> set[str]:
    file = page_file(path).as_posix()
    if file.endswith("index.html"):
        folder = file.removesuffix("index.html")
        return {path, file, folder, folder.rstrip("/")}
    return {path, file, file.removesuffix(".html")}


def whole(address: str) -> str:
    """An address of the list in whole, decoded as the histories write it."""
    decoded = unquote(address)
    return HOME.rstrip("/") + decoded if decoded.startswith("/") else decoded


@st.composite
def histories(draw: st.DrawFn) -> History:
    history = History()
    for _ in range(draw(st.integers(3, 12))):
        match draw(st.sampled_from(["publish", "publish", "remove", "remove", "rename", "settle"])):
            case "publish":
                own = {EN: draw(paths)} | ({HI: "hi/" + draw(paths)} if draw(st.booleans()) else {})
                history.publish(draw(ids), own)
            case "remove":
                history.pages.pop(draw(ids), None)
            case "rename":
                history.rename(draw(ids), draw(ids))
            case _:
                history.settle(
                    draw(st.sampled_from([HOME, BLOG])), draw(st.sampled_from([None, HINDI]))
                )
        history.build()
    return history


wishes = st.builds(
    Wishes,
    st.dictionaries(ids, st.lists(paths.map("/{}".format), max_size=2)),
    st.dictionaries(ids, targets),
)


def found(history: History, said: Wishes) -> dict[str, str | None]:
    """The redirects in whole; none where the wishes lead in a circle, which is refused."""
    try:
        redirects = history.redirects(said).redirects
    except ConfigError:
        return {}
    told = {whole(one.source): one.target and whole(one.target) for one in redirects}
    assert len(told) == len(redirects)
    return told


@given(histories(), wishes)
def test_nothing_leads_away_from_a_page(history: History, said: Wishes) -> None:
    assert history.live.isdisjoint(found(history, said))


@given(histories(), wishes)
def test_nothing_leads_to_what_leads_on(history: History, said: Wishes) -> None:
    told = found(history, said)
    assert told.keys().isdisjoint(told.values())


@given(histories(), wishes)
def test_everything_leads_to_a_page_or_where_it_was_told_to(history: History, said: Wishes) -> None:
    base = history.settings.base_url or ""
    explicit = {base + target.lstrip("/") for target in said.removed.values()}
    explicit |= set(said.removed.values())
    assert set(found(history, said).values()) <= {None, *explicit, *history.live}


@given(histories())
def test_every_address_that_ever_was_is_a_page_or_told(history: History) -> None:
    told = found(history, Wishes({}, {}))
    assert history.once - history.live - history.waiting <= told.keys()


@given(histories())
def test_nothing_is_told_of_addresses_that_never_were(history: History) -> None:
    told = found(history, Wishes({}, {}))
    assert told.keys() <= history.once


@given(histories())
def test_what_is_removed_is_gone_and_nothing_else(history: History) -> None:
    history.pages.clear()
    history.build()
    assert set(found(history, Wishes({}, {})).values()) <= {None}


@given(histories())
def test_a_second_build_changes_nothing(history: History) -> None:
    before = history.record
    history.build()
    assert history.record == before
