from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, Files, MakeSite, Site, configuration

from dualpress.pipeline.desk import Desk
from dualpress.pipeline.report import RunReport
from dualpress.pipeline.site_run import SiteRun


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """Lays out a project: its posts by id, other files by path, and what its configuration says."""

    def make(
        posts: Files | None = None, files: Files | None = None, folder: str = "site", **config: Any
    ) -> Site:
        site = Site(tmp_path / folder)
        site.write("dualpress.toml", configuration(**config))
        for name, content in (posts if posts is not None else {"river": RIVER}).items():
            site.write(f"posts/{name}.html", content)
        for name, content in (files or {}).items():
            site.write(name, content)
        return site

    return make


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A project with one post."""
    return make_site()


@pytest.fixture
def surveys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each run that looked at all articles."""
    found: list[str] = []
    report = SiteRun.report

    def survey(run: SiteRun, *args: Any, **options: Any) -> RunReport:
        found.append("all")
        return report(run, *args, **options)

    monkeypatch.setattr(SiteRun, "report", survey)
    return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which articles were opened."""
    opened: list[str] = []
    original = Desk._work

    def work(desk: Desk, post: object) -> object:
        opened.append(post.id)  # type: ignore[attr-defined]
        return original(desk, post)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "_work", work)
    return opened
