"""Installing, listing, verifying and removing packages."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dictionary_model import package_metadata, write_package, zip_folder
from http_stub import Answer, Request, Stub, answer_json, serve

from dualpress.engines import _install
from dualpress.engines._lock import read_lock
from dualpress.engines.packages import (
    InstalledPackage,
    install_package,
    installed,
    remove_package,
    verify_packages,
)
from dualpress.errors import DualpressError, PackageError, UsageError, WriteError


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An unpacked package."""
    return write_package(tmp_path_factory.mktemp("made") / "en_hi")


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """An unpacked package that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "unpacked"))


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    return zip_folder(made, tmp_path / "translate-en_hi-1_1.argosmodel")


@pytest.fixture
def models(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "dualpress.lock"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def describe(folder: Path, **changes: object) -> Path:
    metadata = {**package_metadata(), **changes}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return folder


def names(models: Path) -> list[str]:
    """All that lies in the models folder, finished or not."""
    return sorted(path.name for path in models.iterdir()) if models.exists() else []


@contextmanager
def offering(archive: Path, **changes: object) -> Iterator[Stub]:
    """A server with an index and the archive; ``changes`` go into the index's entry."""
    entry: dict[str, object] = dict(package_metadata())

    def answer(request: Request) -> Answer:
        if request.path == "/index.json":
            return answer_json([{"code": "translate-en_hi", **entry}])
        if request.path == "/translate-en_hi-1_1.argosmodel":
            return Answer(archive.read_bytes())
        return Answer(status=404)

    with serve(answer) as stub:
        links = [f"{stub.url}/gone", f"{stub.url}/translate-en_hi-1_1.argosmodel"]
        entry.update({"links": links, **changes})
        yield stub


# Installing


def test_installs_an_archive(archive: Path, models: Path) -> None:
    package = install_package(archive, models)
    assert package == InstalledPackage(
        "translate-en_hi", "1.1", package.source, package.target, models / "translate-en_hi-1_1"
    )
    assert (package.path / "model" / "model.bin").is_file()
    assert installed(models) == [package]
    assert names(models) == ["translate-en_hi-1_1"]


def test_installs_a_folder(folder: Path, models: Path) -> None:
    package = install_package(folder, models)
    assert installed(models) == [package]
    assert folder.is_dir()


def test_folder_and_archive_give_the_same_hashes(
    folder: Path, archive: Path, tmp_path: Path
) -> None:
    listed = {
        (install_package(source, tmp_path / name).path / "dualpress.sha256").read_bytes()
        for name, source in (("one", folder), ("two", archive))
    }
    assert len(listed) == 1


