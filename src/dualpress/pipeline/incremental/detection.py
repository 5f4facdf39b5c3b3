"""What has changed since the last run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path

from dualpress.config import Project
from dualpress.pipeline.incremental.changed import Changed, owners, owns
from dualpress.pipeline.incremental.last_run import LastRun
from dualpress.pipeline.incremental.outputs import Outputs
from dualpress.pipeline.incremental.snapshot import Snapshot
from dualpress.pipeline.incremental.terms import Terms
from dualpress.site.references import Name

__all__ = ["ChangeDetector"]

_MOST_CHANGED = 100
"""Articles that are made by themselves; if that turns out not to do, it was for nothing."""


class ChangeDetector:
    """Compares a project as it is with what the last run noted of it.

    Args:
        project: that is compared.
        snapshot: of what it is made of.
        outputs: what was made of it.
        last: what the last run noted.
        terms: its glossary.
    """

    def __init__(
        self,
        project: Project,
        snapshot: Snapshot,
        outputs: Outputs,
        last: LastRun,
        terms: Terms,
    ) -> None:
        self._project = project
        self._snapshot = snapshot
        self._outputs = outputs
        self._last = last
        self._terms = terms

    def is_any(self, *, drafted: bool = False) -> bool:
        """Whether anything has changed.

        Args:
            drafted: whether articles in which something waits to be drafted count as changed,
                and files that the memory has not learned.

        Raises:
            GlossaryError: a file or row of the project's glossary is wrong.
        """
        if self._last.facts.get("read") != self._snapshot.whole or not self._is_as_left:
            return True
        return bool(self._terms.concerned) or (drafted and self._waiting() != set())

    def few(self, *, drafted: bool = False) -> Changed | None:
        """The articles that were changed, if a few were and nothing else.

        Args:
            drafted: whether articles in which something waits to be drafted count as changed,
                and files that the memory has not learned as something else.

        Returns:
            ``None`` where a file came or went, where the output folder is not as that run left
            it, and where that run would have more to do.

        Raises:
            GlossaryError: a file or row of the project's glossary is wrong.
        """
        if not self._last.facts.keys() >= {"read", "written", "warnings"}:
            return None
        waiting = self._waiting() if drafted else set()
        try:
            files = self._changed_files()
            if files is None or waiting is None or not self._is_as_left:
                return None
            askers = self.askers_of_changed_files()
            return self._told_of({*files, *askers, *self._terms.concerned, *waiting}, files)
        except LookupError:
            return None

    def is_untouched(self, name: str, post: Path) -> bool:
        """Whether what an article is made of is what it was, and was all that there was to do.

        Args:
            name: its id.
            post: its file.
        """
        row = self._last.rows.get(name)
        if row is None or row.own is None or name in self._terms.concerned:
            return False
        return row.own == self._snapshot.own(name, post)

    def askers_of_changed_files(self) -> set[str]:
        """The ids of the articles whose pages asked for a file beside the posts that changed."""
        asked = self._last.files_asked
        if asked is None:
            return set(self._last.rows)
        is_beside = self._snapshot.is_beside
        changed = [path for path, known in asked.items() if not is_beside(path, known)]
        return self._last.askers([Name("file", path) for path in changed])

    def _waiting(self) -> set[str] | None:
        """The ids of the articles in which something waits to be drafted.

        ``None`` where that is not known, or there is anything to be learned for it.
        """
        has_learned = self._last.facts.get("learned") == self._snapshot.learned
        return self._last.undrafted if has_learned else None

    @cached_property
    def _is_as_left(self) -> bool:
        """Whether the output folder is as the last run left it."""
        looks = self._outputs.first_looks
        is_same = self._last.facts.get("written") == self._outputs.digest(looks)
        return is_same and not self._outputs.has_links(looks)

    def _changed_files(self) -> Mapping[str, Collection[str]] | None:
        """The files that have changed, by the ids of the articles that they would be of.

        ``None`` where other files have as well, or too many.

        Raises:
            LookupError: what they were is not known any more.
        """
        files = self._snapshot.changed_since(self._last.files_read)
        if files is None or len(files) > _MOST_CHANGED:
            return None
        found: defaultdict[str, set[str]] = defaultdict(set)
        for file, name in owners(files, self._project):
            found[name].add(file)
        return found

    def _told_of(
        self, changed: Collection[str], files: Mapping[str, Collection[str]]
    ) -> Changed | None:
        """What is noted of articles that have changed, if they are few with a PO file of each.

        Args:
            changed: the ids of these.
            files: of theirs that have changed, by their ids; these have to be their own.

        Raises:
            LookupError: that is not known any more.
        """
        if len(changed) > _MOST_CHANGED:
            return None
        names = sorted(changed)
        reports = self._last.reports(names)
        has_po = all(self._snapshot.has_po(str(told.po)) for told in reports.values())
        if not has_po or not all(owns(reports[name], own) for name, own in files.items()):
            return None  # one may be a post that was renamed
        posts = {name: told.path for name, told in reports.items()}
        return Changed(posts, self._last.notes(names), self._last.rows_of(names))
