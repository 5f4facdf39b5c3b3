"""What is done about the memory of workers, and where nothing is."""

from __future__ import annotations

import ctypes
import platform

import pytest

from dualpress.engines.cluster.allocation import keep_freed_memory


def calls(libc: str, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """What the C library of a system is told."""
    told: list[tuple[int, int]] = []

    class Library:
        def mallopt(self, option: int, value: int) -> None:
            told.append((option, value))

    monkeypatch.setattr(platform, "libc_ver", lambda: (libc, ""))
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: Library())
    keep_freed_memory()
    return told


def test_glibc_keeps_what_a_model_frees(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(calls("glibc", monkeypatch)) == [(-3, 32 << 20), (-1, 256 << 20)]


def test_other_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert calls("", monkeypatch) == []
