from pathlib import Path, PurePosixPath

import pytest
from site_support import EN, HI, build, entry, only

from dualpress.article import Language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.png", "b.png", "harbour/c d.svg", "style.css", "draft.html", "film.mp4"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"")
    return tmp_path


def rebased(
    source: str, folder: Path, language: Language = HI, article_id: str = "harbour"
) -> tuple[str, set[str], tuple[str, ...]]:
    """The content of a page, the files that it needs, and the warnings."""
    built = build(
        f"<body>{source}",
        language,
        article=entry(article_id),
        others=(entry("river"), entry("hill", languages=(EN,)), entry("sea", languages=())),
        folder=folder,
        decorations=only(links=True),
    )
    text = built.data.decode().removeprefix("<body>")
    return text, {path.as_posix() for path in built.media}, built.warnings


A, B, C, FILM = "a.png", "b.png", "harbour/c d.svg", "film.mp4"


@pytest.mark.parametrize(
    ("source", "media"),
    [
        ('<img src="{a}">', {A}),
        ("<IMG alt='' SRC='{a}'>", {A}),
        ("<img src='{c}#x'>", {C}),
        ('<img srcset="{a} 1x, {b} 2x">', {A, B}),
        ('<link rel=preload imagesrcset="{a} 1x">', {A}),
        ('<video poster="{a}" src="{film}">', {A, FILM}),
        ('<object data="{a}">', {A}),
        ('<table background="{a}">', {A}),
        ('<svg><image xlink:href="{a}"/>', {A}),
        ('<a href="{a}?x=1&amp;y=2">', {A}),
        ('<p style="background:url({a})">', {A}),
        ("<style>p{{background:url('{a}')}}</style>", {A}),
        ('<img data-src="{a}" data-x="a">', {A}),
        ('<meta property="og:image" content="{a}">', {A}),
    ],
)
def test_pictures_are_found_from_the_new_place(folder: Path, source: str, media: set[str]) -> None:
    before = source.format(a=A, b=B, c="harbour/c%20d.svg", film=FILM)
    new = "../../media"
    after = source.format(
        a=f"{new}/a.png", b=f"{new}/b.png", c=f"{new}/harbour/c%20d.svg", film=f"{new}/film.mp4"
    )
    assert rebased(before, folder) == (after, media, ())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<img src=a.png>", '<img src="../../media/a.png">'),
        ("<img src=' a.png '>", "<img src='../../media/a.png'>"),
        ("<img src='harbour\\c d.svg'>", "<img src='../../media/harbour/c%20d.svg'>"),
    ],
)
def test_untidy_references_are_written_tidily(folder: Path, source: str, expected: str) -> None:
    assert rebased(source, folder)[0] == expected


def test_pictures_are_found_from_a_nested_id(folder: Path) -> None:
    source, expected = '<img src="../a.png">', '<img src="../../../media/a.png">'
    assert rebased(source, folder, article_id="2024/harbour")[0] == expected


@pytest.mark.parametrize(
    "source",
    [
        '<a href="https://example.org/a.png">',
        '<a href="//example.org/a.png">',
        '<a href="/a.png">',
        '<a href="#top">',
        '<a href="mailto:a@example.org">',
        '<img src="data:image/gif;base64,AAAA">',
        '<a href="">',
        "<a href>",
        '<form action="">',
        '<p title="a.png" class="a.png">',
        '<p data-options="{&quot;src&quot;: &quot;a.png&quot;}">',
    ],
)
def test_what_needs_no_rebasing_keeps_its_bytes(folder: Path, source: str) -> None:
    assert rebased(source, folder) == (source, set(), ())


@pytest.mark.parametrize(
    ("language", "link", "expected"),
    [
        (HI, "river.html", "../river/index.html"),
        (EN, "river.html", "../river/index.html"),
        (HI, "river.html#bank", "../river/index.html#bank"),
        (HI, "hill.html", "../../en/hill/index.html"),
        (HI, "./harbour.html?a", "index.html?a"),
        (HI, "river/", "../river/index.html"),
    ],
)
def test_a_link_to_a_post_leads_to_its_page_in_the_same_language_or_its_own(
    folder: Path, language: Language, link: str, expected: str
) -> None:
    text, media, warnings = rebased(f'<a href="{link}">', folder, language)
    assert text == f'<a href="{expected}">'
    assert (media, warnings) == (set(), ())


@pytest.mark.parametrize("link", ["gone.png", "sea.html", "draft.html", "../a.png", "img/"])
def test_what_is_not_there_is_left_and_told(folder: Path, link: str) -> None:
    source = f'\n<a href="{link}">'
    told = f"line 2: “{link}” leads to no published post and no file of the posts folder"
    assert rebased(source, folder) == (source, set(), (told,))


def test_a_missing_file_in_what_may_be_no_url_is_not_told(folder: Path) -> None:
    source = '<p data-name="gone.png">'
    assert rebased(source, folder) == (source, set(), ())


def test_links_of_a_page_with_a_base_stay(folder: Path) -> None:
    source = '<base href="https://example.org/"><a href="a.png">'
    assert rebased(source, folder) == (source, set(), ())


def test_a_relative_base_is_told(folder: Path) -> None:
    source = '<base href="img/"><a href="a.png">'
    text, _, warnings = rebased(source, folder)
    assert text == source
    assert warnings == ("line 1: the page's <base> is relative, so its links may not work",)


def test_a_link_inside_a_translated_sentence_is_rebased(folder: Path) -> None:
    built = build(
        '<p>See the <a href="river.html">river</a>.</p>',
        others=(entry("river"),),
        translations={"See the <g1>river</g1>.": "<g1>नदी</g1> देखें।"},
        folder=folder,
        decorations=only(links=True),
    )
    assert '<p><a href="../river/index.html">नदी</a> देखें।</p>' in built.data.decode()


def test_both_versions_need_the_same_file(folder: Path) -> None:
    assert {
        path
        for language in Language
        for path in build(
            "<body><img src=a.png>", language, folder=folder, decorations=only(links=True)
        ).media
    } == {PurePosixPath("a.png")}
