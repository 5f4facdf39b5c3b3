"""One-line cases for checks that look at several translations together."""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.article import Language, other
from dualpress.checks import ArticleCheck, ArticleFinding, Pair, check_named

__all__ = ["found_in", "passes_together", "warns_together"]

Texts = Sequence[tuple[str, str]]


def found_in(check: str, texts: Texts, *, to: Language = Language.HI) -> list[ArticleFinding]:
    """What a check says of translations into Hindi, or into the language given."""
    asked = check_named(check)
    assert isinstance(asked, ArticleCheck)
    pairs = [Pair(source, target, other(to), to) for source, target in texts]
    compared = asked.begin()
    for place, pair in enumerate(pairs):
        compared.take(place, pair)
    return list(compared.findings(pairs))


def passes_together(check: str, *texts: tuple[str, str], to: Language = Language.HI) -> None:
    """The check finds nothing."""
    assert found_in(check, texts, to=to) == []


def warns_together(
    check: str, *texts: tuple[str, str], about: str = "", at: int = -1, to: Language = Language.HI
) -> None:
    """The check finds one thing, in the last pair or the one given."""
    (found,) = found_in(check, texts, to=to)
    assert found.index == at % len(texts)
    assert about in found.finding.message
