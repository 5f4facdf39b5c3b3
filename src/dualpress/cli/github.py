"""Findings as GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dualpress.cli.documents import path_document

if TYPE_CHECKING:
    from dualpress.pipeline import FileFinding

__all__ = ["github_annotation"]

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def github_annotation(finding: FileFinding, root: Path | None) -> str:
    """Write a finding as a workflow command of GitHub Actions.

    Args:
        finding: the finding.
        root: the project's folder, from which GitHub looks for the file.

    Returns:
        One line for standard output: ``::error file=…,line=…,title=…::message``
        (GitHub, Workflow commands for GitHub Actions).
    """
    properties = {
        "file": path_document(finding.path, root),
        "line": str(finding.line),
        "title": finding.check,
    }
    written = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    message = ". ".join(filter(None, (finding.message, finding.cure)))
    return f"::{finding.severity} {written}::{_escaped(message, _DATA)}"


def _escaped(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(char, char) for char in text)
