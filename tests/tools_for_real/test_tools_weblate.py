"""Weblate finds the files, and its check of XML tags is content with ours."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tools_support import ROSE, Newsroom

DOCS = Path(__file__).parents[2] / "docs"
PATTERN = r"po/(?P<component>.+)/(?P<language>[a-z]{2})\.po"
COMPONENTS = re.compile(f"^{PATTERN}$")
"""As Weblate anchors it."""


@pytest.mark.parametrize("page", ["reviewing.md", "reviewing.hi.md"])
def test_reviewers_are_given_this_pattern(page: str) -> None:
    assert f"`{PATTERN}`" in (DOCS / page).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "component", "language"),
    [
        ("po/river/hi.po", "river", "hi"),
        ("po/2026/04/teesta/en.po", "2026/04/teesta", "en"),
        ("po/ब्रह्मोस-निर्यात/en.po", "ब्रह्मोस-निर्यात", "en"),
    ],
)
def test_each_article_is_a_component(path: str, component: str, language: str) -> None:
    match = COMPONENTS.match(path)
    assert match is not None
    assert match.groupdict() == {"component": component, "language": language}


@pytest.mark.parametrize("path", ["po/river/hi.json", "review-hi.po", "po/phrases.po"])
def test_what_is_beside_them_is_none(path: str) -> None:
    assert COMPONENTS.match(path) is None


def tags(text: str) -> list[str]:
    """The tags in the order of the text, as Weblate's XMLTagsCheck lists them."""
    # The check wraps the text in an element of its own. What is parsed stands in this file.
    tree = ElementTree.fromstring(f"<weblate>{text}</weblate>")  # noqa: S314
    return [element.tag for element in tree.iter()]


def test_inline_tags_are_xml_that_agrees(tmp_path: Path) -> None:
    newsroom = Newsroom.open(tmp_path)
    checked = [entry for entry in newsroom.catalog.entries if entry.source == ROSE]
    assert [tags(entry.target) for entry in checked] == [["weblate", "g1", "g2"]]
    assert all(tags(entry.target) == tags(entry.source) for entry in checked)


def test_tags_in_another_order_are_a_warning_there_alone(tmp_path: Path) -> None:
    """Hindi turns sentences round; docs/reviewing.md says that this warning may be ignored."""
    newsroom = Newsroom.open(tmp_path)
    turned = (
        "<g2>पुराने पुल</g2> तक <g1>नदी</g1> तीन दिन में 12 मीटर चढ़कर आ गई, बारिश ऊपर पहाड़ों में हुई थी।"
    )
    assert tags(turned) != tags(ROSE)
    text = newsroom.po.read_text(encoding="utf-8")
    old = next(entry.target for entry in newsroom.catalog.entries if entry.source == ROSE)
    newsroom.po.write_text(text.replace(old, turned), encoding="utf-8")
    page = newsroom.page().decode()
    assert '<a href="' in page
    assert "<b>नदी</b>" in page
