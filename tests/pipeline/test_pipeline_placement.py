"""Inline tags of drafts: what an engine is asked, where the tags go, what the reviewer is told."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from pipeline_support import MakeSite, Site

from dualpress.engines.base import Abilities, Attention, Hypothesis
from dualpress.engines.scripted import ScriptedEngine

POST = """<!DOCTYPE html>
<html lang="en"><head></head>
<body><p>{}</p></body></html>
"""
SOURCE = 'The old <a href="/army">army</a> moved.'
ANSWERS = {"The old army moved.": "फ़ौज तब हट गई।"}
MSGID = "The old <g1>army</g1> moved."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every sentence that the scripted engine is asked for."""
    sentences: list[str] = []
    translate = ScriptedEngine.translate

    def noted(
        engine: ScriptedEngine, given: Sequence[str], **options: object
    ) -> list[list[Hypothesis]]:
        sentences.extend(given)
        return translate(engine, given)

    monkeypatch.setattr(ScriptedEngine, "translate", noted)
    return sentences


def page(text: str, make_site: MakeSite, answers: dict[str, str], scripted: str = "") -> Site:
    site = make_site({"page": POST.format(text)}, answers=answers, scripted=scripted)
    site.translate()
    return site


def test_a_guess_is_told_in_the_po_file_and_by_check(make_site: MakeSite) -> None:
    site = page(SOURCE, make_site, ANSWERS)

    told = "placement: the place of <g1> (link, "
    assert told in site.entry("page", MSGID).comment
    assert [f.check for f in site.check().findings if told[11:] in f.message] == ["placement"]


def test_the_confidence_stands_in_the_sidecar(make_site: MakeSite) -> None:
    site = page(SOURCE, make_site, ANSWERS)

    (segment,) = json.loads(site.read("po/page/hi.json"))["segments"].values()
    assert set(segment["tags"]) == {"1"}
    assert 0 < segment["tags"]["1"] < 1


def test_what_was_reviewed_is_no_longer_listed(make_site: MakeSite) -> None:
    site = page(SOURCE, make_site, ANSWERS)
    site.approve("page")

    assert [f for f in site.check(update=True).findings if f.check == "placement"] == []
    assert "placement" not in site.entry("page", MSGID).comment


def test_a_lost_sidecar_breaks_nothing(make_site: MakeSite) -> None:
    site = page(SOURCE, make_site, ANSWERS)
    (site.root / "po/page/hi.json").unlink()

    assert [f for f in site.check().findings if f.check == "placement"] == []


def test_a_note_mark_behind_the_stop_is_no_part_of_the_question(
    make_site: MakeSite, asked: list[str]
) -> None:
    site = page("It fell.<sup>1</sup>", make_site, {"It fell.": "वह गिरा।"})

    assert asked == ["It fell."]
    assert site.entry("page", "It fell.<g1>1</g1>").msgstr == "वह गिरा।<g1>1</g1>"
    assert site.check().findings == ()


def test_a_line_break_parts_words_in_the_question(make_site: MakeSite, asked: list[str]) -> None:
    page("One road<br>two rivers.", make_site, {"One road two rivers.": "एक सड़क दो नदियाँ।"})
    assert asked == ["One road two rivers."]


def test_an_engine_that_knows_tags_gets_them_and_its_tags_are_taken(
    make_site: MakeSite, asked: list[str]
) -> None:
    answers = {MSGID: "तब पुरानी <g1>फ़ौज</g1> हटी।"}
    site = page(SOURCE, make_site, answers, "inline_tags = true")

    assert asked == [MSGID]
    assert site.entry("page", MSGID).msgstr == "तब पुरानी <g1>फ़ौज</g1> हटी।"
    assert [f for f in site.check().findings if f.check == "placement"] == []


def test_broken_tags_of_such_an_engine_are_placed_anew(make_site: MakeSite) -> None:
    answers = {MSGID: "<g1>फ़ौज तब < /g1> हट गई।"}
    site = page(SOURCE, make_site, answers, "inline_tags = true")

    msgstr = site.entry("page", MSGID).msgstr
    assert msgstr.replace("<g1>", "").replace("</g1>", "") == "फ़ौज तब हट गई।"
    assert [f.check for f in site.check().findings] == ["placement"]


def test_attention_is_asked_for_and_used_where_the_model_was_taught_it(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def translate(
        engine: ScriptedEngine, given: Sequence[str], *, hypotheses: int, attention: bool
    ) -> list[list[Hypothesis]]:
        assert attention
        pieces = tuple(f"▁{word}" for word in given[0].split())
        made = ("▁फ़ौज", "▁तब", "▁हट", "▁गई।")
        looks = ((0, 0, 1.0, 0), (1.0, 0, 0, 0), (0, 0, 0, 1.0), (0, 0, 0, 1.0))
        return [[Hypothesis("फ़ौज तब हट गई।", attention=Attention(pieces, made, looks))]]

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    monkeypatch.setattr(
        ScriptedEngine, "abilities", Abilities(guided_alignment=True), raising=False
    )
    monkeypatch.setattr(ScriptedEngine, "__init__", lambda engine, *_, **__: None)
    site = page(SOURCE, make_site, {})

    assert site.entry("page", MSGID).msgstr == "<g1>फ़ौज</g1> तब हट गई।"
