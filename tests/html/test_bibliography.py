"""What counts as a list of references, and where it ends."""

import pytest

from dualpress.article import Language
from dualpress.html import Policy, read_html
from dualpress.html.bibliography import list_bibliographies
from dualpress.html.offsets import parse


def kept(page: str) -> list[str]:
    """The texts that stay in the language of the source."""
    found = list_bibliographies(parse(page))
    return [element.text().strip() for one in found for element in one.elements]


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "REFERENCE:",
        "References:-",
        "7. References",
        "IX) References",
        "Reference list",
        "References and notes",
        "Notes and references",
        "Selected references",
        "Sources",
        "Source:",
        "Sources and further reading",
        "Works cited",
        "Literature cited",
        "Bibliography",
        "Select Bibliography",
        "Further reading",
        "Citations",
        "Endnotes",
        "End-notes",
        "संदर्भ",
        "सन्दर्भ",
        "संदर्भ:",
        "संदर्भ सूची",
        "सन्दर्भ-सूची",
        "संदर्भ ग्रंथ सूची",
        "संदर्भ और टिप्पणियाँ",
        "टिप्पणियाँ और संदर्भ",
        "ग्रंथ सूची",
        "ग्रन्थसूची",
        "स्रोत",
        "स्त्रोत",
    ],
)
def test_a_list_under_a_heading_of_references(heading: str) -> None:
    listed = "<ol><li>Rao, The River, 2019</ol>"
    assert kept(f"<h2>{heading}</h2>{listed}<p>After.") == ["Rao, The River, 2019"]


@pytest.mark.parametrize(
    "heading",
    [
        "Sources said the talks had failed",
        "Notes from the field",
        "Notes",
        "Footnotes",
        "See also",
        "Related posts",
        "Sources of the river",
        "References to the treaty",
        "संदर्भ से परे",
        "स्रोतों ने कहा",
        "टिप्पणियाँ",
    ],
)
def test_a_list_under_another_heading(heading: str) -> None:
    assert kept(f"<h2>{heading}</h2><ul><li>The river rose, 2019</ul>") == []


@pytest.mark.parametrize(
    "heading",
    [
        "<h4><span>References</span></h4>",
        "<div><h3>References</h3></div>",
        "<p><b>References</b></p>",
        "<p><u>References</u></p>",
        "<div><p><strong><span>References:</span></strong></p></div>",
        "<p>References:</p>",
        "<!-- wp:heading --><h2>References</h2><!-- /wp:heading -->",
        # MediaWiki, before 2024 and since
        "<h2><span id=R>References</span><span>[<a href=/e>edit</a>]</span></h2>",
        "<div class='mw-heading mw-heading2'><h2>References</h2><span>[<a>edit</a>]</span></div>",
        "<h2>संदर्भ<span>[<a>संपादित करें</a> | <a>स्रोत संपादित करें</a>]</span></h2>",
    ],
)
def test_a_heading_as_programs_write_it(heading: str) -> None:
    assert kept(f"{heading}<!-- wp:list --><ul><li>Rao 2019</ul>") == ["Rao 2019"]


