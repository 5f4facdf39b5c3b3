"""All that is known of a translation when its tags are placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from dualpress.article import Language
from dualpress.engines.base import Attention
from dualpress.glossary import Glossary

__all__ = ["Evidence"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells which words of a translation stand for which of its source.

    Args:
        source_language: the language of the source.
        target_language: the language of the translation.
        glossary: the terms; none tell nothing.
        attention: where the model looked; only of a model that was taught alignments.
        tagged: the translation as a model that knows tags gave it, with its tags.
    """

    source_language: Language
    target_language: Language
    glossary: Glossary = field(default_factory=Glossary)
    attention: Attention | None = None
    tagged: str | None = None
