import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_support import reviewed

from dualpress.article import Language
from dualpress.catalog import Catalog
from dualpress.errors import WriteError
from dualpress.memory import Context, Match, Memory

EN, HI = Language.EN, Language.HI


@pytest.fixture
def memory() -> Iterator[Memory]:
    with Memory.open(":memory:") as memory:
        yield memory


def _targets(memory: Memory, source: str, context: Context | None = None) -> list[str]:
    return [match.target for match in memory.exact(source, EN, HI, context)]


def test_a_confirmed_pair_is_found_from_both_sides(memory: Memory) -> None:
    memory.update(reviewed(("a", "क")))
    assert memory.exact("a", EN, HI) == [Match("क", False, 1, ("missile",))]
    assert memory.exact("क", HI, EN) == [Match("a", False, 1, ("missile",))]


@pytest.mark.parametrize(
    ("source", "source_language", "target_language"),
    [("a", HI, EN), ("क", EN, HI), ("A", EN, HI), ("a ", EN, HI), ("b", EN, HI), ("", EN, HI)],
)
def test_nothing_else_is_found(
    memory: Memory, source: str, source_language: Language, target_language: Language
) -> None:
    memory.update(reviewed(("a", "क")))
    assert memory.exact(source, source_language, target_language) == []


def test_sources_are_compared_in_nfc_and_targets_stay_as_they_are(memory: Memory) -> None:
    memory.update(reviewed(("cafe\u0301", "क\u093c"), ("b", "\u0958")))
    assert _targets(memory, "caf\u00e9") == ["क\u093c"]
    assert _targets(memory, "b") == ["\u0958"]
    assert [match.target for match in memory.exact("\u0958", HI, EN)] == ["b", "cafe\u0301"]


def test_tags_are_part_of_the_source(memory: Memory) -> None:
    memory.update(reviewed(("<g1>a</g1>", "<g1>क</g1>")))
    assert _targets(memory, "a") == []
    assert _targets(memory, "<g1>a</g1>") == ["<g1>क</g1>"]


def test_a_match_tells_whether_it_was_confirmed_between_the_same_neighbours(
    memory: Memory,
) -> None:
    memory.update(reviewed(("a", "क"), ("b", "ख"), ("c", "ग")))
    assert [
        memory.exact("b", EN, HI, context)[0].in_context
        for context in (Context("a", "c"), Context("a", "x"), Context("a", "c", "month"), None)
    ] == [True, False, False, False]


def test_a_match_on_the_way_back_is_in_context_too(memory: Memory) -> None:
    memory.update(reviewed(("a", "क"), ("b", "ख"), ("c", "ग")))
    assert memory.exact("ख", HI, EN, Context("क", "ग"))[0].in_context


def test_neighbours_are_compared_in_nfc(memory: Memory) -> None:
    memory.update(reviewed(("cafe\u0301", "क"), ("b", "ख")))
    assert memory.exact("b", EN, HI, Context("cafe\u0301", ""))[0].in_context
    assert memory.exact("b", EN, HI, Context("caf\u00e9", ""))[0].in_context


def test_a_match_in_context_comes_first_then_the_more_used(memory: Memory) -> None:
    for article, target in [("1", "ग"), ("2", "घ"), ("3", "घ"), ("4", "ख")]:
        memory.update(reviewed(("x", "क"), ("a", target), article=article))
    memory.update(reviewed(("y", "क"), ("a", "च"), article="5"))
    assert _targets(memory, "a") == ["घ", "ख", "ग", "च"]
    assert _targets(memory, "a", Context("y", "")) == ["च", "घ", "ख", "ग"]


def test_texts_of_one_hash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("learn", "store"):
        monkeypatch.setattr(f"dualpress.memory.{room}.text_hash", lambda *_: 1)
    with Memory.open(":memory:") as memory:
        memory.update(reviewed(("a", "क"), ("b", "ख")))
        assert [_targets(memory, source) for source in "abc"] == [["क"], ["ख"], []]


def test_half_a_character_finds_nothing_and_harms_nothing(memory: Memory) -> None:
    assert memory.exact("\ud800", EN, HI, Context("\ud800", "")) == []


def test_a_match_tells_where_it_was_used(memory: Memory) -> None:
    for article in ("b", "a"):
        memory.update(reviewed(("a", "क"), article=article))
    assert memory.exact("a", EN, HI) == [Match("क", False, 2, ("a", "b"))]


def test_an_update_forgets_what_the_catalog_said_before(memory: Memory) -> None:
    memory.update(reviewed(("a", "क"), ("b", "ख")))
    memory.update(reviewed(("a", "ग")))
    assert _targets(memory, "a") == ["ग"]
    assert _targets(memory, "b") == []
    assert memory.exact("क", HI, EN) == []


