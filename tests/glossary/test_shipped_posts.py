"""The names and acronyms of posts are in the glossaries that come with dualpress."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import regex

from dualpress.article import TAG, Language
from dualpress.glossary import Glossary, read_glossary
from dualpress.html.policy import Policy
from dualpress.html.read import read_html

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "glossaries").glob("*.csv"))
EXAMPLES = sorted((ROOT / "examples" / "glossaries").glob("*.csv"))

# A capitalised word behind another word of its sentence, and what is in capitals anyhow.
_NAME = regex.compile(r"(?<=[\p{L}\p{N}][,;]?[ -])\p{Lu}[\p{L}\p{M}]+|\p{Lu}[\p{Lu}\p{N}&]+")
_ROMAN = regex.compile(r"[IVXLC]+")
# What has a capital in these posts and is no name.
_ORDINARY = frozenset(
    "Army Census Chokepoints Companies Division Housing Oil Occasional Paper Population Port "
    "Projects Report Transit Western Wix".split()
)


@cache
def glossary(*, with_examples: bool) -> Glossary:
    return read_glossary([*SHIPPED, *EXAMPLES] if with_examples else SHIPPED)


def uncovered(post: Path, terms: Glossary) -> list[str]:
    """The names and acronyms of an English post, as far as capitals tell, without a row."""
    article = read_html(post.read_bytes(), policy=Policy(bibliographies=True), language=Language.EN)
    names = [name for segment in article.segments for name in unnamed(segment.source, terms)]
    return list(dict.fromkeys(names))


def unnamed(source: str, terms: Glossary) -> Iterator[str]:
    text = TAG.sub("", source)
    words = regex.findall(r"\p{L}+", text)
    if sum(word[0].isupper() for word in words) > len(words) / 2:
        return  # a heading, where capitals tell nothing
    spans = [match.span for match in terms.matcher(Language.EN).find_all(text)]
    for name in _NAME.finditer(text):
        is_known = any(span.start <= name.start() and name.end() <= span.end for span in spans)
        if not (is_known or name[0] in _ORDINARY or _ROMAN.fullmatch(name[0])):
            yield name[0]


def english_examples() -> list[Path]:
    posts = sorted((ROOT / "examples" / "posts").glob("*.html"))
    return [post for post in posts if read_html(post.read_bytes()).language is Language.EN]


@pytest.mark.parametrize("post", english_examples(), ids=lambda post: post.stem)
def test_the_example_posts_are_covered(post: Path) -> None:
    assert uncovered(post, glossary(with_examples=True)) == []


def test_the_sample_posts_are_covered() -> None:
    if "DUALPRESS_SHARED" not in os.environ:
        pytest.skip("DUALPRESS_SHARED names no folder that holds sample posts")
    posts = sorted(Path(os.environ["DUALPRESS_SHARED"], "samples").glob("*.html"))
    assert posts
    found = {post.name: uncovered(post, glossary(with_examples=False)) for post in posts}
    assert {name: names for name, names in found.items() if names} == {}
