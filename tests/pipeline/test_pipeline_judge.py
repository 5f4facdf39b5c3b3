"""What the pipeline does with the findings of the checks."""

from __future__ import annotations

import pytest
from pipeline_support import ANSWERS, ROAD, MakeSite, Site

from dualpress.pipeline import FileFinding

NAME = "The envoy met Wickremesinghe in Colombo."
AGAIN = "Later, Wickremesinghe left the island."
SPELT = {NAME: "दूत ने कोलंबो में विक्रमसिंघे से मुलाक़ात की।"}
SPELT_OTHERWISE = {AGAIN: "बाद में विक्रमासिंघे द्वीप से चले गए।"}


def post(*sentences: str) -> str:
    return f"<html lang=en><body><p>{' '.join(sentences)}</p></body></html>"


def spellings(findings: tuple[FileFinding, ...]) -> list[str]:
    return [finding.article for finding in findings if finding.check == "spelling"]


@pytest.fixture
def names(make_site: MakeSite) -> Site:
    """Two articles that spell a name in two ways."""
    return make_site({"a": post(NAME), "b": post(AGAIN)}, answers=SPELT | SPELT_OTHERWISE)


def test_a_new_draft_is_mended_where_a_check_knows_how(make_site: MakeSite) -> None:
    answers = ANSWERS | {"The road is open again.": "सड़क फिर से से खुल गई है।"}
    site = make_site({"road": ROAD}, answers=answers)
    site.translate()
    assert site.entry("road", "The road is open again.").msgstr == "सड़क फिर से खुल गई है।"


def test_a_draft_that_a_reviewer_changed_is_not(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD})
    site.translate()
    site.review("road", "The road is open again.", fuzzy=True, msgstr="सड़क फिर से से खुली।")
    site.translate()
    assert site.entry("road", "The road is open again.").msgstr == "सड़क फिर से से खुली।"


def test_names_are_compared_within_an_article(make_site: MakeSite) -> None:
    site = make_site({"a": post(NAME, AGAIN)}, answers=SPELT | SPELT_OTHERWISE)
    site.translate()
    assert spellings(site.check("a").findings) == ["a"]
    assert any("spelling" in site.entry("a", source).comment for source in (NAME, AGAIN))


def test_names_are_compared_across_the_articles_that_are_checked(names: Site) -> None:
    names.translate()
    assert len(spellings(names.check().findings)) == 1
    assert spellings(names.check("a").findings) == []


def test_what_is_found_beside_others_can_be_waived(names: Site) -> None:
    names.translate()
    for article, source in (("a", NAME), ("b", AGAIN)):
        names.review(article, source, tcomment="ok: spelling")
    report = names.check()
    assert spellings(report.findings) == []
    assert report.waived == 1


def test_a_check_that_compares_can_be_switched_off(make_site: MakeSite) -> None:
    off = 'disabled = ["spelling"]'
    site = make_site({"a": post(NAME, AGAIN)}, answers=SPELT | SPELT_OTHERWISE, checks=off)
    site.translate()
    assert spellings(site.check().findings) == []


def test_who_translates_a_sentence_is_told_its_terms(make_site: MakeSite) -> None:
    sentence = "The Baloch Liberation Army (BLA) met the BLA in Quetta, said <b>Quetta</b> and may."
    rows = (
        "en,hi,kind\nBaloch Liberation Army,बलूच लिबरेशन आर्मी,org\n"
        "BLA,बीएलए,acronym\nQuetta,क्वेटा,place\n"
    )
    site = make_site(
        {"a": post(sentence)}, {"glossaries/x.csv": rows}, answers={}, top='publish = "all"'
    )
    site.translate()
    source = sentence.replace("<b>", "<g1>").replace("</b>", "</g1>")
    told = "terms: Baloch Liberation Army = बलूच लिबरेशन आर्मी; BLA = बीएलए; Quetta = क्वेटा"
    assert told in site.entry("a", source).comment.split("\n")
    hindi = "बलूच लिबरेशन आर्मी (बीएलए) क्वेटा में <g1>क्वेटा</g1> से मिली।"
    site.review("a", source, msgstr=hindi)
    site.translate()
    assert "terms:" not in site.entry("a", source).comment
