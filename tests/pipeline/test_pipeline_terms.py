"""Terms that the machine's translation lacks: what it is asked again, and what becomes of that."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Language
from dualpress.engines.base import Abilities, Attention, Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.engines.survival import SCHEMES, Cell, Row, Table, write_table
from dualpress.errors import EngineError
from dualpress.glossary import Glossary, Kind, Term
from dualpress.pipeline.enforcer import Enforcer
from dualpress.pipeline.questions import Answer, Ask
from dualpress.pipeline.tables import table_folders, table_key
from dualpress.pipeline.terms import TermAsker

GLOSSARY = {
    "glossaries/terms.csv": "en,hi,kind,ambiguous\nBLA,बीएलए,acronym,\nGwadar,ग्वादर,place,\n"
    "May,मई,term,en\nRed Corps,रेड कोर,org,\n"
}
PLAIN = {"The BLA attacked the port.": "मुक्तिदल ने बंदरगाह पर हमला किया।"}
WITH_PLACEHOLDER = {"The X1 attacked the port.": "X1 ने बंदरगाह पर हमला किया।"}
RIGHT = "बीएलए ने बंदरगाह पर हमला किया।"

Make = Callable[..., Site]


@pytest.fixture
def make(make_site: MakeSite) -> Make:
    """Lays out a project of one paragraph with a glossary."""

    def make(*answers: dict[str, str], text: str = "", **config: Any) -> Site:
        known = {source: target for some in answers for source, target in some.items()}
        page = f"<p>{text or next(iter(known))}</p>\n"
        return make_site({"a": page}, GLOSSARY, answers=known, **config)

    return make


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the engine is asked, batch by batch."""
    batches: list[list[str]] = []
    answer = ScriptedEngine.translate

    def translate(
        engine: ScriptedEngine, sentences: Sequence[str], **options: Any
    ) -> list[list[Hypothesis]]:
        batches.append(list(sentences))
        return answer(engine, sentences, **options)

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    return batches


def trust(site: Site, scheme: str = "X1", *, kept: int = 100) -> None:
    """Let it have been measured how often the engine keeps a kind of placeholder."""
    cell = Cell(position="start", count=1, asked=100, kept=kept, doubled=0)
    row = Row(scheme=scheme, cells=(cell,), several=0, in_order=0, chrf=50)
    table = Table(
        engine="scripted",
        model=None,
        source=Language.EN,
        target=Language.HI,
        sentences=24,
        chrf=50,
        rows=(row,),
    )
    key = table_key(site.project, ScriptedEngine({}), Language.EN)
    write_table(table, key, table_folders(site.project))


def drafted(site: Site) -> str:
    (entry,) = site.po("a")
    return entry.msgstr


def notes(site: Site) -> list[str]:
    """What the reviewer is told of the draft."""
    (segment,) = json.loads(site.read("po/a/hi.json"))["segments"].values()
    return list(segment.get("notes", []))


def test_a_term_that_is_missing_is_brought_in_by_a_placeholder(
    make: Make, asked: list[list[str]]
) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER)
    trust(site)

    assert site.translate().failures == ()

    assert drafted(site) == RIGHT
    assert notes(site) == [
        "glossary: the machine was given “X1” for “BLA”; see that the words around “बीएलए” agree "
        "with it"
    ]
    assert asked == [[*PLAIN], [*WITH_PLACEHOLDER]]


@pytest.mark.parametrize("kept", [None, 97])
def test_without_a_table_that_allows_one_there_are_no_placeholders(
    make: Make, asked: list[list[str]], kept: int | None
) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER)
    if kept is not None:
        trust(site, kept=kept)

    site.translate()

    assert drafted(site) == PLAIN["The BLA attacked the port."]
    assert [*WITH_PLACEHOLDER] not in asked


def test_placeholders_can_be_turned_off(make: Make, asked: list[list[str]]) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER, terms='placeholders = "off"')
    trust(site)

    site.translate()

    assert [*WITH_PLACEHOLDER] not in asked


def test_a_table_of_other_settings_does_not_count(make: Make, asked: list[list[str]]) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER)
    trust(site)
    site.edit("dualpress.toml", "[engines.scripted]\n", "[engines.scripted]\nfail_after = 9\n")

    site.translate()

    assert [*WITH_PLACEHOLDER] not in asked


