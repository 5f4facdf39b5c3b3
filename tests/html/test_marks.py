"""Marks of other programs: shortcodes and template marks are no text, and never change."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, SegmentKey, SegmentKind
from dualpress.errors import TranslationRefused
from dualpress.html import Policy, read_html, write_html
from dualpress.html.inline import clean_text
from dualpress.html.marks import disarmed, find_marks
from dualpress.html.offsets import parse_tree
from dualpress.html.signs import MarkKind
from dualpress.html.structure import same_shape


def sources(page: str) -> list[str]:
    return [segment.source for segment in read_html(page, language=Language.EN).segments]


def write(page: str, source: str, target: str) -> str:
    article = read_html(page, language=Language.EN)
    return write_html(article, {SegmentKey(None, source): target}).decode()


@pytest.mark.parametrize(
    "text",
    [
        "[gallery]",
        '[gallery ids="1,2" columns=3]',
        "[caption id='x' width='300']",
        "[/caption]",
        "[/anything]",
        "[foo /]",
        '[rating id="3"]',
        "[rating id=“3”]",
        "[rating id=&#8221;3&#8243;]",
        '[rating big id="3"]',
        "[table id=3 /]",
        "[table id=3]",
        "[wpseo_breadcrumb]",
        "[[gallery]]",
        '[[rating id="3"]]',
        "[embed]https://example.org/a[/embed]",
        "[code]make [all][/code]",
        "[youtube https://example.org/a]",
        "[youtube=https://example.org/a]",
        "[vimeo 123]",
        "{{ page.title }}",
        "{{{ raw }}}",
        "{{- x | upcase -}}",
        "{% include a.html %}",
        "{%- assign a = 'b' -%}",
        "{# a note\n\non two lines #}",
        '{{< figure src="a.png" >}}',
        "{{% notice %}}",
        "{%if a%}",
        "<?php if ($a > 1) { echo '<b>'; } ?>",
        "<?= $a ?>",
        "[embed https://example.org/a]",
        "[video src=https://example.org/a]",
        "[ez-toc]",
        "[toc]",
        '[contact-form-7 404 "Not Found"]',
        "{{</* figure */>}}",
        "{% raw %}{{ x }}{% endraw %}",
        "{{< highlight go >}}a b{{< /highlight >}}",
        "<%= name %>",
        "<% if a > b %>",
    ],
)
def test_a_mark(text: str) -> None:
    assert [mark.span for mark in find_marks(text)] == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        *("[sic]", "[1]", "[...]", "[The minister]", "[emphasis added]", "[PDF]", "[ISPR]", "[]"),
        *("[[1]]", "[[Gwadar]]", "[and/or]", "[Video]", "[their [own] words]"),
        *("[tweet]", "[tweet below]", "[x = y]", '[see <a href="x">this</a>]', "[gallery", "[/]"),
        *("[video courtesy of PTV]", "[audio unavailable]", "[gallery view]", "[caption missing]"),
        *("called it a [video] game", "see [toc] here", "an [off-camera] laugh", "in [India_A] b"),
        *("[youtube 2019 video]", "[scribd document: 14 pages]", "[Sample n=34]", "[sample n=34]"),
        *("[PKR 4,000/]", "[w/]", "[N-25/]", "[foo/]", "{#Gwadar#}", "{%5 off%}", "<%20%>"),
        *("{{ never closed", "}}", "{ a }", "{%", "{# a", "{{}}", "<% a", "a <b>%> c", "{{ a } }"),
    ],
)
def test_no_mark(text: str) -> None:
    assert find_marks(text) == []


def test_an_unknown_name_is_one_where_it_is_closed() -> None:
    text = "a [tip]b[/tip] c [other]"
    assert [(m.name, m.kind) for m in find_marks(text)] == [
        ("tip", MarkKind.OPEN),
        ("tip", MarkKind.CLOSE),
    ]


def test_an_unclosed_mark_does_not_take_in_the_next() -> None:
    (mark,) = find_marks("{{ a {{ b }}")
    assert mark.span == (5, 12)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # in a sentence
        ('<p>Call [phone id="2"] now.</p>', ["Call <x1/> now."]),
        ("<p>He came [sic] on [1] May.</p>", ["He came [sic] on [1] May."]),
        ("<p>Hello {{ name }}, hello.</p>", ["Hello <x1/>, hello."]),
        ("<p>{{ name }} said so.</p>", ["<x1/> said so."]),
        ("<p>{{ template }} said so{{ end }}.</p>", ["<x1/> said so<x2/>."]),
        ("<p>{{ template 'a' . }} She said so. {{#if b}}</p>", ["She said so."]),
        ("<p>A {{ b &amp;&amp; c }} d &amp; e.</p>", ["A <x1/> d & e."]),
        ("<p>A {# note #}b {{< ref x >}}.</p>", ["A <x1/>b <x2/>."]),
        (
            "<p>So {% if a %}came{% else %}went{% endif %} he.</p>",
            ["So <g1>came<x2/>went</g1> he."],
        ),
        ("<p>A [tip]b[/tip] c.</p>", ["A <g1>b</g1> c."]),
        ("<p>[dropcap]T[/dropcap]he end.</p>", ["<g1>T</g1>he end."]),
        ("<p>Run [code]make[/code] now.</p>", ["Run <x1/> now."]),
        ("<p>A [hl]b <i>c[/hl] d</i> e</p>", ["A", "b", "c", "d", "e"]),
        ("<p><b>a [hl]b</b> c[/hl] d</p>", ["a", "b", "c", "d"]),
        # at the edge of the text
        ('<p>[rating id="3"] The text.</p>', ["The text."]),
        ('<p>The text. [rating id="3"]</p>', ["The text."]),
        ("<p>[box]The text.[/box]</p>", ["The text."]),
        ("<p>[box]One. Two.[/box]</p>", ["One.", "Two."]),
        ("<p>{% if a %}The text.{% endif %}</p>", ["The text."]),
        ("<p>{{ content }}</p><p>[contact-form-7 id='1' title='Contact us']</p>", []),
        # names that could be words count where they fill a paragraph
        ("<p>[ez-toc]</p><p>[toc] [ads]</p><p><b>[searchform]</b></p><p>[recent-posts 5]</p>", []),
        ("Ships came.\n\n[playlist]\n\nThey left.", ["Ships came.", "They left."]),
        ("<p>A<br>[gallery]<br>b</p>", ["A", "b"]),
        ("<p>A <b>[video]</b> game.</p>", ["A <g1>[video]</g1> game."]),
        ("<p><b>[video]</b> games.</p>", ["<g1>[video]</g1> games."]),
        ("<!-- wp:shortcode -->[any thing]<!-- /wp:shortcode --><p>a</p>", ["a"]),
        ("<!-- wp:shortcode --><p>[a] b</p><!-- /wp:shortcode --><p>a</p>", ["a"]),
        ("<!-- wp:shortcode --><!-- /wp:shortcode --><p>a</p>", ["a"]),
        # around and between blocks
        ("[box]<p>One.</p><p>Two.</p>[/box]", ["One.", "Two."]),
        ("{% for a in b %}<p>One.</p>{% endfor %}", ["One."]),
        ("<p>One [gallery ids='1'] two.</p>", ["One", "two."]),
        ("<p>A {{< figure src=b >}} c</p>", ["A", "c"]),
        ("<p>[tab]One[/tab] [tab]Two[/tab]</p>", ["One", "Two"]),
        ("<p>[any]One[/any] [any]Two[/any]</p>", ["One", "Two"]),
        ("<p>[out][in]One[/in] [in]two [hl]x[/hl][/in][/out]</p>", ["One", "two <g1>x</g1>"]),
        ("<p>A [out][in]b[/in][/out] c</p>", ["A <g1><g2>b</g2></g1> c"]),
        ("<p>[embed]https://example.org/a-b[/embed]</p>", []),
        ("<p>[code]</p><p>a b</p><p>[/code]</p>", []),
        ('[caption id="x"]<img src=a> The port[/caption]\n\nText.', ["The port", "Text."]),
        # marks that tags stand in
        ('<p>A {{< figure src="<b>" >}} c</b></p>', ["A", "c"]),
        ('<p>A {{<figure src="b">}} c</figure></p>', ["A", "c"]),
        ("<p>A {{</ figure >}} c</p>", ["A", "c"]),
        ('<p>A [map text="<b>b</b> c"] d</p>', ["A", "d"]),
        ("<p>A {{ b</p><p>c }} d</p>", ["A {{ b", "c }} d"]),
        ("<p>A {{ <!-- b --> }} c</p>", ["A", "c"]),
        # where no text is
        ("<pre>{{ a }}</pre><code>[tip]</code><p>b [tip] c</p>", ["b [tip] c"]),
        ('<!-- wp:image {"id":1,"alt":"A text"} --><p>a</p><!-- /wp:image -->', ["a"]),
        # in attributes and titles
        ('<img alt="Map of {{ place }} &amp; &copy=1">', ["Map of <x1/> & &copy=1"]),
        ("<img alt='{{ a }}' title=\"{% b %} [gallery]\">", []),
        ('<meta name="description" content="{{ page.excerpt }}">', []),
        ("<title>{{ page.title }}</title>", []),
        ("<title>{{ page.title }} | The Site</title>", ["<x1/> | The Site"]),
        ('---\ntitle: "{{ a }}"\nsummary: "A {{ b }}"\n---\n', ["A {{ b }}"]),
    ],
)
def test_sources(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


def test_a_caption_is_a_block_of_its_own() -> None:
    page = "<p>Before. [caption width=300]<img src=a> The port.[/caption] After.</p>"
    article = read_html(page, language=Language.EN)
    assert [(segment.source, segment.kind, segment.block) for segment in article.segments] == [
        ("Before.", SegmentKind.PARAGRAPH, 1),
        ("The port.", SegmentKind.CAPTION, 2),
        ("After.", SegmentKind.PARAGRAPH, 3),
    ]


def test_a_reviewer_is_told_what_a_tag_stands_for() -> None:
    (segment,) = read_html("<p>A {{ b\n c }} d [tip text='%s']e[/tip].</p>" % ("f" * 40)).segments
    assert [inline.name for inline in segment.inlines] == [
        "{{ b c }}",
        "[tip text='" + "f" * 28 + "…",
    ]


@pytest.mark.parametrize(
    ("page", "source", "target", "expected"),
    [
        ("<p>A {{ b }} c</p>", "A <x1/> c", "<x1/> ख", "<p>{{ b }} ख</p>"),
        ("<p>A [tip]b[/tip]</p>", "A <g1>b</g1>", "<g1>ख</g1> क", "<p>[tip]ख[/tip] क</p>"),
        (
            "<img alt='A {{ \"b\" }} c'>",
            "A <x1/> c",
            "<x1/> \"क' ख",
            '<img alt=\'{{ "b" }} "क&#39; ख\'>',
        ),
        ("<title>{{ a }} | b</title>", "<x1/> | b", "<x1/> | ख", "<title>{{ a }} | ख</title>"),
        # what a translation brings is shown, not called
        ("<p>a</p>", "a", "क {{ ख }} {% ग %}", "<p>क &#123;{ ख }&#125; &#123;% ग %&#125;</p>"),
        ("<p>a</p>", "a", "क [gallery] [1] [आदि]", "<p>क &#91;gallery] [1] [आदि]</p>"),
        ("<p>a</p>", "a", "[[gallery]] [/x]", "<p>[&#91;gallery]] &#91;/x]</p>"),
        ("<p>[sic] a</p>", "[sic] a", "[sic] [x] [of x]", "<p>[sic] &#91;x] [of x]</p>"),
        (
            "<p>b <i>a</i></p>",
            "b <g1>a</g1>",
            "[gallery <g1>a</g1>]",
            "<p>&#91;gallery <i>a</i>]</p>",
        ),
        ("<p>a</p>", "a", "<% क %>", "<p>&lt;% क %&gt;</p>"),
        ("<p>a {{ b }}</p>", "a <x1/>", "क {<x1/>} ख", "<p>क &#123;{{ b }}&#125; ख</p>"),
    ],
)
def test_write(page: str, source: str, target: str, expected: str) -> None:
    assert write(page, source, target) == expected


def test_a_mark_cannot_be_left_out() -> None:
    with pytest.raises(TranslationRefused):
        write("<p>A {{ b }} c</p>", "A <x1/> c", "क")


@given(st.text(alphabet="[]{}%#<>/ab =\"'_&;", max_size=30))
def test_disarmed_text_holds_no_template_mark_nor_certain_shortcode(text: str) -> None:
    escaped = text.replace("<", "&lt;").replace(">", "&gt;")
    assert not [
        mark for mark in find_marks(disarmed(escaped, "")) if mark.kind is not MarkKind.OPEN
    ]


PIECES = st.sampled_from(
    [
        *(
            "a ",
            "b. ",
            "A ",
            "&amp;",
            "{{ a }}",
            "{{",
            "}}",
            "{% if a %}",
            "{% endif %}",
            "{#",
            "#}",
        ),
        *("<% a %>", '{{< a b="<i>" >}}', "[a]", "[/a]", "[a /]", '[b c="d"]', "[[b_c]]", "[code]"),
        *("[/code]", "[caption]", "[/caption]", "[", "]", "{", "}", "\n\n", "&#123;", "&#91;", "%"),
        *("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a-b>", "</a-b>", "<br>", "<!-- a -->"),
        *("<img alt='a {{ b }} [c_d]'>", "<title>a {{ b }}</title>", "<code>{{</code>", "<div>"),
    ]
)
PAGES = st.lists(PIECES, max_size=14).map("".join)


@given(PAGES)
def test_identity_of_any_page(page: str) -> None:
    article = read_html(page)
    same = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, {}) == write_html(article, same) == page.encode()


@given(PAGES)
def test_what_is_written_is_what_is_read(page: str) -> None:
    policy = Policy(whole_blocks=True)
    article = read_html(page, policy=policy, language=Language.EN)
    targets = {s.key: s.source.replace("A", "Ä").replace("b", "ß") for s in article.segments}
    again = read_html(write_html(article, targets), policy=policy, language=Language.EN)
    expected = [clean_text(targets[segment.key]) for segment in article.segments]
    assert [clean_text(segment.source) for segment in again.segments] == expected


BLOCK = re.compile(r"<code>.*?</code>|</?(?:p|div|title)>")
LABEL = re.compile("alt='.*?'")


def called(page: str) -> Counter[str]:
    """What other programs find between the tags of a page that part text."""
    parts = (LABEL.sub("", part) for part in BLOCK.split(page))
    return Counter(part[slice(*mark.span)] for part in parts for mark in find_marks(part))


@given(PAGES, st.lists(PIECES, max_size=4).map("".join))
def test_any_translation_leaves_the_elements_and_calls_nothing_new(page: str, target: str) -> None:
    article = read_html(page)
    try:
        data = write_html(article, {s.key: target + s.source for s in article.segments})
    except TranslationRefused:
        return
    assert same_shape(parse_tree(page), parse_tree(data.decode()))
    assert not called(data.decode()) - called(page)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("a", "{{ ख }} [gallery ids=1] {% ग", r"\u007b{ ख }\u007d \u005bgallery ids=1] \u007b% ग"),
        ("a", '[c d="e"] [1] {क}', r"\u005bc d=\"e\"] [1] {क}"),
        ("a", "क {", r"क \u007b"),
        ("a {{ b }} [c d=e]", "क {{ b }} [c dd=e]", r"क {{ b }} \u005bc dd=e]"),
        ("a {{ b }} c", "क {{ c }} {{ b }}", r"क \u007b{ c }\u007d {{ b }}"),
    ],
)
def test_structured_data_calls_nothing_new(source: str, target: str, expected: str) -> None:
    page = '<script type="application/ld+json">{"@type": "Article", "headline": "%s"}</script>'
    assert write(page % source, source, target) == page % expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ('[contact-form-7 404 "क"]', '&#91;contact-form-7 404 "क"]'),
        ("[video क] [youtube ख]", "&#91;video क] &#91;youtube ख]"),
        ("[foo/] [toc] [क]", "&#91;foo/] &#91;toc] [क]"),
    ],
)
def test_what_might_be_called_is_disarmed(target: str, expected: str) -> None:
    assert write("<p>a</p>", "a", target) == f"<p>{expected}</p>"


def test_a_bracket_of_the_source_stays_as_it_is() -> None:
    source = "A [video courtesy of PTV] b"
    assert write(f"<p>{source}</p>", source, "क [video courtesy of PTV]") == (
        "<p>क [video courtesy of PTV]</p>"
    )
