"""What an engine hands over, taken with care: it may be another package's, and break down."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import regex

from dualpress.engines.base import Hypothesis
from dualpress.errors import DualpressError, EngineError

__all__ = ["breakdowns", "storable"]

_NOT_STORABLE = regex.compile(r"[[\p{Cc}\p{Cs}]--[\t\n\r]]", regex.VERSION1)
"""Control characters and halves of characters: no UTF-8 file can hold these, gettext and HTML not
those (Unicode, general categories Cc and Cs; HTML, "control-character-in-input-stream")."""


@contextmanager
def breakdowns(engine: str, kind: type[EngineError] = EngineError) -> Iterator[None]:
    """Tell in plain words where an engine breaks down in a way that it does not foresee.

    Args:
        engine: its name.
        kind: of the error that it becomes.

    Raises:
        EngineError: anything was raised that is no error of dualpress; ``sys.exit`` in a library
            is no reason to end a run either. Ctrl-C is.
    """
    try:
        yield
    except DualpressError:
        raise
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        raise kind(f"the engine {engine} broke down ({told})") from error


def storable(hypothesis: Hypothesis) -> Hypothesis:
    """A hypothesis without what no file can hold; its attention tells of the text as it was."""
    text = hypothesis.text
    if not text.isprintable():  # as all is that there is to take away
        text = _NOT_STORABLE.sub("", text)
    if text != hypothesis.text:
        hypothesis = replace(hypothesis, text=text, attention=None)
    if hypothesis.score is not None and not math.isfinite(hypothesis.score):
        hypothesis = replace(hypothesis, score=None)  # JSON has no such numbers (RFC 8259, 6)
    return hypothesis
