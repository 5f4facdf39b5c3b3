"""What dualpress adds for readers: the switcher, the notices, and the style of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dualpress.article import Language, Segment, Span
from dualpress.html.selectors import compiled
from dualpress.site.edits import Edits, escape, span_of
from dualpress.site.model import PageContext
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.render import render_notice
from dualpress.site.urls import SCRIPT, STYLESHEET

__all__ = ["add_notices", "add_script", "add_stylesheet", "add_switcher", "switcher"]


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
        edits.add_to_body(switcher(edits, context))
    else:
        edits.patch(span, switcher(edits, context))


def add_notices(edits: Edits, context: PageContext) -> None:
    """Tell readers of a page what they should know of it, in its language.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    template = context.settings.reading.notice_template
    for notice in context.notices:
        edits.add_to_body(render_notice(notice, context.language, template))


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
        href = escape(_link(edits, context, context.asset(STYLESHEET)))
        edits.add_to_head(f'<link rel="stylesheet" href="{href}">')


def add_script(edits: Edits, context: PageContext) -> None:
    """Link dualpress's script from a page that has another version, with what it may do there.

    Nothing of it stands in the page itself, so that it also runs under the
    policy ``default-src 'self'``: https://www.w3.org/TR/CSP3/#directive-script-src
    """
    if len(context.versions) < 2:
        return
    src = escape(_link(edits, context, context.asset(SCRIPT)))
    options = "".join(f" data-{option}" for option in _script_options(context.settings.reading))
    edits.add_to_head(f'<script src="{src}" defer{options}></script>')


def _script_options(reading: ReaderSettings) -> Iterator[str]:
    if reading.follows:
        yield "follow"
    if reading.remembers:
        yield "remember"
    if reading.shortcut:
        yield f'shortcut="{escape(reading.shortcut)}"'


def switcher(edits: Edits, context: PageContext) -> str:
    """The links to a page's versions."""
    links = [
        _version_link(edits, context, language)
        for language in Language
        if language in context.versions
    ]
    if context.bilingual is not None:
        links.append(_bilingual_link(edits, context, context.bilingual))
    items = "".join(f"<li>{link}</li>" for link in links)
    return (
        f'<nav class="dp-switch" aria-label="Language / भाषा" translate="no"><ul>{items}</ul></nav>'
    )


def _version_link(edits: Edits, context: PageContext, language: Language) -> str:
    target = context.versions[language]
    name = escape(context.settings.language_names[language])
    start = _link_start(edits, context, target)
    return f'<{start} hreflang="{language}" lang="{language}"{_current(context, target)}>{name}</a>'


def _bilingual_link(edits: Edits, context: PageContext, target: PurePosixPath) -> str:
    """The link to both versions side by side, called by the names of both."""
    names = " + ".join(
        f'<span lang="{language}">{escape(context.settings.language_names[language])}</span>'
        for language in Language
    )
    return f"<{_link_start(edits, context, target)}{_current(context, target)}>{names}</a>"


def _link_start(edits: Edits, context: PageContext, target: PurePosixPath) -> str:
    return f'a href="{escape(_link(edits, context, target))}"'


def _current(context: PageContext, target: PurePosixPath) -> str:
    return ' aria-current="page"' if target == context.path else ""


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
        return context.url_of(target) or context.link(target)
    return context.link(target)