@pytest.mark.parametrize(
    "page",
    [
        "<p><b>Sources</b> say so.</p><ul><li>The river rose, 2019</ul>",
        "<div><b>Sources</b> say so. <ul><li>The river rose, 2019</ul></div>",
        "<p>References:</p><p>Rao 2019",
        "<ul><li><a href=#r>References</a><ul><li>Rao 2019</ul></ul>",
    ],
)
def test_what_is_no_heading(page: str) -> None:
    assert kept(page) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        # the end of the first list, a heading, a rule, a bold line
        ("<ol><li>One</ol><p>After", ["One"]),
        ("<ol><li>One</ol><ul><li>Rao 2019</ul>", ["One"]),
        ("<p>Rao 2019<p>Sen 2020<h2>More</h2><p>After", ["Rao 2019", "Sen 2020"]),
        ("<p>Rao 2019<h1>More</h1><p>After", ["Rao 2019"]),
        ("<p>Rao 2019<hr><p>After", ["Rao 2019"]),
        ("<p>Rao 2019<p><b>The author</b><p>After", ["Rao 2019"]),
        # a heading within the references goes on
        ("<h3>Books</h3><ol><li>One</ol><h3>Maps</h3><ol><li>Two</ol><h2>X", ["One", "Two"]),
        # numbered references end where the numbers do
        ("<p>[1] Rao<p>[2] Sen<p>The author teaches.", ["[1] Rao", "[2] Sen"]),
        ("<p>1. Rao<p>2. Sen<p>The author teaches.", ["1. Rao", "2. Sen"]),
        # a wrapper around the list
        ("<div><ol><li>One</ol></div><div><p>After</div>", ["One"]),
        # what introduces a list
        ("<p>He read these:<ul><li>Rao 2019</ul>", ["Rao 2019"]),
        ("<p>He read these:<ul><li>a friend's<li>letters</ul>", []),
        # a paragraph or a box that cites nothing, unless references follow
        (
            "<p>Rao 2019<p>Sen, The Sea<p>Das 2021<p>The author",
            ["Rao 2019", "Sen, The Sea", "Das 2021"],
        ),
        ("<p>Rao 2019<div>The author teaches.</div>", ["Rao 2019"]),
        ("<div>Rao 2019</div><div>Sen 2020</div><div>The author.</div>", ["Rao 2019", "Sen 2020"]),
        ("<section>After</section>", []),
        ("loose text<ul><li>One</ul>", []),
    ],
)
def test_where_the_references_end(rest: str, expected: list[str]) -> None:
    assert kept(f"<h2>References</h2>{rest}") == expected


@pytest.mark.parametrize(
    "heading",
    ["<h2>References</h2>", "<p><b>References</b></p>", "<h2>Further reading</h2>"],
)
@pytest.mark.parametrize(
    "prose",
    [
        "<p>He gave two references when he applied in 2019.<p>Then he left.",
        "<p>Then he left.<p>The <a href=/x>talks</a> failed.<p>So it ended.<p>He was gone.",
        "<ul><li>A friend of his<li>A cousin</ul>",
    ],
)
def test_prose_under_a_heading_of_references_is_none(heading: str, prose: str) -> None:
    assert kept(heading + prose) == []


@pytest.mark.parametrize("heading", ["Sources", "Citations", "संदर्भ"])
@pytest.mark.parametrize("name", ["ul", "ol"])
def test_ordinary_items_under_a_heading_with_two_meanings_are_no_references(
    heading: str, name: str
) -> None:
    items = "<li>The glacier above the town<li>Springs, since 1998<li>Rain"
    assert kept(f"<h2>{heading}</h2><{name}>{items}</{name}>") == []


@pytest.mark.parametrize(
    "item",
    [
        "Rao (2019)",
        "राव, नदियाँ, २०१९",
        "[3] Rao",
        "<a href=/r/44>Report 44</a>",
        "Report 44, www.board.example",
    ],
)
def test_what_tells_a_reference(item: str) -> None:
    assert len(kept(f"<h2>Sources</h2><ul><li>{item}</ul>")) == 1


@pytest.mark.parametrize(
    "item", ["Rain in 2019", "Rain, <i>since</i> 2019", "2019 में वर्षा", "No. 12019"]
)
def test_a_year_of_a_sentence_tells_none(item: str) -> None:
    assert kept(f"<h2>Sources</h2><ul><li>{item}</ul>") == []


def test_half_of_the_items_must_be_references() -> None:
    assert len(kept("<h2>Sources</h2><ul><li>Rao 2019<li>Sen<li></ul>")) == 1
    assert kept("<h2>Sources</h2><ul><li>Rao 2019<li>Sen<li>Das</ul>") == []


