from __future__ import annotations

import json
import tomllib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.errors import ReadError
from dualpress.site.exporters.front_matter import FrontMatter, split_front_matter

HARD = ["on", "12:30", "a: b", 'say "so"', "it's", "#tag", "- x", "~", "1.10", "नदी: एक", "\\n", ""]


def rewritten(text: str, *args: object, **kwargs: object) -> str:
    found, _ = split_front_matter(text)
    assert found is not None
    return found.write(*args, **kwargs)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", HARD)
@pytest.mark.parametrize("fence", ["---", "+++"])
def test_a_text_comes_back_as_it_was(fence: str, value: str) -> None:
    key = "a: 1" if fence == "---" else "a = 1"
    body = rewritten(f"{fence}\n{key}\n{fence}\n", {"title": value}).split(f"{fence}\n")[1]
    load = yaml.safe_load if fence == "---" else tomllib.loads
    assert load(body) == {"a": 1, "title": value}


@settings(max_examples=50)
@given(st.dictionaries(st.from_regex(r"key_[a-z]{1,4}", fullmatch=True), st.text()))
def test_any_text_comes_back_from_yaml(values: dict[str, str]) -> None:
    printable = {k: v for k, v in values.items() if all(c.isprintable() or c == "\n" for c in v)}
    text = FrontMatter.of(printable).write({})
    assert (yaml.safe_load(text.split("---\n")[1]) or {}) == printable


def test_comments_order_and_spelling_of_yaml_stay() -> None:
    own = "b: 1.10 # the desk's\nslug: 'x'\ndate: 2025-01-22T08:00:00+05:30\ntags:\n  - one\n"
    assert rewritten(f"---\n{own}---\n", {"lang": "hi"}) == f'---\n{own}lang: "hi"\n---\n'


def test_new_keys_of_toml_stand_before_its_tables() -> None:
    text = rewritten('+++\ntitle = "x" # short\n\n[params]\na = 1\n+++\n', {"lang": "hi"})
    assert tomllib.loads(text.strip("+\n")) == {"title": "x", "lang": "hi", "params": {"a": 1}}
    assert "# short" in text


def test_json_front_matter_stays_json() -> None:
    assert json.loads(rewritten('{"a": 1}\n', {"title": "नदी"})) == {"a": 1, "title": "नदी"}


def test_toml_can_be_written_as_yaml() -> None:
    text = rewritten('+++\ntitle = "on"\n[params]\na = [1]\n+++\n', {"lang": "hi"}, as_yaml=True)
    values = yaml.safe_load(text.split("---\n")[1])
    assert values == {"title": "on", "params": {"a": [1]}, "lang": "hi"}


def test_a_key_is_left_out_with_all_its_lines() -> None:
    text = rewritten("---\naliases:\n  - /a/\n  - /b/\nlast: 1\n---\n", {}, ["aliases"])
    assert text == "---\nlast: 1\n---\n"


def test_windows_line_ends_are_read() -> None:
    found, body = split_front_matter("---\r\na: 1\r\n---\r\n<p>x</p>")
    assert found is not None
    assert (found.write({"b": 2}), body) == ("---\na: 1\nb: 2\n---\n", "<p>x</p>")


def test_what_the_writer_cannot_read_is_told() -> None:
    with pytest.raises(ReadError, match="cannot be written anew"):
        FrontMatter.of({}).__class__(FrontMatter.of({}).syntax, "a: [", {}).write({})


def test_a_post_without_any_has_none() -> None:
    assert split_front_matter("<p>x</p>") == (None, "<p>x</p>")
