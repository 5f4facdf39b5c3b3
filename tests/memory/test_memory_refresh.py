"""Learning documents one by one, as they change."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from memory_support import reviewed

from dualpress.article import Language
from dualpress.errors import CatalogError, WorkError
from dualpress.memory import Document, Kind, Memory, Pair, pairs_of
from dualpress.memory.database import transaction
from dualpress.progress import NoProgress

EN, HI = Language.EN, Language.HI


@pytest.fixture
def memory() -> Iterator[Memory]:
    with Memory.open(":memory:") as memory:
        yield memory


def _document(
    target: str, name: str = "a", digest: str | None = "1", read: list[str] | None = None
) -> Document:
    """A document that has a translation of “x”, and notes its name when it is read."""

    def pairs() -> Iterator[Pair]:
        if read is not None:
            read.append(name)
        return pairs_of(reviewed(("x", target)))

    return Document(Kind.ARTICLE, name, pairs, digest=digest)


def _broken(name: str = "a") -> Document:
    def pairs() -> Iterator[Pair]:
        yield from pairs_of(reviewed(("x", "आधा")))
        raise CatalogError("broken")

    return Document(Kind.TMX, name, pairs, digest="b")


def _targets(memory: Memory) -> list[str]:
    return [match.target for match in memory.exact("x", EN, HI)]


def _rows(memory: Memory) -> dict[str, int]:
    return {
        table: memory._connection.execute(query).fetchone()[0]
        for table, query in {
            "document": "SELECT count(*) FROM document",
            "text": "SELECT count(*) FROM text",
            "pair": "SELECT count(*) FROM pair",
            "frequency": "SELECT count(*) FROM frequency",
        }.items()
    }


def test_documents_are_learned(memory: Memory) -> None:
    assert memory.refresh([_document("क", "a"), _document("ख", "b")]) == []
    assert _targets(memory) == ["क", "ख"]


def test_what_has_not_changed_is_not_read_again(memory: Memory) -> None:
    read: list[str] = []
    for digest in ("1", "1", "2", "2"):
        memory.refresh([_document("क", digest=digest, read=read)])
    assert read == ["a", "a"]


def test_what_has_no_digest_is_read_each_time(memory: Memory) -> None:
    read: list[str] = []
    for _ in range(2):
        memory.refresh([_document("क", digest=None, read=read)])
    assert read == ["a", "a"]


def test_what_changed_is_learned_anew(memory: Memory) -> None:
    memory.refresh([_document("क", digest="1")])
    memory.refresh([_document("ख", digest="2")])
    assert _targets(memory) == ["ख"]


def test_what_is_gone_is_forgotten(memory: Memory) -> None:
    memory.refresh([_document("क", "a"), _document("ख", "b")])
    memory.refresh([_document("ख", "b")])
    assert _targets(memory) == ["ख"]


def test_what_is_learned_besides_leaves_the_others(memory: Memory) -> None:
    memory.refresh([_document("क", "a"), _document("ख", "b")])
    memory.learn([_document("ग", "b", digest="2")])
    assert _targets(memory) == ["क", "ग"]


def test_only_what_it_learns_is_told_as_progress(memory: Memory) -> None:
    class Stages(NoProgress):
        def __init__(self) -> None:
            self.told: list[object] = []

        def start(self, stage: str, total: int | None) -> None:
            self.told.append((stage, total))

        def advance(self, *_: object, **__: object) -> None:
            self.told.append("step")

        def finish(self) -> None:
            self.told.append("end")

    memory.refresh([_document("क", "a")])
    stages = Stages()
    memory.refresh([_document("क", "a"), _document("ख", "b"), _document("ग", "c")], stages)
    assert stages.told == [("Learning", 2), "step", "step", "end"]

    stages = Stages()
    memory.refresh([_document("क", "a"), _document("ख", "b"), _document("ग", "c")], stages)
    assert stages.told == []


def test_an_update_is_learned_anew_from_its_document(memory: Memory) -> None:
    document = Document(Kind.ARTICLE, "missile", lambda: pairs_of(reviewed(("x", "क"))), "hi", "1")
    memory.refresh([document])
    memory.update(reviewed(("x", "ख")))
    assert _targets(memory) == ["ख"]
    memory.refresh([document])
    assert _targets(memory) == ["क"]


def test_forgetting_all_leaves_nothing_behind(memory: Memory) -> None:
    memory.refresh([_document("क", "a"), _document("ख", "b")])
    memory.refresh([])
    assert set(_rows(memory).values()) == {0}


def test_a_document_that_breaks_off_is_forgotten_and_told(memory: Memory) -> None:
    errors = memory.refresh([_document("क"), _broken("b")])
    assert [str(error) for error in errors] == ["broken"]
    assert _targets(memory) == ["क"]
    sound = Document(Kind.TMX, "b", lambda: pairs_of(reviewed(("x", "ग"))), digest="s")
    assert memory.refresh([_document("क"), sound]) == []
    assert _targets(memory) == ["क", "ग"]
    assert len(memory.refresh([_document("क"), _broken("b")])) == 1
    assert _targets(memory) == ["क"]


def test_a_document_that_breaks_off_leaves_those_that_are_learned_with_it(memory: Memory) -> None:
    sound = [_document("क", f"{number:03}") for number in range(120)]
    errors = memory.refresh([*sound[:60], _broken("broken"), *sound[60:]])
    assert [str(error) for error in errors] == ["broken"]
    alone = Memory.open(":memory:")
    alone.refresh(sound)
    assert _rows(memory) == _rows(alone)
    assert memory.refresh(sound) == []


def test_documents_are_learned_a_hundred_at_a_time(memory: Memory) -> None:
    said: list[str] = []
    memory._connection.set_trace_callback(said.append)
    documents = [_document("क", f"{number:03}") for number in range(250)]
    memory.refresh(documents)
    assert said.count("COMMIT") == 3
    said.clear()
    memory.refresh(documents)
    assert "COMMIT" not in said


def test_an_error_of_another_kind_is_no_matter_of_the_memory(memory: Memory) -> None:
    memory.refresh([_document("क")])

    def pairs() -> Iterator[Pair]:
        raise KeyError
        yield

    with pytest.raises(KeyError):
        memory.refresh([Document(Kind.TMX, "t", pairs)])
    assert _targets(memory) == ["क"]
    assert not isinstance(KeyError(), WorkError)


def test_another_process_that_was_faster_is_not_repeated(tmp_path: Path) -> None:
    read: list[str] = []
    with Memory.open(tmp_path / "m.sqlite") as one, Memory.open(tmp_path / "m.sqlite") as two:
        one.refresh([_document("क", read=read)])
        two.refresh([_document("क", read=read)])
        assert _targets(two) == ["क"]
    assert read == ["a"]


def test_another_process_that_is_faster_by_a_moment_is_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    with Memory.open(tmp_path / "m.sqlite") as one, Memory.open(tmp_path / "m.sqlite") as two:

        @contextmanager
        def late(connection: sqlite3.Connection) -> Iterator[None]:
            monkeypatch.undo()
            one.refresh([_document("क", read=read)])
            with transaction(connection):
                yield

        monkeypatch.setattr("dualpress.memory.shelf.transaction", late)
        two.refresh([_document("क", read=read)])
    assert read == ["a"]


def test_a_target_that_is_no_source_stays_as_long_as_a_pair_has_it(memory: Memory) -> None:
    memory.refresh([_document("\u0958", "a"), _document("\u0958", "b")])
    memory.refresh([_document("\u0958", "b")])
    assert _targets(memory) == ["\u0958"]


def test_who_reads_sees_whole_documents_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with Memory.open(path) as reader, Memory.open(path) as writer:
        writer.refresh([_document("क")])

        def pairs() -> Iterator[Pair]:
            yield from pairs_of(reviewed(("x", "ख")))
            assert _targets(reader) == ["क"]

        writer.refresh([Document(Kind.ARTICLE, "a", pairs, digest="2")])
        assert _targets(reader) == ["ख"]


PROCESS = """
import sys
from dualpress.article import Language
from dualpress.memory import Document, Kind, Memory
from dualpress.memory.pairs import both_ways