def test_an_update_keeps_what_the_catalog_says_again(tmp_path: Path) -> None:
    def texts() -> dict[str, int]:
        with closing(sqlite3.connect(tmp_path / "memory.sqlite")) as file:
            return dict(file.execute("SELECT text, id FROM text"))

    with Memory.open(tmp_path / "memory.sqlite") as memory:
        memory.update(reviewed(("a", "क"), ("b", "ख")))
        memory.update(reviewed(("z", "झ"), article="other"))
        before = texts()
        memory.update(reviewed(("a", "क"), ("b", "ग")))
        after = texts()
    assert {text: after[text] for text in "aकb"} == {text: before[text] for text in "aकb"}
    assert after.keys() == set("aकbगzझ")


def test_an_update_leaves_other_catalogs_alone(memory: Memory) -> None:
    hindi = replace(reviewed(("क", "b")), source_language=HI, target_language=EN)
    memory.update(reviewed(("a", "क"), article="other"))
    memory.update(hindi)
    memory.update(reviewed())
    assert _targets(memory, "a") == ["क"]
    assert [match.target for match in memory.exact("क", HI, EN)] == ["a", "b"]


def test_rebuilding_forgets_all_else(memory: Memory) -> None:
    memory.update(reviewed(("a", "क"), article="old"))
    memory.rebuild([reviewed(("b", "ख")), reviewed(("c", "ग"), article="other")])
    assert [_targets(memory, source) for source in "abc"] == [[], ["ख"], ["ग"]]


def test_rebuilding_that_fails_halfway_changes_nothing(memory: Memory) -> None:
    memory.update(reviewed(("a", "क")))

    def catalogs() -> Iterator[Catalog]:
        yield reviewed(("b", "ख"))
        raise KeyError

    with pytest.raises(KeyError):
        memory.rebuild(catalogs())
    assert _targets(memory, "a") == ["क"]
    assert _targets(memory, "b") == []


def test_a_file_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "memory.sqlite"
    with Memory.open(path) as memory:
        memory.rebuild([reviewed(("a", "क"))])
    with Memory.open(str(path)) as memory:
        assert _targets(memory, "a") == ["क"]


def test_one_file_is_all_that_stays_behind(tmp_path: Path) -> None:
    with Memory.open(tmp_path / "m.sqlite") as memory:
        memory.update(reviewed(("a", "क")))
    assert [file.name for file in tmp_path.iterdir()] == ["m.sqlite"]


def _filled(path: Path) -> Path:
    with Memory.open(path) as memory:
        memory.rebuild([reviewed(*((f"sentence {n}", f"वाक्य {n}") for n in range(500)))])
    return path


def _set(path: Path, pragma: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")


def _overwrite(path: Path, start: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[start : start + len(data)] = data
    path.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(lambda path: path.write_bytes(b"no database at all" * 99), id="text"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:5000]), id="cut short"),
        pytest.param(lambda path: _overwrite(path, 4096, b"x" * 20_000), id="pages lost"),
        pytest.param(lambda path: _overwrite(path, 100, b"x" * 300), id="tables lost"),
        pytest.param(lambda path: _set(path, "user_version = 99"), id="newer"),
        pytest.param(lambda path: _set(path, "application_id = 7"), id="another program's"),
    ],
)
def test_a_file_that_is_no_sound_memory_is_made_anew(tmp_path: Path, spoil: object) -> None:
    path = _filled(tmp_path / "m.sqlite")
    assert callable(spoil)
    spoil(path)
    with Memory.open(path) as memory:
        assert _targets(memory, "sentence 1") == []
        memory.update(reviewed(("a", "क")))
        assert _targets(memory, "a") == ["क"]


def test_a_file_that_is_locked_is_told_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _filled(tmp_path / "m.sqlite")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("dualpress.memory.database.PATIENCE", 0)
        with pytest.raises(WriteError, match="locked") as refused:
            Memory.open(path)
        assert refused.value.path == path
        other.rollback()
    with Memory.open(path) as memory:
        assert _targets(memory, "sentence 1") == ["वाक्य 1"]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "m.sqlite").mkdir()
    with pytest.raises(WriteError, match="memory cannot be used"):
        Memory.open(tmp_path / "m.sqlite")


def test_a_closed_memory_is_told() -> None:
    memory = Memory.open(":memory:")
    memory.close()
    with pytest.raises(WriteError, match="memory cannot be used"):
        memory.exact("a", EN, HI)


words = st.sampled_from(["", "क", "ख", "?ग", "^"])
articles = st.lists(st.tuples(st.sampled_from("abcd"), words), unique_by=lambda pair: pair[0])


@settings(max_examples=40)
@given(st.lists(articles, max_size=4))
def test_updates_in_any_order_are_a_rebuilding(
    of: list[list[tuple[str, str]]],
) -> None:
    catalogs = [reviewed(*pairs, article=str(number)) for number, pairs in enumerate(of)]
    with Memory.open(":memory:") as rebuilt, Memory.open(":memory:") as updated:
        rebuilt.rebuild(catalogs)
        for catalog in [*reversed(catalogs), *catalogs[:2]]:
            updated.update(catalog)
        for source in "abcd":
            assert updated.exact(source, EN, HI) == rebuilt.exact(source, EN, HI)
        for source in "कखग^":
            assert updated.exact(source, HI, EN) == rebuilt.exact(source, HI, EN)
