"""The machine that drafts: where it fails, is missing or is stopped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from pipeline_support import ANSWERS, RIVER, ROAD, MakeSite, Site

from dualpress.engines.base import Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.errors import ConfigError, EngineError, EngineUnavailable, UsageError
from dualpress.files import write_parts
from dualpress.pipeline import machine, stream

POSTS = {"a": ROAD, "b": RIVER, "c": ROAD.replace("again", "at last")}

Translate = Callable[..., list[list[Hypothesis]]]


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[Translate], None]:
    """Lets a function answer for the scripted engine."""

    def replace(translate: Translate) -> None:
        monkeypatch.setattr(ScriptedEngine, "translate", translate)

    return replace


def echo(sentences: Sequence[str]) -> list[list[Hypothesis]]:
    return [[Hypothesis(ANSWERS.get(sentence, "अनुवाद।"))] for sentence in sentences]


def drafted(site: Site, *articles: str) -> list[int]:
    """How many sentences of each article have a translation."""
    return [len(site.po(article).fuzzy_entries()) for article in articles]


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets each article be a window of its own."""
    monkeypatch.setattr(stream, "WINDOW_ARTICLES", 1)


@pytest.mark.usefixtures("one_by_one")
def test_an_engine_that_fails_is_told_once_and_what_it_made_is_kept(make_site: MakeSite) -> None:
    site = make_site(POSTS, scripted="fail_after = 2")

    report = site.translate()

    (error,) = report.failures
    assert isinstance(error, EngineError)
    assert drafted(site, "a", "b", "c") == [2, 0, 1], "the headings of a and c are the same"
    assert [article.id for article in report.articles] == ["a", "b", "c"]


@pytest.mark.usefixtures("one_by_one")
def test_the_next_run_goes_on_where_the_engine_failed(make_site: MakeSite) -> None:
    site = make_site(POSTS, scripted='fail_after = 2\nunknown = "echo"')
    site.translate()
    before = site.hashes("po/a")
    assert drafted(site, "b", "c") == [0, 1]
    site.edit("dualpress.toml", "fail_after = 2\n", "")

    report = site.translate()

    assert report.failures == ()
    assert drafted(site, "a", "b", "c") == [2, 4, 2]
    assert site.hashes("po/a") == before


def test_an_engine_that_fails_on_one_article_is_asked_for_the_next(make_site: MakeSite) -> None:
    site = make_site({"a": "<p>What nobody knows.</p>\n", "b": ROAD})

    report = site.translate()

    (error,) = report.failures
    assert "What nobody knows." in str(error)
    assert drafted(site, "a", "b") == [0, 2]


def test_an_engine_that_fails_again_and_again_is_given_up(
    make_site: MakeSite, instead: Callable[[Translate], None]
) -> None:
    asked: list[str] = []

    def fail(engine: ScriptedEngine, sentences: Sequence[str], **_: Any) -> list[list[Hypothesis]]:
        asked.append(sentences[0])
        raise EngineError("the server is down")

    instead(fail)
    site = make_site({str(number): f"<p>Sentence {number} here.</p>" for number in range(6)})

    report = site.translate()

    assert len(asked) == machine.PATIENCE
    assert [error.cause for error in report.failures] == ["the server is down"]


def test_only_the_part_of_a_batch_that_failed_is_lost(make_site: MakeSite) -> None:
    known = {source: target for source, target in ANSWERS.items() if source != "The river rose."}
    site = make_site({"river": RIVER}, answers=known)

    site.translate()

    translated = {entry.msgid for entry in site.po("river") if entry.msgstr}
    assert translated == set(known) & {entry.msgid for entry in site.po("river")}


