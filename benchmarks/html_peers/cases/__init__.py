"""The forty cases, in the order of the table."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.cases.inline import INLINE
from benchmarks.html_peers.cases.kept import KEPT
from benchmarks.html_peers.cases.labels import LABELS
from benchmarks.html_peers.cases.markup import MARKUP
from benchmarks.html_peers.cases.publishing import PUBLISHING

__all__ = ["CASES"]

CASES: tuple[Case, ...] = (*MARKUP, *INLINE, *LABELS, *KEPT, *PUBLISHING)
