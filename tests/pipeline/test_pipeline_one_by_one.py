"""Commands over a whole archive let go of each article before they take the next."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pipeline_support import RIVER, MakeSite, Site

from dualpress import pipeline
from dualpress.pipeline.desk import Desk, Work

COMMANDS: dict[str, Callable[[Site], object]] = {
    "status": lambda site: site.status(),
    "check": lambda site: site.check(),
    "review pack": lambda site: pipeline.pack(site.project),
}


class Token:
    """Lives as long as an article does, of which itself no weak set can be made."""


@pytest.mark.parametrize("name", COMMANDS)
def test_no_article_stays_in_memory(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    site = make_site({f"river-{number}": RIVER for number in range(6)})
    site.translate()
    (site.root / ".dualpress" / "build.sqlite").unlink()
    alive: weakref.WeakSet[Token] = weakref.WeakSet()
    most: list[int] = []
    whole = Desk.open

    def watched(desk: Desk, posts: Mapping[str, Path]) -> Iterator[Work]:
        for work in whole(desk, posts):
            vars(work)["token"] = token = Token()
            alive.add(token)
            del token
            most.append(len(alive))
            yield work

    monkeypatch.setattr(Desk, "open", watched)
    COMMANDS[name](site)

    assert len(most) == 6
    assert max(most) <= 2
