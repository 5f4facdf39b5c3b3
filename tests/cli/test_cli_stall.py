from __future__ import annotations

import threading

from dualpress.cli.stall import StallWatch


def watch() -> tuple[StallWatch, list[str]]:
    said: list[str] = []
    found = StallWatch(said.append)
    found._stage = "Translating"
    return found, said


def test_what_moves_is_not_told() -> None:
    stall, said = watch()
    for number in range(5):
        stall.moved(f"article {number}")
        stall.look()
    assert said == []


def test_what_stands_still_is_told_with_what_was_finished_last() -> None:
    stall, said = watch()
    stall.moved("river")
    stall.look()
    stall.look()
    assert said == [
        "Translating: nothing was finished after river for 5 minutes. If the engine hangs, stop "
        "with Ctrl-C: what was finished is kept"
    ]


def test_it_is_told_ever_more_rarely() -> None:
    stall, said = watch()
    told: list[int] = []
    for number in range(20):
        stall.look()
        if len(said) > len(told):
            told.append(number)
    assert told == [1, 2, 4, 8, 16]


def test_once_it_moves_again_all_is_well() -> None:
    stall, said = watch()
    stall.look()
    stall.look()
    stall.moved("river")
    stall.look()
    assert len(said) == 1


def test_nobody_looks_after_the_end() -> None:
    stall, _ = watch()
    before = set(threading.enumerate())
    stall.start("Reading")
    stall.start("Translating")
    threads = set(threading.enumerate()) - before
    stall.stop()
    for thread in threads:
        thread.join(10)
    assert threads
    assert not any(thread.is_alive() for thread in threads)
