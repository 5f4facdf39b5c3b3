import unicodedata

import pytest

from dualpress.article import SegmentKey, Status
from dualpress.translation import Translation, is_blank, misfit, status_of

KEY = SegmentKey(None, "Source")


@pytest.mark.parametrize(
    ("target", "fuzzy", "previous", "status"),
    [
        ("", False, None, Status.UNTRANSLATED),
        ("", True, "old", Status.UNTRANSLATED),
        (" \t\n", False, None, Status.UNTRANSLATED),
        ("\0\x07", True, None, Status.UNTRANSLATED),
        ("<x1/>", False, None, Status.UNTRANSLATED),
        ("शब्द", True, None, Status.DRAFT),
        ("^", True, None, Status.DRAFT),
        ("शब्द", True, "old", Status.STALE),
        ("^", True, "old", Status.STALE),
        ("^", False, None, Status.JOINED),
        (" ^\n", False, None, Status.JOINED),
        ("शब्द", False, None, Status.REVIEWED),
        ("शब्द", False, "old", Status.REVIEWED),
        ("^^", False, None, Status.REVIEWED),
    ],
)
def test_status_of_a_po_entry(
    target: str, fuzzy: bool, previous: str | None, status: Status
) -> None:
    assert status_of("Source", target, fuzzy=fuzzy, previous=previous) is status


def test_a_caret_on_the_page_is_no_joining() -> None:
    assert status_of("^", "^", fuzzy=False, previous=None) is Status.REVIEWED


@pytest.mark.parametrize("target", ["", "\u200b\u200d", "\ufeff", "\u3164", "\u2800", "<g1> </g1>"])
def test_is_blank(target: str) -> None:
    assert is_blank(target)


def test_what_begins_with_a_character_that_is_seen_is_not_blank() -> None:
    characters = [*map(chr, range(0x250)), *map(chr, range(0x900, 0x980))]
    seen = [one for one in characters if unicodedata.category(one)[0] in "LMNPS"]
    assert [one for one in characters if not is_blank(one)] == seen


@pytest.mark.parametrize("target", [".", "क", "क्\u200dय", "<g1>–</g1>", "&lt;g1>"])
def test_is_not_blank(target: str) -> None:
    assert not is_blank(target)


SOURCE = "<g1>A <g2>b</g2></g1> c<x3/>"


@pytest.mark.parametrize(
    "target",
    [
        "<g1>ए <g2>बी</g2></g1> सी<x3/>",
        "<x3/>सी <g1><g2>बी</g2> ए</g1>",
        "<g1>ए <g2></g2></g1><x3/>",
        "<g1>ए <g2>बी</g2></g1> &lt;g4> < g5 ><x3/>\n\tसी",
        "<g1>क्\u200dया <g2>बी</g2></g1> \u2068सी\u2069<x3/>",
    ],
)
def test_what_fits(target: str) -> None:
    assert misfit(SOURCE, target) is None


@pytest.mark.parametrize(
    "target",
    [
        "ए बी सी",
        "<g1>ए <g2>बी</g2></g1> सी",
        "<g1>ए <g2>बी</g2></g1> सी<x3/><x3/>",
        "<g1>ए</g1> <g2>बी</g2> सी<x3/>",
        "<g2>ए <g1>बी</g1></g2> सी<x3/>",
        "<g1>ए <g2>बी</g1></g2> सी<x3/>",
        "<g1>ए <g2>बी</g2> सी<x3/>",
        "<x3/>सी <g1>ए <g2>बी</g2>",
        "ए</g1> <g2>बी</g2> सी<x3/>",
        "<g1>ए <g2>बी</g2><x3/></g1> सी",
        "<g1>ए <g2>बी</g2></g1> सी<g3></g3>",
        "<g1>ए <g2>बी</g2></g1> सी<x3/><g4>डी</g4>",
    ],
)
def test_other_tags_do_not_fit(target: str) -> None:
    reason = misfit(SOURCE, target)
    assert reason is not None
    assert reason.startswith("The tags are not those of the source: ")


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\r", "\u202d", "\u202e"])
def test_invisible_characters_that_change_the_text_do_not_fit(character: str) -> None:
    code = f"U+{ord(character):04X}"
    assert misfit("a", f"क{character}") == f"The translation holds the invisible character {code}"


@pytest.mark.parametrize("target", ["", " ", "<x1/>"])
def test_nothing_does_not_fit(target: str) -> None:
    assert misfit("a<x1/>", target) == "The translation is empty"


@pytest.mark.parametrize(
    ("target", "status", "previous", "former"),
    [
        ("शब्द", Status.STALE, None, None),
        ("शब्द", Status.DRAFT, "old", None),
        ("शब्द", Status.REVIEWED, "old", None),
        ("", Status.REVIEWED, None, None),
        (" ", Status.DRAFT, None, None),
        ("शब्द", Status.UNTRANSLATED, None, None),
        ("शब्द", Status.JOINED, None, None),
        ("^", Status.REVIEWED, None, None),
        ("शब्द", Status.OBSOLETE, None, None),
        ("शब्द", Status.REVIEWED, None, Status.REVIEWED),
        ("", Status.OBSOLETE, None, Status.REVIEWED),
        ("शब्द", Status.OBSOLETE, "old", Status.REVIEWED),
    ],
)
def test_what_no_po_file_could_hold_is_refused(
    target: str, status: Status, previous: str | None, former: Status | None
) -> None:
    with pytest.raises(ValueError, match=r"translation|PO entry"):
        Translation(KEY, target, status, previous, former)
