"""Bytes to an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

import regex

from dualpress.article import Article, Language, other
from dualpress.errors import ReadError
from dualpress.html.derived import derive
from dualpress.html.encoding import decode
from dualpress.html.inline import clean_text
from dualpress.html.literals import FrontMatter, FrontMatterError, find_front_matter
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.policy import Policy, Regions
from dualpress.html.segments import Extractor
from dualpress.text.language import detect_language, script_share
from dualpress.text.sentences import sentence_spans

__all__ = ["page_of", "read_html"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_TEXT = TokenKind.TEXT
_FOREIGN_SHARE = 0.5
_LETTER = {Language.EN: regex.compile(r"\p{Latin}"), Language.HI: regex.compile(r"\p{Deva}")}


def read_html(
    source: bytes | str, *, policy: Policy | None = None, language: Language | None = None
) -> Article:
    """Read a whole page, or a fragment of one, as an article.

    Args:
        source: the page; a ``str`` counts as UTF-8.
        policy: what of it is text; by default what the page itself says.
        language: that it is written in; by default told from its text, and
            English where it has none.

    Raises:
        ReadError: its front matter cannot be read.
        ConfigError: a selector of the policy is none.
    """
    policy = policy or Policy()
    decoded = decode(source)
    text = decoded.source.text
    front_matter = _front_matter(text)
    page = parse(text, front_matter.end if front_matter else 0)
    regions = Regions(page, policy)
    page.text_attributes = regions.attribute_names
    warnings: list[str] = []
    if language is None:
        detection = detect_language(_sample(page, regions))
        language = detection.language if detection else Language.EN
        if detection and detection.looks_like:
            warnings.append(
                f"the text looks like {detection.looks_like}; it is read as {language.english_name}"
            )
    warnings.extend(_kept_references(page, policy, regions))
    target = other(language)
    extractor = Extractor(
        page,
        policy,
        regions,
        sentence_spans=lambda plain: sentence_spans(plain, language),
        is_foreign=lambda plain: _is_mostly(plain, target),
    )
    found = sorted(extractor.segments(front_matter), key=attrgetter("span"))
    segments, derived = derive(found, text, extractor.is_text)
    metadata = front_matter.metadata if front_matter else {}
    return Article(
        source=decoded.source,
        language=language,
        segments=tuple(segments),
        derived=tuple(derived),
        blocks=tuple(extractor.blocks),
        metadata=metadata,
        title=_title(metadata, page),
        warnings=tuple(warnings),
        encoding_fault=decoded.contradiction,
        matched=regions.matched,
        page=page,
    )


def page_of(article: Article) -> Page:
    """The parsed page of an article that ``read_html`` made."""
    if not isinstance(article.page, Page):
        raise TypeError("the article was not made by read_html")
    return article.page


def _front_matter(text: str) -> FrontMatter | None:
    try:
        return find_front_matter(text)
    except FrontMatterError as error:
        raise ReadError(str(error), line=error.line or 1) from None


def _is_mostly(text: str, language: Language) -> bool:
    """Whether most letters of a text are of a language's script."""
    # Asked of every sentence, and most have no letter of the other script at all.
    if (language is Language.HI and text.isascii()) or not _LETTER[language].search(text):
        return False
    return (script_share(text, language) or 0) > _FOREIGN_SHARE


def _sample(page: Page, regions: Regions) -> str:
    """All text of a page, to tell its language by."""
    return " ".join(
        [token.data for token in page.tokens if token.kind is _TEXT and token.node in regions.texts]
    )


def _kept_references(page: Page, policy: Policy, regions: Regions) -> Iterator[str]:
    """Tell of each list that is no text because of a heading that may mean something else."""
    found = [one for one in regions.bibliographies if not one.is_certain]
    if not found:
        return
    without = Regions(page, replace(policy, bibliographies=True))
    for bibliography in found:
        count = sum(map(without.is_text, bibliography.entries()))
        if count:
            heading = clean_text(bibliography.heading)
            entries = "1 entry" if count == 1 else f"{count} entries"
            yield (
                f"what stands under “{heading}” ({entries}) is taken for references "
                "and not translated"
            )


def _title(metadata: dict[str, object], page: Page) -> str:
    """The front matter's title, or what the page calls itself: og:title, h1, title."""
    if isinstance(metadata.get("title"), str):
        return clean_text(str(metadata["title"]))
    named: dict[str, list[str]] = {"meta": [], "h1": [], "title": []}
    for node in page.elements:
        if node.name == "meta" and node.attributes.get("property") == "og:title":
            named["meta"].append(node.attributes.get("content", ""))
        elif node.name in ("h1", "title"):
            named[node.name].append(node.text())
    names = [*named["meta"][:1], *named["h1"], *named["title"]]
    return next((name for name in map(clean_text, names) if name), "")
