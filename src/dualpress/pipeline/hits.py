"""Where a word stands in the PO files, and what a human says to each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import regex

from dualpress.article import Status
from dualpress.catalog import Catalog, Entry, read_catalog
from dualpress.errors import DualpressError, WorkError
from dualpress.pipeline.journal import Change
from dualpress.pipeline.pofiles import PoFile
from dualpress.pipeline.words import Place, around, find_words, put_words

__all__ = ["Answer", "Ask", "Edit", "Hit", "Questions", "Search"]

_CONFIRMED = (Status.REVIEWED, Status.STALE)
"""A human wrote or read these; they are left unless asked for."""


class Answer(StrEnum):
    """What a human says to a hit."""

    YES = "yes"
    NO = "no"
    ALL = "all"
    """To this one and all that follow, yes."""
    QUIT = "quit"
    """To this one and all that follow, no; what was agreed to before is done."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that is found, in its context.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        status: how far the translation is.
        source: what it is a translation of.
        before: what stands before the word.
        word: the word as it stands there.
        new: what is to stand in its place.
        after: what stands after it.
    """

    path: Path
    line: int
    article: str
    status: Status
    source: str
    before: str
    word: str
    new: str
    after: str


Ask = Callable[[Hit], Answer]
"""Shows a hit to a human, and gives the answer."""


class Questions:
    """Asks a human about each hit, until the answer is meant for all that follow.

    Args:
        ask: the human; without one, the answer is yes.

    Attributes:
        kept: how many hits are not to be replaced.
    """

    def __init__(self, ask: Ask | None) -> None:
        self.kept = 0
        self._ask: Ask = ask or (lambda _: Answer.ALL)
        self._for_all: bool | None = None

    def agrees(self, hit: Hit) -> bool:
        """Whether this hit is to be replaced."""
        agreed = self._answer(hit) if self._for_all is None else self._for_all
        self.kept += not agreed
        return agreed

    def _answer(self, hit: Hit) -> bool:
        answer = self._ask(hit)
        if answer in (Answer.ALL, Answer.QUIT):
            self._for_all = answer is Answer.ALL
        return answer in (Answer.YES, Answer.ALL)


@dataclass(frozen=True)
class Edit:
    """What is to be changed in one file.

    Args:
        file: the PO file.
        read: its catalog as it was read.
        hits: what is replaced.
        entries: the entries that change, as they are to be.
    """

    file: PoFile
    read: Catalog
    hits: list[Hit]
    entries: Mapping[int, Entry]

    @property
    def catalog(self) -> Catalog:
        """The catalog as it is to be."""
        entries = (self.entries.get(at, entry) for at, entry in enumerate(self.read.entries))
        return replace(self.read, entries=tuple(entries))

    def changes(self, root: Path) -> Iterator[Change]:
        """What the journal says of it."""
        name = self.file.path.relative_to(root).as_posix()
        for at, entry in self.entries.items():
            before = self.read.entries[at]
            yield Change(name, entry.key, before.target, entry.target, entry.status)


class Search:
    """Looks for a word in one file after the other.

    Args:
        new: what is to stand in its place.
        pattern: of the word.
        questions: to the human.
        reviewed: whether confirmed sentences are meant too.

    Attributes:
        left: how many words stand in confirmed sentences that are not meant.
    """

    def __init__(
        self, new: str, pattern: regex.Pattern[str], questions: Questions, *, reviewed: bool
    ) -> None:
        self.questions = questions
        self.left = 0
        self._new = new
        self._pattern = pattern
        self._statuses = (Status.DRAFT, *_CONFIRMED) if reviewed else (Status.DRAFT,)

    def edit(self, file: PoFile, failures: list[DualpressError]) -> Edit | None:
        """What is to be changed in a file; ``None`` where nothing is."""
        try:
            catalog = read_catalog(file.path, article=file.article)
        except WorkError as error:
            failures.append(error)
            return None
        hits: list[Hit] = []
        entries = {
            at: changed
            for at, entry in enumerate(catalog.entries)
            if (changed := self._changed(entry, file, hits)) is not entry
        }
        return Edit(file, catalog, hits, entries) if entries else None

    def _changed(self, entry: Entry, file: PoFile, hits: list[Hit]) -> Entry:
        if entry.joins or entry.status not in (Status.DRAFT, *_CONFIRMED):
            return entry
        places = find_words(entry.target, self._pattern)
        if entry.status not in self._statuses:
            self.left += len(places)
            return entry
        agreed = {place: self._hit(entry, place, file) for place in places}
        agreed = {place: hit for place, hit in agreed.items() if self.questions.agrees(hit)}
        if not agreed:
            return entry
        hits.extend(agreed.values())
        return replace(entry, target=put_words(entry.target, agreed, self._new))

    def _hit(self, entry: Entry, place: Place, file: PoFile) -> Hit:
        before, word, after = around(entry.target, place)
        return Hit(
            path=file.path,
            line=entry.line or 0,
            article=file.article,
            status=entry.status,
            source=entry.source,
            before=before,
            word=word,
            new=self._new,
            after=after,
        )
