"""Python's garbage collector during a run."""

from __future__ import annotations

import gc

import pytest

from dualpress.pipeline.incremental import paused, relieved


def test_the_collector_is_spared_what_was_there_and_most_rounds() -> None:
    before = gc.get_threshold()
    with relieved():
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > before[0]
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)


def test_a_run_that_fails_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), relieved():
        raise KeyError
    assert (gc.get_freeze_count(), gc.get_threshold()) == (0, before)


def test_what_was_made_without_the_collector_is_not_looked_at_afterwards() -> None:
    with relieved():
        before = gc.get_freeze_count()
        with paused():
            made = [[number] for number in range(1000)]
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(made)
    assert gc.get_freeze_count() == 0
