"""Pages that dualpress makes itself, from Jinja templates that a publisher can replace."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.site.dates import format_date
from dualpress.site.model import Notice
from dualpress.site.passages import Row

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from jinja2 import Environment

__all__ = [
    "BilingualView",
    "Fragment",
    "LanguageLink",
    "ListedArticle",
    "Pager",
    "render_bilingual",
    "render_choice",
    "render_fragment",
    "render_listing",
    "render_notice",
    "script",
    "stylesheet",
    "template_environment",
]

_LISTING_TITLES = {Language.EN: "Articles", Language.HI: "लेख"}
_FOLDER = "templates"


@dataclass(frozen=True, slots=True)
class Fragment:
    """The content of a page without the page around it.

    Args:
        body: its HTML, put into the template as it is.
        title: for the head.
        description: for the head; may be empty.
        language: that it is in.
        heading: for the page; empty where the body has its own.
        site_name: in the fragment's language; may be empty.
    """

    body: str
    title: str
    description: str
    language: Language
    heading: str
    site_name: str = ""


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in a list.

    Args:
        url: of its page, as the list links to it.
        title: of the article.
        description: of the article; may be empty.
        date: when it was published, where that is known.
        title_language: of the title, if it is not the list's.
        description_language: the same of the description.
    """

    url: str
    title: str
    description: str
    date: datetime.date | None
    title_language: Language | None = None
    description_language: Language | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a list it is.

    Args:
        number: of the page, counted from 1.
        count: how many there are.
        newer: the link to the page before; empty on the first.
        older: the link to the page after; empty on the last.
    """

    number: int = 1
    count: int = 1
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link to what there is in one language.

    Args:
        url: where it leads.
        language: of what is there.
        name: of the language, in itself.
    """

    url: str
    language: Language
    name: str


@dataclass(frozen=True, slots=True)
class BilingualView:
    """An article beside its translation.

    Args:
        languages: that it was written in, and of the translation.
        titles: of the article, by language.
        rows: its blocks and pictures.
        has_heading: whether its title is one of them.
        site_name: in the language that it was written in; may be empty.
    """

    languages: tuple[Language, Language]
    titles: Mapping[Language, str]
    rows: Sequence[Row]
    has_heading: bool
    site_name: str = ""


def render_fragment(fragment: Fragment, template: Path | None = None) -> str:
    """Put a fragment into a page.

    Args:
        fragment: the content.
        template: the publisher's own; it is given ``body``, ``title``,
            ``description``, ``heading``, ``site_name`` and ``language``.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    from markupsafe import Markup

    return _render(
        "page.html",
        template,
        # The publisher's own HTML, whose text alone was changed, and escaped.
        body=Markup(fragment.body),  # noqa: S704
        title=fragment.title,
        description=fragment.description,
        heading=fragment.heading,
        site_name=fragment.site_name,
        language=fragment.language.value,
    )


def render_listing(
    articles: list[ListedArticle],
    language: Language,
    site_name: str,
    pager: Pager,
    template: Path | None = None,
) -> str:
    """Make a page of the list of articles in a language.

    Args:
        articles: of the page, in the order of the list.
        language: of the list.
        site_name: in that language; may be empty.
        pager: which page it is.
        template: the publisher's own; it is given ``articles``, ``title``,
            ``language``, ``pager`` and ``format_date``, a function.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    return _render(
        "index.html",
        template,
        articles=articles,
        title=site_name or _LISTING_TITLES[language],
        language=language.value,
        pager=pager,
        format_date=lambda date: format_date(date, language),
    )


def render_bilingual(view: BilingualView, template: Path | None = None) -> str:
    """Make the page with an article beside its translation.

    Args:
        view: what it shows.
        template: the publisher's own; it is given ``languages`` and ``titles``
            (each the article's own and the translation's), ``rows``,
            ``has_heading`` and ``site_name``.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    return _render(
        "bilingual.html",
        template,
        languages=[language.value for language in view.languages],
        titles=[view.titles[language] for language in view.languages],
        rows=view.rows,
        has_heading=view.has_heading,
        site_name=view.site_name,
    )


def render_notice(notice: Notice, language: Language, template: Path | None = None) -> str:
    """Make what tells readers something of a page.

    Args:
        notice: what it tells.
        language: of the page.
        template: the publisher's own; it is given ``kind`` (``draft``, ``stale``,
            ``correction`` or ``translator``), ``date``, ``text``, ``language``
            and ``format_date``, a function.

    Raises:
        ConfigError: the template cannot be read or used.
    """
    markup = _render(
        "notice.html",
        template,
        kind=notice.kind.value,
        date=notice.date,
        text=notice.text,
        language=language.value,
        format_date=lambda date: format_date(date, language),
    )
    return markup.strip()


def render_choice(links: list[LanguageLink]) -> str:
    """Make the page at which a reader chooses a language."""
    return _render("choice.html", None, links=links)


def stylesheet() -> bytes:
    """The style of the switcher, the notices and the pages made here."""
    return _shipped("dualpress.css").read_bytes()


def script() -> bytes:
    """What the switcher can do in a browser that runs scripts."""
    return _shipped("dualpress.js").read_bytes()


def _render(name: str, template: Path | None, **values: object) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError

    source = _shipped(name) if template is None else template
    try:
        return template_environment().from_string(source.read_text("utf-8")).render(values)
    except (OSError, UnicodeDecodeError) as error:
        cause = f"the template cannot be read: {_reason(error)}"
        raise ConfigError(cause, path=template) from error
    except TemplateError as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else None
        raise ConfigError(
            f"the template cannot be used: {error.message}", path=template, line=line
        ) from error


def _shipped(name: str) -> Traversable:
    return files("dualpress.site").joinpath(_FOLDER, name)


def template_environment() -> Environment:
    """How all templates are read: escaped, and nothing in them undefined."""
    from jinja2 import Environment, StrictUndefined

    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8"
