"""Texts of the head that repeat the page are rebuilt from it, not translated again."""

import pytest

from dualpress.article import Article, Language, SegmentKey
from dualpress.html import Policy, read_html, write_html

LEAD = "The navy sent two frigates to the gulf on Monday after a tanker was seized off Oman."
LEAD_HI = "ओमान के पास एक टैंकर ज़ब्त किए जाने के बाद नौसेना ने सोमवार को खाड़ी में दो फ़्रिगेट भेजे।"


def read(page: str) -> Article:
    return read_html(page, language=Language.EN)


def derived(page: str) -> list[str]:
    return [found.segment.source for found in read(page).derived]


def sources(page: str) -> list[str]:
    return [segment.source for segment in read(page).segments]


def written(page: str, **translations: str) -> str:
    """The page with translations of the sentences that begin with the given words."""
    article = read(page)
    keys = [segment.key for segment in article.segments]
    chosen = {
        next(key for key in keys if key.source.startswith(words.replace("_", " "))): target
        for words, target in translations.items()
    }
    return write_html(article, chosen).decode()


@pytest.mark.parametrize("separator", ["-", "–", "|", "&#8211;", "&mdash;", "·", "»", "&#124;"])
def test_a_title_is_the_headline_and_the_name_of_the_site(separator: str) -> None:
    page = f"<title>Two Ships {separator} Sea Notes</title><h1>Two Ships</h1>"
    assert derived(page) == ["Two Ships"]
    assert sources(page) == ["Sea Notes", "Two Ships"]
    done = written(page, Two="दो जहाज़", Sea="समुद्र टिप्पणी")
    assert done.startswith(f"<title>दो जहाज़ {separator} समुद्र टिप्पणी</title>")


def test_the_name_of_the_site_may_come_first() -> None:
    page = "<title>Sea Notes: Two Grey Ships</title><h1>Two Grey Ships</h1><p>Sea Notes</p>"
    assert derived(page) == ["Two Grey Ships"]
    assert written(page, Two="दो जहाज़").startswith("<title>Sea Notes: दो जहाज़</title>")


def test_a_headline_may_have_a_colon_of_its_own() -> None:
    page = "<title>Gwadar: a port without boats</title><h1>Gwadar</h1><p>A."
    assert derived(page) == []
    assert sources(page)[0] == "Gwadar: a port without boats"


@pytest.mark.parametrize("quote", ['"', "'"])
def test_so_is_a_title_in_an_attribute(quote: str) -> None:
    meta = f"<meta property=og:title content={quote}%s | %s{quote}>"
    page = meta % ("Two Ships", "Sea Notes") + "<h1>Two Ships</h1>"
    done = written(page, Two="दो \" ' जहाज़", Sea="समुद्र \" ' टिप्पणी")
    escaped = "&quot; '" if quote == '"' else '" &#39;'
    assert done.startswith(meta % (f"दो {escaped} जहाज़", f"समुद्र {escaped} टिप्पणी"))


def test_a_value_without_quotation_marks_is_replaced_whole() -> None:
    page = "<meta property=og:title content=Ships&nbsp;-&nbsp;Notes><h1>Ships</h1>"
    assert derived(page) == []
    assert sources(page) == ["Ships\u00a0-\u00a0Notes", "Ships"]


def test_a_name_in_the_other_language_is_left() -> None:
    page = "<title>Two Ships - समुद्र टिप्पणी</title><h1>Two Ships</h1>"
    assert sources(page) == ["Two Ships"]
    assert written(page, Two="दो जहाज़").startswith("<title>दो जहाज़ - समुद्र टिप्पणी</title>")


def test_a_title_of_its_own_is_a_segment() -> None:
    page = "<title>Ships in the Gulf - Sea Notes</title><h1>Two Ships</h1>"
    assert derived(page) == []
    assert sources(page)[0] == "Ships in the Gulf - Sea Notes"


def test_a_title_takes_its_headline_from_another_title() -> None:
    page = '<title>Two Ships - Sea</title><meta property="og:title" content="Two Ships"><p>A.'
    assert derived(page) == ["Two Ships"]
    assert sources(page) == ["Sea", "Two Ships", "A."]


def test_of_two_titles_that_hold_each_other_one_is_left() -> None:
    page = '<title>X: Y</title><meta property="og:title" content="X: Y - Z"><h1>Y</h1>'
    assert derived(page) == ["X: Y"]
    keys = {segment.key for segment in read(page).segments}
    assert all(keys.issuperset(found.repetition.keys) for found in read(page).derived)


def test_a_headline_with_tags_is_repeated_without() -> None:
    page = "<title>Two Ships</title><h1>Two <em>Ships</em></h1>"
    assert derived(page) == ["Two Ships"]
    assert written(page, Two="दो <g1>जहाज़</g1>").startswith("<title>दो जहाज़</title>")


