import pytest
from benchmarks.html_peers.po import translate_markup
from benchmarks.html_peers.stub import MARK, take_back, translate
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came home.", "ळHe ळcame ळhome।"),
        ("He said “no.”", "ळHe ळsaid “ळno।”"),
        ("In 1962, a dam", "ळIn 1962, ळa ळdam"),
        ("10\xa0km", "10\xa0ळkm"),
        (" \n", " \n"),
    ],
)
def test_words_are_marked_and_a_last_stop_is_a_danda(text: str, expected: str) -> None:
    assert translate(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("under<b>line</b>d", "ळunder<b>line</b>d"),
        ('The <a href="/to x">link</a>.', 'ळThe <a href="/to x">ळlink</a>।'),
        ("one<br>two", "ळone<br>ळtwo"),
        ("micro<wbr>finance", "ळmicro<wbr>finance"),
        ("R&amp;D &lt;script&gt;", "ळR&amp;D &lt;ळscript&gt;"),
        ("Rs.&nbsp;40 crore", "ळRs.&nbsp;40 ळcrore"),
    ],
)
def test_a_translator_of_markup_leaves_tags_and_references(source: str, expected: str) -> None:
    assert translate_markup(source) == expected


def test_marks_written_as_references_are_taken_back() -> None:
    assert take_back("&#2355;Talks&#x964; &#8212;") == "Talks. &#8212;"


@given(st.text().filter(lambda text: MARK not in text))
def test_taking_back_leaves_the_source(text: str) -> None:
    assert take_back(translate(text)) == take_back(text)
