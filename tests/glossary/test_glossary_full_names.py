from __future__ import annotations

import pytest

from dualpress.article import Language, Span
from dualpress.glossary import Glossary, Kind, Term, TermProblem, check_terms
from dualpress.glossary.full_names import is_in_misspelt_name

ERDOGAN = ("एर्दोगान", "रेसेप तैयप एर्दोगान")
KIM = ("किम", "किम जोंग उन")
DAHAL = ("Dahal", "Pushpa Kamal Dahal")


def is_misspelt(text: str, part: str, name: str) -> bool:
    start = text.index(part)
    return is_in_misspelt_name(text, Span(start, start + len(part)), [name])


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("राष्ट्रपति रेसेप तय्यिप एर्दोगान ने कहा", *ERDOGAN),
        ("राष्ट्रपति रिसेप तैयप एर्दोगान ने कहा", *ERDOGAN),
        ("रेसेप तय्यिप एर्दोगन ने कहा", *("एर्दोगन", ERDOGAN[1])),
        ("किम जोंग इल ने कहा", *KIM),
        ("किम जोंग यून ने कहा", *("किम जोंग", KIM[1])),
        ("Flower Kamal Dahal said", *DAHAL),
        ("Pushpa Kumal Dahal said", *DAHAL),
    ],
)
def test_a_name_that_is_half_right_is_wrong(text: str, part: str, name: str) -> None:
    assert is_misspelt(text, part, name)


@pytest.mark.parametrize(
    ("text", "part", "name"),
    [
        ("राष्ट्रपति एर्दोगान ने कहा", *ERDOGAN),
        ("राष्ट्रपति तैयप एर्दोगान ने कहा", *ERDOGAN),
        ("रेसेप तैयप एर्दोगान ने कहा", *ERDOGAN),
        ("किम जोंग ने कहा", *KIM),
        ("किम ने कहा", *KIM),
        ("किम जोंग ने कहा", *("किम जोंग", KIM[1])),
        ("Mr Dahal said", *DAHAL),
        ("Then Kamal Dahal said", "Dahal", "Kamal Dahal"),
        ("Pushpa Kamal Dahal", *DAHAL),
    ],
)
def test_a_shorter_name_is_right(text: str, part: str, name: str) -> None:
    assert not is_misspelt(text, part, name)


def test_the_check_finds_the_name_missing() -> None:
    term = Term(
        "Recep Tayyip Erdogan",
        ERDOGAN[1],
        Kind.PERSON,
        forms_en=("Erdogan",),
        forms_hi=("एर्दोगान",),
    )
    target = "राष्ट्रपति रेसेप तय्यिप एर्दोगान ने कहा।"
    languages = Language.EN, Language.HI

    whole = check_terms("Recep Tayyip Erdogan said.", target, *languages, Glossary([term]))
    surname = check_terms("Erdogan said.", target, *languages, Glossary([term]))

    assert [finding.problem for finding in whole] == [TermProblem.MISSING]
    assert surname == []
