from __future__ import annotations

import json
from pathlib import Path

from cli_support import FakePipeline, Run

from dualpress.article import Language, Order, Status
from dualpress.errors import ReadError
from dualpress.pipeline import ArticleStatus, Question, StatusReport, Waiver


def status(name: str, state: str, next_step: str, held: str | None = None) -> ArticleStatus:
    return ArticleStatus(
        id=name,
        title="तीस्ता",
        source=Language.HI,
        target=Language.EN,
        counts={Status.DRAFT: 2},
        state=state,
        next=next_step,
        held=held,
    )


REPORT = StatusReport(
    articles=(
        status("teesta", "to review", "Review 2 sentences in po/teesta/en.po", "2 are drafts"),
        status("sri-lanka", "published", "Nothing"),
    )
)


def test_articles_stand_in_columns_with_what_to_do(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    pipeline.answer("status", REPORT)
    result = run("status")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "teesta     to review  Review 2 sentences in po/teesta/en.po",
        "sri-lanka  published  Nothing",
        "2 articles: 1 to review, 1 published.",
    ]


def test_why_an_article_is_held_stands_below_it(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    held = status("teesta", "held", "Mend the tags", "the page would lose a link")
    pipeline.answer("status", StatusReport(articles=(held,)))
    assert run("status").stdout.splitlines()[:2] == [
        "teesta  held  Mend the tags",
        "  waits: the page would lose a link",
    ]


def test_quiet_leaves_out_the_sum(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("status", REPORT)
    assert run("status", "--quiet").stdout.splitlines()[-1] == "sri-lanka  published  Nothing"


def test_articles_can_be_named(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("status", REPORT)
    run("status", "teesta", "posts/sri-lanka.html")
    assert pipeline.calls[0][0][1] == ["teesta", "posts/sri-lanka.html"]


def test_a_failure_ends_with_3(run: Run, project: Path, pipeline: FakePipeline) -> None:
    failure = ReadError("the file is empty", path=project / "posts/x.html")
    pipeline.answer("status", StatusReport(articles=REPORT.articles, failures=(failure,)))
    result = run("status")
    assert result.exit_code == 3
    assert "The file is empty" in result.stderr


def test_where_no_post_can_be_read_there_is_no_sum(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    failure = ReadError("the file is empty", path=project / "posts/x.html")
    pipeline.answer("status", StatusReport(articles=(), failures=(failure,)))
    assert run("status").stdout == ""


def test_outside_of_a_project_nothing_is_done(run: Run, tmp_path: Path) -> None:
    assert run("status", "--project", str(tmp_path)).exit_code == 2


def test_json_tells_the_same(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("status", REPORT)
    document = json.loads(run("status", "--json").stdout)
    assert document["articles"][0] == {
        "id": "teesta",
        "title": "तीस्ता",
        "source": "hi",
        "target": "en",
        "state": "to review",
        "counts": {"draft": 2},
        "held": "2 are drafts",
        "confidence": None,
        "next": "Review 2 sentences in po/teesta/en.po",
    }


def test_warnings_are_told(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("status", StatusReport(articles=(), warnings=("it matches nothing",)))
    result = run("status")
    assert result.exit_code == 0
    assert result.stderr == "warning: it matches nothing\n"


def test_questions_and_waivers_are_told_with_their_places(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    po = project / "po" / "teesta" / "en.po"
    report = StatusReport(
        articles=(),
        questions=(Question(po, 12, "teesta", "which treaty"),),
        waivers=(
            Waiver(po, 20, "teesta", ("numbers", "length"), "in words"),
            Waiver(po, 30, "teesta", ("terms",), ""),
        ),
    )
    pipeline.answer("status", report)
    where = Path("po/teesta/en.po")
    assert run("status", "--quiet").stdout.splitlines() == [
        f"{where}:12: question: which treaty",
        f"{where}:20: waived: numbers, length: in words",
        f"{where}:30: waived: terms",
    ]
    document = json.loads(run("status", "--json").stdout)
    assert document["questions"][0]["text"] == "which treaty"
    assert document["waivers"][0]["checks"] == ["numbers", "length"]


def test_the_order_can_be_chosen(run: Run, project: Path, pipeline: FakePipeline) -> None:
    pipeline.answer("status", REPORT)
    run("status", "--order", "confidence")
    assert pipeline.calls[0][1] == {"order": Order.CONFIDENCE}


def test_an_order_that_there_is_none_is_refused(
    run: Run, project: Path, pipeline: FakePipeline
) -> None:
    assert run("status", "--order", "size").exit_code == 2
    assert pipeline.calls == []
