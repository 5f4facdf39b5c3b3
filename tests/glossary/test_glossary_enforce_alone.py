"""What the engine makes of a term by itself, found in its translation."""

import pytest
from mending import HI, Mender

from dualpress.glossary import Case, Kind, Term

GLOSSARY = Mender(
    [
        Term("kill chain", "किल चेन"),
        Term("warhead", "वॉरहेड"),
        Term("army", "सेना"),
        Term("US", "अमेरिका", Kind.PLACE, case=Case.SENSITIVE),
    ]
)


def test_the_words_that_the_engine_has_for_a_term_are_replaced() -> None:
    GLOSSARY.mends("a kill chain", "एक हत्या श्रृंखला है", "एक किल चेन है", alone=lambda _: "हत्या श्रृंखला")


def test_the_engine_is_asked_for_the_words_of_the_source() -> None:
    asked = []
    GLOSSARY.enforced("two kill chains", "कुछ", alone=lambda words: asked.append(words))
    GLOSSARY.enforced("A <g1>Kill</g1> chain", "कुछ", alone=lambda words: asked.append(words))
    assert asked == ["Kill chain"]


def test_a_stop_or_an_article_does_not_hide_the_words() -> None:
    GLOSSARY.mends("एक किल चेन", "a death row", "a kill chain", HI, alone=lambda _: "The death row.")


@pytest.mark.parametrize(
    ("source", "target", "alone"),
    [
        ("a warhead", "एक हथियार और हथियार", "हथियार"),
        ("a warhead", "एक हथियारबंद", "हथियार"),
        ("The US acts.", "हम काम करते हैं", "हम"),
        ("a warhead", "एक सेना", "सेना"),
        ("a warhead", "एक हथियार", ""),
        ("a warhead", "एक हथियार", None),
    ],
)
def test_what_is_not_certain_is_left_alone(source: str, target: str, alone: str | None) -> None:
    GLOSSARY.leaves(source, target, alone=lambda _: alone)
