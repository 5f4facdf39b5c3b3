"""What the pieces of a text tell is what the text has, and no fault goes without it."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.checks import (
    Pair,
    acronyms,
    characters,
    debris,
    digits,
    invisible,
    leftover,
    letters,
    loop,
    quotes,
    spacing,
)
from dualpress.checks.traits import _OF_CHARACTER, _OF_SEVERAL, Trait, traits_of
from dualpress.text.addresses import find_addresses
from dualpress.text.language import script_share

WORDS = st.sampled_from(
    "Vasulikot सेना, हैं। पढ़ना पढ़ना 1200. १२ F-16 “so” don't U.S. NATO www.x.org a@b.com (so) "
    "अाप ी काा क्् क्\u200dष क\u200cष \u200bx x\u00ad \u202eabc \ufffd <unk> &amp; ???? â€ "
    "]{ mainstremainstremainstre `` '' µm Ω é e\u0301 а ক م \u0915\u0301 \r ② [UNK] <b , ( ) । "
    "” कर,मर a।b (\u00a0x".split(" ")
)
ANYTHING = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Cc", "Cf", "Zs"))
TEXTS = st.lists(WORDS | st.text(ANYTHING, max_size=4), max_size=8).flatmap(
    lambda parts: st.sampled_from([" ", "  ", "", "\u00a0", "\n"]).map(lambda gap: gap.join(parts))
)
FAULTS: list[tuple[regex.Pattern[str], Trait]] = [
    (acronyms._ACRONYM, "acronym"),
    (characters._BAD, "control"),
    (debris._DEBRIS, "debris"),
    (digits._NOT_LATIN, "other digit"),
    (invisible._INVISIBLE, "invisible"),
    (leftover._LATIN, "latin"),
    (leftover._CAPITALISED, "latin"),
    (letters._BROKEN, "broken letter"),
    (loop._SYLLABLES, "repetition"),
    (quotes._DOUBLE, "quote"),
    *((pattern, "space") for pattern, _, _ in spacing._FAULTS),
]


@given(TEXTS)
def test_a_text_has_what_its_pieces_have(text: str) -> None:
    had = {trait for trait, pattern in _OF_CHARACTER.items() if pattern.search(text)}
    assert traits_of(text).intersection(_OF_CHARACTER) == had


@pytest.mark.parametrize(("pattern", "trait"), FAULTS)
@given(text=TEXTS)
def test_no_fault_goes_without_its_trait(
    pattern: regex.Pattern[str], trait: Trait, text: str
) -> None:
    if any(len(set(match[0])) > 1 or trait != "repetition" for match in pattern.finditer(text)):
        assert trait in traits_of(text)


@given(TEXTS)
def test_what_is_no_normal_form_is_told(text: str) -> None:
    is_normal = unicodedata.is_normalized("NFC", text)
    assert ("no normal form" in traits_of(text)) is not is_normal


@given(TEXTS)
def test_no_address_is_overlooked(text: str) -> None:
    if find_addresses(text):
        assert "address" in traits_of(text)


@given(TEXTS)
def test_what_has_nothing_foreign_is_all_in_its_script(text: str) -> None:
    traits = traits_of(text)
    if "letter" in traits and traits.isdisjoint(("not latin", "address")):
        assert (script_share(text, Language.EN) or 0) >= 1
    if "letter" in traits and "not devanagari" not in traits and not find_addresses(text):
        assert (script_share(text, Language.HI) or 0) >= 1


@pytest.mark.parametrize("piece", ["Vasulikot.", "सेना,", "हैं।", "पढ़ना", "1200"])
def test_a_plain_piece_has_what_its_characters_tell(piece: str) -> None:
    patterns = _OF_CHARACTER | _OF_SEVERAL
    assert traits_of(piece) == {name for name in patterns if patterns[name].search(piece)}


def test_a_pair_tells_both_its_texts() -> None:
    pair = Pair("<g1>One</g1>", "<g1>एक</g1> २", Language.EN, Language.HI)
    assert pair.source_traits == {"latin", "letter", "not devanagari"}
    assert "other digit" in pair.target_traits
