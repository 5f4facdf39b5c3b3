"""Addresses at which no scheduler can be used."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator

import pytest
from cluster_support import Gate

from dualpress.engines.cluster import connect, connection
from dualpress.engines.cluster.versions import PACKAGES, differing_versions
from dualpress.errors import UsageError


@pytest.fixture
def closed_port() -> Iterator[str]:
    """The address of a port that nobody listens at, and nobody else takes."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"tcp://127.0.0.1:{taken.getsockname()[1]}"


def refusal(address: str) -> UsageError:
    with pytest.raises(UsageError) as raised, connect(address):
        pass
    return raised.value


def test_an_address_has_a_protocol() -> None:
    assert "no address of a scheduler" in refusal("10.0.0.5:8786").cause


def test_where_no_scheduler_listens_one_sentence_says_so(
    closed_port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask distributed is not installed")
    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 0.2)
    error = refusal(closed_port)
    assert error.cause.startswith(f"no scheduler can be reached at {closed_port}: Timed out")
    assert "dask scheduler" in (error.hint or "")


def test_what_listens_there_may_be_something_else(
    server: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="Dask distributed is not installed")
    monkeypatch.setattr(connection, "_CONNECT_SECONDS", 0.2)
    address = server.url.replace("http://", "tcp://")
    assert refusal(address).cause.startswith(f"no scheduler can be reached at {address}")


def test_tls_wants_certificates() -> None:
    pytest.importorskip("distributed", reason="Dask distributed is not installed")
    assert "TLS" in refusal("tls://127.0.0.1:8786").cause


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert refusal("tcp://127.0.0.1:8786").hint == (
        "Install it with: pip install dualpress[cluster]"
    )


class Fleet:
    """A client of workers that answer what a test says."""

    def __init__(self, answers: dict[str, dict[str, object]]) -> None:
        self.answers = answers

    def run(
        self, _function: object, package: str, *, workers: list[str], on_error: str
    ) -> dict[str, object]:
        assert on_error == "return"
        return {name: self.answers[name][package] for name in workers if name in self.answers}


def test_workers_with_other_versions_are_named_with_both() -> None:
    from importlib.metadata import PackageNotFoundError, version

    own: dict[str, object] = {package: version(package) for package in PACKAGES}
    fleet = Fleet(
        {
            "same": own,
            "old": {**own, "dualpress": "0.0.1"},
            "bare": {**own, "dualpress": PackageNotFoundError("dualpress")},
        }
    )
    here = own["dualpress"]
    assert differing_versions(fleet, ["same", "old", "bare", "gone"]) == {
        "old": f"it has dualpress 0.0.1, this machine has dualpress {here}",
        "bare": f"it has no dualpress, this machine has dualpress {here}",
        "gone": "it does not say which dualpress it has: no answer",
    }
