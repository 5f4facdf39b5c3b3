"""What became of a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from dualpress.errors import WorkError
from dualpress.pipeline.publish.draft import Draft
from dualpress.site.output import Written

__all__ = ["Published"]


@dataclass(frozen=True)
class Published:
    """What a build wrote.

    Args:
        output: what was done to the output folder.
        draft: the site, as far as nothing stood in its way.
        row: tells what is recorded of the addresses of an article.
        stays: tells whether these would be the same in the next run, of one that was opened.
        failures: what could not be written; all else was.
        failed: the ids of the articles that some of it concerns.
        is_written: whether all of the draft was written.
    """

    output: Written
    draft: Draft
    row: Callable[[str], str]
    stays: Callable[[str], bool]
    failures: tuple[WorkError, ...] = ()
    failed: frozenset[str] = frozenset()
    is_written: bool = True

    def pages(self, name: str) -> tuple[PurePosixPath, ...]:
        """Where the pages of an article stand that was opened in this run."""
        made = self.draft.made.get(name)
        paths = (page.path for page in made.pages) if made else ()
        return tuple(path for path in paths if path not in self.output.failed)

    def is_kept(self, name: str) -> bool:
        """Whether an article has a page that was left as it was."""
        issue = self.draft.issues.get(name)
        return issue is not None and bool(issue.kept)

    def warnings(self, name: str) -> tuple[str, ...]:
        """What is to be said of an article's pages, each thing once."""
        made = self.draft.made.get(name)
        return made.warnings if made else ()
