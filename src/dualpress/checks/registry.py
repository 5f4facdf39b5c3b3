"""All checks, and how they are run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from dualpress.article import Status
from dualpress.checks.acronyms import AcronymsCheck
from dualpress.checks.article_base import ArticleCheck, ArticleFinding, Pairs
from dualpress.checks.attribution import AttributionCheck
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.brackets import BracketsCheck
from dualpress.checks.capitals import CapitalsCheck
from dualpress.checks.characters import CharactersCheck
from dualpress.checks.copied import CopyCheck
from dualpress.checks.dates import DatesCheck
from dualpress.checks.debris import DebrisCheck
from dualpress.checks.digits import DigitsCheck
from dualpress.checks.doubled import DoubledCheck
from dualpress.checks.empty import EmptyCheck
from dualpress.checks.invisible import InvisibleCheck
from dualpress.checks.leftover import LeftoverCheck
from dualpress.checks.length import LengthCheck
from dualpress.checks.letters import LettersCheck
from dualpress.checks.loop import LoopCheck
from dualpress.checks.mixed_script import MixedScriptCheck
from dualpress.checks.names import NamesCheck
from dualpress.checks.negation import NegationCheck
from dualpress.checks.normal_form import NormalFormCheck
from dualpress.checks.numbers import NumbersCheck
from dualpress.checks.placement import PlacementCheck
from dualpress.checks.quotes import QuotesCheck
from dualpress.checks.reused import ReusedCheck
from dualpress.checks.script import ScriptCheck
from dualpress.checks.sentence_end import SentenceEndCheck
from dualpress.checks.source_facts import SourceFactsCheck
from dualpress.checks.spacing import SpacingCheck
from dualpress.checks.spelling import SpellingCheck
from dualpress.checks.tags import TagsCheck
from dualpress.checks.terms import TermsCheck
from dualpress.checks.units import UnitsCheck
from dualpress.checks.urls import UrlsCheck
from dualpress.errors import UsageError

__all__ = ["CHECKS", "SideBySide", "check_named", "run_article_checks", "run_checks"]

CHECKS: tuple[Check, ...] = (
    EmptyCheck(),
    CharactersCheck(),
    TagsCheck(),
    PlacementCheck(),
    NumbersCheck(),
    DatesCheck(),
    UnitsCheck(),
    NamesCheck(),
    TermsCheck(),
    NegationCheck(),
    AttributionCheck(),
    CopyCheck(),
    ScriptCheck(),
    LoopCheck(),
    DebrisCheck(),
    UrlsCheck(),
    SentenceEndCheck(),
    LeftoverCheck(),
    LengthCheck(),
    QuotesCheck(),
    BracketsCheck(),
    DoubledCheck(),
    DigitsCheck(),
    MixedScriptCheck(),
    LettersCheck(),
    SpacingCheck(),
    CapitalsCheck(),
    InvisibleCheck(),
    NormalFormCheck(),
    SpellingCheck(),
    AcronymsCheck(),
    ReusedCheck(),
    SourceFactsCheck(),
)
"""Every check, in the order in which a reviewer is told of their findings."""

_NOTHING_TO_CHECK = (Status.UNTRANSLATED, Status.JOINED, Status.OBSOLETE)


def check_named(name: str) -> Check:
    """The check of an id.

    Raises:
        UsageError: no check is called so.
    """
    for check in CHECKS:
        if check.id == name:
            return check
    names = ", ".join(check.id for check in CHECKS)
    raise UsageError(f"There is no check “{name}”", hint=f"The checks are {names}.")


def run_checks(pair: Pair, *, disabled: Collection[str] = frozenset()) -> list[Finding]:
    """Run the checks on one translation.

    Args:
        pair: the segment and its translation.
        disabled: ids of checks that are not run. Those that no page could be
            written without (``empty``, ``characters``, ``tags``) are run all the same.

    Returns:
        The findings, errors first. Of an empty translation it is said only that
        it is empty; none of what is untranslated, joined or obsolete.
    """
    if pair.status in _NOTHING_TO_CHECK:
        return []
    if empty := list(CHECKS[0].run(pair)):
        return empty
    found = [one for check in _chosen(frozenset(disabled)) for one in check.run(pair)]
    return sorted(found, key=lambda finding: finding.severity is not Severity.ERROR)


@lru_cache(maxsize=8)
def _chosen(disabled: frozenset[str]) -> tuple[Check, ...]:
    """The checks that are run on one translation alone, but for that of an empty one."""
    alone = (check for check in CHECKS[1:] if not isinstance(check, ArticleCheck))
    return tuple(check for check in alone if check.is_structural or check.id not in disabled)


def run_article_checks(
    pairs: Sequence[Pair], *, disabled: Collection[str] = frozenset()
) -> list[ArticleFinding]:
    """Run the checks that compare translations with each other.

    Args:
        pairs: those of an article in reading order, or of several articles.
        disabled: ids of checks that are not run.

    Returns:
        The findings in the order of the pairs; none of what is untranslated,
        joined or obsolete.
    """
    compared = SideBySide(disabled)
    for pair in pairs:
        compared.add(pair)
    return compared.findings(pairs)


class SideBySide:
    """Translations that are compared with each other; there may be more than fit into memory.

    Args:
        disabled: ids of checks that are not run.
    """

    def __init__(self, disabled: Collection[str] = frozenset()) -> None:
        chosen = (one for one in CHECKS if isinstance(one, ArticleCheck))
        self._notes = [check.begin() for check in chosen if check.id not in disabled]
        self._count = 0

    def add(self, pair: Pair) -> None:
        """Note a translation, best where all else is asked of it; the next in reading order."""
        if pair.status not in _NOTHING_TO_CHECK:
            for notes in self._notes:
                notes.take(self._count, pair)
        self._count += 1

    def findings(self, pairs: Pairs) -> list[ArticleFinding]:
        """What is wrong with them beside each other.

        Args:
            pairs: the same again, in the order in which they were added; those are fetched of
                which something may be told.

        Returns:
            The findings in the order of the pairs; none of what is untranslated,
            joined or obsolete.
        """
        found = [one for notes in self._notes for one in notes.findings(pairs)]
        return sorted(found, key=lambda one: one.index)
