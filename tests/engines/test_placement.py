"""Tags go back around the same words, or to a place that the reviewer is told of."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import plain_text
from dualpress.engines.placement import Placed, place_tags
from dualpress.tags import tag_faults


def place(source: str, target: str, **renderings: Sequence[str]) -> Placed:
    return place_tags(source, target, lambda words: renderings.get(words, ()))


def test_without_tags_nothing_is_placed() -> None:
    assert place("A b.", "क ख।") == Placed("क ख।", ())


def test_a_name_that_stays_keeps_its_tag() -> None:
    assert place("In <g1>2024</g1> it fell.", "वह 2024 में गिरा।") == Placed(
        "वह <g1>2024</g1> में गिरा।", ()
    )


def test_the_glossary_tells_what_a_name_becomes() -> None:
    placed = place("The <g1>BLA</g1> said so.", "बीएलए ने ऐसा कहा।", BLA=["बीएलए"])
    assert placed == Placed("<g1>बीएलए</g1> ने ऐसा कहा।", ())


def test_a_recognised_word_is_whole() -> None:
    placed = place("<g1>राम</g1> आया।", "रामा and राम came.")
    assert placed.target == "रामा and <g1>राम</g1> came."


def test_of_two_occurrences_the_nearer_counts() -> None:
    placed = place("A b c d <g1>2024</g1>.", "2024 क ख ग 2024।")
    assert placed.target == "2024 क ख ग <g1>2024</g1>।"


def test_two_tags_on_the_same_word_take_two_places() -> None:
    placed = place("<g1>5</g1> and <g2>5</g2>", "5 और 5")
    assert placed == Placed("<g1>5</g1> और <g2>5</g2>", ())


def test_nesting_is_kept() -> None:
    placed = place("See <g1>the <g2>2024</g2> list</g1> now.", "अब 2024 सूची देखें।")
    assert tag_faults("<g1><g2></g2></g1>", placed.target) == []
    assert 1 in placed.guessed


def test_an_unknown_word_is_guessed_by_place_and_told() -> None:
    placed = place("The <g1>army</g1> moved.", "सेना आगे बढ़ी।")
    assert placed == Placed("सेना <g1>आगे</g1> बढ़ी।", (1,))


def test_a_line_break_stands_between_words() -> None:
    placed = place("One two<x1/>three four", "एक दो तीन चार")
    assert placed.target in ("एक दो<x1/> तीन चार", "एक दो <x1/>तीन चार")


def test_text_that_looks_like_a_tag_is_escaped() -> None:
    assert place("<g1>5</g1> &lt;g1>", "5 <g1>").target == "<g1>5</g1> &lt;g1>"


WORDS = st.lists(st.sampled_from(["क", "ख2", "2024", "राम-", "और", "a’s", "।", ""]), max_size=8)


@st.composite
def tagged(draw: st.DrawFn) -> str:
    """A sentence with well-formed tags."""
    numbers = iter(range(1, 50))

    def content(depth: int) -> str:
        pieces: list[str] = []
        for word in draw(WORDS):
            pieces.append(word)
            shape = draw(st.integers(0, 5))
            if shape == 0 and depth < 3:
                number = next(numbers)
                pieces.append(f"<g{number}>{content(depth + 1)}</g{number}>")
            elif shape == 1:
                pieces.append(f"<x{next(numbers)}/>")
        return " ".join(pieces)

    return content(0)


@given(tagged(), WORDS.map(" ".join))
def test_all_tags_come_out_in_their_relation_and_the_text_is_the_same(
    source: str, target: str
) -> None:
    placed = place(source, target)
    assert tag_faults(source, placed.target) == []
    assert plain_text(placed.target) == target