def test_an_engine_that_cannot_be_loaded_leaves_memory_and_glossary(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise EngineUnavailable("the model is not there")

    site = make_site({"a": ROAD, "b": RIVER})
    monkeypatch.setattr("dualpress.pipeline.machine.load_engine", missing)

    report = site.translate()

    assert [error.cause for error in report.failures] == ["the model is not there"]
    assert report.engine is None
    assert [article.held for article in report.articles] == [
        "2 sentences without a translation",
        "4 sentences without a translation",
    ]


def test_a_server_that_is_not_there_is_asked_once_and_the_engine_closed(
    make_site: MakeSite,
    monkeypatch: pytest.MonkeyPatch,
    instead: Callable[[Translate], None],
) -> None:
    asked, closed = [], []

    def fail(engine: ScriptedEngine, sentences: Sequence[str], **_: Any) -> list[list[Hypothesis]]:
        asked.append(engine)
        raise EngineUnavailable("the server cannot be reached")

    instead(fail)
    monkeypatch.setattr(ScriptedEngine, "close", lambda engine: closed.append(engine))

    report = make_site(POSTS).translate()

    assert len(report.failures) == 1
    assert asked == closed
    assert len(asked) == 1


def test_an_engine_that_answers_for_other_sentences_is_told(
    make_site: MakeSite, instead: Callable[[Translate], None]
) -> None:
    instead(lambda engine, sentences, **_: echo(sentences[1:]))
    site = make_site({"road": ROAD})

    first, *_ = site.translate().failures

    assert isinstance(first, EngineError)
    assert first.cause == "the engine scripted gave 1 translation for 2 sentences"


def test_an_engine_of_no_known_name_is_refused_before_anything_is_done(site: Site) -> None:
    before = site.hashes()

    with pytest.raises(UsageError, match=r"there is no engine “argus”.*auto, argos"):
        site.translate(engine="argus")

    assert site.hashes() == before


def test_wrong_settings_of_an_engine_are_refused(make_site: MakeSite) -> None:
    site = make_site(scripted="fail_after = -1")

    with pytest.raises(ConfigError, match="fail_after"):
        site.translate()


@pytest.mark.parametrize("error", [ConfigError("it is set wrongly"), KeyboardInterrupt()])
def test_what_a_load_raises_ahead_of_the_questions_ends_the_run_before_anything_is_written(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    loads: list[object] = []

    def fail(*options: object) -> None:
        loads.append(options)
        raise error

    site = make_site(POSTS)
    before = site.hashes("posts", "po", "output")
    monkeypatch.setattr("dualpress.pipeline.machine.load_engine", fail)

    with pytest.raises(type(error)):
        site.translate()

    assert site.hashes("posts", "po", "output") == before
    assert len(loads) == 1, "it is not tried twice"


def test_no_model_is_loaded_where_nothing_is_to_be_drafted(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({"a": ROAD})
    site.translate()
    drafts = site.hashes("po")
    site.write("posts/a.html", site.read("posts/a.html") + "\n")  # so that it is opened
    loads: list[object] = []
    monkeypatch.setattr("dualpress.pipeline.machine.load_engine", lambda *of: loads.append(of))

    site.translate()

    assert site.hashes("po") == drafts
    assert loads == []


def test_an_empty_answer_is_no_draft(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD}, answers={}, scripted='unknown = "empty"')

    report = site.translate()

    assert report.articles[0].held == "2 sentences without a translation"


def test_the_engine_that_is_named_goes_before_the_configured_one(site: Site) -> None:
    report = site.translate(engine="identity")

    assert report.engine == "identity"
    assert site.entry("river", "The river rose.").msgstr == "The river rose."


def test_every_engine_is_closed_even_where_the_run_is_stopped(
    make_site: MakeSite,
    monkeypatch: pytest.MonkeyPatch,
    instead: Callable[[Translate], None],
) -> None:
    closed: list[ScriptedEngine] = []
    monkeypatch.setattr(ScriptedEngine, "close", lambda engine: closed.append(engine))
    instead(stop_at("The road"))

    with pytest.raises(KeyboardInterrupt):
        make_site({"road": ROAD}).translate()

    assert len(closed) == 1


def stop_at(sentence: str) -> Translate:
    """An engine at which somebody presses Ctrl-C when it comes to a sentence."""

    def translate(
        engine: ScriptedEngine, sentences: Sequence[str], **_: Any
    ) -> list[list[Hypothesis]]:
        if sentence in sentences:
            raise KeyboardInterrupt
        return echo(sentences)

    return translate


@pytest.mark.usefixtures("one_by_one")
def test_what_was_done_before_ctrl_c_is_kept_and_the_next_run_goes_on(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(POSTS, scripted='unknown = "echo"')
    with monkeypatch.context() as patch:
        patch.setattr(ScriptedEngine, "translate", stop_at("The river rose."))
        with pytest.raises(KeyboardInterrupt):
            site.translate()
    before = site.hashes("po")
    assert set(before) == {"po/a/hi.po", "po/a/hi.json"}

    report = site.translate()

    assert report.failures == ()
    assert drafted(site, "a", "b", "c") == [2, 4, 2]
    assert before.items() <= site.hashes("po").items()


def test_ctrl_c_between_articles_leaves_whole_files(make_site: MakeSite) -> None:
    class Stop:
        def start(self, stage: str, total: int | None) -> None:
            pass

        def advance(
            self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
        ) -> None:
            if label == "b":
                raise KeyboardInterrupt

        def finish(self) -> None:
            pass

    site = make_site(POSTS, scripted='unknown = "echo"')
    with pytest.raises(KeyboardInterrupt):
        site.translate(progress=Stop())
    assert drafted(site, "a", "b") == [2, 4]
    assert not (site.root / "output").exists()

    site.translate()

    assert drafted(site, "a", "b", "c") == [2, 4, 2]
    assert not [name for name in site.hashes() if name.endswith(".tmp")]


def test_ctrl_c_while_pages_are_written_leaves_whole_pages(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(POSTS, scripted='unknown = "echo"')
    whole = make_site(POSTS, scripted='unknown = "echo"', folder="whole")
    whole.translate()
    written: list[object] = []

    def stop(path: Any, parts: Any, **options: Any) -> None:
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path)
        write_parts(path, parts, **options)

    with monkeypatch.context() as patch:
        patch.setattr("dualpress.site.output.write_parts", stop)
        with pytest.raises(KeyboardInterrupt):
            site.translate()
    assert (
        site.hashes("output").items()
        < {
            **whole.hashes("output"),
            "output/.dualpress-files.json": site.hashes("output")["output/.dualpress-files.json"],
        }.items()
    )

    site.translate()

    assert site.hashes("output") == whole.hashes("output")
