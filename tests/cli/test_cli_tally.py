from __future__ import annotations

from dualpress.cli.tally import Tally


class Clock:
    """Stands still but where a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def counted(seconds: float = 4.0, **segments: int) -> Tally:
    clock = Clock()
    tally = Tally(clock)
    tally.start()
    tally.add(segments)
    clock.now += seconds
    tally.stop()
    return tally


def test_segments_of_all_articles_are_one_sum() -> None:
    tally = Tally(Clock())
    tally.start()
    tally.add({"review": 3, "machine": 1})
    tally.add({"machine": 2, "untranslated": 1})
    assert tally.articles == 2
    assert tally.segments == {"review": 3, "machine": 3, "untranslated": 1}


def test_the_rate_is_that_of_the_time_in_which_segments_were_counted() -> None:
    assert counted(4.0, review=6, machine=2).rate == 2.0


def test_a_stage_without_segments_takes_no_time() -> None:
    clock = Clock()
    tally = Tally(clock)
    tally.start()
    tally.add({"machine": 5})
    clock.now += 5
    tally.start()
    clock.now += 1000
    tally.stop()
    assert (tally.seconds, tally.rate) == (5.0, 1.0)


def test_only_the_stage_in_which_segments_are_counted_counts() -> None:
    tally = Tally(Clock())
    tally.start()
    assert not tally.is_counting
    tally.add({"machine": 5})
    assert tally.is_counting
    tally.start()
    assert not tally.is_counting


def test_a_stage_has_seconds_of_its_own() -> None:
    clock = Clock()
    tally = Tally(clock)
    tally.start()
    tally.add({"machine": 5})
    clock.now += 1000
    tally.start()
    clock.now += 3
    tally.add({"machine": 5})
    assert (tally.stage_seconds, tally.seconds) == (3.0, 1003.0)
    tally.stop()
    assert tally.stage_seconds == 0.0


def test_a_run_under_way_has_a_rate() -> None:
    clock = Clock()
    tally = Tally(clock)
    tally.start()
    clock.now += 2
    tally.add({"machine": 10})
    assert tally.rate == 5.0


def test_there_is_no_rate_before_there_is_a_segment_or_a_second() -> None:
    assert Tally(Clock()).rate is None
    assert counted(0.0, machine=1).rate is None
    assert counted(3.0).rate is None


def test_shares_are_of_all_segments_and_tiny_ones_are_left_out() -> None:
    assert counted(review=600, machine=398, memory=2).shares() == "60 % reviewed, 40 % by machine"


def test_words_say_speed_and_shares() -> None:
    assert counted(4.0, machine=10).words() == "2.5 segments/s; 100 % by machine"
    assert Tally(Clock()).words() == ""


def test_the_table_ends_with_the_sum() -> None:
    assert counted(machine=1500, memory=500).rows() == [
        ("from memory", "500", "25.0 %"),
        ("by machine", "1,500", "75.0 %"),
        ("in all", "2,000", ""),
    ]


def test_the_document_names_every_origin() -> None:
    assert counted(4.0, machine=10).document() == {
        "articles": 1,
        "segments": 10,
        "filled": {
            "review": 0,
            "stale": 0,
            "memory": 0,
            "glossary": 0,
            "machine": 10,
            "untranslated": 0,
        },
        "seconds": 4.0,
        "segments_per_second": 2.5,
    }
