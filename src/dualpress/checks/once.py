"""Properties that are worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

__all__ = ["Once"]

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class Once(Generic[_Owner, _Value]):
    """A property that is worked out when it is first asked for, and kept.

    ``functools.cached_property`` takes a lock for that before Python 3.12: of what a check is
    given that is as dear as what is worked out.

    Args:
        work_out: makes the value.
    """

    def __init__(self, work_out: Callable[[_Owner], _Value]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type[_Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[_Owner]) -> Once[_Owner, _Value]: ...

    @overload
    def __get__(self, instance: _Owner, owner: type[_Owner]) -> _Value: ...

    def __get__(
        self, instance: _Owner | None, owner: type[_Owner]
    ) -> Once[_Owner, _Value] | _Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
