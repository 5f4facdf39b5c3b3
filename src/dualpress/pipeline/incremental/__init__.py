"""What the last run read and wrote, so that the next does again only what it would do otherwise.

A cache, ``.dualpress/build.sqlite``: it may be deleted at any time, and
without it everything is built.
"""

from dualpress.pipeline.incremental.changed import Changed
from dualpress.pipeline.incremental.collector import paused, relieved
from dualpress.pipeline.incremental.last_run import LastRun
from dualpress.pipeline.incremental.note import Note, Standing, View, changed_names, view_of
from dualpress.pipeline.incremental.outcome import Aside, Noted, Outcome
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.incremental.reuse import Trusted
from dualpress.pipeline.incremental.state import BuildState
from dualpress.pipeline.incremental.texts import texts_of

__all__ = [
    "Aside",
    "BuildState",
    "Changed",
    "LastRun",
    "Note",
    "Noted",
    "Outcome",
    "Outputs",
    "Standing",
    "Trusted",
    "View",
    "changed_names",
    "paused",
    "relieved",
    "texts_of",
    "view_of",
]
