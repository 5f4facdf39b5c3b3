"""Which spellings are of one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.glossary.proposals.spellings import are_alike, grouped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Baluch", "Baloch"),
        ("Erdogan", "Erdoğan"),
        ("Wickremesinghe", "Wickramasinghe"),
        ("Al-Qaeda", "al Qaeda"),
        ("Sutopo Nugroho", "Sutopo Nugruho"),
        ("ग्वादर", "ग्वादार"),
        ("कवानौघ", "कैवनौघ"),
        ("हिन्दी", "हिंदी"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert are_alike(one, other)
    assert are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chen", "Chan"),
        ("Mario", "Maria"),
        ("Iran", "Iraq"),
        ("Hasan", "Husain"),
        ("Liu Pengyu", "Liu"),
        ("Shaheen-2", "Shaheen-3"),
        ("BLA", "BLF"),
        ("ईरान", "ईरानी"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_groups_begin_with_the_most_usual() -> None:
    assert grouped(["Baloch", "Ormara", "Baluch"]) == [("Baloch", "Baluch"), ("Ormara",)]


@given(st.lists(st.text("aeBbłé नि-", min_size=1, max_size=8), unique=True))
def test_every_spelling_is_in_one_group(names: list[str]) -> None:
    assert sorted(name for group in grouped(names) for name in group) == sorted(names)
