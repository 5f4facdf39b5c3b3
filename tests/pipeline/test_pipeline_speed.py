"""How fast an engine is, and what the articles of a project will take."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Language
from dualpress.config import Project
from dualpress.engines.base import Hypothesis
from dualpress.engines.ctranslate2 import cores
from dualpress.engines.identity import IdentityEngine
from dualpress.engines.packages import install_package
from dualpress.errors import EngineError, EngineUnavailable, ReadError, UsageError
from dualpress.pipeline import RunReport
from dualpress.pipeline.speed import (
    Meter,
    Setting,
    Spread,
    Timing,
    Whole,
    _timings,
    bench_speed,
)
from dualpress.pipeline.speed.meter import busy_cores
from dualpress.pipeline.speed.rounds import Bench
from dualpress.pipeline.speed.sample import take_sample
from dualpress.pipeline.speed.settings import (
    batches_to_try,
    configured,
    lines,
    set_in,
    threads_to_try,
)
from dualpress.progress import NoProgress

PACKAGE = Path(__file__).parents[1] / "fixtures" / "models" / "translate-en_hi-1_0.argosmodel"
HINDI = "<!DOCTYPE html><html lang=hi><title>नदी</title><p>नदी का पानी बढ़ गया।</p></html>"


class Clock:
    """Goes on only where something is translated: a second for eight sentences."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def translate(
        self, _engine: IdentityEngine, sentences: Sequence[str], **_: Any
    ) -> list[list[Hypothesis]]:
        self.now += len(sentences) / 8
        return [[Hypothesis(sentence, 0.0)] for sentence in sentences]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(
        IdentityEngine, "translate", lambda *arguments, **more: clock.translate(*arguments, **more)
    )
    return clock


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site({"river": RIVER, "road": ROAD}, engine="identity")


def test_sentences_and_articles_are_told_by_the_clock(site: Site, clock: Clock) -> None:
    report = bench_speed(site.project, meter=Meter(clock, clock))
    assert (report.engine, report.sentences, report.posts) == ("identity", 6, 2)
    assert report.words == sum(map(len, map(str.split, take(site))))
    assert [timing.seconds for timing in report.timings] == [Spread(0.75, 0.75, 0.75)]
    assert report.chosen is report.configured
    assert report.whole is not None
    assert report.whole.articles == 2
    assert report.whole.engine_share == pytest.approx(1, abs=0.4)


def take(site: Site, *paths: str, to: Language | None = None, most: int = 99) -> tuple[str, ...]:
    chosen = [site.root / path for path in paths]
    return take_sample(site.project, chosen, to, most).sentences


def test_nothing_of_the_project_is_changed(site: Site) -> None:
    site.translate()
    before = site.hashes()
    bench_speed(site.project)
    assert site.hashes() == before


def test_what_is_translated_already_is_measured_as_if_it_were_not(
    make_site: MakeSite, clock: Clock
) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.publish("river", "road")
    report = bench_speed(site.project, engine="identity", meter=Meter(clock, clock))
    assert report.whole is not None
    assert report.whole.seconds.least > 0


