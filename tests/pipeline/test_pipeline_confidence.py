"""How sure a draft is: kept beside the PO file, told where it is low, and asked for as an order."""

from __future__ import annotations

import json

import polib
import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress import pipeline
from dualpress.article import Order

ROSE, CLOSED, SPOKE = (
    "The river rose.",
    "Two bridges were closed.",
    "The minister spoke in the evening.",
)
OPEN = "The road is open again."
MET = "The council met for four hours and adjourned without a word, as its opponents had feared."
ANSWERS = {
    "The river": "नदी",
    ROSE: "नदी का पानी बढ़ गया।",
    CLOSED: "Two bridges दो दो दो दो दो दो दो दो दो दो दो दो closed।",
    "The road": "सड़क",
    OPEN: "सड़क फिर से खुल गई है।",
}
"""One bad draft; one sentence that the engine does not know."""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    site = make_site({"river": RIVER, "road": ROAD}, answers=ANSWERS)
    site.translate()
    return site


@pytest.fixture
def cut_off(make_site: MakeSite) -> Site:
    """An article with a draft that says little of its source."""
    post = f"<html lang=en><body><p>{ROSE} {MET}</p></body></html>"
    site = make_site({"council": post}, answers=ANSWERS | {MET: "परिषद।"})
    site.translate()
    return site


def confidences(site: Site, article: str) -> list[float]:
    data = json.loads(site.read(f"po/{article}/hi.json"))
    return [one["confidence"] for one in data["segments"].values()]


def packed(site: Site, order: Order) -> list[str]:
    pipeline.pack(site.project, ["river"], order=order)
    return [entry.msgid for entry in polib.pofile(str(site.root / "review-hi.po"))]


def test_drafts_have_a_confidence_and_the_bad_one_the_least(site: Site) -> None:
    found = confidences(site, "river")
    _, rose, closed = found
    assert all(0 <= one <= 1 for one in found)
    assert closed == min(found)
    assert closed < 0.4 < rose


def test_only_a_low_one_is_told(cut_off: Site) -> None:
    told = "low confidence: of 100 drafts like this one, "
    assert told in cut_off.entry("council", MET).comment
    assert told not in cut_off.entry("council", ROSE).comment


def test_it_is_not_told_of_what_a_human_confirmed(cut_off: Site) -> None:
    cut_off.review("council", MET, fuzzy=False, msgstr="परिषद की बैठक चार घंटे चली।")
    cut_off.translate()
    assert "confidence" not in cut_off.entry("council", MET).comment


def test_the_same_post_gives_the_same_files(make_site: MakeSite) -> None:
    one, two = (make_site({"river": RIVER}, answers=ANSWERS, folder=name) for name in "ab")
    for site in (one, two):
        site.translate()
    for name in ("po/river/hi.po", "po/river/hi.json"):
        assert one.read(name) == two.read(name)


def test_a_pack_by_confidence_begins_with_what_is_worst(site: Site) -> None:
    by_place = packed(site, Order.PLACE)
    by_confidence = packed(site, Order.CONFIDENCE)
    assert by_place == [*by_place[:1], ROSE, CLOSED, SPOKE]
    assert by_confidence[:2] == [SPOKE, CLOSED]
    assert sorted(by_confidence) == sorted(by_place)


def test_a_pack_says_nothing_of_where_its_drafts_come_from(site: Site) -> None:
    packed(site, Order.CONFIDENCE)
    assert not (site.root / "review-hi.json").exists()


def test_articles_by_confidence_begin_with_the_worst(site: Site) -> None:
    site.write("posts/a.html", ROAD)
    by_place = pipeline.status(site.project).articles
    by_confidence = pipeline.status(site.project, order=Order.CONFIDENCE).articles
    assert [one.id for one in by_place] == ["a", "river", "road"]
    assert [one.id for one in by_confidence] == ["river", "road", "a"]
    river, road, new = by_confidence
    assert new.confidence is None
    assert (river.confidence or 1) < (road.confidence or 0)


def test_what_is_reviewed_has_no_confidence(site: Site) -> None:
    site.approve("road")
    (road,) = pipeline.status(site.project, ["road"]).articles
    assert road.confidence is None


def test_the_order_of_the_po_file_is_that_of_the_page(site: Site) -> None:
    entries = polib.pofile(str(site.root / "po/river/hi.po"))
    assert [entry.msgid for entry in entries] == ["The river", ROSE, CLOSED, SPOKE]
