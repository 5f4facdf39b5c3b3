"""Which links of a page are there for readers who want it in another language."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from dualpress.article import Language
from dualpress.site.verify.elements import Attributes
from dualpress.site.verify.facts import LanguageLink, PageFacts

__all__ = ["OWN_NAMES", "LinkReader", "language_of_name"]

OWN_NAMES: Mapping[Language, tuple[str, ...]] = {
    Language.EN: ("English",),
    Language.HI: ("हिन्दी", "हिंदी"),
}
"""What a language is called by those who read it."""

_OTHER_NAMES = {
    Language.EN: ("eng", "en", "अंग्रेज़ी", "अंग्रेजी", "इंग्लिश"),
    Language.HI: ("hindi", "hin", "hi"),
}
_BY_NAME = {
    unicodedata.normalize("NFC", name).casefold(): language
    for names in (OWN_NAMES, _OTHER_NAMES)
    for language in Language
    for name in names[language]
}
_MOST_TEXT = 80


def language_of_name(text: str) -> Language | None:
    """The language that a text is a name of."""
    return _BY_NAME.get(unicodedata.normalize("NFC", text).casefold())


class LinkReader:
    """Reads the links of one page as they come.

    Attributes:
        is_open: whether the text that comes is a link's.
    """

    def __init__(self) -> None:
        self.is_open = False
        self._attributes: Attributes = {}
        self._pieces: list[str] = []
        self._lang = ""
        self._is_switcher = False
        self._line = 1

    def start(self, attributes: Attributes, *, is_switcher: bool, line: int) -> None:
        """Begin a link."""
        self.is_open = True
        self._attributes, self._pieces, self._lang = attributes, [], ""
        self._is_switcher, self._line = is_switcher, line

    def text(self, data: str, lang: str | None) -> None:
        """Note a piece of text, which may be the link's, and the language that it is marked as."""
        if self.is_open and len(self._pieces) < _MOST_TEXT:
            self._pieces.append(data)
            self._lang = self._lang or lang or ""

    def end(self, facts: PageFacts) -> None:
        """End the link, and keep it if it seems to lead to another language."""
        if not self.is_open:
            return
        self.is_open = False
        attributes = self._attributes
        text = " ".join("".join(self._pieces).split())[:_MOST_TEXT]
        is_wanted = self._is_switcher or "hreflang" in attributes or language_of_name(text)
        if attributes.get("href", "").strip() and is_wanted:
            facts.language_links.append(
                LanguageLink(
                    attributes["href"].strip(),
                    text,
                    attributes.get("hreflang", "").strip(),
                    self._lang,
                    attributes.get("aria-current", "false").lower() not in ("", "false"),
                    self._line,
                )
            )
