"""``dualpress publish``: what it prints, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_wordpress import Said
from publish_support import Desk, desk_at
from typer.testing import CliRunner, Result

from dualpress.cli import app


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with desk_at(tmp_path, monkeypatch) as found:
        monkeypatch.chdir(tmp_path)
        found.add()
        yield found


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["publish", "wordpress", *arguments], prog_name="dualpress")


def test_what_was_done_is_told_with_its_address(desk: Desk) -> None:
    desk.review()
    result = run()
    assert result.exit_code == 0
    assert "the-river (English to Hindi): created" in result.stdout
    assert f"  draft   {desk.site.url}/?p=102" in result.stdout
    assert f"1 article at {desk.site.url}: 1 created." in result.stdout


def test_a_dry_run_says_what_would_be_done(desk: Desk) -> None:
    desk.review()
    assert "the-river (English to Hindi): would be created" in run("-n").stdout


def test_an_article_that_waits_is_no_failure(desk: Desk) -> None:
    result = run()
    assert result.exit_code == 0
    assert "the-river; waits: 2 sentences without a translation" in result.stdout


def test_a_failure_ends_with_3(desk: Desk) -> None:
    desk.review()
    refusal = Said({"code": "rest_cannot_create", "message": "Sorry."}, 403)
    desk.site.traps.append(lambda asked: refusal if asked.method == "POST" else None)
    result = run()
    assert result.exit_code == 3
    assert "the-river: 127.0.0.1" in result.stderr


def test_a_site_that_cannot_be_reached_ends_with_3(desk: Desk) -> None:
    desk.review()
    desk.configure(url="http://127.0.0.1:9/")
    result = run("--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["error"]["kind"] == "SiteUnavailable"


def test_a_status_that_is_none_is_refused(desk: Desk) -> None:
    result = run("--status", "private")
    assert result.exit_code == 2
    assert "“draft” or “publish”" in result.stderr


def test_json_tells_what_was_held(desk: Desk) -> None:
    desk.review()
    desk.site.add(title="नदी", slug="nadi", content="another")
    document = json.loads(run("--json").stdout)
    assert document["posts"][0]["action"] == "held"
    assert "slug already" in document["posts"][0]["held"]


@pytest.mark.parametrize("key", ["url", "user"])
def test_a_setting_that_is_missing_is_told(desk: Desk, key: str) -> None:
    path = desk.root / "dualpress.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith(f"{key} =")))
    result = run()
    assert result.exit_code == 2
    assert f"'wordpress.{key}' is not set" in result.stderr
