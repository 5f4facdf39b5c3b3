"""Which articles a run need not open, since they would become what they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress

from dualpress.config import Project
from dualpress.pipeline.incremental.database import Database
from dualpress.pipeline.incremental.detection import ChangeDetector
from dualpress.pipeline.incremental.last_run import LastRun
from dualpress.pipeline.incremental.notebook import Notebook
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.incremental.reuse import Reuse
from dualpress.pipeline.incremental.snapshot import Snapshot
from dualpress.pipeline.incremental.terms import Terms
from dualpress.pipeline.report import RunReport
from dualpress.pipeline.signatures import Doubt, Signatures

__all__ = ["BuildState"]


class BuildState:
    """What the last run left, and whether it is still so.

    Args:
        project: that is to be built.

    Attributes:
        snapshot: of what the run reads, as it was before anything was read.
        outputs: what runs write, as it is.
        last: what the last run noted.
        terms: the project's glossary.
        changes: what has changed since the last run.
        reuse: what of that run need not be made again.
        notebook: where this run is noted.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
    """

    def __init__(self, project: Project) -> None:
        database = Database(project.state / "build.sqlite")
        signatures = Signatures(_doubts(database))
        self.snapshot = Snapshot(project, signatures)
        self.outputs = Outputs(project, signatures)
        self.last = LastRun(database, self.snapshot.common)
        self.terms = Terms(self.snapshot, self.last)
        now, last = (self.snapshot, self.outputs), (self.last, self.terms)
        self.changes = ChangeDetector(project, *now, *last)
        self.reuse = Reuse(self.last, self.changes, self.outputs)
        self.notebook = Notebook(database, *now, signatures, *last)

    def recall(self, *, drafted: bool = False, is_dry: bool = False) -> RunReport | None:
        """What the last run told; ``None`` where anything has changed since.

        Rows of the glossary that changed and concern no article are noted.

        Args:
            drafted: as for :meth:`.ChangeDetector.is_any`.
            is_dry: whether nothing is noted.

        Raises:
            GlossaryError: a file or row of the project's glossary is wrong.
        """
        report = None if self.changes.is_any(drafted=drafted) else self.last.report()
        has_read = report is not None and self.terms.changed is not None
        if has_read and not (is_dry or self.terms.is_torn):
            self.notebook.remember_terms()
        return report


def _doubts(database: Database) -> Mapping[str, Doubt]:
    """The files whose times may not tell of a change since the last run."""
    with suppress(sqlite3.Error):
        return database.doubts()
    return {}
