from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from dualpress.config import Project
from dualpress.errors import ProjectBusy, SetupError, WriteError
from dualpress.pipeline.run_lock import hold

_HOLDER = """
import sys
from pathlib import Path
from dualpress.config import Project
from dualpress.pipeline.run_lock import hold
with hold(Project.load(Path(sys.argv[1])), "translate"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "dualpress.toml").write_text("", encoding="utf-8")
    return Project.load(tmp_path)


@pytest.fixture
def holder(project: Project) -> subprocess.Popen[str]:
    """Another process that is at work in the project until a line is written to it."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, project.root],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def let_go(holder: subprocess.Popen[str]) -> None:
    holder.communicate("\n", timeout=60)
    assert holder.returncode == 0


def test_nothing_is_left_but_the_file_of_the_lock(project: Project) -> None:
    with hold(project, "build"):
        assert json.loads((project.state / "run.json").read_bytes())["command"] == "build"
    assert [path.name for path in project.state.iterdir()] == ["run.lock"]


def test_one_after_the_other(project: Project) -> None:
    for _ in range(2):
        with hold(project, "build"):
            pass


def test_an_error_lets_go(project: Project) -> None:
    with pytest.raises(ZeroDivisionError), hold(project, "build"):
        raise ZeroDivisionError
    with hold(project, "build"):
        pass


def test_who_does_not_wait_is_told_who_is_at_work(
    project: Project, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(ProjectBusy) as refused, hold(project, "build"):
        pass
    assert refused.value.cause.startswith(
        "the command dualpress translate has been at work in this project"
    )
    assert f"(process {holder.pid} on " in refused.value.cause
    let_go(holder)


def test_who_waits_is_told_once_and_goes_on_then(
    project: Project, holder: subprocess.Popen[str]
) -> None:
    told: list[str] = []

    def wait(runner: str) -> None:
        told.append(runner)
        let_go(holder)

    with hold(project, "build", wait=wait):
        assert len(told) == 1
        assert "dualpress translate" in told[0]


def test_of_each_run_that_goes_before_who_waits_is_told_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    holders = iter(["translate", "translate", "translate", "approve", None])

    def acquire(*_: object, **__: object) -> None:
        command = next(holders)
        if command is not None:
            runner = {"command": command, "pid": 1, "host": "x", "since": "2026-11-22T02:00+00:00"}
            (project.state / "run.json").write_text(json.dumps(runner), encoding="utf-8")
            raise Timeout("run.lock")

    monkeypatch.setattr(FileLock, "acquire", acquire)
    told: list[str] = []
    with hold(project, "build", wait=told.append):
        assert [words.split()[3] for words in told] == ["translate", "approve"]


def test_one_that_was_killed_blocks_nobody(project: Project, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.communicate(timeout=60)
    assert (project.state / "run.json").exists()
    with hold(project, "build"):
        assert json.loads((project.state / "run.json").read_bytes())["pid"] == os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
@pytest.mark.parametrize("deleted", ["run.lock", "."], ids=["the lock", "its folder"])
def test_who_deletes_the_lock_of_a_run_gets_no_second_one_in(
    project: Project, holder: subprocess.Popen[str], deleted: str
) -> None:
    path = project.state / deleted
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(ProjectBusy, match="at work in this project"), hold(project, "build"):
        pass
    let_go(holder)
    with hold(project, "build"):
        assert json.loads((project.state / "run.json").read_bytes())["pid"] == os.getpid()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
def test_who_waits_for_a_run_whose_lock_was_deleted_goes_on_then(
    project: Project, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.state / "run.lock").unlink()
    monkeypatch.setattr("dualpress.pipeline.run_lock._LOOK_AGAIN", 0.01)
    told: list[str] = []

    def wait(runner: str) -> None:
        told.append(runner)
        let_go(holder)

    with hold(project, "build", wait=wait):
        assert [words.split()[3] for words in told] == ["translate"]


def test_a_share_that_locks_files_alone_will_do(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    monkeypatch.setattr("dualpress.pipeline.run_lock.lock_descriptor", refuse)
    for _ in range(2):
        with hold(project, "build"):
            assert (project.state / "run.json").exists()


def half_written(project: Project) -> list[Path]:
    folders = (project.po / "river", project.posts, project.output / "hi", project.state)
    files = [folder / ".0123456789abcdef.tmp" for folder in folders]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"half")
    return files


def test_what_a_killed_run_left_half_written_is_removed(project: Project) -> None:
    files = half_written(project)
    (project.state / "run.json").write_bytes(b"{}")
    own = project.po / ".mine.tmp"
    own.write_bytes(b"")
    with hold(project, "build"):
        assert not any(file.exists() for file in files)
    assert own.exists()


def test_where_no_run_was_killed_nothing_is_looked_for(project: Project) -> None:
    files = half_written(project)
    with hold(project, "build"):
        assert all(file.exists() for file in files)


def test_who_cannot_be_read_is_at_work_all_the_same(
    project: Project, holder: subprocess.Popen[str]
) -> None:
    for content in (b"", b"{", b"[]", b'{"command": "x", "since": 3}'):
        (project.state / "run.json").write_bytes(content)
        with pytest.raises(ProjectBusy, match="another command"), hold(project, "build"):
            pass
    let_go(holder)


def refuse(number: int) -> Callable[..., None]:
    def acquire(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return acquire


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(FileLock, "acquire", refuse(number))
    words = "files cannot be locked here"
    with pytest.raises(SetupError, match=words) as refused, hold(project, "build"):
        pass
    assert refused.value.path == project.state


def test_a_folder_that_cannot_be_written_is_told(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileLock, "acquire", refuse(errno.EROFS))
    words = "the disk is read-only"
    with pytest.raises(WriteError, match=words) as refused, hold(project, "build"):
        pass
    assert refused.value.hint is None


def test_a_file_in_the_place_of_the_folder_is_told(project: Project) -> None:
    project.state.write_bytes(b"")
    words = "the project cannot be locked: a file stands where its folder is to be"
    with pytest.raises(WriteError, match=words) as refused, hold(project, "build"):
        pass
    assert refused.value.hint == "Rename it, or delete it"


def test_a_full_disk_costs_no_more_than_who_it_is(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WriteError("the disk is full")

    monkeypatch.setattr("dualpress.pipeline.run_lock.write_whole", full)
    with hold(project, "build"):
        assert not (project.state / "run.json").exists()
