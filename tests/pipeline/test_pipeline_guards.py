"""What a model did wrong: seen, asked again, and told."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Language, SegmentKind
from dualpress.engines.base import Attention, Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.errors import EngineError
from dualpress.pipeline.guards import Guard, Sentence
from dualpress.pipeline.questions import Answer, Ask

SOURCE = "The minister said that talks went on."
SOUND = "मंत्री ने कहा कि बातचीत जारी रही।"
ASKED_AGAIN = "guard: the engine was asked again, since its first translation was not sound"

FAULTY = {
    "loop": "मंत्री ने कहा कि कहा कि कहा कि कहा कि।",
    "copy": SOURCE,
    "script": "The minister said कि talks went on and on again.",
    "leftover": "मंत्री ने कहा कि talks जारी रही।",
    "attribution": "बातचीत जारी रही।",
    "sentence_end": "मंत्री ने कहा कि बातचीत जारी",
}

Make = Callable[..., Site]


@pytest.fixture
def make(make_site: MakeSite) -> Make:
    """Lays out a project of one sentence, with the engine's first and second answers."""

    def make(first: list[str], second: list[str] | None = None, **config: Any) -> Site:
        again = "" if second is None else f"again = {{{json.dumps(SOURCE)} = {json.dumps(second)}}}"
        site = make_site(
            {"a": f"<p>{SOURCE}</p>\n"}, answers={SOURCE: first}, scripted=again, **config
        )
        assert site.translate().failures == ()
        return site

    return make


def drafted(site: Site) -> str:
    (entry,) = site.po("a")
    return entry.msgstr


def notes(site: Site) -> list[str]:
    (segment,) = json.loads(site.read("po/a/hi.json"))["segments"].values()
    return list(segment.get("notes", []))


@pytest.mark.parametrize("fault", FAULTY)
def test_the_first_sound_hypothesis_is_taken(make: Make, fault: str) -> None:
    site = make([FAULTY[fault], SOUND], second=["नहीं।"])
    assert (drafted(site), notes(site)) == (SOUND, [])


@pytest.mark.parametrize("fault", [*FAULTY, "empty"])
def test_where_none_is_sound_the_engine_is_asked_once_more(make: Make, fault: str) -> None:
    site = make([FAULTY.get(fault, " ")], second=[SOUND])
    assert (drafted(site), notes(site)) == (SOUND, [ASKED_AGAIN])


@pytest.mark.parametrize("fault", FAULTY)
@pytest.mark.parametrize("second", [None, [" "]])
def test_what_stays_at_fault_says_so(make: Make, fault: str, second: list[str] | None) -> None:
    found = notes(make([FAULTY[fault]], second=second))
    assert any(note.startswith(f"guard: {fault}: ") for note in found)


def test_of_faulty_ones_that_with_the_lesser_fault_is_taken(make: Make) -> None:
    site = make([FAULTY["loop"]], second=[FAULTY["script"], FAULTY["leftover"]])
    assert drafted(site) == FAULTY["leftover"]


def test_of_equals_the_first_answer_stays(make: Make) -> None:
    site = make([FAULTY["leftover"]], second=["मंत्री ने कहा कि talks चली।"])
    assert drafted(site) == FAULTY["leftover"]


def test_a_guard_is_off_where_its_check_is(make: Make) -> None:
    site = make([FAULTY["leftover"]], second=[SOUND], checks='disabled = ["leftover"]')
    assert (drafted(site), notes(site)) == (FAULTY["leftover"], [])


