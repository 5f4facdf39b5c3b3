import errno
import json
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.errors import WriteError
from dualpress.files import is_hopeless, write_parts
from dualpress.site.output import LIST, Output

STATES = st.dictionaries(
    st.sampled_from(["a.html", "en/a/index.html", "en/b/index.html", "en/b/c/d.png"]),
    st.binary(max_size=2),
)


def write(folder: Path, *, complete: bool = True, **files: str) -> tuple[list[str], list[str]]:
    """Write files, ``__`` in a name standing for ``/``; what was written and what removed."""
    named = {PurePosixPath(name.replace("__", "/")): text.encode() for name, text in files.items()}
    done = Output(folder).write(named, complete=complete)
    return [str(path) for path in done.written], [str(path) for path in done.removed]


def tree(folder: Path) -> dict[str, bytes]:
    """All files but the list, and empty folders as such."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }
    found.pop(str(LIST), None)
    return found


def test_files_are_written_where_they_belong(tmp_path: Path) -> None:
    assert write(tmp_path / "out", en__a="1", b="2") == (["b", "en/a"], [])
    assert tree(tmp_path / "out") == {"en/a": b"1", "b": b"2"}


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, en__a="1", b="2")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write(tmp_path, en__a="1", b="2") == ([], [])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    assert write(tmp_path, a="1", b="3") == (["b"], [])


def test_what_is_gone_is_removed_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    write(tmp_path, en__a__x="1", en__b="2")
    assert write(tmp_path, en__b="2") == ([], ["en/a/x"])
    assert tree(tmp_path) == {"en/b": b"2"}


def test_a_file_that_dualpress_did_not_write_is_never_removed(tmp_path: Path) -> None:
    write(tmp_path, en__a="1")
    (tmp_path / "en" / "own.txt").write_text("mine")
    write(tmp_path, b="2")
    assert tree(tmp_path) == {"en/own.txt": b"mine", "b": b"2"}


def test_a_file_that_dualpress_did_not_write_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(WriteError, match="did not write stands in the way") as caught:
        write(tmp_path, a="1", b="2")
    assert caught.value.path == tmp_path / "b"
    assert tree(tmp_path) == {"b": b"mine"}


def test_a_file_with_the_same_content_becomes_dualpresss_own(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    assert write(tmp_path, a="1") == ([], [])
    assert write(tmp_path, a="2") == (["a"], [])


def test_a_partial_run_removes_nothing(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    assert write(tmp_path, complete=False, b="3") == (["b"], [])
    assert write(tmp_path, b="3") == ([], ["a"])


def test_a_plan_does_nothing(tmp_path: Path) -> None:
    write(tmp_path, a="1", b="2")
    before = tree(tmp_path)
    plan = Output(tmp_path).plan({PurePosixPath("a"): b"9", PurePosixPath("c"): b""})
    assert [*map(str, plan.written), "-", *map(str, plan.removed)] == ["a", "c", "-", "b"]
    assert tree(tmp_path) == before


@given(states=st.lists(STATES, min_size=1, max_size=3))
@settings(max_examples=30)
def test_the_folder_holds_what_the_last_run_wanted(
    states: list[dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("output")
    for state in states:
        Output(folder).write({PurePosixPath(path): data for path, data in state.items()})
    assert tree(folder) == states[-1]


def test_an_interrupted_run_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a="1", b="1")

    def fail_at_b(path: Path, parts: Iterable[bytes], *, durable: bool) -> None:
        if path.name == "b":
            raise KeyboardInterrupt
        write_parts(path, parts, durable=durable)

    monkeypatch.setattr("dualpress.site.output.write_parts", fail_at_b)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, a="2", b="2", c="2")
    monkeypatch.undo()
    assert write(tmp_path, a="3", b="2") == (["a", "b"], [])


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "C:/a", "a\\..\\..\\b", "."])
def test_a_path_out_of_the_folder_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(WriteError, match="leads out of the output folder"):
        Output(tmp_path / "out").write({PurePosixPath(path): b""})


def test_a_list_that_names_files_elsewhere_removes_none(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("1")
    write(tmp_path / "out", a="1")
    names = ["../precious", str(tmp_path / "precious"), "a", 7]
    (tmp_path / "out" / LIST).write_text(json.dumps({"schema": 1, "files": names}))
    write(tmp_path / "out", b="1")
    assert (tmp_path / "precious").exists()


@pytest.mark.parametrize("damaged", ["{", "[]", '{"files": null}', "\xff"])
def test_a_damaged_list_removes_nothing(tmp_path: Path, damaged: str) -> None:
    write(tmp_path, a="1")
    (tmp_path / LIST).write_bytes(damaged.encode("latin-1"))
    assert write(tmp_path, b="1") == (["b"], [])


def test_names_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="names that differ in case only"):
        write(tmp_path, en__A="1", en__a="1")


def test_names_that_a_stopped_run_left_on_one_list_may_be_in_each_others_way(
    tmp_path: Path,
) -> None:
    output = Output(tmp_path)
    output.write({PurePosixPath("a.html"): b"1"})
    output.write({PurePosixPath("A.html"): b"2"}, complete=False)

    with pytest.raises(WriteError, match="names that differ in case only"):
        output.write({PurePosixPath("a.html"): b"1", PurePosixPath("A.html"): b"2"})


def test_a_name_that_changed_in_case_only_leaves_one_file(tmp_path: Path) -> None:
    write(tmp_path, en__A="1")
    write(tmp_path, en__a="1")
    assert [name.lower() for name in tree(tmp_path)] == ["en/a"]


def test_where_files_cannot_be_written_the_others_are_and_each_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def fail_in_en(self: Path, target: Path) -> Path:
        if target.parent.name == "en":
            raise PermissionError(errno.EACCES, "")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_in_en)
    names = ("en/a", "en/b", "hi/a")

    done = Output(tmp_path).write({PurePosixPath(name): b"1" for name in names})

    assert [error.path for error in done.failures] == [tmp_path / "en/a", tmp_path / "en/b"]
    assert done.written == (PurePosixPath("hi/a"),)
    assert tree(tmp_path) == {"en": b"/", "hi/a": b"1"}
    assert json.loads((tmp_path / LIST).read_bytes())["files"] == list(names)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "it may not be changed, or is open in another program"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EISDIR, "a folder stands in its place"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_the_system_s_reason_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    write(tmp_path, a="1")

    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.name == "a":
            raise OSError(number, os.strerror(number))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    (error,) = Output(tmp_path).write({PurePosixPath("a"): b"2"}).failures
    assert error.cause == f"the file cannot be written: {reason}"
    assert tree(tmp_path) == {"a": b"1"}


NAMES = tuple(PurePosixPath(f"en/{letter}") for letter in "abcdef")


def fill_up(monkeypatch: pytest.MonkeyPatch, after: str, number: int) -> list[str]:
    """Let nothing more be written once a file is; what was tried, in this order."""
    tried: list[str] = []
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.name == LIST.name:
            return replace(self, target)
        tried.append(target.name)
        if target.name > after:
            raise OSError(number, os.strerror(number))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    return tried


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is full"),
        (errno.EROFS, "the disk is read-only"),
    ],
)
def test_what_no_file_can_escape_ends_the_writing_and_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    tried = fill_up(monkeypatch, "b", number)
    done = Output(tmp_path).write(dict.fromkeys(NAMES, b"1"))
    (error,) = done.failures
    assert error.cause == f"{reason}, so 4 files were not written"
    assert error.path == tmp_path
    assert error.hint is not None
    assert is_hopeless(error)
    assert tried == ["a", "b", "c"]
    assert done.written == NAMES[:2]


def test_after_a_full_disk_the_next_run_goes_on_and_knows_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, gone="1")
    with monkeypatch.context() as patch:
        fill_up(patch, "b", errno.ENOSPC)
        done = Output(tmp_path).write(dict.fromkeys(NAMES, b"1"))
    assert done.removed == (PurePosixPath("gone"),)
    listed = json.loads((tmp_path / LIST).read_bytes())["files"]
    assert listed == [*map(str, NAMES), "gone"]
    again = Output(tmp_path).write(dict.fromkeys(NAMES, b"1"))
    assert (again.written, again.unchanged, again.failures) == (NAMES[2:], 2, ())
    assert json.loads((tmp_path / LIST).read_bytes())["files"] == [*map(str, NAMES)]


def test_what_can_be_mended_file_by_file_is_told_beside_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    numbers = {"a": errno.EACCES, "c": errno.ENOSPC}

    def fail(self: Path, target: Path) -> Path:
        if number := numbers.get(target.name):
            raise OSError(number, "")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    first, second = Output(tmp_path).write(dict.fromkeys(NAMES, b"1")).failures
    assert first.path == tmp_path / "en/a"
    assert second.cause == "the disk is full, so 4 files were not written"


def test_a_read_only_disk_is_told_once_of_what_was_to_be_written_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, old="1", older="1")
    unlink = Path.unlink

    def fail(self: Path, missing_ok: bool = False) -> None:
        if self.suffix != ".tmp":
            raise OSError(errno.EROFS, "")
        unlink(self, missing_ok=missing_ok)

    fill_up(monkeypatch, "", errno.EROFS)
    monkeypatch.setattr(Path, "unlink", fail)
    done = Output(tmp_path).write({PurePosixPath("a"): b"1"})
    (error,) = done.failures
    assert error.cause == "the disk is read-only, so 1 file was not written, 2 not removed"
    assert (done.written, done.removed) == ((), ())


def test_a_file_that_cannot_be_removed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a="1")

    def fail(self: Path, missing_ok: bool = False) -> None:
        if self.name == "a":
            raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "unlink", fail)
    (error,) = Output(tmp_path).write({}).failures
    assert error.cause.startswith("the file cannot be removed: it may not be changed")
    assert error.path == tmp_path / "a"


def test_names_in_every_script_survive_the_list(tmp_path: Path) -> None:
    name = PurePosixPath("hi/नौसेना/index.html")
    Output(tmp_path).write({name: b"1"})
    assert Output(tmp_path).write({}).removed == (name,)


def test_the_reason_why_the_folder_cannot_be_written_stands_word_for_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENFILE, "the file table is full")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(WriteError) as caught:
        Output(tmp_path / "out").write({PurePosixPath("a"): b"1"})
    assert caught.value.cause == "the folder cannot be written: the file table is full"
    assert caught.value.path == tmp_path / "out"


def test_what_stands_in_the_way_is_told_of_each_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    (tmp_path / "b").write_bytes(b"2")
    (tmp_path / "d").write_bytes(b"mine")
    (tmp_path / "e").mkdir()
    names = (
        *("../d", "a", "b", "c", "C", "caf\u00e9", "cafe\u0301", "d/a", "d/b", "e"),
        *("f.html", "f.html/x", "G.html/x", "g.html"),
    )
    found = Output(tmp_path).obstacles({PurePosixPath(name): b"2" for name in names})
    assert {str(path): error.cause for path, error in found.items()} == {
        "../d": "the path leads out of the output folder",
        "a": "a file that dualpress did not write stands in the way",
        "c": "it and C have names that differ in case only",
        "caf\u00e9": "it and cafe\u0301 have names that differ in the Unicode form of letters "
        "with marks only",
        "d/a": "a file that dualpress did not write stands where a folder is to be",
        "d/b": "a file that dualpress did not write stands where a folder is to be",
        "e": "a folder stands in the way",
        "f.html/x": "f.html would be a file and a folder at once",
        "g.html": "it would be a folder too, for G.html/x",
    }
    assert {error.path for path, error in found.items() if path.parts[0] == "d"} == {tmp_path / "d"}


@pytest.mark.parametrize(("old", "new"), [("b.html", "b.html/x/y"), ("b.html/x/y", "b.html")])
def test_what_dualpress_wrote_makes_way(tmp_path: Path, old: str, new: str) -> None:
    Output(tmp_path).write({PurePosixPath(old): b"1"})
    done = Output(tmp_path).write({PurePosixPath(new): b"2"})
    assert (done.failures, done.removed) == ((), (PurePosixPath(old),))
    assert tree(tmp_path) == {new: b"2"}


def test_a_folder_with_a_foreign_file_makes_no_way(tmp_path: Path) -> None:
    write(tmp_path, b__x="1")
    (tmp_path / "b/mine").write_text("mine")
    with pytest.raises(WriteError, match="a folder stands in the way"):
        write(tmp_path, b="2")
    assert tree(tmp_path) == {"b/x": b"1", "b/mine": b"mine"}


def test_a_foreign_file_whose_name_differs_in_case_is_foreign(tmp_path: Path) -> None:
    write(tmp_path, A="1")
    (tmp_path / "a").write_text("mine")
    if (tmp_path / "A").read_text() == "mine":
        pytest.skip("this file system has one file for both names")
    with pytest.raises(WriteError, match="did not write stands in the way"):
        write(tmp_path, a="2")


def link(path: Path, to: Path) -> None:
    """Make a symbolic link, or skip the test where the system gives no leave to."""
    try:
        path.symlink_to(to, target_is_directory=to.is_dir())
    except OSError as error:
        pytest.skip(f"no symbolic link can be made here: {error}")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder beside the output folder, with a page of somebody else's."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "a").write_text("mine")
    return folder


def test_nothing_is_written_through_a_link_in_the_folder(tmp_path: Path, elsewhere: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    link(output / "hi", elsewhere)
    paths = [PurePosixPath("hi/a"), PurePosixPath("hi/b/c")]
    found = Output(output).obstacles(dict.fromkeys(paths, b"1"))
    assert [error.cause for error in found.values()] == [
        "a link stands where a folder is to be"
    ] * 2
    assert {error.path for error in found.values()} == {output / "hi"}
    assert tree(elsewhere) == {"a": b"mine"}


def test_nothing_is_removed_through_a_link_in_the_folder(tmp_path: Path, elsewhere: Path) -> None:
    output = tmp_path / "out"
    write(output, hi__a="1")
    (output / "hi/a").unlink()
    (output / "hi").rmdir()
    link(output / "hi", elsewhere)
    assert write(output, b="1") == (["b"], [])
    assert tree(elsewhere) == {"a": b"mine"}


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path, elsewhere: Path) -> None:
    output = tmp_path / "out"
    write(output, a="1")
    (output / "a").unlink()
    link(output / "a", elsewhere / "a")
    with pytest.raises(WriteError, match="a link stands in the way") as caught:
        write(output, a="2")
    assert caught.value.path == output / "a"
    assert tree(elsewhere) == {"a": b"mine"}


def test_the_list_is_not_written_through_a_link(tmp_path: Path, elsewhere: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    link(output / LIST, elsewhere / "a")
    with pytest.raises(WriteError, match="a link stands in the way"):
        write(output, b="1")
    assert tree(elsewhere) == {"a": b"mine"}


def test_the_folder_itself_may_be_a_link(tmp_path: Path, elsewhere: Path) -> None:
    output = tmp_path / "out"
    link(output, elsewhere)
    write(output, hi__b="1")
    assert tree(elsewhere) == {"a": b"mine", "hi/b": b"1"}
    assert write(output) == ([], ["hi/b"])


def test_files_are_written_anew_and_the_list_stays(tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(output, a="1", b="2", hi__c="3")
    listed = (output / LIST).read_bytes()

    done = Output(output).rewrite({PurePosixPath("hi/c"): b"4", PurePosixPath("a"): b"1"})

    assert done is not None
    assert (done.written, done.unchanged, done.removed) == ((PurePosixPath("hi/c"),), 1, ())
    assert tree(output) == {"a": b"1", "b": b"2", "hi/c": b"4"}
    assert (output / LIST).read_bytes() == listed


def test_no_file_is_written_anew_behind_a_link(tmp_path: Path) -> None:
    output = tmp_path / "out"
    write(output, hi__c="3")
    (output / "hi").rename(tmp_path / "elsewhere")
    link(output / "hi", tmp_path / "elsewhere")

    assert Output(output).rewrite({PurePosixPath("hi/c"): b"4"}) is None
    assert (tmp_path / "elsewhere/c").read_bytes() == b"3"


def test_a_file_that_cannot_be_written_anew_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "out", a="1")

    def full(path: Path, parts: Iterable[bytes], **options: object) -> None:
        raise WriteError("the disk is full", path=path)

    monkeypatch.setattr("dualpress.site.output.write_parts", full)

    assert Output(tmp_path / "out").rewrite({PurePosixPath("a"): b"2"}) is None