def test_hashes_are_listed_as_sha256sum_lists_them(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    lines = (path / "dualpress.sha256").read_text(encoding="utf-8").splitlines()
    assert f"{sha256(path / 'model' / 'model.bin')}  model/model.bin" in lines
    assert [line.split("  ")[1] for line in lines] == sorted(
        file.relative_to(path).as_posix()
        for file in path.rglob("*")
        if file.is_file() and file.name != "dualpress.sha256"
    )


def test_installs_by_name_from_the_index(archive: Path, models: Path) -> None:
    calls: list[tuple[int, int | None]] = []
    with offering(archive) as stub:
        package = install_package(
            "en-hi",
            models,
            progress=lambda *call: calls.append(call),
            index=f"{stub.url}/index.json",
        )
    assert installed(models) == [package]
    assert calls[-1] == (archive.stat().st_size, archive.stat().st_size)
    assert names(models) == ["translate-en_hi-1_1"]


def test_package_of_another_name_than_asked_for_is_refused(
    folder: Path, tmp_path: Path, models: Path
) -> None:
    wrong = zip_folder(describe(folder, from_code="hi", to_code="en"), tmp_path / "wrong")
    with (
        offering(wrong) as stub,
        pytest.raises(PackageError, match="This is translate-hi_en, not translate-en_hi"),
    ):
        install_package("en-hi", models, index=f"{stub.url}/index.json")


def test_all_links_failing_is_told(archive: Path, models: Path) -> None:
    with offering(archive) as stub:
        gone = [f"{stub.url}/gone", f"{stub.url}/gone-too"]
    with offering(archive, links=gone) as stub, pytest.raises(PackageError, match="did not send"):
        install_package("en-hi", models, index=f"{stub.url}/index.json")
    assert names(models) == []


@pytest.mark.parametrize("name", ["en-de", "en-en", "hindi", "en_hi.argosmodel", ""])
def test_name_that_is_no_pair_is_refused(models: Path, name: str) -> None:
    with pytest.raises(UsageError, match="en-hi, hi-en"):
        install_package(name, models)


def test_missing_file_is_named(models: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.argosmodel"):
        install_package(tmp_path / "none.argosmodel", models)


def test_other_versions_are_replaced(folder: Path, archive: Path, models: Path) -> None:
    install_package(describe(folder, package_version="1.0"), models)
    newer = install_package(archive, models)
    assert installed(models) == [newer]
    assert names(models) == ["translate-en_hi-1_1"]


def test_the_other_direction_stays(folder: Path, archive: Path, models: Path) -> None:
    back = install_package(describe(folder, from_code="hi", to_code="en"), models)
    there = install_package(archive, models)
    assert installed(models) == [there, back]


def test_same_version_is_replaced(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    (path / "model" / "model.bin").write_bytes(b"broken")
    install_package(archive, models)
    assert verify_packages(models) == []
    assert names(models) == ["translate-en_hi-1_1"]


# What is refused, and what stays then


def refused(source: Path, models: Path, reason: str) -> None:
    """Asserts that a package is refused, and that what was installed before still is."""
    before = installed(models)
    with pytest.raises(PackageError, match=reason):
        install_package(source, models)
    assert installed(models) == before
    assert names(models) == [package.path.name for package in before]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"to_code": "de"}, "another language: 'de'"),
        ({"to_code": "en"}, "into itself"),
        ({"package_version": "1/../.."}, "package_version"),
        ({"package_version": None}, "package_version"),
        ({"type": "sbd"}, '"type"'),
        ({"target_prefix": ">>hin<<"}, '"target_prefix"'),
    ],
)
def test_metadata_that_does_not_fit_is_refused(
    folder: Path, archive: Path, models: Path, changes: dict[str, object], reason: str
) -> None:
    install_package(archive, models)
    refused(describe(folder, **changes), models, reason)


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_metadata_that_is_none_is_refused(folder: Path, models: Path, content: str) -> None:
    (folder / "metadata.json").write_text(content, encoding="utf-8")
    refused(folder, models, r"metadata\.json")


@pytest.mark.parametrize("part", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_missing_part_is_named(folder: Path, archive: Path, models: Path, part: str) -> None:
    install_package(archive, models)
    (folder / part).unlink()
    refused(folder, models, part)


def test_model_that_does_not_load_is_refused(folder: Path, archive: Path, models: Path) -> None:
    install_package(archive, models)
    (folder / "model" / "model.bin").write_bytes(b"broken")
    refused(folder, models, "model cannot be loaded")


def test_damaged_archive_is_refused(archive: Path, models: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])
    refused(archive, models, "damaged")


def test_link_in_a_folder_is_refused(folder: Path, models: Path) -> None:
    try:
        (folder / "link").symlink_to(folder / "README.md")
    except OSError:
        pytest.skip("this system lets nobody make links")
    refused(folder, models, "link or a device")


