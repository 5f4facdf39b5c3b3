from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.glossary import Glossary, Kind, Term, TermProblem, check_terms
from dualpress.glossary.ellipsis import is_coordinated

HI, EN = Language.HI, Language.EN


@pytest.mark.parametrize(
    ("text", "form", "language"),
    [
        ("उत्तर और दक्षिण कोरिया ने कहा", "उत्तर कोरिया", HI),
        ("विदेश तथा रक्षा मंत्री मिले", "विदेश मंत्री", HI),
        ("the Foreign and Defence Ministers met", "Foreign Minister", EN),
    ],
)
def test_a_shared_word_stands_for_both(text: str, form: str, language: Language) -> None:
    assert is_coordinated(text, [form], language)


@pytest.mark.parametrize(
    ("text", "form", "language"),
    [
        ("उत्तर और दक्षिण के लोग", "उत्तर कोरिया", HI),
        ("उत्तर, दक्षिण कोरिया", "उत्तर कोरिया", HI),
        ("उत्तर और दक्षिण कोरिया", "कोरिया", HI),
        ("उत्तर और", "उत्तर कोरिया", HI),
        ("foreign and Defence", "Foreign Minister", EN),
    ],
)
def test_other_words_do_not(text: str, form: str, language: Language) -> None:
    assert not is_coordinated(text, [form], language)


def test_the_check_takes_it_for_the_term() -> None:
    glossary = Glossary(
        [
            Term("North Korea", "उत्तर कोरिया", Kind.PLACE),
            Term("South Korea", "दक्षिण कोरिया", Kind.PLACE),
        ]
    )
    source = "North Korea and South Korea talk."
    assert check_terms(source, "उत्तर और दक्षिण कोरिया में बातचीत।", EN, HI, glossary) == []
    found = check_terms("North Korea talks.", "उत्तर और दक्षिण कोरिया में बातचीत।", EN, HI, glossary)
    assert [finding.problem for finding in found] == [TermProblem.MISSING]
