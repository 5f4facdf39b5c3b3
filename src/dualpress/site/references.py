"""The relative references of a post: which file beside it, or which other post, each means."""

from __future__ import annotations

import copy
import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from dualpress.site.model import SiteArticle
from dualpress.site.own_address import split_url
from dualpress.site.urls import absolute_url

__all__ = [
    "Name",
    "Posts",
    "Reference",
    "css_references",
    "parse_reference",
    "replace_css",
    "replace_srcset",
]


class Name(NamedTuple):
    """What a reference can lead to.

    Args:
        kind: ``post`` (the path of an article's post), ``id`` (of an article),
            ``address`` (of an article), or ``file`` (the path of any file).
        key: equal where two names mean the same.
    """

    kind: str
    key: str


class Reference(NamedTuple):
    """A relative URL, taken apart.

    Args:
        path: the file that it names, percent-decoded, relative to what refers to it.
        suffix: query and fragment, as they stand.
    """

    path: str
    suffix: str


# What the URL standard drops: https://url.spec.whatwg.org/#concept-basic-url-parser
_DROPPED = re.compile(r"\A[\x00-\x20]+|[\x00-\x20]+\Z|[\t\n\r]")
_NOT_RELATIVE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_SUFFIX = re.compile(r"[?#].*", re.DOTALL)
_TEMPLATE_MARK = re.compile(r"\{\{|\{%|<%")


def parse_reference(url: str) -> Reference | None:
    """Take a relative URL apart.

    Returns:
        ``None`` where the URL means the same wherever the page stands
        (``https:``, ``data:``, ``/root``, ``#fragment``), and where it is no
        URL yet but a mark of a template language.
    """
    url = _DROPPED.sub("", url)
    if not url or _NOT_RELATIVE.match(url) or _TEMPLATE_MARK.search(url):
        return None
    suffix = _SUFFIX.search(url)
    path = url[: suffix.start()] if suffix else url
    # Browsers take a backslash for a slash, and pages from Windows have some.
    return Reference(unquote(path.replace("\\", "/")), suffix[0] if suffix else "")


_NOTHING: frozenset[Name] = frozenset()
"""What most pages ask for: one for all, of which each would have one of its own."""


