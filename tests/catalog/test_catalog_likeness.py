import pytest
from catalog_support import page

from dualpress.catalog.likeness import find_edited, numbers, same_meaning


def same(old: str, new: str) -> bool:
    return same_meaning(old, new) and same_meaning(new, old)


def other(old: str, new: str) -> bool:
    return not same_meaning(old, new) and not same_meaning(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He came home.", "He came home"),
        ("He came home.", "he  came\nHome ."),
        ("He said “no”.", 'He said "no".'),
        ("It’s a well-known fact", "It's a well known fact"),
        ("Rain; then sun", "Rain – then sun!"),
        ("A <g1>b</g1> c", "<g1>A</g1> b c"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("10\u201312 people", "10-12 people"),
        ("क्\u200dया वह आया।", "क्या वह आया |"),
        ("वर्ष 2024 में", "वर्ष २०२४ में"),
        ("a\u200bb", "ab"),
        ("—", "—"),
    ],
)
def test_the_same_meaning(old: str, new: str) -> None:
    assert same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He came home.", "She came home."),
        ("He came home.", "He came home?"),
        ("12 died", "15 died"),
        ("2.5 million", "25 million"),
        ("1,500 km", "1,5 00 km"),
        ("at 5:30", "at 530"),
        ("10-12 people", "10, 12 people"),
        ("$5", "₹5"),
        ("$5", "5"),
        ("5%", "5"),
        ("-5 degrees", "5 degrees"),
        ("\u22125 degrees", "5 degrees"),
        ("a < b", "a > b"),
        ("nowhere", "now here"),
        ("its", "it's"),
        ("resign", "re-sign"),
        ("A b", "A <g1>b</g1>"),
        ("A <g1>b</g1>", "A <g2>b</g2>"),
        ("a<x1/>b", "a<x1/><x2/>b"),
        ("राज", "राज़"),
        ("वह आया।", "वह आया?"),
        ("—", "–"),
        ("...", "!!!"),
    ],
)
def test_another_meaning(old: str, new: str) -> None:
    assert other(old, new)


def test_numbers_are_told_with_what_stands_within_them() -> None:
    text = "On 28.8.2010 at <g1>5:30</g1>, १२ of 1,500 left \u2013 10\u201312 % of B52s."
    assert numbers(text) == sorted(["28.8.2010", "5:30", "12", "1,500", "10-12", "52"])


def _found(old: str, new: str) -> bool:
    return bool(find_edited(page(old), page(new), ()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Pakistan tested the missile in 1998.",
            "Pakistan tested the missile for the first time in April 1998.",
        ),
        ("12 people were killed in Quetta.", "At least 15 people were killed in Quetta on Monday."),
        ("The minister denied it on Monday.", "The minister denied it."),
        ("सेना ने सोमवार को मिसाइल का परीक्षण किया।", "सेना ने मंगलवार को नई मिसाइल का परीक्षण किया।"),
        ("Background", "The background"),
        ("US sanctions Pakistan", "U.S. sanctions Pakistan"),
        ("<g1>BLA</g1> denied the charge", "BLA denied the charge"),
    ],
)
def test_an_edited_sentence_is_recognised(old: str, new: str) -> None:
    assert _found(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pakistan tested the missile in 1998.", "India called the test a provocation."),
        ("The minister denied it on Monday.", "The court will hear the case in May."),
        ("सेना ने मिसाइल का परीक्षण किया।", "भारत ने इसे उकसावा बताया।"),
        ("Background", "Bangladesh"),
        ("Pakistan", "Palestine"),
        ("Opinion", "Options"),
    ],
)
def test_another_sentence_is_none_that_was_edited(old: str, new: str) -> None:
    assert not _found(old, new)
