"""Fetching over HTTP, from a server on this machine."""

from __future__ import annotations

import gzip
import io

import pytest
from http_stub import Answer, Request, answer_json, serve

from dualpress.article import Language
from dualpress.engines._download import fetch
from dualpress.engines._index import AvailablePackage, available, choose
from dualpress.errors import PackageError
from dualpress.web import host_of, is_protected

_ENTRY = {
    "package_version": "1.1",
    "argos_version": "1.1",
    "from_code": "en",
    "from_name": "English",
    "to_code": "hi",
    "to_name": "Hindi",
    "links": ["https://example.org/translate-en_hi-1_1.argosmodel", "ipfs://Qm"],
    "code": "translate-en_hi",
}


def fetched(url: str, limit: int = 1000) -> bytes:
    file = io.BytesIO()
    fetch(url, file, limit=limit)
    return file.getvalue()


def offered(*entries: object) -> list[AvailablePackage]:
    with serve(lambda _: answer_json(list(entries))) as stub:
        return available(stub.url)


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a", "http://localhost:8080", "http://127.0.0.2/", "http://[::1]:5000/"],
)
def test_https_and_this_machine_are_protected(url: str) -> None:
    assert is_protected(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/", "http://127.0.0.1.example.org/", "http://localhost.example.org/",
        "ftp://127.0.0.1/", "ipfs://Qm", "file:///etc/passwd", "https://", "http://[::1", "x", "",
    ],
)  # fmt: skip
def test_all_else_is_not(url: str) -> None:
    assert not is_protected(url)


def test_host_is_shown_without_password() -> None:
    assert host_of("https://user:secret@example.org:8443/x") == "example.org:8443"


def test_fetches_what_is_there() -> None:
    with serve(lambda _: Answer(b"content")) as stub:
        assert fetched(stub.url) == b"content"


def test_bytes_are_kept_as_they_were_sent() -> None:
    packed = gzip.compress(b"content")
    with serve(lambda _: Answer(packed, headers={"Content-Encoding": "gzip"})) as stub:
        assert fetched(stub.url) == packed


def test_progress_ends_at_the_whole() -> None:
    calls: list[tuple[int, int | None]] = []
    with serve(lambda _: Answer(b"x" * 100_000)) as stub:
        fetch(stub.url, io.BytesIO(), limit=1 << 20, progress=lambda *call: calls.append(call))
    assert calls[-1] == (100_000, 100_000)
    assert [done for done, _ in calls] == sorted(done for done, _ in calls)


def test_follows_a_redirect() -> None:
    def answer(request: Request) -> Answer:
        if request.path == "/old":
            return Answer(status=302, headers={"Location": "/new"})
        return Answer(b"content")

    with serve(answer) as stub:
        assert fetched(f"{stub.url}/old") == b"content"


def test_redirect_to_an_unprotected_address_is_refused() -> None:
    elsewhere = {"Location": "http://192.0.2.1/file"}
    with (
        serve(lambda _: Answer(status=302, headers=elsewhere)) as stub,
        pytest.raises(PackageError, match="without HTTPS"),
    ):
        fetched(stub.url)


def test_redirects_without_end_are_refused() -> None:
    with (
        serve(lambda _: Answer(status=302, headers={"Location": "/"})) as stub,
        pytest.raises(PackageError, match="did not send the file"),
    ):
        fetched(stub.url)


@pytest.mark.parametrize("announce", [True, False])
def test_more_than_the_limit_is_refused(announce: bool) -> None:
    with (
        serve(lambda _: Answer(b"x" * 1001, announce=announce)) as stub,
        pytest.raises(PackageError, match="more than any model package"),
    ):
        fetched(stub.url, limit=1000)


def test_announced_excess_is_refused_before_anything_is_written() -> None:
    file = io.BytesIO()
    with serve(lambda _: Answer(b"x" * 300_000)) as stub, pytest.raises(PackageError):
        fetch(stub.url, file, limit=200_000)
    assert file.getvalue() == b""


def test_body_cut_short_is_refused() -> None:
    cut = Answer(b"half", headers={"Content-Length": "8"}, announce=False)
    with serve(lambda _: cut) as stub, pytest.raises(PackageError, match="did not send the file"):
        fetched(stub.url)


def test_missing_file_is_told_with_its_status() -> None:
    with serve(lambda _: Answer(status=404)) as stub, pytest.raises(PackageError, match="404"):
        fetched(stub.url)


def test_unreachable_server_is_told() -> None:
    with serve(lambda _: Answer()) as stub:
        gone = stub
    with pytest.raises(PackageError, match=r"127\.0\.0\.1:\d+ did not send"):
        fetched(gone.url)


def test_index_lists_the_pairs_packages_that_can_be_fetched() -> None:
    back = {**_ENTRY, "from_code": "hi", "to_code": "en"}
    assert offered(back, _ENTRY) == [
        AvailablePackage("translate-en_hi", "1.1", Language.EN, Language.HI, (_ENTRY["links"][0],)),
        AvailablePackage("translate-hi_en", "1.1", Language.HI, Language.EN, (_ENTRY["links"][0],)),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"to_code": "de"}, {"type": "sbd"}, {"links": ["http://example.org/x"]}, {"links": None},
        {"package_version": "../1"}, {"to_code": "en"}, {"target_prefix": ">>hin<<"},
    ],
)  # fmt: skip
def test_index_entries_that_are_of_no_use_are_left_out(change: dict[str, object]) -> None:
    assert offered({**_ENTRY, **change}, "nonsense", None) == []


@pytest.mark.parametrize("body", [b"<html>", b'{"packages": []}', b"\xff"])
def test_what_is_no_index_is_refused(body: bytes) -> None:
    with (
        serve(lambda _: Answer(body)) as stub,
        pytest.raises(PackageError, match="did not send an index"),
    ):
        available(stub.url)


def versions(*names: str) -> list[AvailablePackage]:
    return offered(*({**_ENTRY, "package_version": name} for name in names))


def test_newest_version_is_chosen() -> None:
    packages = versions("1.10", "1.9", "1.2")
    assert choose(packages, Language.EN, Language.HI, None).version == "1.10"


def test_locked_version_is_chosen_while_it_is_offered() -> None:
    packages = versions("1.10", "1.9")
    assert choose(packages, Language.EN, Language.HI, "1.9").version == "1.9"
    assert choose(packages, Language.EN, Language.HI, "1.8").version == "1.10"


def test_pair_that_is_not_offered_is_named() -> None:
    with pytest.raises(PackageError, match="hi-en"):
        choose(versions("1.1"), Language.HI, Language.EN, None)
