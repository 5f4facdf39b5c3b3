"""What becomes of an approved page when the facts, the numbers or the cut of a sentence change."""

from __future__ import annotations

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Status

TOLL = "Police said 12 people died, and the market was closed."
TOLL_HI = "पुलिस ने कहा कि 12 लोग मारे गए और बाज़ार बंद रहा।"
DENIED = "Police never said 12 people died, and the market was closed."
DENIED_HI = "पुलिस ने कभी नहीं कहा कि 12 लोग मारे गए और बाज़ार बंद रहा।"
STALE = "मूल लेख में बदलाव किया गया है।"


@pytest.fixture
def toll(make_site: MakeSite) -> Site:
    """A published page of one sentence."""
    site = make_site(
        {"toll": f"<p>{TOLL}</p>\n"}, answers={TOLL: TOLL_HI, DENIED: DENIED_HI, "Police": "पुलिस"}
    )
    site.publish("toll")
    return site


def test_a_page_with_a_number_put_in_passes_the_checks(toll: Site) -> None:
    toll.edit("posts/toll.html", "12", "15")

    (article,) = toll.translate().articles

    assert article.errors == 0
    assert "15 लोग" in toll.page("toll")
    assert STALE in toll.page("toll")


def test_a_page_has_the_number_before_the_po_file_does(toll: Site) -> None:
    po = toll.hashes("po")
    toll.edit("posts/toll.html", "12", "15")

    toll.build()

    assert toll.hashes("po") == po
    assert "15 लोग" in toll.page("toll")


def test_a_number_put_in_is_for_a_human_to_confirm(toll: Site) -> None:
    toll.edit("posts/toll.html", "12", "15")
    toll.translate()

    (error,) = toll.unchanged("toll").refused

    assert "a number was edited" in error.cause
    source = TOLL.replace("12", "15")
    toll.review("toll", source)
    toll.translate()
    entry = toll.entry("toll", source)
    assert (entry.msgstr, entry.tcomment, entry.fuzzy) == (TOLL_HI.replace("12", "15"), "", False)
    assert STALE not in toll.page("toll")


def test_another_fact_leaves_the_approved_page_up_until_its_draft_is_reviewed(toll: Site) -> None:
    page = toll.page("toll")
    toll.edit("posts/toll.html", "said", "never said")

    (article,) = toll.translate().articles

    assert article.held == "1 draft to review; the page that was approved before stays up"
    assert toll.page("toll") == page
    assert TOLL_HI in toll.entry("toll", DENIED).tcomment
    assert toll.approve("toll").refused == ()
    toll.translate()
    assert DENIED_HI in toll.page("toll")
    assert toll.entry("toll", DENIED).tcomment == ""


def test_another_fact_is_never_shown_with_the_old_words(make_site: MakeSite) -> None:
    site = make_site(
        {"toll": f"<p>{TOLL}</p>\n"},
        answers={TOLL: TOLL_HI, DENIED: DENIED_HI},
        top='publish = "all"',
    )
    site.publish("toll")
    site.edit("posts/toll.html", "said", "never said")

    site.translate()

    assert DENIED_HI in site.page("toll")
    assert TOLL_HI not in site.page("toll")


def test_the_author_who_goes_back_finds_all_as_it_was(toll: Site) -> None:
    before = toll.hashes("po/toll/hi.po", "output") | {"po": toll.read("po/toll/hi.po")}
    for old, new in (("said", "never said"), ("12", "15"), ("never said", "said"), ("15", "12")):
        toll.edit("posts/toll.html", old, new)
        toll.translate()
        (toll.root / "po/toll/hi.json").unlink(missing_ok=True)

    after = toll.hashes("po/toll/hi.po", "output") | {"po": toll.read("po/toll/hi.po")}
    assert after == before


def test_unchanged_confirms_both_parts_of_a_split_sentence(toll: Site) -> None:
    toll.edit("posts/toll.html", ", and the market", ". The market")
    toll.translate()
    assert toll.page("toll").count(TOLL_HI) == 1

    assert toll.unchanged("toll").changed == {"toll": 2}

    (article,) = toll.translate().articles
    assert article.counts[Status.REVIEWED] == article.counts[Status.JOINED] == 1
    assert toll.page("toll").count(TOLL_HI) == 1
    assert STALE not in toll.page("toll")


def test_a_glossary_term_is_a_fact(make_site: MakeSite) -> None:
    old, new = "The army has a long range missile now.", "The army has a long range rocket now."
    site = make_site(
        {"arms": f"<p>{old}</p>\n"},
        {"glossaries/project.csv": "en,hi,kind\nmissile,मिसाइल,weapon\nrocket,रॉकेट,weapon\n"},
        answers={
            old: "सेना के पास अब लंबी दूरी की मिसाइल है।",
            new: "सेना के पास अब लंबी दूरी का रॉकेट है।",
        },
    )
    site.publish("arms")
    site.edit("posts/arms.html", "missile", "rocket")

    site.translate()

    assert site.entry("arms", new).msgstr == "सेना के पास अब लंबी दूरी का रॉकेट है।"
    assert "मिसाइल" in site.entry("arms", new).tcomment
