"""From the events of an XML parser to the items and terms of an export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from dualpress.site.wordpress.wxr import Channel, ItemTerm, WxrItem, WxrTerm, number
from dualpress.site.wordpress.xml_text import restored

__all__ = ["MOST_CHARACTERS", "Refuse", "TextEndsEarly", "WxrEvents"]

Refuse = Callable[[str, str], NoReturn]
"""Is told why the file cannot be used, and what to do."""

MOST_CHARACTERS = 16 * 2**20
"""Of one text; the longest article is far from it."""

_DEEPEST = 64
_CHANNEL = frozenset(("link", "language", "wp:wxr_version", "wp:base_blog_url"))
_ITEM = frozenset(
    "title link guid dc:creator content:encoded excerpt:encoded wp:post_id wp:post_date "
    "wp:post_date_gmt wp:post_modified wp:post_modified_gmt wp:post_name wp:status "
    "wp:post_type wp:post_password wp:post_parent wp:menu_order wp:comment_status category".split()
)
_TERMS = {
    "wp:category": {
        "wp:term_id": "id",
        "wp:category_nicename": "slug",
        "wp:cat_name": "name",
        "wp:category_parent": "parent",
        "wp:category_description": "description",
    },
    "wp:tag": {
        "wp:term_id": "id",
        "wp:tag_slug": "slug",
        "wp:tag_name": "name",
        "wp:tag_description": "description",
    },
    "wp:term": {
        "wp:term_id": "id",
        "wp:term_taxonomy": "taxonomy",
        "wp:term_slug": "slug",
        "wp:term_parent": "parent",
        "wp:term_name": "name",
        "wp:term_description": "description",
    },
}
_TAXONOMIES = {"wp:category": "category", "wp:tag": "post_tag"}
_FEEDS = {"feed": "an Atom feed", "rdf:RDF": "an RSS feed", "html": "a web page"}
_EXPORT = "WordPress makes one under Tools → Export"


class TextEndsEarly(Exception):
    """An element stands in the middle of a text."""


class WxrEvents:
    """Gathers what the elements of an export hold.

    Args:
        fields: the custom fields of items that are wanted.
        refuse: raises an error that names the file and the line.
        channel: is filled with what the file says of its site.
        terms: is filled with the terms that it lists.
    """

    def __init__(
        self, fields: frozenset[str], refuse: Refuse, channel: Channel, terms: list[WxrTerm]
    ) -> None:
        self._fields = fields
        self._refuse = refuse
        self._channel = channel
        self._terms = terms
        self._items: list[WxrItem] = []
        self._stack: list[str] = []
        self._item: WxrItem | None = None
        self._values: dict[str, str] = {}
        self._attributes: Mapping[str, str] = {}
        self._leaf: list[str] | None = None
        self._size = 0
        self.parser = self._parser()

    @property
    def open_text(self) -> str | None:
        """The element whose text is being read, if one is."""
        return self._stack[-1] if self._leaf is not None else None

    def taken(self) -> list[WxrItem]:
        """The items that ended since this was last asked."""
        items, self._items = self._items, []
        return items

    def _parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = 2**16
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        return parser

    def _refuse_doctype(self, name: str, *_: object) -> None:
        self._refuse(
            f"the file declares a document type, {name!r}, which no export of WordPress has",
            f"Is it from where you think? {_EXPORT}",
        )

    def _start(self, element: str, attributes: Mapping[str, str]) -> None:
        stack = self._stack
        if self._leaf is not None:
            raise TextEndsEarly
        stack.append(element)
        depth = len(stack)
        if depth == 1 and element != "rss":
            kind = _FEEDS.get(element, f"XML that begins with <{element}>")
            self._refuse(f"the file is no export of WordPress but {kind}", _EXPORT)
        elif depth > _DEEPEST:
            self._refuse("elements stand in each other without end", _EXPORT)
        elif depth == 3:
            self._start_of_channel(element)
        elif depth == 4:
            self._start_of_item(element, attributes)
        elif depth == 5 and stack[3] == "wp:postmeta" and self._item is not None:
            self._start_of_field(element)

    def _start_of_channel(self, element: str) -> None:
        if element == "item":
            self._item = WxrItem(self.parser.CurrentLineNumber)
        elif element in _TERMS:
            self._values = {}
        elif element in _CHANNEL:
            self._begin_text()

    def _start_of_item(self, element: str, attributes: Mapping[str, str]) -> None:
        if self._item is None:
            if element in _TERMS.get(self._stack[2], ()):
                self._begin_text()
        elif element == "wp:postmeta":
            self._values = {}
        elif element in _ITEM:
            self._attributes = attributes
            self._begin_text()

    def _start_of_field(self, element: str) -> None:
        if element == "wp:meta_key" or self._values.get("wp:meta_key") in self._fields:
            self._begin_text()

    def _begin_text(self) -> None:
        self._leaf, self._size = [], 0
        self.parser.CharacterDataHandler = self._more_text

    def _more_text(self, text: str) -> None:
        if self._leaf is None:
            return
        self._size += len(text)
        if self._size > MOST_CHARACTERS:
            self._leaf.clear()
        else:
            self._leaf.append(text)

    def _end(self, element: str) -> None:
        depth = len(self._stack)
        if self._leaf is not None:
            self.parser.CharacterDataHandler = None
            text, self._leaf = restored("".join(self._leaf)), None
            self._end_of_text(element, text, depth)
        elif depth == 3 and element == "item" and self._item is not None:
            self._end_of_item(self._item)
            self._item = None
        elif depth == 3 and element in _TERMS:
            self._end_of_term(element)
        elif depth == 4 and element == "wp:postmeta" and self._item is not None:
            self._end_of_field(self._item)
        self._stack.pop()

    def _end_of_text(self, element: str, text: str, depth: int) -> None:
        if depth == 3:
            self._end_of_fact(element, text.strip())
        elif depth == 5 or self._item is None:
            self._values[element] = text
        elif element == "category":
            taxonomy = self._attributes.get("domain", "")
            slug = restored(self._attributes.get("nicename", ""))
            self._item.terms.append(ItemTerm(taxonomy, slug, text))
        elif element != "link" or not self._item.values.get("link"):
            self._item.values[element] = text
        if self._size > MOST_CHARACTERS and self._item is not None:
            self._item.oversized.add(element)

    def _end_of_fact(self, element: str, text: str) -> None:
        if element == "wp:wxr_version":
            self._channel.version = text
            if not text.startswith("1."):
                version = text[:20]
                self._refuse(
                    f"the export is of version {version}, which dualpress does not know", ""
                )
        elif element == "language":
            self._channel.language = text
        elif element == "wp:base_blog_url" or not self._channel.url:
            self._channel.url = text

    def _end_of_item(self, item: WxrItem) -> None:
        if not self._channel.version and not item.id:
            self._refuse("the file is no export of WordPress but an RSS feed", _EXPORT)
        self._items.append(item)

    def _end_of_term(self, element: str) -> None:
        told = {_TERMS[element][name]: text for name, text in self._values.items()}
        told["taxonomy"] = told.get("taxonomy") or _TAXONOMIES.get(element, "")
        told.pop("id", None)
        term_id = number(self._values, "wp:term_id")
        self._terms.append(WxrTerm(term_id, **{"slug": "", "name": "", **told}))

    def _end_of_field(self, item: WxrItem) -> None:
        key = self._values.get("wp:meta_key", "")
        if key in self._fields and "wp:meta_value" in self._values:
            item.fields[key] = self._values["wp:meta_value"]
