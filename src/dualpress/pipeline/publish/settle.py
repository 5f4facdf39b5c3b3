"""Which pages of the articles have a place for themselves, and what is left of the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dualpress.errors import WorkError
from dualpress.pipeline.clashes import refuse_clashes
from dualpress.pipeline.publish.issue import Issue, Issuer
from dualpress.pipeline.url_record import UrlRecord
from dualpress.site.model import SiteArticle, SiteSettings

__all__ = ["Settled", "Settler"]

Open = Callable[[Iterable[Issue]], Iterable[Issue]]


@dataclass(frozen=True)
class Settled:
    """The articles that have a place.

    Args:
        issues: them, with the pages that have one.
        errors: why others have none.
        refused: the ids of the articles that these concern.
    """

    issues: Sequence[Issue]
    errors: tuple[WorkError, ...] = ()
    refused: frozenset[str] = frozenset()


class Settler:
    """Lets no two pages stand at one place.

    Args:
        issuer: knows what articles had before.
        settings: of the site.
        record: of the places that pages had before.
        open: opens articles that were not.
    """

    def __init__(
        self, issuer: Issuer, settings: SiteSettings, record: UrlRecord, open: Open
    ) -> None:
        self._issuer = issuer
        self._settings = settings
        self._record = record
        self._open = open

    def settle(self, issues: Iterable[Issue]) -> Settled:
        """Leave the pages that have a place; in the stead of others, those that were there."""
        found = {issue.article.id: issue for issue in issues}
        entries = [found[name].article for name in sorted(found)]
        articles, refused = refuse_clashes(entries, self._settings, self._record)
        unopened = [found[name] for name in sorted(refused) if found[name].note is not None]
        if unopened:
            opened = {issue.article.id: issue for issue in self._open(unopened)}
            return self.settle({**found, **opened}.values())
        left = [
            settled
            for name in sorted(found)
            for settled in self._left(found[name], articles.get(name))
        ]
        errors = [error for own in refused.values() for error in own]
        if not refused:
            return Settled(left)
        # A former page may stand where one was to be that is new there.
        rest = self.settle(left)
        told = {error.cause for error in errors}
        more = (error for error in rest.errors if error.cause not in told)
        return Settled(rest.issues, (*errors, *more), rest.refused | refused.keys())

    def without(self, issues: Iterable[Issue], failed: Collection[str]) -> Iterator[Issue]:
        """The articles, but for those that failed; their former pages in their stead."""
        for issue in issues:
            if issue.article.id not in failed:
                yield issue
            elif issue.opened is not None or issue.note is not None:
                yield from self._issuer.of_former(issue.article.id, issue.post)
            elif issue.kept.keys() > {issue.article.source_language}:
                yield _original_alone(issue)

    def _left(self, issue: Issue, article: SiteArticle | None) -> Iterator[Issue]:
        """What is left of an article if only that has a place."""
        if article is None:
            yield from self.without([issue], [issue.article.id])
        elif article.versions.keys() == issue.article.versions.keys():
            yield issue if article is issue.article else replace(issue, article=article)
        else:
            yield self._issuer.with_former_translation(issue, article)


def _original_alone(issue: Issue) -> Issue:
    """An article of kept pages without its translation, in whose way something may be."""
    source = issue.article.source_language
    version = issue.article.versions[source]
    article = replace(issue.article, versions={source: version}, has_bilingual=False)
    return replace(issue, article=article, kept={source: issue.kept[source]})
