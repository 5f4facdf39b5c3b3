"""Asking a LibreTranslate server, played by one on this machine."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from http_stub import Answer, Request, Stub, answer_json, serve

from dualpress.article import Language
from dualpress.engines.base import EngineOptions, Hypothesis
from dualpress.engines.libretranslate import (
    LibreTranslateEngine,
    LibreTranslateSettings,
    create,
    mend_stop,
)
from dualpress.errors import ConfigError, EngineError, EngineUnavailable
from dualpress.patience import Patience

_KEY = "s3cret-key"


def translate_as_the_server_does(request: Request) -> Answer:
    """The form of LibreTranslate's answers, with brackets for a translation."""
    asked = request.json()
    content: dict[str, Any] = {"translatedText": [f"[{text}]" for text in asked["q"]]}
    if asked.get("alternatives"):
        content["alternatives"] = [
            [f"({text}{number})" for number in range(asked["alternatives"])] for text in asked["q"]
        ]
    return answer_json(content)


@contextmanager
def asking(
    answer: Callable[[Request], Answer] = translate_as_the_server_does,
    *,
    key: str | None = None,
    waits: list[float] | None = None,
    **settings: Any,
) -> Iterator[tuple[LibreTranslateEngine, Stub]]:
    with serve(answer) as stub:
        engine = LibreTranslateEngine(
            Language.EN,
            Language.HI,
            LibreTranslateSettings(url=stub.url, **settings),
            key=key,
            sleep=(waits if waits is not None else []).append,
        )
        try:
            yield engine, stub
        finally:
            engine.close()


def texts(translated: list[list[Hypothesis]]) -> list[list[str]]:
    return [[hypothesis.text for hypothesis in each] for each in translated]


def options(**settings: Any) -> EngineOptions:
    return EngineOptions(Language.EN, Language.HI, Path("models"), settings)


def test_translates_each_sentence_in_order() -> None:
    with asking() as (engine, _):
        assert texts(engine.translate(["One.", "Two."])) == [["[One.]"], ["[Two.]"]]


def test_asks_as_the_api_wants_it() -> None:
    with asking() as (engine, stub):
        engine.translate(["One."])
    assert [(request.path, request.json()) for request in stub.requests] == [
        ("/translate", {"q": ["One."], "source": "en", "target": "hi", "format": "text"})
    ]


def test_address_may_have_a_path_and_end_in_a_slash() -> None:
    with asking() as (engine, stub):
        engine._settings = LibreTranslateSettings(url=f"{stub.url}/mt/")
        engine.translate(["One."])
    assert [request.path for request in stub.requests] == ["/mt/translate"]


def test_asks_once_for_each_distinct_sentence_and_not_for_blanks() -> None:
    with asking() as (engine, stub):
        assert texts(engine.translate(["A", " ", "B", "A"])) == [["[A]"], [""], ["[B]"], ["[A]"]]
    assert [request.json()["q"] for request in stub.requests] == [["A", "B"]]


def test_asks_for_a_batch_at_a_time() -> None:
    with asking(batch=2) as (engine, stub):
        assert texts(engine.translate(["A", "B", "C"])) == [["[A]"], ["[B]"], ["[C]"]]
    assert [request.json()["q"] for request in stub.requests] == [["A", "B"], ["C"]]


def test_alternatives_are_further_hypotheses() -> None:
    with asking() as (engine, stub):
        assert texts(engine.translate(["A", "B"], hypotheses=3)) == [
            ["[A]", "(A0)", "(A1)"],
            ["[B]", "(B0)", "(B1)"],
        ]
    assert stub.requests[0].json()["alternatives"] == 2


def test_equal_alternatives_are_one() -> None:
    content = {"translatedText": ["हाँ"], "alternatives": [["हाँ", "जी"]]}
    with asking(lambda _: answer_json(content)) as (engine, _):
        assert texts(engine.translate(["Yes"], hypotheses=3)) == [["हाँ", "जी"]]