def document(number):
    pairs = [
        pair
        for n in range(20)
        for pair in both_ways(Language.EN, Language.HI, f"text {n} of {number}", f"पाठ {n}")
    ]
    return Document(Kind.TMX, f"{number}.tmx", lambda: pairs, digest=sys.argv[2])

with Memory.open(sys.argv[1]) as memory:
    assert memory.refresh(map(document, range(20))) == []
    assert memory.exact("text 7 of 19", Language.EN, Language.HI)
    assert memory.fuzzy("the text 7 of 19", Language.EN, Language.HI)
"""


@pytest.mark.parametrize("before", ["nothing", "a damaged file", "another version"])
def test_processes_that_begin_at_once_do_not_harm_each_other(tmp_path: Path, before: str) -> None:
    path = tmp_path / "m.sqlite"
    if before == "a damaged file":
        path.write_bytes(b"no database" * 1000)
    elif before == "another version":
        with Memory.open(path) as memory:
            memory.refresh([_document("क")])
            memory._connection.execute("PRAGMA user_version = 1")
    processes = [
        subprocess.Popen([sys.executable, "-c", PROCESS, str(path), digest], stderr=subprocess.PIPE)
        for digest in ("1", "1", "2")
    ]
    errors = [process.communicate()[1].decode() for process in processes]
    assert errors == ["", "", ""]
    with Memory.open(path) as memory:
        assert memory.exact("text 0 of 0", EN, HI)


names = st.sampled_from("ab")
texts = st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["क", "ख", "?ग"])), max_size=3)
steps = st.lists(
    st.dictionaries(names, texts.map(lambda pairs: list(dict(pairs).items()))), max_size=5
)


@settings(max_examples=40)
@given(steps)
def test_after_any_changes_the_memory_is_as_if_it_were_new(
    of: list[dict[str, list[tuple[str, str]]]],
) -> None:
    with Memory.open(":memory:") as changed, Memory.open(":memory:") as new:
        for files in of:
            documents = [
                Document(
                    Kind.ARTICLE,
                    name,
                    lambda pairs=pairs: pairs_of(reviewed(*pairs)),  # type: ignore[misc]
                    digest=str(pairs),
                )
                for name, pairs in files.items()
            ]
            changed.refresh(documents)
        new.refresh(documents if of else [])
        assert _rows(changed) == _rows(new)
        for text in "xyz":
            assert changed.exact(text, EN, HI) == new.exact(text, EN, HI)
