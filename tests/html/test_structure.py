"""What counts as the same page: its elements and attributes, not its text."""

import pytest

from dualpress.html.offsets import parse_tree
from dualpress.html.structure import same_shape


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a <b>b</b>", "<p>c<b></b> d"),
        ("<p><b>a</b> <i>c</i>", "<p><i>c</i> <b>a</b>"),
        ("<p><b id=1>a</b><b id=2><i>c</i></b>", "<p><b id=2><i></i></b><b id=1></b>"),
        ("<p id=a class=b>", "<p class=b id=a>"),
        ("<img alt=a src=b>", "<img alt=c src=b>"),
        ("<!-- a --><p>", "<p>"),
    ],
)
def test_text_and_the_order_of_inline_elements_may_differ(one: str, other: str) -> None:
    assert same_shape(parse_tree(one), parse_tree(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a", "<div>a"),
        ("<p>a</p><div>b</div>", "<div>a</div><p>b</p>"),
        ("<p>a<b>b</b>", "<p>a"),
        ("<p>a", "<p>a<b></b>"),
        ("<p><b>a</b><i>c</i>", "<p><b>a<i>c</i></b>"),
        ("<p><b id=1></b><b id=2><i></i></b>", "<p><b id=1><i></i></b><b id=2></b>"),
        ("<img alt=a src=b>", "<img alt=a src=c>"),
        ("<img alt=a>", "<img>"),
        ("<svg><a></a></svg>", "<svg></svg><a></a>"),
        ("<!DOCTYPE html><p>", "<p>"),
        ('<!DOCTYPE html SYSTEM "a"><p>', "<!DOCTYPE html><p>"),
    ],
)
def test_elements_and_attributes_may_not_differ(one: str, other: str) -> None:
    assert not same_shape(parse_tree(one), parse_tree(other))


def test_named_attributes_are_text() -> None:
    one, other = parse_tree("<p data-a=b>c"), parse_tree("<p data-a=d>c")
    assert not same_shape(one, other)
    assert same_shape(one, other, frozenset({"data-a"}))
