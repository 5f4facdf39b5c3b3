"""Headings in capitals, as the machine is asked for them."""

from __future__ import annotations

import pytest
from pipeline_support import MakeSite

from dualpress.pipeline.capitals import Cases

ARTICLE = [
    "Talks on the Teesta began in New Delhi.",
    "Then NATO ships and the U.S. Navy left; Modi’s ministers stayed.",
    "DISCLAIMER OF THE NATO BLOG",
]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("TALKS ON THE TEESTA", "Talks on the Teesta"),
        ("NEW DELHI AND MODI’S SHIPS", "New Delhi and Modi’s ships"),
        ("NATO LEAVES THE U.S. ALONE", "NATO leaves the U.S. alone"),
        ("“SHIPS” LEAVE", "“Ships” leave"),
        ("<g1>SHIPS</g1> OF <x2/>NATO", "<g1>Ships</g1> of <x2/>NATO"),
        ("<g1>“</g1>SHIPS LEAVE", "<g1>“</g1>Ships leave"),
    ],
)
def test_words_have_the_capitals_that_they_have_in_the_article(heading: str, sentence: str) -> None:
    assert Cases(ARTICLE).as_sentence(heading) == sentence


@pytest.mark.parametrize("heading", ["NATO", "12 MARCH", "Talks on NATO", "वार्ता", "TALKS, वार्ता"])
def test_other_headings_stay(heading: str) -> None:
    assert Cases(ARTICLE).as_sentence(heading) == heading


def test_the_machine_is_asked_for_the_sentence_and_the_reviewer_sees_the_capitals(
    make_site: MakeSite,
) -> None:
    page = "<h1>TALKS ON THE TEESTA</h1>\n<p>Ships on the Teesta. NOBODY AND NOTHING</p>\n"
    answers = {
        "Talks on the Teesta": "तीस्ता पर वार्ता",
        "Ships on the Teesta.": "तीस्ता पर जहाज़।",
        "NOBODY AND NOTHING": "कोई नहीं और कुछ नहीं",
    }
    site = make_site({"a": page}, answers=answers)

    assert site.translate().failures == ()

    assert site.entry("a", "TALKS ON THE TEESTA").msgstr == "तीस्ता पर वार्ता"
