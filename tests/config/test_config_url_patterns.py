"""What patterns of the paths of pages ``[urls]`` takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.config import Project
from dualpress.errors import ConfigError


def pattern(folder: Path, text: str) -> str | None:
    (folder / "dualpress.toml").write_text(f"[urls]\ntranslation = {text!r}\n", "utf-8")
    return Project.load(folder).config.urls.translation


@pytest.mark.parametrize("text", ["{lang}/{path}/", "/हिन्दी/{slug}.html", "console/{path}.{lang}"])
def test_a_path_is_taken(tmp_path: Path, text: str) -> None:
    assert pattern(tmp_path, text) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("con/{path}/", "the name 'con' is that of a device on Windows"),
        ("{path}/nul.{lang}.html", "the name 'nul.{lang}.html' is that of a device on Windows"),
        ("{lang}./{path}/", "the name '{lang}.' ends in a stop or a space"),
        ("{lang} /{path}/", "the name '{lang} ' ends in a stop or a space"),
        ("<hi>/{path}/", "the name '<hi>' has a character that not every system allows"),
        ("a|b/{slug}*", "the name 'a|b' has a character that not every system allows"),
    ],
)
def test_a_path_that_some_system_cannot_have_is_refused(
    tmp_path: Path, text: str, why: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        pattern(tmp_path, text)
    assert caught.value.cause == f"'urls.translation' cannot be used: {why}"
