"""The page for reviewers says what is so, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpress.checks import waived

DOCS = Path(__file__).parents[2] / "docs"

page = pytest.mark.parametrize("page", ["reviewing.md", "reviewing.hi.md"])


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


@page
def test_line_one_says_how_to_accept(page: str) -> None:
    assert "Ctrl+Enter" in text(page).splitlines()[0]


@page
def test_its_waiver_is_one(page: str) -> None:
    (waiver,) = re.findall(r"`(ok: [^`]+)`", text(page))
    assert waived([waiver]) == {"numbers"}


@page
def test_its_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text(page))
    assert links
    assert all((DOCS / link).is_file() for link in links)


def names(page: str) -> set[str]:
    """Commands, keys, tags and names of checks: what is not put into words of a language."""
    quoted = re.findall(r"`([^`]+)`", text(page))
    return {name for name in quoted if not name.startswith(("?", "ok:"))}


def test_both_pages_name_the_same_commands_and_keys() -> None:
    assert names("reviewing.md") == names("reviewing.hi.md")
