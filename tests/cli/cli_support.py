"""What the tests of the command line share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest
from typer.testing import Result


class Run(Protocol):
    def __call__(self, *arguments: str) -> Result: ...


@dataclass
class FakePipeline:
    """Answers with what a test gives it, and keeps what it was asked."""

    monkeypatch: pytest.MonkeyPatch
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    def answer(self, function: str, answer: object) -> None:
        def fake(*arguments: Any, **options: Any) -> object:
            self.calls.append((arguments, options))
            if isinstance(answer, BaseException):
                raise answer
            return answer() if callable(answer) else answer

        self.monkeypatch.setattr(f"dualpress.pipeline.{function}", fake)
