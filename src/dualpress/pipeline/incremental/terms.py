"""The project's glossary, and the articles that its changes since the last run concern."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from dualpress.glossary import Glossary, Term, read_glossary
from dualpress.glossary.changes import Changes
from dualpress.pipeline.incremental.last_run import LastRun
from dualpress.pipeline.incremental.snapshot import Snapshot

__all__ = ["Terms"]


class Terms:
    """The project's glossary, beside the one that the last run went by.

    Args:
        snapshot: of the project.
        last: what the last run noted.

    Attributes:
        is_torn: whether the files of the glossary changed while they were read.
    """

    def __init__(self, snapshot: Snapshot, last: LastRun) -> None:
        self._snapshot = snapshot
        self._last = last
        self.is_torn = False

    @cached_property
    def glossary(self) -> Glossary:
        """The terms by which this run is to go.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        # To read the files takes ten times as long.
        noted = self._last.terms if self._is_same else None
        if noted is not None:
            return Glossary(noted)
        glossary = read_glossary(self._snapshot.glossaries)
        self.is_torn = not self._snapshot.has_same_glossary()
        return glossary

    @property
    def changed(self) -> tuple[Term, ...] | None:
        """The rows of the glossary; ``None`` where those that are noted are the same.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        return None if self._is_same else self.glossary.terms

    @cached_property
    def concerned(self) -> Collection[str]:
        """The ids of the articles of which a change of the glossary may tell.

        Raises:
            GlossaryError: a file or row is wrong.
        """
        changed = self.changed
        if changed is None:
            return ()
        before = self._last.terms
        if before is not None:
            with suppress(LookupError):
                return set(self._concerned_by(before, changed))
        return self._last.rows.keys()

    @property
    def _is_same(self) -> bool:
        return self._last.facts.get("glossary") == self._snapshot.glossary

    def _concerned_by(self, before: Sequence[Term], now: Sequence[Term]) -> Iterator[str]:
        if before == now:
            return
        changes = Changes(before, now)
        for name, words in self._last.words():
            # What a row of an article's own glossary means depends on the project's.
            is_own = self._snapshot.has_own_terms(name)
            if words is None or is_own or changes.may_concern(words):
                yield name
