"""What the last run made that this one need not make again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from dualpress.pipeline.incremental.as_json import note_of, report_of, status_of
from dualpress.pipeline.incremental.collector import paused
from dualpress.pipeline.incremental.detection import ChangeDetector
from dualpress.pipeline.incremental.last_run import LastRun
from dualpress.pipeline.incremental.note import Note, Standing
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.packed import Packed
from dualpress.pipeline.report import ArticleReport, ArticleStatus
from dualpress.spool import Kept, Spool, Through

__all__ = ["Reuse", "Trusted"]


class Trusted:
    """The articles that are as the last run left them, and what it noted of the others.

    Args:
        noted: of each article the id, the note and the report, both as JSON; gone through once.
        untouched: the ids of those that may be as they were.
        stands: whether what was made of one stands as it was left.
        put_away: keeps the notes on the others.

    Attributes:
        notes: on what those that are as they were became, by their ids.
    """

    def __init__(
        self,
        noted: Iterable[tuple[str, ...]],
        untouched: Collection[str],
        stands: Callable[[Note], bool],
        put_away: Callable[[bytes], Kept[bytes]],
    ) -> None:
        self.notes: dict[str, Note] = {}
        self._others: dict[str, Kept[bytes]] = {}
        self._put_away = put_away
        self._stands = stands
        self._reports = Packed(self._taken(noted, untouched))

    @property
    def reports(self) -> Mapping[str, ArticleReport]:
        """What was told of these, by their ids."""
        places = {name: place for place, name in enumerate(self.notes)}
        return Through(places, self._reports.__getitem__)

    def note(self, name: str) -> Note | None:
        """What was noted of an article, be it still so or not; ``None`` if nothing is known."""
        if name in self.notes:
            return self.notes[name]
        with suppress(ValidationError):
            kept = self._others.get(name)
            return None if kept is None else note_of(kept().decode("utf-8", "surrogatepass"))
        return None

    def _taken(
        self, noted: Iterable[tuple[str, ...]], untouched: Collection[str]
    ) -> Iterator[ArticleReport]:
        """Take the notes that hold, and give what was told of their articles."""
        for name, note, report in noted:
            told = self._take(name, note, report) if name in untouched else None
            if told is None:
                self._others[name] = self._put_away(note.encode("utf-8", "surrogatepass"))
            else:
                yield told

    def _take(self, name: str, note: str, report: str) -> ArticleReport | None:
        """Take a note, if it holds, and give what was told of its article."""
        try:
            found, told = note_of(note), report_of(report)
        except ValidationError:
            return None
        if not self._stands(found):
            return None
        self.notes[name] = found
        return told


class Reuse:
    """Finds what of the last run need not be made, or told, anew.

    Args:
        last: what the last run noted.
        changes: what has changed since.
        outputs: the output folder as it is.
    """

    def __init__(self, last: LastRun, changes: ChangeDetector, outputs: Outputs) -> None:
        self._last = last
        self._changes = changes
        self._outputs = outputs

    def trusted(self, posts: Mapping[str, Path], spool: Spool) -> Trusted:
        """The articles whose posts, PO files, pictures and pages are as they were.

        Whether its address and what its pages say of others are what they were
        too, is for the caller to see.

        Args:
            posts: of the articles that are asked for, by their ids.
            spool: for what was noted of others.

        Raises:
            WriteError: the disk is full.
        """
        with paused():
            changed = self._changes.askers_of_changed_files()
            untouched = {name for name in self._untouched(posts) if name not in changed}
            noted = self._last.texts("note", "report")
            return Trusted(noted, untouched, self._stands, spool.put_bytes)

    def statuses(
        self, posts: Mapping[str, Path]
    ) -> dict[str, tuple[ArticleStatus, frozenset[str]]]:
        """What ``status`` told of articles whose posts, PO files and terms are as they were.

        Args:
            posts: of the articles that are asked for, by their ids.

        Returns:
            That, and the selectors of the configuration that match something in the article, by
            their ids.
        """
        found, untouched = {}, set(self._untouched(posts))
        for name, text in self._last.texts("status"):
            if name in untouched:
                with suppress(ValidationError):
                    found[name] = status_of(text)
        return found

    def drafted(self, posts: Mapping[str, Path]) -> set[str]:
        """The ids of the articles that ``translate`` would leave as they are.

        Args:
            posts: of the articles that are asked for, by their ids.
        """
        rows = self._last.rows
        return {name for name in self._untouched(posts) if rows[name].is_drafted}

    def lists(self, digests: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, Standing]:
        """The lists that stand as they are to be.

        Args:
            digests: of what each is to show, by path.
        """
        known = self._last.lists
        noted = {path: known[path.as_posix()] for path in digests if path.as_posix() in known}
        return {
            path: standing
            for path, (digest, standing) in noted.items()
            if digest == digests[path] and self._outputs.is_there(standing)
        }

    def _untouched(self, posts: Mapping[str, Path]) -> Iterator[str]:
        """The ids of the articles whose posts, PO files and terms are as they were."""
        return (name for name, post in posts.items() if self._changes.is_untouched(name, post))

    def _stands(self, note: Note) -> bool:
        """Whether the pages that a run made stand as it left them."""
        is_known = not note.is_held or self._last.facts.get("manifest") == self._outputs.manifest
        return is_known and all(map(self._outputs.is_there, note.files))
