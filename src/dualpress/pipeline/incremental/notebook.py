"""What a run does, noted for the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from dualpress.catalog import Catalog
from dualpress.catalog.sidecar import sidecar_path
from dualpress.pipeline.incremental.as_json import (
    json_of,
    json_of_lists,
    json_of_order,
    json_of_warnings,
)
from dualpress.pipeline.incremental.changed import Changed
from dualpress.pipeline.incremental.database import Database, Renewal, Row
from dualpress.pipeline.incremental.last_run import LastRun, is_text
from dualpress.pipeline.incremental.note import Standing
from dualpress.pipeline.incremental.outcome import Noted, Outcome
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.incremental.snapshot import Snapshot
from dualpress.pipeline.incremental.terms import Terms
from dualpress.pipeline.incremental.written import is_written
from dualpress.pipeline.signatures import Signatures
from dualpress.site.manifest import MANIFEST
from dualpress.site.references import Name

__all__ = ["Notebook"]


class Notebook:
    """Notes what a run does; where that cannot be, the next does all of it again.

    Args:
        database: where it is noted.
        snapshot: of what the run reads.
        outputs: what it writes.
        signatures: that told the files of both.
        last: what the last run noted.
        terms: by which the run goes.
    """

    def __init__(
        self,
        database: Database,
        snapshot: Snapshot,
        outputs: Outputs,
        signatures: Signatures,
        last: LastRun,
        terms: Terms,
    ) -> None:
        self._database = database
        self._snapshot = snapshot
        self._outputs = outputs
        self._signatures = signatures
        self._last = last
        self._terms = terms
        self._overtaken: set[str] = set()

    def renew(self, po: Path, catalog: Catalog) -> None:
        """Take a PO file as this run left it for the one that it read.

        Where it is not as it was left, or other things may be told of it when
        it is read again, its article is opened in the next run.

        Args:
            po: the file.
            catalog: that was written to it, or read from it.
        """
        changed = [self._snapshot.renew(file) for file in (po, sidecar_path(po))]
        if any(changed) and (catalog.warnings or not is_written(catalog, po)):
            self._overtaken.add(catalog.article)

    def remember(self, outcome: Outcome) -> None:
        """Note a run that looked at all articles."""
        with (
            suppress(sqlite3.Error, OSError, UnicodeError),
            self._database.renewed(set(outcome.known)) as renewal,
        ):
            files, is_whole = self._add(renewal, outcome.made, self._last.rows)
            facts = self._facts_of(outcome)
            if is_whole and outcome.is_whole:
                facts |= self._facts_of_files(self._outputs.looks())
                facts["warnings"] = json_of_warnings(outcome.warnings)
            self._tell(renewal, facts, files)

    def amend(
        self,
        changed: Changed,
        made: Mapping[str, Noted],
        lists: Mapping[str, tuple[str, Standing]],
        written: Iterable[PurePosixPath],
    ) -> None:
        """Note a run that made nothing but a few articles.

        Args:
            changed: these, as :meth:`.ChangeDetector.few` gave them.
            made: what they became, by their ids.
            lists: the pages of lists that were made for these, with digests of what they show.
            written: the files of the output folder that it wrote.
        """
        # What somebody changed meanwhile is not taken for what this run left.
        looks = dict(self._outputs.first_looks)
        looks |= {path.as_posix(): self._outputs.left(path) for path in written}
        with (
            suppress(sqlite3.Error, OSError, UnicodeError),
            self._database.amended(made, self._last.facts) as renewal,
        ):
            files, is_whole = self._add(renewal, made.items(), changed.rows)
            facts = {**self._last.facts, **self._facts_of_terms}
            facts["manifest"] = looks.get(MANIFEST.as_posix(), "")
            if lists:
                facts["lists"] = json_of_lists({**self._last.lists, **lists})
            if is_whole:
                facts |= self._facts_of_files(looks)
            else:
                del facts["read"]
            self._tell(renewal, facts, files)

    def remember_terms(self) -> None:
        """Note the glossary of a run that had nothing to do."""
        self.amend(Changed({}, {}, {}), {}, {}, ())

    def _add(
        self,
        renewal: Renewal,
        made: Iterable[tuple[str, Noted]],
        before: Mapping[str, Row],
    ) -> tuple[dict[str, str], bool]:
        """Note articles.

        Args:
            renewal: notes them.
            made: them, with their ids.
            before: what was noted of them, by their ids.

        Returns:
            The files of the posts folder that they asked for, with their signatures, and whether
            the next run would have nothing to do for them.
        """
        is_whole, asked = True, set[Name]()
        for name, noted in made:
            if not is_text(name, *(key for _, key in (*noted.asked, *noted.view.names))):
                is_whole = False
                continue
            row = self._row(name, noted, before.get(name))
            renewal.add(name, row)
            is_whole = is_whole and row.own is not None and bool(row.texts)
            asked |= noted.asked
        files = {key: self._snapshot.beside(key) for kind, key in asked if kind == "file"}
        return files, is_whole

    def _row(self, name: str, noted: Noted, before: Row | None) -> Row:
        is_settled = noted.is_settled and name not in self._overtaken
        own = self._snapshot.own(name, noted.post) if is_settled else None
        aside = noted.aside() if noted.aside is not None else None
        try:
            texts = dict(json_of(noted, aside))
        except ValueError:  # names of files that are no UTF-8
            own, texts = None, {}
        is_drafted = noted.is_drafted or self._was_drafted(name, own, before)
        words = aside.words if aside is not None else None
        return Row(own, is_drafted, noted.view, texts, noted.asked, words)

    def _was_drafted(self, name: str, own: str | None, before: Row | None) -> bool:
        """Whether an article that is what it was had nothing to be drafted."""
        is_same = own is not None and before is not None and before[:2] == (own, True)
        return is_same and name not in self._terms.concerned

    def _facts_of(self, outcome: Outcome) -> dict[str, str]:
        """What is noted of the whole, be there something left to do or not."""
        learned_before = self._last.facts.get("learned", "")
        return {
            **self._facts_of_terms,
            "learned": self._snapshot.learned if outcome.has_learned else learned_before,
            "manifest": self._outputs.left(MANIFEST),
            "lists": json_of_lists(outcome.lists),
            "order": json_of_order(outcome.order),
        }

    @property
    def _facts_of_terms(self) -> dict[str, str]:
        return {
            # What was made by a glossary that changed meanwhile is to be made again.
            "common": "" if self._terms.is_torn else self._snapshot.common,
            "glossary": self._snapshot.glossary,
        }

    def _facts_of_files(self, looks: Mapping[str, str]) -> dict[str, str]:
        """By what it is told that the files are as a run left them that left nothing to do.

        Args:
            looks: the signatures of what it wrote.
        """
        return {"read": self._snapshot.whole, "written": self._outputs.digest(looks)}

    def _tell(self, renewal: Renewal, facts: Mapping[str, str], files: Mapping[str, str]) -> None:
        read, doubts = self._snapshot.files, self._signatures.doubts
        renewal.tell(facts, read, files, doubts, self._terms.changed)
