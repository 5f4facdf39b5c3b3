"""What dualpress adds for readers: the switcher, the notices, and the style of both."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from dualpress.article import Language, Segment, Span
from dualpress.html.selectors import compiled
from dualpress.site.dates import format_date
from dualpress.site.edits import Edits, escape, span_of
from dualpress.site.model import Notice, NoticeKind, PageContext
from dualpress.site.urls import STYLESHEET, relative_url

__all__ = ["add_notices", "add_stylesheet", "add_switcher"]

_DRAFT = {
    Language.EN: (
        "Parts of this page are not translated yet, or were translated by machine and not reviewed."
    ),
    Language.HI: "इस पृष्ठ के कुछ हिस्सों का अनुवाद अभी नहीं हुआ है, या मशीन से हुआ है और उसकी समीक्षा नहीं हुई है।",
}
_STALE = {
    Language.EN: "The original was changed{on}. This translation does not include the change yet.",
    Language.HI: "मूल लेख में{on} बदलाव किया गया है। यह बदलाव इस अनुवाद में अभी शामिल नहीं है।",
}
_ON = {Language.EN: " on {date}", Language.HI: " {date} को"}


def add_switcher(edits: Edits, context: PageContext, segments: Sequence[Segment] = ()) -> None:
    """Put links to the page's versions on it; where it has but one, nothing.

    They take the place of the first element that the setting's selector
    finds, or stand at the start of the body.

    Args:
        edits: of the page.
        context: the page.
        segments: whose text is changed on the page: a place inside of one is
            no place for the switcher.

    Raises:
        ConfigError: the selector is none.
    """
    if len(context.versions) < 2:
        return
    span = _chosen_place(edits, context, segments)
    if span is None:
        edits.add_to_body(_switcher(edits, context))
    else:
        edits.patch(span, _switcher(edits, context))


def add_notices(edits: Edits, context: PageContext) -> None:
    """Tell readers of a translation what they should know of it, in its language."""
    for notice in context.notices:
        edits.add_to_body(
            f'<div class="dp-notice" role="note">{escape(_message(notice, context.language))}</div>'
        )


def add_stylesheet(edits: Edits, context: PageContext) -> None:
    """Link dualpress's style from a page that has use for it.

    That is one with a switcher or a notice, one in Hindi (Devanagari needs
    more height of line than Latin, and no letter-spacing), and one made from
    dualpress's own template.
    """
    root = edits.page.soup.html
    is_own = root is not None and "dp-page" in root.get_attribute_list("class")
    needed = (
        len(context.versions) > 1 or context.notices or context.language is Language.HI or is_own
    )
    if needed:
        href = escape(_link(edits, context, STYLESHEET))
        edits.add_to_head(f'<link rel="stylesheet" href="{href}">')


def _switcher(edits: Edits, context: PageContext) -> str:
    items = "".join(
        f"<li>{_version_link(edits, context, language)}</li>"
        for language in Language
        if language in context.versions
    )
    return (
        f'<nav class="dp-switch" aria-label="Language / भाषा" translate="no"><ul>{items}</ul></nav>'
    )


def _version_link(edits: Edits, context: PageContext, language: Language) -> str:
    target = context.versions[language]
    href = escape(_link(edits, context, target))
    current = ' aria-current="page"' if target == context.path else ""
    name = escape(context.settings.language_names[language])
    return f'<a href="{href}" hreflang="{language}" lang="{language}"{current}>{name}</a>'


def _chosen_place(edits: Edits, context: PageContext, segments: Sequence[Segment]) -> Span | None:
    selector = context.settings.switcher_selector
    if selector is None:
        return None
    element = compiled(selector).select_one(edits.page.soup)
    span = span_of(edits.page, element) if element is not None else None
    if span is not None and any(_cuts(span, segment.span) for segment in segments):
        edits.warn("the place for the switcher is inside a sentence", span.start)
        return None
    return span


def _cuts(span: Span, sentence: Span) -> bool:
    """Whether a span overlaps a sentence without holding it whole."""
    overlaps = span.start < sentence.end and sentence.start < span.end
    return overlaps and not (span.start <= sentence.start and sentence.end <= span.end)


def _link(edits: Edits, context: PageContext, target: PurePosixPath) -> str:
    """A link from the page: relative, but absolute where a ``base`` would bend it."""
    if edits.page.soup.find("base", href=True) is not None:
        return context.url_of(target) or relative_url(context.path, target)
    return relative_url(context.path, target)


def _message(notice: Notice, language: Language) -> str:
    if notice.kind is NoticeKind.DRAFT:
        return _DRAFT[language]
    on = ""
    if notice.date is not None:
        on = _ON[language].format(date=format_date(notice.date, language))
    return _STALE[language].format(on=on)
