"""The trial of placeholders, on engines whose losses are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from survival_support import CarrierEngine

from dualpress.article import Language
from dualpress.engines.base import Hypothesis
from dualpress.engines.survival import SCHEMES, Row, Table, measure
from dualpress.errors import EngineError

X1 = SCHEMES[0]
COPIED = [one for one in SCHEMES if one.name != "a surname"]
"""What an engine that only copies can give back."""


def measured(source: Language = Language.EN, **faults: object) -> Table:
    return measure(CarrierEngine(source, **faults), source, schemes=[X1])  # type: ignore[arg-type]


def row(table: Table) -> Row:
    return table.rows[0]


@pytest.mark.parametrize("source", list(Language))
def test_an_engine_that_copies_keeps_all(source: Language) -> None:
    table = measure(CarrierEngine(source), source, schemes=COPIED)
    for one in table.rows:
        assert (one.kept, one.asked, one.doubled) == (120, 120, 0), one.scheme
        assert (one.in_order, one.several) == (36, 36)
        assert one.chrf == table.chrf == 100
    assert (table.sentences, table.source) == (24, source)
    assert table.best == "X1"


def test_every_position_and_number_is_counted() -> None:
    cells = {(cell.position, cell.count): cell.asked for cell in row(measured()).cells}
    assert cells == {
        (position, count): 4 * count
        for position in ("start", "middle", "end")
        for count in range(1, 5)
    }
    assert row(measured()).at("middle") == (40, 40)


@pytest.mark.parametrize(("lose", "kept"), [(1, 0), (3, 80), (10, 108), (100, 119)])
def test_what_is_lost_is_counted(lose: int, kept: int) -> None:
    one = row(measured(lose=lose))
    assert (one.kept, one.doubled, one.asked) == (kept, 0, 120)


def test_what_comes_twice_is_not_kept() -> None:
    one = row(measured(double=4))
    assert (one.kept, one.doubled) == (90, 30)


def test_placeholders_that_change_places_are_out_of_order() -> None:
    one = row(measured(is_swapping=True))
    assert (one.kept, one.several, one.in_order) == (120, 36, 0)


def test_only_sentences_that_keep_several_are_asked_for_their_order() -> None:
    assert row(measured(lose=2)).several == 0


def test_what_it_costs_the_rest_of_the_sentence() -> None:
    table = measured(garbles="कुछ और।")
    assert table.chrf == 100
    assert row(table).kept == 120
    assert row(table).chrf < 20
    assert table.best is None


def test_the_placeholders_themselves_do_not_count_for_chrf() -> None:
    table = measure(CarrierEngine(Language.EN), Language.EN, schemes=COPIED)
    assert {one.chrf for one in table.rows} == {100.0}


def test_each_sentence_is_tried_with_two_sets_of_placeholders() -> None:
    engine = CarrierEngine(Language.EN)
    measure(engine, Language.EN, schemes=[X1])
    assert len(engine.asked) == len(set(engine.asked)) == 24 * 3
    assert "X1 has rejected the report and called it baseless." in engine.asked
    assert "X5 has rejected the report and called it baseless." in engine.asked


class Counting:
    """Notes the steps of a stage."""

    def __init__(self) -> None:
        self.total, self.done = 0, 0

    def start(self, stage: str, total: int | None) -> None:
        self.total = total or 0

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        self.done += done

    def finish(self) -> None:
        pass


def test_the_progress_comes_to_its_end() -> None:
    progress = Counting()
    measure(CarrierEngine(Language.EN), Language.EN, schemes=[X1], progress=progress)
    assert progress.done == progress.total == 24 * 3


def test_an_engine_that_answers_for_other_sentences_is_told() -> None:
    class Short(CarrierEngine):
        def translate(
            self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
        ) -> list[list[Hypothesis]]:
            return super().translate(sentences)[1:]

    with pytest.raises(EngineError, match="gave 23 translations for 24 sentences"):
        measure(Short(Language.EN), Language.EN, schemes=[X1])