def test_a_headline_of_two_sentences_is_one_title() -> None:
    page = "<title>Two ships. One gulf.</title><h1>Two ships. One gulf.</h1>"
    assert derived(page) == ["Two ships. One gulf."]
    assert written(page, Two="दो जहाज़।").startswith("<title>दो जहाज़। One gulf.</title>")


def test_what_has_the_same_key_is_no_more_than_a_place_of_it() -> None:
    assert derived("<title>Two Ships</title><h1>Two Ships</h1>") == []


@pytest.mark.parametrize(
    "description",
    [
        LEAD,
        f"{LEAD} They left Goa at dawn.",
        LEAD[:60],
        f"{LEAD[:62]}…",
        f"{LEAD[:62]} [&hellip;]",
        f"{LEAD[:62]}...",
        LEAD.replace(" ", "&nbsp;", 3),
    ],
)
def test_a_description_may_be_the_beginning_of_the_text(description: str) -> None:
    meta = f'<meta name="description" content="{description}">'
    page = f"{meta}<p><b>The</b> {LEAD[4:]} They left Goa at dawn."
    assert [found.segment.label for found in read(page).derived] == ["description of the page"]


def test_a_description_that_breaks_off_ends_with_a_word() -> None:
    page = f'<meta name="description" content="{LEAD[:45]}"><p>{LEAD} They left.'
    start, _, rest = written(page, The=LEAD_HI).partition('"><p>')
    text = start.partition('content="')[2]
    assert text == "ओमान के पास एक टैंकर ज़ब्त किए जाने के बाद नौसेना ने सोमवार को खाड़ी…"
    assert rest.startswith(LEAD_HI)


def test_a_description_that_breaks_off_ends_with_a_sentence_where_one_fits() -> None:
    text = "The ships left Goa at dawn on Monday. Nobody said where they would go, or for long."
    page = f'<meta name="description" content="{text[:50]}"><p>{text}'
    done = written(
        page,
        The="जहाज़ सोमवार को भोर में गोवा से निकल पड़े।",
        Nobody="किसी ने नहीं बताया कि वे कहाँ जाएँगे और कब लौटेंगे।",
    )
    assert '"जहाज़ सोमवार को भोर में गोवा से निकल पड़े।"' in done


def test_a_short_beginning_is_no_excerpt() -> None:
    page = f'<meta name="description" content="The navy sent"><p>{LEAD}'
    assert derived(page) == []


def test_quotation_marks_and_dashes_may_differ() -> None:
    page = '<title>Iran\'s "X" - then</title><h1>Iran’s “X” – then</h1>'
    assert derived(page) == ['Iran\'s "X" - then']


def test_a_description_repeats_a_longer_one() -> None:
    page = (
        f'<meta name="twitter:description" content="{LEAD[:60]}">'
        f'<meta name="description" content="{LEAD}"><p>A.'
    )
    assert derived(page) == [LEAD[:60]]
    assert sources(page) == [LEAD, "A."]


def test_of_two_equal_descriptions_the_one_that_breaks_off_is_rebuilt() -> None:
    page = (
        '<meta name="description" content="The port closed on Friday …">'
        '<meta property="og:description" content="The port closed on Friday."><p>A.'
    )
    assert sources(page) == ["The port closed on Friday.", "A."]


def test_structured_data_and_front_matter_repeat_too() -> None:
    page = (
        f"---\ntitle: Two Ships\ndescription: {LEAD[:60]}\n---\n<h1>Two <i>Ships</i></h1><p>{LEAD}"
        '<script type="application/ld+json">{"@type":"Article","headline":"Two Ships"}</script>'
    )
    done = written(page, Two="दो <g1>जहाज़</g1>", The="नौसेना ने दो फ़्रिगेट भेजे।")
    assert 'title: "दो जहाज़"\ndescription: "नौसेना ने दो फ़्रिगेट भेजे।"' in done
    assert '"headline":"दो जहाज़"' in done


def test_nothing_is_rebuilt_where_nothing_is_translated() -> None:
    meta = f'<meta name=description content="{LEAD[:60]}">'
    page = f"<title>Two  Ships – S</title>{meta}<h1>Two <b>Ships</b></h1><p>{LEAD}"
    article = read(page)
    assert len(article.derived) == 2
    own = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, own) == write_html(article, {}) == page.encode()


def test_a_block_may_be_a_segment() -> None:
    page = f'<meta name="description" content="{LEAD}"><p>{LEAD} They left Goa.'
    article = read_html(page, policy=Policy(whole_blocks=True), language=Language.EN)
    key = SegmentKey(None, f"{LEAD} They left Goa.")
    more = "वे भोर होने से पहले ही गोवा के बंदरगाह से निकल चुके थे और अब लौट रहे हैं।"
    done = write_html(article, {key: f"{LEAD_HI} {more}"}).decode()
    assert f'content="{LEAD_HI}"' in done


def test_text_that_is_skipped_is_not_repeated() -> None:
    page = "<title>Two Ships - Sea</title><h1 class=notranslate>Two Ships</h1><p>A."
    assert derived(page) == []
