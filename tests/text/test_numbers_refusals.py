"""What spares a text the dear patterns of numbers never spares it a number."""

from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, Span
from dualpress.text.devanagari import key_of
from dualpress.text.numbers import context, find_numbers, phrases, quantities, tokens
from dualpress.text.numbers.behind import match_behind
from dualpress.text.numbers.meanings import WORD, word_reader
from dualpress.text.numbers.repair import beside, dates
from dualpress.text.numbers.repair.beside import unit_after, unit_beside
from dualpress.text.numbers.tokens import tokenize
from dualpress.text.transliteration import letters

EN, HI = Language.EN, Language.HI

PHRASES = (
    "one third|Two thirds|1 quarter|दो तिहाई|World War II|Second World War|विश्व युद्ध II|9/11|1/2|"
    "द्वितीय विश्वयुद्ध|छत्तीस का आंकड़ा|36 का आंकड़ा|उन्नीस बीस|सोलह आने|24x7|24 / 7|चौबीसों|50-50|"
    "fifty-fifty|Catch-22|"
    "catch twenty-two|US$|A$|AUD|CAD|HKD|SGD|NZD|Hong Kong dollars|अमेरिकी डॉलर| -5|(-3|−2|minus 4|"
    "Minus 6|माइनस 7|ऋणात्मक 8|March 17th, 2021|the 7th of May|17 मार्च 2021|3 सितंबर,|May.|अप्रैल|"
    "a.m|o’clock|छ:|12.30|lakh|crore|करोड़|अरब|said|कहा|है|।"
).split("|")
PIECES = st.sampled_from(PHRASES)
GAPS = st.sampled_from([" ", " ", " ", "  ", "", "\u00a0", "-", "\n"])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=9).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
LETTERS = st.lists(
    st.sampled_from([*letters.LETTER_NAMES.values(), "16", "-", "क्ष", "ा"]), max_size=6
)


@pytest.mark.parametrize(
    ("pattern", "telling"),
    [
        (context._SAYING, context._SAID),
        *((pattern, phrases._TELLING) for pattern in (phrases._SHARE, *phrases._WARS)),
        (phrases._SLASHED, phrases._TELLING),
        *((quantities._dollar(name), quantities._ANY_DOLLAR) for name in quantities._DOLLARS),
        (regex.compile(quantities._MINUS_BEFORE.pattern[:-2], regex.I), quantities._MINUS),
    ],
)
@given(text=st.one_of(PIECES, TEXTS))
def test_what_a_pattern_finds_is_announced(
    pattern: regex.Pattern[str], telling: tuple[str, ...], text: str
) -> None:
    if pattern.search(text):
        assert any(sign in text or sign in text.lower() for sign in telling)


@given(
    st.lists(
        st.sampled_from(
            "km kms. sq. square वर्ग मीटर metres nautical miles मील फ़ुट metric tons टन day days, of "
            "दिन में घन kilometre-long मीट्रिक समुद्री x".split()
        ),
        max_size=4,
    ),
    st.sampled_from([" ", " ", "-", "\u00a0", "", "\n"]),
)
def test_the_word_behind_a_number_tells_whether_there_may_be_a_unit(
    words: list[str], gap: str
) -> None:
    rest = f"{gap}{' '.join(words)}"
    for pattern in (quantities._behind(), beside._behind()):
        found, there = (
            match_behind(pattern, rest),
            pattern.match(unicodedata.normalize("NFD", rest)),
        )
        assert (found and found.span()) == (there and there.span())


@given(
    st.lists(
        st.sampled_from(
            "12 2 3 12. .5 5, (7) F-16 ½ 5km km 5 2 १२ १ $5 5% a । - x2 ² ٣ 12½".split()
        ),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([" ", "", "\u00a0"]),
)
def test_a_figure_alone_is_read_as_among_others(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    if first := tokens._ANY_FIGURE.search(text):
        found = tokens._FIGURE.finditer(text, max(0, first.start() - 1))
        every = [token for token in map(tokens._figure_token, found) if token]
        assert list(tokens._figures(text, first.start())) == every


@given(TEXTS)
def test_a_figure_of_a_saying_is_short(text: str) -> None:
    for found in find_numbers(text, EN):
        said = any(
            match.start() <= found.span.start and found.span.end <= match.end()
            for match in context._SAYING.finditer(text)
        )
        assert not said or context._may_be_said(found)


@given(TEXTS, st.sampled_from(Language))
def test_the_words_between_spaces_are_those_of_the_text(text: str, language: Language) -> None:
    read = word_reader(language)
    meant = [
        m.span() for m in WORD.finditer(text) if any(token.text == m[0] for token in read(m[0]))
    ]
    found = [token.span for token in tokenize(text, language) if WORD.fullmatch(token.text)]
    assert found == [Span(*span) for span in meant]


@pytest.mark.parametrize("text", ["Two, two, two,", "two two two two", "5 two 6 two"])
def test_a_word_that_is_said_again_is_found_again(text: str) -> None:
    numbers = find_numbers(text, EN)
    written = [text[slice(*number.span)].lower() for number in numbers]
    assert written == regex.findall(r"\w+", text.lower())


@given(st.one_of(PIECES, TEXTS))
def test_no_date_is_overlooked(text: str) -> None:
    for pattern in dates._DATES:
        for match in pattern.finditer(text, overlapped=True):
            if dates._month(match["month"], HI):
                assert any(map(dates._names_month, text.split()))


@given(LETTERS.map("".join))
def test_a_word_is_refused_that_has_no_reading(word: str) -> None:
    key = key_of(word)
    assert bool(letters._ACRONYM.fullmatch(key)) == bool(key and letters._readings(key))


@pytest.mark.parametrize(
    ("before", "unit"),
    [("US$", "dollar"), ("renminbi ", "yuan"), ("रेनमिनबी ", "yuan"), ("Rs. ", "rupee"),
     ("a price of ₹ ", "rupee"), ("the dollars, ", None), ("km ", None)],
)  # fmt: skip
def test_the_unit_before_a_number_is_money(before: str, unit: str | None) -> None:
    assert unit_beside(f"{before}500", Span(len(before), len(before) + 3)) == unit


@pytest.mark.parametrize(
    ("behind", "found"),
    [(" km away", ("kilometre", "km")), (" अमेरिकी डॉलर", ("dollar", "डॉलर")),
     ("%", ("percent", "%")), (" m long", ("metre", "m")), ("-mile", ("mile", "mile")),
     (" men", None)],
)  # fmt: skip
def test_the_unit_behind_a_number_is_found_at_its_place(
    behind: str, found: tuple[str, str] | None
) -> None:
    text = f"5{behind}"
    unit = unit_after(text, 1)
    assert (unit and (unit[0], text[slice(*unit[1])])) == found
