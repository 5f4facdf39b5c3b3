import pytest
from site_support import EN, build, html, only

CHARSET = only(charset=True)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<!DOCTYPE html>\n<html>\n<head>\n<title>a</title></head>b",
            '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>a</title></head>b',
        ),
        (
            "<!DOCTYPE html><html><head><title>a</title></head>b",
            '<!DOCTYPE html><html><head><meta charset="utf-8"><title>a</title></head>b',
        ),
        ("<html><title>a</title>b", '<html><meta charset="utf-8"><title>a</title>b'),
        ("<!-- c --><html><body>b", '<!-- c --><html><meta charset="utf-8"><body>b'),
        (
            "---\nlayout: none\n---\n<html><head>\r\n</head>b",
            '<html><head>\r\n<meta charset="utf-8">\r\n</head>b',
        ),
    ],
)
def test_a_page_that_says_nothing_declares_its_encoding(source: str, expected: str) -> None:
    assert html(source, EN, decorations=CHARSET) == expected


def test_it_stands_behind_the_language_that_a_page_is_given() -> None:
    page = html(
        "<!DOCTYPE html><title>a</title>b", EN, decorations=only(charset=True, language=True)
    )
    assert '<html lang="en"><meta charset="utf-8"><title>a</title>b' in page


def test_the_encoding_is_the_page_s_own() -> None:
    page = build("<html><head></head>caf\xe9".encode("cp1252"), EN, decorations=CHARSET).data
    assert page == b'<html><head><meta charset="windows-1252"></head>caf\xe9'


@pytest.mark.parametrize(
    "declared",
    [
        '<meta charset="utf-8">',
        '<meta charset="iso-8859-1">',
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
    ],
)
def test_what_is_declared_stays(declared: str) -> None:
    source = f"<html><head>{declared}</head>b"
    assert html(source, EN, decorations=CHARSET) == source


def test_a_byte_order_mark_is_a_declaration() -> None:
    source = "<html><head></head>b".encode("utf-8-sig")
    assert build(source, EN, decorations=CHARSET).data == source


def test_an_element_that_says_something_else_declares_nothing() -> None:
    page = html(
        '<html><head><meta http-equiv="refresh" content="9"></head>b', EN, decorations=CHARSET
    )
    assert page.count("<meta charset=") == 1
