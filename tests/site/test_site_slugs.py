import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.site.slugs import LONGEST, given_slug, slug_of_title


@pytest.mark.parametrize(
    ("title", "language", "slug"),
    [
        ("The Long Watch: India’s Navy & Piracy", Language.EN, "the-long-watch-indias-navy-piracy"),
        ("Café in Łódź, 2024", Language.EN, "cafe-in-odz-2024"),
        ("ग्वादर बंदरगाह २०२४", Language.HI, "gwadar-bandargah-2024"),
        ("—", Language.EN, ""),
        ("Con", Language.EN, ""),
        ("COM 1", Language.EN, "com-1"),
    ],
)
def test_a_title_becomes_a_slug(title: str, language: Language, slug: str) -> None:
    assert slug_of_title(title, language) == slug


def test_a_long_title_is_cut_behind_a_word() -> None:
    assert slug_of_title("seven letters " * 20, Language.EN) == "-".join(["seven-letters"] * 4)
    assert len(slug_of_title("x" * 200, Language.EN)) == LONGEST


@given(st.text(), st.sampled_from(Language))
def test_a_slug_of_a_title_is_short_and_plain(title: str, language: Language) -> None:
    slug = slug_of_title(title, language)
    assert slug.isascii()
    assert len(slug) <= LONGEST
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("given_by_author", "slug"),
    [
        ("Gwadar Port", "Gwadar-Port"),
        ("/a/b/", "a-b"),
        ("नदी\u0928\u093c", "नदी\u0929"),
        ("..", ""),
    ],
)
def test_a_slug_of_an_author_stays_what_a_path_can_hold(given_by_author: str, slug: str) -> None:
    assert given_slug(given_by_author) == slug
