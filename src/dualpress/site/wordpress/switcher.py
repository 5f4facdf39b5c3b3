"""The switcher for a WordPress that has no plugin for languages: a small plugin of its own.

Its PHP is the same for every site; what it shows stands in a JSON file beside it.
"""

from __future__ import annotations

import hashlib
import html
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath

from dualpress.article import Language, other
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.render import script, stylesheet

__all__ = ["SwitchedPair", "Switcher", "switcher_files"]

_FOLDER = PurePosixPath("dualpress-switcher")
_SCHEMA = 1
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip archive can hold: the same bytes come of the same files."""


@dataclass(frozen=True, slots=True)
class SwitchedPair:
    """A post and its translation in WordPress.

    Args:
        id: of the article.
        posts: their numbers.
        urls: their addresses, as far as readers can open them.
    """

    id: str
    posts: Mapping[Language, int]
    urls: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Switcher:
    """What the switcher is to show.

    Args:
        names: of the languages, in themselves.
        regions: the BCP 47 tag of each language.
        default: the version for readers of any other language.
        reading: what the script may do.
        pairs: in the order of their ids.
    """

    names: Mapping[Language, str]
    regions: Mapping[Language, str]
    default: Language
    reading: ReaderSettings
    pairs: Sequence[SwitchedPair]


def switcher_files(switcher: Switcher) -> dict[PurePosixPath, bytes]:
    """The plugin, the same as an archive that WordPress installs, and plain HTML.

    Args:
        switcher: what it shows.

    Returns:
        The files, by their paths.
    """
    plugin = _plugin(switcher)
    return {
        PurePosixPath("README.txt"): _shipped("README.txt"),
        PurePosixPath(f"{_FOLDER}.zip"): _archive(plugin),
        **plugin,
        **dict(_snippets(switcher)),
    }


def _plugin(switcher: Switcher) -> dict[PurePosixPath, bytes]:
    assets = {"dualpress.css": stylesheet(), "dualpress.js": script()}
    version = hashlib.sha256(b"".join(assets.values())).hexdigest()[:12]
    content = {
        "dualpress-switcher.php": _shipped("dualpress-switcher.php"),
        "pairs.json": _document(switcher, version),
        **assets,
    }
    return {_FOLDER / name: data for name, data in content.items()}


def _document(switcher: Switcher, version: str) -> bytes:
    languages = {
        language.value: {
            "name": switcher.names[language],
            "locale": switcher.regions[language].replace("-", "_"),
        }
        for language in Language
    }
    document = {
        "schema": _SCHEMA,
        "version": version,
        "default": switcher.default.value,
        "languages": languages,
        "script": dict(_script_options(switcher.reading)),
        "pairs": [
            {language.value: pair.posts[language] for language in Language}
            for pair in switcher.pairs
        ],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _script_options(reading: ReaderSettings) -> Iterator[tuple[str, str]]:
    if reading.follows:
        yield "follow", ""
    if reading.remembers:
        yield "remember", ""
    if reading.shortcut:
        yield "shortcut", reading.shortcut


def _archive(plugin: Mapping[PurePosixPath, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in sorted(plugin.items()):
            # Stored, for another version of the library would compress it otherwise.
            archive.writestr(zipfile.ZipInfo(path.as_posix(), _EARLIEST), data)
    return buffer.getvalue()


def _snippets(switcher: Switcher) -> Iterator[tuple[PurePosixPath, bytes]]:
    """For each page of a pair, a link to the other to paste above its text."""
    for pair in switcher.pairs:
        if len(pair.urls) < 2:
            continue
        for language in Language:
            path = PurePosixPath("html", pair.id, f"{language.value}.html")
            yield path, f"<p>{_link(switcher, pair, other(language))}</p>\n".encode()


def _link(switcher: Switcher, pair: SwitchedPair, language: Language) -> str:
    url, name = html.escape(pair.urls[language]), html.escape(switcher.names[language])
    return (
        f'<a href="{url}" rel="alternate" hreflang="{language.value}" lang="{language.value}">'
        f"{name}</a>"
    )


def _shipped(name: str) -> bytes:
    return files("dualpress.site").joinpath("templates", "wordpress", name).read_bytes()
