from __future__ import annotations

from dualpress.checks.once import Once


class _Asked:
    def __init__(self) -> None:
        self.times = 0

    @Once
    def answer(self) -> int:
        """What it is."""
        self.times += 1
        return 42


def test_it_is_worked_out_once_and_for_each() -> None:
    one, other = _Asked(), _Asked()
    assert (one.answer, one.answer) == (42, 42)
    assert (one.times, other.times) == (1, 0)


def test_of_the_class_it_tells_what_it_is() -> None:
    assert _Asked.answer.__doc__ == "What it is."
