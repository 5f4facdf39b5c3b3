from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_support import FakePipeline, Run

from dualpress.article import Language, Order, Status
from dualpress.errors import CatalogError, ReadError, TranslationRefused, UsageError
from dualpress.pipeline import Pack, PackReport, PreviewReport, UnpackReport


def test_a_pack_is_told_with_its_size(run: Run, project: Path, pipeline: FakePipeline) -> None:
    packs = (
        Pack(project / "review-en.po", Language.EN, 1, 1, ("a",)),
        Pack(project / "review-hi.po", Language.HI, 12, 40, ("b", "c")),
    )
    pipeline.answer("pack", PackReport(packs, warnings=("a: 1 of its sentences",)))
    result = run("review", "pack")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "review-en.po: 1 sentence, of 1 article",
        "review-hi.po: 12 sentences in 40 places, of 2 articles",
    ]
    assert result.stderr == "warning: a: 1 of its sentences\n"


def test_what_a_pack_is_of_can_be_chosen(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("pack", PackReport())
    result = run(
        *("review", "pack", "a", "--since", "2026-03-31", "--to", "hi", "-o", "x.po"),
        *("--order", "confidence", "--dry-run"),
    )
    assert result.stdout == "Nothing waits for a reviewer.\n"
    (arguments, options) = pipeline.calls[0]
    assert arguments[1] == ["a"]
    assert options == {
        "to": Language.HI,
        "since": date(2026, 3, 31),
        "order": Order.CONFIDENCE,
        "output": project / "x.po",
        "dry_run": True,
    }


@pytest.mark.parametrize("day", ["31.3.2026", "yesterday", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_usage(run: Run, project: Path, day: str) -> None:
    assert run("review", "pack", "--since", day).exit_code == 2


def test_what_was_unpacked_is_told(run: Run, project: Path, pipeline: FakePipeline) -> None:
    left = TranslationRefused("it was changed", path=project / "review-hi.po", line=9)
    pipeline.answer("unpack", UnpackReport(changed={"a": 2, "b": 1}, left=(left,)))
    result = run("review", "unpack", "review-hi.po")
    assert result.exit_code == 3
    assert result.stdout.splitlines() == ["a: 2 sentences taken over", "b: 1 sentence taken over"]
    assert result.stderr.splitlines() == [
        "error: review-hi.po:9: It was changed",
        "Next: dualpress check, and dualpress build",
    ]
    assert pipeline.calls[0][0][1] == project / "review-hi.po"


def test_where_there_is_nothing_new_that_is_told(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("unpack", UnpackReport())
    result = run("review", "unpack", "x.po", "--dry-run")
    assert (result.exit_code, result.stdout) == (0, "There is nothing new in it.\n")


def test_a_preview_is_told_where_it_is(run: Run, project: Path, pipeline: FakePipeline) -> None:
    page = project / ".dualpress" / "a.html"
    pipeline.answer("preview", PreviewReport("a", page, {Status.DRAFT: 1}))
    shown = Path(".dualpress/a.html")
    assert run("review", "preview", "a").stdout == f"Open {shown} in a browser.\n"
    assert run("review", "preview", "a", "-n").stdout == f"{shown} would be written\n"
    document = json.loads(run("review", "preview", "a", "--json").stdout)
    assert document["page"] == ".dualpress/a.html"


@pytest.mark.parametrize(
    ("command", "arguments"),
    [("pack", ["--json"]), ("unpack", ["x.po"]), ("preview", ["a"])],
)
def test_wrong_usage_and_failures_have_their_codes(
    run: Run, project: Path, pipeline: FakePipeline, command: str, arguments: list[str]
) -> None:
    pipeline.answer(command, UsageError("there is no article 'x'"))
    assert run("review", command, *arguments).exit_code == 2
    pipeline.answer(command, CatalogError("it is no PO file"))
    assert run("review", command, *arguments).exit_code == 3


def test_an_article_that_cannot_be_packed_is_a_failure(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("pack", PackReport(failures=(ReadError("the file is empty"),)))
    assert run("review", "pack").exit_code == 3
