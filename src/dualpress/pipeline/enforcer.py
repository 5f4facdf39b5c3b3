"""The terms of an article put into its translations, without doing the same work twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dualpress.article import Language, other
from dualpress.glossary import Enforced, Glossary, Term, TermProblem, check_terms, enforce

__all__ = ["Enforcer"]

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Enforcer:
    """Enforces the terms of a glossary, and remembers what came of it.

    Whether a translation lacks terms is asked before the machine is asked for
    them, and again with what it answered; for most sentences that is nothing.

    Args:
        glossary: the terms.
        target: the language of the translations.
    """

    glossary: Glossary
    target: Language
    _known: dict[tuple[str, tuple[str, ...]], Enforced] = field(default_factory=dict, init=False)

    def enforce(
        self, source: str, texts: Sequence[str], alone: Mapping[str, str] = _NOTHING
    ) -> Enforced:
        """Choose among translations, and repair the chosen one.

        Args:
            source: what was translated.
            texts: its translations, best first.
            alone: what the machine makes of terms by themselves.
        """
        if any(words in source for words in alone):
            return self._enforced(source, texts, alone)
        key = source, tuple(texts)
        if key not in self._known:
            self._known[key] = self._enforced(source, texts, _NOTHING)
        return self._known[key]

    def keeps_terms(self, source: str, text: str) -> bool:
        """Whether a translation has every term, so that :meth:`enforce` leaves it as it is.

        Args:
            source: what was translated.
            text: its translation, not empty.
        """
        return not self.lacking(source, text)

    def lacking(self, source: str, text: str) -> set[Term]:
        """The terms that a translation lacks, or has as they are forbidden.

        Args:
            source: what was translated.
            text: its translation, not empty.
        """
        target = self.target
        findings = check_terms(source, text, other(target), target, self.glossary)
        return {one.term for one in findings if one.problem is not TermProblem.AMBIGUOUS}

    def _enforced(self, source: str, texts: Sequence[str], alone: Mapping[str, str]) -> Enforced:
        return enforce(
            source,
            texts,
            self.glossary,
            source_language=other(self.target),
            target_language=self.target,
            alone=alone.get,
        )
