"""Whether the text of a page is in its language, and free of the marks of programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.article import Language
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import PageFacts, Passage, Reference
from dualpress.site.verify.passages import is_foreign
from dualpress.site.verify.site import VerifiedSite

__all__ = ["LeakRule", "ScriptRule"]

_NAMES = {Language.EN: "English", Language.HI: "Hindi"}
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
            for passage in (*page.foreign.get(language, ()), *_head(page, language)):
                message = f"“{passage.text}” is not {_NAMES[language]}"
                yield self.finding(path, passage.line, message)


def _head(page: PageFacts, language: Language) -> Iterator[Passage]:
    """What a page says of itself in its head."""
    for text, line in [page.title or Reference("", 1), *page.descriptions]:
        if is_foreign(text, language):
            yield Passage(line, text.strip())


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
            leaks = [leak for leak in page.leaks if leak.is_certain or leak.mark not in both]
            for leak in leaks[:_MOST_TOLD]:
                yield self.finding(path, leak.line, f"“{leak.mark}” stands on the page as text")
