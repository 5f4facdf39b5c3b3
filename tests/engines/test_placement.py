"""Tags go back around the right words, or to a place that is known to be a guess."""

from __future__ import annotations

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from dualpress.article import Language, escape_tags, other, plain_text
from dualpress.engines.placement import Evidence, Placed, place_tags, read_outline
from dualpress.engines.placement.words import may_stand
from dualpress.glossary import Glossary, Kind, Term
from dualpress.tags import hollow_tags, tag_faults

SURE = 0.8


def place(source: str, target: str, *terms: tuple[str, str], to: Language = Language.HI) -> Placed:
    glossary = Glossary(Term(en, hi, kind=Kind.TERM) for en, hi in terms)
    return place_tags(source, target, Evidence(other(to), to, glossary))


def into_hindi(source: str, target: str, *terms: tuple[str, str]) -> str:
    return place(source, target, *terms).target


def ways(source: str, target: str) -> list[str]:
    return [place.strategy for place in place(source, target).places]


def test_without_tags_nothing_is_placed() -> None:
    assert place("A b.", "क ख।") == Placed("क ख।", ())


def test_a_name_that_stays_keeps_its_tag() -> None:
    placed = place("In <g1>2024</g1> it fell.", "वह 2024 में गिरा।")
    assert placed.target == "वह <g1>2024</g1> में गिरा।"
    assert placed.places[0].confidence >= SURE


def test_the_glossary_tells_what_words_become() -> None:
    placed = into_hindi("The <g1>army</g1> said so.", "फ़ौज ने ऐसा कहा।", ("army", "फ़ौज"))
    assert placed == "<g1>फ़ौज</g1> ने ऐसा कहा।"


def test_a_number_is_found_by_its_value() -> None:
    placed = into_hindi("Some <g1>1.5 million</g1> people left.", "करीब 15 लाख लोग चले गए।")
    assert placed == "करीब <g1>15 लाख</g1> लोग चले गए।"


def test_a_date_is_found_by_its_numbers() -> None:
    placed = into_hindi("On <g1>12 April 2022</g1> it ended.", "यह 12 अप्रैल 2022 को समाप्त हुआ।")
    assert placed == "यह <g1>12 अप्रैल 2022</g1> को समाप्त हुआ।"


def test_an_acronym_is_found_letter_by_letter() -> None:
    assert (
        into_hindi("The <g1>BLA</g1> said so.", "ऐसा बीएलए ने कहा।") == "ऐसा <g1>बीएलए</g1> ने कहा।"
    )


def test_a_name_is_found_by_its_sound() -> None:
    placed = into_hindi(
        "President <g1>Pervez Musharraf</g1> opened it.", "इसका उद्घाटन राष्ट्रपति परवेज़ मुशर्रफ़ ने किया।"
    )
    assert placed == "इसका उद्घाटन राष्ट्रपति <g1>परवेज़ मुशर्रफ़</g1> ने किया।"


def test_a_name_is_found_by_its_sound_the_other_way() -> None:
    placed = place("कल <g1>ग्वादर</g1> गए।", "They went to Gwadar yesterday.", to=Language.EN)
    assert placed.target == "They went to <g1>Gwadar</g1> yesterday."


def test_an_address_is_one_word() -> None:
    placed = into_hindi(
        "See <g1>https://example.org/a-b</g1> now.", "अभी https://example.org/a-b देखें।"
    )
    assert placed == "अभी <g1>https://example.org/a-b</g1> देखें।"


def test_words_known_in_part_take_their_neighbours_along_as_a_guess() -> None:
    placed = place("Near <g1>Gwadar Fort</g1> it rained.", "वहाँ ग्वादर किले के पास बारिश हुई।")
    assert placed.target == "वहाँ <g1>ग्वादर किले</g1> के पास बारिश हुई।"
    assert placed.places[0].confidence < SURE


def test_a_recognised_word_is_whole() -> None:
    placed = place("<g1>राम</g1> आया।", "रामा and राम came.", to=Language.EN)
    assert placed.target == "रामा and <g1>राम</g1> came."


def test_of_two_occurrences_the_nearer_counts() -> None:
    assert into_hindi("A b c d <g1>2024</g1>.", "2024 क ख ग 2024।") == "2024 क ख ग <g1>2024</g1>।"


def test_two_tags_on_the_same_word_take_two_places() -> None:
    assert into_hindi("<g1>5</g1> and <g2>5</g2>", "5 और 5") == "<g1>5</g1> और <g2>5</g2>"


