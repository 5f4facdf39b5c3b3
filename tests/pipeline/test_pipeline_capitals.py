"""Headings in capitals, as the machine is asked for them."""

from __future__ import annotations

import pytest
from pipeline_support import MakeSite

from dualpress.article import Language
from dualpress.glossary import Glossary, Kind, Term
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


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("IMF TALKS IN MULTAN", "IMF talks in Multan"),
        ("<g1>MULT</g1>AN IS IT", "<g1>Mult</g1>an is it"),
        ("TEESTA AND MULTAN", "Teesta and Multan"),
    ],
)
def test_words_that_the_article_has_not_are_written_as_in_the_glossary(
    heading: str, sentence: str
) -> None:
    terms = [Term("IMF", "आईएमएफ", Kind.ACRONYM), Term("Multan", "मुल्तान"), Term("IT", "आईटी")]
    terms.append(Term("TEESTA", "तीस्ता"))
    assert Cases(ARTICLE, Glossary(terms).matcher(Language.EN)).as_sentence(heading) == sentence


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("WHAT I SAW IN WORLD WAR II", "What I saw in world war II"),
        ("S-400 AND AK-47 FOR A PRICE", "S-400 and AK-47 for a price"),
        ("G20 LEADERS’ PLAN B", "G20 leaders’ plan B"),
        ("THE SHIP’S A-10 DON'T WORK", "The ship’s A-10 don't work"),
        ("DEATH OF A. B. VAJPAYEE", "Death of A. B. vajpayee"),
    ],
)
def test_what_has_capitals_everywhere_keeps_them(heading: str, sentence: str) -> None:
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
