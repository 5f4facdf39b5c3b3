import json

from benchmarks.measure import interleaved
from benchmarks.smoke import FLOORS, fallen


def test_a_ratio_may_lose_a_quarter() -> None:
    assert fallen({"read": 0.75}, {"read": 1.0}) == []


def test_a_ratio_that_lost_more_is_named() -> None:
    assert fallen({"read": 0.74, "write": 2.0}, {"read": 1.0, "write": 2.0}) == ["read"]


def test_what_is_pinned_and_not_measured_is_named() -> None:
    assert fallen({}, {"read": 1.0}) == ["read"]


def test_the_pinned_ratios_can_be_read() -> None:
    pinned = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert pinned
    assert all(ratio > 0 for ratio in pinned.values())


def test_tasks_take_turns_and_outliers_do_not_count() -> None:
    turns = []
    times = iter([1.0, 10.0, 90.0, 30.0, 2.0, 20.0])

    def task(name: str) -> float:
        turns.append(name)
        return next(times)

    found = interleaved({"one": lambda: task("one"), "two": lambda: task("two")}, 3)
    assert turns == ["one", "two"] * 3
    assert found == {"one": 2.0, "two": 20.0}
