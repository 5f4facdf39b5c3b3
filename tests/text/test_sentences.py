"""Sentence segmentation: each case is written with its sentences, joined by spaces."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.text.sentences import sentence_spans


def split(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


ENGLISH = [
    ["Mr. Khan met Dr. Singh.", "They talked."],
    ["Gen. Asim Munir and Lt. Gen. (Retd.) Ali met Brig. Shah.", "Adm. Rao left."],
    ["Maj. Gen. Khan wrote to Sen. Rubio, Rep. Jones and Gov. Lee of St. Louis.", "He waited."],
    ["He lives in the U.S.", "He is happy."],
    ["In the U.S. Army they say so.", "U.S.-Pakistan ties are old."],
    ["He has a Ph.D. in physics.", "She has none."],
    ["Acme Inc. and Foo Ltd. merged.", "Bar Co. Pvt. Ltd. did not."],
    ["A.Q. Khan sold it.", "A. P. J. Abdul Kalam led India."],
    ["It costs 2.5 lakh.", "Version v1.2 is out."],
    ["Wait… what?", "He left...", "Then he came back."],
    ['"Are you going?" he asked.', "“I am going.”", "Then he left."],
    ["He said “No.”", "Then he left."],
    ['He said "No." and left.', "She stayed."],
    ["“I came.", "I saw.", "I won,” he said."],
    ["(This is one.)", "This is two.", "It (see p. 4) is here."],
    ["“India is not ready.” — Foreign Office"],
    ["It is here — so they say.", "We doubt it."],
    ["1. First item.", "2. Second item."],
    ["IV. The missile flew.", "A. The range grew."],
    ["See https://example.com/a.b?c=D.", "Next."],
    ["Write to press.desk@example.com.", "They answer."],
    ["Read www.example.com/What?Is=It!", "Then come back."],
    ["It flew 2,200 km.", "It landed."],
    ["It flew 2,200 km. according to him."],
    ["He came at 5 a.m.", "He left at 6 p.m. Monday."],
    ["It is No. 4 of Rs. 500 since Jan. 5, e.g. here, i.e. there, etc. and so on."],
    ["He likes apples, pears, etc.", "Oranges he does not."],
    ["It tested in May.", "Oh, no.", "Rockets fly 160 km/h.", "Indeed."],
    ["India vs. Pakistan was played.", "No.", "He was not there."],
    ["The year was 1998.", "In May it tested."],
    ["It fell by 5%.", "It rose by $5.", "It flew to plan B.", "It ended."],
    ["He said so.[1][2]", "She agreed.¹", "They left. [3]", "We stayed."],
    ["Yahoo! is big.", "What?!", "No way!!", "Yes."],
    ["iPhone sales rose.", "iPad sales fell."],
    ["Use Node.js and e.g. Next.js.", "They work."],
]

HINDI = [
    ["डॉ. सिंह ने कहा।", "फिर वे चले गए।"],
    ["प्रो. राव और पं. नेहरू मिले।", "मो. अली और स्व. शर्मा नहीं।"],
    ["टाटा प्रा. लि. ने 500 रु. दिए।", "रु. 500 बाकी हैं।"],
    ["2,200 कि.मी. दूर, 500 ई.पू. में।", "सं. 5 और जि. गया।"],
    ["ले. जनरल खान और लेफ्टि. शाह आए।", "वे गए।"],
    ["ए. पी. जे. अब्दुल कलाम आए।", "ए.पी.जे. कलाम गए।"],
    ["मंत्री पी. चिदंबरम आए.", "सी. राजगोपालाचारी गए."],
    ["उसने चाय पी.", "फिर वह आई.", "प्रधानमंत्री जी.", "वे गए."],
    ["यह वर्ष 2024।", "अगला वाक्य।"],
    ["उग्रवादी (बीएलए)।", "उन्होंने 5%।", "अगला वाक्य।"],
    ["“मैं जा रहा हूँ।”", "फिर वह चला गया।"],
    ['"हाँ।"', "उसने कहा।"],
    ["“क्या तुम आओगे?” उसने पूछा।", "“नहीं।”"],
    ["“क्या तुम आओगे?”", "उसने बताया कि वह जाएगा।"],
    ["वह गया|", "वह आया |", "फिर गया।"],
    ["वह गया.", "वर्ष 2024.", "संगठन (बीएलए).", "यह BLA.", "अगला 5%.", "बस."],
    ["वह गया॥", "क्या वह आया?", "हाँ!", "वह आया।"],
    ["1. पहला बिंदु।", "२. दूसरा बिंदु।"],
    ["अमेरिका (U.S.) में Dr. Singh ने कहा।", "अत: वह गया।"],
    ["वह गया… फिर आया... और चला गया।", "बस।"],
    ["मूल्य 2.5 लाख।", "https://example.com/क.ख देखें।"],
]


@pytest.mark.parametrize("sentences", ENGLISH, ids=" ".join)
def test_splits_english(sentences: list[str]) -> None:
    assert split(" ".join(sentences), Language.EN) == sentences


@pytest.mark.parametrize("sentences", HINDI, ids=" ".join)
def test_splits_hindi(sentences: list[str]) -> None:
    assert split(" ".join(sentences), Language.HI) == sentences


def test_danda_splits_without_a_space() -> None:
    assert split("वह गया।वह आया।", Language.HI) == ["वह गया।", "वह आया।"]


def test_straight_quote_after_danda_closes_what_was_opened() -> None:
    assert split('"वह गया।"फिर वह आया।', Language.HI) == ['"वह गया।"', "फिर वह आया।"]


def test_latin_stop_without_a_space_does_not_split() -> None:
    assert split("He left.She came.", Language.EN) == ["He left.She came."]


@pytest.mark.parametrize("sentences", [["The first word '²"], ["He left.", "A word /[1]"]])
def test_a_note_mark_at_the_end_is_no_sentence(sentences: list[str]) -> None:
    assert split(" ".join(sentences), Language.EN) == sentences


def test_danda_between_digits_does_not_split() -> None:
    assert split("श्लोक 1।23 देखें।", Language.HI) == ["श्लोक 1।23 देखें।"]


def test_line_breaks_are_space() -> None:
    assert split("One line\n\nof one sentence.\u00a0Next.", Language.EN) == [
        "One line\n\nof one sentence.",
        "Next.",
    ]


def test_nothing_but_space_has_no_sentence() -> None:
    assert sentence_spans(" \n\u00a0\t", Language.HI) == []


def test_nothing_but_punctuation_is_one_span() -> None:
    assert split("* * *", Language.EN) == ["* * *"]


def test_offsets_count_characters_of_any_plane() -> None:
    assert split("😀 गए। 🇮🇳 आए।", Language.HI) == ["😀 गए।", "🇮🇳 आए।"]


PIECES = st.sampled_from(
    (
        "Mr. Dr. U.S. No. 4 2.5 1. A. He left. left? left! left… left... etc. e.g. a.m. BLA. "
        '(so.) “Yes.” said "No." [1] \' " ” “ ( ) — - , : … ?! iPhone 5% Rs. 500 '
        "https://a.in/b.c? x@y.com. डॉ. गया। गया. गया| गया॥ गया? (बीएलए)। “हाँ।” हाँ।” 2024। पी. "
        "आई. ए. जे. कि.मी. रु. वह।वह 😀 \n \u00a0 क्\u200dया ।"
    ).split(" ")
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)


@given(TEXTS, st.sampled_from(Language))
@example("He left.\x1c\u2028He came. \u200b", Language.EN)
def test_spans_tile_all_but_white_space(text: str, language: Language) -> None:
    position = 0
    for start, end in sentence_spans(text, language):
        assert text[position:start].strip() == ""
        assert text[start:end].strip() == text[start:end] != ""
        position = end
    assert text[position:].strip() == ""


@given(TEXTS, st.sampled_from(Language))
@example("गया| वह।वह", Language.HI)
def test_a_sentence_is_not_split_again(text: str, language: Language) -> None:
    for sentence in split(text, language):
        assert split(sentence, language) == [sentence]


@given(TEXTS, st.sampled_from(Language))
def test_no_split_before_a_vowel_sign(text: str, language: Language) -> None:
    for start, _ in sentence_spans(text, language)[1:]:
        assert unicodedata.category(text[start]) not in ("Mn", "Mc")


def test_what_is_done_with_the_spans_of_a_text_does_not_change_them() -> None:
    # They are kept, since several rooms ask for those of one text.
    text = "It rained. We stayed in."
    spans = sentence_spans(text, Language.EN)
    expected = [*spans]
    spans.clear()
    assert sentence_spans(text, Language.EN) == expected
    assert len(expected) == 2
