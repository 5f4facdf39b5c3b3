import pytest
from benchmarks.html_peers.case import TOOLS, Case, Outcome
from benchmarks.html_peers.checks import Shown
from benchmarks.html_peers.report import Column, render, replace_between_marks

CASE = Case("Ships", b"<p>Ships</p>", (Shown("Ships"),), spared={"html2po": "it rests"})
RIGHT = Outcome("<p>ळShips</p>".encode(), ("Ships",))
WRONG = Outcome(b"<p>Ships</p>", ("Ships",))


def comparison() -> str:
    columns = {
        "translatehtml": Column("one 1.0", {"Ships": WRONG}),
        "libretranslate": Column("two 2.0", {"Ships": WRONG}),
        "html2po": Column("three 3.0", {}),
        "po4a": Column("not installed", None),
        "dualpress": Column("five 5.0", {"Ships": RIGHT}),
    }
    return render([CASE], columns)


def test_each_tool_has_its_version() -> None:
    assert "- **LibreTranslate**: two 2.0\n" in comparison()


def test_each_tool_has_its_verdict() -> None:
    assert "| 1 | Ships | **no** | **no** | – | not installed | yes |" in comparison()


def test_what_passed_is_counted_of_what_was_asked() -> None:
    assert "| 0 of 1 | 0 of 1 | 0 of 0 | – | 1 of 1 |" in comparison()


def test_tools_that_did_the_same_are_told_together() -> None:
    told = "- translatehtml and LibreTranslate: “Ships” is not translated:\n  `<p>Ships</p>`\n"
    assert told in comparison()


def test_tags_in_messages_are_shown_but_code_is_left() -> None:
    case = Case("Bold", b"<b>A</b>", (Shown("<b>"),))
    columns = {tool: Column(tool, {"Bold": Outcome(error="`<b>` before <i>")}) for tool in TOOLS}
    report = render([case], columns)
    assert "Asked: “&lt;b&gt;” is translated." in report
    assert "html2po, po4a and dualpress: `<b>` before &lt;i&gt;.\n" in report


def test_a_tool_that_is_spared_is_named_with_the_reason() -> None:
    assert "Not asked of html2po: it rests." in comparison()


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    document = (
        "before\n<!-- comparison: written by python -m benchmarks.html_peers -->\nold\n"
        "<!-- end of the comparison -->\nafter\n"
    )
    changed = replace_between_marks(document, "new\n")
    assert changed == document.replace("old\n", "\nnew\n\n")


def test_a_document_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks"):
        replace_between_marks("text", "new")


def test_every_tool_has_a_column() -> None:
    assert comparison().count("|---") == len(TOOLS) + 1
