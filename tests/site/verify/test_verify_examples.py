"""The example project as dualpress itself builds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dualpress import pipeline
from dualpress.config import Project
from dualpress.pipeline.verify import VerifyReport, verify

EXAMPLES = Path(__file__).parents[3] / "examples"


def verified(folder: Path, changes: dict[str, str]) -> VerifyReport:
    """Build the examples with changed settings, and verify the output."""
    root = folder / "examples"
    shutil.copytree(EXAMPLES, root, ignore=shutil.ignore_patterns("sites"))
    config = root / "dualpress.toml"
    text = config.read_text(encoding="utf-8")
    for old, new in {'"../output"': '"output"', **changes}.items():
        assert old in text
        text = text.replace(old, new)
    config.write_text(f'models = "models"\n{text}', encoding="utf-8")
    project = Project.load(root)
    assert pipeline.build(project).failures == ()
    return verify(project.output)


@pytest.mark.parametrize("base_url", ["https://example.org/bilingual/", "https://example.org/"])
@pytest.mark.parametrize("publish", ["reviewed", "all"])
def test_nothing_is_found(base_url: str, publish: str, tmp_path: Path) -> None:
    report = verified(
        tmp_path,
        {
            '"https://example.org/bilingual/"': f'"{base_url}"',
            'publish = "all"': f'publish = "{publish}"',
        },
    )
    found = {(finding.path, finding.rule) for finding in report.findings}
    # A list shows what an article says of itself, and a draft says it in its own language.
    assert found <= ({("hi/index.html", "script")} if publish == "all" else set())
    assert report.warnings == ()
    assert report.base_url == base_url
    assert report.pairs == (7 if publish == "all" else 6)


def test_without_an_address_the_pairs_are_known_all_the_same(tmp_path: Path) -> None:
    report = verified(tmp_path, {'base_url = "https://example.org/bilingual/"': ""})
    assert {finding.rule for finding in report.findings} <= {"script"}
    assert report.pairs == 7
    assert len(report.warnings) == 1


def test_translations_alone_are_judged_as_far_as_they_can_be(tmp_path: Path) -> None:
    report = verified(tmp_path, {"[site]": '[site]\nonly = "translations"'})
    assert {finding.rule for finding in report.findings} <= {"script"}
    assert report.pairs == 7  # the two lists as well, which are both here
    (warning,) = report.warnings
    assert warning.endswith("looked at: 6")
