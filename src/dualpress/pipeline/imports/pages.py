"""``import html``: pages of the web, and saved ones, as posts: byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import webencodings

from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError
from dualpress.files import reason
from dualpress.html.encoding import decode
from dualpress.pipeline.imports.fetching import USER_AGENT, PageFetcher
from dualpress.pipeline.imports.places import place_of_address, place_of_path
from dualpress.pipeline.imports.register import Register
from dualpress.pipeline.imports.report import ImportedPage, PagesReport
from dualpress.pipeline.imports.sources import PageSource, address_in, page_sources
from dualpress.pipeline.posts import MOST_BYTES, refuse_other_formats
from dualpress.pipeline.wordpress.import_report import Outcome
from dualpress.progress import NoProgress, Progress
from dualpress.web import host_of

if TYPE_CHECKING:
    import httpx

__all__ = ["import_html"]

_TIMEOUT_SECONDS = 30.0
_PICTURE = re.compile(rb"<img[\s/]", re.IGNORECASE)


def import_html(
    project: Project,
    names: Sequence[str],
    *,
    force: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    client: httpx.Client | None = None,
    wait: Callable[[float], None] | None = None,
) -> PagesReport:
    """Import pages as posts.

    What was fetched before is asked for only if it changed. A file that an
    editor changed is not overwritten.

    Args:
        project: that they are for.
        names: addresses, files with one address a line, saved pages, folders of these.
        force: overwrite what editors changed, and write what they took out.
        dry_run: write nothing; pages are fetched all the same.
        progress: is told of each page.
        client: that sends the requests; without one, one of our own.
        wait: passes the seconds between requests; without one, the clock does.

    Raises:
        UsageError: a name means no page.
        ConfigError: the record of what was imported before cannot be read.
    """
    import httpx

    sources = page_sources(names, project)
    register = Register(project, force=force, dry_run=dry_run)
    headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", "Accept": "text/html"}
    with client or httpx.Client(timeout=_TIMEOUT_SECONDS, headers=headers) as opened:
        fetcher = PageFetcher(opened, wait) if wait else PageFetcher(opened)
        run = _Import(register, fetcher)
        try:
            pages = tuple(run.pages(sources, progress or NoProgress()))
        finally:
            # What was fetched before somebody lost patience need not be fetched again.
            register.close()
    return PagesReport(pages, run.pictures, tuple(run.failures))


class _Import:
    """Imports one page after the other.

    Args:
        register: of the project's imported files.
        fetcher: that asks for pages.

    Attributes:
        pictures: on the pages that were written.
        failures: the pages that could not be imported.
    """

    def __init__(self, register: Register, fetcher: PageFetcher) -> None:
        self._register = register
        self._fetcher = fetcher
        self.pictures = 0
        self.failures: list[DualpressError] = []

    def pages(self, sources: Sequence[PageSource], progress: Progress) -> Iterator[ImportedPage]:
        """Import pages, and tell what became of each."""
        progress.start("Importing pages", len(sources))
        for source in sources:
            try:
                yield self._saved(source, source.file) if source.file else self._fetched(source)
            except DualpressError as error:
                self.failures.append(error)
            progress.advance(label=str(source))
        progress.finish()

    def _fetched(self, source: PageSource) -> ImportedPage:
        address = source.address
        name = self._register.name(address, place_of_address(address), _word(address))
        known = self._register.known(name)
        page = self._fetcher.page(address, *((known.etag, known.modified) if known else ()))
        if page.content is None:
            return ImportedPage(address, self._register.path(name), Outcome.UNCHANGED)
        _refuse(page.content, address)
        content, warnings = _as_served(page.content, page.charset)
        outcome = self._register.put(name, content, page.etag, page.modified)
        return self._told(source, name, content, outcome, warnings)

    def _saved(self, source: PageSource, file: Path) -> ImportedPage:
        content = _read(file)
        address = address_in(content)
        place = place_of_address(address) if address else place_of_path(source.inside)
        name = self._register.name(address or source.known_by, place, _word(address))
        return self._told(source, name, content, self._register.put(name, content))

    def _told(
        self,
        source: PageSource,
        name: str,
        content: bytes,
        outcome: Outcome,
        warnings: tuple[str, ...] = (),
    ) -> ImportedPage:
        if outcome in (Outcome.NEW, Outcome.UPDATED):
            self.pictures += len(_PICTURE.findall(content))
        return ImportedPage(str(source), self._register.path(name), outcome, warnings)


def _word(address: str) -> str:
    """What tells a page from one of another site at the same path."""
    return host_of(address).replace(":", "-")


def _read(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            cause = f"the file has {size / 2**20:.0f} MiB, and no article has more than 16"
            raise ReadError(cause, path=file)
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(f"the file cannot be read: {reason(error)}", path=file) from error
    refuse_other_formats(data, file)
    return data


def _refuse(content: bytes, address: str) -> None:
    try:
        refuse_other_formats(content, Path())
    except ReadError as error:
        cause = error.cause.replace("the file", "what it sends")
        raise ReadError(f"the address {address} is no page: {cause}") from error


def _as_served(content: bytes, charset: str) -> tuple[bytes, tuple[str, ...]]:
    """A page that says of itself what its server says of it.

    To a browser the server has the say over the page; in a file nothing is left
    of what it said: https://html.spec.whatwg.org/#determining-the-character-encoding
    """
    served = webencodings.lookup(charset) if charset else None
    used = decode(content).source
    if served is None or used.bom or served.name == used.encoding or content.isascii():
        return content, ()
    try:
        text, _ = served.codec_info.decode(content, "strict")
    except UnicodeDecodeError:
        return content, ()
    if text == used.text:
        return content, ()
    told = f"its server says that it is {served.name}; it was written down as UTF-8"
    return codecs.BOM_UTF8 + text.encode(), (told,)