def test_server_that_knows_no_alternatives() -> None:
    with asking(lambda _: answer_json({"translatedText": ["हाँ"]})) as (engine, _):
        assert texts(engine.translate(["Yes"], hypotheses=3)) == [["हाँ"]]


@pytest.mark.parametrize(
    ("source", "said", "mended"),
    [
        ("He came home.", "वह घर आया।.", "वह घर आया।"),
        ("He came home.", "वह घर आया.", "वह घर आया."),
        ("वह घर आया।", "He came home", "He came home."),
        ("वह 2024 में आया।", "He came in 2024", "He came in 2024."),
        ("वह घर आया।", "He came home.", "He came home."),
        ("क्या वह आया?", "Did he come?", "Did he come?"),
        ("वह घर", "That house", "That house"),
        ("वह घर आया।", "", ""),
    ],
)
def test_final_stop_that_the_server_spoils_is_mended(source: str, said: str, mended: str) -> None:
    assert mend_stop(source, said) == mended


def test_translations_are_mended() -> None:
    content = {"translatedText": ["वह आया।."], "alternatives": [["वह घर आया।."]]}
    with asking(lambda _: answer_json(content)) as (engine, _):
        assert texts(engine.translate(["He came."], hypotheses=2)) == [["वह आया।", "वह घर आया।"]]


# The key


def test_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MT_KEY", _KEY)
    with serve(translate_as_the_server_does) as stub:
        engine = create(options(url=stub.url, api_key_env="MT_KEY"))
        engine.translate(["One."])
        engine.close()
    assert stub.requests[0].json()["api_key"] == _KEY


@pytest.mark.parametrize("value", [None, ""])
def test_missing_key_is_told(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("MT_KEY", raising=False)
    if value is not None:
        monkeypatch.setenv("MT_KEY", value)
    with pytest.raises(ConfigError, match="variable MT_KEY"):
        create(options(url="https://example.org", api_key_env="MT_KEY"))


def test_key_is_never_shown() -> None:
    refusal = answer_json({"error": f"Invalid API key {_KEY}"}, 403)
    with (
        asking(lambda _: refusal, key=_KEY) as (engine, _),
        pytest.raises(EngineError) as caught,
    ):
        engine.translate(["One."])
    assert _KEY not in f"{caught.value} {caught.value!r} {engine!r}"
    assert "Invalid API key ***" in caught.value.cause
    assert "api_key_env" in (caught.value.hint or "")


def test_key_does_not_follow_a_redirect() -> None:
    def redirect(request: Request) -> Answer:
        return Answer(status=307, headers={"Location": "/elsewhere"})

    with (
        asking(redirect, key=_KEY) as (engine, stub),
        pytest.raises(EngineError, match="status 307"),
    ):
        engine.translate(["One."])
    assert len(stub.requests) == 1


@pytest.mark.parametrize("url", ["http://example.org", "ftp://example.org", "example.org"])
def test_unprotected_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="https://"):
        create(options(url=url))


def test_password_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(ConfigError, match="password") as caught:
        create(options(url=f"https://user:{_KEY}@example.org"))
    assert _KEY not in str(caught.value)


# Failures


def in_turn(*answers: Answer) -> Callable[[Request], Answer]:
    """Answers with each in turn, then translates."""
    left = list(answers)
    return lambda request: left.pop(0) if left else translate_as_the_server_does(request)


def test_tries_again_when_the_server_asks_for_patience() -> None:
    waits: list[float] = []
    slow = answer_json({"error": "Slow down"}, 429, Retry_After="7")
    with asking(in_turn(slow, Answer(status=503)), waits=waits) as (engine, _):
        assert texts(engine.translate(["One."])) == [["[One.]"]]
    assert waits == [7.0, 2.0]


def test_gives_up_after_three_more_attempts() -> None:
    waits: list[float] = []
    slow = answer_json({"error": "Slow down"}, 429)
    with (
        asking(lambda _: slow, waits=waits) as (engine, stub),
        pytest.raises(EngineError, match="status 429: Slow down"),
    ):
        engine.translate(["One."])
    assert waits == [1.0, 2.0, 4.0]
    assert len(stub.requests) == 4


