"""Asking what the glossary makes of one translation."""

from collections.abc import Iterable

from dualpress.article import Language, other
from dualpress.glossary import Enforced, Glossary, Term, enforce
from dualpress.glossary.enforcing import Alone

EN, HI = Language.EN, Language.HI


class Mender:
    """A glossary that is enforced on translations, one at a time."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.glossary = Glossary(terms)

    def enforced(
        self, source: str, target: str, language: Language = EN, alone: Alone | None = None
    ) -> Enforced:
        return enforce(
            source,
            [target],
            self.glossary,
            source_language=language,
            target_language=other(language),
            alone=alone,
        )

    def mends(
        self,
        source: str,
        target: str,
        mended: str,
        language: Language = EN,
        alone: Alone | None = None,
    ) -> None:
        result = self.enforced(source, target, language, alone)
        assert (result.text, result.changed) == (mended, True)

    def leaves(
        self, source: str, target: str, language: Language = EN, alone: Alone | None = None
    ) -> None:
        result = self.enforced(source, target, language, alone)
        assert (result.text, result.changed) == (target, False)
        assert result.marks
