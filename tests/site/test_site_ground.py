"""Places of files, each for one alone."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.site.ground import Clash, ClashKind, Ground

NAMES = st.lists(st.sampled_from(["a", "A", "b", "b.html", "caf\u00e9", "cafe\u0301"]), min_size=1)
PATHS = st.lists(st.builds(lambda parts: PurePosixPath(*parts[:3]), NAMES))


def take(*names: str) -> Clash[int] | None:
    """What is in the way of the last of some files."""
    ground: Ground[int] = Ground()
    *first, last = [ground.take(PurePosixPath(name), holder) for holder, name in enumerate(names)]
    assert first == [None] * len(first)
    return last


@pytest.mark.parametrize(
    ("there", "name", "kind"),
    [
        ("b.html", "b.html", ClashKind.SAME),
        ("News/a.html", "news/A.html", ClashKind.SAME),
        ("caf\u00e9/a.html", "cafe\u0301/a.html", ClashKind.SAME),
        ("b.html", "B.html/x/index.html", ClashKind.ABOVE),
        ("b.html/x/index.html", "b.html", ClashKind.BELOW),
        ("b.html/x/index.html", "B.HTML/x", ClashKind.BELOW),
    ],
)
def test_what_is_in_the_way_is_named(there: str, name: str, kind: ClashKind) -> None:
    assert take("other/index.html", there, name) == Clash(kind, PurePosixPath(there), 1)


@pytest.mark.parametrize("name", ["b/a.html", "b", "ab.html", "a.html.html"])
def test_files_beside_each_other_have_their_places(name: str) -> None:
    assert take("a.html", name) is None


def test_a_file_without_a_place_is_in_nobodys_way() -> None:
    ground: Ground[str] = Ground()
    ground.take(PurePosixPath("a"), "first")
    ground.take(PurePosixPath("a/b"), "refused")
    assert ground.take(PurePosixPath("a/b/c"), "third") == Clash(
        ClashKind.ABOVE, PurePosixPath("a"), "first"
    )


@given(paths=PATHS)
def test_all_that_have_a_place_can_be_written(
    paths: list[PurePosixPath], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("ground")
    ground: Ground[None] = Ground()
    placed = [path for path in paths if ground.take(path, None) is None]
    for path in placed:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch(exist_ok=False)
    assert len({path.as_posix().casefold() for path in placed}) == len(placed)
