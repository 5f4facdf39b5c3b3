"""What of a site that was published is noted for the next run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import PurePosixPath

from dualpress.pipeline.incremental import Note, Noted, Outputs, Standing
from dualpress.pipeline.publish.issue import Issue
from dualpress.pipeline.publish.make import Made
from dualpress.pipeline.publish.published import Published
from dualpress.pipeline.report import ArticleReport
from dualpress.site.told import NOTHING
from dualpress.spool import Kept

__all__ = ["Notary"]


class Notary:
    """Notes what a run made.

    Args:
        outputs: the output folder.
        published: what was made.
        reports: what is told of the articles, by their ids.
        matched: the selectors that match something in them, likewise.
        before: what the last run noted of an article, if that is known.
    """

    def __init__(
        self,
        outputs: Outputs,
        published: Published,
        reports: Mapping[str, ArticleReport],
        matched: Mapping[str, frozenset[str]],
        before: Callable[[str], Note | None],
    ) -> None:
        self._outputs = outputs
        self._published = published
        self._reports = reports
        self._matched = matched
        self._before = before
        self._media: dict[PurePosixPath, Standing] = {}

    def articles(self, drafted: Collection[str]) -> Iterator[tuple[str, Noted]]:
        """The articles that were opened or left as they were, by their ids.

        Args:
            drafted: the ids of those in which nothing waits to be drafted.
        """
        draft = self._published.draft
        for name, made in draft.made.items():
            issue = draft.issues[name]
            note = self._note(name, issue, made) if self._published.is_written else None
            is_settled = note is not None and self._is_settled(name, issue, note)
            yield (
                name,
                Noted(
                    post=issue.post,
                    view=draft.views[name],
                    note=note,
                    report=self._reports.get(name),
                    aside=issue.opened.aside if issue.opened is not None else None,
                    asked=made.asked,
                    is_settled=is_settled,
                    is_drafted=name in drafted,
                ),
            )

    def lists(self) -> Iterator[tuple[str, tuple[str, Standing]]]:
        """The lists that stand as they are to be, with digests of what they show."""
        draft = self._published.draft
        for path, digest in draft.lists.items() if self._published.is_written else ():
            if path in draft.files:
                sha256 = _sha256(draft.files[path]())
                yield path.as_posix(), (digest, self._outputs.standing(path, sha256))
            elif path in draft.standing:
                yield path.as_posix(), (digest, self._outputs.standing(path, draft.standing[path]))

    def _note(self, name: str, issue: Issue, made: Made) -> Note | None:
        if issue.opened is None:
            return None
        return Note(
            article=issue.article,
            row=self._published.row(name),
            pages=tuple(self._outputs.standing(page.path, page.sha256) for page in made.pages),
            media=tuple(self._standing_media({**made.kept_media, **made.media})),
            aliases=issue.aliases,
            matched=self._matched[name],
            is_held=not issue.opened.profile.is_published,
            told=self._published.draft.told.get(name, NOTHING),
        )

    def _standing_media(self, media: Mapping[PurePosixPath, Kept[bytes]]) -> Iterator[Standing]:
        for path, data in media.items():
            if path not in self._media:
                self._media[path] = self._outputs.standing(path, _sha256(data()))
            yield self._media[path]

    def _is_settled(self, name: str, issue: Issue, note: Note) -> bool:
        """Whether the next run would make the same of the same."""
        is_refused = issue.opened is not None and issue.opened.is_refused
        return (
            not is_refused
            and name not in self._published.failed
            and self._published.stays(name)
            and (not issue.kept or self._is_as_before(name, note))
        )

    def _is_as_before(self, name: str, note: Note) -> bool:
        """Whether an article with a page that is kept was the same in the last run.

        What is kept is what that run left, so it will be once more.
        """
        last = self._before(name)
        return (
            last is not None
            and last.article == note.article
            and [page[:2] for page in last.pages] == [page[:2] for page in note.pages]
        )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
