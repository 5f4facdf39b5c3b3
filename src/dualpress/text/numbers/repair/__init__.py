"""Putting the numbers of machine translations right, and into house style."""

from dualpress.text.numbers.repair.repair import RepairedNumbers, repair_numbers

__all__ = ["RepairedNumbers", "repair_numbers"]
