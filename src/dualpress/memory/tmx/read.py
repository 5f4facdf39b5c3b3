"""TMX to units, piece by piece, so that a file may be larger than the computer's memory.

A file is what someone sent. Expat reads no other file for it (a DTD that is
named is not fetched), and a declaration of an entity is refused: entities that
hold entities can grow without end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers import expat

from dualpress.article import Language, other
from dualpress.errors import CatalogError
from dualpress.files import reason
from dualpress.memory.tmx.inline import Mark, SegmentParts, with_tags
from dualpress.memory.tmx.unit import Unit

__all__ = ["read_tmx"]

_CHUNK = 2**16
_DATE = "%Y%m%dT%H%M%SZ"
_ARTICLE = "x-article"


def read_tmx(path: Path) -> Iterator[Unit]:
    """Read the units of a TMX file that are in both languages.

    Any encoding that the file declares will do, and any region of the two
    languages (``en-US``, ``hi_IN``). A unit with several variants in a
    language gives each of them.

    Args:
        path: the file; of version 1.1 to 1.4b.

    Raises:
        CatalogError: it cannot be read, is no well-formed XML, or no TMX;
            names the line. What was read before it stands.
    """
    reader = _Reader(path)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield from reader.read(chunk)
            yield from reader.read(b"", is_last=True)
    except OSError as error:
        raise CatalogError(f"The file cannot be read: {reason(error)}", path=path) from error


class _Reader:
    """Turns the events of the parser into units."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._refuse_unknown_entity
        self._units: list[Unit] = []
        self._unit = _UnitBuilder()
        self._source_language: Language | None = None
        self._segment: SegmentParts | None = None
        self._property: list[str] | None = None
        self._is_first = True

    def read(self, data: bytes, *, is_last: bool = False) -> list[Unit]:
        """Parse some bytes more, and give the units that ended in them."""
        self._units = []
        try:
            self._parser.Parse(data, is_last)
        except expat.ExpatError as error:
            cause = expat.ErrorString(error.code)
            raise self._refused(f"The file is no well-formed XML ({cause})") from error
        except (LookupError, ValueError) as error:  # of an encoding that Python does not know
            raise self._refused(f"The file declares an encoding that is unknown ({error})") from (
                error
            )
        return self._units

    def _start(self, element: str, attributes: Mapping[str, str]) -> None:
        if self._is_first and element != "tmx":
            raise self._refused(f"The file is no TMX: it begins with <{element}>")
        self._is_first = False
        if self._segment is not None:
            self._segment.start(element, attributes)
        elif element == "header":
            self._source_language = _language(attributes.get("srclang", ""))
        elif element == "tu":
            own = _language(attributes.get("srclang", ""))
            self._unit = _UnitBuilder(own or self._source_language, _date(attributes))
        elif element == "tuv":
            self._unit.begin_variant(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif element == "seg":
            self._segment = SegmentParts()
        elif element == "prop" and attributes.get("type") == _ARTICLE:
            self._property = []

    def _end(self, element: str) -> None:
        if element == "seg" and self._segment is not None:
            self._unit.end_variant(self._segment.parts())
            self._segment = None
        elif self._segment is not None:
            self._segment.end(element)
        elif element == "prop" and self._property is not None:
            self._unit.article = "".join(self._property)
            self._property = None
        elif element == "tu":
            self._units.extend(self._unit.units())

    def _text(self, text: str) -> None:
        if self._segment is not None:
            self._segment.text(text)
        elif self._property is not None:
            self._property.append(text)

    def _refuse_entity(self, name: str, *_: object) -> None:
        raise self._refused(
            f"The file declares an entity of its own, {name!r}, which no TMX needs",
            hint="Is it from where you think? Export it again",
        )

    def _refuse_unknown_entity(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise self._refused(
                f"XML has no entity &{name};", hint="Export the file again, as XML in UTF-8"
            )

    def _refused(self, cause: str, hint: str | None = None) -> CatalogError:
        line = self._parser.CurrentLineNumber
        return CatalogError(cause, path=self._path, line=line, hint=hint)


class _UnitBuilder:
    """Gathers the variants of a unit.

    Args:
        source_language: what was translated, if the file tells.
        changed: when it was last changed, if the file tells.
    """

    def __init__(
        self, source_language: Language | None = None, changed: datetime | None = None
    ) -> None:
        self.article: str | None = None
        self._source_language = source_language or Language.EN
        self._changed = changed
        self._language: Language | None = None
        self._variants: dict[Language, list[list[str | Mark]]] = {
            language: [] for language in Language
        }

    def begin_variant(self, tag: str) -> None:
        """A variant begins, in the language of a tag."""
        self._language = _language(tag)

    def end_variant(self, parts: list[str | Mark]) -> None:
        """The text of the variant ends."""
        if self._language is not None:
            self._variants[self._language].append(parts)

    def units(self) -> Iterator[Unit]:
        """Each variant in one language with each in the other."""
        languages = (self._source_language, other(self._source_language))
        for source in self._variants[languages[0]]:
            for target in self._variants[languages[1]]:
                texts = with_tags(source, target)
                yield Unit(*languages, *texts, self._changed, self.article)


def _language(tag: str) -> Language | None:
    """The language of a tag (BCP 47, or with an underscore), if it is one of the two."""
    first, *rest = tag.strip().lower().replace("_", "-").split("-")
    if "latn" in rest and first == Language.HI:  # Hindi in Latin letters is no text of a page
        return None
    return next((language for language in Language if language.value == first), None)


def _date(attributes: Mapping[str, str]) -> datetime | None:
    written = attributes.get("changedate") or attributes.get("creationdate") or ""
    try:
        return datetime.strptime(written, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