def test_a_sentence_that_has_its_terms_is_asked_once(make: Make, asked: list[list[str]]) -> None:
    site = make({"The BLA attacked the port.": RIGHT}, WITH_PLACEHOLDER)
    trust(site)

    site.translate()

    assert asked == [["The BLA attacked the port."]]
    assert notes(site) == []


def test_a_sentence_that_can_be_repaired_is_asked_once(make: Make, asked: list[list[str]]) -> None:
    site = make({"The BLA attacked the port.": "BLA ने बंदरगाह पर हमला किया।"}, WITH_PLACEHOLDER)
    trust(site)

    site.translate()

    assert drafted(site) == RIGHT
    assert len(asked) == 1


def test_a_later_hypothesis_with_the_term_is_enough(make: Make, asked: list[list[str]]) -> None:
    found: Any = {"The BLA attacked the port.": ["मुक्तिदल ने हमला किया।", RIGHT]}
    site = make(found, WITH_PLACEHOLDER)
    trust(site)

    site.translate()

    assert drafted(site) == RIGHT
    assert len(asked) == 1


@pytest.mark.parametrize(
    "answer", ["उसने बंदरगाह पर हमला किया।", "X1 X1 ने हमला किया।", "X1ने हमला किया।", ""]
)
def test_a_placeholder_that_does_not_come_back_changes_nothing(make: Make, answer: str) -> None:
    site = make(PLAIN, {"The X1 attacked the port.": answer})
    trust(site)

    site.translate()

    assert drafted(site) == PLAIN["The BLA attacked the port."]
    assert notes(site) == ["glossary: “BLA” is not translated as “बीएलए”"]


def test_only_the_terms_that_are_missing_are_replaced(make: Make) -> None:
    site = make(
        {"The BLA attacked Gwadar.": "मुक्तिदल ने ग्वादर पर हमला किया।"},
        {"The X1 attacked Gwadar.": "X1 ने ग्वादर पर हमला किया।"},
    )
    trust(site)

    site.translate()

    assert drafted(site) == "बीएलए ने ग्वादर पर हमला किया।"


def test_a_possessive_stays_with_the_sentence(make: Make) -> None:
    site = make(
        {"The BLA’s men attacked.": "मुक्तिदल के लोगों ने हमला किया।"},
        {"The X1’s men attacked.": "X1 के लोगों ने हमला किया।"},
    )
    trust(site)

    site.translate()

    assert drafted(site) == "बीएलए के लोगों ने हमला किया।"


def test_a_word_that_may_be_another_is_never_replaced(make: Make, asked: list[list[str]]) -> None:
    site = make({"May attacks rose.": "हमले बढ़े।"}, {"X1 attacks rose.": "X1 हमले बढ़े।"})
    trust(site)

    site.translate()

    assert drafted(site) == "हमले बढ़े।"
    assert len(asked) == 1


def test_the_placeholder_may_be_the_rendering_itself(make: Make) -> None:
    site = make(PLAIN, {"The बीएलए attacked the port.": RIGHT})
    trust(site, "the rendering")

    site.translate()

    assert drafted(site) == RIGHT


def test_tags_find_their_words_again(make: Make) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER, text="The <b>BLA</b> attacked the port.")
    trust(site)

    site.translate()

    assert drafted(site) == "<g1>बीएलए</g1> ने बंदरगाह पर हमला किया।"


def test_an_engine_that_knows_tags_gets_them_with_the_placeholder(
    make: Make, asked: list[list[str]]
) -> None:
    site = make(
        {"The <g1>BLA</g1> attacked.": "<g1>मुक्तिदल</g1> ने हमला किया।"},
        {"The <g1>X1</g1> attacked.": "<g1>X1</g1> ने हमला किया।"},
        text="The <b>BLA</b> attacked.",
        scripted="inline_tags = true",
    )
    trust(site)

    site.translate()

    assert drafted(site) == "<g1>बीएलए</g1> ने हमला किया।"


def test_a_term_that_a_tag_stands_in_keeps_its_tag(make: Make, asked: list[list[str]]) -> None:
    site = make(
        {"The Red Corps attacked.": "लाल दल ने हमला किया।"}, text="The <b>Red</b> Corps attacked."
    )
    trust(site)

    site.translate()

    assert asked == [["The Red Corps attacked."], ["Red Corps"]]


