"""Whether what stands in the folder of a language is in that language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dualpress.article import Language
from dualpress.site.verify.base import Finding, Rule
from dualpress.site.verify.facts import primary_language
from dualpress.site.verify.site import VerifiedSite

__all__ = ["LanguageFolderRule"]

_FOLDER = re.compile(r"(?P<tag>(?:en|hi)(?:[-_][a-z]{2})?)/", re.IGNORECASE)


class LanguageFolderRule(Rule):
    """The folders ``en`` and ``hi``, which may stand at an address of their own each."""

    id = "language-folder"
    cause = "A page in the folder or on the subdomain of one language is in the other."
    cure = "Translate the page, move it to its own language, or leave it out until it is translated"

    def run(self, site: VerifiedSite) -> Iterable[Finding]:
        """Look at the pages that may be listed; what is told of their names is told there."""
        for path, page in site.pages.items():
            folder, language = _language_of(path), site.language(path)
            if page.noindex or None in (folder, language) or folder == language:
                continue
            if language and folder and folder not in site.called[path]:
                line = page.lang.line if page.lang else 1
                address = site.places.url_of(path) if site.has_address else path
                message = f"The page at {address} is in {language.english_name}"
                yield self.finding(
                    path, line, f"{message}, and its folder is for {folder.english_name}"
                )


def _language_of(path: str) -> Language | None:
    found = _FOLDER.match(path)
    return Language(primary_language(found["tag"])) if found else None
