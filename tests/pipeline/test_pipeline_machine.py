"""What the engine is asked in a run: each sentence once, in batches of like lengths."""

from __future__ import annotations

from collections.abc import Sequence
from threading import current_thread, main_thread
from typing import Any

import pytest
from pipeline_support import ROAD, MakeSite

from dualpress.article import Language
from dualpress.engines.base import Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.errors import EngineError
from dualpress.glossary import Glossary, Kind, Term, enforce
from dualpress.pipeline import machine
from dualpress.pipeline.enforcer import Enforcer
from dualpress.pipeline.questions import Ask, Questions


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the engine is asked, batch by batch."""
    batches: list[list[str]] = []

    def translate(
        engine: ScriptedEngine, sentences: Sequence[str], **_: Any
    ) -> list[list[Hypothesis]]:
        batches.append(list(sentences))
        return [[Hypothesis("यह एक अनुवाद है।")] for _ in sentences]

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    return batches


def test_a_sentence_of_many_articles_is_asked_once(
    make_site: MakeSite, asked: list[list[str]]
) -> None:
    make_site({str(number): ROAD for number in range(5)}).translate()
    assert asked == [["The road", "The road is open again."]]


def test_sentences_of_like_lengths_are_in_one_batch_each_in_reading_order(
    make_site: MakeSite, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "BATCH", 2)
    texts = [
        "It rains here.",
        "It rains here, and nobody knows why.",
        "It is dry.",
        "Nobody at all knows why.",
    ]
    make_site({"a": "".join(f"<p>{text}</p>\n" for text in texts)}).translate()
    assert asked == [[texts[1], texts[3]], [texts[0], texts[2]]]


def test_articles_beyond_the_window_share_what_is_remembered(
    make_site: MakeSite, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.stream.WINDOW_ARTICLES", 1)
    site = make_site({str(number): ROAD for number in range(5)})
    site.translate()
    assert len(asked) == 1
    assert len({site.read(f"po/{number}/hi.json") for number in range(5)}) == 1


def test_an_engine_that_can_begin_ahead_is_told_what_it_will_be_asked(
    make_site: MakeSite, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[list[str]] = []

    def expect(
        _engine: ScriptedEngine, batches: Sequence[Sequence[str]], *, retry: bool, **_: Any
    ) -> None:
        if not retry and current_thread() is main_thread():  # the other one asks
            told.extend(map(list, batches))

    monkeypatch.setattr(ScriptedEngine, "expect", expect, raising=False)
    monkeypatch.setattr(ScriptedEngine, "hands", 1, raising=False)
    monkeypatch.setattr("dualpress.pipeline.stream.WINDOW_ARTICLES", 1)
    pages = {
        str(number): f"<h1>Road {number}</h1><p>Road {number} is open.</p>" for number in "abcdef"
    }
    make_site(pages).translate()
    assert len(asked) == 6
    assert told
    assert [batch for batch in told if batch not in asked] == []


def test_who_stops_the_machine_stops_the_engine_and_nothing_is_told_of_that(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def translate(_engine: ScriptedEngine, _sentences: Sequence[str], **_: Any) -> Any:
        asked.append("sentences")
        drafting.stop()
        raise EngineError("it was stopped")

    asked: list[str] = []
    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    monkeypatch.setattr(ScriptedEngine, "stop", lambda _: asked.append("stop"), raising=False)
    question = Questions(Ask.TRANSLATE, Language.HI, ["The road"])
    with machine.Machine(make_site().project, "scripted") as drafting:
        assert drafting.answer(question) == [None]
        assert asked == ["sentences", "stop"]
        assert drafting.failures == []


def test_terms_are_enforced_again_only_where_more_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def count(source: str, *args: Any, **options: Any) -> Any:
        calls.append(source)
        return enforce(source, *args, **options)

    monkeypatch.setattr("dualpress.pipeline.enforcer.enforce", count)
    terms = Enforcer(Glossary([Term("BLA", "बीएलए", Kind.ACRONYM)]), Language.HI)
    source, texts = "The BLA left.", ["मुक्तिदल चला गया।"]

    first = terms.enforce(source, texts)
    assert terms.enforce(source, texts, {"Gwadar": "बंदरगाह"}) is first
    assert calls == [source]
    assert terms.enforce(source, texts, {"BLA": "मुक्तिदल"}).text == "बीएलए चला गया।"