def test_a_sound_translation_is_not_asked_again(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def retry(*_: object, **__: object) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr(ScriptedEngine, "retry", retry)
    assert drafted(make([SOUND], second=[" "])) == SOUND


def test_an_engine_that_fails_at_the_second_question_has_given_the_first_answer(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def retry(*_: object, **__: object) -> None:
        raise EngineError("not again")

    monkeypatch.setattr(ScriptedEngine, "retry", retry)
    assert drafted(make([FAULTY["leftover"]], second=[" "])) == FAULTY["leftover"]


class Plain:
    """An engine of another package, which knows nothing of second questions."""

    name = "plain"
    model = None

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        return [[Hypothesis(FAULTY["leftover"])] for _ in sentences]

    def close(self) -> None:
        pass


def test_an_engine_of_another_package_need_not_know_of_it(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.machine.load_engine", lambda *_: Plain())
    assert drafted(make([SOUND])) == FAULTY["leftover"]


def ended(sentence: Sentence, hypotheses: Sequence[Hypothesis]) -> Answer:
    """What a guard makes of an answer, where the engine has no other."""
    asking = Guard(Language.HI).sound([sentence], [Answer("e", None, hypotheses)])
    try:
        assert next(asking).ask is Ask.RETRY
        asking.send([None])
    except StopIteration as end:
        (answer,) = end.value
        assert isinstance(answer, Answer)
        return answer
    raise AssertionError("it asks twice")


@pytest.mark.parametrize("kind", [SegmentKind.HEADING, SegmentKind.TITLE])
def test_a_heading_may_stay_without_a_stop(kind: SegmentKind) -> None:
    sentence = Sentence("Talks went on.", "Talks went on.", kind)
    assert not Guard(Language.HI).faults(sentence, "बातचीत जारी", has_tags=False)


@pytest.mark.parametrize("source", ["He said “talks went on”", "Talks went on in 2024"])
def test_a_sentence_that_has_no_stop_in_the_source_may_get_one(source: str) -> None:
    sentence = Sentence(source, source, SegmentKind.PARAGRAPH)
    assert not Guard(Language.HI).faults(sentence, "उन्होंने कहा, बातचीत जारी।", has_tags=False)


def test_a_heading_may_not_get_a_stop() -> None:
    sentence = Sentence("Talks went on", "Talks went on", SegmentKind.HEADING)
    (fault,) = Guard(Language.HI).faults(sentence, "बातचीत जारी।", has_tags=False)
    assert fault.check == "sentence_end"


def test_what_looks_like_a_tag_in_plain_text_is_text() -> None:
    sentence = Sentence("Write &lt;g1> here.", "Write &lt;g1> here.", SegmentKind.PARAGRAPH)
    assert not Guard(Language.HI).faults(sentence, "यहाँ <g1> लिखें।", has_tags=False)


def test_a_name_may_stay_as_it_is() -> None:
    sentence = Sentence("Frontier Notes", "Frontier Notes", SegmentKind.HEADING)
    assert not Guard(Language.HI).faults(sentence, "Frontier Notes", has_tags=False)


def test_attention_to_other_words_than_those_of_the_page_is_left_out() -> None:
    looked = Attention(("▁talks",), ("▁वार्ता",), ((1.0,),))
    made = [Hypothesis("वार्ता", attention=looked)]
    same = Sentence("Talks", "Talks", SegmentKind.HEADING)
    other = Sentence("TALKS ON", "Talks on", SegmentKind.HEADING)
    assert ended(same, made).hypotheses[0].attention is looked
    assert ended(other, made).hypotheses[0].attention is None


def looked_at(texts: list[str], lacks: str, *, has_tags: bool = False) -> list[str]:
    """What is left of hypotheses, one of which lacks a term."""
    guard = Guard(Language.HI, keeps_terms=lambda source, text: (source, text) != (SOURCE, lacks))
    answer = Answer("e", None, [Hypothesis(text) for text in texts], has_tags)
    asking = guard.sound([Sentence(SOURCE, SOURCE, SegmentKind.PARAGRAPH)], [answer])
    with pytest.raises(StopIteration) as end:
        next(asking)
    (kept,) = end.value.value
    return [hypothesis.text for hypothesis in kept.hypotheses]


ALSO = "मंत्री ने कहा कि वार्ता जारी रही।"


def test_what_stands_behind_a_sound_one_with_all_terms_is_not_looked_at() -> None:
    assert looked_at([SOUND, ALSO], lacks="") == [SOUND]
    assert looked_at([FAULTY["loop"], SOUND, ALSO], lacks="") == [SOUND]


def test_behind_one_that_lacks_a_term_there_may_be_one_that_has_it() -> None:
    assert looked_at([SOUND, ALSO], lacks=SOUND) == [SOUND, ALSO]


def test_with_tags_all_are_looked_at() -> None:
    assert looked_at([SOUND, ALSO], lacks="", has_tags=True) == [SOUND, ALSO]