def test_whole_articles_are_translated_elsewhere_with_all_that_the_project_has(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(
        {"2026/river": RIVER},
        {"glossaries/own.csv": "en,hi\nriver,नदी\n", "po/2026/river/glossary.csv": "en,hi\n"},
        page='template = "own.html"',
        **{"engines.ctranslate2": 'path = "model"'},
    )
    site.translate()
    own = site.project
    seen: list[list[str]] = []

    def look(scratch: Project, **_: Any) -> RunReport:
        assert scratch.glossary_paths() == own.glossary_paths() != []
        assert (scratch.models, scratch.template) == (own.models, own.template)
        assert scratch.engine_settings("ctranslate2") == own.engine_settings("ctranslate2")
        assert not scratch.root.is_relative_to(own.root)
        files = (path for path in scratch.root.rglob("*") if path.is_file())
        seen.append(sorted(path.relative_to(scratch.root).as_posix() for path in files))
        return RunReport(())

    monkeypatch.setattr("dualpress.pipeline.speed.whole.translate", look)
    bench_speed(own, engine="identity")
    assert seen[0] == ["po/2026/river/glossary.csv", "posts/2026/river.html"]


def test_as_many_sentences_as_are_asked_for(site: Site) -> None:
    report = bench_speed(site.project, sentences=2)
    assert (report.sentences, report.posts) == (2, 1)


def test_a_slow_engine_is_asked_for_fewer_sentences(
    make_site: MakeSite, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = "dualpress.pipeline.speed.whole.translate"
    monkeypatch.setattr(whole, lambda *_, **__: RunReport(()))
    sentences = "".join(f"<p>The river rose {number} times.</p>" for number in range(300))
    site = make_site({"long": f"<html lang=en><title>T</title>{sentences}"}, engine="identity")
    assert bench_speed(site.project, meter=Meter(clock, clock)).sentences == 80
    assert bench_speed(site.project, sentences=280, meter=Meter(clock, clock)).sentences == 280


def test_settings_take_turns_while_there_is_time(site: Site, clock: Clock) -> None:
    done: list[float] = []
    bench = Bench(
        project=site.project,
        name="identity",
        table="identity",
        target=Language.HI,
        meter=Meter(clock, clock),
        advance=lambda: done.append(clock.now),
    )
    settings = [Setting(1), Setting(2)]
    assert [one.rounds for one in bench.timings(settings, ["x"] * 10, 99)] == [3, 3]
    assert [one.rounds for one in bench.timings(settings, ["x"] * 10, 0)] == [2, 2]
    assert len(done) == len(bench.loads) == 10


@pytest.fixture
def settings_that_take(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets rounds take what a test says, by their settings, on a machine with four cores."""

    def set_up(seconds: Callable[[Setting], float]) -> None:
        def timings(_: Bench, settings: Sequence[Setting], *__: object) -> list[Timing]:
            return [replace(timed(*[seconds(one)] * 2), setting=one) for one in settings]

        monkeypatch.setattr(Bench, "timings", timings)
        monkeypatch.setattr("dualpress.pipeline.speed.settings.cores", lambda: 4)

    return set_up


def chosen_of(make_site: MakeSite) -> tuple[list[Setting], Setting, Mapping[str, int]]:
    """What was tried and chosen for a model, and what is to be written for it."""
    sentences = "".join(f"<p>The river rose {number} times.</p>" for number in range(300))
    site = make_site(
        {"long": f"<html lang=en><title>T</title>{sentences}"},
        engine="auto",
        **{"engines.argos": "beam_size = 1\nthreads = 1"},
    )
    tried, chosen = _timings(
        Bench(site.project, "auto", "argos", Language.HI, Meter(), lambda: None),
        threads_to_try(configured(site.project, "argos")),
        take(site, most=256),
        NoProgress(),
    )
    own = tried[0].setting
    return [one.setting for one in tried], chosen.setting, lines(own, chosen.setting)


def test_batches_are_tried_with_the_best_threads(
    make_site: MakeSite, settings_that_take: Callable[..., None]
) -> None:
    settings_that_take(lambda one: 8 / (one.threads or 1) + (one.batch_tokens == 1024))
    tried, chosen, wanted = chosen_of(make_site)
    threads = [(one.threads, one.batch_tokens) for one in tried]
    assert threads == [(1, 1024), (4, 1024), (2, 1024), (4, 512), (4, 2048)]
    assert chosen in (Setting(4, 512), Setting(4, 2048))
    assert wanted == {"threads": 4, "batch_tokens": chosen.batch_tokens}


def test_where_all_are_alike_nothing_is_to_be_changed(
    make_site: MakeSite, settings_that_take: Callable[..., None]
) -> None:
    settings_that_take(lambda _: 1.0)
    _, chosen, wanted = chosen_of(make_site)
    assert (chosen, wanted) == (Setting(1, 1024), {})


def test_an_engine_that_fails_is_told_and_let_go(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[object] = []

    def fail(*_: object, **__: object) -> list[list[Hypothesis]]:
        raise EngineError("the engine is down")

    monkeypatch.setattr(IdentityEngine, "translate", fail)
    monkeypatch.setattr(IdentityEngine, "close", lambda engine: closed.append(engine))
    with pytest.raises(EngineError, match="the engine is down"):
        bench_speed(site.project)
    assert len(closed) == 1


def test_an_engine_that_fails_in_a_whole_article_is_told(make_site: MakeSite) -> None:
    site = make_site(engine="scripted", scripted="fail_after = 3")
    with pytest.raises(EngineError):
        bench_speed(site.project, sentences=1)


def test_without_a_model_it_says_how_to_get_one(make_site: MakeSite) -> None:
    with pytest.raises(EngineUnavailable) as refused:
        bench_speed(make_site(engine="auto").project)
    assert refused.value.hint == "Install one with: dualpress models install en-hi"


def test_an_engine_of_no_known_name_is_refused(site: Site) -> None:
    with pytest.raises(UsageError, match="there is no engine “argus”"):
        bench_speed(site.project, engine="argus")


def test_a_real_model_is_tried_with_the_threads_that_are_named(make_site: MakeSite) -> None:
    site = make_site(engine="auto", **{"engines.argos": "beam_size = 1\nthreads = 1"})
    install_package(PACKAGE, site.project.models)
    report = bench_speed(site.project, sentences=4, threads=[2])
    tried = [timing.setting for timing in report.timings]
    assert tried == [Setting(1, 1024), Setting(2, 1024)]
    assert (report.engine, report.model) == ("argos", "translate-en_hi 1.0")


def test_each_sentence_is_taken_once_and_always_the_same(site: Site) -> None:
    assert set(take(site)) == {
        "The river",
        "The river rose.",
        "Two bridges were closed.",
        "The minister spoke in the evening.",
        "The road",
        "The road is open again.",
    }
    assert take(site) == take(site)


def test_no_more_posts_are_read_than_have_enough_sentences(site: Site) -> None:
    sample = take_sample(site.project, [], None, 2)
    assert len(sample.sentences) == 2
    assert len(sample.posts) == 1


def test_only_posts_that_are_named(site: Site) -> None:
    assert take(site, "posts/road.html") == ("The road", "The road is open again.")


def test_the_language_of_most_sentences_unless_one_is_named(make_site: MakeSite) -> None:
    site = make_site({"nadi": HINDI, "river": RIVER})
    assert take_sample(site.project, [], None, 99).target is Language.HI
    assert take_sample(site.project, [], Language.EN, 99).sentences == (
        "नदी",
        "नदी का पानी बढ़ गया।",
    )


def test_without_a_post_sentences_come_with_dualpress(make_site: MakeSite) -> None:
    site = make_site({}, engine="identity")
    report = bench_speed(site.project)
    assert (report.sentences, report.posts, report.whole) == (24, 0, None)
    assert take(site, to=Language.EN, most=5)[0].endswith("।")


def test_no_post_into_a_language_is_told(site: Site) -> None:
    with pytest.raises(UsageError, match="no post has a sentence to translate into English"):
        take(site, to=Language.EN)


def test_a_path_that_leads_nowhere_is_told(make_site: MakeSite) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder"):
        take(make_site({}), "posts/nothing.html")


def test_posts_that_cannot_be_read_are_left_out(make_site: MakeSite) -> None:
    site = make_site({"broken": b"\x00\x01", "road": ROAD})
    assert len(take(site)) == 2
    with pytest.raises(ReadError):
        take(site, "posts/broken.html")


def test_all_cores_are_what_is_set_where_nothing_is(make_site: MakeSite) -> None:
    plain = make_site().project
    assert configured(plain, "argos") == Setting(cores(), 1024)
    assert configured(plain, "scripted") == Setting()
    own = make_site(**{"engines.argos": "threads = 3\nbatch_tokens = 7"}).project
    assert configured(own, "argos") == Setting(3, 7)


def test_threads_are_all_cores_and_parts_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dualpress.pipeline.speed.settings.cores", lambda: 8)
    own = Setting(8, 1024)
    assert [one.threads for one in threads_to_try(own)] == [8, 4, 2]
    assert [one.threads for one in threads_to_try(Setting(3, 1024))] == [3, 8, 4, 2]
    assert [one.threads for one in threads_to_try(own, [1, 8])] == [8, 1]


def test_a_server_is_not_tried_unless_asked() -> None:
    assert threads_to_try(Setting()) == [Setting()]
    assert threads_to_try(Setting(), [2]) == [Setting(), Setting(2)]
    assert batches_to_try(Setting(2), 999) == []


def test_batches_are_tried_half_and_twice_as_large() -> None:
    assert [one.batch_tokens for one in batches_to_try(Setting(2, 1024), 256)] == [512, 2048]
    assert [one.batch_tokens for one in batches_to_try(Setting(2, 1), 256)] == [1, 2]


def test_too_few_sentences_show_nothing_of_large_batches() -> None:
    assert batches_to_try(Setting(2, 1024), 255) == []


def test_the_batches_of_a_setting_go_into_its_table(make_site: MakeSite) -> None:
    project = make_site(**{"engines.argos": "beam_size = 2"}).project
    changed = set_in(project, "argos", Setting(4, 512))
    assert changed.engine_settings("argos") == {"beam_size": 2, "batch_tokens": 512}
    assert set_in(project, "argos", Setting(4)) is project


def test_only_what_differs_is_to_be_written() -> None:
    assert lines(Setting(2, 1024), Setting(1, 1024)) == {"threads": 1}
    assert lines(Setting(2, 1024), Setting(2, 512)) == {"batch_tokens": 512}
    assert lines(Setting(2, 1024), Setting(2, 1024)) == {}
    assert lines(Setting(), Setting(4)) == {}


def timed(*seconds: float) -> Timing:
    return Timing(Setting(), Spread.of(seconds), Spread.of(seconds), len(seconds))


def test_a_setting_is_clearly_faster_where_no_round_says_otherwise() -> None:
    own = timed(1.0, 1.1, 1.2)
    assert timed(0.7, 0.8, 0.9).is_clearly_faster(own)
    assert not timed(0.5, 0.6, 1.05).is_clearly_faster(own), "one round was slower"
    assert not timed(0.97, 0.97).is_clearly_faster(timed(1.0, 1.0)), "by too little"
    assert not timed(0.5).is_clearly_faster(own), "it may have been chance"
    assert not own.is_clearly_faster(own)


def test_many_articles_take_the_start_once() -> None:
    whole = Whole(2, 5.0, Spread(2.0, 1.0, 3.0), 2.0, 0.5, 100, 3)
    estimate = whole.estimate(1000)
    assert estimate.seconds == Spread(2005.0, 1005.0, 3005.0)
    assert estimate.bytes == 100_000


@pytest.mark.skipif(not hasattr(os, "getloadavg"), reason="Windows does not tell")
def test_what_waits_for_a_core_keeps_none_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (3.9, 4.0, 4.0))
    assert busy_cores(2) == 2.0
