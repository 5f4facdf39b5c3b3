"""Bytes to an article."""

from __future__ import annotations

from dualpress.article import Article, Language, Segment, SegmentKind, Slot, other, plain_text
from dualpress.errors import ReadError
from dualpress.html.encoding import decode
from dualpress.html.literals import FrontMatter, find_front_matter
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.policy import Policy, Regions
from dualpress.html.segments import Extractor
from dualpress.text.language import detect_language, script_share
from dualpress.text.sentences import sentence_spans

__all__ = ["page_of", "read_html"]

_FOREIGN_SHARE = 0.5


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
    page = _parse_after(text, front_matter)
    regions = Regions(page.soup, policy)
    warnings = [decoded.contradiction] if decoded.contradiction else []
    if language is None:
        detection = detect_language(_sample(page, regions))
        language = detection.language if detection else Language.EN
        warnings += [detection.warning] if detection and detection.warning else []
    target = other(language)
    extractor = Extractor(
        page,
        policy,
        regions,
        sentence_spans=lambda plain: sentence_spans(plain, language),
        is_foreign=lambda plain: (script_share(plain, target) or 0) > _FOREIGN_SHARE,
    )
    segments = sorted(extractor.segments(front_matter), key=lambda segment: segment.span)
    metadata = front_matter.metadata if front_matter else {}
    return Article(
        source=decoded.source,
        language=language,
        segments=tuple(segments),
        blocks=tuple(extractor.blocks),
        metadata=metadata,
        title=_title(metadata, segments),
        warnings=tuple(warnings),
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
    except ValueError as error:
        raise ReadError(str(error), line=1) from None


def _parse_after(text: str, front_matter: FrontMatter | None) -> Page:
    """Parse a page behind its front matter, with offsets into the whole."""
    if front_matter is None:
        return parse(text)
    # Blanks keep every offset, and before a page they mean nothing.
    blank = " " * front_matter.end
    page = parse(blank + text[front_matter.end :])
    return Page(text, page.tokens, page.soup)


def _sample(page: Page, regions: Regions) -> str:
    """All text of a page, to tell its language by."""
    return " ".join(
        token.data
        for token in page.tokens
        if token.kind is TokenKind.TEXT and regions.is_text(token.element)
    )


def _title(metadata: dict[str, object], segments: list[Segment]) -> str:
    """The front matter's title, the first main heading, or the page's title."""
    if isinstance(metadata.get("title"), str):
        return str(metadata["title"])
    headings = [s for s in segments if s.kind is SegmentKind.HEADING]
    titles = [s for s in segments if s.kind is SegmentKind.TITLE and s.slot is Slot.RAW_TEXT]
    return next((plain_text(s.source) for s in [*headings[:1], *titles]), "")
