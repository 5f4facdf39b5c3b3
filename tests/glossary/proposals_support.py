"""What the tests of proposals share: sentences, and a small glossary."""

from __future__ import annotations

from collections.abc import Mapping

from dualpress.article import Language
from dualpress.glossary import Glossary, Term
from dualpress.glossary.proposals import Passage, Place
from dualpress.glossary.proposals.english import EnglishNames
from dualpress.glossary.proposals.ordinary import Vocabulary
from dualpress.glossary.proposals.passages import Mention
from dualpress.glossary.terms import Kind

EN, HI = Language.EN, Language.HI

NOTHING = Glossary()
PAKISTAN = Term("Pakistan", "पाकिस्तान", Kind.PLACE)
BLA = Term("BLA", "बीएलए", Kind.ACRONYM)
SPOKESPERSON = Term("spokesperson", "प्रवक्ता", Kind.TITLE)
SMALL = Glossary([PAKISTAN, BLA, SPOKESPERSON])


def passage(
    text: str, target: str = "", *, article: str = "post", language: Language = EN, at: int = 1
) -> Passage:
    place = Place(article, at, f"paragraph {at}")
    return Passage(place, language, text, target, is_reviewed=bool(target))


def english_mentions(
    text: str, glossary: Glossary = NOTHING, *, is_heading: bool = False
) -> list[Mention]:
    names = EnglishNames(glossary.matcher(EN), Vocabulary([text]))
    return list(names.find(Passage(Place("post", 1, "x"), EN, text, is_heading=is_heading)))


def english_names(
    text: str, glossary: Glossary = NOTHING, *, is_heading: bool = False
) -> list[str]:
    found = english_mentions(text, glossary, is_heading=is_heading)
    return [mention.name for mention in found if mention.is_sure]


class Told:
    """Progress that keeps what it is told."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def start(self, stage: str, total: int | None) -> None:
        self.words.append(f"{stage}: {total}")

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        self.words.append(label)

    def finish(self) -> None:
        self.words.append("end")
