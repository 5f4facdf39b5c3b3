import pytest
from site_support import EN, entry, html, only

from dualpress.html.read import read_html
from dualpress.site.robots import forbids_indexing

UNREVIEWED = entry(indexable=False)


def robots(source: str) -> str:
    return html(source, article=UNREVIEWED, decorations=only(robots=True))


def test_an_unreviewed_page_is_not_to_be_listed() -> None:
    page = robots("<html><head></head><body>a")
    assert '<meta name="robots" content="noindex"></head>' in page


def test_other_directives_stay() -> None:
    page = robots('<head><meta name="Robots" content="Index, nofollow, max-snippet:-1"></head>a')
    assert 'content="noindex, nofollow, max-snippet:-1"' in page


@pytest.mark.parametrize("content", ["noindex", "none", "noindex, follow"])
def test_what_forbids_already_stays(content: str) -> None:
    source = f'<head><meta name="robots" content="{content}"></head>a'
    assert robots(source) == source


def test_a_page_that_may_be_listed_stays() -> None:
    source = '<head><meta name="robots" content="index"></head>a'
    assert html(source, EN, article=UNREVIEWED, decorations=only(robots=True)) == source


@pytest.mark.parametrize(
    ("content", "expected"), [("NoIndex", True), ("none", True), ("nofollow", False)]
)
def test_a_publisher_may_forbid_listing(content: str, expected: bool) -> None:
    article = read_html(f'<head><meta name="robots" content="{content}"></head>a', language=EN)
    assert forbids_indexing(article) is expected