def test_a_term_that_reaches_over_a_tag_does_not_hide_the_words_inside() -> None:
    placed = into_hindi(
        "<g1>Gwadar</g1> port grew.", "ग्वादर बंदरगाह बढ़ा।", ("Gwadar port", "ग्वादर बंदरगाह")
    )
    assert placed == "<g1>ग्वादर</g1> बंदरगाह बढ़ा।"


def test_nesting_is_kept() -> None:
    placed = place("See <g1>the <g2>2024</g2> list</g1> now.", "अब 2024 सूची देखें।")
    assert placed.target == "अब <g1><g2>2024</g2> सूची</g1> देखें।"


def test_a_tag_around_all_that_another_holds_is_no_surer_than_that() -> None:
    outer, inner = place("The <g1><g2>new army</g2></g1> moved.", "तब सेना आगे बढ़ी।").places
    assert inner.confidence == outer.confidence < SURE


def test_an_unknown_word_is_guessed_by_place() -> None:
    placed = place("The <g1>army</g1> moved.", "सेना आगे बढ़ी।")
    assert [one.strategy for one in placed.places] == ["same_place"]
    assert placed.places[0].confidence < SURE


def test_no_postposition_carries_a_guessed_tag_alone() -> None:
    assert (
        into_hindi("He saw <g1>soldiers</g1> far off.", "दूर में सिपाही दिखे।")
        != "दूर <g1>में</g1> सिपाही दिखे।"
    )


def test_a_guess_stays_off_the_words_that_stand_for_others() -> None:
    placed = into_hindi("The <g1>old</g1> Gwadar.", "ग्वादर पुराना।")
    assert placed == "ग्वादर <g1>पुराना</g1>।"


def test_what_begins_a_sentence_begins_it() -> None:
    source = "<g1>Old sailors</g1> of the whole coast came at night."
    assert ways(source, "बूढ़े नाविक पूरे तट से रात में आए।") == ["same_edge"]


def test_brackets_tell_where_their_content_went() -> None:
    placed = into_hindi(
        "A plan (<g1>never used</g1>) was made.", "एक योजना (कभी काम में नहीं आई) बनी।"
    )
    assert placed == "एक योजना (<g1>कभी काम में नहीं आई</g1>) बनी।"


def test_the_entries_of_a_byline_stay_apart() -> None:
    placed = into_hindi("<g1>Our man</g1> | <g2>Far away</g2>", "हमारा संवाददाता | बहुत दूर")
    assert placed == "<g1>हमारा संवाददाता</g1> | <g2>बहुत दूर</g2>"


def test_the_last_entry_of_a_menu_gets_the_rest() -> None:
    placed = into_hindi("<g1>Send it on:</g1> <g2>Facebook</g2>", "आगे भेजें: फ़ेसबुक")
    assert placed == "<g1>आगे भेजें:</g1> <g2>फ़ेसबुक</g2>"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("He met <g1>Radev</g1>, then left.", "वह रादेव, से मिला।", "वह <g1>रादेव</g1>, से मिला।"),
        ("In <g1>“Dawn”</g1> too.", "“डॉन” में भी।", "<g1>“डॉन”</g1> में भी।"),
        ("In “<g1>Dawn</g1>” too.", "“डॉन” में भी।", "“<g1>डॉन</g1>” में भी।"),
        ("So <g1>Radev left.</g1>", "तो रादेव लेफ़्ट।", "तो <g1>रादेव लेफ़्ट।</g1>"),
        ("<g1>Radev Group (RG)</g1> won", "जीता रादेव ग्रुप (आरजी)", "जीता <g1>रादेव ग्रुप (आरजी)</g1>"),
        ("The <g1>BLA</g1>-led raid", "बीएलए-नीत छापा", "<g1>बीएलए</g1>-नीत छापा"),
        ("It was <g1>in 2018</g1> there.", "वहाँ 2018 में हुआ।", "वहाँ <g1>2018 में</g1> हुआ।"),
    ],
)  # fmt: skip
def test_punctuation_is_inside_where_the_source_has_it_inside(
    source: str, target: str, wanted: str
) -> None:
    assert into_hindi(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("One,<x1/>two three", "एक, दो तीन", "एक,<x1/> दो तीन"),
        ("One, <x1/>two three", "एक, दो तीन", "एक, <x1/>दो तीन"),
        ("Rs 50 <x1/> more", "50 रुपये और", "50 <x1/> रुपये और"),
        ("dollars (<x1/>) now", "डॉलर () अब", "डॉलर (<x1/>) अब"),
        ("<x1/> He came.", "वह आया।", "<x1/> वह आया।"),
        ("He came.<x1/>", "वह आया।", "वह आया।<x1/>"),
        ("He came<x1/>.", "वह आया।", "वह आया<x1/>।"),
        ("In 1999<g1></g1> it fell", "वह 1999 में गिरा", "वह 1999<g1></g1> में गिरा"),
        ("<g1><x2/></g1> 2024 ended", "अंत 2024", "<g1><x2/></g1> अंत 2024"),
    ],
)
def test_a_tag_that_holds_nothing_has_its_spaces(source: str, target: str, wanted: str) -> None:
    assert into_hindi(source, target) == wanted


