"""How the C library of a worker deals with the memory that a model frees and takes again."""

from __future__ import annotations

import ctypes
import platform

__all__ = ["keep_freed_memory"]

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_TRIM_BYTES = 256 << 20
_MMAP_BYTES = 32 << 20
"""The most that every glibc takes."""


def keep_freed_memory() -> None:
    """Let glibc keep freed blocks for the next step of a model.

    Dask's nanny sets ``MALLOC_TRIM_THRESHOLD_`` for its workers, so that they give memory back at
    once; by that glibc also stops to adjust the size from which a block is mapped by itself
    (``mallopt(3)``). A model takes and frees the same large blocks at each step, and comes to
    spend most of its time on page faults. Does nothing where there is no glibc.
    """
    if platform.libc_ver()[0] != "glibc":
        return
    library = ctypes.CDLL(None)
    library.mallopt(_M_MMAP_THRESHOLD, _MMAP_BYTES)
    library.mallopt(_M_TRIM_THRESHOLD, _TRIM_BYTES)
