"""Which elements CSS selectors match, and which attributes they name."""

import pytest
import soupsieve
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.errors import ConfigError
from dualpress.html.offsets import parse
from dualpress.html.selectors import attribute_selectors, find_matches

NAMES = st.sampled_from(["a", "b", "B-b", "p", "div"])
WORDS = st.sampled_from(["a", "b", "p", "x-y", "X", "x", "a a", "a b", "a  b", ""])
ATTRIBUTES = st.sampled_from(["class", "id", "data-a", "DATA-A", "type", "title"])
TAGS = st.tuples(NAMES, st.dictionaries(ATTRIBUTES, WORDS, max_size=3))
COMPOUNDS = st.one_of(
    NAMES,
    st.sampled_from([".a", ".X", ".a.b", "#a", "#p.b", "div.a", "P.x-y", "[id]", "[DATA-A]"]),
    st.sampled_from(
        [
            '[data-a="a b"]',
            '[class="a b"]',
            '[data-a^="a"]',
            '[class^="a"]',
            '[type="X"]',
            "[title='']",
        ]
    ),
    st.sampled_from([":root", ":first-child", "*", ":not(.a)", "[class~=b]", "[data-a*=b i]"]),
)
SELECTORS = st.one_of(
    COMPOUNDS,
    st.tuples(COMPOUNDS, st.sampled_from([" ", ">", ", ", " + "]), COMPOUNDS).map("".join),
)


def start_tag(name: str, attributes: dict[str, str]) -> str:
    written = [f'{key}="{value}"' for key, value in attributes.items()]
    return f"<{' '.join([name, *written])}>"


@example([("p", {"type": "x"})], ['[type="X"]'])
@example([("p", {"class": "a a"})], [".a"])
@example([("p", {"class": "a  b"})], ['[class="a b"]'])
@given(st.lists(TAGS, max_size=8), st.lists(SELECTORS, max_size=6, unique=True))
def test_the_matches_are_those_of_soupsieve(
    tags: list[tuple[str, dict[str, str]]], selectors: list[str]
) -> None:
    page = parse("".join(start_tag(*tag) for tag in tags))
    expected = {selector: soupsieve.select(selector, page.soup) for selector in selectors}
    found = find_matches(page, selectors)
    assert {key: [id(node.tag) for node in nodes] for key, nodes in found.items()} == {
        key: list(map(id, tags)) for key, tags in expected.items()
    }


@pytest.mark.parametrize(
    "selector", ["p[", "", "..a", ">>", "p::before", "::marker", "@page", ":is(" * 9000]
)
def test_what_is_no_selector_is_refused(selector: str) -> None:
    with pytest.raises(ConfigError, match="is not a CSS selector"):
        find_matches(parse("<p>"), [selector])


def test_a_selector_of_an_old_name_is_taken_without_a_word() -> None:
    page = parse("<p>The quay</p><p>The dam</p>")
    selector = "p:contains('quay')"  # pytest would raise the warning
    assert [node.text() for node in find_matches(page, [selector])[selector]] == ["The quay"]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("[data-a]", [("[data-a]", {"data-a"})]),
        ("a.button[DATA-A]", [("a.button[DATA-A]", {"data-a"})]),
        ("figure > img[data-a]", [("figure > img[data-a]", {"data-a"})]),
        ("[data-a] [data-b]", [("[data-a] [data-b]", {"data-b"})]),
        ("[data-a]~[data-b][ data-c ]", [("[data-a]~[data-b][ data-c ]", {"data-b", "data-c"})]),
        ('[lang="en"][data-a]', [('[lang="en"][data-a]', {"data-a"})]),
        ('[data-b="]"][data-a]', [('[data-b="]"][data-a]', {"data-a"})]),
        ("[data-a]:not([data-b])", [("[data-a]:not([data-b])", {"data-a"})]),
        ("[data-a]:not(:is([data-b], p))", [("[data-a]:not(:is([data-b], p))", {"data-a"})]),
        ("a[data-a] , b[data-b]", [("a[data-a]", {"data-a"}), ("b[data-b]", {"data-b"})]),
    ],
)
def test_the_attributes_are_those_of_the_last_compound(
    selector: str, expected: list[tuple[str, set[str]]]
) -> None:
    found = [(one.selector, set(one.names)) for one in attribute_selectors(selector)]
    assert found == expected


@pytest.mark.parametrize(
    "selector", ["p", "[data-a] p", '[data-a="x"]', ":not([data-a])", "[data-a], p", "[data-a] > p"]
)
def test_a_selector_that_names_no_attribute_is_refused(selector: str) -> None:
    with pytest.raises(ConfigError, match="names no attribute"):
        attribute_selectors(selector)


@pytest.mark.parametrize("name", ["href", "onclick", "STYLE", "srcset", "class", "http-equiv"])
def test_an_attribute_that_browsers_act_upon_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"'{name.lower()}', which is no text"):
        attribute_selectors(f"a[{name}]")


def test_many_nested_matches_take_no_longer_than_many_others() -> None:
    page = parse("<div class=a>" * 3000)
    assert len(find_matches(page, [".a"])[".a"]) == 3000