def test_a_picture_parts_words_for_the_engine_too() -> None:
    assert read_outline("One two<x1/>Three").text == "One two Three"
    assert read_outline("One <x1/>two").text == "One two"
    assert read_outline("micro<x1/>finance").text == "microfinance"
    assert read_outline("Use <x1/> here").text == "Use here"
    assert read_outline("(<x1/>), un<g2>der</g2>line").text == "(), underline"


def test_text_that_looks_like_a_tag_is_escaped() -> None:
    assert into_hindi("<g1>5</g1> &lt;g1>", "5 <g1>!") == "<g1>5</g1> &lt;g1>!"


def test_what_was_left_as_it_is_keeps_its_tags() -> None:
    placed = place("un<g1>der</g1>line", "underline")
    assert placed.target == "un<g1>der</g1>line"
    assert placed.places[0].confidence == 1


def test_tags_may_be_nested_deeper_than_pythons_stack() -> None:
    numbers = range(1, 3001)
    source = (
        "".join(f"<g{n}>" for n in numbers) + "5" + "".join(f"</g{n}>" for n in reversed(numbers))
    )
    assert tag_faults(source, into_hindi(f"{source} a", "5 क")) == []


WORDS = st.lists(
    st.sampled_from(
        ["क", "ख2", "2024", "राम-", "और", "a’s", "।", "", "BLA", "बीएलए", "(", ")", "“x”", "में",
         "क्\u200dष", "The", ",", "👩\u200d🚀", "1.5 million", "15 लाख", "|", "e\u0301", "\u093e"]
    ),
    max_size=8,
)  # fmt: skip


@st.composite
def tagged(draw: st.DrawFn) -> str:
    """A sentence with well-formed tags, touching each other and words or not."""
    numbers = iter(range(1, 500))

    def content(depth: int) -> str:
        pieces: list[str] = []
        for word in draw(WORDS):
            pieces.append(escape_tags(word))
            shape = draw(st.integers(0, 5))
            if shape == 0 and depth < 3:
                number = next(numbers)
                pieces.append(f"<g{number}>{content(depth + 1)}</g{number}>")
            elif shape == 1:
                pieces.append(f"<x{next(numbers)}/>")
        return draw(st.sampled_from([" ", ""])).join(pieces)

    return content(0)


def bare(text: str) -> str:
    return "".join(text.split())


def test_a_vowel_sign_that_stands_alone_is_not_parted_from_its_space() -> None:
    assert place("क <g1></g1>", "क ा", to=Language.EN).target == "क <g1></g1> ा"


@given(tagged(), st.one_of(WORDS.map(" ".join), st.text(max_size=30)), st.sampled_from(Language))
def test_all_tags_come_out_in_their_relation_in_no_word_and_the_text_is_the_same(
    source: str, target: str, to: Language
) -> None:
    # A vowel sign that stands alone belongs to no word, and to the space before it.
    assume(not regex.search(r"\s[\p{M}\u200c\u200d]", target))
    placed = place(source, target, to=to)
    assert tag_faults(source, placed.target) == []
    assert bare(plain_text(placed.target)) == bare(target)
    assert {one.number for one in placed.places} == {n.number for n in read_outline(source).nodes()}
    assert all(0 < one.confidence <= 1 for one in placed.places)
    if target != read_outline(source).text:
        outline = read_outline(placed.target)
        edges = [edge for node in outline.nodes() for edge in node.span]
        assert all(may_stand(outline.text, edge) for edge in edges)


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.permutations("कखगघचछजझ"))
def test_no_tag_is_emptied_where_there_are_words_enough(
    tags: list[bool], letters: list[str]
) -> None:
    words = [f"<g{n}>w{n}</g{n}>" if is_tag else f"w{n}" for n, is_tag in enumerate(tags, start=1)]
    source = " ".join(words)
    placed = into_hindi(source, " ".join(letters))
    assert hollow_tags(source, placed) == []
