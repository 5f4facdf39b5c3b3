import json
from pathlib import Path

import pytest
from catalog_support import catalog, entry, only, po

from dualpress.article import Origin, TagPlace
from dualpress.catalog import read_catalog, write_catalog

ORIGIN = Origin("argos", "translate-en_hi 1.1", -0.25, ("a guessed tag",))
DRAFT = entry("a", "क", fuzzy=True, origin=ORIGIN)

# `printf a | sha256sum`.
DIGEST = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


def test_what_it_says(tmp_path: Path) -> None:
    write_catalog(catalog(DRAFT, entry("b", "ख", fuzzy=True)), tmp_path / "hi.po")
    assert json.loads((tmp_path / "hi.json").read_text(encoding="utf-8")) == {
        "schema": 1,
        "segments": {
            DIGEST: {
                "engine": "argos",
                "model": "translate-en_hi 1.1",
                "score": -0.25,
                "notes": ["a guessed tag"],
            }
        },
    }


def test_an_origin_that_says_no_more_than_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(entry("a", "क", fuzzy=True, origin=Origin("memory"))), path)
    assert only(read_catalog(path)).origin == Origin("memory")


def test_how_sure_the_places_of_tags_are(tmp_path: Path) -> None:
    origin = Origin("argos", tags=(TagPlace(1, 0.93), TagPlace(12, 0.2)))
    path = tmp_path / "hi.po"
    write_catalog(catalog(entry("a", "क", fuzzy=True, origin=origin)), path)
    written = json.loads((tmp_path / "hi.json").read_text(encoding="utf-8"))
    assert written["segments"][DIGEST] == {"engine": "argos", "tags": {"1": 0.93, "12": 0.2}}
    assert only(read_catalog(path)).origin == origin


def test_how_good_a_draft_probably_is(tmp_path: Path) -> None:
    origin = Origin("argos", confidence=0.31)
    path = tmp_path / "hi.po"
    write_catalog(catalog(entry("a", "क", fuzzy=True, origin=origin)), path)
    written = json.loads((tmp_path / "hi.json").read_text(encoding="utf-8"))
    assert written["segments"][DIGEST] == {"engine": "argos", "confidence": 0.31}
    assert only(read_catalog(path)).origin == origin


@pytest.mark.parametrize("terms", [{"Gwadar": "ec527196 ग्वादर"}, {}, None])
def test_under_which_terms_a_draft_was_made(tmp_path: Path, terms: dict[str, str] | None) -> None:
    path = tmp_path / "hi.po"
    origin = Origin("argos", terms=terms)
    write_catalog(catalog(entry("a", "क", fuzzy=True, origin=origin)), path)
    written = json.loads((tmp_path / "hi.json").read_text(encoding="utf-8"))
    assert written["segments"][DIGEST].get("terms") == terms
    read = only(read_catalog(path)).origin
    assert read is not None
    assert read.terms == terms


@pytest.mark.parametrize("terms", ["Gwadar", ["Gwadar"], {"Gwadar": 1}])
def test_terms_that_make_no_sense_are_told_and_not_used(tmp_path: Path, terms: object) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(DRAFT), path)
    data = json.dumps({"schema": 1, "segments": {DIGEST: {"engine": "argos", "terms": terms}}})
    (tmp_path / "hi.json").write_text(data, encoding="utf-8")
    read = read_catalog(path)
    assert only(read).origin is None
    assert len(read.warnings) == 1


@pytest.mark.parametrize("confidence", [1.5, -0.1, True, "high"])
def test_a_confidence_that_makes_no_sense_is_told_and_not_used(
    tmp_path: Path, confidence: object
) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(DRAFT), path)
    segments = {DIGEST: {"engine": "argos", "confidence": confidence}}
    data = json.dumps({"schema": 1, "segments": segments})
    (tmp_path / "hi.json").write_text(data, encoding="utf-8")
    read = read_catalog(path)
    assert only(read).origin is None
    assert len(read.warnings) == 1


