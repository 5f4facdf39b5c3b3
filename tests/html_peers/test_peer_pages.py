import pytest
from benchmarks.html_peers.pages import decode, first_difference, parts, texts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>A  b\nc</p>", "<p> A b c </p>"),
        ('<p id="1" class="x">A</p>', "<P CLASS=x ID=1>A"),
        ("<p>A</p>\n<p>B</p>", "<p>A</p><p>B</p>"),
        ("<!--[if IE]><p>A</p><![endif]-->", "<!--[if IE]>\n<p>A</p><![endif]-->"),
    ],
)
def test_what_a_browser_shows_alike_is_alike(one: str, other: str) -> None:
    assert first_difference(parts(one), parts(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("<!DOCTYPE html><p>A", "<p>A", ("<!DOCTYPE html>", "<html>")),
        ("<p>A<!-- n --></p>", "<p>A</p>", ("<!-- n -->", "</p>")),
        ("<p>A <b>b</b></p>", "<p>A<b>b</b></p>", ("A ", "A")),
        ("<p>Rs.&nbsp;4</p>", "<p>Rs. 4</p>", ("Rs.\xa04", "Rs. 4")),
        ("<p>&lt;b&gt;</p>", "<p><b></b></p>", ("<b>", "<b>")),
        ('<p title="a">A</p>', '<p title="b">A</p>', ('<p title="a">', '<p title="b">')),
    ],
)
def test_what_differs_is_told(one: str, other: str, difference: tuple[str, str]) -> None:
    assert first_difference(parts(one), parts(other)) == difference


def test_texts_are_those_of_elements_scripts_and_attributes() -> None:
    shown = texts('<p title="one">two  <b>three</b></p><script>"four"</script>')
    assert shown.splitlines() == ['two three"four"', "one"]


def test_a_page_is_decoded_as_it_declares() -> None:
    assert decode('<meta charset="windows-1252">é'.encode("cp1252")).endswith("é")
    assert decode("é".encode()) == "é"
