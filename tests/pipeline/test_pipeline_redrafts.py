"""A row of the glossary changed: drafts that no human touched follow it, and nothing else does."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline_support import MakeSite, Site, configuration

from dualpress.engines.base import Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.glossary.digests import term_digests
from dualpress.pipeline import Limits

CAME = "Xi came to the port."
SAW = "The port saw Xi."
HEAD = "Gwadar"
ANSWERS = {CAME: "क्सी बंदरगाह आए।", SAW: "बंदरगाह ने  क्सी को देखा।", HEAD: "ग्वाडर"}
POST = f"<h2>{HEAD}</h2><p>{CAME} {SAW}</p>\n"

HEADER = "en,hi,kind,forms_hi,forbidden\n"
BEFORE = HEADER + "Xi,शी,person,,क्सी\nGwadar,ग्वादर,place,,\n"
AFTER = HEADER + "Xi,जिनपिंग,person,,क्सी\nGwadar,गवादर,place,,\n"
TERMS = "glossaries/terms.csv"


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A project that was translated once."""
    site = make_site({"a": POST}, {TERMS: BEFORE}, answers=ANSWERS)
    assert site.translate().redrafted == 0
    assert drafts(site) == ["ग्वादर", "शी बंदरगाह आए।", "बंदरगाह ने शी को देखा।"]
    return site


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the engine is asked."""
    sentences: list[str] = []
    answer = ScriptedEngine.translate

    def translate(
        engine: ScriptedEngine, batch: Sequence[str], **options: Any
    ) -> list[list[Hypothesis]]:
        sentences.extend(batch)
        return answer(engine, batch, **options)

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    return sentences


def drafts(site: Site, article: str = "a") -> list[str]:
    return [entry.msgstr for entry in site.po(article)]


def origins(site: Site, article: str = "a") -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(site.read(f"po/{article}/hi.json"))["segments"]
    return list(found.values())


def without_terms(site: Site) -> None:
    """Let the drafts be of a dualpress that noted no terms."""
    sidecar = json.loads(site.read("po/a/hi.json"))
    for origin in sidecar["segments"].values():
        del origin["terms"]
    site.write("po/a/hi.json", json.dumps(sidecar))


def test_a_rendering_that_changed_is_put_into_the_draft_that_stands(
    site: Site, asked: list[str]
) -> None:
    site.write(TERMS, AFTER)
    report = site.translate()
    assert drafts(site) == ["गवादर", "जिनपिंग बंदरगाह आए।", "बंदरगाह ने जिनपिंग को देखा।"]
    assert asked == []
    assert report.redrafted == 3


def test_a_rendering_is_put_in_as_its_sentence_asks(make_site: MakeSite, asked: list[str]) -> None:
    answers = {"It is in the treaty.": "यह संधि में है।"}
    site = make_site(
        {"a": "<p>It is in the treaty.</p>\n"},
        {TERMS: HEADER + "treaty,संधि,term,,\n"},
        answers=answers,
    )
    site.translate()
    site.write(TERMS, HEADER + "treaty,समझौता,term,समझौते,\n")
    asked.clear()
    site.translate()
    assert drafts(site) == ["यह समझौते में है।"]
    assert asked == []


def test_what_is_known_of_the_draft_stays_and_what_changed_is_told(site: Site) -> None:
    _, before, _ = origins(site)
    site.write(TERMS, AFTER)
    site.translate()
    _, after, _ = origins(site)
    assert (after["engine"], after["draft"]) == ("scripted", "जिनपिंग बंदरगाह आए।")
    assert before["notes"] == ["glossary: “शी” was put in for “क्सी”"]
    assert after["notes"] == ["glossary: “जिनपिंग” was put in for “शी”"]
    assert after["terms"] != before["terms"]


def test_the_next_run_has_nothing_to_do(site: Site, asked: list[str]) -> None:
    site.write(TERMS, AFTER)
    site.translate()
    files = site.hashes("po", "output")
    assert site.translate().redrafted == 0
    assert site.hashes("po", "output") == files
    assert asked == []


def test_the_other_rows_stay_out_of_it(site: Site, asked: list[str]) -> None:
    files = site.hashes("po")
    site.write(TERMS, BEFORE + "Delhi,दिल्ली,place,,\n")
    assert site.translate().redrafted == 0
    assert site.hashes("po") == files
    assert asked == []


def test_where_a_row_is_gone_the_machine_has_the_word(site: Site, asked: list[str]) -> None:
    site.write(TERMS, HEADER + "port,बंदरगाह,term,,\n")
    assert site.translate().redrafted == 3
    assert drafts(site) == ["ग्वाडर", "क्सी बंदरगाह आए।", "बंदरगाह ने क्सी को देखा।"]
    assert asked == [HEAD, CAME, SAW]


def test_where_the_former_words_still_count_the_machine_is_asked(
    site: Site, asked: list[str]
) -> None:
    site.write(TERMS, BEFORE.replace("Xi,शी,person,", "Xi,जिनपिंग,person,शी"))
    site.translate()
    assert drafts(site)[1:] == ["जिनपिंग बंदरगाह आए।", "बंदरगाह ने जिनपिंग को देखा।"]
    assert asked == [CAME, SAW]


def test_a_further_form_changes_no_draft_that_has_the_rendering(
    site: Site, asked: list[str]
) -> None:
    site.write(TERMS, BEFORE.replace("Xi,शी,person,", "Xi,शी,person,~शीजी"))
    po = site.hashes("po/a/hi.po", "output")
    assert site.translate().redrafted == 0
    assert site.hashes("po/a/hi.po", "output") == po
    assert asked == []


def test_a_new_row_changes_no_draft_that_has_it(site: Site, asked: list[str]) -> None:
    site.write(TERMS, BEFORE + "port,पोर्ट,term,बंदरगाह,\n")
    assert site.translate().redrafted == 0
    assert asked == []


def test_for_a_new_row_that_no_repair_brings_in_the_machine_is_asked_once(
    site: Site, asked: list[str]
) -> None:
    site.write(TERMS, BEFORE + "port,पत्तन,term,,\n")
    site.translate()
    site.translate()
    assert asked == [CAME, SAW, "port"]  # the last one by itself
    assert "error: terms: “port” is not translated as “पत्तन”" in site.entry("a", CAME).comment


def test_a_heading_that_is_a_term_now_is_taken_from_the_glossary(make_site: MakeSite) -> None:
    site = make_site({"a": POST}, {TERMS: HEADER}, answers=ANSWERS)
    site.translate()
    assert drafts(site)[0] == "ग्वाडर"
    site.write(TERMS, BEFORE)
    site.translate()
    assert drafts(site)[0] == "ग्वादर"
    assert origins(site)[0]["engine"] == "glossary"


def test_a_draft_that_a_check_mended_is_no_human_s(make_site: MakeSite) -> None:
    site = make_site({"a": f"<p>{SAW}</p>\n"}, {TERMS: HEADER}, answers=ANSWERS)
    site.translate()
    assert drafts(site) == ["बंदरगाह ने क्सी को देखा।"]
    site.write(TERMS, BEFORE)
    assert site.translate().redrafted == 1
    assert drafts(site) == ["बंदरगाह ने शी को देखा।"]


@pytest.mark.parametrize(
    "review",
    [
        {},  # approved
        {"msgstr": "शी बंदरगाह पर आए।", "fuzzy": True},  # edited, and not approved
        {"tcomment": "ok: terms the house’s own", "fuzzy": True},  # its fault is let pass
    ],
)
def test_what_a_human_touched_stays(site: Site, asked: list[str], review: dict[str, Any]) -> None:
    site.review("a", CAME, **review)
    site.translate()
    before = site.entry("a", CAME)
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 2
    after = site.entry("a", CAME)
    assert (after.msgstr, after.flags) == (before.msgstr, before.flags)
    assert asked == []


def test_what_was_approved_for_an_earlier_source_stays(site: Site, asked: list[str]) -> None:
    site.approve("a")
    site.edit("posts/a.html", CAME, "Xi came to the old port.")
    site.translate()
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 0
    assert drafts(site)[1] == "शी बंदरगाह आए।"
    assert asked == []


def test_what_the_memory_knows_stays(site: Site, asked: list[str]) -> None:
    site.approve("a")
    site.write("posts/b.html", f"<p>{SAW}</p><p>{CAME}</p>\n")
    site.translate()
    known = drafts(site, "b")
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 0
    assert drafts(site, "b") == known
    assert asked == []


def test_a_question_of_the_reviewer_keeps_no_draft(site: Site) -> None:
    site.review("a", CAME, fuzzy=True, tcomment="? is he not जिनपिंग")
    site.write(TERMS, AFTER)
    site.translate()
    entry = site.entry("a", CAME)
    assert (entry.msgstr, entry.tcomment) == ("जिनपिंग बंदरगाह आए।", "? is he not जिनपिंग")


def test_where_nobody_noted_the_terms_no_draft_is_made_anew(site: Site, asked: list[str]) -> None:
    without_terms(site)
    before = drafts(site)
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 0
    assert drafts(site) == before
    assert asked == []


def test_without_the_file_beside_it_no_draft_is_made_anew(site: Site) -> None:
    (site.root / "po/a/hi.json").unlink()
    before = drafts(site)
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 0
    assert drafts(site) == before


def test_without_the_notes_of_earlier_runs_all_is_the_same(site: Site) -> None:
    for path in (site.root / ".dualpress").iterdir():
        path.unlink()
    site.write(TERMS, AFTER)
    assert site.translate().redrafted == 3


def test_a_build_in_between_makes_no_draft_anew_and_hides_none(site: Site) -> None:
    before = drafts(site)
    site.write(TERMS, AFTER)
    assert site.build().redrafted == 0
    assert drafts(site) == before
    assert site.translate().redrafted == 3


@pytest.mark.parametrize("engine", ["identity", "auto"])
def test_where_no_engine_can_make_it_anew_the_draft_stays_until_one_can(
    site: Site, engine: str
) -> None:
    site.write(TERMS, HEADER)
    before = drafts(site)
    assert site.translate(engine=engine).redrafted == 0
    assert drafts(site) == before
    assert site.translate().redrafted == 3
    assert drafts(site)[1] == "क्सी बंदरगाह आए।"


def test_an_engine_that_fails_costs_no_draft(site: Site) -> None:
    before = drafts(site)
    site.write(TERMS, HEADER)
    site.write("dualpress.toml", configuration(answers={CAME: ANSWERS[CAME]}))
    report = site.translate()
    assert (len(report.failures), report.redrafted) == (2, 1)
    assert drafts(site) == [before[0], "क्सी बंदरगाह आए।", before[2]]


def test_a_copy_follows_the_engine(make_site: MakeSite) -> None:
    site = make_site({"a": POST}, {TERMS: HEADER}, answers=ANSWERS, engine="identity")
    site.translate()
    assert drafts(site) == [HEAD, CAME, SAW]
    site.write(TERMS, BEFORE)
    assert site.translate(engine="identity").redrafted == 1  # the heading is a term
    assert drafts(site) == ["ग्वादर", CAME, SAW]
    assert origins(site)[1]["terms"]["Xi"].endswith(" शी")  # it is not asked for again


def test_no_term_is_put_into_a_copy(make_site: MakeSite) -> None:
    site = make_site({"a": "<p>BLA (2024)</p>\n"}, {TERMS: HEADER}, engine="identity")
    site.translate()
    site.write(TERMS, HEADER + "BLA,बीएलए,acronym,,\n")
    site.translate()
    assert drafts(site) == ["BLA (2024)"]


def test_an_article_s_own_row_changes_its_drafts_alone(site: Site) -> None:
    site.write("posts/b.html", POST)
    site.translate()
    before = drafts(site)
    site.write("po/b/glossary.csv", AFTER)
    assert site.translate().redrafted == 3
    assert drafts(site, "b")[1] == "जिनपिंग बंदरगाह आए।"
    assert drafts(site) == before


def test_an_article_with_such_drafts_counts_for_the_limit(site: Site) -> None:
    site.write("posts/b.html", POST)
    site.translate()
    site.write(TERMS, AFTER)
    report = site.translate(limits=Limits(articles=1))
    assert report.left is not None
    assert report.left.articles == 1
    assert [drafts(site, name)[1][:7] for name in "ab"] == ["जिनपिंग", "शी बंदर"]
    site.translate()
    assert drafts(site, "b")[1] == "जिनपिंग बंदरगाह आए।"


def test_a_dry_run_tells_and_writes_nothing(site: Site) -> None:
    site.write(TERMS, AFTER)
    files = site.hashes("po", "output")
    assert site.translate(dry_run=True).redrafted == 3
    assert site.hashes("po", "output") == files


def test_a_term_that_came_into_the_source_by_its_capitals_is_put_in(make_site: MakeSite) -> None:
    answers = {"The bla met.": "ब्ला मिले।"}
    terms = {TERMS: HEADER + "BLA,बीएलए,acronym,,ब्ला\n"}
    site = make_site({"a": "<p>The bla met.</p>\n"}, terms, answers=answers)
    site.translate()
    assert drafts(site) == ["ब्ला मिले।"]
    site.write("posts/a.html", "<p>The BLA met.</p>\n")
    site.translate()
    assert drafts(site) == ["बीएलए मिले।"]


ROWS = {
    "Xi": ["शी,person,,क्सी", "जिनपिंग,person,,", "जिनपिंग,person,शी,", "क्सी,person,~शी,"],
    "port": ["बंदरगाह,term,,", "पत्तन,term,,", "पत्तन,term,बंदरगाह,", "पोर्ट,term,,बंदरगाह"],
    "Gwadar": ["ग्वादर,place,,", "गवादर,place,ग्वादर,"],
}
glossaries = st.fixed_dictionaries(
    {en: st.sampled_from(["", *rows]) for en, rows in ROWS.items()}
).map(lambda rows: HEADER + "".join(f"{en},{row}\n" for en, row in rows.items() if row))


@settings(max_examples=6, deadline=None)
@given(st.lists(glossaries, min_size=2, max_size=3))
def test_after_any_changes_a_run_leaves_what_the_next_one_leaves(changes: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.write("dualpress.toml", configuration(answers=ANSWERS))
        site.write("posts/a.html", POST)
        for number, glossary in enumerate(changes):
            site.write(TERMS, glossary)
            assert site.translate().failures == ()
            if number == 0:
                site.review("a", SAW, msgstr="बंदरगाह ने उन्हें देखा।")
                site.translate()
            files = site.hashes("po", "output")
            assert site.translate().redrafted == 0
            assert site.hashes("po", "output") == files
            assert site.entry("a", SAW).msgstr == "बंदरगाह ने उन्हें देखा।"
            assert len(_missing(site)) <= len(_missing_in_a_new_project(glossary))


def _missing(site: Site) -> list[str]:
    found = site.check().findings
    return [one.message for one in found if one.line == site.line("a", CAME)]


@cache
def _missing_in_a_new_project(glossary: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.write("dualpress.toml", configuration(answers=ANSWERS))
        site.write("posts/a.html", POST)
        site.write(TERMS, glossary)
        site.translate()
        return _missing(site)


def test_what_was_drafted_just_now_is_not_asked_for_its_terms_again(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def note(source: str, *of: Any) -> dict[str, str]:
        asked.append(source)
        return term_digests(source, *of)

    monkeypatch.setattr("dualpress.pipeline.redrafts.term_digests", note)
    make_site({"a": POST}, {TERMS: BEFORE}, answers=ANSWERS).translate()

    assert set(asked) <= {HEAD}, "which the glossary had, before the machine was asked"
