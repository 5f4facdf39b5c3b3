"""An article of 5,000 words in both languages, and a browser's window on a site in memory."""

from __future__ import annotations

import mimetypes
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from dualpress.article import Language, SegmentKey
from dualpress.html.read import read_html
from dualpress.html.write import text_patches
from dualpress.site.assemble import assemble
from dualpress.site.model import Site, SiteArticle, SiteSettings, Version
from dualpress.site.pages import build_page
from dualpress.site.references import Posts

BASE = "https://example.org/bilingual/"
POLICY = "default-src 'self'"
EN, HI = Language.EN, Language.HI
VERSIONS = {EN: Version("A harbour"), HI: Version("एक बंदरगाह")}
LONG = SiteArticle("long", PurePosixPath("long.html"), EN, VERSIONS)
ENGLISH = "port ship coast navy treaty river trade route fleet harbour border talks".split()
HINDI = "बंदरगाह जहाज़ तट नौसेना संधि नदी व्यापार मार्ग बेड़ा सीमा वार्ता समझौता".split()

Files = Mapping[PurePosixPath, bytes]


def long_article(seed: int = 6) -> tuple[str, dict[str, str]]:
    """A page of 5,000 words, and its translation, whose paragraphs are longer or shorter."""
    chosen = random.Random(seed)  # noqa: S311
    translations: dict[str, str] = {}
    parts: list[str] = []
    for number in range(1, 101):
        if number % 10 == 1:
            parts.append(_said(f"Part {number}", f"भाग {number}", translations, "h2"))
        english = " ".join(chosen.choices(ENGLISH, k=chosen.randint(20, 80)))
        hindi = " ".join(chosen.choices(HINDI, k=chosen.randint(15, 110)))
        parts.append(_said(f"No {number} {english}.", f"क्र {number} {hindi}।", translations, "p"))
    menu = "<nav><ul><li><a href='#top'>The menu of the site</a></li></ul></nav>"
    side = "<aside><p>A note that stands beside the article.</p></aside>"
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A harbour</title>'
    meta = '<meta name="viewport" content="width=device-width"></head><body>'
    title = _said("A harbour", "एक बंदरगाह", translations, "h1")
    body = "\n".join(parts)
    return f"{head}{meta}{menu}<main>{title}{body}</main>{side}</body></html>", translations


def _said(english: str, hindi: str, translations: dict[str, str], tag: str) -> str:
    translations[english] = hindi
    return f"<{tag}>{english}</{tag}>"


def long_site(source: str, translations: Mapping[str, str], **settings: Any) -> Files:
    """The files of a site of one article."""
    site = Site(SiteSettings(base_url=BASE, **settings), (LONG,))
    posts = Posts(Path("no-such-folder"), site.articles)
    article = read_html(source, language=EN)
    keys = {SegmentKey(None, key): text for key, text in translations.items()}
    pages = [
        build_page(article, text, LONG, site.page(LONG, language), posts)
        for language, text in ((EN, ()), (HI, text_patches(article, keys)))
    ]
    files = {page.path: page.data for page in pages}
    others = assemble(site, dict.fromkeys(files, ""))
    return {**files, **{path: b"".join(parts) for path, parts in others}}


def read_site(folder: Path) -> Files:
    """The files of a site that was built."""
    return {
        PurePosixPath(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@dataclass
class Window:
    """A browser's page on a site, with all that goes wrong in it.

    Args:
        page: Playwright's.
        faults: what the browser's console and scripts complained of.
    """

    page: Any
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Go to a page of the site."""
        self.page.goto(BASE + path)

    def scroll(self, share: float) -> None:
        """Scroll to a share of the page, and wait until that is drawn."""
        self._scroll_by(
            "share => share * (document.documentElement.scrollHeight - innerHeight) - scrollY",
            share,
        )

    def scroll_to(self, selector: str) -> None:
        """Scroll an element to the top of the window, and wait until that is drawn."""
        top = "selector => document.querySelector(selector).getBoundingClientRect().top"
        self._scroll_by(top, selector)

    def scroll_back(self) -> None:
        """Turn the wheel towards the top, as a reader does who looks for the switcher."""
        self._scroll_by("() => -60")
        self.page.wait_for_selector(".dp-switch.dp-away.dp-near")

    def _scroll_by(self, step: str, value: float | str | None = None) -> None:
        self.page.evaluate(
            f"""value => new Promise(drawn => {{
              scrollBy(0, ({step})(value));
              requestAnimationFrame(() => requestAnimationFrame(drawn));
            }})""",
            value,
        )

    def paragraph(self) -> int:
        """The paragraph that stands a third down the window."""
        return int(self.page.evaluate(_PARAGRAPH))

    def at(self, path: str) -> None:
        """Wait until a page is shown."""
        self.page.wait_for_url(lambda url: url.split("#")[0] == BASE + path)
        self.page.wait_for_load_state()

    @property
    def fragment(self) -> str:
        """Of the address."""
        return str(self.page.evaluate("location.hash"))


Opener = Callable[..., Window]
"""Opens a window on a page of a site."""

_PARAGRAPH = """() => {
  const line = innerHeight / 3;
  const found = [...document.querySelectorAll("main [data-dp]")].map(
    block => [Math.max(0, block.getBoundingClientRect().top - line,
                       line - block.getBoundingClientRect().bottom), block.dataset.dp]);
  return Number(found.reduce((one, two) => (two[0] < one[0] ? two : one))[1]);
}"""


def serve(page: Any, files: Files, *, policy: str | None = POLICY) -> Window:
    """Answer a browser's requests from memory, under a strict policy, and let no other out."""
    window = Window(page)
    page.on("console", lambda said: window.faults.extend(_complaint(said)))
    page.on("pageerror", lambda error: window.faults.append(str(error)))
    page.set_default_timeout(10_000)
    page.route("**/*", lambda route: _answer(route, files, policy))
    return window


def _complaint(said: Any) -> Iterator[str]:
    if said.type in ("error", "warning"):
        yield said.text


def _answer(route: Any, files: Files, policy: str | None) -> None:
    url = route.request.url.partition("#")[0]
    name = url.removeprefix(BASE)
    path = PurePosixPath(f"{name}index.html" if not name or name.endswith("/") else name)
    if url.endswith("/favicon.ico"):
        route.fulfill(status=204)
    elif url.startswith(BASE) and path in files:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        headers = {"Content-Security-Policy": policy} if policy else {}
        route.fulfill(body=files[path], content_type=kind, headers=headers)
    else:
        route.abort()
