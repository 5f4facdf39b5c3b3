"""Links between articles as a server has them: to the folder, not to the file in it."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from pathlib import PurePosixPath

from dualpress.article import Language, Source
from dualpress.html.attributes import find_attributes
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.patches import apply_patches
from dualpress.site.edits import Edits
from dualpress.site.references import parse_reference
from dualpress.site.urls import root_folder

__all__ = ["address_of", "with_folder_links"]

_INDEX = "index.html"


def address_of(place: PurePosixPath, hosted: Collection[Language] = ()) -> str:
    """The path of a page from the root that it is published under: ``/hi/teesta/``.

    Args:
        place: of the page in the built site.
        hosted: the languages whose folders are published at addresses of their own.
    """
    language = root_folder(place, hosted)
    if language is not None:
        place = place.relative_to(language.value)
    if place == PurePosixPath(_INDEX):
        return "/"
    return f"/{place.parent}/" if place.name == _INDEX else f"/{place}"


def with_folder_links(body: str, page: PurePosixPath, places: Collection[PurePosixPath]) -> str:
    """Let relative links to pages of the site name their folders.

    Args:
        body: HTML.
        page: where it is to stand in the built site.
        places: where the pages of the site stand.
    """
    parsed = parse(body)
    edits = Edits(parsed)
    for token in parsed.tokens:
        if token.kind is not TokenKind.START_TAG:
            continue
        for attribute in find_attributes(parsed.raw(token.span), token.span.start):
            value = _value(parsed, token.element, attribute.name)
            if value and (folder := _folder_link(value, page, places)):
                edits.set_attribute(token, attribute.name, folder)
    source = Source(body.encode("utf-8", "surrogatepass"), body, "utf-8")
    return apply_patches(source, edits.patches()).decode("utf-8", "surrogatepass")


def _value(page: Page, element: object, name: str) -> str | None:
    value = getattr(element, "attrs", {}).get(name)
    return value if isinstance(value, str) and _INDEX in value else None


def _folder_link(value: str, page: PurePosixPath, places: Collection[PurePosixPath]) -> str | None:
    reference = parse_reference(value)
    if reference is None or posixpath.basename(reference.path) != _INDEX:
        return None
    target = posixpath.normpath(posixpath.join(page.parent.as_posix(), reference.path))
    if PurePosixPath(target) not in places:
        return None
    path = value[: len(value) - len(reference.suffix)]
    return (path.removesuffix(_INDEX) or "./") + reference.suffix
