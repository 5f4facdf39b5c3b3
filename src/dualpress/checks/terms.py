"""The terms of the glossary, as the glossary itself judges them."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.wordlist import WordList
from dualpress.glossary.check import TermFinding, TermProblem

__all__ = ["TermsCheck"]


# What the same letters mean otherwise, where it is common: आप is AAP and "you".
_OTHER_MEANINGS = {
    "आप": WordList(
        "you your yours yourself yourselves please one own oneself himself themselves itself "
        "automatic* let's"
    ),
    "अरब": WordList("billion* arabian"),
    "अरबों": WordList("billion*"),
    "पृथ्वी": WordList("earth* globe global planet*"),
    "आकाश": WordList("sky skies air heaven* space"),
    "अग्नि": WordList("fire* flame*"),
    "प्रलय": WordList("doomsday deluge catastroph* apocalyp*"),
    "चीनी": WordList("sugar*"),
    "मार्च": WordList("march*"),
    "जनरल": WordList("general*"),
    "प्रतिरोध": WordList("resist*"),
    "प्रतिबंध": WordList("ban bans banned banning restrict* prohibit*"),
    "प्रतिबंधित": WordList("ban bans banned banning restrict* prohibit*"),
    "फिनिश": WordList("finish*"),
    "पाउंड": WordList("pound* lb lbs"),
    "निर्भय": WordList("fearless*"),
    "may": WordList("सक* शायद संभव* हो_सकता चाह* मुमकिन"),
    "mint": WordList("पुदीन*"),
}


class TermsCheck(Check):
    """Terms that are missing from the translation, or that it must not have."""

    id = "terms"
    name = "Glossary"
    cause = "A term is not translated as the glossary says."
    cure = "Write it as the glossary has it, or add what you wrote to the glossary as a form."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Pass on what the glossary found."""
        return [self._finding(found) for found in pair.terms if not _is_homograph(found, pair)]

    def _finding(self, found: TermFinding) -> Finding:
        is_sure = found.problem is not TermProblem.AMBIGUOUS
        return self.finding(found.message, severity=Severity.ERROR if is_sure else Severity.WARNING)


def _is_homograph(found: TermFinding, pair: Pair) -> bool:
    """Whether the translation shows that the source means the other word of these letters."""
    if found.problem is not TermProblem.AMBIGUOUS:
        return False
    meaning = _OTHER_MEANINGS.get(found.found.casefold())
    return meaning is not None and meaning.is_in(pair.target_text)
