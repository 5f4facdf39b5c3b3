import pytest

from dualpress.catalog.likeness import same_meaning


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