class Posts:
    """What relative references can lead to: files of the posts folder, and articles.

    Args:
        folder: the posts folder; nothing outside of it is ever published.
        articles: those of the site.
        base_url: the site's address, where it is known.
        known: what :meth:`names_of` has of some articles, by their ids.
    """

    def __init__(
        self,
        folder: Path,
        articles: Iterable[SiteArticle],
        base_url: str | None = None,
        known: Mapping[str, Iterable[Name]] = MappingProxyType({}),
    ) -> None:
        self.folder = folder
        self._base_url = base_url or f"{_NOWHERE}/"
        self._articles = {
            name: article
            for article in articles
            for name in known.get(article.id) or self.names_of(article)
        }
        self._asked: set[Name] = set()

    def listening(self) -> Posts:
        """The same, with a list of its own of what it is asked for."""
        twin = copy.copy(self)
        twin._asked = set()
        return twin

    @property
    def asked(self) -> frozenset[Name]:
        """The names that it was asked for, whether there was something or not."""
        return frozenset(self._asked) or _NOTHING

    def names_of(self, article: SiteArticle) -> Iterator[Name]:
        """All names under which an article is found."""
        yield Name("post", _key(article.post.as_posix()))
        yield Name("id", _key(article.id))
        yield from (_address_name(address) for address in self._addresses(article))

    def article(self, path: PurePosixPath) -> SiteArticle | None:
        """The article at a path relative to the posts folder: its file, its folder, or its id."""
        key = _key(path.as_posix())
        folder_key = _key((path / "index.html").as_posix())
        names = [Name("post", key), Name("post", folder_key), Name("id", key)]
        return next(filter(None, map(self._find, names)), None)

    def article_of(self, article_id: str) -> SiteArticle | None:
        """The article of an id."""
        return self._find(Name("id", _key(article_id)))

    def article_at(self, url: str) -> SiteArticle | None:
        """The article whose original stands at a URL with a host or from the root (``/2024/x/``).

        Query and fragment do not count, nor whether the scheme is secure.
        """
        url = _DROPPED.sub("", url)
        is_absolute = split_url(url)[0] in ("http", "https")
        is_from_root = url.startswith("/") and not _TEMPLATE_MARK.search(url)
        if not (is_absolute or is_from_root):
            return None
        return self._find(_address_name(urljoin(self._base_url, url)))

    def _find(self, name: Name) -> SiteArticle | None:
        self._asked.add(name)
        return self._articles.get(name)

    def _addresses(self, article: SiteArticle) -> Iterator[str]:
        """Where an article's original stands, and where it says that it stands."""
        if article.canonical:
            yield article.canonical
            if self._base_url.startswith(_NOWHERE):
                yield f"{_NOWHERE}{split_url(article.canonical)[2]}"
        source = article.source_language
        yield article.urls.get(source) or absolute_url(self._base_url, article.path(source))

    def has_file(self, path: PurePosixPath) -> bool:
        """Whether a file stands there and, symbolic links followed, inside the posts folder."""
        file = self.folder / path
        self._asked.add(Name("file", path.as_posix()))
        try:
            return file.is_file() and file.resolve().is_relative_to(self.folder.resolve())
        except (OSError, ValueError):  # what is no name of a file: too long, with a NUL
            return False

    def resolve(self, reference: Reference, referrer: PurePosixPath) -> PurePosixPath | None:
        """The path, relative to the posts folder, that a reference names.

        Args:
            reference: as it stands in a file.
            referrer: that file, relative to the posts folder.

        Returns:
            ``None`` if it leads out of the posts folder.
        """
        joined = posixpath.normpath(posixpath.join(referrer.parent.as_posix(), reference.path))
        return None if joined.split("/")[0] == ".." else PurePosixPath(joined)


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path)


_NOWHERE = "http://site.invalid"
"""In the place of a site whose address is not known (RFC 2606)."""


def _address_name(url: str) -> Name:
    """What is equal where two URLs lead to one page: host, and path without its end."""
    _, host, path, _ = split_url(url)
    return Name("address", f"{host}{_key(unquote(path)).removesuffix('index.html').rstrip('/')}")


Replace = Callable[[str], str]
"""From a URL to the one that is to stand in its place."""

# https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
_CANDIDATE = re.compile(
    r"(?P<before>[\s,]*)(?P<url>\S*[^\s,])(?P<after>\s+[^,(]*(?:\([^)]*\)[^,(]*)*)?"
)
_CSS_URL = re.compile(
    r"""(?P<before>\burl\(\s*|@import\s+(?=["']))"""
    r"""(?:"(?P<double>[^"\\\n]*)"|'(?P<single>[^'\\\n]*)'|(?P<bare>[^\s"'()\\]+))""",
    re.IGNORECASE,
)


def replace_srcset(srcset: str, replace: Replace) -> str:
    """Replace the URL of each candidate of a ``srcset``."""
    return _CANDIDATE.sub(
        lambda found: found["before"] + replace(found["url"]) + (found["after"] or ""), srcset
    )


def replace_css(css: str, replace: Replace) -> str:
    """Replace the URLs in a piece of CSS: ``url(…)`` and ``@import``."""

    def rewrite(found: re.Match[str]) -> str:
        group = found.lastgroup or "bare"
        start, end = found.start(group) - found.start(), found.end(group) - found.start()
        return found[0][:start] + replace(found[group]) + found[0][end:]

    return _CSS_URL.sub(rewrite, css)


def css_references(css: str) -> Iterator[str]:
    """Yield the URLs in a piece of CSS."""
    for found in _CSS_URL.finditer(css):
        yield found[found.lastgroup or "bare"]
