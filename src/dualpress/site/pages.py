"""What changes on a page besides its text, and the page that comes of it.

A closed list, each with its own switch (:class:`~dualpress.site.model.Decorations`).
All of it is done at offsets; nothing is parsed and written out again. A
fragment's text is put into a template first, and what belongs to a whole page
is then done to that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dualpress.article import Article, Block, Segment, Source, Span
from dualpress.html.encoding import decode_like
from dualpress.html.literals import find_front_matter
from dualpress.html.offsets import Page, TokenKind, parse
from dualpress.html.patches import Patch, apply_patches
from dualpress.html.read import page_of
from dualpress.site.addresses import set_alternates, set_canonical
from dualpress.site.charset import declare_charset
from dualpress.site.edits import Edits
from dualpress.site.language_tags import (
    set_inner_languages,
    set_json_ld_language,
    set_open_graph_locale,
    set_page_language,
)
from dualpress.site.links import Place, rebase_links
from dualpress.site.model import Decorations, PageContext, SiteArticle
from dualpress.site.reader_aids import add_notices, add_script, add_stylesheet, add_switcher
from dualpress.site.references import Posts
from dualpress.site.render import Fragment, render_fragment
from dualpress.site.robots import set_robots
from dualpress.site.work_links import set_json_ld_works

__all__ = [
    "BuiltPage",
    "build_page",
    "decorate",
    "decorate_around",
    "decorate_content",
    "is_fragment",
]

_APART = "<!--apart-->"
"""It stands for what is not parsed; no text of a page has it, since its marks are escaped."""

_WHOLE = frozenset({"html", "head", "body", "frameset"})
"""A start tag of one of these makes a page a whole one."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page ready to be written.

    Args:
        path: where it is to stand in the output folder.
        data: its bytes.
        media: the files of the posts folder that it needs.
        warnings: what an editor should know, one sentence each, with the line.
    """

    path: PurePosixPath
    data: bytes
    media: frozenset[PurePosixPath] = frozenset()
    warnings: tuple[str, ...] = ()


def build_page(
    article: Article,
    text: Iterable[Patch],
    entry: SiteArticle,
    context: PageContext,
    posts: Posts,
) -> BuiltPage:
    """Make an article's page in one language.

    Where nothing is to change but text, a post is written as it is: a
    fragment without a page around it, front matter and all.

    Args:
        article: as it was read.
        text: the patches that put its translation in the place of its text.
        entry: the article among those of the site.
        context: the page among those of the site.
        posts: what relative references can lead to.

    Raises:
        ConfigError: a selector or template of the settings cannot be used.
    """
    if context.settings.decorations == Decorations.none():
        return BuiltPage(context.path, apply_patches(article.source, text))
    edits = Edits(page_of(article))
    media = decorate_content(edits, article, Place(posts, entry, context))
    if is_fragment(edits.page):
        data = apply_patches(article.source, [*text, *edits.patches()])
        data = _whole_page(article, data, context)
    else:
        _decorate_page(edits, context, article.segments)
        if context.settings.decorations.charset:
            declare_charset(edits, article.source)
        front_matter = _without_front_matter(article)
        data = apply_patches(article.source, [*front_matter, *text, *edits.patches()])
    return BuiltPage(context.path, data, frozenset(media), tuple(edits.warnings))


def decorate(markup: str, context: PageContext) -> bytes:
    """Do to a whole page from a template what is done to every page, and return it in UTF-8."""
    source = Source(_encode(markup), markup, "utf-8")
    edits = Edits(parse(markup))
    _decorate_page(edits, context, ())
    return apply_patches(source, edits.patches())


def decorate_around(markup: str, apart: Span, context: PageContext) -> bytes:
    """The same without parsing a part of it, which may be as long as all others together.

    Args:
        markup: of the page.
        apart: whole elements of its body, of which no change is to be made.
        context: the page among those of the site.
    """
    before, after = markup[: apart.start], markup[apart.end :]
    around = decorate(f"{before}{_APART}{after}", context)
    return around.replace(_APART.encode(), _encode(markup[apart.start : apart.end]))


def is_fragment(page: Page) -> bool:
    """Whether a post is the content of a page without the page around it."""
    return not any(
        token.kind is TokenKind.DOCTYPE
        or (token.kind is TokenKind.START_TAG and token.name in _WHOLE)
        for token in page.tokens
    )


def decorate_content(edits: Edits, article: Article, place: Place) -> set[PurePosixPath]:
    """Do what concerns the content of a page, and return the files that it needs."""
    wanted = place.context.settings.decorations
    if wanted.language:
        set_inner_languages(edits, article, place.context)
    if wanted.block_ids:
        _number_blocks(edits, article.blocks)
    return rebase_links(edits, place) if wanted.links else set()


def _decorate_page(edits: Edits, context: PageContext, segments: Sequence[Segment]) -> None:
    """Do what concerns a page as a whole."""
    wanted = context.settings.decorations
    steps: list[tuple[bool, Callable[[Edits, PageContext], None]]] = [
        (wanted.language, set_page_language),
        (wanted.canonical, set_canonical),
        (wanted.alternates, set_alternates),
        (wanted.open_graph, set_open_graph_locale),
        (wanted.json_ld, set_json_ld_language),
        (wanted.json_ld, set_json_ld_works),
        (wanted.robots, set_robots),
        (wanted.stylesheet, add_stylesheet),
        (wanted.script, add_script),
    ]
    for is_wanted, step in steps:
        if is_wanted:
            step(edits, context)
    if wanted.switcher:
        add_switcher(edits, context, segments)
    if wanted.notices:
        add_notices(edits, context)


def _number_blocks(edits: Edits, blocks: Iterable[Block]) -> None:
    """Give each block its number, the same on both pages, so that tools find its counterpart."""
    tokens = {token.span: token for token in edits.page.tokens}
    for block in blocks:
        if block.tag is not None:
            edits.set_attribute(tokens[block.tag], "data-dp", str(block.number))


def _without_front_matter(article: Article) -> list[Patch]:
    """Front matter is for a generator; a whole page that has some is shown without."""
    found = find_front_matter(article.source.text)
    return [Patch.replace(Span(0, found.end), "")] if found else []


def _whole_page(article: Article, data: bytes, context: PageContext) -> bytes:
    """Put a fragment, its text already translated, into the page template."""
    text = decode_like(article.source, data.removeprefix(article.source.bom))
    front_matter = find_front_matter(text)
    metadata = front_matter.metadata if front_matter else {}
    body = text[front_matter.end :] if front_matter else text
    headings = parse(body).soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    has_heading = any(heading.name == "h1" for heading in headings)
    title = str(metadata.get("title") or "")
    fragment = Fragment(
        body=body,
        title=title or next((heading.get_text(" ", strip=True) for heading in headings), ""),
        description=str(metadata.get("description") or metadata.get("summary") or ""),
        language=context.language,
        heading="" if has_heading else title,
        site_name=context.settings.names.get(context.language, ""),
    )
    return decorate(render_fragment(fragment, context.settings.page_template), context)


def _encode(markup: str) -> bytes:
    """Encode text; the stray bytes of a fragment, lone surrogates in it, come out as they were."""
    try:
        return markup.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates that UTF-16 or a `str` held
        return markup.encode("utf-8", "surrogatepass")