@pytest.mark.parametrize("heading", ["Sources", "संदर्भ", "स्रोत"])
def test_a_paragraph_under_a_heading_with_two_meanings_must_look_like_a_reference(
    heading: str,
) -> None:
    prose = "<p>In 2019 the <a href=/x>talks</a> between the two capitals had broken down.</p>"
    cited = "<p>[1] Rao, The River.</p><p>[2] Sen, The Sea.</p>"
    linked = '<p><a href="https://example.org">Rao, The River</a>, 2019</p>'
    named = "<p>Rao: https://example.org/river-and-sea</p>"
    assert kept(f"<h2>{heading}</h2>{prose}") == []
    assert len(kept(f"<h2>{heading}</h2>{cited}")) == 2
    assert len(kept(f"<h2>{heading}</h2>{linked}{prose}")) == 1
    assert len(kept(f"<h2>{heading}</h2>{named}")) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<ol class=references><li>Rao</ol>",
        "<div class='reflist columns'><ol><li>Rao</ol></div>",
        "<div class=refbegin><ul><li>Rao</ul></div>",
        "<div class=mw-references-wrap>Rao</div>",
        "<div class=references-column-width>Rao</div>",
        "<section class=c-article-references>Rao</section>",
        "<ol class=article__references--list><li>Rao</ol>",
        "<div id=refs class='references csl-bib-body'>Rao</div>",
        "<p class=MsoBibliography>Rao",
        "<section role=doc-bibliography>Rao</section>",
    ],
)
def test_a_class_or_role_of_references(page: str) -> None:
    assert kept(page)[0] == "Rao"


@pytest.mark.parametrize(
    "page",
    [
        # WordPress names the topics of a post on its element
        "<article class='post category-references tag-bibliography'>Rao</article>",
        "<div class='post category-references tag-bibliography'>Rao</div>",
        "<body class='page-references'>Rao",
        "<h2 class=references-title>Rao</h2>",
        "<p>Rao <a class=references href=#r>1</a>",
        "<p class=cross-reference>Rao",
        "<div class=cross-references>Rao</div>",
        "<section class=references-in-culture>Rao</section>",
        "<div class=references-title>Rao</div>",
    ],
)
def test_a_class_that_is_not_one_of_references(page: str) -> None:
    assert kept(page) == []


def test_the_heading_itself_is_translated() -> None:
    article = read_html("<h2>References</h2><ol><li>Rao</ol>", language=Language.EN)
    assert [segment.source for segment in article.segments] == ["References"]


def test_references_are_translated_by_choice() -> None:
    page = "<h2>References</h2><ol class=references><li>Rao</ol>"
    article = read_html(page, policy=Policy(bibliographies=True), language=Language.EN)
    assert [segment.source for segment in article.segments] == ["References", "Rao"]


def warnings(page: str, policy: Policy | None = None) -> tuple[str, ...]:
    """What the editor of an English page is told."""
    return read_html(page, policy=policy, language=Language.EN).warnings


def test_what_stands_under_a_heading_of_two_meanings_is_told() -> None:
    listed = "<ul><li>Rao 2019<li>Sen 2020<ul><li>Map</ul></ul>"
    assert warnings(f"<h2>References:</h2>{listed}<h2>Sources</h2><p>[1] Das") == (
        "what stands under “Sources” (1 entry) is taken for references and not translated",
    )


def test_what_a_class_marks_is_not_told() -> None:
    page = "<div class=reflist><ol class=references><li>Rao<li>Sen</ol></div>"
    assert warnings(page) == ()


@pytest.mark.parametrize(
    ("page", "policy"),
    [
        ("<h2>Sources</h2><ol><li>Rao 2019</ol>", Policy(bibliographies=True)),
        ("<h2>Sources</h2><ol id=refs><li>Rao 2019</ol>", Policy(skip=("#refs",))),
        ("<p>Text</p><h2>Sources</h2><ol><li>Rao 2019</ol>", Policy(content=("p",))),
        ("<h2>Sources</h2><ol translate=no><li>Rao 2019</ol>", Policy()),
        ("<h2>Sources</h2><p>He gave two references.", Policy()),
    ],
)
def test_nothing_is_told_of_what_is_translated_or_no_text_anyway(page: str, policy: Policy) -> None:
    assert warnings(page, policy) == ()


def test_a_deeply_wrapped_heading_is_found_in_linear_time() -> None:
    depth = 3000
    page = "<div>" * depth + "<b>References</b>" + "</div>" * depth + "<ul><li>Rao 2019</ul>"
    assert kept(page) == ["Rao 2019"]