def test_the_attention_to_placeholders_is_not_taken_for_one_to_words() -> None:
    glossary = Glossary([Term("BLA", "बीएलए", Kind.ACRONYM)])
    asker = TermAsker(Enforcer(glossary, Language.HI), SCHEMES[0])
    looked = Attention(("▁X1",), ("▁X1",), ((1.0,),))

    asking = asker.with_placeholders(["BLA."], [Answer("e", None, [Hypothesis("कुछ।")])])
    assert next(asking) == (Ask.MORE, Language.HI, ["X1."])
    with pytest.raises(StopIteration) as end:
        asking.send([Answer("e", None, [Hypothesis("X1।", attention=looked)])])

    (answer,) = end.value.value
    assert answer is not None
    assert [one.text for one in answer.hypotheses] == ["कुछ।", "बीएलए।"]
    assert answer.hypotheses[1].attention is None


def test_tags_for_terms_that_the_model_was_taught_need_no_table(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    able = Abilities(term_tags="<t>{source}</t><r>{target}</r>")
    monkeypatch.setattr("dualpress.pipeline.machine.abilities_of", lambda _: able)
    site = make(PLAIN, {"The <t>BLA</t><r>बीएलए</r> attacked the port.": RIGHT})

    site.translate()

    assert drafted(site) == RIGHT


def test_a_broken_table_is_told_and_costs_no_draft(make: Make) -> None:
    site = make(PLAIN, WITH_PLACEHOLDER)
    trust(site)
    (path,) = (site.root / "models").iterdir()
    path.write_bytes(b"{")

    report = site.translate()

    assert drafted(site) == PLAIN["The BLA attacked the port."]
    assert report.warnings == (
        f"{path} cannot be read and is not used. Make it again: dualpress bench terms",
    )


def test_the_words_that_the_machine_has_for_the_term_alone_are_replaced(make: Make) -> None:
    site = make(PLAIN, {"BLA": "मुक्तिदल।"})

    site.translate()

    assert drafted(site) == RIGHT
    assert notes(site) == ["glossary: “बीएलए” was put in for “मुक्तिदल”"]


def test_missing_terms_are_asked_together_and_once_in_a_run(
    make_site: MakeSite, asked: list[list[str]]
) -> None:
    answers = {
        "The BLA attacked Gwadar.": "मुक्तिदल ने बंदरगाह पर हमला किया।",
        "The BLA left Gwadar.": "मुक्तिदल ने बंदरगाह छोड़ा।",
        "BLA": "मुक्तिदल",
        "Gwadar": "बंदरगाह",
    }
    first, second, *_ = answers
    posts = {"a": f"<p>{first} {second}</p>\n", "b": f"<p>{first}</p>\n"}
    site = make_site(posts, GLOSSARY, answers=answers)

    site.translate()

    assert asked == [[first, second], ["BLA", "Gwadar"]]
    assert site.entry("a", second).msgstr == "बीएलए ने ग्वादर छोड़ा।"
    assert site.entry("b", first).msgstr == "बीएलए ने ग्वादर पर हमला किया।"


def test_a_question_more_that_fails_is_no_failure_and_the_last(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    plain = {"The BLA attacked.": "मुक्तिदल ने हमला किया।", "Gwadar fell.": "शहर गिरा।"}

    def translate(
        engine: ScriptedEngine, sentences: Sequence[str], **_: Any
    ) -> list[list[Hypothesis]]:
        asked.append(list(sentences))
        if not set(sentences) <= set(plain):
            raise EngineError("too many questions")
        return [[Hypothesis(plain[sentence])] for sentence in sentences]

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    posts = {name: f"<p>{text}</p>\n" for name, text in zip("ab", plain, strict=True)}
    site = make_site(posts, GLOSSARY)

    report = site.translate()

    assert report.failures == ()
    assert [site.po(name)[0].msgstr for name in "ab"] == list(plain.values())
    assert asked == [[*plain], ["BLA", "Gwadar"]]


@pytest.mark.parametrize("text", ["बीएलए चला गया।", "मुक्तिदल चला गया।", "बी एल ए चला गया।"])
def test_a_translation_that_keeps_its_terms_is_one_that_nothing_is_done_to(text: str) -> None:
    terms = Enforcer(Glossary([Term("BLA", "बीएलए", Kind.ACRONYM)]), Language.HI)
    enforced = terms.enforce("The BLA left.", [text])
    assert terms.keeps_terms("The BLA left.", text) is not (
        enforced.changed or enforced.marks != ()
    )
