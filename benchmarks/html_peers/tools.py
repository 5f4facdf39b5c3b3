"""The five tools: each takes the cases and tells what it made of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from benchmarks.html_peers.case import Case, Outcome
from benchmarks.html_peers.environments import Environment, ToolMissing, required_version
from benchmarks.html_peers.po import fill
from benchmarks.html_peers.stub import translate_tagged

from dualpress.article import TAG
from dualpress.engines.placement import read_outline, trimmed
from dualpress.html import read_html, write_html

__all__ = ["run_tool", "version_of"]

_STANDALONE = re.compile(r"<x[0-9]+/>")
_PO4A = (
    "po4a-updatepo -f xhtml -m page.html -M {encoding} -p page.po",
    "po4a-translate -f xhtml -k 0 -m page.html -M {encoding} -L {encoding} -p page.po -l out.html",
)
_HTML2PO = (
    "html2po --progress=none page.html page.po",
    "po2html --progress=none -t page.html page.po out.html",
)


class _Run(Protocol):
    """Runs a program in a folder."""

    def __call__(
        self, program: str, *arguments: str, cwd: Path
    ) -> subprocess.CompletedProcess[str]: ...


def run_tool(tool: str, cases: Iterable[Case]) -> dict[str, Outcome]:
    """Run a tool over the cases that apply to it; outcomes by the cases' names.

    Raises:
        ToolMissing: it is not on this machine.
    """
    cases = [case for case in cases if tool not in case.spared]
    if tool == "dualpress":
        return {case.name: _dualpress(case) for case in cases}
    if tool == "po4a":
        _po4a_version()  # once, rather than forty failures
        return {case.name: _through_po(case, _PO4A, _run) for case in cases}
    environment = Environment(tool)
    if tool == "html2po":
        return {case.name: _through_po(case, _HTML2PO, environment.run) for case in cases}
    return _through_worker(environment, tool, cases)


def version_of(tool: str) -> str:
    """A tool's name and version, for the table.

    Raises:
        ToolMissing: it is not on this machine.
    """
    match tool:
        case "dualpress":
            return f"dualpress {version('dualpress')}"
        case "po4a":
            return f"po4a {_po4a_version()}, `--format xhtml`"
        case "html2po":
            toolkit = required_version("html2po", "translate-toolkit")
            return f"html2po and po2html of translate-toolkit {toolkit}"
        case "translatehtml":
            return (
                f"translatehtml {required_version(tool, 'translatehtml')} on "
                f"argos-translate-lt {required_version(tool, 'argos-translate-lt')}"
            )
        case _:
            return (
                f"LibreTranslate {required_version(tool, 'libretranslate')} on "
                f"argos-translate-files {required_version(tool, 'argos-translate-files')}"
            )


def _dualpress(case: Case) -> Outcome:
    article = read_html(case.source, language=case.language)
    keys = list(dict.fromkeys(segment.key for segment in article.segments))
    units = tuple(read_outline(trimmed(key.source).core).text for key in keys)
    targets = {key: translate_tagged(key.source, TAG, _STANDALONE) for key in keys}
    try:
        return Outcome(write_html(article, targets), units)
    except Exception as error:  # as with the other tools, whatever it is
        return Outcome(units=units, error=f"{type(error).__name__}: {error}")


def _through_worker(
    environment: Environment, tool: str, cases: Iterable[Case]
) -> dict[str, Outcome]:
    """Run a library in its own environment; it is given text, and gives text."""
    tasks = {case.name: {"source": case.text, "plain": case.plain} for case in cases}
    with TemporaryDirectory() as folder:
        asked, answered = Path(folder, "asked.json"), Path(folder, "answered.json")
        asked.write_text(json.dumps(tasks), encoding="utf-8")
        module = f"benchmarks.html_peers.workers.{tool}"
        environment.run("python", "-m", module, str(asked), str(answered))
        answers = json.loads(answered.read_text(encoding="utf-8"))
    return {name: _answered(answer) for name, answer in answers.items()}


def _answered(answer: Mapping[str, object]) -> Outcome:
    units = tuple(map(str, answer["units"])) if isinstance(answer["units"], list) else ()
    if "error" in answer:
        return Outcome(units=units, error=str(answer["error"]))
    return Outcome(str(answer["output"]).encode("utf-8", "surrogatepass"), units)


def _through_po(case: Case, commands: tuple[str, str], run: _Run) -> Outcome:
    """Run a tool that writes a PO file and reads it again, in a folder of its own."""
    extract, merge = (command.format(encoding=case.encoding).split() for command in commands)
    units: tuple[str, ...] = ()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_bytes(case.source)
        try:
            run(*extract, cwd=folder)
            units = fill(folder / "page.po")
            done = run(*merge, cwd=folder)
        except subprocess.CalledProcessError as error:
            return Outcome(units=units, error=_last_line(error.stderr))
        output = (folder / "out.html").read_bytes()
    # html2po gives an empty page, a warning and success for what it cannot read.
    return Outcome(output, units) if output else Outcome(units=units, error=_last_line(done.stderr))


def _last_line(messages: str) -> str:
    lines = [line.strip() for line in messages.splitlines() if line.strip()]
    return lines[-1] if lines else "it failed without a message"


def _run(program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [program, *arguments]
    # The messages of Perl's gettext follow the locale; the table does not.
    locale = {"LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, cwd=cwd, env=os.environ | locale, check=True, capture_output=True, text=True
    )


def _po4a_version() -> str:
    try:
        shown = _run("po4a", "--version", cwd=Path.cwd()).stdout
    except FileNotFoundError:
        raise ToolMissing("not installed") from None
    found = re.search(r"[0-9]+(?:\.[0-9]+)+", shown)
    return found[0] if found else "of an unknown version"
