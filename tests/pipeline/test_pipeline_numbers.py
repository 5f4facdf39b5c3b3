"""Numbers of the machine's translation: put right and into house style, in drafts alone."""

from __future__ import annotations

import json

from pipeline_support import MakeSite, Site

POST = "<p>They paid $4.52 billion in 2024.</p>\n"
SENTENCE = "They paid $4.52 billion in 2024."
ANSWERS = {SENTENCE: "उन्होंने २०२४ में $4.52 बिलियन चुकाए।"}


def drafted(site: Site) -> str:
    assert site.translate().failures == ()
    (entry,) = site.po("a")
    return entry.msgstr


def test_a_draft_has_its_numbers_in_house_style(make_site: MakeSite) -> None:
    site = make_site({"a": POST}, answers=ANSWERS)
    assert drafted(site) == "उन्होंने 2024 में 4.52 अरब डॉलर चुकाए।"


def test_the_house_style_is_the_project_s(make_site: MakeSite) -> None:
    hindi = 'digits = "devanagari"\nscales = "keep"\ncurrency = "keep"'
    site = make_site({"a": POST}, answers=ANSWERS, hindi=hindi)
    assert drafted(site) == "उन्होंने २०२४ में $४.५२ बिलियन चुकाए।"


def test_a_reviewer_is_told_what_was_put_right(make_site: MakeSite) -> None:
    answers = {SENTENCE: "उन्होंने 2024 में 4.52 मिलियन डॉलर चुकाए।"}
    site = make_site({"a": POST}, answers=answers)
    assert drafted(site) == "उन्होंने 2024 में 4.52 अरब डॉलर चुकाए।"
    (segment,) = json.loads(site.read("po/a/hi.json"))["segments"].values()
    assert "“4.52 मिलियन” was corrected to “4.52 अरब”: “4.52 billion”" in segment["notes"]


def test_a_reviewed_number_keeps_its_style(make_site: MakeSite) -> None:
    site = make_site({"a": POST}, answers=ANSWERS)
    site.translate()
    reviewed = "उन्होंने २०२४ में $4.52 बिलियन चुकाए।"
    site.review("a", SENTENCE, msgstr=reviewed)
    site.translate()
    assert site.entry("a", SENTENCE).msgstr == reviewed


def test_a_copy_of_the_source_stays_one(make_site: MakeSite) -> None:
    site = make_site({"a": POST}, answers={SENTENCE: SENTENCE})
    assert drafted(site) == SENTENCE
