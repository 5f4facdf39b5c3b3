"""A glossary row as a value: what a term is called in both languages, and how it is used."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dualpress.article import Language

__all__ = ["PAGE", "Case", "Gender", "Kind", "ReadAs", "Term"]

PAGE = "page"
"""The domain of words on the page around the article: Home, Share, References.
They are found only where they stand alone, as in running text they are others."""


class Kind(StrEnum):
    """What a term names; the column ``kind``."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    ACRONYM = "acronym"
    WEAPON = "weapon"
    TITLE = "title"
    TERM = "term"
    KEEP = "keep"
    """Never translated: it stands in Hindi text as it stands in English text."""


class Case(StrEnum):
    """Which capitals a form needs to be found; the column ``case``."""

    SENSITIVE = "sensitive"
    """Exactly as written."""

    INSENSITIVE = "insensitive"
    """In any case."""

    AUTO = "auto"
    """The row's capitals are demanded; its small letters may be capitals at the
    start of a word (``Haqqani network`` finds ``Haqqani Network``, ``IT`` does
    not find ``it``)."""


class ReadAs(StrEnum):
    """How Hindi writes an acronym; the column ``read_as``."""

    LETTERS = "letters"
    """Letter by letter: BLA, बीएलए."""

    WORD = "word"
    """By its sound: NATO, नाटो."""

    OWN = "own"
    """Hindi has its own: BJP, भाजपा."""

    EXPAND = "expand"
    """By the full name: UN, संयुक्त राष्ट्र."""

    KEEP = "keep"
    """In Latin letters: GPS."""


class Gender(StrEnum):
    """The grammatical gender of the Hindi; the column ``gender``."""

    MASCULINE = "m"
    FEMININE = "f"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a glossary; texts are in NFC with single spaces.

    Args:
        en: the English headword, as it is written into English text.
        hi: the Hindi headword, as it is written into Hindi text.
        kind: what it names.
        forms_en: other English forms that stand for the same.
        forms_hi: other Hindi forms: variants, attributive, oblique, plural.
        accepted_en: English words that count in a translation, and are not looked
            for in a source, where they are often something else.
        accepted_hi: such Hindi words: ``नेता`` for a politician.
        case: which capitals the English forms need.
        read_as: how Hindi writes the acronym, if it is one.
        first_use: how Hindi writes it where the text spells it out for the
            first time: ``बलूच लिबरेशन आर्मी (बीएलए)``.
        gender: of ``hi``.
        honorific: whether the person takes plural verbs.
        ambiguous: the languages in which it may be another word (चीनी is also
            sugar): there it is reported, never enforced.
        preferred: of several English terms with this Hindi, the one to write.
        forbidden: renderings that are wrong, in either language.
        domain: the field it belongs to; :data:`PAGE` has a meaning of its own.
        as_of: since when it is known to hold, ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        note: for the editor.
        path: the file that it comes from.
        line: its line there, counted from 1.
    """

    en: str
    hi: str
    kind: Kind = Kind.TERM
    forms_en: tuple[str, ...] = ()
    forms_hi: tuple[str, ...] = ()
    accepted_en: tuple[str, ...] = ()
    accepted_hi: tuple[str, ...] = ()
    case: Case = Case.AUTO
    read_as: ReadAs | None = None
    first_use: str | None = None
    gender: Gender | None = None
    honorific: bool = False
    ambiguous: frozenset[Language] = frozenset()
    preferred: bool = False
    forbidden: tuple[str, ...] = ()
    domain: str | None = None
    as_of: str | None = None
    note: str | None = None
    path: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    def __hash__(self) -> int:
        """Of what tells rows apart: a hash of all that they say is dear."""
        return hash((self.en, self.hi))

    def headword(self, language: Language) -> str:
        """The form to write in ``language``."""
        return self.en if language is Language.EN else self.hi

    def forms(self, language: Language) -> tuple[str, ...]:
        """The forms to look for in a source in ``language``, the headword first."""
        other_forms = self.forms_en if language is Language.EN else self.forms_hi
        return (self.headword(language), *other_forms)

    def accepted(self, language: Language) -> tuple[str, ...]:
        """All that counts as this term in a translation into ``language``, the headword first."""
        more = self.accepted_en if language is Language.EN else self.accepted_hi
        return (*self.forms(language), *more)