def test_link_to_a_folder_is_refused(folder: Path, models: Path, tmp_path: Path) -> None:
    try:
        (folder / "link").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    refused(folder, models, "link or a device")


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError])
def test_interrupted_installation_leaves_nothing(
    archive: Path, models: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def interrupt(_: Path) -> None:
        raise stop

    monkeypatch.setattr(_install, "make_manifest", interrupt)
    with pytest.raises(stop):
        install_package(archive, models)
    assert names(models) == []


def test_unfinished_installation_does_not_count(made: Path, models: Path) -> None:
    shutil.copytree(made, models / ".dualpress-abc" / "package")
    shutil.copytree(made, models / ".dualpress-def")
    assert installed(models) == []


def test_full_disk_is_told_and_leaves_the_old_package(
    folder: Path, archive: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = install_package(archive, models)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_install, "copy_package", fail)
    with pytest.raises(WriteError, match="the disk is full"):
        install_package(folder, models)
    assert installed(models) == [old]


def test_failing_move_brings_the_old_package_back(
    archive: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = install_package(archive, models)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "package":
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(WriteError, match="open in another program"):
        install_package(archive, models)
    assert installed(models) == [old]
    assert verify_packages(models) == []


# Hashes


def test_first_installation_is_recorded(archive: Path, models: Path, lock: Path) -> None:
    path = install_package(archive, models, lock=lock).path
    entry = read_lock(lock)["translate-en_hi"]
    assert entry.version == "1.1"
    assert entry.archive == sha256(archive)
    assert entry.files == sha256(path / "dualpress.sha256")


def test_without_a_lock_nothing_is_recorded(archive: Path, models: Path, lock: Path) -> None:
    install_package(archive, models)
    assert not lock.exists()


def test_recorded_archive_is_accepted_elsewhere(archive: Path, tmp_path: Path, lock: Path) -> None:
    install_package(archive, tmp_path / "one", lock=lock)
    before = lock.read_bytes()
    install_package(archive, tmp_path / "two", lock=lock)
    assert lock.read_bytes() == before


def repacked(folder: Path, path: Path) -> Path:
    """Another archive of the package: a changed read-me."""
    (folder / "README.md").write_text("Changed.", encoding="utf-8")
    return zip_folder(folder, path)


def test_other_archive_than_recorded_is_refused_with_both_hashes(
    archive: Path, folder: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    install_package(archive, models, lock=lock)
    other = repacked(folder, tmp_path / "other")
    with pytest.raises(PackageError) as caught:
        install_package(other, models, lock=lock)
    assert sha256(archive) in caught.value.cause
    assert sha256(other) in caught.value.cause


def test_other_folder_than_recorded_is_refused(
    archive: Path, folder: Path, models: Path, lock: Path
) -> None:
    install_package(archive, models, lock=lock)
    (folder / "README.md").write_text("Changed.", encoding="utf-8")
    with pytest.raises(PackageError, match="the lock records"):
        install_package(folder, models, lock=lock)


def test_folder_with_the_recorded_files_is_accepted(
    archive: Path, folder: Path, models: Path, lock: Path
) -> None:
    install_package(archive, models, lock=lock)
    before = lock.read_bytes()
    install_package(folder, models, lock=lock)
    assert lock.read_bytes() == before


def test_archive_of_a_recorded_folder_is_accepted_and_recorded(
    archive: Path, folder: Path, models: Path, lock: Path
) -> None:
    install_package(folder, models, lock=lock)
    assert read_lock(lock)["translate-en_hi"].archive is None
    install_package(archive, models, lock=lock)
    assert read_lock(lock)["translate-en_hi"].archive == sha256(archive)


def test_the_users_hash_is_compared(archive: Path, models: Path, lock: Path) -> None:
    with pytest.raises(PackageError) as caught:
        install_package(archive, models, sha256="ab" * 32, lock=lock)
    assert sha256(archive) in caught.value.cause
    assert "ab" * 32 in caught.value.cause
    assert names(models) == []
    assert not lock.exists()


def test_the_users_hash_is_compared_before_the_archive_is_opened(
    archive: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_install, "open_archive", None)
    with pytest.raises(PackageError, match="you named"):
        install_package(archive, models, sha256="ab" * 32)


def test_the_users_hash_goes_before_the_locks(
    archive: Path, folder: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    install_package(archive, models, lock=lock)
    other = repacked(folder, tmp_path / "other")
    install_package(other, models, sha256=sha256(other).upper(), lock=lock)
    assert read_lock(lock)["translate-en_hi"].archive == sha256(other)


def test_the_users_hash_of_a_folder_is_that_of_its_list(
    folder: Path, tmp_path: Path, models: Path
) -> None:
    known = sha256(install_package(folder, tmp_path / "first").path / "dualpress.sha256")
    assert install_package(folder, models, sha256=known).version == "1.1"
    with pytest.raises(PackageError, match="you named"):
        install_package(folder, models, sha256="ab" * 32)


def test_downloaded_archive_is_compared_with_the_lock(
    archive: Path, folder: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    install_package(archive, models, lock=lock)
    other = repacked(folder, tmp_path / "other")
    with (
        offering(other) as stub,
        pytest.raises(PackageError, match=r"translate-en_hi-1_1\.argosmodel.*the lock records"),
    ):
        install_package("en-hi", models, lock=lock, index=f"{stub.url}/index.json")


def test_lock_that_cannot_be_written_stops_the_installation(
    archive: Path, models: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DualpressError):
        install_package(archive, models, lock=tmp_path / "file" / "dualpress.lock")
    assert names(models) == []


# Listing and removing


def test_missing_folder_holds_nothing(models: Path) -> None:
    assert installed(models) == []


def test_what_is_no_package_of_ours_is_not_listed(made: Path, models: Path) -> None:
    describe(Path(shutil.copytree(made, models / "en_de")), to_code="de")
    (models / "notes.txt").write_text("Notes.", encoding="utf-8")
    (models / "empty").mkdir()
    assert installed(models) == []


def test_packages_that_argos_translate_installed_are_listed(made: Path, models: Path) -> None:
    shutil.copytree(made, models / "en_hi")
    assert [package.model for package in installed(models)] == ["translate-en_hi 1.1"]


@pytest.mark.parametrize("name", ["en-hi", "translate-en_hi"])
def test_removes_a_package(archive: Path, models: Path, name: str) -> None:
    package = install_package(archive, models)
    assert remove_package(name, models) == [package]
    assert names(models) == []


def test_removes_a_link_and_not_what_it_leads_to(folder: Path, models: Path) -> None:
    models.mkdir()
    try:
        (models / "en_hi").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    remove_package("en-hi", models)
    assert names(models) == []
    assert (folder / "metadata.json").is_file()


def test_removing_what_is_not_there_is_refused(archive: Path, models: Path) -> None:
    install_package(archive, models)
    with pytest.raises(UsageError, match=r"translate-hi_en is installed.*translate-en_hi"):
        remove_package("hi-en", models)


# Verifying


def causes(models: Path, lock: Path | None = None) -> list[str]:
    return [problem.cause for problem in verify_packages(models, lock)]


def test_sound_package_has_no_problems(archive: Path, models: Path, lock: Path) -> None:
    install_package(archive, models, lock=lock)
    assert verify_packages(models, lock) == []


def test_changed_missing_and_added_files_are_named(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    (path / "model" / "config.json").write_text("{}", encoding="utf-8")
    (path / "README.md").unlink()
    (path / "new").write_text("", encoding="utf-8")
    problems = {problem.path.name: problem.cause for problem in verify_packages(models)}
    assert "when installed it was" in problems["config.json"]
    assert problems["README.md"] == "The file is missing"
    assert "added" in problems["new"]
    assert len(problems) == 3


def test_what_file_managers_leave_is_no_problem(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    (path / "model" / ".DS_Store").write_bytes(b"x")
    assert verify_packages(models) == []


def test_package_that_the_lock_does_not_record_is_told(
    archive: Path, folder: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    install_package(archive, tmp_path / "elsewhere", lock=lock)
    (folder / "README.md").write_text("Changed.", encoding="utf-8")
    install_package(folder, models)
    (cause,) = causes(models, lock)
    assert "The lock records another package" in cause


def test_package_without_hashes_is_told(made: Path, models: Path) -> None:
    shutil.copytree(made, models / "en_hi")
    (cause,) = causes(models)
    assert "not installed by dualpress" in cause


def test_package_without_hashes_is_compared_with_the_lock(
    made: Path, archive: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    install_package(archive, tmp_path / "elsewhere", lock=lock)
    shutil.copytree(made, models / "en_hi")
    assert verify_packages(models, lock) == []


def test_package_that_does_not_load_is_told(
    made: Path, folder: Path, tmp_path: Path, models: Path, lock: Path
) -> None:
    """Its files are what the lock records: only loading tells."""
    broken = Path(shutil.copytree(made, models / "en_hi"))
    (broken / "sentencepiece.model").write_bytes(b"broken")
    install_package(folder, tmp_path / "elsewhere", lock=lock)
    entry = read_lock(lock)["translate-en_hi"].files
    from dualpress.engines._manifest import hash_bytes, make_manifest, render_manifest

    files = hash_bytes(render_manifest(make_manifest(broken)))
    lock.write_text(lock.read_text(encoding="utf-8").replace(entry, files), encoding="utf-8")
    (cause,) = causes(models, lock)
    assert "SentencePiece model cannot be loaded" in cause


def test_damaged_metadata_is_told(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    (path / "metadata.json").write_text("{", encoding="utf-8")
    (problem,) = verify_packages(models)
    assert (problem.package, problem.path) == ("translate-en_hi-1_1", path)


def test_damaged_list_of_hashes_is_told(archive: Path, models: Path) -> None:
    path = install_package(archive, models).path
    (path / "dualpress.sha256").write_text("nonsense\n", encoding="utf-8")
    (problem,) = verify_packages(models)
    assert problem.path == path / "dualpress.sha256"


def test_interrupted_installation_is_told(models: Path) -> None:
    (models / ".dualpress-abc").mkdir(parents=True)
    (cause,) = causes(models)
    assert "interrupted" in cause
