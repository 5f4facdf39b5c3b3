"""Whether the text of a page is in its language, and free of the marks of programs."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.article import Language
from dualpress.site.verify.articles import is_article
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts, Said
from dualpress.site.verify.passages import is_foreign, is_foreign_title, is_private
from dualpress.site.verify.site import VerifiedSite

__all__ = ["LeakRule", "ScriptRule"]

_CURE_OF_HEAD = "Translate it in the head of the page"
_MOST_TOLD = 5


class ScriptRule(Rule):
    """No passage in the letters of the other language; a draft that is not listed may have some."""

    id = "script"
    cause = "A passage is in the other language's letters, and is not marked with lang."
    cure = 'Translate it; where it has to stay, mark it with lang="en" or lang="hi"'

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the passages of all pages in one of the two languages."""
        for path, page in site.pages.items():
            language = site.language(path)
            if language is None or page.noindex:
                continue
            for passage in page.foreign.get(language, ()):
                message = f"“{passage.text}” is not {language.english_name}"
                yield self.finding(path, passage.line, message)
            for said in _head(page):
                if self._is_foreign(site, page, said, language):
                    message = f"The {said.name}, “{said.text}”, is not {language.english_name}"
                    yield self.finding(path, said.line, message, cure=_CURE_OF_HEAD)

    def _is_foreign(
        self, site: VerifiedSite, page: PageFacts, said: Said, language: Language
    ) -> bool:
        """Whether what a page says of itself is for readers of the other language.

        A list of articles may be called as the site is, which may be a long name.
        """
        judge = is_foreign_title if is_article(site, page) else is_foreign
        return judge(said.text, language)


def _head(page: PageFacts) -> list[Said]:
    """What a page says of itself in its head."""
    title = [Said("title", page.title.value.strip(), page.title.line)] if page.title else []
    return [*title, *page.said]


class LeakRule(Rule):
    """No tag, placeholder or mark of a template as text."""

    id = "leak"
    cause = "A tag, a placeholder or a mark of a template stands on the page as text."
    cure = "Correct the translation or the template that it comes from"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the marks that were found; what both versions have may be the author's."""
        for path, page in site.pages.items():
            partner = site.pages.get(site.partners.get(path, ""))
            both = {leak.mark for leak in partner.leaks} if partner else set()
            leaks = [
                leak
                for leak in page.leaks
                if leak.is_certain
                or (leak.mark not in both and (partner or not is_private(leak.mark)))
            ]
            for leak in leaks[:_MOST_TOLD]:
                message = f"{_shown(leak.mark)} stands on the page as text"
                yield self.finding(path, leak.line, message)


def _shown(mark: str) -> str:
    """A mark as it can be read: by their numbers, if its characters have no shape."""
    if not is_private(mark):
        return f"“{mark}”"
    return f"A character without a meaning (U+{ord(mark[0]):04X})"