@pytest.mark.parametrize("tags", [{"x": 0.5}, {"1": 2}, {"1": True}, {"1": "much"}, [1]])
def test_places_that_make_no_sense_are_told_and_not_used(tmp_path: Path, tags: object) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(DRAFT), path)
    segments = {DIGEST: {"engine": "argos", "tags": tags}}
    data = json.dumps({"schema": 1, "segments": segments})
    (tmp_path / "hi.json").write_text(data, encoding="utf-8")
    read = read_catalog(path)
    assert only(read).origin is None
    assert len(read.warnings) == 1


def test_what_was_drafted_is_kept_for_when_a_reviewer_changed_it(tmp_path: Path) -> None:
    origin = Origin("argos", draft="<g1>क</g1>")
    path = tmp_path / "hi.po"
    write_catalog(catalog(entry("a", "ख", origin=origin)), path)
    written = json.loads((tmp_path / "hi.json").read_text(encoding="utf-8"))
    assert written["segments"][DIGEST] == {"engine": "argos", "draft": "<g1>क</g1>"}
    read = only(read_catalog(path)).origin
    assert read is not None
    assert read.draft == "<g1>क</g1>"


def test_a_context_makes_another_segment(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    other = entry("a", "ख", fuzzy=True, context="x", origin=Origin("memory"))
    write_catalog(catalog(DRAFT, other), path)
    assert [entry.origin for entry in read_catalog(path).entries] == [ORIGIN, Origin("memory")]


def test_the_origin_of_an_obsolete_draft_stays(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(obsolete=(DRAFT,)), path)
    assert only(read_catalog(path)).origin == ORIGIN


def test_it_is_not_written_where_nothing_is_known(tmp_path: Path) -> None:
    write_catalog(catalog(entry("a", "क")), tmp_path / "hi.po")
    assert not (tmp_path / "hi.json").exists()


def test_it_is_the_same_bytes_for_the_same_catalog(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_catalog(catalog(DRAFT), tmp_path / folder / "hi.po")
    assert (tmp_path / "one" / "hi.json").read_bytes() == (
        tmp_path / "two" / "hi.json"
    ).read_bytes()


def test_its_loss_loses_no_translation(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(DRAFT), path)
    (tmp_path / "hi.json").unlink()
    again = read_catalog(path)
    assert only(again) == entry("a", "क", fuzzy=True)
    assert again.warnings == ()


DAMAGED = [
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"{}",
    b'{"schema": 1}',
    b'{"schema": 1, "segments": []}',
    b'{"schema": 1, "segments": {"x": null}}',
    b'{"schema": 1, "segments": {"x": {}}}',
    b'{"schema": 1, "segments": {"x": {"engine": 3}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "model": 1}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "draft": 1}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "score": "b"}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "score": true}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "notes": "b"}}}',
    b'{"schema": 1, "segments": {"x": {"engine": "a", "notes": [1]}}}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("data", DAMAGED, ids=lambda data: data[:50].decode("latin-1"))
def test_a_broken_one_is_told_and_not_used(tmp_path: Path, data: bytes) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr "क"\n')
    (tmp_path / "hi.json").write_bytes(data)
    again = read_catalog(path)
    assert only(again).target == "क"
    assert again.warnings == (
        f"{tmp_path / 'hi.json'} cannot be read and is not used; no translation is lost.",
    )


def test_a_broken_one_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    (tmp_path / "hi.json").write_bytes(b"{")
    write_catalog(catalog(DRAFT), path)
    assert only(read_catalog(path)).origin == ORIGIN


def test_a_newer_one_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    newer = b'{"schema": 2, "segments": {}}'
    path = tmp_path / "hi.po"
    (tmp_path / "hi.json").write_bytes(newer)
    write_catalog(catalog(DRAFT), path)
    assert (tmp_path / "hi.json").read_bytes() == newer
    (warning,) = read_catalog(path).warnings
    assert "another version of dualpress" in warning


def test_an_origin_that_is_no_longer_known_goes(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    write_catalog(catalog(DRAFT), path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "hi.json").write_bytes((tmp_path / "hi.json").read_bytes())
    write_catalog(catalog(entry("a", "क")), tmp_path / "copy" / "hi.po")
    assert json.loads((tmp_path / "copy" / "hi.json").read_bytes())["segments"] == {}
