"""Acronyms whose letters are written otherwise."""

import pytest
from mending import HI, Mender

from dualpress.glossary import Kind, ReadAs, Term

GLOSSARY = Mender(
    [
        Term("BLA", "बीएलए", Kind.ACRONYM, read_as=ReadAs.LETTERS),
        Term("WHO", "डब्ल्यूएचओ", Kind.ACRONYM, read_as=ReadAs.LETTERS),
        Term("AFSPA", "अफ़स्पा", Kind.ACRONYM, read_as=ReadAs.WORD),
    ]
)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("The BLA said so.", "बी एल ए ने कहा।", "बीएलए ने कहा।"),
        ("The BLA said so.", "बी-एल-ए ने कहा।", "बीएलए ने कहा।"),
        ("The BLA said so.", "B L A ने कहा।", "बीएलए ने कहा।"),
        ("The WHO said so.", "डब्लूएचओ ने कहा।", "डब्ल्यूएचओ ने कहा।"),
        ("The AFSPA applies.", "एएफएसपीए लागू है।", "अफ़स्पा लागू है।"),
    ],
)
def test_letters_in_another_spelling_are_the_acronym(source: str, target: str, mended: str) -> None:
    GLOSSARY.mends(source, target, mended)


def test_spaced_letters_are_the_acronym_in_english_too() -> None:
    GLOSSARY.mends("बीएलए ने कहा।", "The B L A said so.", "The BLA said so.", HI)
    GLOSSARY.mends("बीएलए ने कहा।", "The B. L. A said so.", "The BLA said so.", HI)


@pytest.mark.parametrize("target", ["बी एल एफ ने कहा।", "एल बी ए ने कहा।", "बीए एल ने कहा।"])
def test_other_letters_are_not(target: str) -> None:
    GLOSSARY.leaves("The BLA said so.", target)


def test_more_than_the_source_has_are_left_alone() -> None:
    GLOSSARY.leaves("The BLA said so.", "बी एल ए, बी एल ए ने कहा।")
