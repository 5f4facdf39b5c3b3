from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from serve_support import PATIENCE, write

from dualpress.config import Project
from dualpress.serve import Live, Shown


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    write(tmp_path / "dualpress.toml", "")
    return Shown(Project.load(tmp_path))


def test_what_came_in_the_meantime_is_known_at_once(shown: Shown) -> None:
    live = Live(shown)
    live.show(Shown(shown.project))
    newest = Shown(shown.project)
    live.show(newest)
    assert live.after(shown, PATIENCE) is newest


def test_without_news_there_is_nothing(shown: Shown) -> None:
    assert Live(shown).after(shown, 0) is None


def test_who_waits_is_told(shown: Shown) -> None:
    live = Live(shown)
    told: list[Shown | None] = []
    waiting = Thread(target=lambda: told.append(live.after(shown, PATIENCE)))
    waiting.start()
    new = Shown(shown.project)
    live.show(new)
    waiting.join(PATIENCE)
    assert told == [new]


def test_the_end_lets_nobody_wait(shown: Shown) -> None:
    live = Live(shown)
    live.close()
    assert live.after(shown, float("inf")) is None
    assert live.is_closed


def test_no_two_contents_have_one_name(shown: Shown) -> None:
    assert Shown(shown.project).content != shown.content
