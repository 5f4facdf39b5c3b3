"""Segments that are one term and nothing else."""

import pytest

from dualpress.article import Language
from dualpress.glossary import Glossary, Kind, Term, translate_exact

EN, HI = Language.EN, Language.HI

GLOSSARY = Glossary(
    [
        Term("References", "संदर्भ", forms_en=("Works cited",), domain="page"),
        Term("min read", "मिनट का पाठ", domain="page"),
        Term("Home", "मुखपृष्ठ", domain="page"),
        Term("Pakistan", "पाकिस्तान", Kind.PLACE, forms_en=("Pakistani",), forms_hi=("पाकिस्तानी",)),
        Term("US", "अमेरिका", Kind.PLACE, preferred=True),
        Term("America", "अमेरिका", Kind.PLACE),
        Term("May", "मई", ambiguous=frozenset({EN})),
        Term("missile", "मिसाइल"),
        Term("Red Sea", "लाल सागर", Kind.PLACE),
        Term("Turkey", "तुर्की", Kind.PLACE),
        Term("Turkish", "तुर्की"),
    ]
)


def gives(source: str, target: str | None, language: Language = EN) -> None:
    assert translate_exact(source, GLOSSARY, source_language=language) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("References", "संदर्भ"),
        ("REFERENCES", "संदर्भ"),
        ("Works cited", "संदर्भ"),
        ("References:", "संदर्भ:"),
        ("References:-", "संदर्भ:-"),
        ("<g1>References</g1>", "<g1>संदर्भ</g1>"),
        ("<g1><g2>References</g2></g1>:", "<g1><g2>संदर्भ</g2></g1>:"),
        ("<x1/> Home", "<x1/> मुखपृष्ठ"),
        ("« Home", "« मुखपृष्ठ"),
        ("3 min read", "3 मिनट का पाठ"),
        ("Pakistan", "पाकिस्तान"),
        ("Pakistan.", "पाकिस्तान।"),
        ("U.S.", "अमेरिका"),
        ("Missile.", "मिसाइल।"),
    ],
)
def test_what_the_glossary_translates_alone(source: str, target: str) -> None:
    gives(source, target)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "—",
        "Pakistan's",
        "In Pakistan",
        "Pakistan, US",
        "May",
        "missiles",
        "Pakistani",
        "3 Pakistan",
        "Home to millions",
        "<g1>Red</g1> Sea",
    ],
)
def test_what_it_does_not(source: str) -> None:
    gives(source, None)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("संदर्भ", "References"),
        ("मिसाइल", "Missile"),
        ("मिसाइल।", "Missile."),
        ("2 मिसाइल", None),
        ("3 मिनट का पाठ", "3 min read"),
        ("अमेरिका", "US"),
        ("तुर्की", None),
        ("पाकिस्तानी", None),
    ],
)
def test_from_hindi(source: str, target: str | None) -> None:
    gives(source, target, HI)
