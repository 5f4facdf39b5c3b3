from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_support import ByHand, Gate, by_hand, gate

from dualpress.engines.packages import install_package

MODELS = Path(__file__).parents[1] / "fixtures" / "models"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the fixture models of both directions."""
    folder = tmp_path_factory.mktemp("models")
    for package in sorted(MODELS.glob("*.argosmodel")):
        install_package(package, folder)
    return folder


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[ByHand]:
    """A scheduler that was started by hand, without workers."""
    pytest.importorskip("distributed", reason="Dask distributed is not installed")
    with by_hand(tmp_path) as cluster:
        yield cluster


@pytest.fixture
def server() -> Iterator[Gate]:
    """A server whose answers wait until the test opens it."""
    with gate() as closed:
        yield closed
