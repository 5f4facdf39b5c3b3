from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import Run
from test_cli_docs import agrees

PAGE = (
    '<!DOCTYPE html><html lang="en"><title>River</title><body><p>The river rose.</p></body></html>'
)
CONFIG = """
engine = "scripted"
shipped_glossaries = false
[engines.scripted.answers]
"River" = "नदी"
"The river rose." = "नदी का पानी बढ़ गया।"
"""


@pytest.fixture
def river(run: Run, project: Path) -> Path:
    """A project with an article that is translated, and waits for its reviewer."""
    (project / "dualpress.toml").write_text(CONFIG, encoding="utf-8")
    (project / "posts").mkdir()
    (project / "posts" / "river.html").write_text(PAGE, encoding="utf-8")
    assert run("translate").exit_code == 0
    return project


def test_a_paste_is_told(run: Run, river: Path) -> None:
    run("approve", "river")
    result = run("paste", "river")
    assert result.exit_code == 0
    page = Path("paste", "river", "index.html")
    assert result.stdout.splitlines() == [
        "river (English to Hindi): नदी",
        "7 files written.",
        f"Open {page} in a browser, and copy each part.",
    ]
    assert page.exists()


def test_an_article_that_waits_is_refused(run: Run, river: Path) -> None:
    result = run("paste", "river")
    assert result.exit_code == 3
    assert "The article “river” waits: 2 drafts to review" in result.stderr
    assert "dualpress status river" in result.stderr


def test_another_folder_is_taken_from_the_current_one(run: Run, river: Path) -> None:
    run("approve", "river")
    run("paste", "river", "wix")
    assert (river / "wix" / "body.html").read_text("utf-8").strip() == "<p>नदी का पानी बढ़ गया।</p>"


def test_without_an_article_what_can_be_pasted_is_listed(run: Run, river: Path) -> None:
    assert run("paste").stdout == "river; waits: 2 drafts to review\n"
    run("approve", "river")
    assert run("paste").stdout.splitlines() == [
        "river (English to Hindi): नदी",
        "Lay one out with: dualpress paste river",
    ]
    document = json.loads(run("paste", "--json").stdout)
    assert document["articles"] == [{"id": "river", "title": "नदी", "source": "en", "target": "hi"}]
    assert document["held"] == {}


def test_a_dry_run_writes_nothing(run: Run, river: Path) -> None:
    run("approve", "river")
    result = run("paste", "river", "--dry-run")
    assert "7 files would be written." in result.stdout
    assert not (river / "paste").exists()


def test_the_document_is_as_it_is_described(run: Run, river: Path) -> None:
    run("approve", "river")
    document = json.loads(run("paste", "river", "--json").stdout)
    document["removed"] = document["warnings"] = ["x"]
    agrees("dualpress paste", json.dumps(document))
