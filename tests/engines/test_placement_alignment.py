"""What a model looked at, as links of words."""

from __future__ import annotations

from dualpress.article import Language, Span
from dualpress.engines.base import Attention
from dualpress.engines.placement import Evidence, place_tags
from dualpress.engines.placement.alignment import aligned, piece_spans

SOURCE, TARGET = "The old army moved.", "तब फ़ौज हट गई।"
PIECES = ("▁The", "▁old", "▁ar", "my", "▁moved", ".")
MADE = ("▁तब", "▁फ़ौ", "ज", "▁हट", "▁गई", "।")


def looking(*places: tuple[int, float]) -> Attention:
    """Attention of each target piece to one source piece, with a weight."""
    rows = [
        tuple(weight if i == place else 0.0 for i in range(len(PIECES))) for place, weight in places
    ]
    return Attention(PIECES, MADE, tuple(rows))


LOOKING = looking((0, 0.9), (2, 0.6), (3, 0.7), (4, 0.8), (4, 0.9), (5, 0.9))


def links(attention: Attention, tags: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    found = aligned(attention, SOURCE, TARGET, tags)
    return [(SOURCE[slice(*link.source)], TARGET[slice(*link.target)]) for link in found]


def test_each_word_comes_from_the_word_that_was_looked_at_most() -> None:
    assert links(LOOKING) == [("The", "तब"), ("army", "फ़ौज"), ("moved", "हट"), ("moved", "गई")]


def test_the_pieces_of_a_word_share_the_source_of_the_greater_weight() -> None:
    apart = looking((0, 0.9), (1, 0.65), (3, 0.8), (4, 0.8), (4, 0.9), (5, 0.9))
    assert ("army", "फ़ौज") in links(apart)


def test_a_source_with_markup_goes_before_a_greater_weight() -> None:
    apart = looking((0, 0.9), (1, 0.65), (3, 0.8), (4, 0.8), (4, 0.9), (5, 0.9))
    assert ("old", "फ़ौज") in links(apart, (Span(4, 7),))


def test_a_word_that_looks_nowhere_in_particular_is_not_linked() -> None:
    blurred = looking((0, 0.1), (2, 0.6), (3, 0.7), (4, 0.8), (4, 0.9), (5, 0.9))
    assert "तब" not in [target for _, target in links(blurred)]


def test_a_stop_is_no_part_of_the_word_before_it() -> None:
    spans = piece_spans(MADE, TARGET)
    assert spans is not None
    assert [TARGET[slice(*span)] for span in spans] == ["तब", "फ़ौ", "ज", "हट", "गई", "।"]


def test_pieces_that_the_tokenizer_wrote_otherwise_have_the_whole_word() -> None:
    assert piece_spans(("▁a", "▁1", "/2"), "a ½") == [Span(0, 1), Span(2, 3), Span(2, 3)]


def test_pieces_of_another_text_tell_nothing() -> None:
    assert piece_spans(("▁a",), "a b") is None
    assert aligned(LOOKING, SOURCE, "कुछ और", ()) == []


def test_a_tag_goes_around_what_the_model_made_of_its_words() -> None:
    evidence = Evidence(Language.EN, Language.HI, attention=LOOKING)
    placed = place_tags("The old <g1>army</g1> moved.", TARGET, evidence)
    assert placed.target == "तब <g1>फ़ौज</g1> हट गई।"
    assert placed.places[0].strategy == "attended"


def test_known_words_go_before_what_the_model_looked_at() -> None:
    evidence = Evidence(Language.EN, Language.HI, attention=Attention(
        ("▁The", "▁Gwadar"), ("▁वह", "▁ग्वादर"), ((0.0, 1.0), (1.0, 0.0))
    ))  # fmt: skip
    assert place_tags("The <g1>Gwadar</g1>", "वह ग्वादर", evidence).target == "वह <g1>ग्वादर</g1>"