def test_does_not_repeat_what_was_wrong() -> None:
    wrong = answer_json({"error": "xx is not supported"}, 400)
    with (
        asking(lambda _: wrong) as (engine, stub),
        pytest.raises(EngineError, match="xx is not supported"),
    ):
        engine.translate(["One."])
    assert len(stub.requests) == 1


@pytest.mark.parametrize(
    ("status", "header", "wait"),
    [
        (429, "3", 3.0),
        (429, None, 1.0),
        (503, "nonsense", 1.0),
        (503, "Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        (500, "-5", 1.0),
        (429, "61", None),
        (400, "3", None),
        (200, None, None),
    ],
)
def test_patience(status: int, header: str | None, wait: float | None) -> None:
    assert Patience().wait(status, header) == wait


@pytest.mark.parametrize(
    "content",
    [
        {}, [], {"translatedText": "one text"}, {"translatedText": ["one", "two"]},
        {"translatedText": [None]}, {"translatedText": ["one"], "alternatives": [["a"], ["b"]]},
    ],
)  # fmt: skip
def test_answer_that_is_none_is_refused(content: object) -> None:
    with (
        asking(lambda _: answer_json(content)) as (engine, _),
        pytest.raises(EngineError, match="as LibreTranslate does"),
    ):
        engine.translate(["One."])


def test_page_instead_of_an_answer_is_refused() -> None:
    with (
        asking(lambda _: Answer(b"<html>")) as (engine, _),
        pytest.raises(EngineError, match="as LibreTranslate does"),
    ):
        engine.translate(["One."])


def test_server_that_is_not_there_is_unavailable() -> None:
    with asking() as (engine, _):
        pass
    engine = create(options(url="http://127.0.0.1:9"))
    with pytest.raises(EngineUnavailable, match="cannot be reached"):
        engine.translate(["One."])
    engine.close()


def test_server_that_sends_a_little_now_and_then_for_ever() -> None:
    with asking() as (engine, _):
        engine._clock = iter([0.0, 60.5]).__next__
        with pytest.raises(EngineError, match="within 60 seconds"):
            engine.translate(["One."])


def test_packed_answers_are_read() -> None:
    def packed(_: Request) -> Answer:
        content = gzip.compress(json.dumps({"translatedText": ["हाँ"]}).encode())
        return Answer(body=content, headers={"Content-Encoding": "gzip"})

    with asking(packed) as (engine, _):
        assert texts(engine.translate(["Yes"])) == [["हाँ"]]


def test_several_requests_are_under_way_at_once_where_that_is_asked_for() -> None:
    both = Barrier(2, timeout=10)

    def wait_for_the_other(request: Request) -> Answer:
        both.wait()
        return translate_as_the_server_does(request)

    with serve(wait_for_the_other) as stub:
        engine = create(replace(options(url=stub.url, batch=1), threads=2))
        try:
            assert texts(engine.translate(["A", "B", "C", "D"])) == [[f"[{x}]"] for x in "ABCD"]
        finally:
            engine.close()


def test_after_a_failure_the_other_requests_are_not_sent() -> None:
    with serve(lambda _: Answer(status=400)) as stub:
        engine = create(replace(options(url=stub.url, batch=1), threads=2))
        try:
            with pytest.raises(EngineError, match="status 400"):
                engine.translate([f"Sentence {number}." for number in range(500)])
        finally:
            engine.close()
    assert len(stub.requests) < 500


def test_server_that_does_not_answer_in_time() -> None:
    from threading import Event

    done = Event()

    def hang(_: Request) -> Answer:
        done.wait(10)
        return Answer()

    with asking(hang, timeout=0.05) as (engine, _):
        try:
            with pytest.raises(EngineError, match=r"within 0\.05 seconds"):
                engine.translate(["One."])
        finally:
            done.set()
